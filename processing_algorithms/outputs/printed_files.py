"""Files that are printed: each takes its place only when all are whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self


class PrintedFiles:
    """Files in the making. Leaving it early leaves what was there before.

    with PrintedFiles() as files:
        draw(files.place(Path("map.pdf")))
    """

    def __init__(self) -> None:
        self._made: list[tuple[Path, Path]] = []
        self._folders: list[Path] = []

    def place(self, path: Path) -> Path:
        """Return where to write a file that is to be `path`. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        # A folder beside the file: the name stays the file's own, and moving stays on one disk.
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        self._folders.append(folder)
        self._made.append((folder / path.name, path))
        return folder / path.name

    def places(self, folder: Path, names: Sequence[str]) -> list[Path]:
        """Return where to write files that are to stand in a folder by these names. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".pages.", dir=folder))
        self._folders.append(made)
        self._made += [(made / name, folder / name) for name in names]
        return [made / name for name in names]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                for made, path in self._made:
                    os.replace(made, path)
        finally:
            for folder in self._folders:
                shutil.rmtree(folder, ignore_errors=True)
