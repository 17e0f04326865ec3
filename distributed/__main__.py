"""Ranked clusters from address tables, computed on Spark: `python -m innovation_clusters.distributed --help`.

No QGIS is needed, neither here nor on the workers.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..analysis.editions import AUTHOR_WEIGHT, METRICS
from ..analysis.errors import InputError
from .voice import Attached, Voice, heard

COLUMNS = {"x": "longitude", "y": "latitude", "record": "record", "weight": "", "row": ""}


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m innovation_clusters.distributed",
        description="Density clusters of addresses, ranked by shares of patents, publications and deals.",
    )
    for metric in METRICS:
        parser.add_argument(f"--{metric}", metavar="PATH", help=f"addresses of {metric}: Parquet or CSV")
        parser.add_argument(
            f"--total-{metric}", metavar="N", type=float, help="the world's records, if not the input's own"
        )
    for name, default in COLUMNS.items():
        parser.add_argument(
            f"--{name}", metavar="COLUMN", default=default, help=f"default: {default or 'none'}"
        )
    parser.add_argument("--eps", type=float, default=15_000.0, help="distance in metres, default: 15000")
    parser.add_argument("--min-density", type=float, default=4_500.0, help="default: 4500 inventor addresses")
    parser.add_argument(
        "--author-weight", type=float, default=AUTHOR_WEIGHT, help=f"default: {AUTHOR_WEIGHT:.6f}"
    )
    parser.add_argument("--border", choices=("first", "nearest", "noise"), default="first")
    parser.add_argument("--master", help="a master such as local[2] or spark://HOST:7077")
    parser.add_argument("--remote", help="a Spark Connect server such as sc://HOST:15002")
    parser.add_argument("--output", required=True, type=Path, help="a new folder for the results")
    parser.add_argument(
        "--attached",
        action="store_true",
        help="for programs: tell in lines of JSON, and end when standard input closes",
    )
    return parser


def main(given: Sequence[str] | None = None) -> int:
    chosen = arguments().parse_args(given)
    return heard(Attached() if chosen.attached else None, lambda voice: _run(chosen, voice))


def _run(chosen: argparse.Namespace, voice: Voice) -> None:
    try:
        from .spark.session import run
    except ImportError as error:
        raise InputError(
            "python",
            "PySpark is needed and cannot be used ({problem}); install it: {command}",
            problem=error,
            command=f"{sys.executable} -m pip install pyspark pyarrow pandas numba",
        ) from error
    run(chosen, voice)


if __name__ == "__main__":
    sys.exit(main())
