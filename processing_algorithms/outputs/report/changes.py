"""The ranking beside that of earlier clusters: changes of rank, clusters that entered and that left."""

from __future__ import annotations

import numpy as np

from ...base import language, tr
from ...layers.fields import WHOLE
from .. import page
from ..tables import Table, TableColumn
from .ranking import MOST_RANKS
from .run import Run


def changes_table(run: Run) -> Table:
    """Return every cluster with its earlier rank, and how many ranks it has gained."""
    clusters = run.atlas.clusters
    before = np.full(len(clusters), np.nan) if run.earlier is None else run.earlier.rank
    return Table(
        [
            TableColumn("rank", tr("Rank"), clusters.rank, WHOLE),
            TableColumn("name", tr("Cluster"), run.names),
            TableColumn("economies", tr("Economies"), clusters.economies),
            TableColumn("earlier_rank", tr("Earlier rank"), before, WHOLE),
            TableColumn("rank_change", tr("Ranks gained"), before - clusters.rank, WHOLE),
        ]
    )


def changes_section(run: Run) -> list[str]:
    """Return who moved, entered and left; nothing without earlier clusters that tell their ranks."""
    if run.earlier is None or np.isnan(run.earlier.clusters.rank).all():
        return []
    clusters, before = run.atlas.clusters, run.earlier.rank
    top, was_top = clusters.rank <= MOST_RANKS, before <= MOST_RANKS
    table = changes_table(run)
    entered = np.flatnonzero(top & ~was_top)
    stayed = np.zeros(len(run.earlier.clusters), dtype=bool)
    stayed[run.earlier.same[top & (run.earlier.same >= 0)]] = True
    left = np.flatnonzero((run.earlier.clusters.rank <= MOST_RANKS) & ~stayed)
    called = run.earlier.clusters.names_ko if language() == "ko" else run.earlier.clusters.names
    return [
        page.heading(tr("Compared with the earlier clusters")),
        page.paragraph(
            tr(
                "Ranks are comparable where the earlier clusters were found by the same method. Compare "
                "editions tells what changed in output from what changed in the places."
            )
        ),
        table.select(np.flatnonzero(top)).html(),
        page.paragraph(
            tr("Entered the top {count}: {clusters}.").format(
                count=MOST_RANKS, clusters=", ".join(run.names[row] for row in entered.tolist()) or "–"
            )
        ),
        page.paragraph(
            tr("Left the top {count}: {clusters}.").format(
                count=MOST_RANKS, clusters=", ".join(called[row] for row in left.tolist()) or "–"
            )
        ),
    ]
