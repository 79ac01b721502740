#!/usr/bin/env python3
"""Makes files in many encodings from UTF-8 texts, has detectors name the encoding, and counts what decodes right.

    Benchmarks/encodings.py FOLDER [--half 0|1|all] [--cuts 200,1000,5000] [--form text|html|capitals|mixed]
                            [--tools dragoman,charset-normalizer,chardet,uchardet] [--legacy] [--list]

FOLDER holds LANG.txt files, a line a sentence or paragraph; `docs.txt`, if there, the document of each line (else twenty
lines are one). Every other document is one half: tune on half 0, report half 1.
Right is what decodes to the same text as the encoding the file was written in. `dragoman` is DRAGOMAN or the one on the
path; charset-normalizer and chardet are PyPI's, uchardet Debian's.
"""

import argparse
import collections
import importlib.util
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

UNICODE = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
WESTERN = ["cp1252", "iso8859-1", "iso8859-15", "mac_roman"]
CENTRAL = ["cp1250", "iso8859-2"]
BALTIC = ["cp1257", "iso8859-13", "iso8859-4"]
CYRILLIC = ["cp1251", "iso8859-5", "cp866", "mac_cyrillic", "cp855"]
ENCODINGS = {
    **{k: WESTERN for k in "en fr de es pt it nl da sv nb fi is ca sw so ha yo ig om rw wo xh zu".split()},
    **{k: CENTRAL for k in "cs sk pl hu sl hr ro sr-Latn".split()},
    **{k: BALTIC for k in "et lt lv".split()},
    "ru": CYRILLIC + ["koi8_r"], "uk": ["cp1251", "koi8_u", "mac_cyrillic"],
    "bg": [e for e in CYRILLIC], "sr": ["cp1251", "iso8859-5", "cp855"],
    "mk": ["cp1251", "iso8859-5"],
    "el": ["cp1253", "iso8859-7"], "tr": ["cp1254", "iso8859-9"], "he": ["cp1255", "iso8859-8"],
    "ar": ["cp1256", "iso8859-6"], "fa": ["cp1256"], "vi": ["cp1258"], "th": ["tis_620", "cp874"],
    "ja": ["shift_jis", "cp932", "euc_jp", "iso2022_jp"],
    "zh": ["gb18030", "gb2312", "hz", "gbk"], "zh-Hant": ["big5", "gb18030"], "ko": ["euc_kr", "cp949", "iso2022_kr"],
}
LEGACY = {"fr": ["cp850"], "de": ["cp850", "cp437"], "es": ["cp850"], "pt": ["cp850"], "pl": ["cp852", "mac_latin2"],
          "cs": ["cp852", "mac_latin2"], "hu": ["cp852"], "tr": ["cp857"], "el": ["cp737"], "lt": ["cp775"]}
# What a newsroom's converter does with signs that a code page lacks.
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ",
                       "\u200b": "", "ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ", "•": "*", "″": '"', "′": "'"})


