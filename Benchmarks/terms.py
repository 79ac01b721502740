#!/usr/bin/env python3
"""terms.py - are terms found where they are, and how fast.

Usage: terms.py inflected TERMS.tsv...             share of terms found in sentences, as they are and inflected
       terms.py names FOLDER [--sample N]          names of countries in parallel texts FOLDER/LANGUAGE.txt, line by line
       terms.py speed FOLDER TERMS.tsv... [--size MB | --once]   beside grep and ahocorasick_rs

TERMS.tsv has a language a column, named in its first row. "inflected" puts each term into two sentences of its language, as
it is and in the forms that the rules in this file give it (plural, case, article, particles written together with it):
rules of grammar written for this file, not the matcher's data. "names" looks for CLDR's English names of countries in
en.txt and for their names in another language in the same line of that language, by the matcher and by plain substring
search; "elsewhere" counts names in lines whose English has none; with --sample it prints so many lines with what was found in brackets, to be read. "speed" takes the terms of all
tables and CLDR's names, each language's with its own texts, repeated to --size (50), or with --once each line once.

The environment variable TERMS_BENCHMARK names a program that is built already.
"""
import argparse, collections, os, random, re, subprocess, tempfile, time, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
LANGUAGES = "en zh fr ar pt sw am ha yo zu hi ru es".split()

SENTENCES = {
    "en": ["The report speaks of {}.", "They discussed “{}”, and more."],
    "zh": ["报告提到了{}。", "他们讨论了“{}”等问题。"],
    "fr": ["Le rapport parle de : {}.", "Ils ont discuté de « {} », entre autres."],
    "ar": ["يتحدث التقرير عن {}.", "ناقشوا «{}» وغيرها."],
    "pt": ["O relatório fala de {}.", "Discutiram «{}», entre outros."],
    "sw": ["Ripoti inazungumzia {}.", "Walijadili “{}” na mengine."],
    "am": ["ሪፖርቱ ስለ፡ {} ይናገራል።", "“{}” ላይ ተወያዩ።"],
    "ha": ["Rahoton ya yi magana a kan {}.", "Sun tattauna “{}” da sauransu."],
    "yo": ["Ìròyìn náà sọ nípa {}.", "Wọ́n jíròrò lórí “{}” àti àwọn mìíràn."],
    "zu": ["Umbiko ukhuluma nge: {}.", "Baxoxe “{}” nokunye."],
    "hi": ["रिपोर्ट में {} की बात है।", "उन्होंने “{}” पर चर्चा की।"],
    "ru": ["В докладе говорится: {}.", "Они обсудили «{}» и другое."],
    "es": ["El informe habla de {}.", "Hablaron de «{}», entre otros."],
}


def plural(word, language):
    """The regular plural of one word; None where this file knows none."""
    if language == "en":
        if re.search(r"[^aeiou]y$", word): return word[:-1] + "ies"
        return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")
    if language == "fr":
        if re.search(r"[sxz]$", word): return word
        if word.endswith("al"): return word[:-2] + "aux"
        return word + ("x" if re.search(r"eau$|eu$", word) else "s")
    if language == "es":
        if re.search(r"[aeiouáéó]$", word): return word + "s"
        if word.endswith("ión"): return word[:-3] + "iones"
        if word.endswith("z"): return word[:-1] + "ces"
        return word + "es" if re.search(r"[rldj]$", word) else None
    if language == "pt":
        if word.endswith("ção") or word.endswith("são"): return word[:-2] + "ões"
        if re.search(r"[aeiouáéó]$", word): return word + "s"
        if word.endswith("al"): return word[:-1] + "is"
        if word.endswith("m"): return word[:-1] + "ns"
        return word + "es" if re.search(r"[rz]$", word) else None
    return None


