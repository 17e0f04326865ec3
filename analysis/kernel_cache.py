"""Where machine code is kept for the next process, how much there is of it, and how it is taken away."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

# It goes with the plugin, when that is removed or replaced.
BESIDE_THE_PLUGIN = Path(__file__).parent / "__pycache__"

# Folders of one state of the sources each, and what numba writes into them.
_FOLDER = re.compile(r"kernels-[0-9a-f]{16}")
_SUFFIXES = (".nbi", ".nbc")

_chosen: list[Path] = []


def choose_folder(folder: str) -> None:
    """Keep machine code in a folder from now on; where it is empty, beside the plugin."""
    _chosen[:] = [Path(folder)] if folder else []


def environment_folder() -> str:
    """Return the folder that numba's own variable names, which goes before any choice; empty for none."""
    return os.environ.get("NUMBA_CACHE_DIR", "")


def cache_folder(digest: str) -> Path | None:
    """Return the folder for the sources of a digest: the chosen one, that beside the plugin, or None where
    neither can be written to.
    """
    for place in (*_chosen, BESIDE_THE_PLUGIN):
        if _is_writable(place):
            return place / f"kernels-{digest}"
    return None


def _is_writable(folder: Path) -> bool:
    """Say whether a folder, or what it can be made in, can be written to."""
    there = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def kept_bytes() -> int:
    """Return how many bytes of machine code are kept."""
    return sum(map(_size, _kept_files()))


def clear() -> list[str]:
    """Remove the machine code that is kept, of all versions; return what could not be removed, and why."""
    problems = []
    files = list(_kept_files())
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            problems.append(str(error))
    folders = {folder for file in files for folder in _own_folders(file)}
    for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        try:
            # Nothing that someone else has put there goes with it.
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        except OSError as error:
            problems.append(str(error))
    return problems


def _own_folders(file: Path) -> Iterator[Path]:
    """Yield the folders that a kept file is in, up to the one of its sources and not above."""
    for folder in file.parents:
        yield folder
        if _FOLDER.fullmatch(folder.name):
            return


def _size(file: Path) -> int:
    """Return the bytes of a file; another QGIS may be clearing the same folder."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def _kept_files() -> Iterator[Path]:
    for place in (*_chosen, BESIDE_THE_PLUGIN):
        if place.is_dir():
            for folder in sorted(place.iterdir()):
                if _FOLDER.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
                    yield from (file for file in sorted(folder.rglob("*")) if file.suffix in _SUFFIXES)
