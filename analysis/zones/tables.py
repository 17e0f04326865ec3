"""Tables of resources/zones: UTF-8, comma-separated, read row by row with errors that name file, line and
column.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Sequence
from pathlib import Path

from ..errors import InputError

ZONES = Path(__file__).resolve().parent.parent.parent / "resources" / "zones"

# What stands between several values of one cell.
SEPARATOR = ";"


class Row:
    """One line of a table; every method returns a cell as what it should be, or raises InputError."""

    def __init__(self, file: str, line: int, cells: dict[str, str]) -> None:
        self._file = file
        self._line = line
        self._cells = cells

    def text(self, column: str) -> str:
        """Return the text of a cell that may be empty."""
        return self._cells[column].strip()

    def required(self, column: str) -> str:
        """Return the text of a cell that may not be empty."""
        text = self.text(column)
        if not text:
            raise self.error(column, "the cell is empty")
        return text

    def choice(self, column: str, choices: Collection[str]) -> str:
        """Return the text of a cell that must be one of `choices`."""
        text = self.text(column)
        if text not in choices:
            raise self.error(column, f"{text!r} is none of {', '.join(sorted(choices))}")
        return text

    def several(self, column: str, choices: Collection[str] | None = None) -> tuple[str, ...]:
        """Return the values of a cell, each one of `choices` where these are given."""
        values = tuple(part.strip() for part in self.text(column).split(SEPARATOR) if part.strip())
        for value in values:
            if choices is not None and value not in choices:
                raise self.error(column, f"{value!r} is none of {', '.join(sorted(choices))}")
        return values

    def number(self, column: str, low: float = -math.inf, high: float = math.inf) -> float | None:
        """Return a number within limits, None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            raise self.error(column, f"{text!r} is not a number") from None
        if not low <= number <= high:
            raise self.error(column, f"{text} is not between {low:g} and {high:g}")
        return number

    def integer(self, column: str, low: float = -math.inf, high: float = math.inf) -> int | None:
        """Return a whole number within limits, None for an empty cell."""
        number = self.number(column, low, high)
        if number is None:
            return None
        if number != int(number):
            raise self.error(column, f"{self.text(column)} is not a whole number")
        return int(number)

    def flag(self, column: str) -> bool:
        """Return whether a cell holds 1; it may hold 0 else."""
        return self.choice(column, ("0", "1")) == "1"

    def error(self, column: str, problem: str) -> InputError:
        """Return the error that names this line and a column of it."""
        return InputError(
            "catalogue",
            "{file}, line {line}, column {column}: {problem}.",
            file=self._file,
            line=self._line,
            column=column,
            problem=problem,
        )


def read_rows(path: Path, columns: Sequence[str], key: str = "") -> list[Row]:
    """Return the rows of a table that has just these columns; cells of the column `key` must differ.

    Raises InputError.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            lines = [(reader.line_num, cells) for cells in reader]
    except FileNotFoundError:
        raise InputError("catalogue", "{file} is missing.", file=path.name) from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise InputError(
            "catalogue", "{file} cannot be read: {problem}", file=path.name, problem=error
        ) from error
    if header != list(columns):
        raise InputError(
            "catalogue",
            "{file}: its columns must be {columns}, and they are {found}.",
            file=path.name,
            columns=",".join(columns),
            found=",".join(header),
        )
    rows, seen = [], set()
    for line, cells in lines:
        if len(cells) != len(columns):
            raise InputError(
                "catalogue",
                "{file}, line {line}: {found} cells where there are {count} columns.",
                file=path.name,
                line=line,
                found=len(cells),
                count=len(columns),
            )
        row = Row(path.name, line, dict(zip(columns, cells, strict=True)))
        if key:
            value = row.required(key)
            if value in seen:
                raise row.error(key, f"{value!r} is there twice")
            seen.add(value)
        rows.append(row)
    return rows
