#!/usr/bin/env python3
"""Measures how well the story is cut out of news pages, beside peers.

usage: pages.py FOLDER [--dragoman PROGRAM] [--input html|text] [--peers readability,trafilatura] [--without KIND,…] [--worst N]

FOLDER holds html/<id>.html and gold.json: {"<id>": {"articleBody": "…", "url": "…"}}. Prints a table in Markdown:
precision, recall and F of runs of four words against the story, averaged over the pages, white space, quotes, dashes and
compatibility forms folded on both sides; and the seconds each took. Dragoman is measured twice: all it keeps, and
without headline, dateline, byline and caption, which the stories of such collections leave out. The peers are PyPI's
readability-lxml and trafilatura, with their defaults; those not installed are left out. --input text gives the pages as
pasted, the visible text with a line for each block; peers read HTML and are left out.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import time
import unicodedata
from html.parser import HTMLParser

FOLD = {ord(c): "'" for c in "\u2018\u2019\u201a\u201b\u00b4`"}
FOLD.update({ord(c): '"' for c in "\u201c\u201d\u201e\u00ab\u00bb"})
FOLD.update({ord(c): "-" for c in "\u2010\u2011\u2013\u2014\u2212"})
FOLD.update({ord(c): None for c in "\u00ad\u200b\u200e\u200f\ufeff"})
BODY = {"lead", "body", "subhead", "quote", "list"}

BLOCKS = set("""address article aside blockquote body br button caption center dd details dir div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol option p pre section select summary
table tbody td tfoot th thead tr ul""".split())
HIDDEN = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "textarea"}


class Visible(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.hidden = [], []

    def handle_starttag(self, tag, attributes):
        if tag in HIDDEN:
            self.hidden.append(tag)
        elif tag in BLOCKS:
            self.out.append("\n")

    def handle_endtag(self, tag):
        if tag in self.hidden:
            while self.hidden.pop() != tag:
                pass
        elif tag in BLOCKS:
            self.out.append("\n")

    def handle_data(self, data):
        if not self.hidden:
            self.out.append(re.sub(r"\s+", " ", data))


def visible(page):
    """What a page shows, a line for each block."""
    parser = Visible()
    parser.feed(page)
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in "".join(parser.out).split("\n"))
    return "\n".join(line for line in lines if line)


def runs(text):
    text = unicodedata.normalize("NFKC", text.translate(FOLD)).translate(FOLD)
    words = re.findall(r"\w+|[^\w\s]", text.replace('""', '"'))
    if not words:
        return collections.Counter()
    return collections.Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def score(kept, gold):
    kept, gold = runs(kept), runs(gold)
    common = sum((kept & gold).values())
    precision = common / sum(kept.values()) if kept else float(not gold)
    recall = common / sum(gold.values()) if gold else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def dragoman(program, pages):
    feed = "".join(json.dumps({"id": key, "text": page}, ensure_ascii=False) + "\n" for key, page in pages.items())
    command = [program, "normalize", "--jsonl", "--profile", "press"]
    done = subprocess.run(command, input=feed.encode(), capture_output=True, check=True)
    return {answer["id"]: answer["blocks"] for answer in map(json.loads, done.stdout.decode().splitlines())}


def readability(pages):
    from readability import Document
    import lxml.html

    def text(page):
        tree = lxml.html.fromstring(Document(page).summary())
        # Block elements part words.
        for element in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "td", "tr", "blockquote"):
            element.tail = "\n" + (element.tail or "")
        return tree.text_content()

    return {key: text(page) for key, page in pages.items()}


def trafilatura(pages):
    from trafilatura import extract

    return {key: extract(page, include_comments=False) or "" for key, page in pages.items()}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--dragoman", default="dragoman")
    parser.add_argument("--peers", default="readability,trafilatura")
    parser.add_argument("--input", choices=["html", "text"], default="html")
    parser.add_argument("--without", default="")
    parser.add_argument("--worst", type=int, default=0)
    options = parser.parse_args()
    gold = json.load(open(os.path.join(options.folder, "gold.json"), encoding="utf-8"))
    pages = {}
    for key in sorted(gold):
        with open(os.path.join(options.folder, "html", key + ".html"), "rb") as file:
            pages[key] = file.read().decode("utf-8", "replace")
    if options.input == "text":
        pages = {key: visible(page) for key, page in pages.items()}
        options.peers = ""
    without = set(options.without.split(",")) | {"boilerplate"}
    print("| | precision | recall | F | seconds |\n| --- | --- | --- | --- | --- |")

    def row(name, kept, seconds):
        scores = {key: score(kept[key], gold[key]["articleBody"]) for key in pages}
        means = [sum(s[i] for s in scores.values()) / len(scores) for i in range(3)]
        print("| %s | %.3f | %.3f | %.3f | %.1f |" % (name, *means, seconds))
        return scores

    start = time.time()
    blocks = dragoman(options.dragoman, pages)
    seconds = time.time() - start
    row("dragoman, all kept", {k: "\n".join(b["text"] for b in v if b["kind"] not in without) for k, v in blocks.items()}, seconds)
    kept = {k: "\n".join(b["text"] for b in v if b["kind"] in BODY - without) for k, v in blocks.items()}
    scores = row("dragoman, lead, body, subhead, quote, list", kept, seconds)
    for name in filter(None, options.peers.split(",")):
        start = time.time()
        try:
            kept = {"readability": readability, "trafilatura": trafilatura}[name](pages)
        except ImportError:
            print("%s is not installed" % name, file=sys.stderr)
            continue
        row(name, kept, time.time() - start)
    for key in sorted(scores, key=lambda key: scores[key][2])[: options.worst]:
        print("%.3f %s %s" % (scores[key][2], key, gold[key].get("url", "")))


if __name__ == "__main__":
    main()
