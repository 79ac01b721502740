#!/usr/bin/env python3
"""repair.py - how much mis-decoded news text is repaired exactly, and how much clean news text is harmed.

Usage: repair.py FOLDER [--lines N] [--program "dragoman normalize --jsonl --profile text"]
                 [--suite damage|harm|both] [--show N] [--only ENCODING]

FOLDER holds one file of news lines a language (de.txt, ru.txt ...). Lines are turned into UTF-8 and read back as each
encoding, once, twice, and every second word only; each must come back as it was (in NFC). Clean lines, the same in
capitals, and the same in quotation marks must come back unchanged. ftfy.fix_encoding is run beside when installed.
"""
import argparse, glob, json, os, random, shlex, subprocess, sys, unicodedata

try:
    import ftfy
except ImportError:
    ftfy = None

ENCODINGS = {
    "latin-1": "latin-1", "windows-1252": "cp1252", "windows-1250": "cp1250", "windows-1251": "cp1251",
    "windows-1253": "cp1253", "windows-1254": "cp1254", "windows-1257": "cp1257", "ISO-8859-2": "iso8859-2",
    "ISO-8859-15": "iso8859-15", "macintosh": "mac_roman", "IBM437": "cp437", "IBM850": "cp850", "IBM852": "cp852",
    "IBM866": "cp866", "KOI8-R": "koi8_r", "x-mac-cyrillic": "mac_cyrillic",
}
MODES = ["once", "twice", "words"]


def table(codec):
    """What each byte is read as; an undefined byte below A0 as the control of its number, as Windows does."""
    result = []
    for byte in range(256):
        try:
            result.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            result.append(chr(byte) if byte < 0xA0 else None)
    return result


TABLES = {name: table(codec) for name, codec in ENCODINGS.items()}


def misread(text, name):
    read = [TABLES[name][byte] for byte in text.encode("utf-8")]
    return None if None in read else "".join(read)


def damage(line, name, mode):
    if mode == "once":
        return misread(line, name)
    if mode == "twice":
        once = misread(line, name)
        return once and misread(once, name)
    words = line.split(" ")
    words = [misread(word, name) if index % 2 else word for index, word in enumerate(words)]
    return None if None in words else " ".join(words)


def run(program, texts):
    feed = "".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts))
    out = subprocess.run(shlex.split(program), input=feed.encode(), stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return [json.loads(line)["text"] for line in out.splitlines()]


def composed(text):
    return unicodedata.normalize("NFC", text)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--lines", type=int, default=40)
    parser.add_argument("--program", default="dragoman normalize --jsonl --profile text")
    parser.add_argument("--suite", default="both", choices=["damage", "harm", "both"])
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--only")
    a = parser.parse_args()
    news = {}
    for path in sorted(glob.glob(os.path.join(a.folder, "*.txt"))):
        name = os.path.splitext(os.path.basename(path))[0]
        if len(name) > 3:
            continue
        news[name] = [line.strip() for line in open(path, encoding="utf-8") if line.strip()]
    if a.suite != "harm":
        damaged(news, a)
    if a.suite != "damage":
        harm(news, a)


def damaged(news, a):
    cases = []
    for language, lines in news.items():
        marked = [line for line in lines if not line.isascii()]
        random.Random(7).shuffle(marked)
        for line in marked[: a.lines]:
            for name in ENCODINGS:
                if a.only and name != a.only:
                    continue
                for mode in MODES:
                    bad = damage(line, name, mode)
                    if bad and bad != line:
                        cases.append((language, name, mode, composed(line), bad))
    ours = run(a.program, [case[4] for case in cases])
    peer = [composed(ftfy.fix_encoding(case[4])) for case in cases] if ftfy else None
    print("Damaged lines that come back exactly, percent (%d lines; wrong: changed, but not to what it was)\n" % len(cases))
    head = ["encoding", "mode", "lines", "dragoman", "wrong"] + (["ftfy", "wrong"] if peer else [])
    print("| " + " | ".join(head) + " |\n|" + " --- |" * len(head))
    for keys in [(1, 2), (2,), (0,)]:
        groups = {}
        for index, case in enumerate(cases):
            groups.setdefault(tuple(case[key] for key in keys), []).append(index)
        for group, members in groups.items():
            row = [group[0], group[1]] if len(group) == 2 else ["all" if keys == (2,) else group[0], group[0] if keys == (2,) else "all"]
            row.append(str(len(members)))
            for result in [ours] + ([peer] if peer else []):
                good = sum(result[i] == cases[i][3] for i in members)
                bad = sum(result[i] != cases[i][3] and result[i] != composed(cases[i][4]) for i in members)
                row += ["%.1f" % (100 * good / len(members)), "%.1f" % (100 * bad / len(members))]
            print("| " + " | ".join(row) + " |")
    shown = 0
    order = list(range(len(cases)))
    random.Random(1).shuffle(order)
    for i in order:
        if shown < a.show and ours[i] != cases[i][3]:
            shown += 1
            print("\n", cases[i][:3], "\n  was ", cases[i][3][:300], "\n  bad ", cases[i][4][:300], "\n  ours", ours[i][:300], "\n  ftfy", "ok" if peer and peer[i] == cases[i][3] else "not")


VARIANTS = {
    "as it is": lambda line: line,
    "capitals": lambda line: line.upper(),
    "quoted": lambda line: "“" + line + "…” «" + line + "» ‘" + line + "’ „" + line + "“",
    "each word quoted": lambda line: " ".join("“" + word + "”®" for word in line.split(" ")),
}


def harm(news, a):
    print("\nClean lines altered beyond NFC\n")
    print("| language | lines | not NFC | " + " | ".join(VARIANTS) + " |" + (" ftfy |" if ftfy else ""))
    print("|" + " --- |" * (3 + len(VARIANTS) + bool(ftfy)))
    for language, lines in news.items():
        row = [language, str(len(lines)), str(sum(line != composed(line) for line in lines))]
        for name, variant in VARIANTS.items():
            texts = [variant(line) for line in lines]
            altered = [(t, r) for t, r in zip(texts, run(a.program, texts)) if composed(t) != r]
            row.append(str(len(altered)))
            for t, r in altered[: a.show]:
                print("  ", name, "\n   in ", t[:300], "\n   out", r[:300], file=sys.stderr)
        if ftfy:
            row.append(str(sum(composed(ftfy.fix_encoding(line)) != composed(line) for line in lines)))
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
