"""What every engine does, and how one waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Protocol, TypeVar

from ..monitor import POLL_SECONDS, Monitor
from ..sums import Sums
from .answers import LabelledPlaces, LabelledRows, Labelling, Patterns, Places
from .tables import TableAtSource, Target

T = TypeVar("T")

_STOP_AGAIN_SECONDS = 0.25


class Engine(Protocol):
    """Puts the questions to where the rows are. Engines inherit from it, or from `WholeRun`.

    All raise InputError, with one sentence, where the table, a column or a right is missing, where the
    connection is lost, and where the table has changed since the first question; and Cancelled.
    """

    name: str

    def places(self, table: TableAtSource, monitor: Monitor) -> Places:
        """Return the groups of rows that state the same place."""

    def patterns(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Patterns:
        """Return the records that are alike; rows at other places than these are located nowhere.

        Tables without a column of records have none to ask for.
        """

    def full_counts(self, table: TableAtSource, labelled: LabelledPlaces, monitor: Monitor) -> Sums:
        """Return what each of the places counts where a record is one in every cluster it is in."""

    def label_all(self, asked: Sequence[Labelling], monitor: Monitor) -> list[LabelledRows]:
        """Do what `label` does for several tables: all of them are there afterwards, or none."""

    def label(
        self,
        table: TableAtSource,
        labelled: LabelledPlaces,
        target: str,
        field: str,
        monitor: Monitor,
        *,
        as_view: bool = False,
    ) -> LabelledRows:
        """Make `target`, a table of all rows with their cluster as `field`, as a whole or not at all.

        As a view, where the engine has views, it follows the rows; raises InputError where it has none.
        """
        (rows,) = self.label_all([Labelling(table, labelled, Target(target, field, as_view))], monitor)
        return rows


class WholeRun(Engine, Protocol):
    """An engine for runs that know nothing of their tables but what it tells."""

    def system(self, table: TableAtSource, monitor: Monitor) -> str:
        """Return what the chosen geometries say that their coordinates are in, as PROJ reads it; empty where
        there are none, or they do not say. Raises InputError where they say different things.
        """

    def require_target(self, table: TableAtSource, target: Target, monitor: Monitor) -> None:
        """Raise InputError, of "target" or "field", where the rows of a table cannot be labelled there."""


def listen(
    work: Callable[[], T], stop: Callable[[], object], told: Callable[[], float], monitor: Monitor
) -> T:
    """Return what `work` does on a thread of its own, whose progress `told` tells; `stop` ends it early.

    Raises Cancelled once the work has ended.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="innovation_clusters_engine") as pool:
        future = pool.submit(work)
        try:
            while not wait([future], timeout=POLL_SECONDS).done:
                monitor.progress(told())
        except BaseException:
            stop()
            while not wait([future], timeout=_STOP_AGAIN_SECONDS).done:
                # What is stopped between two statements does not notice.
                stop()
            raise
        return future.result()
