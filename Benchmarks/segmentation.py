#!/usr/bin/env python3
"""segmentation.py - how fast sentences are found, beside ICU's sentence iterator, BlingFire and sentencex in the same rounds.

Usage: segmentation.py FOLDER [--megabytes 10] [--rounds 5] [--languages en,fr,ru,ar,hi,am,zh,ja,th] [--lines 4]

FOLDER holds one file of news a language, a sentence a line (en.txt, zh.txt ...). Its lines are put together to
paragraphs of --lines sentences, a paragraph a line, and repeated to the size asked for.

Every program is a process that reads the file first and times only its call for the sentences, by the clock and by the
processor; programs take turns within a round, and the figures are the medians. Ratios are of seconds of the processor,
which a busy machine disturbs less, and above 1 where we are faster. "ICU" is the faster of its two ways over UTF-8:
through UText, and by turning the text to UTF-16 first, without the way back to offsets in bytes.

Then texts that hold one token, or nothing but full stops, at two sizes: linear is a ratio of the sizes'. Then English in
texts of 100 kB by one and by two tasks, and one text on all cores; beside them two processes with half of the texts each,
which shows how much of a second core the machine had to give.

Needs g++ and ICU's headers (Debian: libicu-dev). BlingFire and sentencex are left out where this Python has none.
sentencex reads a tenth of the text, for its time grows faster than the text.
"""
import argparse, importlib.util, os, statistics, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def build(folder):
    """The programs that are timed: ours, and ICU's."""
    icu = os.path.join(folder, "icu_sentences")
    subprocess.run(["g++", "-O2", "-o", icu, os.path.join(HERE, "icu_sentences.cpp"), "-licuuc"], check=True)
    swift = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", HERE]
    subprocess.run(swift, check=True, stdout=subprocess.DEVNULL)
    path = subprocess.run(swift + ["--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return os.path.join(path, "SegmentationBenchmark"), icu


def timed(*commands):
    """What programs that run at once print: the longest time by the clock, and seconds of the processors and sentences together."""
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
    rows = [process.communicate()[0].split() for process in running]
    if any(process.returncode for process in running):
        sys.exit("failed: %s" % (commands,))
    return max(float(row[0]) for row in rows), sum(float(row[1]) for row in rows), sum(int(row[2]) for row in rows)


def paragraphs(path, count):
    """The lines of a file, so many a paragraph; scripts that write no spaces between sentences get none."""
    lines = open(path, encoding="utf-8").read().split("\n")
    lines = [line.strip() for line in lines if line.strip()]
    space = "" if os.path.basename(path)[:2] in ("zh", "ja") else " "
    return ("\n".join(space.join(lines[i : i + count]) for i in range(0, len(lines), count)) + "\n").encode()


def write(path, data, size):
    """Data repeated to a size, cut at a line end or, where it has none, at its own."""
    times = size // len(data)
    data = data * (times + 1)
    with open(path, "wb") as file:
        file.write(data[: data.rfind(b"\n", 0, size) + 1 or len(data) // (times + 1) * times])
    return path


def rounds(commands, count):
    """Each program's figures, medians; programs take turns."""
    runs = {name: [] for name in commands}
    for _ in range(count):
        for name, command in commands.items():
            runs[name].append(timed(command))
    return {name: [statistics.median(column) for column in zip(*all_runs)] for name, all_runs in runs.items()}


def main():
    ap = argparse.ArgumentParser(usage=__doc__)
    ap.add_argument("folder")
    ap.add_argument("--megabytes", type=float, default=10)
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--lines", type=int, default=4)
    ap.add_argument("--languages", default="en,fr,ru,ar,hi,am,zh,ja,th")
    a = ap.parse_args()
    size = int(a.megabytes * 1e6)
    peers = [name for name in ("blingfire", "sentencex") if importlib.util.find_spec(name)]
    with tempfile.TemporaryDirectory() as folder:
        ours, icu = build(folder)
        print("Ratios of processor seconds, above 1 where we are faster; our seconds for %g MB, clock and processor" % a.megabytes)
        print("%-9s %8s %8s %9s %8s %8s %10s %10s" % ("text", "wall s", "cpu s", "MB/s", "ICU x", "(utf8 x)", "BlingFire x", "sentencex x"))
        for language in a.languages.split(","):
            data = paragraphs(os.path.join(a.folder, language + ".txt"), a.lines)
            path = write(os.path.join(folder, language), data, size)
            part = write(os.path.join(folder, language + ".part"), data, size // 10)
            commands = {
                "ours": [ours, language, "1", path],
                "utf8": [icu, language, "utf8", path],
                "utf16": [icu, language, "utf16", path],
            }
            if "blingfire" in peers:
                commands["blingfire"] = [sys.executable, os.path.join(HERE, "blingfire_sentences.py"), path]
            if "sentencex" in peers:
                commands["sentencex"] = [sys.executable, os.path.join(HERE, "sentencex_sentences.py"), language, part]
            figures = rounds(commands, a.rounds)
            wall, cpu, _ = figures["ours"]
            ratios = {name: row[1] / cpu for name, row in figures.items()}
            if "sentencex" in ratios:
                ratios["sentencex"] *= os.path.getsize(path) / os.path.getsize(part)
            peer = lambda name: "%.1f" % ratios[name] if name in ratios else "-"
            print("%-9s %8.3f %8.3f %9.0f %8.2f %8.2f %10s %10s" % (
                language, wall, cpu, os.path.getsize(path) / cpu / 1e6, min(ratios["utf8"], ratios["utf16"]),
                ratios["utf8"], peer("blingfire"), peer("sentencex")), flush=True)
        print("\nTime grows with the size: %g MB, and a quarter of it" % a.megabytes)
        print("%-18s %9s %9s %9s" % ("text", "cpu s", "quarter", "times"))
        for name, data in {"one token": b"a", "full stops": b".", "a.a.a.": b"a.", "\". \" repeated": b'". ', "「。": "「。".encode()}.items():
            path = write(os.path.join(folder, "large"), data, size)
            part = write(os.path.join(folder, "small"), data, size // 4)
            figures = rounds({"large": [ours, "en", "1", path], "small": [ours, "en", "1", part]}, a.rounds)
            large, small = figures["large"][1], figures["small"][1]
            print("%-18s %9.3f %9.3f %9.1f" % (name, large, small, large / small), flush=True)
        data = paragraphs(os.path.join(a.folder, "en.txt"), a.lines)
        files = [write(os.path.join(folder, "%04d" % i), data, 100_000) for i in range(size * 8 // 100_000)]
        path = write(os.path.join(folder, "whole"), data, size * 8)
        runs = {
            "one": [[ours, "en", "1"] + files], "two": [[ours, "en", "2"] + files],
            "processes": [[ours, "en", "1"] + files[::2], [ours, "en", "1"] + files[1::2]],
            "whole": [[ours, "en", "1", path]], "cores": [[ours, "en", "0", path]],
        }
        figures = {name: [] for name in runs}
        for _ in range(a.rounds * 2 + 1):
            for name, commands in runs.items():
                figures[name].append(timed(*commands))
        figures = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in figures.items()}
        print("\nEnglish, %g MB, seconds of the clock (of the processors)" % (a.megabytes * 8))
        texts = "%d texts, " % len(files)
        for text, one, two in ((texts + "2 tasks", "one", "two"), (texts + "2 processes", "one", "processes"), ("one text, all cores", "whole", "cores")):
            print("%-26s %.3f (%.3f)   %.3f (%.3f)   %.2f x" % (
                text, *figures[one][:2], *figures[two][:2], figures[one][0] / figures[two][0]))


if __name__ == "__main__":
    main()
