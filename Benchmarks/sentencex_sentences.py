"""Times sentencex on a UTF-8 file: LANGUAGE FILE. Prints seconds of the clock, of the processor, and the sentences found."""
import sys, time
import sentencex

def main():
    text = open(sys.argv[2], encoding="utf-8", newline="").read()
    clock, processor = time.perf_counter(), time.process_time()
    found = sentencex.segment(sys.argv[1], text)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    print(clock, processor, len(found))

main()
