#!/usr/bin/env python3
"""Counts the figures of Sources/UnicodeText/Data/language-words.txt and language-trigrams.txt.

usage: languages_train.py TEXTS DATA [--news FOLDER --seed N] [--held-out FOLDER]

TEXTS   a folder of <tag>.txt, one message or sentence a line: here the translations in Debian's packages
        libreoffice-l10n-*, mediawiki, wordpress-l10n and firefox-esr-l10n-{xh,tl,ff,son,ms}, taken out by languages_texts.py
DATA    where to write
--news  a folder of NTREX-like files and docs.txt: half of its documents, drawn by the seed, count as well for the
        languages whose catalogues are small or written in a style far from the press's; languages.py with the
        same seed measures on the other half only
--held-out  where to write, for languages.py, the messages of six words and more among the tenth that is not counted;
        of the languages that are not counted at all, all of them
Needs PyPI's wordfreq (general word frequencies of some 40 languages). No text goes into the data, only words and
trigrams of at least two messages or documents, without names.

A weight is what a feature f tells for a language L in bits: log2(1 + 49 f(L) / mean over languages f), the logarithm
of an interpolated unigram likelihood against the floor that languages without f get (share of the floor: 0.02).
"""
import argparse
import collections
import math
import os
import random
import re
import unicodedata
import zlib

import wordfreq

LANGUAGES = """af az bs ca cs cy da de en eo es et eu fi fo fr fy ga gd gl gv ha haw hr ht hu ia id ie ig is it jv ku la
lb lg ln lt lv mg ms mt nb nl nn nr nso oc om pl pt qu rm rn ro rw sco sk sl sn so sq ss st su sv sw tk tl tn to tr ts
tw uz ve vi vo war wo xh yo zu ceb br gn ru uk be bg mk sr kk ky tg mn tt ba am ti zh zh-Hant ja""".split()
FILES = {
    "pt": ["pt", "pt-BR", "pt-br"], "ku": ["ku-latn", "kmr@latin"], "sr": ["sr-ec", "sr"], "tt": ["tt-cyrl"],
    "tg": ["tg", "tg-cyrl"], "kk": ["kk-cyrl", "kk"], "be": ["be", "be-tarask"], "gn": ["gn", "gug"],
    "zh": ["zh-hans"], "zh-Hant": ["zh-hant"],
}
WORDFREQ = {"tl": "fil", "hr": "sh", "bs": "sh", "zh-Hant": None, "sr": None}
NEWS = "am ha ig om rw so sw ti wo xh yo zu".split()
PRESS = """en es fr pt ru sw ha yo zu xh ig so rw rn wo om am ti de gl ca it bg uk mk sr nr ss ts tn sn lg ln st nso ve
nl id ms jv af sco""".split()
NGUNI = "zu xh ss nr".split()
UNCOUNTED = "mi sm ny wa ay bi fj kl na pag pam gaa tum luo yua crs mfe kha lus".split()
FLOOR = 0.02
# Words of an imagined text in the mean of all languages, added to each.
PRIOR = 2000
WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
HAN = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")


def words(text):
    """Lower-case words; Han and Kana stand alone, since words are not marked there."""
    for word in WORD.findall(text):
        if HAN.search(word):
            yield from HAN.findall(word)
        elif "\u0e00" > word or word > "\u0e7f":
            yield word.lower()


def trigrams(word):
    if HAN.search(word):
        return
    word = "_" + word + "_"
    for i in range(len(word) - 2):
        yield word[i : i + 3]


def catalogue(folder, tag, english):
    counts = collections.Counter()
    for name in FILES.get(tag, [tag]):
        path = os.path.join(folder, name + ".txt")
        if not os.path.exists(path):
            continue
        for line in open(path, encoding="utf-8"):
            if is_held_out(line):
                continue
            found = list(words(unicodedata.normalize("NFC", line)))
            # Messages nobody has translated yet.
            if tag not in ("en", "sco") and sum(w in english for w in found) >= 0.7 * len(found):
                continue
            counts.update(found)
    total = sum(counts.values())
    return {w: n / total for w, n in counts.items() if n > 1}, total


def is_held_out(line):
    return zlib.crc32(line.strip().encode()) % 10 == 0


def hold_out(texts, folder):
    os.makedirs(folder, exist_ok=True)
    for tag in LANGUAGES + UNCOUNTED:
        lines = []
        for name in FILES.get(tag, [tag]):
            path = os.path.join(texts, name + ".txt")
            if os.path.exists(path):
                lines += open(path, encoding="utf-8").read().split("\n")
        lines = [l for l in lines if len(WORD.findall(l)) >= 6 and (tag in UNCOUNTED or is_held_out(l))][:200]
        if lines:
            with open(os.path.join(folder, tag + ".txt"), "w", encoding="utf-8") as out:
                out.write("\n".join(lines))


def general(tag):
    code = WORDFREQ.get(tag, tag)
    if code not in wordfreq.available_languages("best"):
        return {}, 0
    result = collections.Counter()
    for entry, f in list(wordfreq.get_frequency_dict(code, "best").items())[:20000]:
        for word in words(unicodedata.normalize("NFC", entry)):
            result[word] += f
    total = sum(result.values())
    return {w: f / total for w, f in result.items()}, 1_000_000


