"""Brings this package to the workers: what they run comes from here, in the version that is here."""

from __future__ import annotations

import zipfile
from pathlib import Path

from pyspark.sql import SparkSession

_PACKAGE = Path(__file__).resolve().parents[2]
_NAME = __name__.partition(".")[0]
# What workers import; nothing of it knows QGIS.
_ROOMS = ("analysis", "distributed")

# An older date a zip cannot hold. The same sources make the same bytes, which Spark takes twice.
_TIMESTAMP = (1980, 1, 1, 0, 0, 0)


def ship(session: SparkSession, folder: Path) -> None:
    """Send the sources to the workers, which find them as a folder on Python's path.

    Not as a zip on that path: beside files of their own the compiled kernels can be kept, so that not every
    process of a worker compiles them anew. The zip in `folder` must stay until the session ends.
    """
    packed = folder / f"{_NAME}.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        files = [_PACKAGE / "__init__.py"]
        files += [file for room in _ROOMS for file in (_PACKAGE / room).rglob("*.py")]
        for file in sorted(files):
            entry = zipfile.ZipInfo(file.relative_to(_PACKAGE).as_posix(), _TIMESTAMP)
            archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)
    # Workers unpack it under the name behind the sharp.
    session.addArtifacts(f"{packed}#{_NAME}", archive=True)
