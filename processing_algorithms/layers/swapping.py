"""A table of a GeoPackage that may hold others: written under another name, and in its place at once."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osgeo import gdal

from .sqlite import statement, with_texts

# In the names of tables that a run which is broken off leaves.
_UNFINISHED, _EARLIER = "unfinished", "earlier"
# QGIS's table of styles, which GDAL takes along when it gives a table another name.
_STYLES = "SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'"
_STYLE = "UPDATE layer_styles SET f_table_name = {to} WHERE f_table_name = {of}"


@dataclass
class MadeTable:
    """The table `name` of the GeoPackage at `path`, which has the name `made_as` until all of it is written.

    What was in `name` before stays, under another name, until `keep`.
    """

    path: Path
    name: str
    made_as: str = field(init=False)
    _earlier: str = field(init=False)
    _replaced: str = field(default="", init=False)
    _taken: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        mark = uuid.uuid4().hex[:8]
        self.made_as = f"{self.name}_{_UNFINISHED}_{mark}"
        self._earlier = f"{self.name}_{_EARLIER}_{mark}"

    def take(self) -> None:
        """Give the finished table its name, and an earlier one of that name another, in one transaction.

        Raises OSError, and then everything is as it was.
        """
        # Databases do not tell case apart.
        replaced = next((name for name in tables(self.path) if name.lower() == self.name.lower()), "")
        names = [(replaced, self._earlier)] if replaced else []
        # Styles that someone has stored for the table are for the new one, too.
        _rename(self.path, [*names, (self.made_as, self.name)], styles=(self._earlier, self.name))
        self._replaced, self._taken = replaced, True

    def undo(self) -> None:
        """Put the earlier table back and take away the one that was made. Raises OSError."""
        if self._taken:
            back = [(self._earlier, self._replaced)] if self._replaced else []
            _rename(self.path, [(self.name, self.made_as), *back], styles=(self.made_as, self._replaced))
            self._taken = False
        if self.made_as in tables(self.path):
            _drop(self.path, self.made_as)

    def keep(self) -> None:
        """Let go of what was there before. Raises OSError."""
        if self._taken and self._replaced:
            _drop(self.path, self._earlier)

    def remains(self) -> list[str]:
        """Return the tables that runs broken off while they made this one have left.

        That of a run that is still at it looks the same.
        """
        name = re.compile(rf"{re.escape(self.name)}_({_UNFINISHED}|{_EARLIER})_[0-9a-f]{{8}}", re.IGNORECASE)
        return sorted(table for table in tables(self.path) if name.fullmatch(table))


def tables(path: Path) -> list[str]:
    """Return the names of the tables of a database; none where the file is not there or is none."""
    if not path.exists():
        return []
    try:
        with _opened(path, gdal.OF_READONLY) as dataset:
            return [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
    except OSError:
        return []


def _rename(path: Path, names: Sequence[tuple[str, str]], styles: tuple[str, str]) -> None:
    """Give tables new names, one after the other, then the styles of the first of `styles` to the second: all
    of that or, with OSError, none.
    """
    with _opened(path, gdal.OF_UPDATE) as dataset:
        dataset.StartTransaction()
        _require_no_error()
        try:
            for before, after in names:
                # Tables about tables, index and triggers follow: that is why it is GDAL who is told.
                _tell(
                    dataset, statement("ALTER TABLE {before} RENAME TO {after}", before=before, after=after)
                )
            if _tell(dataset, _STYLES):
                _tell(dataset, with_texts(_STYLE, of=styles[0], to=styles[1]))
            dataset.CommitTransaction()
            _require_no_error()
        except (OSError, RuntimeError):
            dataset.RollbackTransaction()
            raise


def _drop(path: Path, table: str) -> None:
    with _opened(path, gdal.OF_UPDATE) as dataset:
        _tell(dataset, statement("DROP TABLE {table}", table=table))


def _tell(dataset: Any, command: str) -> bool:
    """Say whether the answer to a command has rows."""
    answer = dataset.ExecuteSQL(command)
    _require_no_error()
    if answer is None:
        return False
    rows = answer.GetFeatureCount() > 0
    dataset.ReleaseResultSet(answer)
    return rows


def _require_no_error() -> None:
    # Whether GDAL raises is for whoever set up the process.
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise OSError(gdal.GetLastErrorMsg())


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[Any]:
    """Open a database and let go of it; every error of GDAL is an OSError."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    dataset = None
    try:
        gdal.ErrorReset()
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | flags)
        if dataset is None:
            raise OSError(gdal.GetLastErrorMsg())
        yield dataset
    except RuntimeError as error:
        raise OSError(str(error)) from error
    finally:
        dataset = None
        gdal.PopErrorHandler()
