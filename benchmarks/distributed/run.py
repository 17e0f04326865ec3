"""Measure engines beside one machine: `make bench-distributed`.

    .venv/distributed/bin/python -m innovation_clusters.benchmarks.distributed.run [--quick] [--case NAME]...

Spark runs on two cores of this machine, so that what it adds can be told from what it shares out. Every run
is a process of its own. Labels, core flags, ranks and counts are compared with those of one machine: another
answer ends the run with exit code 1. `--points` says how many distinct points tiles are measured with; they
are made once and kept in .build/bench-distributed, 24 bytes each.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from ..table import Section
from .made_points import MadePoints
from .overhead import overhead
from .shuffles import shuffles
from .skew import skew
from .sources import sources
from .tile_runs import CORES, KernelRun, TileRun, kernel_run, tile_run, tile_runs
from .worker_memory import worker_memory

CASES = ("sources", "tiles", "memory", "skew")
IN_ONE_CITY = 0.5

# Neighbours of more points are not counted: that takes far longer than the clustering.
_MOST_COUNTED = 10_000_000


def conditions() -> str:
    packages = ", ".join(
        f"{name} {version(name)}" for name in ("pyspark", "duckdb", "numpy", "numba", "pyarrow")
    )
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, of which others keep {load:.1f} busy, Python {platform.python_version()}, "
        f"{packages}. × is a multiple of what the line names."
    )


def sections(case: str, chosen: argparse.Namespace) -> Iterator[Section]:
    quick = chosen.quick
    if case == "sources":
        yield sources(chosen.fraction or (1.0 / 31.0 if quick else 1.0))
    elif case == "tiles":
        for count in chosen.points or ([1_000_000] if quick else [1_000_000, 10_000_000]):
            points = MadePoints(count)
            run, kernel = _both(points, chosen.sites_per_tile, chosen.gigabytes, count <= _MOST_COUNTED)
            yield overhead(run, kernel)
            yield shuffles(run, kernel)
    elif case == "memory":
        points = MadePoints((chosen.points or [1_000_000 if quick else 4_000_000])[0])
        sizes = [points.count // parts for parts in (32, 8, 4, 2)]
        yield worker_memory(tile_runs(points, sizes, chosen.gigabytes), chosen.gigabytes)
    else:
        points = MadePoints((chosen.points or [1_000_000 if quick else 4_000_000])[0], IN_ONE_CITY)
        run, kernel = _both(points, points.count // 16, chosen.gigabytes, False)
        yield skew(run, kernel, IN_ONE_CITY)


def _both(
    points: MadePoints, sites_per_tile: int | None, gigabytes: int, count_neighbours: bool
) -> tuple[TileRun, KernelRun]:
    with tempfile.TemporaryDirectory(prefix="innovation_clusters_found_") as folder:
        found = Path(folder) / "found"
        run = tile_run(points, sites_per_tile, gigabytes, found)
        return run, kernel_run(points, found, count_neighbours=count_neighbours)


def main() -> int:
    arguments = argparse.ArgumentParser(
        prog="benchmarks/distributed/run.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.add_argument("--quick", action="store_true", help="a million rows, and a million points")
    arguments.add_argument("--case", action="append", choices=CASES, help="only this one; may be repeated")
    arguments.add_argument(
        "--points", action="append", type=int, metavar="N", help="distinct points for tiles; may be repeated"
    )
    arguments.add_argument(
        "--fraction", type=float, help="the part of the world's 31 million rows for sources"
    )
    arguments.add_argument(
        "--sites-per-tile", type=int, metavar="N", help="for tiles, if not Spark's default"
    )
    arguments.add_argument(
        "--gigabytes",
        type=int,
        default=4,
        help=f"heap of Java, driver and {CORES} executor cores; default: 4",
    )
    chosen = arguments.parse_args()
    print(conditions())
    agree = True
    for case in chosen.case or CASES:
        for section in sections(case, chosen):
            print(f"\n{section}", flush=True)
            agree &= section.agrees
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
