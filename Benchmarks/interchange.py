#!/usr/bin/env python3
"""interchange.py - how fast TMX is read, imported and exported, beside other XML and TMX readers in the same run.

Usage: interchange.py [FILE.tmx] [--dragoman PROGRAM] [--megabytes 200] [--rounds 3] [--without NAME,…]
                      [--reader PROGRAM]

Without FILE a file of so many megabytes is made of random sentences. Each reader is a process of its own; they take turns
within a round, and every figure is the best of the rounds: seconds of the processor (user and system) and by the clock,
megabytes and units a second of the processor, and the most memory, of which some 12 MB are always this program's. Our
reader builds every unit with its texts, attributes, notes and codes; the peers do what their names say. Import is into a
new memory with its index of matches, export of all of it.

Peers: expat (compiled here, libexpat1-dev), pyexpat, xmllint (Debian: libxml2-utils), and of PyPI lxml and
translate-toolkit, in the Python this is run with:

    python3 -m venv peers && peers/bin/pip install lxml translate-toolkit && peers/bin/python Benchmarks/interchange.py

Those missing are named and left out. --without takes names of the first column, --reader an InterchangeBenchmark that is
built already.
"""
import argparse
import importlib.util
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SEG, UNIT = "seg", "tu"


# Peers in Python, each in a process of its own. They return the units they saw.


def pyexpat_alone(path):
    import xml.parsers.expat

    parser = xml.parsers.expat.ParserCreate()
    with open(path, "rb") as file:
        parser.ParseFile(file)


def pyexpat_texts(path):
    import xml.parsers.expat

    units, text, is_segment = 0, [], False

    def start(name, _):
        nonlocal units, is_segment
        units += name == UNIT
        is_segment = is_segment or name == SEG

    def end(name):
        nonlocal is_segment
        if name == SEG:
            "".join(text)
            text.clear()
            is_segment = False

    def characters(data):
        if is_segment:
            text.append(data)

    parser = xml.parsers.expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    with open(path, "rb") as file:
        parser.ParseFile(file)
    return units


def tree_units(events):
    units = 0
    for _, element in events:
        units += 1
        for segment in element.iter(SEG):
            "".join(segment.itertext())
        element.clear()
    return units


def lxml_iterparse(path):
    from lxml import etree

    def events():
        for event, element in etree.iterparse(path, tag=UNIT):
            yield event, element
            # The parent keeps what it has been given.
            while element.getprevious() is not None:
                del element.getparent()[0]

    return tree_units(events())


def toolkit(path):
    from translate.storage import tmx

    return sum(unit.source is not None for unit in tmx.tmxfile.parsefile(path).units)


PYTHON = {
    "pyexpat, no handlers": (pyexpat_alone, None), "pyexpat, segments joined": (pyexpat_texts, None),
    "lxml.iterparse, segments joined": (lxml_iterparse, "lxml"), "Translate Toolkit, whole file": (toolkit, "translate"),
}


# Measuring


class Run:
    """A process: seconds of the processor and by the clock, most memory in bytes, and what it printed."""

    def __init__(self, command):
        with tempfile.TemporaryFile() as output:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=output)
            _, status, usage = os.wait4(process.pid, 0)
            self.clock = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            self.output = output.read().decode()
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        self.busy = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024


def best(runs):
    return tuple(min(getattr(run, name) for run in runs) for name in ("busy", "clock", "memory"))


def make(path, size):
    """A TMX file: sentences of random words, with dates, properties and notes as memories have them."""
    choice = random.Random(1)
    words = {}
    for tag, letters in (("en", "eeeettaaooiinnsshhrrddllucmfwygpbvk"), ("fr", "eeeeessaaiittnnrruulloodcmpévqfbghàè")):
        words[tag] = ["".join(choice.choice(letters) for _ in range(choice.randint(2, 11))) for _ in range(20_000)]
    # The n-th word of a language comes about 1/n as often as the first.
    ranks = [int(20_000 ** choice.random()) for _ in range(1 << 16)]

    def sentence(tag):
        count = choice.randint(4, 36)
        at = choice.randrange(len(ranks) - count)
        text = " ".join(words[tag][rank] for rank in ranks[at : at + count]).capitalize()
        return text + choice.choice([".", ".", ".", "?", "…", " &amp; %d." % choice.randint(1, 2030)])

    with open(path, "w", encoding="utf-8") as file:
        done = file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="interchange.py" '
            'creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>\n'
            "<body>\n")
        number = 0
        while done < size:
            number += 1
            date = "20%02d%02d%02dT120000Z" % (number % 26, number % 12 + 1, number % 28 + 1)
            note = "<note>line %d</note>" % number if number % 3 == 0 else ""
            text = (
                f'<tu tuid="{number}" creationdate="{date}" creationid="ann" changedate="{date}" changeid="eve">'
                f'<prop type="x-domain">news</prop><prop type="x-document">doc-{number // 20}</prop>{note}\n'
                f'<tuv xml:lang="en"><seg>{sentence("en")}</seg></tuv>\n'
                f'<tuv xml:lang="fr"><seg>{sentence("fr")}</seg></tuv>\n</tu>\n')
            file.write(text)
            done += len(text.encode())
        file.write("</body>\n</tmx>\n")


