"""Runs `duizhao check --pairs` over the pairs of corpora/D-qa.

    checks.py DUIZHAO PAIRS.jsonl SEVERITY > ALARMS.jsonl

DUIZHAO is the program, PAIRS a file of the corpus. Writes a line for each finding of SEVERITY (`error`,
`warning` or `info`) or above, as `score.py d` reads it: {id, rule, severity, evidence}.

    checks.py --recall CLEAN-ALARMS.jsonl SEEDED.jsonl SEEDED-ALARMS.jsonl

Prints what `score.py d` says by kind for all seeded pairs together.
"""

import collections
import json
import os
import subprocess
import sys
import tempfile

SEVERITIES = ("error", "warning", "info")


def rows(path):
    """Returns the objects of a file that has one a line."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def findings(program, pairs):
    """Returns what the program says about a file of pairs, from the contract of docs/json.md."""
    command = [os.path.abspath(program), "check", "--pairs", os.path.abspath(pairs), "--format", "json", "--fail-on", "never"]
    # No workspace: its settings would apply.
    with tempfile.TemporaryDirectory() as nowhere:
        run = subprocess.run(command, cwd=nowhere, check=True, capture_output=True)
    return json.loads(run.stdout)["findings"]


def alarms(program, pairs, severity):
    """Prints the findings that count, as rows for the scorer."""
    counted = SEVERITIES[: SEVERITIES.index(severity) + 1]
    for finding in findings(program, pairs):
        if finding["severity"] in counted:
            row = {"id": finding["pair"], "rule": finding["code"]}
            row |= {"severity": finding["severity"], "evidence": finding["evidence"]}
            print(json.dumps(row, ensure_ascii=False))


def codes(path):
    """Returns which checks spoke of which pair."""
    found = collections.defaultdict(set)
    for row in rows(path):
        found[row["id"]].add(row["rule"])
    return found


def recall(clean, seeded, alarms):
    """Prints the share of seeded pairs about which a check speaks that was silent about the clean pair."""
    before, after, pairs = codes(clean), codes(alarms), rows(seeded)
    found = sum(bool(after[pair["id"]] - before[pair["of"]]) for pair in pairs)
    print(f"  seeded, all kinds          found {found}/{len(pairs)} = {found / len(pairs):.3f}")


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "--recall":
        recall(*sys.argv[2:])
    elif len(sys.argv) == 4 and sys.argv[3] in SEVERITIES:
        alarms(*sys.argv[1:])
    else:
        sys.exit(__doc__)
