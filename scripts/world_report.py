#!/usr/bin/env python3
"""Run the whole calculation on the modelled world and write docs/world.md: what of the published comes back.

    scripts/env.sh .venv/bin/python scripts/world_report.py [--world FOLDER] [--page FILE]

A published cluster is found where its first city lies within 25 km of a place of a cluster.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from innovation_clusters.analysis.address_tables import read_address_table
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.counting import Source, make_source
from innovation_clusters.analysis.geodesy import earth_centred
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.nearest import nearest
from innovation_clusters.analysis.pipeline import Parameters, find_clusters
from innovation_clusters.scripts.build_sample import REFERENCE, ROOT, read_places, read_world, rows_of
from innovation_clusters.scripts.build_world import FILES, GAZETTEER, OUT, TOGETHER, Towns, make_towns

PAGE = ROOT / "docs" / "world.md"
# Published in GII 2024, Appendix IV: clusters found, and those left after merging.
PUBLISHED_UNMERGED, PUBLISHED_CLUSTERS = 242, 232
# The parameters of that edition: metres, and inventor addresses.
EPS, MIN_DENSITY = 15_000.0, 4_500.0
WITHIN = 25_000.0
WORST = 12


@dataclass(frozen=True)
class Published:
    """One row of the published list, and where its first city is."""

    rank: int
    name: str
    counts: tuple[int, int]
    score: float
    longitude: float
    latitude: float


@dataclass(frozen=True)
class Match:
    """A published cluster and the found one at its place: the position in the cluster table, or -1."""

    published: Published
    position: int
    rank: int
    counts: tuple[float, float]
    score: float

    @property
    def moved(self) -> int:
        return self.rank - self.published.rank

    @property
    def changed(self) -> float:
        """How much more the score is than the published one, per cent."""
        return 100.0 * (self.score / self.published.score - 1.0)


def published_list() -> list[Published]:
    """Read the published 100 clusters of 2024 with the positions of their first cities."""
    world = read_world()
    first_city = {
        (row["cluster"], row["economies"]): int(row["geonameids"].split(";")[0])
        for row in rows_of(REFERENCE / "cluster_places.csv")
        if row["rank_2024"]
    }
    places = {
        int(row["geonameid"]): (float(row["longitude"]), float(row["latitude"])) for row in rows_of(GAZETTEER)
    }
    places |= {
        number: (place.x / 100, place.y / 100)
        for number, place in read_places().items()
        if number not in places
    }
    found = []
    for row in rows_of(REFERENCE / "gii_2024_size.csv"):
        counts = (int(row["patents"]), int(row["publications"]))
        score = sum(100 * count / world.records[kind] for count, kind in zip(counts, FILES, strict=True))
        place = places[first_city[row["cluster"], row["economies"]]]
        found.append(Published(int(row["rank"]), row["cluster"], counts, score, *place))
    return found


def run(folder: Path, monitor: Monitor) -> Atlas:
    """Find the clusters of a modelled world as the edition of 2024 does, ties included."""
    sources: list[Source] = []
    for (metric, name), part in zip(FILES.items(), monitor.split(1, 4, 10), strict=False):
        table = read_address_table(str(folder / name), monitor=part)
        sources.append(
            make_source(
                metric,
                table.x,
                table.y,
                record=table.record,
                economy=table.economy,
                organisation=table.organisation,
            )
        )
    parameters = Parameters(EPS, MIN_DENSITY)
    return find_clusters(sources, parameters, read_gazetteer(GAZETTEER), monitor=monitor.split(5, 10)[1])


def match(published: Sequence[Published], atlas: Atlas) -> list[Match]:
    """Return the found cluster that has the place nearest to each published one's first city."""
    clustered = np.flatnonzero(atlas.sites.cluster >= 0)
    sites = _positions(atlas.sites.longitude[clustered], atlas.sites.latitude[clustered])
    cities = _positions(
        np.array([row.longitude for row in published]), np.array([row.latitude for row in published])
    )
    site, distance = nearest(cities, sites, Monitor())
    clusters = atlas.clusters
    matches = []
    for row, number, metres in zip(published, site.tolist(), distance.tolist(), strict=True):
        if metres > WITHIN:
            matches.append(Match(row, -1, 0, (0.0, 0.0), 0.0))
            continue
        position = int(atlas.sites.cluster[clustered[number]])
        patents, publications = clusters.counts[position, :2].tolist()
        matches.append(
            Match(
                row,
                position,
                int(clusters.rank[position]),
                (patents, publications),
                float(clusters.score[position]),
            )
        )
    return matches


