"""Writes data/casing.tsv: how English words are cased inside sentences.

    python3 xtask/casing.py SHARED/bench WORDLIST > data/casing.tsv

Counts the forms of words that do not open a sentence in UD-EWT, the openly licensed genres of GUM,
CausalNewsCorpus and wikigold; WORDLIST is Debian's wamerican-small (SCOWL).
"""

import collections
import csv
import glob
import sys

OPEN_GUM = {"news", "interview", "bio", "academic", "court", "voyage"}
HEADER = """\
# How English words are cased inside sentences (kind, tab, words separated by blanks). Words that are
# in no row are taken for names.
# Licence: CC BY-SA 4.0. Source: counts of word forms in UD English-EWT (CC BY-SA 4.0), GUM's news, interview,
# biography, academic, court and travel texts (CC BY and CC BY-SA), CausalNewsCorpus (CC0), wikigold (CC BY 4.0);
# SCOWL word list, Copyright 2000-2011 by Kevin Atkinson: permission to use, copy, modify, distribute and
# sell these word lists for any purpose is granted, provided that this notice appears in all copies.
# Made by xtask/casing.py. Date: 2026-11-25.
# kinds: lower, upper (acronyms), either (name or word, by company)"""


def conllu(path):
    sentence = []
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) > 3 and columns[0].isdigit():
            sentence.append(columns[1])
        elif not line.strip() and sentence:
            yield sentence
            sentence = []


def sentences(bench):
    for part in ("train", "dev"):
        yield from conllu(f"{bench}/ud-ewt/{part}.conllu")
        for path in sorted(glob.glob(f"{bench}/gum/{part}/*.conllu")):
            if path.split("GUM_")[-1].split("_")[0] in OPEN_GUM:
                yield from conllu(path)
    for part in ("train", "dev"):
        path = f"{bench}/causal-news-corpus/V2/{part}_subtask1.csv"
        for row in csv.DictReader(open(path, encoding="utf-8-sig")):
            yield row["text"].split()
    for path in sorted(glob.glob(f"{bench}/ner/wikigold/CONLL-format/data/*")):
        sentence = []
        for line in open(path, encoding="utf-8"):
            if line.strip():
                sentence.append(line.split()[0])
            elif sentence:
                yield sentence
                sentence = []


def main(bench, wordlist):
    counts = collections.defaultdict(collections.Counter)
    for sentence in sentences(bench):
        capitals = sum(w[:1].isupper() for w in sentence)
        if capitals * 2 > len(sentence):
            continue  # a headline in title case
        for word in sentence[1:]:
            if word.isalpha() and word.isascii():
                kind = "lower" if word.islower() else "upper" if word.isupper() and len(word) > 1 else "title"
                counts[word.lower()][kind] += 1
    listed = collections.defaultdict(set)
    for line in open(wordlist, encoding="utf-8"):
        word = line.strip()
        if word.isalpha() and word.isascii():
            listed[word.lower()].add("lower" if word.islower() else "title")
    rows = collections.defaultdict(list)
    for word in sorted(set(counts) | set(listed)):
        seen, total = counts[word], sum(counts[word].values())
        if total < 3:
            kinds = listed[word] | ({"lower"} if seen["lower"] else set())
            if kinds == {"lower"}:
                rows["lower"].append(word)
            elif kinds == {"lower", "title"}:
                rows["either"].append(word)
        elif seen["lower"] >= 0.75 * total:
            rows["lower"].append(word)
        elif seen["upper"] > 0.5 * total:
            rows["upper"].append(word)
        elif seen["lower"] >= 0.25 * total:
            rows["either"].append(word)
    print(HEADER)
    for kind in ("lower", "upper", "either"):
        words = rows[kind]
        for start in range(0, len(words), 200):
            print(kind + "\t" + " ".join(words[start : start + 200]))


main(*sys.argv[1:])
