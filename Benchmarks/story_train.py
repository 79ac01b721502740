#!/usr/bin/env python3
"""Learns the weights of Sources/Normalization/Data/story.txt and cross-validates them.

usage: story_train.py FOLDER --dragoman PROGRAM [--mixed N] [--seed N] [--penalty P] [--divisions N] [--write FILE]

FOLDER   gold.json and html/<key>.html of scrapinghub's article-extraction benchmark, as for pages.py
--mixed  pages mixed of each page: its story in the frame of another, the frame cut at random (14)
--seed   which of the many such mixtures (7)

The program gives the candidate runs of each page and their features; F of each against the story is counted here.
A candidate's text is what the program keeps if it is the story. What is made small is the logarithm of what a page's
expected F, under a softmax over its candidates, falls short of its best candidate's, plus a penalty on the squares of
the weights: a page that is lost anyhow pulls little, and the mean F of pages not learned from is a point better than
with the shortfall itself. In the cross-validation a page, and every mixed page that has its story or its frame, is
learned from or measured on, never both. Needs numpy and scipy.
"""
import argparse
import collections
import json
import os
import random
import subprocess

import numpy as np
import scipy.optimize

import pages

# Added to what a page falls short, so that one as good as solved does not pull without end.
LEAST_SHORT = 0.01


def examples(program, texts):
    feed = "".join(json.dumps({"id": str(i), "text": text}, ensure_ascii=False) + "\n" for i, text in enumerate(texts))
    command = [program, "normalize", "--jsonl", "--story-examples"]
    done = subprocess.run(command, input=feed.encode(), stdout=subprocess.PIPE, check=True)
    answers = {a["id"]: a for a in map(json.loads, done.stdout.decode().splitlines())}
    return [answers[str(i)] for i in range(len(texts))]


def scored(answer, gold, is_exact=False):
    """The features and F of each candidate; if not exact, without the runs of words that go on from line to line."""
    lines = answer["lines"]
    counts = [pages.runs(line) if not is_exact else collections.Counter() for line in lines]
    size, features, scores = sum(gold.values()), [], []
    for candidate in answer["candidates"]:
        copy = candidate["copy"]
        if is_exact:
            kept = pages.runs("\n".join(lines[index] for index in copy))
        else:
            kept = collections.Counter()
            for index in copy:
                kept.update(counts[index])
        hits = sum(min(n, gold[run]) for run, n in kept.items() if run in gold)
        features.append(candidate["values"])
        scores.append(2 * hits / max(1, sum(kept.values()) + size))
    return np.array(features), np.array(scores)


def place(lines, gold):
    """Where a page's story begins and ends: the run of lines with most of its words and fewest others."""
    best, start, total, found = 0.0, 0, 0.0, (0, 0)
    for index, line in enumerate(lines):
        runs = pages.runs(line)
        share = sum(n for run, n in runs.items() if run in gold) / max(1, sum(runs.values()))
        words = len(line.split())
        total += (words if words >= 4 else 0.2) if share >= 0.5 else -0.1 * words
        if total <= 0:
            total, start = 0.0, index + 1
        elif total > best:
            best, found = total, (start, index + 1)
    return found


def mixed(texts, golds, count, seed):
    """Stories with the few lines above them (headline, date) in the frames of other pages."""
    chance = random.Random(seed)
    split = [text.split("\n") for text in texts]
    places = [place(lines, gold) for lines, gold in zip(split, golds)]
    tops = []
    for lines, (start, _) in zip(split, places):
        top = start
        for index in range(start - 1, max(-1, start - 14), -1):
            if len(lines[index].split()) >= 12 and lines[index].rstrip("\"'”’").endswith((".", "!", "?", "…")):
                break
            if 3 <= len(lines[index].split()) <= 25:
                top = index
        tops.append(top)
    result = []
    for _ in range(count):
        frames = list(range(len(texts)))
        chance.shuffle(frames)
        for story, frame in enumerate(frames):
            if story == frame:
                continue
            above, below = split[frame][: tops[frame]], split[frame][places[frame][1] :]
            mode = chance.random()
            if mode < 0.35:
                above = above[chance.randrange(len(above) + 1) :]
            if mode > 0.65:
                below = below[: chance.randrange(len(below) + 1)]
            lines = above + split[story][tops[story] : places[story][1]] + below
            result.append((story, frame, "\n".join(lines)))
    return result