def _positions(longitude: NDArray[np.float64], latitude: NDArray[np.float64]) -> NDArray[np.float64]:
    return earth_centred(np.radians(longitude), np.radians(latitude))


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the rank correlation of two lists; equal values have the mean of their ranks."""
    return float(np.corrcoef(_ranks(first), _ranks(second))[0, 1])


def _ranks(values: Sequence[float]) -> NDArray[np.float64]:
    _, group, many = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(many) - (many - 1) / 2.0)[group]


def neighbours(atlas: Atlas, one: Match, towns: Towns) -> list[tuple[str, float]]:
    """Return what else than its own towns makes up at least one per cent of a found cluster, most first."""
    sites = np.flatnonzero(atlas.sites.cluster == one.position)
    here = _positions(atlas.sites.longitude[sites], atlas.sites.latitude[sites])
    town, _ = nearest(here, _positions(towns.x, towns.y), Monitor())
    output = (100.0 * atlas.sites.counts[sites] / atlas.totals)[:, :2].sum(axis=1)
    parts = np.bincount(towns.group[town], weights=output, minlength=len(towns.groups)) / output.sum()
    order = np.argsort(-parts, kind="stable")[1:]
    return [(towns.groups[group], 100.0 * parts[group]) for group in order.tolist() if parts[group] >= 0.01]


def why(one: Match, matches: Sequence[Match], atlas: Atlas, towns: Towns) -> str:
    """Say what sets a found cluster apart from the published one, as far as numbers tell."""
    if one.position < 0:
        return "no cluster within 25 km of its first city"
    same = [each.published.name for each in matches if each.position == one.position and each is not one]
    if same:
        return f"one cluster with {', '.join(same)}"
    said = [f"its score is {abs(one.changed):.1f} % {'above' if one.changed > 0 else 'below'} the published"]
    near = neighbours(atlas, one, towns)
    if near:
        listed = ", ".join(name for name, _ in near[:3])
        said.append(
            f"{sum(part for _, part in near):.1f} % of it are around {listed}"
            f"{' and others' if near[3:] else ''}, which the model has outside"
        )
    passed = [
        each
        for each in matches
        if (each.rank - one.rank) * (each.published.rank - one.published.rank) < 0 and each.position >= 0
    ]
    if passed:
        widest = max(abs(100.0 * (each.published.score / one.published.score - 1.0)) for each in passed)
        said.append(f"changed places with {len(passed)} listed, published within {widest:.1f} % of it")
    unlisted = one.rank - 1 - sum(0 < each.rank < one.rank for each in matches)
    if unlisted:
        said.append(f"{unlisted} that are not listed come before it")
    return "; ".join(said)


def page(atlas: Atlas, matches: Sequence[Match], rows: str) -> str:
    """Return docs/world.md."""
    towns = make_towns()
    worst = sorted(
        matches,
        key=lambda each: (each.position >= 0, -abs(each.moved), -abs(each.changed), each.published.rank),
    )
    together = {
        f"{kind}_{number}": f"{100 * part:.0f}"
        for kind, parts in TOGETHER.items()
        for number, part in enumerate(parts)
    }
    return "\n".join(
        [
            INTRODUCTION,
            *_table(("part", "from"), "---|---", MODEL),
            "",
            f"There are {len(towns):,} towns in {len(towns.groups):,} clusters and places. " + EXPECTED,
            "",
            "## What comes back",
            "",
            f"{rows} on {len(atlas.sites):,} distinct places; 15 km, 4,500, merging by ties within",
            "5 km, as for the edition of 2024.",
            "",
            *_table(("", "modelled world", "published"), "---|--:|--:", _comparison(atlas, matches)),
            "",
            "## Where it differs most",
            "",
            *_table(
                ("cluster", "rank", "published", "score", "published", "why"),
                "---|--:|--:|--:|--:|---",
                [
                    (
                        each.published.name,
                        str(each.rank or ""),
                        str(each.published.rank),
                        f"{each.score:.3f}",
                        f"{each.published.score:.3f}",
                        why(each, matches, atlas, towns),
                    )
                    for each in worst[:WORST]
                ],
            ),
            "",
            CONCLUSION,
        ]
    ).format(**together)


def _table(headings: Sequence[str], alignments: str, rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(headings)} |", f"|{alignments}|", *(f"| {' | '.join(row)} |" for row in rows)]


def _comparison(atlas: Atlas, matches: Sequence[Match]) -> list[tuple[str, str, str]]:
    found = [each for each in matches if each.position >= 0]
    moved = np.array([abs(each.moved) for each in found])
    changed = np.abs([each.changed for each in found])
    correlation = spearman([each.published.rank for each in found], [each.rank for each in found])
    held = []
    for number, metric in enumerate(FILES):
        total = atlas.records[number] / 100.0
        ours = sum(each.counts[number] for each in found) / total
        theirs = sum(each.published.counts[number] for each in matches) / total
        held.append((f"{metric} of the world in the listed clusters", f"{ours:.1f} %", f"{theirs:.1f} %"))
    listed = str(len(matches))
    return [
        ("clusters before merging", str(atlas.mergers.unmerged), str(PUBLISHED_UNMERGED)),
        ("clusters", str(len(atlas.clusters)), str(PUBLISHED_CLUSTERS)),
        ("listed clusters found", str(len(found)), listed),
        ("of these, each by itself", str(len({each.position for each in found})), listed),
        ("of the first 100, listed ones", str(sum(each.rank <= 100 for each in found)), listed),
        ("rank correlation (Spearman) of the listed", f"{correlation:.4f}", ""),
        ("difference of their ranks, median and largest", f"{np.median(moved):.0f} and {moved.max()}", ""),
        (
            "difference of their scores, median and largest",
            f"{np.median(changed):.2f} % and {changed.max():.1f} %",
            "",
        ),
        *held,
    ]


INTRODUCTION = """\
# The modelled world

