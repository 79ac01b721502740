#!/usr/bin/env python3
"""harm.py - share of clean news lines that a program's defaults alter, by language.

Usage: harm.py FOLDER [--lines N] [--program "dragoman normalize --jsonl --profile text"] [--only en,zh,...]

FOLDER holds one file of clean news lines a language (fr.txt, yo.txt ...). "not NFC" is how many lines come in another
form than NFC; "dragoman" and every peer count lines that differ from their NFC form afterwards, so that composition
alone is no harm. ftfy (its defaults, and fix_encoding alone) and sacremoses (punctuation normalizer of the language)
are run beside when installed, NFKC always. Prints a table in Markdown; needs no network.
"""
import argparse, glob, json, os, shlex, subprocess, unicodedata

try:
    import ftfy
except ImportError:
    ftfy = None
try:
    import sacremoses
except ImportError:
    sacremoses = None


def nfc(text):
    return unicodedata.normalize("NFC", text)


def dragoman(program, texts):
    feed = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts))
    out = subprocess.run(shlex.split(program), input=feed.encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line)["text"] for line in out.decode("utf-8").splitlines()]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder")
    options.add_argument("--lines", type=int, default=0)
    options.add_argument("--program", default="dragoman normalize --jsonl --profile text")
    options.add_argument("--only")
    options = options.parse_args()
    only = set(options.only.split(",")) if options.only else None
    columns = ["NFKC"] + (["ftfy", "ftfy.fix_encoding"] if ftfy else []) + (["sacremoses"] if sacremoses else [])
    print("| language | lines | not NFC | dragoman | " + " | ".join(columns) + " |")
    print("| --- | --: | --: | --: |" + " --: |" * len(columns))
    for path in sorted(glob.glob(os.path.join(options.folder, "??.txt"))):
        language = os.path.basename(path)[:2]
        if only and language not in only:
            continue
        lines = [line for line in open(path, encoding="utf-8").read().split("\n") if line.strip()]
        lines = lines[: options.lines or None]
        clean = [nfc(line) for line in lines]
        cells = {"NFKC": [unicodedata.normalize("NFKC", line) for line in lines]}
        if ftfy:
            cells["ftfy"] = [ftfy.fix_text(line) for line in lines]
            cells["ftfy.fix_encoding"] = [ftfy.fix_encoding(line) for line in lines]
        if sacremoses:
            normalizer = sacremoses.MosesPunctNormalizer(lang=language)
            cells["sacremoses"] = [normalizer.normalize(line) for line in lines]

        def share(results):
            count = sum(nfc(result) != line for result, line in zip(results, clean))
            return f"{100 * count / len(lines):.1f}" if count else "0"

        results = dragoman(options.program, lines)
        row = [share(results)] + [share(cells[column]) for column in columns]
        unusual = sum(line != form for line, form in zip(lines, clean))
        print(f"| {language} | {len(lines)} | {unusual} | " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
