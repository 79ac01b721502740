"""Times BlingFire on a UTF-8 file: FILE. Prints seconds of the clock, of the processor, and the sentences found.

TextToSentencesWithOffsets of its C library, by bytes: what its Python functions wrap, without their strings.
"""
import ctypes, sys, time
import blingfire

def main():
    text = open(sys.argv[1], "rb").read()
    limit = 2 * len(text) + 1
    output = ctypes.create_string_buffer(limit)
    starts, ends = (ctypes.c_int * limit)(), (ctypes.c_int * limit)()
    clock, processor = time.perf_counter(), time.process_time()
    length = blingfire.blingfire.TextToSentencesWithOffsets(
        ctypes.c_char_p(text), ctypes.c_int(len(text)), output, starts, ends, ctypes.c_int(limit))
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    print(clock, processor, output.raw[:length].count(b"\n") + 1)

main()