<!-- Made by scripts/world_report.py: change that, then `make world`. -->

WIPO's addresses are not public. To run the whole calculation at its size, `scripts/build_world.py` makes as
many: 4,113,927 inventors of 1.288 million patent applications and 27,022,686 authors of 7.94 million
articles, the totals of the Global Innovation Index 2024. No row is a real inventor, author or organisation.
`make world` builds it in `.build/world` (half a gigabyte, not part of the project), runs the calculation on
it and writes this page.

## What is published and what is modelled
"""

MODEL = (
    (
        "totals of addresses and records",
        "published (GII 2024, Appendix IV); of records as derived from the published shares "
        "(resources/reference/world_totals.csv)",
    ),
    ("counts of the 100 listed clusters, and of 49 African places", "published"),
    (
        "136 clusters that are not listed, 32 places below the threshold",
        "modelled, as in the [sample](data.md)",
    ),
    (
        "which towns belong to a cluster, and their part of it",
        "modelled, as in the sample: towns between the cities of a cluster are given enough to hold it "
        "together",
    ),
    (
        "what is left",
        "spread over economies by a modelled key (scripts/sample_background.csv), over the towns of an "
        "economy that are 17 km or more from any cluster by (population + 20,000) to the power of 0.6, the "
        "population counting up to a million",
    ),
    (
        "how exactly inventors are located",
        "published for 20 economies (block, part of the city, city), for others as in the world",
    ),
    (
        "where inventors are",
        "block: around the centre of the town, thinning out exponentially (Clark 1951) with a scale of "
        "0.35 km, and 1.1 km more for the root of every million people, at most 3 km; no farther than four "
        "scales; to 0.001°. Part of the city: the same to 0.01°. City: its centre",
    ),
    ("where authors are", "at the town: affiliations are known by city"),
    ("addresses of a record", "1 and a negative binomial number, with the published mean"),
    (
        "who works with whom",
        "modelled: of the other addresses of a patent {patents_0} % are in the town of the first, "
        "{patents_1} % anywhere in its cluster, {patents_2} % in its economy, {patents_3} % in the world; of "
        "an article {publications_0}, {publications_1}, {publications_2} and {publications_3} %",
    ),
    ("organisations", "modelled names, the more the larger the cluster, the first of them the largest"),
)

EXPECTED = """\
Every address is drawn from the
shares of the area it is drawn from, so that the expected fractional count of a cluster is the published one,
whatever the sizes of teams and however they work together. The power of 0.6 is the sample's; with any
from 0.2 to 0.6 the towns make the same number of clusters, as none far from them gets near the threshold."""

CONCLUSION = """\
The calculation, from rows to ranks, gives back at full size what was put in: collapsing, density on the
ellipsoid, merging, fractional counting, shares and ranks. This says nothing about how well the method fits
reality: the places between the published cities are modelled so that clusters hold together and stay apart,
which WIPO's own data decide for themselves; and as no two clusters come within 5 km here, nothing is merged.
What is left to differ: inventors around towns that the model has outside, but within 15 km of a cluster's
edge, who join it; chance in who works with whom, which moves scores by some tenths of a per cent and
changes the order of clusters that lie closer than that; and clusters that are not listed and whose modelled
score is next to that of the last listed ones.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Write docs/world.md from the modelled world.")
    parser.add_argument("--world", type=Path, default=OUT, help="folder of the world (default: .build/world)")
    parser.add_argument("--page", type=Path, default=PAGE, help="page to write (default: docs/world.md)")
    given = parser.parse_args()
    files = json.loads((given.world / "world.json").read_text(encoding="utf-8"))["files"]
    rows = " and ".join(f"{numbers['rows']:,} rows" for numbers in files.values())
    atlas = run(given.world, Monitor())
    matches = match(published_list(), atlas)
    text = page(atlas, matches, rows)
    given.page.write_text(text, encoding="utf-8")
    print(text.partition("## What comes back")[2].partition(CONCLUSION)[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
