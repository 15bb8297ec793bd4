"""Runs `duizhao impact OLD NEW` over the edit histories of corpora/C-staleness.

    staleness.py [--as-labelled] DUIZHAO FOLDER > PREDICTIONS.jsonl

DUIZHAO is the program, FOLDER the corpus. Writes a line for each history, as `score.py c` reads it:
{id, new: [{l0, l1, state, from: [l0, l1] or null}]}. Blocks that share their lines, such as the cells
of a table row, become one with the worst state: there is one label for the whole row.

The labels compare blocks, and `impact` says what a translator has to do. With --as-labelled three things
count as the labels have them: a block that lost a sentence is edited, although its translation goes with
it; so is a row of which a cell of code is another; and a further copy of a text, whose translation
`sync` fills in as a draft, is no more new than the first one (no label can tell which of them is).
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


def is_copy(unit):
    """Whether the unit says what another one says, and has its translation as a draft."""
    return bool(unit["from"]) and all(segment["state"] == "missing" for segment in unit["segments"])


def is_new_code(unit):
    """Whether the unit is nothing to translate and stood nowhere in the old version."""
    return unit["state"] == "fresh" and not unit["from"]


def states(same, as_labelled):
    """Returns the states of units that share their lines."""
    if not as_labelled:
        return {unit["state"] for unit in same}
    found = {"fresh" if is_copy(unit) else unit["state"] for unit in same}
    edited = any(unit["gone"] for unit in same) or (len(same) > 1 and any(map(is_new_code, same)))
    return found | {"stale"} if edited else found


def blocks(found, as_labelled):
    """Returns the units as blocks of lines, several on the same lines as one."""
    rows = {}
    for unit in found:
        rows.setdefault((unit["line"], unit["end_line"]), []).append(unit)
    for (line, end_line), same in rows.items():
        found = states(same, as_labelled)
        # A row in which one cell is new is an old row that has to be looked at.
        worst = next(state for state in WORST_FIRST if state in found)
        if worst == "missing" and len(found) > 1:
            worst = "stale"
        yield {"l0": line, "l1": end_line, "state": worst, "from": source(same)}


def main(program, folder, as_labelled):
    with open(os.path.join(folder, "index.jsonl"), encoding="utf-8") as index:
        rows = [json.loads(line) for line in index]
    for row in rows:
        found = units(os.path.abspath(program), os.path.join(folder, row["id"]))
        print(json.dumps({"id": row["id"], "new": list(blocks(found, as_labelled))}))


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--as-labelled"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    main(*arguments, as_labelled=len(arguments) < len(sys.argv) - 1)