def documents(folder, language):
    lines = open(os.path.join(folder, language + ".txt"), encoding="utf-8").read().split("\n")
    docs = os.path.join(folder, "docs.txt")
    names = open(docs).read().split("\n") if os.path.exists(docs) else [str(i // 20) for i in range(len(lines))]
    found = collections.OrderedDict()
    for name, line in zip(names, lines):
        if line.strip():
            found.setdefault(name, []).append(line.strip())
    return list(found.values())


def fitting(text, encoding):
    """The text in the encoding; with plain quotation marks if it lacks curly ones; None if it lacks letters."""
    if has_tones_apart(encoding):
        text = tones(text)
    for candidate in (text, text.translate(PLAIN)):
        try:
            return candidate.encode(encoding)
        except UnicodeError:
            pass
    return None


def has_tones_apart(encoding):
    return encoding == "cp1258"


def tones(text):
    import unicodedata
    marks = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        out += unicodedata.normalize("NFC", "".join(c for c in parts if c not in marks))
        out += "".join(c for c in parts if c in marks)
    return out


def dressed(lines, form, rng):
    if form == "capitals":
        return [line.upper() if rng.random() < 0.5 else line for line in lines]
    if form == "html":
        menu = "".join('<li class="nav-item"><a href="/section/%d.html" title="">Section %d</a></li>\n' % (i, i) for i in range(rng.randrange(20)))
        return ['<html><head><title>%s</title><script>var tracker = {"id": %d, "page": "article"};</script></head><body>\n%s' % (lines[0], rng.randrange(9999), menu)] + [
            '<div class="paragraph"><p style="margin: 0">%s</p></div>' % line for line in lines] + ["</body></html>"]
    return lines


def samples(folder, half, cuts, forms, legacy, each, seed=7):
    rng = random.Random(seed)
    for name in sorted(os.listdir(folder)):
        language = name[:-4]
        if not name.endswith(".txt") or language == "docs":
            continue
        docs = documents(folder, language)
        docs = docs if half == "all" else docs[int(half)::2]
        encodings = UNICODE + ENCODINGS.get(language, []) + (LEGACY.get(language, []) if legacy else [])
        for encoding in encodings:
            for cut in cuts:
                made = 0
                for attempt in range(40):
                    if made == each:
                        break
                    start = rng.randrange(len(docs))
                    lines = [line for doc in (docs[start:] + docs[:start])[:40] for line in doc]
                    form = rng.choice(forms)
                    body = []
                    size = 0
                    for line in dressed(lines, form, rng):
                        part = fitting(line + "\n", encoding)
                        if part is not None:
                            body.append(part)
                            size += len(part)
                        if size > cut:
                            break
                    data = b"".join(body)[:cut]
                    if encoding.startswith("utf-16"):
                        data = data[: len(data) // 2 * 2]
                    elif encoding.startswith("utf-32"):
                        data = data[: len(data) // 4 * 4]
                    if size < min(cut, 150) or (encoding not in UNICODE and data.isascii() and b"~{" not in data and b"\x1b" not in data):
                        continue
                    made += 1
                    yield language, encoding, cut, form, data


ALIASES = {"mac-roman": "mac_roman", "macroman": "mac_roman", "maccyrillic": "mac_cyrillic", "mac-cyrillic": "mac_cyrillic",
           "windows-874": "cp874", "johab": "johab", "uhc": "cp949", "ascii": "ascii", "none": None, "unknown": None, "ibm737": "cp737",
           "iso-8859-8-i": "iso8859-8", "mac-centraleurope": "mac_latin2", "viscii": None, "euc-tw": None}


def decoded(data, name):
    codec = ALIASES.get(name.lower(), name)
    if not codec:
        return None
    try:
        return data.decode(codec, "replace")
    except LookupError:
        return None


def run_dragoman(paths):
    command = os.environ.get("DRAGOMAN", "dragoman").split()
    names = []
    for start in range(0, len(paths), 500):
        # One file that is no text must not shift the others: each line is asked to name its file.
        out = subprocess.run(command + ["detect"] + paths[start:start + 500], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
        found = dict(line.split("\t")[:2] for line in out.splitlines())
        names += [found.get(path, "none") for path in paths[start:start + 500]]
    return names


def run_charset_normalizer(paths):
    import charset_normalizer
    out = []
    for path in paths:
        best = charset_normalizer.from_path(path).best()
        out.append(best.encoding if best else "none")
    return out


def run_chardet(paths):
    import chardet
    return [chardet.detect(open(path, "rb").read())["encoding"] or "none" for path in paths]


def run_uchardet(paths):
    names = []
    for start in range(0, len(paths), 500):
        out = subprocess.run(os.environ.get("UCHARDET", "uchardet").split() + paths[start:start + 500], stdout=subprocess.PIPE, text=True).stdout
        names += [line.rsplit(": ", 1)[1] for line in out.splitlines()]
    return names


TOOLS = {"dragoman": run_dragoman, "charset-normalizer": run_charset_normalizer, "chardet": run_chardet, "uchardet": run_uchardet}


def at_hand(tool):
    """Whether a tool is installed; the peers need not be."""
    if tool == "uchardet":
        return shutil.which(os.environ.get("UCHARDET", "uchardet").split()[0]) is not None
    return tool == "dragoman" or importlib.util.find_spec(tool.replace("-", "_")) is not None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--half", default="1")
    parser.add_argument("--cuts", default="200,1000,5000")
    parser.add_argument("--form", default="text")
    parser.add_argument("--tools", default=",".join(tool for tool in TOOLS if at_hand(tool)))
    parser.add_argument("--each", type=int, default=4)
    parser.add_argument("--legacy", action="store_true", help="MS-DOS and old Macintosh code pages as well")
    parser.add_argument("--list", action="store_true", help="name every miss")
    parser.add_argument("--keep", help="folder for the files made")
    options = parser.parse_args()
    forms = ["text", "html", "capitals"] if options.form == "mixed" else [options.form]
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        os.makedirs(folder, exist_ok=True)
        cases = []
        for language, encoding, cut, form, data in samples(
            options.folder, options.half, [int(c) for c in options.cuts.split(",")], forms, options.legacy, options.each):
            path = os.path.join(folder, "%05d-%s-%s-%d-%s" % (len(cases), language, encoding, cut, form))
            with open(path, "wb") as file:
                file.write(data)
            cases.append((language, encoding, cut, path, data))
        print("%d files" % len(cases))
        table = collections.defaultdict(dict)
        for tool in options.tools.split(","):
            start = time.time()
            names = TOOLS[tool]([case[3] for case in cases])
            seconds = time.time() - start
            right = collections.Counter()
            every = collections.Counter()
            misses = []
            for (language, encoding, cut, path, data), name in zip(cases, names):
                good = decoded(data, name) == data.decode(encoding, "replace")
                for key in ("all", "%d bytes" % cut, encoding):
                    every[key] += 1
                    right[key] += good
                if not good:
                    misses.append((os.path.basename(path), name))
            for key in every:
                table[key][tool] = "%.1f" % (100 * right[key] / every[key])
                table[key]["files"] = str(every[key])
            table["seconds"][tool] = "%.1f" % seconds
            if options.list:
                for miss in misses:
                    print(tool, *miss)
        tools = ["files"] + options.tools.split(",")
        print("| | " + " | ".join(tools) + " |")
        print("|---|" + "---|" * len(tools))
        for key, row in table.items():
            print("| %s | %s |" % (key, " | ".join(row.get(tool, "") for tool in tools)))


main()
