"""The main job with an installed plugin: by qgis_process from the bundled sample to ranked clusters.

    python3 main_job.py PLUGIN-FOLDER OUTPUT-FOLDER               run it
    python3 main_job.py --compare EXPECTED-FOLDER OUTPUT-FOLDER   are the rankings the same?
    python3 main_job.py --manager FILE ZIP                        is what install.py has seen as it should be?

Needs nothing but Python: it is copied to systems that have no more than QGIS and the plugin.
"""

from __future__ import annotations

import configparser
import csv
import json
import math
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

ALGORITHM = "innovationclusters:innovationclusters"
OUTPUTS = {
    "CLUSTERS": "clusters.gpkg",
    "SITES": "sites.gpkg",
    "RANKING": "ranking.csv",
    "REPORT": "report.html",
}

# Two systems have other versions of PROJ, GEOS and numpy: the last digits of areas and sums may differ.
TOLERANCE = 1e-6


class JobError(Exception):
    """What went wrong, in one sentence."""


def parameters_of(plugin: Path, folder: Path) -> dict[str, Any]:
    """Return the parameters of the job; the sources are the three tables of the sample."""
    sample = plugin / "resources" / "sample"
    totals = json.loads((sample / "sample.json").read_text(encoding="utf-8"))["world_totals"]
    parameters: dict[str, Any] = {name: str(folder / file) for name, file in OUTPUTS.items()}
    for source, metric in (("inventors", "patents"), ("authors", "publications"), ("deals", "deals")):
        name = source.upper()
        table = (sample / f"{source}.csv").resolve().as_uri()
        parameters |= {
            name: f"delimitedtext://{table}?xField=longitude&yField=latitude&crs=EPSG:4326",
            f"{name}_RECORD": "record",
            f"{name}_WEIGHT": "addresses",
            f"{name}_ECONOMY": "economy",
            f"TOTAL_{metric.upper()}": totals[metric],
        }
    return parameters


def run(plugin: Path, folder: Path) -> str:
    """Run the job and return its log. Raises JobError with the sentence that the user would read."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = json.dumps({"inputs": parameters_of(plugin, folder)})
    done = subprocess.run(
        ["qgis_process", "run", ALGORITHM, "-"],
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONWARNINGS": "ignore::DeprecationWarning"},
    )
    log = done.stderr + done.stdout
    if done.returncode:
        raise JobError(f"qgis_process ended with {done.returncode}: {log.strip()}")
    absent = [file for file in OUTPUTS.values() if not (folder / file).is_file()]
    if absent:
        raise JobError(f"There is no {', '.join(absent)}: {log.strip()}")
    if "Traceback" in log:
        raise JobError(f"A traceback is in the log: {log.strip()}")
    return log


def differences(expected: list[dict[str, str]], found: list[dict[str, str]]) -> list[str]:
    """Return what differs between two rankings, value by value; numbers may differ in their last digits."""
    if len(expected) != len(found):
        return [f"{len(found)} clusters instead of {len(expected)}"]
    if expected and expected[0].keys() != found[0].keys():
        return [f"columns {list(found[0])} instead of {list(expected[0])}"]
    return [
        f"rank {row['rank']}, {column}: {other[column]!r} instead of {value!r}"
        for row, other in zip(expected, found, strict=True)
        for column, value in row.items()
        if not _same(value, other[column])
    ]


def _same(value: str, other: str) -> bool:
    if value == other:
        return True
    try:
        return math.isclose(float(value), float(other), rel_tol=TOLERANCE)
    except ValueError:
        return False


def ranking(folder: Path) -> list[dict[str, str]]:
    """Return the rows of the ranking that a job has written."""
    with (folder / OUTPUTS["RANKING"]).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def manager_problems(seen: dict[str, Any], archive: Path) -> list[str]:
    """Return what is wrong with an installation by the plugin manager, as install.py has written it down."""
    if "error" in seen:
        return [seen["error"]]
    with zipfile.ZipFile(archive) as zipped:
        text = zipped.read("innovation_clusters/metadata.txt").decode("utf-8")
    metadata = configparser.ConfigParser()
    metadata.read_string(text)
    problems = [
        f"{key} in the plugin manager is {value!r}"
        for key, value in seen["metadata"].items()
        if value.strip() != metadata["general"][key].strip()
    ]
    if not seen["active"] or not seen["algorithms"]:
        problems.append("it is not active after installing")
    if seen["algorithms after reloading"] != seen["algorithms"]:
        problems.append("algorithms are missing after reloading")
    if seen["active after removing"] or seen["algorithms after removing"]:
        problems.append("it is still there after removing")
    for moment in ("left by reloading", "left by removing"):
        problems += [f"{count} {what} {moment}" for what, count in seen[moment].items() if count]
    return problems


def main(arguments: list[str]) -> int:
    """Run, compare or judge; 1 with one sentence where something is wrong."""
    if arguments[:1] == ["--manager"]:
        seen = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
        problems = manager_problems(seen, Path(arguments[2]))
        print("\n".join(problems), end="", file=sys.stderr)
        return 1 if problems else 0
    if arguments[:1] == ["--compare"]:
        expected, found = (ranking(Path(folder)) for folder in arguments[1:])
        differing = differences(expected, found)
        for line in differing[:20]:
            print(line, file=sys.stderr)
        print(f"{len(found)} clusters, {len(differing)} values differ from the checkout's")
        return 1 if differing or not expected else 0
    plugin, folder = (Path(argument).absolute() for argument in arguments)
    try:
        log = run(plugin, folder)
    except JobError as problem:
        print(problem, file=sys.stderr)
        return 1
    for line in log.splitlines():
        if line.startswith(("WARNING", "Warning")):
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
