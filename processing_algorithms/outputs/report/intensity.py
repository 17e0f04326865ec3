"""Output per inhabitant: who leads in all and by metric, and who leads by size and intensity alike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ....analysis.editions import METRICS
from ....analysis.intensity import TOP, IntensityTable, in_both, leaders
from ....analysis.population import People
from ...base import tr
from ...layers.fields import REAL, WHOLE
from ...wording import metric_name
from .. import page
from ..tables import Table, TableColumn
from .run import Run


def intensity_table(run: Run, people: People, intensity: IntensityTable) -> Table:
    """Return every cluster's people and what they make, in the order of the ranking by size."""
    clusters = run.atlas.clusters
    columns = [
        TableColumn("intensity_rank", tr("Rank by intensity"), _ranks(intensity.rank), WHOLE),
        TableColumn("name", tr("Cluster"), run.names),
        TableColumn("economies", tr("Economies"), clusters.economies),
        TableColumn("population", tr("Population"), people.population, REAL),
        TableColumn(
            "score_per_million", tr("Score per million people"), intensity.score_per_million, REAL, 2
        ),
    ]
    for place in run.given:
        heading = tr("{metric} per million people").format(metric=metric_name(METRICS[place]))
        values = intensity.counts_per_million[:, place]
        columns.append(TableColumn(f"{METRICS[place]}_per_million", heading, values, REAL))
    columns.append(TableColumn("rank", tr("Rank by size"), clusters.rank, WHOLE))
    heading = tr("Score per 100,000 people")
    columns.append(TableColumn("score_per_100_000", heading, intensity.score_per_100_000, REAL, 3))
    for place in run.given:
        heading = tr("{metric} per 100,000 people").format(metric=metric_name(METRICS[place]))
        values = intensity.counts_per_100_000[:, place]
        columns.append(TableColumn(f"{METRICS[place]}_per_100_000", heading, values, REAL, 1))
    return Table(columns)


def intensity_section(run: Run) -> list[str]:
    """Return the leaders, or nothing without a population."""
    if run.people is None or run.intensity is None:
        return []
    every_100_000 = [f"{METRICS[place]}_per_100_000" for place in run.given]
    table = intensity_table(run, run.people, run.intensity).without("score_per_100_000", *every_100_000)
    parts = [
        page.heading(tr("Intensity")),
        page.paragraph(
            tr("The first {count} by score per million people of the cluster's own area.").format(count=TOP)
        ),
        table.select(leaders(run.intensity.rank)).html(),
    ]
    for place in run.given:
        title = tr("{metric}: the first {count} per million people").format(
            metric=metric_name(METRICS[place]), count=TOP
        )
        best = table.select(leaders(run.intensity.ranks[:, place]))
        others = [f"{METRICS[other]}_per_million" for other in run.given if other != place]
        parts += [page.paragraph(title), best.without("score_per_million", "intensity_rank", *others).html()]
    both = np.flatnonzero(in_both(run.atlas.clusters.rank, run.intensity.rank, TOP))
    if both.size:
        named = ", ".join(run.names[row] for row in both.tolist())
        sentence = tr("Among the first {count} by size and by intensity: {clusters}.")
        parts.append(page.paragraph(sentence.format(count=TOP, clusters=named)))
    unknown = int(np.count_nonzero(np.isnan(run.people.population)))
    if unknown:
        sentence = tr("{count} clusters have no known population and so no intensity.")
        parts.append(page.paragraph(sentence.format(count=unknown)))
    partly = int(np.count_nonzero(run.people.partly | (run.people.missing > 0)))
    if partly:
        sentence = tr(
            "Of {count} clusters part of the area has no known population; their people are too few."
        )
        parts.append(page.paragraph(sentence.format(count=partly)))
    return parts


def _ranks(rank: NDArray[np.int64]) -> list[int | None]:
    return [place or None for place in rank.tolist()]