def learn(data, penalty):
    data = [(x, f) for x, f in data if len(f)]
    features, scores = np.vstack([x for x, _ in data]), np.concatenate([f for _, f in data])
    edges = np.cumsum([0] + [len(f) for _, f in data])
    group = np.repeat(np.arange(len(data)), np.diff(edges))
    best = np.maximum.reduceat(scores, edges[:-1])

    def loss(weights):
        sums = features @ weights
        shares = np.exp(sums - np.maximum.reduceat(sums, edges[:-1])[group])
        shares /= np.bincount(group, shares)[group]
        expected = np.bincount(group, shares * scores)
        short = np.maximum(best - expected, 0) + LEAST_SHORT
        slope = features.T @ (shares * (scores - expected[group]) / short[group]) / len(data)
        return penalty * (weights**2).sum() + np.log(short).mean(), 2 * penalty * weights - slope

    start = np.zeros(features.shape[1])
    return scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def chosen(weights, data):
    return np.mean([f[int(np.argmax(x @ weights))] if len(f) else 0 for x, f in data])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--dragoman", required=True)
    parser.add_argument("--mixed", type=int, default=14)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--penalty", type=float, default=0.012)
    parser.add_argument("--divisions", type=int, default=3)
    parser.add_argument("--write")
    options = parser.parse_args()
    with open(os.path.join(options.folder, "gold.json"), encoding="utf-8") as file:
        stories = {key: value["articleBody"] for key, value in sorted(json.load(file).items())}
    texts = []
    for key in stories:
        with open(os.path.join(options.folder, "html", key + ".html"), encoding="utf-8", errors="replace") as file:
            texts.append(pages.visible(file.read()))
    golds = [pages.runs(story) for story in stories.values()]
    answers = examples(options.dragoman, texts)
    data = [scored(answer, gold, is_exact=True) for answer, gold in zip(answers, golds)]
    mixtures = mixed(texts, golds, options.mixed, options.seed)
    more = [
        (story, frame, scored(answer, golds[story]))
        for (story, frame, _), answer in zip(mixtures, examples(options.dragoman, [text for _, _, text in mixtures]))
    ]
    scale = np.maximum(np.vstack([x for x, _ in data if len(x)]).std(0), 1e-6)
    data = [(x / scale if len(x) else x, f) for x, f in data]
    more = [(s, t, (x / scale if len(x) else x, f)) for s, t, (x, f) in more]
    print("best candidates: %.4f" % np.mean([f.max() if len(f) else 0 for _, f in data]))
    for division in range(options.divisions):
        order, found = np.random.RandomState(division).permutation(len(data)), []
        for fold in range(10):
            out = set(order[fold::10].tolist())
            own = [d for i, d in enumerate(data) if i not in out]
            own += [d for s, t, d in more if s not in out and t not in out]
            weights = learn(own, options.penalty)
            found += [chosen(weights, [data[i]]) for i in sorted(out)]
        print("division %d, ten folds: %.4f" % (division, np.mean(found)), flush=True)
    weights = learn(data + [d for _, _, d in more], options.penalty)
    print("learned from all: %.4f" % chosen(weights, data))
    names = answers[0]["names"]
    lines = ["%s %.3g" % (name, weight) for name, weight in zip(names, weights / scale)]
    print("\n".join(lines))
    if options.write:
        head = [line for line in open(options.write, encoding="utf-8") if line.startswith("#")]
        with open(options.write, "w", encoding="utf-8") as out:
            out.write("".join(head) + "[weights]\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
