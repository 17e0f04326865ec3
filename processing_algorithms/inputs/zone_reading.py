"""All files at a path, read one after the other."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.zones.delimited import read_delimited
from ..base import Algorithm, tr
from ..layers.raw import RawLayer, read_layers
from ..outputs.zone_rows import CollectedZones
from .official_zones import Overrides, read_raw, read_table
from .zone_files import DRIVERS, TABLES, ZoneFile, find_files, read_bytes


def read_path(
    algorithm: Algorithm,
    path: Path,
    overrides: Overrides,
    collected: CollectedZones,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    monitor: Monitor,
) -> None:
    """Read all files at a path into `collected`; one that is bad takes no other with it, and is told alone.

    Raises InputError where none can be read, and for answers that fit none; Cancelled.
    """
    with tempfile.TemporaryDirectory(prefix="innovation-clusters-") as folder:
        found = find_files(path, Path(folder), monitor)
        problems = list(found.problems)
        parts = monitor.split(*([1.0] * max(1, len(found.files))))
        for file, part in zip(found.files, parts, strict=False):
            try:
                _read_file(file, overrides, collected, context, part)
            except InputError as error:
                if error.parameter != "INPUT":
                    raise
                problems.append((file.called, error))
        if problems and not collected.files:
            raise problems[0][1]
        if not collected.files:
            raise InputError(
                "INPUT",
                "{file} holds no file of zones; they are of the kinds {kinds}.",
                file=path.name,
                kinds=", ".join((*DRIVERS, *TABLES)),
            )
        for called, problem in problems:
            text = algorithm.sentence(problem)
            feedback.pushWarning(text)
            collected.reject_file(called, "file", text)
        for called in found.others:
            feedback.pushInfo(tr("{file} is no layer and is not read.").format(file=called))


def _read_file(
    file: ZoneFile,
    overrides: Overrides,
    collected: CollectedZones,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> None:
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
        collected.add(zones)
        return
    reading, using = monitor.split(1.0, 2.0)
    layers: list[RawLayer] = read_layers(file.path, file.called, DRIVERS[suffix], reading)
    for raw, part in zip(layers, using.split(*([1.0] * max(1, len(layers)))), strict=False):
        collected.add(read_raw(raw, overrides, context, part), raw.unread)
