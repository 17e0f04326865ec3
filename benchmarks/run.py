"""Measure density clustering beside others: `make bench`.

    scripts/env.sh .venv/bin/python -m innovation_clusters.benchmarks.run [--quick] [--case NAME]...

All contenders of a case get the same made-up points in one run, one after the other, each in a process of its
own: warmed up on a tenth of the points, then the median of several runs. Memory is what the process needs at
its peak beyond what it held before. Labels are compared as well: a faster answer that is another one ends the
run with exit code 1. Seconds change from machine to machine and from hour to hour; ratios hold.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable
from importlib.metadata import version

from .comparisons import COMPARISONS
from .explorer import explorer
from .first_call import first_call
from .growth import growth
from .measuring import MOST_RUNS
from .neighbours import neighbours
from .responsiveness import responsiveness
from .table import Section
from .whole_world import whole_world
from .worst_cases import worst_cases
from .zones import ZONE_COMPARISONS

QUICK = 10

CASES: dict[str, Callable[[int, int], Section]] = {
    "points": neighbours,
    **{name: comparison.section for name, comparison in COMPARISONS.items()},
    "worst": worst_cases,
    "growth": growth,
    "first-call": first_call,
    "responsiveness": responsiveness,
    "explorer": explorer,
    "world": whole_world,
    **{name: comparison.section for name, comparison in ZONE_COMPARISONS.items()},
}


def conditions(part: int) -> str:
    """Say where the numbers come from."""
    from qgis.core import Qgis

    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "numba", "scikit-learn", "dbscan"))
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {packages}, QGIS {Qgis.version()}"
        f"{f', a {part}th of the points, for which the goals are not meant' if part > 1 else ''}. "
        "× is a multiple of the first line of a table; in brackets the number of runs of which the median is "
        "given."
    )


def summary(sections: dict[str, Section]) -> str:
    """Say how many goals are met and name the others."""
    goals = [(name, row) for name, section in sections.items() for row in section.rows if row.goal]
    missed = [f"- {name}: {' '.join(filter(None, row.cells()[:3]))}" for name, row in goals if not row.met]
    return "\n".join([f"{len(goals) - len(missed)} of {len(goals)} goals met.", *missed])


def main() -> int:
    arguments = argparse.ArgumentParser(
        prog="benchmarks/run.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--quick", action="store_true", help="a tenth of the points, one run")
    arguments.add_argument(
        "--case", action="append", choices=list(CASES), help="only this one; may be repeated"
    )
    given = arguments.parse_args()
    part, most_runs = (QUICK, 1) if given.quick else (1, MOST_RUNS)
    print(conditions(part))
    sections = {}
    for name in given.case or CASES:
        sections[name] = CASES[name](part, most_runs)
        print(f"\n{sections[name]}", flush=True)
    print(f"\n{summary(sections)}")
    return 0 if all(section.agrees for section in sections.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
