"""The clusters of every economy, and the leading one of each economy or cross-border region."""

from __future__ import annotations

from ....analysis.economies import CrossBorder, summarise_economies
from ....analysis.editions import METRICS
from ...base import tr
from ...layers.fields import REAL, WHOLE
from ...wording import metric_name
from .. import page
from ..tables import Table, TableColumn
from .run import Run


def economies_table(run: Run) -> Table:
    """Return how many clusters every economy has; one that crosses a border counts for each."""
    clusters = run.atlas.clusters
    summary = summarise_economies(clusters.economies, clusters.rank, clusters.shares)
    columns = [
        TableColumn("economy", tr("Economy"), summary.economy),
        TableColumn("in_top", tr("Clusters in the top 100"), summary.in_top, WHOLE),
        TableColumn("clusters", tr("All clusters"), summary.clusters, WHOLE),
        TableColumn("cross_border", tr("Across a border"), summary.cross_border, WHOLE),
    ]
    for place in run.given:
        heading = tr("{metric}, share %").format(metric=metric_name(METRICS[place]))
        columns.append(TableColumn(f"share_{METRICS[place]}", heading, summary.shares[:, place], REAL, 2))
    return Table(columns)


def national_leaders_table(run: Run) -> Table:
    """Return the first cluster of every economy, or cross-border region, as WIPO lists them."""
    clusters = run.atlas.clusters
    summary = summarise_economies(
        clusters.economies, clusters.rank, clusters.shares, cross_border=CrossBorder.REGION
    )
    return Table(
        [
            TableColumn("economy", tr("Economy or cross-border region"), summary.economy),
            TableColumn(
                "leading", tr("Leading cluster"), [run.names[row] for row in summary.leading.tolist()]
            ),
            TableColumn("rank", tr("Its rank"), summary.leading_rank, WHOLE),
            TableColumn("score", tr("Its score"), clusters.score[summary.leading], REAL, 2),
        ]
    )


def economies_section(run: Run) -> list[str]:
    """Return both tables."""
    parts = [page.heading(tr("Economies"))]
    table = economies_table(run)
    if not len(table):
        return [*parts, page.paragraph(tr("The economies of the addresses are not known."))]
    return [
        *parts,
        table.html(),
        page.heading(tr("Leading cluster of every economy")),
        national_leaders_table(run).html(),
    ]
