"""What was measured, as Markdown: the figure that matters first, its goal, and whether it is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .agreement import DIFFERENT
from .measuring import Measurement


@dataclass(frozen=True)
class Goal:
    """What a figure should reach: at most `limit`, or at least."""

    limit: float
    at_least: bool = False

    def met_by(self, figure: float) -> bool:
        return figure >= self.limit if self.at_least else figure <= self.limit


@dataclass(frozen=True)
class Row:
    """One line: what was measured, the figure in its unit ("×", "s"), and what else is known about it.

    `memory` and `measurement` are printed where they are given; `remark` ends the line.
    """

    what: str
    figure: float | None = None
    unit: str = "×"
    goal: Goal | None = None
    memory: float | None = None
    measurement: Measurement | None = None
    remark: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal is met, None where there is none; what failed to give a figure meets nothing."""
        if self.goal is None:
            return None
        return self.figure is not None and self.goal.met_by(self.figure)

    def cells(self) -> list[str]:
        measurement = self.measurement
        return [
            self.what,
            "" if self.figure is None else _quantity(self.figure, self.unit),
            ""
            if self.goal is None
            else f"{'≥' if self.goal.at_least else '≤'} {_quantity(self.goal.limit, self.unit)}",
            "" if self.met is None else "met" if self.met else "not met",
            "" if self.memory is None else _quantity(self.memory, "×"),
            "" if measurement is None else f"{figures(measurement.seconds)} ({measurement.runs})",
            "" if measurement is None else f"{measurement.megabytes:,.0f}",
            self.remark,
        ]


HEADINGS = ("", "Measured", "Goal", "", "Memory", "Seconds (runs)", "MB", "")
ALIGNMENTS = ("---", "--:", "--:", "---", "--:", "--:", "--:", "---")


@dataclass
class Section:
    """The lines of one case, under its title, and what has to be said about them."""

    title: str
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def agrees(self) -> bool:
        """Whether no line found other labels than it must."""
        return not any(DIFFERENT in row.remark for row in self.rows)

    def __str__(self) -> str:
        return "\n\n".join([f"### {self.title}", _markdown(self.rows), *self.notes])


def _markdown(rows: Sequence[Row]) -> str:
    """Return the table of the columns that any row fills."""
    cells = [row.cells() for row in rows]
    filled = [any(column) for column in zip(*cells, strict=True)]
    lines = [
        f"| {' | '.join(cell for cell, wanted in zip(line, filled, strict=True) if wanted)} |"
        for line in (HEADINGS, ALIGNMENTS, *cells)
    ]
    return "\n".join(lines)


def _quantity(value: float, unit: str) -> str:
    return f"× {figures(value)}" if unit == "×" else f"{figures(value)} {unit}"


def figures(value: float) -> str:
    """Write three figures of a number: more than such a measurement is good for, and which side of a goal
    it is on can be seen.
    """
    return f"{value:,.0f}" if value >= 100.0 else f"{value:.3g}"
