#!/usr/bin/env python3
"""Takes the texts that languages_train.py counts out of unpacked Debian packages.

usage: languages_texts.py UNPACKED TEXTS

UNPACKED  a folder with each package unpacked (dpkg-deb -x) into a folder of its name: libreoffice-l10n-*, mediawiki,
          wordpress-l10n, firefox-esr-l10n-*
TEXTS     where to write <tag>.txt, one message a line: NFC, mark-up and placeholders taken out, no message twice, none
          that is the same as the English one
"""
import collections
import glob
import json
import os
import re
import struct
import sys
import unicodedata
import zipfile


def catalogue(path):
    """The translations of a GNU .mo file that differ from their originals."""
    data = open(path, "rb").read()
    if len(data) < 28:
        return
    order = "<" if struct.unpack("<I", data[:4])[0] == 0x950412DE else ">"
    count, originals, translations = struct.unpack(order + "III", data[8:20])
    for index in range(count):
        length, start = struct.unpack_from(order + "II", data, originals + 8 * index)
        key = data[start : start + length].decode("utf-8", "replace").split("\x04")[-1]
        length, start = struct.unpack_from(order + "II", data, translations + 8 * index)
        if key:
            for form in data[start : start + length].decode("utf-8", "replace").split("\0"):
                if form != key:
                    yield form


def clean(text):
    text = re.sub(
        r"<[^>]*>|\{\{[^}]*\}\}|\{[^}]*\}|%\w+|\$\w+|https?:\S+|&\w+;|\[\[[^|\]]*\||\\n", " ", text)
    text = re.sub(r"[~_]|'''?", "", text)
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text)).strip()


def main():
    unpacked, target = sys.argv[1:3]
    messages = collections.defaultdict(dict)

    def add(tag, text):
        messages[tag].setdefault(clean(text))

    def files(pattern):
        return sorted(glob.glob(os.path.join(unpacked, pattern), recursive=True))

    for path in files("libreoffice-l10n-*/usr/lib/libreoffice/program/resource/*/LC_MESSAGES/*.mo"):
        for text in catalogue(path):
            add(path.split("/")[-3].replace("_", "-"), text)
    for path in files("mediawiki/usr/share/mediawiki/**/i18n/**/*.json"):
        try:
            entries = json.load(open(path, encoding="utf-8"))
        except ValueError:
            continue
        for text in entries.values():
            if isinstance(text, str):
                add(os.path.basename(path)[:-5], text)
    for path in files("wordpress-l10n/**/*.mo"):
        for text in catalogue(path):
            add(os.path.basename(path)[:-3].split("-")[-1].split("_")[0], text)
    for path in files("firefox*/**/*.xpi"):
        tag = re.search(r"langpack-([a-z]+)", path)
        archive = zipfile.ZipFile(path)
        for name in archive.namelist():
            if tag and name.endswith((".properties", ".ftl", ".dtd")):
                for line in archive.read(name).decode("utf-8", "replace").split("\n"):
                    found = re.match(r'<!ENTITY \S+\s+"(.*)">', line) or re.match(r"^\s*[.\w-]+\s*=\s*(.+)", line)
                    if found:
                        add(tag.group(1), found.group(1))
    os.makedirs(target, exist_ok=True)
    for tag, texts in messages.items():
        with open(os.path.join(target, tag + ".txt"), "w", encoding="utf-8") as out:
            out.write("\n".join(t for t in texts if t and (tag == "en" or t not in messages["en"])))


main()