def forms(term, language):
    """Inflected forms of a term, by a regular rule, each with the rule's name."""
    words = term.split(" ")
    first, rest = words[0], words[1:]
    out = []

    def head(new, rule):
        if new: out.append((" ".join([new] + rest), rule))

    if not re.match(r"^[^\W\d_]{3,}$", first.replace("-", "")) and language not in ("ar", "am", "hi", "zu"): return out
    if language == "en" and term.islower():
        last = plural(words[-1], "en") if words[-1].isalpha() and len(words[-1]) > 3 else None
        if last and not re.search(r"(ing|ed|ic|al|ous|able|ive|ary|ful|s)$", words[-1]):
            out.append((" ".join(words[:-1] + [last]), "plural"))
        out.append((term + "’s", "possessive"))
    elif language in ("fr", "es", "pt") and term.islower() and len(words) < 3 and all(w.isalpha() for w in words):
        many = [plural(word, language) for word in words]
        if all(many) and many != words: out.append((" ".join(many), "plural"))
        if language == "fr" and re.match("[aeiouhéèê]", term): out.append(("l’" + term, "elision"))
    elif language == "ar" and re.match("^[\u0621-\u064A]{4,}$", first):
        for particle in ("و", "ب", "ل", "ك", "ف"):
            if not first.startswith("ال") or particle != "ل": out.append((particle + term, "particle " + particle))
        if first.startswith("ال"):
            out.append(("لل" + term[2:], "particle لل"))
            out.append(("وبال" + term[2:], "particles وبال"))
        elif not rest:
            out.append(("ال" + term, "article"))
            out.append(("بال" + term, "article and particle"))
            out.append(((first[:-1] + "ته" if first.endswith("ة") else first + "ه"), "pronoun"))
    elif language == "sw":
        classes = {"kifaa": "vifaa", "kipimo": "vipimo", "mgonjwa": "wagonjwa", "ugonjwa": "magonjwa", "chanjo": None,
                   "dawa": "madawa", "kirusi": "virusi", "kituo": "vituo", "mtu": "watu", "chakula": "vyakula",
                   "muuguzi": "wauguzi", "mhudumu": "wahudumu", "daktari": "madaktari", "tone": "matone", "jaribio": "majaribio"}
        if classes.get(first) and not rest: head(classes[first], "class " + first[:2])
        if not rest and first.islower() and not first.startswith("ku") and re.search("[aeiou]$", first):
            head(first + "ni", "locative")
    elif language == "am" and re.match("^[\u1200-\u135A]{3,}$", first):
        for particle in ("የ", "በ", "ለ", "ከ", "ስለ"):
            if first[0] not in "የበለከአእ": out.append((particle + term, "particle " + particle))
        if not rest: out.append((term + "ን", "object -ን"))
    elif language == "ha" and not rest and first.islower() and len(first) > 4:
        if first.endswith("a"): out += [(first + "r", "linker -r"), (first + "n", "linker -n")]
        elif first[-1] in "ieou": out.append((first + "n", "linker -n"))
    elif language == "yo":
        bare = "".join(c for c in unicodedata.normalize("NFD", term) if c not in "\u0300\u0301")
        bare = unicodedata.normalize("NFC", bare)
        if bare != term: out.append((bare, "without tones"))
    elif language == "zu" and re.match("^i[sz]i[a-z]{3,}|^i[a-z]{4,}|^u(m|bu|ku)[a-z]{3,}", first) and "-" not in first:
        vowel = first[0]
        for joined, name in (("na", "na-"), ("nga", "nga-"), ("ya", "ya-"), ("wa", "wa-")):
            fused = {"i": "e", "u": "o"}[vowel]
            head(joined[:-1] + fused + first[1:], name)
        if first.startswith("isi"): head("izi" + first[3:], "plural izi-")
        if vowel == "i": head("e" + first[1:], "locative e-")
    elif language == "hi" and not rest and re.match("^[\u0900-\u097F]{3,}$", first):
        if re.search("[क-ह]$", first): head(first + "ों", "oblique plural")
        elif first.endswith("ी"): head(first[:-1] + "ियों", "oblique plural")
        elif first.endswith("ा"): head(first[:-1] + "ों", "oblique plural")
    elif language == "ru" and not rest and first.islower():
        if re.search("[бвгдзклмнпрстфх]$", first): out += [(first + "а", "genitive"), (first + "ом", "instrumental")]
        elif first.endswith("ия"): out += [(first[:-1] + "и", "genitive"), (first[:-1] + "ей", "instrumental")]
        elif first.endswith("ие"): out += [(first[:-1] + "я", "genitive"), (first[:-1] + "ем", "instrumental")]
        elif first.endswith("а") and not re.search("[гкхжчшщ]а$", first): out.append((first[:-1] + "ы", "genitive"))
        elif first.endswith("ость"): out.append((first[:-1] + "и", "genitive"))
    elif language == "ru" and len(words) == 2 and words[0].endswith("ый") and re.search("[бвгдзклмнпрстфх]$", words[1]):
        out.append((words[0][:-2] + "ого " + words[1] + "а", "genitive"))
    return out


