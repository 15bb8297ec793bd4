"""Runs `duizhao impact OLD NEW` over the edit histories of corpora/C-staleness.

    staleness.py [--gone] DUIZHAO FOLDER > PREDICTIONS.jsonl

DUIZHAO is the program, FOLDER the corpus. Writes a line for each history, as `score.py c` reads it:
{id, new: [{l0, l1, state, from: [l0, l1] or null}]}. Blocks that share their lines, such as the cells
of a table row, become one with the worst state: there is one label for the whole row.

A block that lost a sentence and is otherwise the same is fresh: the translation of the sentence goes with
it, nobody has to look at it. The labels call it edited; with --gone it is stale here too.
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


def blocks(found, gone_is_stale):
    """Returns the units as blocks of lines, several on the same lines as one."""
    rows = {}
    for unit in found:
        rows.setdefault((unit["line"], unit["end_line"]), []).append(unit)
    for (line, end_line), same in rows.items():
        states = {unit["state"] for unit in same}
        # A row in which one cell is new is an old row that has to be looked at.
        worst = next(state for state in WORST_FIRST if state in states)
        if worst == "missing" and len(states) > 1:
            worst = "stale"
        if gone_is_stale and worst == "fresh" and any(unit["gone"] for unit in same):
            worst = "stale"
        place = source(same)
        yield {
            "l0": line,
            "l1": end_line,
            "state": worst,
            "from": place,
        }


def main(program, folder, gone_is_stale):
    with open(os.path.join(folder, "index.jsonl"), encoding="utf-8") as index:
        rows = [json.loads(line) for line in index]
    for row in rows:
        found = units(os.path.abspath(program), os.path.join(folder, row["id"]))
        print(json.dumps({"id": row["id"], "new": list(blocks(found, gone_is_stale))}))


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--gone"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    main(*arguments, gone_is_stale=len(arguments) < len(sys.argv) - 1)