def built(folder, ours):
    """Our reader, if it is not there yet, and expat's, compiled."""
    expat = os.path.join(folder, "expat")
    source = os.path.join(HERE, "expat_events.c")
    try:
        subprocess.run(["cc", "-O2", "-o", expat, source, "-lexpat"], check=True, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        expat = None
    if ours:
        return ours, expat
    swift = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", HERE]
    swift += ["--product", "InterchangeBenchmark"]
    subprocess.run(swift, check=True, stdout=subprocess.DEVNULL)
    path = subprocess.run(swift + ["--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return os.path.join(path, "InterchangeBenchmark"), expat


def readers(file, ours, expat, missing):
    commands = {"dragoman's reader, all units built": [ours, file]}
    if expat:
        commands["expat, no handlers"] = [expat, file]
        commands["expat with namespaces, no handlers"] = [expat, file, "namespaces"]
    else:
        missing.append("expat")
    if shutil.which("xmllint"):
        commands["xmllint --stream"] = ["xmllint", "--stream", "--noout", file]
    else:
        missing.append("xmllint")
    for name, (_, module) in PYTHON.items():
        if module and not importlib.util.find_spec(module):
            missing.append(name)
        else:
            commands[name] = [sys.executable, os.path.abspath(__file__), "--peer", name, file]
    return commands


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?")
    parser.add_argument("--dragoman", default="dragoman")
    parser.add_argument("--megabytes", type=float, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", default="")
    parser.add_argument("--reader")
    parser.add_argument("--peer", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer == "make":
        return make(options.file, options.megabytes * 1e6)
    if options.peer:
        return print(PYTHON[options.peer][0](options.file) or "")
    missing, without = [], options.without.split(",")
    with tempfile.TemporaryDirectory() as folder:
        file = options.file or os.path.join(folder, "made.tmx")
        if not options.file:
            # Linux counts the memory of the process that started another as that one's: this one stays small.
            me = [sys.executable, os.path.abspath(__file__)]
            subprocess.run([*me, "--peer", "make", file, "--megabytes", str(options.megabytes)], check=True)
        size = os.path.getsize(file)
        memory, exported = os.path.join(folder, "m.db"), os.path.join(folder, "out.tmx")
        commands = readers(file, *built(folder, options.reader), missing)
        commands = {name: command for name, command in commands.items() if name.split(",")[0] not in without}
        commands["dragoman import, with index"] = [options.dragoman, "import", file, "--memory", memory, "-q"]
        commands["dragoman export"] = [options.dragoman, "export", "--memory", memory, "-o", exported, "-q"]
        runs = {name: [] for name in commands}
        for _ in range(options.rounds):
            for left in os.listdir(folder):
                if left.startswith(("m.db", "out.tmx")):
                    path = os.path.join(folder, left)
                    shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
            for name, command in commands.items():
                runs[name].append(Run(command))
        units = int(next(iter(runs.values()))[0].output.split()[0])
        for name in PYTHON:
            found = runs[name][0].output.strip() if name in runs else ""
            if found and int(found) != units:
                sys.exit(f"{name} read {found} units, dragoman's reader {units}")
        print(f"{size / 1e6:.1f} MB, {units} units; the best of {options.rounds} rounds\n")
        print("| | s | s by the clock | MB/s | units/s | most memory, MB |\n| --- | --: | --: | --: | --: | --: |")
        for name, done in runs.items():
            busy, clock, most = best(done)
            length = os.path.getsize(exported) if name == "dragoman export" else size
            speed = f"{length / 1e6 / busy:.0f} | {units / busy:,.0f}"
            print(f"| {name} | {busy:.2f} | {clock:.2f} | {speed} | {most / 1e6:.0f} |")
        for name in missing:
            print(f"{name}: not installed", file=sys.stderr)


if __name__ == "__main__":
    main()