def training_half(folder, seed):
    documents = [l for l in open(os.path.join(folder, "docs.txt"), encoding="utf-8").read().split("\n") if l]
    names = sorted(set(documents))
    random.Random(seed).shuffle(names)
    return documents, set(names[: len(names) // 2])


def news(folder, tag, seed):
    if not folder or tag not in NEWS:
        return {}, 0
    documents, half = training_half(folder, seed)
    counts, capitals, spread = collections.Counter(), collections.Counter(), collections.defaultdict(set)
    lines = open(os.path.join(folder, tag + ".txt"), encoding="utf-8").read().split("\n")
    for line, document in zip(lines, documents):
        if document not in half:
            continue
        for place, raw in enumerate(WORD.findall(unicodedata.normalize("NFC", line))):
            word = raw.lower()
            counts[word] += 1
            spread[word].add(document)
            capitals[word] += place > 0 and raw != word
    total = sum(counts.values())
    return {w: n / total for w, n in counts.items() if len(spread[w]) > 1 and capitals[w] < n / 2}, total


def mixture(parts):
    """The parts' shares mixed by their weights, and how many words they were counted from."""
    parts = [(weight, part, size) for weight, (part, size) in parts if part]
    total = sum(weight for weight, _, _ in parts)
    result = collections.Counter()
    for weight, part, _ in parts:
        for word, f in part.items():
            result[word] += f * weight / total
    return result, sum(size for _, _, size in parts)


def weigh(features, counted, sizes):
    """Lists each language's most telling features; shares counted from few words are drawn towards the mean of all."""
    mean = collections.Counter()
    for tag in LANGUAGES:
        for x, f in features[tag].items():
            mean[x] += f / len(LANGUAGES)
    table = {}
    for tag in LANGUAGES:
        size = sizes[2] if tag in NGUNI else sizes[1] if tag in PRESS else sizes[0]
        scored = []
        for x, f in features[tag].most_common(12000):
            f = (counted[tag] * f + PRIOR * mean[x]) / (counted[tag] + PRIOR)
            weight = math.log2(1 + (1 - FLOOR) / FLOOR * f / mean[x])
            if weight > 2:
                scored.append((f * (weight - 2), x, round(2 * weight) / 2))
        scored.sort(key=lambda s: (-s[0], s[1]))
        table[tag] = [(x, weight) for _, x, weight in scored[:size]]
    return table


def write(path, head, table):
    with open(path, "w", encoding="utf-8") as out:
        out.write(head)
        for tag in LANGUAGES:
            if not table[tag]:
                continue
            out.write(f"[{tag}]\n")
            for weight in sorted({w for _, w in table[tag]}, reverse=True):
                out.write(f"{weight:g} {' '.join(x for x, w in table[tag] if w == weight)}\n")


HEAD = """# {what}
#
# A section a language; a line a weight in bits and the features that have it, most telling first:
# log2(1 + 49 f / mean f over all languages here), f being the share of the feature among all of its language.
# Counted by Benchmarks/languages_train.py from free texts, of which nothing but these figures is kept: translations
# of LibreOffice 7.4 (MPL-2.0), MediaWiki 1.39 (GPL-2.0-or-later), WordPress 6.1 (GPL-2.0-or-later) and Firefox ESR
# (MPL-2.0) in Debian's packages; wordfreq 3.1 (data CC BY-SA 4.0) for the languages it has; and for am ha ig om rw
# so sw ti wo xh yo zu also half of the documents of NTREX-128's published half (Microsoft, CC BY-SA 4.0).
# Nobody who reads these languages has gone through the lists: they are counts. Thin: ie rn sn tn to ti vo wo.
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("texts")
    parser.add_argument("data")
    parser.add_argument("--news")
    parser.add_argument("--held-out")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--words", type=int, nargs=3, default=[60, 250, 450])
    parser.add_argument("--trigrams", type=int, nargs=3, default=[190, 480, 1400])
    options = parser.parse_args()
    if options.held_out:
        hold_out(options.texts, options.held_out)
    frequencies = wordfreq.get_frequency_dict("en", "best")
    english = set(sorted(frequencies, key=lambda w: (-frequencies[w], w))[:8000])
    by_word, by_trigram, counted = {}, {}, {}
    for tag in LANGUAGES:
        by_word[tag], counted[tag] = mixture([
            (1, catalogue(options.texts, tag, english)), (3, general(tag)), (5, news(options.news, tag, options.seed))])
        counts = collections.Counter()
        for word, f in by_word[tag].items():
            for x in trigrams(word):
                counts[x] += f
        total = sum(counts.values()) or 1
        by_trigram[tag] = collections.Counter({x: f / total for x, f in counts.items()})
    write(os.path.join(options.data, "language-words.txt"),
          HEAD.format(what="Words that tell a language, lower case; single characters of Han and Kana."),
          weigh(by_word, counted, options.words))
    write(os.path.join(options.data, "language-trigrams.txt"),
          HEAD.format(what="Trigrams that tell a language; _ is the edge of a word."),
          weigh(by_trigram, counted, options.trigrams))


main()
