"""What only the engine knows of a source whose rows are places: its records."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..monitor import Monitor
from ..sums import Sums
from .answers import LabelledPlaces, Patterns, Places
from .engine import Engine
from .tables import TableAtSource


class RecordsAtSource:
    """The records of the places `at`, int64[n], which are the rows of a source; see counting.Source.

    Clusters are asked about as they were found, then as they were merged and numbered: what is known of the
    former tells the latter, and the table is not read again.
    """

    def __init__(self, engine: Engine, table: TableAtSource, places: Places, at: NDArray[np.int64]) -> None:
        self._engine = engine
        self._table = table
        self._places = places
        self._at = at
        self._asked: tuple[NDArray[np.int64], NDArray[np.int64], Patterns] | None = None

    def patterns(self, label: NDArray[np.int64], economy: NDArray[np.int64], monitor: Monitor) -> Patterns:
        """Return the records that are alike where rows have clusters int64[n] and economies int64[n]; raises
        as `Engine.patterns`.
        """
        if self._asked is not None:
            asked_label, asked_economy, answer = self._asked
            renamed = _renamed(asked_label, label)
            if renamed is not None and np.array_equal(economy, asked_economy):
                return replace(answer, label=renamed[answer.label])
        answer = self._engine.patterns(
            self._table, LabelledPlaces(self._places, self._at, label, economy), monitor
        )
        self._asked = label.copy(), economy.copy(), answer
        return answer

    def full_counts(self, label: NDArray[np.int64], monitor: Monitor) -> Sums:
        """Return n numbers, what every row counts where a record is one in every cluster it is in; raises as
        `Engine.full_counts`.
        """
        labelled = LabelledPlaces(self._places, self._at, label)
        return self._engine.full_counts(self._table, labelled, monitor).select(self._at)


def _renamed(known: NDArray[np.int64], label: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Return the new labels of known ones, int64[k + 1] with that of -1 last; None where one became two."""
    new = np.full(int(known.max(initial=-1)) + 2, -1, dtype=np.int64)
    new[known] = label
    return new if np.array_equal(new[known], label) else None
