"""Ranked clusters from address tables where they are: `python -m innovation_clusters.distributed --help`.

No QGIS is needed, neither here nor on the workers.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ..analysis.errors import InputError
from .arguments import arguments
from .voice import Attached, Voice, heard


def main(given: Sequence[str] | None = None) -> int:
    chosen = arguments().parse_args(given)
    return heard(Attached() if chosen.attached else None, lambda voice: _run(chosen, voice))


def _run(chosen: argparse.Namespace, voice: Voice) -> None:
    if chosen.postgis or chosen.duckdb:
        from .at_source import run as run_at_source

        run_at_source(chosen, voice)
        return
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
