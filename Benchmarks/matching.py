#!/usr/bin/env python3
"""matching.py - how fast fuzzy matches are found, beside rapidfuzz and candidates from SQLite FTS5 in the same run.

Usage: matching.py SEGMENTS.tsv QUERIES.tsv [--minimum 70] [--language en] [--rounds 3] [--few 50] [--other PROGRAM]

The first column of both files is used. Our index answers all queries, one at a time on one thread; the others take the
first --few of them, for their time. Figures are milliseconds of the processor a query, the best of the rounds, in which the
programs take turns. "found" is the share of the queries with a match for which a match at least as good as our best one was
returned; it is measured by the distance of tokens alone, which all of them are asked for.

rapidfuzz compares tokens with every segment (process.extract, Levenshtein, normalized similarity). FTS5 gives the best 200
by bm25 of a query of all words, which are then compared by the distance of tokens. Either is left out where this Python
has none. PROGRAM is called as PROGRAM SEGMENTS QUERIES 0.7 tok; what it prints is shown as it is.
"""
import argparse, os, re, sqlite3, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
TOKEN = re.compile(r"\w+|[^\w\s]")


def column(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t")[0] for line in file]


def tokens(text):
    return TOKEN.findall(text.lower())


def distance(one, other, limit):
    """Levenshtein distance of two lists, or more than the limit."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (left != right))
        if min(row) > limit:
            return limit + 1
    return row[-1]


def similarity(one, other, minimum):
    longer = max(len(one), len(other))
    if not longer:
        return 0
    limit = int(longer * (100 - minimum) / 100 + 1e-9)
    edits = distance(one, other, limit)
    return 100 * (longer - edits) / longer if edits <= limit else 0


def ours(program, args):
    done = subprocess.run(
        [program, args.segments, args.queries, str(args.minimum), args.language, args.segments + ".matches"],
        check=True, capture_output=True, text=True)
    best = {}
    with open(args.segments + ".matches") as file:
        for line in file:
            query, segment, _ = line.split("\t")
            best.setdefault(int(query), []).append(int(segment))
    os.unlink(args.segments + ".matches")
    return done.stdout.strip(), best


def timed(answer, queries):
    times, answers = [], []
    for query in queries:
        begun = time.thread_time()
        answers.append(answer(query))
        times.append((time.thread_time() - begun) * 1000)
    return times, answers


def full_text(segments, minimum):
    """Candidates of a full-text index in memory, compared."""
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE s USING fts5(text, content='')")
    except sqlite3.OperationalError:
        return None
    database.executemany("INSERT INTO s(rowid, text) VALUES (?, ?)", enumerate(segments, 1))

    def answer(query):
        words = ['"%s"' % word for word in tokens(query) if word[0].isalnum()]
        if not words:
            return 0
        rows = database.execute(
            "SELECT rowid FROM s WHERE s MATCH ? ORDER BY rank LIMIT 200", (" OR ".join(words),))
        mine = tokens(query)
        return max((similarity(mine, tokens(segments[row - 1]), minimum) for (row,) in rows), default=0)

    return answer


def every_one(segments, minimum):
    """rapidfuzz over all segments."""
    try:
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein
    except ImportError:
        return None
    texts = [tokens(segment) for segment in segments]

    def answer(query):
        found = process.extract(
            tokens(query), texts, scorer=Levenshtein.normalized_similarity, processor=None, limit=5,
            score_cutoff=minimum / 100)
        return max((score * 100 for _, score, _ in found), default=0)

    return answer


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("segments")
    parser.add_argument("queries")
    parser.add_argument("--minimum", type=int, default=70)
    parser.add_argument("--language", default="en")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--few", type=int, default=50)
    parser.add_argument("--other")
    args = parser.parse_args()
    swift = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", HERE]
    swift += ["--product", "FuzzyBenchmark"]
    subprocess.run(swift, check=True, stdout=subprocess.DEVNULL)
    path = subprocess.run(swift + ["--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    segments, queries = column(args.segments), column(args.queries)
    peers = {"rapidfuzz": every_one(segments, args.minimum), "SQLite FTS5": full_text(segments, args.minimum)}
    peers = {name: answer for name, answer in peers.items() if answer}
    times, answers, best = {}, {}, {}
    for number in range(args.rounds):
        text, best = ours(os.path.join(path, "FuzzyBenchmark"), args)
        print("round %d: %s" % (number + 1, text))
        if args.other:
            command = [args.other, args.segments, args.queries, str(args.minimum / 100), "tok"]
            print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())
        for name, answer in peers.items():
            taken, answers[name] = timed(answer, queries[: args.few])
            times.setdefault(name, []).append(taken)
    for name, rounds in times.items():
        median = min(statistics.median(taken) for taken in rounds)
        p95 = min(sorted(taken)[len(taken) * 95 // 100] for taken in rounds)
        wanted = found = 0
        for number, query in enumerate(queries[: args.few]):
            mine = tokens(query)
            top = max((similarity(mine, tokens(segments[i]), args.minimum) for i in best.get(number, [])), default=0)
            if top >= args.minimum:
                wanted += 1
                found += answers[name][number] >= top - 1e-6
        print("%s: median %.1f ms, p95 %.1f, found %d of %d" % (name, median, p95, found, wanted))


if __name__ == "__main__":
    main()