def program():
    swift = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", HERE]
    swift += ["--product", "TermsBenchmark"]
    if os.environ.get("TERMS_BENCHMARK"): return os.environ["TERMS_BENCHMARK"]
    subprocess.run(swift, check=True, stdout=subprocess.DEVNULL)
    path = subprocess.run(swift + ["--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return os.path.join(path, "TermsBenchmark")


def table(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def write(lines):
    file = tempfile.NamedTemporaryFile("w", suffix=".tsv", delete=False, encoding="utf-8")
    file.write("\n".join(lines))
    file.close()
    return file.name


def find(tool, language, terms, lines):
    """Hits by line: start, end, id, form, text, rules."""
    a, b = write("\t".join(term) for term in terms), write(lines)
    done = subprocess.run([tool, "find", language, a, b], check=True, capture_output=True, text=True).stdout
    os.unlink(a), os.unlink(b)
    hits = collections.defaultdict(list)
    for line in done.splitlines():
        number, start, end, *rest = line.split("\t")
        hits[int(number)].append((int(start), int(end), *rest))
    return hits


def inflected(args, tool):
    rows = [row for path in args.tables for row in table(path)]
    print("| language | terms | as they are | forms | found |\n|---|--:|--:|--:|--:|")
    for language in LANGUAGES:
        terms = sorted({row[language] for row in rows if row.get(language, "").strip()})
        cases, plain = [], 0
        for term in terms:
            cases += [(term, term, "")] + [(term, form, rule) for form, rule in forms(term, language)]
        lines = [sentence.format(form) for _, form, _ in cases for sentence in SENTENCES[language]]
        ids = {term: str(index) for index, term in enumerate(terms)}
        hits = find(tool, language, [(ids[term], language, "term", term) for term in terms], lines)
        counts = collections.Counter()
        lost = []
        for index, (term, form, rule) in enumerate(cases):
            for each in (0, 1):
                number = index * 2 + each
                line = lines[number]
                start = len(line[: line.index(form)].encode())
                end = start + len(form.encode())
                # Another term of the same words may be nearer, or a longer one: with the article, in other letters.
                ok = any(s >= start and e <= end and (i == ids[term] or e - s >= len(term.encode()) - 8)
                         for s, e, i, *_ in hits[number])
                counts[bool(rule), ok] += 1
                if not ok and each == 0: lost.append((term, form, rule))
        total, more = counts[False, True] + counts[False, False], counts[True, True] + counts[True, False]
        print("| %s | %d | %.1f %% | %d | %.1f %% |" % (
            language, len(terms), 100 * counts[False, True] / total, more // 2,
            100 * counts[True, True] / more if more else 100))
        for term, form, rule in lost[: args.show]: print("  lost:", language, repr(term), repr(form), rule)


def names(args, tool):
    listed = subprocess.run([tool, "names"] + LANGUAGES, check=True, capture_output=True, text=True).stdout
    by = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in listed.splitlines():
        code, language, name = line.split("\t")
        # Countries have two letters; continents have numbers.
        if re.match(r"region-[A-Z]{2}$", code): by[language][code].append(name)

    def read(language):
        with open(os.path.join(args.folder, language + ".txt"), encoding="utf-8") as file:
            return file.read().split("\n")

    def terms(language): return [(c, language, "name", n) for c, ns in by[language].items() for n in ns]

    english = read("en")
    hits = find(tool, "en", terms("en"), english)
    random.seed(args.seed)

    def show(language, lines, found):
        places = [(n, h) for n in sorted(found) for h in found[n]]
        for n, (s, e, code, form, _, rules) in random.sample(places, min(args.sample, len(places))):
            line = lines[n].encode()
            left, right = line[max(0, s - 60):s].decode(errors="ignore"), line[e:e + 40].decode(errors="ignore")
            print("  %s %d %s: …%s[%s]%s… %s" % (language, n + 1, code, left, line[s:e].decode(), right, rules))

    if args.only in (None, "en"):
        print("en: %d hits in %d lines" % (sum(map(len, hits.values())), len(english)))
        if args.sample: show("en", english, hits)
    print("| language | English hits | matcher | substring | only matcher | only substring | elsewhere, matcher | elsewhere, substring |\n|---|--:|--:|--:|--:|--:|--:|--:|")
    for language in LANGUAGES[1:]:
        if args.only not in (None, language): continue
        lines = read(language)
        found = find(tool, language, terms(language), lines)
        total = ours = plain = mine = theirs = alone = alone_plain = 0
        for n, line in enumerate(english):
            for code in {h[2] for h in hits[n]}:
                if not by[language][code]: continue
                total += 1
                a = any(h[2] == code for h in found[n])
                b = any(name in lines[n] for name in by[language][code])
                ours, plain, mine, theirs = ours + a, plain + b, mine + (a and not b), theirs + (b and not a)
                if args.show and b and not a:
                    args.show -= 1
                    print("  only substring:", language, n + 1, code, by[language][code], lines[n][:300])
        # Names in lines whose English has none of that country: other words of the English, or false hits.
        for n, line in enumerate(english):
            here = {h[2] for h in hits[n]}
            alone += len({h[2] for h in found[n]} - here)
            alone_plain += sum(any(name in lines[n] for name in by[language][c]) for c in by[language].keys() - here)
        print("| %s | %d | %.1f %% | %.1f %% | %d | %d | %d | %d |" % (
            language, total, 100 * ours / total, 100 * plain / total, mine, theirs, alone, alone_plain))
        if args.sample: show(language, lines, found)


def speed(args, tool):
    rows, seen = [], set()
    for path in args.tables:
        for index, row in enumerate(table(path)):
            for language, term in row.items():
                if language in LANGUAGES and term.strip() and (language, term) not in seen:
                    seen.add((language, term))
                    rows.append(("%s-%d" % (os.path.basename(path), index), language, "term", term))
    listed = subprocess.run([tool, "names"] + LANGUAGES, check=True, capture_output=True, text=True).stdout
    for line in listed.splitlines():
        code, language, name = line.split("\t")
        if (language, name) not in seen:
            seen.add((language, name))
            rows.append((code, language, "name", name))
    random.seed(5)
    texts = {}
    for language in LANGUAGES:
        with open(os.path.join(args.folder, language + ".txt"), encoding="utf-8") as file:
            texts[language] = file.read().strip().split("\n")
    lines, size = [], 0
    if args.once:
        lines = [(language, line) for language in LANGUAGES for line in texts[language]]
        size = sum(len(line.encode()) + 1 for _, line in lines)
    while not args.once and size < args.size * 1e6:
        for language in LANGUAGES:
            for line in random.choices(texts[language], k=200):
                lines.append((language, line))
                size += len(line.encode()) + 1
    terms, text = write("\t".join(row) for row in rows), write("\t".join(line) for line in lines)
    patterns = write(sorted({row[3] for row in rows}))
    plain = write(line for _, line in lines)
    print("%d terms, %.1f MB" % (len(rows), size / 1e6))
    for number in range(args.rounds):
        print(subprocess.run([tool, "speed", terms, text, "2"], check=True, capture_output=True, text=True).stdout.strip())
        before = os.times()
        done = subprocess.run(["grep", "-a", "-F", "-o", "-f", patterns, plain], env={"LC_ALL": "C"}, capture_output=True)
        after = os.times()
        took = after.children_user + after.children_system - before.children_user - before.children_system
        print("grep -F -o: %d ms, %.1f MB/s, %d hits" % (took * 1000, size / took / 1e6, done.stdout.count(b"\n")))
        try:
            import ahocorasick_rs
        except ImportError:
            continue
        with open(patterns, encoding="utf-8") as file: given = file.read().split("\n")
        with open(plain, encoding="utf-8") as file: whole = file.read()
        machine = ahocorasick_rs.AhoCorasick(given, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        start = time.process_time()
        count = len(machine.find_matches_as_indexes(whole))
        took = time.process_time() - start
        print("ahocorasick_rs: %d ms, %.1f MB/s, %d hits" % (took * 1000, size / took / 1e6, count))
    for path in (terms, text, patterns, plain): os.unlink(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("inflected")
    one.add_argument("tables", nargs="+")
    one.add_argument("--show", type=int, default=0, help="print so many lost forms of each language")
    two = commands.add_parser("names")
    two.add_argument("folder")
    two.add_argument("--sample", type=int, default=0)
    two.add_argument("--only", help="one language")
    two.add_argument("--seed", type=int, default=1)
    two.add_argument("--show", type=int, default=0, help="print so many hits of the substring search alone")
    three = commands.add_parser("speed")
    three.add_argument("folder")
    three.add_argument("tables", nargs="+")
    three.add_argument("--size", type=float, default=50)
    three.add_argument("--once", action="store_true", help="each line of the folder once, instead of a size drawn from them")
    three.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    {"inflected": inflected, "names": names, "speed": speed}[args.command](args, program())


if __name__ == "__main__":
    main()
