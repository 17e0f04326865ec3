"""All files at a path, read one after the other."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsProcessingContext

from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.zones.delimited import read_delimited
from ..layers.raw import RawLayer, read_layers
from .official_zones import OfficialZones, Overrides, read_raw, read_table
from .zone_files import DRIVERS, TABLES, ZoneFile, find_files, read_bytes


@dataclass(frozen=True)
class FoundFile:
    """A file at a path, or a layer of it: what was read of it, with how many rows it promises and does not
    hold; else the problem it has; neither where it is no layer."""

    called: str
    zones: OfficialZones | None = None
    unread: int = 0
    problem: InputError | None = None


def read_path(
    path: Path, overrides: Overrides, context: QgsProcessingContext, monitor: Monitor
) -> Iterator[FoundFile]:
    """Yield all files at a path; one that is bad takes no other with it.

    Raises InputError where none can be read, and for answers that fit none; Cancelled.
    """
    with tempfile.TemporaryDirectory(prefix="innovation-clusters-") as folder:
        found = find_files(path, Path(folder), monitor)
        problems = list(found.problems)
        read = False
        parts = monitor.split(*([1.0] * max(1, len(found.files))))
        for file, part in zip(found.files, parts, strict=False):
            try:
                for one in _read_file(file, overrides, context, part):
                    read = True
                    yield one
            except InputError as error:
                if error.parameter != "INPUT":
                    raise
                problems.append((file.called, error))
        if problems and not read:
            raise problems[0][1]
        if not read:
            raise InputError(
                "INPUT",
                "{file} holds no file of zones; they are of the kinds {kinds}.",
                file=path.name,
                kinds=", ".join((*DRIVERS, *TABLES)),
            )
        for called, problem in problems:
            yield FoundFile(called, problem=problem)
        for called in found.others:
            yield FoundFile(called)


def _read_file(
    file: ZoneFile, overrides: Overrides, context: QgsProcessingContext, monitor: Monitor
) -> Iterator[FoundFile]:
    suffix = file.path.suffix.lower()
    if suffix in TABLES:
        delimited = read_delimited(
            read_bytes(file), file.called, overrides.of(file.called).get("encoding", "")
        )
        zones = read_table(delimited, file.called, overrides, context, monitor)
        if zones is None:
            raise InputError(
                "INPUT",
                "{file} has no columns of latitude and longitude; name them lat and lon, or 위도 and 경도.",
                file=file.called,
            )
        yield FoundFile(file.called, zones)
        return
    reading, using = monitor.split(1.0, 2.0)
    layers: list[RawLayer] = read_layers(file.path, file.called, DRIVERS[suffix], reading)
    for raw, part in zip(layers, using.split(*([1.0] * max(1, len(layers)))), strict=False):
        yield FoundFile(raw.called, read_raw(raw, overrides, context, part), raw.unread)
