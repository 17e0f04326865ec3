"""A count per site in place of a row per address: every step that takes addresses gives the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsVectorLayer

MakeLayer = Callable[..., QgsVectorLayer]
SEEDS = range(6)
FIELDS = (
    "record:string&weight:double&count:double(20,15)&metric:string&economy:string&organisation:string"
    "&field:string&cluster_id:integer"
)
SPELLINGS = (("Hanbit", "HANBIT Inc."), ("Nuri GmbH", "Nuri"), ("서울대학교", "서울대학교"))


@dataclass(frozen=True)
class Row:
    """Addresses at a place; of one record, or of several with `count` records in fractions."""

    site: tuple[float, float] | None
    record: str | None
    weight: float
    count: float
    metric: str
    economy: str
    organisation: str
    field: str
    cluster: int | None

    @property
    def kind(self) -> tuple[Any, ...]:
        """What rows that are collapsed into one have in common."""
        return (
            self.site or (),
            self.metric,
            self.economy,
            self.organisation,
            self.field,
            self.cluster or 0,
        )

    def values(self) -> tuple[Any, ...]:
        wkt = None if self.site is None else f"POINT ({self.site[0]!r} {self.site[1]!r})"
        return (wkt, self.record, self.weight, self.count, self.metric, self.economy, self.organisation,
                self.field, self.cluster)  # fmt: skip


def made_up_rows(seed: int, metrics: Sequence[str] = ("patents",)) -> list[Row]:
    """Rows of records with addresses in four towns and nowhere, some with several addresses, some without a
    place; in clusters 1 to 4 or in none.
    """
    random = np.random.default_rng(seed)
    towns = random.uniform((100.0, 20.0), (140.0, 50.0), (4, 2))
    sites = [
        (town, tuple(np.round(towns[town] + random.normal(0.0, 0.02, 2), 4).tolist()))
        for town in range(4)
        for _ in range(6)
    ]
    sites += [(-1, tuple(np.round(random.uniform((-60, -40), (-40, -10)), 4).tolist())) for _ in range(5)]
    rows = []
    for number in range(120):
        size = int(random.integers(1, 5))
        metric = metrics[number % len(metrics)]
        weights = random.integers(1, 4, size).astype(float)
        field = ("Optics", "Optics; Energy", "")[int(random.integers(3))]
        for weight in weights.tolist():
            town, site = sites[int(random.integers(len(sites)))]
            spellings = SPELLINGS[int(random.integers(len(SPELLINGS)))]
            nowhere = random.random() < 0.05
            rows.append(
                Row(
                    None if nowhere else site,
                    f"r{number}",
                    weight,
                    weight / float(weights.sum()),
                    metric,
                    ("KR", "JP", "CN", "KR")[town] if town >= 0 else "BR",
                    spellings[int(random.integers(2))],
                    field,
                    None if nowhere or town < 0 else town + 1,
                )
            )
    return rows


def collapsed(rows: Sequence[Row]) -> list[Row]:
    """One row for all that differ in their record alone, in the order in which they first come."""
    first: dict[Any, int] = {}
    for place, row in enumerate(rows):
        first.setdefault(row.kind, place)
    together = []
    for kind, group in groupby(sorted(rows, key=lambda row: first[row.kind]), key=lambda row: row.kind):
        members = list(group)
        del kind
        together.append(
            Row(
                members[0].site,
                None,
                sum(row.weight for row in members),
                sum(row.count for row in members),
                members[0].metric,
                members[0].economy,
                members[0].organisation,
                members[0].field,
                members[0].cluster,
            )
        )
    return together


@pytest.fixture
def both(make_layer: MakeLayer) -> Callable[..., tuple[QgsVectorLayer, QgsVectorLayer]]:
    """Layers of the same addresses: a row for each part of a record, and collapsed."""

    def make(seed: int, metrics: Sequence[str] = ("patents",)) -> tuple[QgsVectorLayer, QgsVectorLayer]:
        rows = made_up_rows(seed, metrics)
        few = collapsed(rows)
        assert len(few) < len(rows)
        one, other = (
            make_layer("Point", "EPSG:4326", FIELDS, [row.values() for row in each]) for each in (rows, few)
        )
        return one, other

    return make


def same(one: Sequence[dict[str, Any]], other: Sequence[dict[str, Any]], *but: str) -> None:
    """Compare tables row by row, numbers to nine digits."""
    assert len(one) == len(other) > 0
    for mine, theirs in zip(one, other, strict=True):
        assert mine.keys() == theirs.keys()
        for name in mine.keys() - set(but):
            if isinstance(mine[name], float):
                assert theirs[name] == pytest.approx(mine[name], rel=1e-9, abs=1e-9), name
            else:
                assert theirs[name] == mine[name], name


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("metrics", [("patents",), ("patents", "publications")])
def test_scores(run: Any, both: Any, seed: int, metrics: Sequence[str]) -> None:
    """The same counts, shares, ranks, economies and concentration, whether or not totals are given."""
    records, sites = both(seed, metrics)
    for totals in ({}, {"TOTAL_PATENTS": 500.0}):
        shared = {
            **{"CLUSTER_FIELD": "cluster_id", "ECONOMY_FIELD": "economy", "METRIC_FIELD": "metric"},
            **{"OUTPUT": "TEMPORARY_OUTPUT", "CONCENTRATION": "TEMPORARY_OUTPUT"},
            **totals,
        }
        of_records = run(
            "scoreclusters", shared | {"INPUT": records, "RECORD_FIELD": "record", "WEIGHT_FIELD": "weight"}
        )
        of_sites = run(
            "scoreclusters", shared | {"INPUT": sites, "COUNT_FIELD": "count", "WEIGHT_FIELD": "weight"}
        )
        assert of_sites.succeeded, of_sites.feedback.text
        for output in ("OUTPUT", "CONCENTRATION"):
            same(of_records.rows(output), of_sites.rows(output))


@pytest.mark.parametrize("seed", SEEDS)
def test_profiles(run: Any, both: Any, seed: int) -> None:
    """The same organisations with the same spelling, shares and places, and the same mix of fields."""
    records, sites = both(seed)
    shared = {
        **{"CLUSTER_FIELD": "cluster_id", "ORGANISATION_FIELD": "organisation", "FIELD_FIELD": "field"},
        **{"WEIGHT_FIELD": "weight", "ORGANISATIONS": "TEMPORARY_OUTPUT", "FIELDS": "TEMPORARY_OUTPUT"},
    }
    of_records = run("clusterprofiles", shared | {"INPUT": records, "RECORD_FIELD": "record"})
    of_sites = run("clusterprofiles", shared | {"INPUT": sites, "COUNT_FIELD": "count"})
    assert of_sites.succeeded, of_sites.feedback.text
    for output in ("ORGANISATIONS", "FIELDS"):
        same(of_records.rows(output), of_sites.rows(output))


@pytest.mark.parametrize("seed", SEEDS)
def test_density_and_boundaries(run: Any, both: Any, seed: int) -> None:
    """Every place is in the same cluster with the same role; boundaries, sites and weights are equal."""
    found = []
    for layer in both(seed):
        clustered = run(
            "densityclusters",
            {
                **{"INPUT": layer, "WEIGHT": "weight", "EPS": 4000, "MIN_SIZE": 25},
                **{"FIELD_NAME": "found", "OUTPUT": "TEMPORARY_OUTPUT"},
            },
        )
        assert clustered.succeeded, clustered.feedback.text
        output = clustered.layer("OUTPUT")
        places = {
            feature.geometry().asWkt(6): [feature[name] for name in ("found", "cluster_weight", "role")]
            for feature in output.getFeatures()
            if not feature.geometry().isNull()
        }
        bounded = run(
            "clusterboundaries",
            {"INPUT": output, "CLUSTER_FIELD": "found", "WEIGHT": "weight", "OUTPUT": "TEMPORARY_OUTPUT"},
        )
        assert bounded.succeeded, bounded.feedback.text
        # To the last digit; the field addresses counts rows.
        boundaries = [
            (feature.geometry().asWkt(9), *(feature[name] for name in ("cluster_id", "sites", "weight")))
            for feature in bounded.layer("OUTPUT").getFeatures()
        ]
        found.append((places, boundaries))
    assert len({str(values[0]) for values in found[0][0].values()}) > 2
    assert found[0] == found[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_merging_with_several_addresses_in_a_row(run: Any, make_layer: MakeLayer, seed: int) -> None:
    """Ties need records, but a row may be all addresses of a record at a place."""
    rows = made_up_rows(seed)
    split = [
        Row(row.site, row.record, 1.0, 0.0, row.metric, row.economy, row.organisation, row.field, row.cluster)
        for row in rows
        for _ in range(int(row.weight))
    ]
    tables = []
    for each in (rows, split):
        layer = make_layer("Point", "EPSG:4326", FIELDS, [row.values() for row in each])
        result = run(
            "mergeclusters",
            {
                **{"INPUT": layer, "WEIGHT_FIELD": "weight", "DISTANCE": 900_000},
                **dict.fromkeys(("OUTPUT", "PROPOSALS"), "TEMPORARY_OUTPUT"),
            },
        )
        assert result.succeeded, result.feedback.text
        merged = {(row["cluster_id"], row["merged_id"]) for row in result.rows("OUTPUT")}
        tables.append((result.rows("PROPOSALS"), merged))
    if tables[0][0] or tables[1][0]:
        same(tables[0][0], tables[1][0])
    assert tables[0][1] == tables[1][1]


@pytest.mark.parametrize("seed", SEEDS)
def test_people_and_output_of_sites(run: Any, both: Any, make_layer: MakeLayer, seed: int) -> None:
    """The output of sites is added up, whatever number of rows it comes in."""
    people = make_layer(
        "Polygon", "EPSG:4326", "people:double", [("POLYGON ((90 10, 150 10, 150 60, 90 60, 90 10))", 9e6)]
    )
    tables = [
        run(
            "clusterintensity",
            {
                **{"INPUT": layer, "CLUSTER_FIELD": "cluster_id", "PATENTS_FIELD": "count"},
                **{"SCORE_FIELD": "count", "POPULATION_LAYER": people, "POPULATION_FIELD": "people"},
                "OUTPUT": "TEMPORARY_OUTPUT",
            },
        ).rows("OUTPUT")
        for layer in both(seed)
    ]
    same(*tables)


@pytest.mark.parametrize("seed", SEEDS)
def test_editions(run: Any, both: Any, seed: int) -> None:
    """Two years compared: each may be collapsed or not."""
    years = [both(seed), both(seed + 100)]
    tables = []
    for form in (0, 1):
        compared = run(
            "compareeditions",
            {
                **{"CURRENT": years[0][form], "PREVIOUS": years[0][1 - form], "OUTPUT": "TEMPORARY_OUTPUT"},
                **{"CURRENT_PATENTS_FIELD": "count", "PREVIOUS_PATENTS_FIELD": "count"},
            },
        )
        assert compared.succeeded, compared.feedback.text
        tables.append(compared.rows("OUTPUT"))
    same(*tables)


@pytest.mark.parametrize("seed", SEEDS)
def test_quality_of_places(run: Any, both: Any, seed: int) -> None:
    """Faults, doubts and accuracy weigh as many addresses as rows stand for."""
    tables = []
    for layer in both(seed):
        result = run(
            "geocodingquality",
            {
                **{"INPUT": layer, "WEIGHT_FIELD": "weight", "ECONOMY_FIELD": "economy"},
                **dict.fromkeys(("ECONOMIES", "SITES"), "TEMPORARY_OUTPUT"),
            },
        )
        assert result.succeeded, result.feedback.text
        tables.append((result.rows("ECONOMIES"), result.rows("SITES"), result.results["SHARE_FAULTS"]))
    same(tables[0][0], tables[1][0], "rows")
    same(tables[0][1], tables[1][1], "rows")
    assert tables[0][2] == pytest.approx(tables[1][2])


@pytest.mark.parametrize("seed", SEEDS)
def test_points_and_labels(run: Any, both: Any, seed: int) -> None:
    """Clean points keep their counts, and get the clusters of their sites."""
    records, sites = both(seed)
    sums = []
    for layer in (records, sites):
        prepared = run(
            "preparepoints",
            {
                **{"INPUT": layer, "WEIGHT_FIELD": "weight", "ECONOMY_FIELD": "economy"},
                **{"OUTPUT": "TEMPORARY_OUTPUT", "REJECTS": "TEMPORARY_OUTPUT"},
            },
        )
        assert prepared.succeeded, prepared.feedback.text
        labelled = run(
            "labeladdresses",
            {"INPUT": prepared.layer("OUTPUT"), "SITES": records, "OUTPUT": "TEMPORARY_OUTPUT"},
        )
        assert labelled.succeeded, labelled.feedback.text
        by_cluster: dict[Any, list[float]] = {}
        for row in labelled.rows("OUTPUT"):
            total = by_cluster.setdefault(row["cluster_id_2"], [0.0, 0.0])
            total[0] += row["weight"]
            total[1] += row["count"]
        sums.append(by_cluster)
    assert sums[0].keys() == sums[1].keys()
    for cluster, total in sums[0].items():
        assert sums[1][cluster] == pytest.approx(total)


# What cannot be


@pytest.mark.parametrize("algorithm", ["scoreclusters", "clusterprofiles"])
def test_records_and_counts_of_records_exclude_each_other(run: Any, both: Any, algorithm: str) -> None:
    result = run(
        algorithm,
        {
            **{"INPUT": both(0)[0], "CLUSTER_FIELD": "cluster_id", "RECORD_FIELD": "record"},
            **{"COUNT_FIELD": "count"},
            **({"ORGANISATION_FIELD": "organisation"} if algorithm == "clusterprofiles" else {}),
            "OUTPUT": "TEMPORARY_OUTPUT",
        },
    )
    assert not result.accepted
    assert result.reason.endswith("Give either the record of every row or the records in it, not both.")


def test_nothing_can_be_counted_in_full_without_records(run: Any, both: Any) -> None:
    parameters = {"INPUT": both(0)[1], "CLUSTER_FIELD": "cluster_id", "COUNT_FIELD": "count"}
    result = run("scoreclusters", parameters | {"COUNTING": "full", "OUTPUT": "TEMPORARY_OUTPUT"})
    assert result.reason == "Counting: Without records nothing can be counted in full; choose fractional."


def test_a_count_that_is_missing_ends_the_run(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", "c:integer&n:double", [("POINT (1 1)", 1, None)])
    result = run(
        "scoreclusters",
        {"INPUT": layer, "CLUSTER_FIELD": "c", "COUNT_FIELD": "n", "OUTPUT": "TEMPORARY_OUTPUT"},
    )
    assert not result.succeeded
    assert "The field n has no number in 1 rows" in result.feedback.text
