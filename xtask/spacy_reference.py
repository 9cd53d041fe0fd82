#!/usr/bin/env python3
"""Writes what spaCy makes of texts, for comparison with Dateline's language layer.

A development tool: nothing that Dateline ships needs it, or Python.

    python xtask/spacy_reference.py MODEL OUT.jsonl TEXT...

MODEL is what spacy.load takes. A TEXT is a text file; a .tsv file with a word and a label in each
row and empty rows between sentences, which is put together as running text; or a .jsonl file whose
rows have "id" and "text". Each text becomes one row of OUT:

    {"id", "text", "tokens": [[start, end, tag, pos, morph, lemma, head, dep, sent_start,
                               ent_iob, ent_type], ...]}

Offsets count bytes of UTF-8, heads count tokens (a root is its own), ent_iob is B, I or O.
"""

import json
import sys
from pathlib import Path

import spacy

NO_SPACE_BEFORE = set(",.;:!?)]}%'’”") | {"n't", "n’t", "..."}
NO_SPACE_AFTER = set("([{$£€“‘#")


def join_words(words):
    """One sentence of running text."""
    text, glue, open_quote = "", True, False
    for word in words:
        closes = word in NO_SPACE_BEFORE or word[:1] in "'’" and len(word) < 4
        if word == '"':
            closes, open_quote = open_quote, not open_quote
        if text and not glue and not closes:
            text += " "
        text += word
        glue = word in NO_SPACE_AFTER or word == '"' and open_quote
    return text


def texts(path):
    """The texts of a file, each with its name."""
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        for row in content.splitlines():
            row = json.loads(row)
            yield row["id"], row["text"]
    elif path.suffix == ".tsv":
        sentences = [[]]
        for row in content.splitlines():
            word = row.split("\t")[0].strip()
            if word:
                sentences[-1].append(word)
            elif sentences[-1]:
                sentences.append([])
        yield path.stem, " ".join(join_words(words) for words in sentences if words)
    else:
        yield path.stem, content


def row(name, text, doc):
    """What spaCy made of one text."""
    start, at = [], 0
    for char in text:
        start.append(at)
        at += len(char.encode("utf-8"))
    start.append(at)
    tokens = [
        [
            start[t.idx],
            start[t.idx + len(t.text)],
            t.tag_,
            t.pos_,
            str(t.morph),
            t.lemma_,
            t.head.i,
            t.dep_,
            bool(t.is_sent_start),
            t.ent_iob_ or "O",
            t.ent_type_,
        ]
        for t in doc
    ]
    return {"id": name, "text": text, "tokens": tokens}


def main():
    model, out, *paths = sys.argv[1:]
    nlp = spacy.load(model)
    with open(out, "w", encoding="utf-8") as file:
        for path in map(Path, paths):
            for name, text in texts(path):
                found = json.dumps(row(name, text, nlp(text)), ensure_ascii=False)
                file.write(found + "\n")


if __name__ == "__main__":
    main()
