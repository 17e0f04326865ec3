"""The ranking itself: its first hundred, those beyond, how concentrated it is, and who leads."""

from __future__ import annotations

import numpy as np

from ....analysis.concentration import concentrations
from ....analysis.editions import METRICS
from ...base import tr
from ...layers.fields import REAL, WHOLE
from ...wording import metric_name
from .. import page
from ..tables import Table, TableColumn
from .run import Run

MOST_RANKS = 100
MOST_BEYOND = 50
MOST_PROFILES = 25

# A cluster that one organisation makes up almost alone is a campus town, or a payer's seat counted as one.
DOMINANT_SHARE = 80.0


def ranking_section(run: Run) -> list[str]:
    """Return the first hundred clusters, and a shorter list of those beyond."""
    clusters = run.atlas.clusters
    parts = [page.heading(tr("Ranking"))]
    if not len(clusters):
        sentence = tr("No cluster reaches the minimum density; try a lower one, or a larger distance.")
        return [*parts, page.paragraph(sentence)]
    table = _ranking(run)
    inside = np.flatnonzero(clusters.rank <= MOST_RANKS)
    beyond = np.flatnonzero(clusters.rank > MOST_RANKS)
    parts.append(table.select(inside).html())
    if beyond.size:
        parts += [
            page.heading(tr("Clusters beyond the top {count}").format(count=MOST_RANKS)),
            table.select(beyond[:MOST_BEYOND]).html(),
        ]
    if beyond.size > MOST_BEYOND:
        left = beyond.size - MOST_BEYOND
        parts.append(page.paragraph(tr("{count} more clusters are in the ranking table.").format(count=left)))
    return parts


def _ranking(run: Run) -> Table:
    clusters, given = run.atlas.clusters, run.given
    columns = [
        TableColumn("rank", tr("Rank"), clusters.rank, WHOLE),
        TableColumn("name", tr("Cluster"), run.names),
        TableColumn("economies", tr("Economies"), clusters.economies),
    ]
    for place in given:
        columns.append(
            TableColumn(METRICS[place], metric_name(METRICS[place]), clusters.counts[:, place], REAL)
        )
    for place in given:
        heading = tr("{metric}, share %").format(metric=metric_name(METRICS[place]))
        columns.append(TableColumn(f"share_{METRICS[place]}", heading, clusters.shares[:, place], REAL, 2))
    columns.append(TableColumn("score", tr("Score"), clusters.score, REAL, 2))
    if run.intensity is not None:
        heading = tr("Score per million people")
        columns.append(TableColumn("intensity", heading, run.intensity.score_per_million, REAL, 2))
    return Table(columns)


def concentration_table(run: Run) -> Table:
    """Return what the first 10, the first 100 and all clusters hold of the total, by metric."""
    clusters = run.atlas.clusters
    found = concentrations(clusters.rank, clusters.shares, clusters.score, np.ones(len(METRICS)))
    called = [tr("Top {count}").format(count=each.top) if each.top else tr("All clusters") for each in found]
    columns = [
        TableColumn("part", tr("Part of the ranking"), called),
        TableColumn("clusters", tr("Clusters"), [each.clusters for each in found], WHOLE),
    ]
    for place in run.given:
        heading = tr("{metric}, % of the total").format(metric=metric_name(METRICS[place]))
        values = [float(each.shares[place]) for each in found]
        columns.append(TableColumn(f"share_{METRICS[place]}", heading, values, REAL, 1))
    return Table(columns)


def concentration_section(run: Run) -> list[str]:
    """Return the key figures."""
    sentence = tr("{count} clusters from {sites} places.").format(
        count=len(run.atlas.clusters), sites=f"{len(run.atlas.sites):,}"
    )
    return [page.paragraph(sentence), concentration_table(run).html()]


def leaders_table(run: Run) -> Table:
    """Return the leading organisation of every cluster, in all and by metric, and its leading fields, with
    their shares."""
    clusters = run.atlas.clusters
    columns = [
        TableColumn("rank", tr("Rank"), clusters.rank, WHOLE),
        TableColumn("name", tr("Cluster"), run.names),
    ]
    lists = [("score", tr("Leading organisation"), clusters.leaders)]
    for place in run.given:
        heading = tr("{metric}: leading organisation").format(metric=metric_name(METRICS[place]))
        lists.append((METRICS[place], heading, clusters.leaders_by_metric[place]))
    for place in run.given:
        heading = tr("{metric}: leading field").format(metric=metric_name(METRICS[place]))
        lists.append((f"field_{METRICS[place]}", heading, clusters.fields_by_metric[place]))
    for name, heading, leaders in lists:
        if any(leader for leader, _ in leaders):
            columns += [
                TableColumn(f"top_{name}", heading, [leader for leader, _ in leaders]),
                TableColumn(f"top_{name}_share", tr("Its share %"), [each for _, each in leaders], REAL, 1),
            ]
    return Table(columns)


def leaders_section(run: Run) -> list[str]:
    """Return who leads in the first clusters, and which clusters are one organisation alone."""
    parts = [page.heading(tr("Leading organisations and fields"))]
    clusters = run.atlas.clusters
    table = leaders_table(run)
    if len(table.columns) > len(("rank", "name")):
        parts.append(table.first(MOST_PROFILES).html())
    if not any(name for name, _ in clusters.leaders):
        sentence = tr(
            "No organisations were given, so clusters that one organisation makes up alone (a campus "
            "town, or the seat of a funder counted as a place of research) cannot be told."
        )
        return [*parts, page.paragraph(sentence)]
    dominated = [
        tr("{cluster} (rank {rank}): {organisation} alone is {share} per cent of its score.").format(
            cluster=run.names[row],
            rank=clusters.rank[row],
            organisation=organisation,
            share=page.number(share, 0),
        )
        for row, (organisation, share) in enumerate(clusters.leaders)
        if organisation and share >= DOMINANT_SHARE
    ]
    if not dominated:
        return [*parts, page.paragraph(tr("No cluster is made up by one organisation alone."))]
    sentence = tr(
        "These clusters are almost one organisation: a campus town, or the seat of a funder counted as a "
        "place of research. Reject funders when preparing the points."
    )
    return [*parts, page.paragraph(sentence), page.listing(dominated)]
