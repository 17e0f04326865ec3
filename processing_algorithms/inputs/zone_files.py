"""The files of an input that may hold zones: one, those of a folder, those of a zip, also within each other.

Zips are unpacked to a temporary folder, because their Korean names are often in CP949 without saying so.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.zones.encodings import decode, find_encoding

# What is opened, and by which of GDAL's drivers; delimited tables are read by ourselves.
DRIVERS: dict[str, tuple[str, ...]] = {
    ".shp": ("ESRI Shapefile",),
    ".gpkg": ("GPKG",),
    ".geojson": ("GeoJSON",),
    ".json": ("GeoJSON", "ESRIJSON"),
    ".gml": ("GML",),
    ".kml": ("LIBKML", "KML"),
    ".fgb": ("FlatGeobuf",),
    ".tab": ("MapInfo File",),
    ".mif": ("MapInfo File",),
    ".gdb": ("OpenFileGDB",),
}
TABLES = (".csv", ".tsv")
SHAPEFILE_PARTS = frozenset(
    {".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qmd", ".qix", ".sbn", ".sbx", ".fbn", ".fbx", ".xml", ".idx"}
)
SIDECARS = frozenset({*SHAPEFILE_PARTS, ".gfs", ".xsd", ".dat", ".map", ".id", ".ind", ".mid", ".csvt"})

# Zips within zips, as whole countries are downloaded.
DEPTH = 4

_CHUNK = 1 << 20
_UTF_8_NAME = 0x800
_ENCRYPTED = 0x1


@dataclass(frozen=True)
class ZoneFile:
    """A file to read: where it is, and what it is called: its path below the input."""

    path: Path
    called: str


@dataclass
class FoundFiles:
    """The files of an input, those that are no layers, and what could not be opened, with the reason."""

    files: list[ZoneFile] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    problems: list[tuple[str, InputError]] = field(default_factory=list)


def find_files(start: Path, folder: Path, monitor: Monitor) -> FoundFiles:
    """Return the files at `start`, a file, folder or zip; `folder` is a temporary one for what is unpacked.

    Raises Cancelled.
    """
    found = FoundFiles()
    _find(start, start.name, folder, found, monitor, DEPTH)
    found.files.sort(key=lambda file: file.called)
    return found


def _find(path: Path, called: str, folder: Path, found: FoundFiles, monitor: Monitor, depth: int) -> None:
    monitor.progress(0.0)
    suffix = path.suffix.lower()
    if path.is_dir() and suffix != ".gdb":
        try:
            inside = sorted(path.iterdir())
        except OSError as error:
            found.problems.append((called, _unreadable(called, error)))
            return
        for each in inside:
            # Hidden files are those of systems (.DS_Store, __MACOSX's resource forks).
            if not each.name.startswith(".") and each.name != "__MACOSX" and not each.is_symlink():
                _find(each, f"{called}/{each.name}", folder, found, monitor, depth)
    elif suffix == ".zip":
        if depth == 0:
            found.problems.append((called, _too_deep(called)))
            return
        unpacked = folder / f"zip{sum(1 for _ in folder.iterdir())}"
        try:
            unpack(path, called, unpacked, monitor)
        except InputError as error:
            found.problems.append((called, error))
            return
        for each in sorted(unpacked.iterdir()):
            _find(each, f"{called}/{each.name}", folder, found, monitor, depth - 1)
    elif suffix in DRIVERS or suffix in TABLES:
        found.files.append(ZoneFile(path, called))
    elif suffix not in SIDECARS or (suffix == ".dbf" and not _has_sibling(path, ".shp")):
        found.others.append(called)


def read_bytes(file: ZoneFile) -> bytes:
    """Return what a file holds; raises InputError where it cannot be opened."""
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise _unreadable(file.called, error) from error


def _unreadable(called: str, error: OSError) -> InputError:
    return InputError(
        "INPUT", "{file} cannot be opened: {problem}.", file=called, problem=error.strerror or error
    )


def _too_deep(called: str) -> InputError:
    return InputError("INPUT", "{file} holds zips within zips; unpack it first.", file=called)


def sibling(path: Path, suffix: str) -> Path | None:
    """Return the file of that name and another ending, in small letters or capitals; None where none is."""
    for each in (path.with_suffix(suffix), path.with_suffix(suffix.upper())):
        if each.is_file():
            return each
    for each in path.parent.iterdir():
        if each.stem.lower() == path.stem.lower() and each.suffix.lower() == suffix:
            return each
    return None


def _has_sibling(path: Path, suffix: str) -> bool:
    return sibling(path, suffix) is not None


def unpack(path: Path, called: str, target: Path, monitor: Monitor) -> None:
    """Unpack a zip into a new folder; raises InputError where it cannot be, and Cancelled."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if any(entry.flag_bits & _ENCRYPTED for entry in entries):
                raise InputError("INPUT", "{file} has a password; unpack it first.", file=called)
            target.mkdir(parents=True)
            if sum(entry.file_size for entry in entries) > shutil.disk_usage(target).free:
                raise InputError(
                    "INPUT", "{file} is larger than the free space; unpack it elsewhere.", file=called
                )
            names = _names_of(entries)
            for entry, name in zip(entries, names, strict=True):
                _unpack_entry(archive, entry, target.joinpath(*_safe_parts(name)), monitor)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise InputError(
            "INPUT", "{file} cannot be unpacked: {problem}; get the file again.", file=called, problem=error
        ) from error


def _unpack_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, monitor: Monitor) -> None:
    if target.name.startswith(".") or "__MACOSX" in target.parts:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as source, target.open("wb") as file:
        while block := source.read(_CHUNK):
            monitor.progress(0.0)
            file.write(block)


def _names_of(entries: list[zipfile.ZipInfo]) -> list[str]:
    """Return the names of entries; those without the mark of UTF-8 were read as code page 437."""
    raw = [
        entry.filename.encode("utf-8" if entry.flag_bits & _UTF_8_NAME else "cp437", errors="replace")
        for entry in entries
    ]
    old = [name for name, entry in zip(raw, entries, strict=True) if not entry.flag_bits & _UTF_8_NAME]
    encoding, _ = find_encoding(old)
    return [
        decode(name, "utf-8" if entry.flag_bits & _UTF_8_NAME else encoding)
        for name, entry in zip(raw, entries, strict=True)
    ]


def _safe_parts(name: str) -> Iterator[str]:
    """Return the parts of a path without what would lead out of the folder."""
    for part in PurePosixPath(name.replace("\\", "/")).parts:
        if part not in ("..", ".", "/") and not part.endswith(":"):
            yield part
