"""Who works with whom: the strongest links between clusters, and how international their records are."""

from __future__ import annotations

import numpy as np

from ....analysis.boundaries import centres
from ...base import tr
from ...layers.fields import REAL, WHOLE
from ...wording import metric_name
from .. import page
from ..collaboration_tables import PARTNER_FIELDS, Network, partner_rows, shared_by_pairs
from ..tables import Table, TableColumn
from .run import Run

MOST_LINKS = 25
MOST_CLUSTERS = 25

# What the ranking counts by; see `analysis.collaboration`.
MEASURE = "fractional"


def network_of(run: Run) -> Network:
    """Return the clusters of a run as a network; each is where its addresses have their middle."""
    sites, clusters, shared = run.atlas.sites, run.atlas.clusters, run.atlas.collaboration
    members = sites.cluster >= 0
    longitude, latitude, _ = centres(
        sites.longitude[members],
        sites.latitude[members],
        sites.cluster[members],
        len(clusters),
        sites.addresses[members].sum(axis=1),
    )
    numbers = clusters.identifier.tolist()
    return Network(numbers, run.names, shared.ties, shared.reach, shared.economies_known, longitude, latitude)


def links_table(run: Run) -> Table:
    """Return the pairs of clusters that share records of any metric, the most first."""
    first, second, shared = shared_by_pairs(run.atlas.collaboration.ties, len(run.atlas.clusters))
    records, fractional = shared[:, 0], shared[:, 1]
    rows = np.lexsort((second, first, -fractional))
    return Table(
        [
            TableColumn("first", tr("Cluster"), [run.names[row] for row in first[rows].tolist()]),
            TableColumn("second", tr("Works with"), [run.names[row] for row in second[rows].tolist()]),
            TableColumn("records", tr("Shared records"), records[rows], REAL),
            TableColumn("fractional", tr("Shared, as fractions"), fractional[rows], REAL, 1),
        ]
    )


def partners_table(run: Run) -> Table:
    """Return for every cluster, in the order of the ranking, and every metric with whom it works, and how
    international its records are.
    """
    columns = dict(
        zip((name for name, _ in PARTNER_FIELDS), partner_rows(network_of(run), MEASURE), strict=True)
    )
    clusters = run.atlas.clusters
    rank_of = dict(zip(clusters.identifier.tolist(), clusters.rank.tolist(), strict=True))
    ranks = np.array([rank_of[number] for number in columns["cluster_id"]], dtype=np.int64)
    metrics = [metric_name(metric) for metric in columns["metric"]]
    table = Table(
        [
            TableColumn("cluster_id", tr("Number"), columns["cluster_id"], WHOLE),
            TableColumn("rank", tr("Rank"), ranks, WHOLE),
            TableColumn("name", tr("Cluster"), columns["name"]),
            TableColumn("metric", tr("Metric of the records"), metrics),
            TableColumn("within_share", tr("Made alone, %"), columns["within_share"], REAL, 1),
            TableColumn("clusters_share", tr("With clusters, %"), columns["clusters_share"], REAL, 1),
            TableColumn("noise_share", tr("With noise, %"), columns["noise_share"], REAL, 1),
            TableColumn("shared_records", tr("Shared records"), columns["shared_records"], WHOLE),
            TableColumn("domestic_share", tr("Domestic, %"), columns["domestic_share"], REAL, 1),
            TableColumn(
                "international_share", tr("International, %"), columns["international_share"], REAL, 1
            ),
            TableColumn("strongest", tr("Strongest partner"), columns["strongest_name"]),
        ]
    )
    return table.select(np.argsort(ranks, kind="stable"))


def collaboration_section(run: Run) -> list[str]:
    """Return both tables in short; nothing where no input knows its records."""
    if not run.atlas.collaboration.ties or not len(run.atlas.clusters):
        return []
    links, partners = links_table(run), partners_table(run)
    ranks, shared = (
        np.array(next(column.values for column in partners.columns if column.name == name))
        for name in ("rank", "shared_records")
    )
    parts = [page.heading(tr("Collaboration"))]
    if len(links):
        sentence = tr("The {count} pairs of clusters that share most records.")
        shown = links.first(MOST_LINKS)
        parts += [page.paragraph(sentence.format(count=len(shown))), shown.html()]
    # A metric whose records all have one address, as deals have, tells nothing here.
    rows = np.flatnonzero((ranks <= MOST_CLUSTERS) & (shared > 0))
    if rows.size:
        sentence = tr("With whom the first {count} clusters work, in per cent of what they make.")
        parts += [
            page.paragraph(sentence.format(count=MOST_CLUSTERS)),
            partners.select(rows).without("cluster_id").html(),
        ]
    return parts
