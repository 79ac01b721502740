#!/usr/bin/env python3
"""speed.py - how fast copy is normalized as a whole process, beside ICU's uconv and ftfy in the same rounds.

Usage: speed.py FOLDER [--dragoman PROGRAM] [--megabytes 60] [--rounds 5] [--languages en,zh,fr,ar,pt,sw,am,ha,zu,ru,es]

FOLDER holds one file of news lines a language (en.txt, zh.txt ...). They are repeated to the size asked for: English
alone, the languages line by line, and English in files of 100 kB. Programs take turns within a round; the figures are
the medians. "wall" is what a person waits, "cpu" user and system seconds on all cores; the ratios are those of uconv
to dragoman on the same text. ftfy's own program reads a twentieth of the text, and its seconds are multiplied.
uconv is ICU's (Debian: icu-devtools); ftfy is left out where it is not installed.
"""
import argparse, itertools, os, resource, shutil, statistics, subprocess, sys, tempfile, time

def timed(command):
    """Seconds of a run with its output thrown away: wall, and user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def repeated(data, size, path):
    with open(path, "wb") as file:
        for _ in range(max(1, round(size / len(data)))):
            file.write(data)


def main():
    ap = argparse.ArgumentParser(usage=__doc__)
    ap.add_argument("folder")
    ap.add_argument("--dragoman", default="dragoman")
    ap.add_argument("--megabytes", type=float, default=60)
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--languages", default="en,zh,fr,ar,pt,sw,am,ha,zu,ru,es")
    a = ap.parse_args()
    size = int(a.megabytes * 1e6)
    texts = [open(os.path.join(a.folder, name + ".txt"), "rb").read() for name in a.languages.split(",")]
    english = texts[a.languages.split(",").index("en")]
    mixed = b"\n".join(itertools.chain.from_iterable(zip(*(text.split(b"\n") for text in texts))))
    beside = os.path.join(os.path.dirname(sys.executable), "ftfy")
    ftfy = beside if os.path.exists(beside) else shutil.which("ftfy")
    with tempfile.TemporaryDirectory() as folder:
        names = {"English": english, "mixed": mixed + b"\n"}
        paths = {}
        for name, data in names.items():
            paths[name] = os.path.join(folder, name)
            repeated(data, size, paths[name])
            repeated(data, size / 20, paths[name] + ".part")
        files = []
        block = english[: english.rfind(b"\n", 0, 100_000) + 1]
        for index in range(max(1, size // len(block))):
            files.append(os.path.join(folder, "%04d.txt" % index))
            with open(files[-1], "wb") as file:
                file.write(block)
        rows = []
        for name, path in paths.items():
            rows.append((name, "uconv -x any-nfc", ["uconv", "-x", "any-nfc", path], 1))
            rows.append((name, "dragoman --profile text", [a.dragoman, "normalize", "--profile", "text", path], 1))
            rows.append((name, "dragoman --profile press", [a.dragoman, "normalize", path], 1))
            if ftfy:
                rows.append((name, "ftfy", [ftfy, path + ".part"], 20))
        rows.append(("English in files", "uconv -x any-nfc", ["uconv", "-x", "any-nfc"] + files, 1))
        rows.append(("English in files", "dragoman --profile press", [a.dragoman, "normalize"] + files, 1))
        if not shutil.which("uconv"):
            sys.exit("uconv is not installed")
        figures = {row[:2]: [] for row in rows}
        for _ in range(a.rounds):
            for name, tool, command, times in rows:
                figures[name, tool].append([seconds * times for seconds in timed(command)])
        print("%-18s %-26s %9s %9s %9s %9s" % ("text", "program", "wall s", "cpu s", "wall x", "cpu x"))
        for (name, tool), all_runs in figures.items():
            wall, cpu = (statistics.median(column) for column in zip(*all_runs))
            base = [statistics.median(column) for column in zip(*figures[name, "uconv -x any-nfc"])]
            print("%-18s %-26s %9.2f %9.2f %9.1f %9.1f" % (name, tool, wall, cpu, base[0] / wall, base[1] / cpu))


if __name__ == "__main__":
    main()
