"""Runs `duizhao impact OLD NEW` over the edit histories of corpora/C-staleness.

    staleness.py DUIZHAO FOLDER > PREDICTIONS.jsonl

DUIZHAO is the program, FOLDER the corpus. Writes a line for each history, as `score.py c` reads it:
{id, new: [{l0, l1, state: fresh|stale|missing, from: [l0, l1] or null}]}.

The labels say of each block, which may be a whole table row, whether its text is still the old one.
`impact` says it of sentences and cells, and what a translator has to do. Four rules lead from the one
to the other, each by documented fields of the JSON:

1. Units on the same lines are one block, with the worst state of them. A row with one new cell is an old
   row that was edited.
2. A row with a cell of code that stood nowhere in the old version (no `from`, no `segments`) is edited.
   The program calls the cell fresh, as nobody translates it.
3. A block that lost a sentence (`gone`) is edited. The program calls what is left of it fresh: each
   sentence has a line of its own, and the one that went took its line along.
4. A block that repeats another one (all of its `segments` have a `draft`) is as fresh as that one. Of n + 1
   blocks with the same text no label can tell the new one; the program takes the one whose neighbours
   are new, and asks somebody to confirm it. What this adds to `added-called-fresh` is its price.

How many blocks the rules 2 to 4 decided is said on stderr.
"""

import collections
import json
import os
import subprocess
import sys

WORST_FIRST = ("missing", "stale", "fresh")


def units(program, folder):
    """Returns the units of the new version, from the contract of docs/json.md."""
    command = [program, "impact", "old.md", "new.md", "--format", "json"]
    # No workspace: its settings would apply.
    run = subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return json.loads(run.stdout)["units"]


def source(same):
    """Returns the old lines that most of the text of these units comes from."""
    weights = collections.Counter()
    for unit in same:
        length = sum(len(segment["text"]) for segment in unit["segments"])
        for place in unit["from"] or []:
            weights[place["line"], place["end_line"]] += length
    return list(max(weights, key=weights.get)) if weights else None


def repeats(unit):
    return bool(unit["segments"]) and all(segment["draft"] for segment in unit["segments"])


def is_new_code(unit):
    return not unit["segments"] and not unit["from"]


def state(same, decided):
    """Returns the state of the block that these units make."""
    states = {"fresh" if repeats(unit) else unit["state"] for unit in same}
    decided["a repetition"] += any(map(repeats, same))
    if states == {"fresh"} and len(same) > 1 and any(map(is_new_code, same)):
        decided["another cell of code"] += 1
        return "stale"
    if states == {"fresh"} and any(unit["gone"] for unit in same):
        decided["a sentence that went"] += 1
        return "stale"
    worst = next(state for state in WORST_FIRST if state in states)
    return "stale" if worst == "missing" and len(states) > 1 else worst


def blocks(found, decided):
    """Returns the units as blocks of lines, several on the same lines as one."""
    rows = {}
    for unit in found:
        rows.setdefault((unit["line"], unit["end_line"]), []).append(unit)
    for (line, end_line), same in rows.items():
        yield {"l0": line, "l1": end_line, "state": state(same, decided), "from": source(same)}


def main(program, folder):
    decided = collections.Counter()
    with open(os.path.join(folder, "index.jsonl"), encoding="utf-8") as index:
        rows = [json.loads(line) for line in index]
    for row in rows:
        found = units(os.path.abspath(program), os.path.join(folder, row["id"]))
        print(json.dumps({"id": row["id"], "new": list(blocks(found, decided))}))
    for rule, number in sorted(decided.items()):
        print(f"{number} blocks by {rule}", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
