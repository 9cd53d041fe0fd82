#!/usr/bin/env python3
"""Dateline's language layer and spaCy on the same texts, one core, one run.

    OMP_NUM_THREADS=1 taskset -c 0 python bench/spacy_speed.py MODEL TEXT...

MODEL is what spacy.load takes; a TEXT is a text file, or a .jsonl file whose rows have "text". Both
do everything: tokens, tags, parse, names, morphology, lemmas. spaCy reads through nlp.pipe, its
fastest way. Time is processor time, so that other work on the machine does not count; Dateline's
includes the start of the program and the loading of its model, spaCy's does not. The two take
turns, and the best turn of each counts.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import spacy

TURNS = 3
ROUNDS = 3


def texts(path):
    content = Path(path).read_text(encoding="utf-8")
    if not path.endswith(".jsonl"):
        return [content]
    return [json.loads(row)["text"] for row in content.splitlines()]


def spacy_turn(nlp, content):
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(content))
    return tokens / (time.process_time() - start)


def dateline_turn(files):
    def spent():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    start = spent()
    command = [str(PROGRAM), str(ROUNDS), *files]
    tokens = int(subprocess.run(command, check=True, capture_output=True).stdout)
    return tokens / (spent() - start)


def build():
    root = Path(__file__).parent.parent
    command = ["cargo", "build", "--release", "-p", "dateline-bench", "--message-format=json"]
    rows = subprocess.run(command, check=True, capture_output=True, cwd=root).stdout.splitlines()
    programs = [json.loads(row).get("executable") for row in rows]
    return Path(next(p for p in programs if p and Path(p).name == "language_speed"))


def main():
    global PROGRAM
    PROGRAM = build()
    model, *files = sys.argv[1:]
    nlp = spacy.load(model)
    content = [text for path in files for text in texts(path)]
    theirs, ours = 0, 0
    for _ in range(TURNS):
        theirs = max(theirs, spacy_turn(nlp, content))
        ours = max(ours, dateline_turn(files))
    print(f"speed spacy={theirs:.0f} dateline={ours:.0f} ratio={ours / theirs:.2f} (tokens/s)")


if __name__ == "__main__":
    main()
