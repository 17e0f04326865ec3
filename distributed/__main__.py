"""Ranked clusters from address tables where they are: `python -m innovation_clusters.distributed --help`.

No QGIS is needed, neither here nor on the workers.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ..analysis.errors import InputError
from ..analysis.packages import MissingPackageError
from .arguments import arguments
from .voice import Attached, Voice, heard

# Others than their modules are called.
_INSTALLED_AS = {"psycopg2": "psycopg2-binary"}


def main(given: Sequence[str] | None = None) -> int:
    chosen = arguments().parse_args(given)
    return heard(Attached() if chosen.attached else None, lambda voice: _run(chosen, voice))


def _run(chosen: argparse.Namespace, voice: Voice) -> None:
    try:
        _run_on_engine(chosen, voice)
    except MissingPackageError as error:
        # What it says is of the Python of QGIS, and this is another.
        raise _missing(str(error.values["name"]), error.values["problem"]) from error


def _missing(package: str, problem: object, further: str = "") -> InputError:
    whole = package.partition(".")[0]
    return InputError(
        "python",
        "{name} is needed and cannot be used ({problem}); install it: {command}",
        name=whole,
        problem=problem,
        command=f"{sys.executable} -m pip install {_INSTALLED_AS.get(whole, whole)}{further}",
    )


def _run_on_engine(chosen: argparse.Namespace, voice: Voice) -> None:
    if chosen.postgis or chosen.duckdb:
        from .at_source import run as run_at_source

        run_at_source(chosen, voice)
        return
    try:
        from .spark.session import run
    except ImportError as error:
        raise _missing("pyspark", error, " pyarrow pandas numba") from error
    run(chosen, voice)


if __name__ == "__main__":
    sys.exit(main())
