#!/usr/bin/env python3
"""Measures language identification on folders of <tag>.txt, one sentence a line, beside peers.

usage: languages.py FOLDER [--dragoman PROGRAM] [--peers pycld2,langid,lingua] [--half N] [--limit N] [--errors TAG,…]

Prints a table in Markdown: percent right for single sentences and for blocks of five in a row. Files of the same line
count as docs.txt (a document's name a line) can be measured on the half of the documents that languages_train.py with
the same seed did not count (--half SEED). The peers are PyPI's pycld2, langid and lingua-language-detector; those not
installed are left out. Peers get NFC, as the program sees to itself; lingua knows only some of the languages, and is
measured on those.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import time
import unicodedata

MAIN = "en zh fr ar pt sw am ha yo zu hi ru es".split()


def read(folder, seed):
    held = None
    if seed is not None:
        documents = [l for l in open(os.path.join(folder, "docs.txt"), encoding="utf-8").read().split("\n") if l]
        names = sorted(set(documents))
        random.Random(seed).shuffle(names)
        counted = set(names[: len(names) // 2])
        held = [d not in counted for d in documents]
    texts = {}
    for name in sorted(os.listdir(folder)):
        tag, extension = os.path.splitext(name)
        if extension != ".txt" or tag == "docs":
            continue
        lines = open(os.path.join(folder, name), encoding="utf-8").read().split("\n")
        if held:
            lines = [line for line, keep in zip(lines, held) if keep]
        texts[tag] = [line for line in lines if line.strip()]
    return texts


def dragoman(program):
    def run(texts):
        records = "".join(json.dumps({"id": i, "text": t}, ensure_ascii=False) + "\n" for i, t in enumerate(texts))
        done = subprocess.run([program, "detect", "--jsonl"], input=records.encode(), capture_output=True, check=True)
        answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
        assert [a["id"] for a in answers] == list(range(len(texts)))
        run.confidence += [a["confidence"] for a in answers]
        return [a["lang"] for a in answers]

    run.confidence = []
    return run


def nfc(text):
    return unicodedata.normalize("NFC", text)


def pycld2_peer():
    import pycld2

    codes = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "no": "nb"}

    def one(text):
        code = pycld2.detect(nfc(text), isPlainText=True, bestEffort=True)[2][0][1]
        return codes.get(code, code)

    return lambda texts: [one(t) for t in texts]


def langid_peer():
    import langid

    return lambda texts: [langid.classify(nfc(t))[0] for t in texts]


def lingua_peer():
    import lingua

    detector = lingua.LanguageDetectorBuilder.from_all_languages().build()

    def run(texts):
        found = detector.detect_languages_in_parallel_of([nfc(t) for t in texts])
        return [l.iso_code_639_1.name.lower() if l else "und" for l in found]

    return run


PEERS = {"pycld2": pycld2_peer, "langid": langid_peer, "lingua": lingua_peer}


def same(tag, answer):
    # What variety of Chinese a text is in is another question.
    return answer == tag or answer.split("-")[0] == tag


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--dragoman", default=".build/release/dragoman")
    parser.add_argument("--peers", default="pycld2,langid,lingua")
    parser.add_argument("--half", type=int)
    parser.add_argument("--limit", type=int, help="sentences a language")
    parser.add_argument("--errors", default="", help="print the misses of these languages")
    options = parser.parse_args()
    texts = read(options.folder, options.half)
    if options.limit:
        texts = {tag: lines[: options.limit] for tag, lines in texts.items()}
    tools = {"dragoman": dragoman(options.dragoman)}
    for name in filter(None, options.peers.split(",")):
        try:
            tools[name] = PEERS[name]()
        except ImportError:
            print(f"{name}: not installed", file=sys.stderr)
    figures, seconds, bins = {}, dict.fromkeys(tools, 0.0), {}
    for name, tool in tools.items():
        for tag, lines in texts.items():
            blocks = [" ".join(lines[i : i + 5]) for i in range(0, len(lines) - 4, 5)]
            for kind, inputs in (("sentences", lines), ("blocks", blocks)):
                started = time.perf_counter()
                answers = tool(inputs)
                seconds[name] += time.perf_counter() - started
                right = [same(tag, a) for a in answers]
                figures[name, tag, kind] = 100 * sum(right) / max(len(right), 1)
                if name == "dragoman" and kind == "sentences":
                    for ok, confidence in zip(right, tool.confidence[-len(right) :]):
                        bins.setdefault(min(int(confidence * 10), 9), []).append(ok)
                    if tag in options.errors.split(","):
                        for text, answer, ok in zip(inputs, answers, right):
                            if not ok:
                                print(tag, answer, text, file=sys.stderr)
    print("| language | n | " + " | ".join(f"{n}, 1 | {n}, 5" for n in tools) + " |")
    print("| --- |" + " --: |" * (1 + 2 * len(tools)))

    def row(label, count, cell):
        print(f"| {label} | {count} | " + " | ".join(cell(n, k) for n in tools for k in ("sentences", "blocks")) + " |")

    for tag in [t for t in MAIN if t in texts] + [t for t in texts if t not in MAIN]:
        row(tag, len(texts[tag]), lambda n, k: f"{figures[n, tag, k]:.1f}")
    for label, tags in (("mean of " + " ".join(MAIN), MAIN), ("mean of all", list(texts))):
        known = [t for t in tags if t in texts]
        row(label, sum(len(texts[t]) for t in known),
            lambda n, k: f"{sum(figures[n, t, k] for t in known) / max(len(known), 1):.2f}")
    size = sum(len(line.encode()) for lines in texts.values() for line in lines) * 2
    print("\nMB/s over the run (programs with their start): "
          + ", ".join(f"{n} {size / 1e6 / s:.2f}" for n, s in seconds.items()))
    print("\n| confidence | sentences | right |\n| --- | --: | --: |")
    for place in sorted(bins):
        print(f"| {place / 10:.1f}–{(place + 1) / 10:.1f} | {len(bins[place])} | "
              f"{100 * sum(bins[place]) / len(bins[place]):.1f} |")


main()
