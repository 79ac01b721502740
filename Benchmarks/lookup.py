#!/usr/bin/env python3
"""lookup.py - whole processes of `lookup`, `match` and `search --term`, with compiled glossaries and without.

Usage: lookup.py PROGRAM [--terms 100000] [--runs 50] [--before OTHER_PROGRAM]

Makes a glossary of so many concepts in English and French (words of made-up syllables, the same each time), a memory of two
units, and an empty cache folder; the first run, which fills it, is told apart. Figures are medians and least values in ms: of the
clock, and of the processor (user and system), which other programs on the machine do not change so much.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import tempfile
import time

SYLLABLES = "ba con di eco for gra hy in ju ka lo mi na ope pre qua re sta tra uni ver wa xe yo zi tion ment al er ity".split()
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">
  <tbxHeader><fileDesc><titleStmt><title>made</title></titleStmt><sourceDesc><p>made up</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
"""
TERM = """      <langSec xml:lang="{}"><termSec><term>{}</term><termNote type="partOfSpeech">noun</termNote>
        <note>reliabilityCode::6</note><admin type="source">made up</admin></termSec></langSec>
"""
SENTENCE = "The digital economy of Tanzania will grow in May."


def glossary(path, count):
    """Writes it, and gives an English term of four words with its French one."""
    random.seed(7)
    words = ["".join(random.choice(SYLLABLES) for _ in range(random.randint(2, 4))) for _ in range(30_000)]
    shown = None
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEAD)
        for number in range(count):
            chosen = [random.choice(words) for _ in range(random.choice([1, 2, 2, 2, 3, 3, 4]))]
            english, french = " ".join(chosen), " ".join(word + "é" for word in reversed(chosen))
            if len(chosen) == 4 and shown is None:
                shown = english, french
            out.write(f'    <conceptEntry id="c{number}"><descrip type="subjectField">made up</descrip>\n')
            out.write(f'      <descrip type="definition">What stands for {english} in a text.</descrip>\n')
            out.write(TERM.format("en", english) + TERM.format("fr", french) + "    </conceptEntry>\n")
        out.write("  </body></text>\n</tbx>\n")
    os.utime(path, (0, 1_000_000_000))
    return shown


def run(command, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall * 1000, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def times(command, environment, runs):
    taken = [run(command, environment) for _ in range(runs)]
    return "  ".join(
        f"{name} {statistics.median(each):7.1f} ({min(each):.1f})" for name, each in zip(("clock", "processor"), zip(*taken))
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--terms", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--before", help="another program, without a cache, beside it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        big, table = f"{folder}/big.tbx", f"{folder}/memory.tsv"
        english, french = glossary(big, options.terms)
        with open(table, "w", encoding="utf-8") as out:
            out.write("en\tfr\nThe digital economy of Kenya will grow in May.\t")
            out.write("L’économie numérique du Kenya va croître en mai.\n")
        environment = {"HOME": folder, "PATH": ""}
        subprocess.run([options.program, "import", "-q", table], env=environment, check=True, stdout=subprocess.DEVNULL)
        first, last = english.split()[0], english.split()[-1]
        near = english[:-2] + english[:-3:-1]
        of_big = ["--glossary", big]
        commands = {
            "lookup, exact": ["lookup", english, *of_big],
            "lookup, folded": ["lookup", english.title().replace(" ", "-"), *of_big],
            "lookup, inflected": ["lookup", english + "s", *of_big],
            "lookup, French": ["lookup", "--from", "fr", french, *of_big],
            "lookup, part": ["lookup", f"{first} {english.split()[1]}", *of_big],
            "lookup, near": ["lookup", near, *of_big],
            "lookup, near, one word": ["lookup", last[:-1] + "q", *of_big],
            "lookup, JSON": ["lookup", "--json", english, *of_big],
            "lookup, shipped alone": ["lookup", "climate finance"],
            "match, shipped alone": ["match", "--to", "fr", SENTENCE],
            "search --term": ["search", "--term", "digital economy"],
            "version": ["--version"],
        }
        for name, command in commands.items():
            print(name)
            full = [options.program, *command]
            cold = run(full, environment | {"XDG_CACHE_HOME": tempfile.mkdtemp(dir=folder)})
            print(f"    first run    clock {cold[0]:7.1f}  processor {cold[1]:7.1f}")
            run(full, environment)
            print(f"    compiled     {times(full, environment, options.runs)}")
            if options.before:
                slow = max(1, options.runs // 10) if of_big[1] in command else options.runs
                print(f"    before       {times([options.before, *command], environment, slow)}")


if __name__ == "__main__":
    main()
