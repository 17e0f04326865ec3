"""clusterprofiles: leading organisations and the mix of fields, by hand and on real publications."""

from __future__ import annotations

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsVectorLayer

pytestmark = pytest.mark.qgis

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]
ORGANISATIONS = ["cluster_id", "place", "organisation", "records", "share", "spellings"]
FIELDS = ["cluster_id", "place", "field", "records", "share", "share_all", "location_quotient"]
ROWS = [
    # record, cluster, organisation, fields, addresses
    ("r1", 1, "LG Chem", "A61N; H04L", 1.0),
    ("r1", 1, "LG CHEM, LTD.", "A61N; H04L", 1.0),
    ("r1", 2, "KAIST", "A61N; H04L", 2.0),
    ("r2", 1, "㈜LG Chem", "H04L", 1.0),
    ("r3", 1, "KAIST", "H04L", 1.0),
    ("r3", None, "LG Chem", "H04L", 3.0),
    ("r4", 2, None, None, 1.0),
    (None, 2, "Nobody", "H04L", 1.0),
]


def addresses(make_layer: MakeLayer, rows: list[tuple[Any, ...]] = ROWS) -> QgsVectorLayer:
    fields = "record:string&cluster_id:integer&organisation:string&fields:string&addresses:double"
    return make_layer("None", "", fields, [(None, *row) for row in rows])


def profile(run: Any, layer: QgsVectorLayer, **parameters: Any) -> Any:
    chosen = {
        **{"INPUT": layer, "RECORD_FIELD": "record", "WEIGHT_FIELD": "addresses"},
        **{"ORGANISATION_FIELD": "organisation", "FIELD_FIELD": "fields"},
        **{"ORGANISATIONS": OUTPUT, "FIELDS": OUTPUT},
    }
    return run("clusterprofiles", {**chosen, **parameters})


def values(outcome: Any, output: str, names: list[str]) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in outcome.rows(output)]


def test_values(run: Any, make_layer: MakeLayer) -> None:
    outcome = profile(run, addresses(make_layer))
    assert outcome.succeeded, outcome.feedback.text
    assert outcome.results["NUM_CLUSTERS"] == 2
    assert outcome.layer("ORGANISATIONS").fields().names() == ORGANISATIONS
    # Cluster 1 has half of r1, r2 and a quarter of r3; cluster 2 half of r1, and r4.
    assert values(outcome, "ORGANISATIONS", ORGANISATIONS) == [
        (1, 1, "LG Chem", 1.5, pytest.approx(100 * 1.5 / 1.75), 3),
        (1, 2, "KAIST", 0.25, pytest.approx(100 * 0.25 / 1.75), 1),
        (2, 1, "KAIST", 0.5, pytest.approx(100 * 0.5 / 1.5), 1),
    ]
    assert outcome.layer("FIELDS").fields().names() == FIELDS
    assert values(outcome, "FIELDS", FIELDS[:6]) == [
        (1, 1, "H04L", 1.5, pytest.approx(100 * 1.5 / 1.75), pytest.approx(100 * 1.75 / 2.25)),
        (1, 2, "A61N", 0.25, pytest.approx(100 * 0.25 / 1.75), pytest.approx(100 * 0.5 / 2.25)),
        (2, 1, "A61N", 0.25, 50.0, pytest.approx(100 * 0.5 / 2.25)),
        (2, 1, "H04L", 0.25, 50.0, pytest.approx(100 * 1.75 / 2.25)),
        (None, 1, "H04L", 1.75, pytest.approx(100 * 1.75 / 2.25), pytest.approx(100 * 1.75 / 2.25)),
        (None, 2, "A61N", 0.5, pytest.approx(100 * 0.5 / 2.25), pytest.approx(100 * 0.5 / 2.25)),
    ]
    quotients = [row["location_quotient"] for row in outcome.rows("FIELDS")]
    assert quotients[2] == pytest.approx(2.25)
    assert quotients[4:] == [1.0, 1.0]
    assert outcome.feedback.warnings == ["1 rows without a record take no part."]
    assert (
        "1.0 records in clusters name no organisation; shares are of all records." in outcome.feedback.lines
    )
    assert outcome.layer("ORGANISATIONS").attributeAlias(4) == "Share of the records of the cluster, %"


def test_points_serve_as_well_as_tables(run: Any, make_layer: MakeLayer) -> None:
    fields = "record:string&cluster_id:string&organisation:string&fields:string&addresses:double"
    rows = [("POINT (127 37.5)", record, f"c{cluster}", *rest) for record, cluster, *rest in ROWS if cluster]
    outcome = profile(run, make_layer("Point", "EPSG:4326", fields, rows))
    assert [row["cluster_id"] for row in outcome.rows("ORGANISATIONS")] == ["c1", "c1", "c2"]


def test_top_and_aliases(run: Any, make_layer: MakeLayer) -> None:
    aliases = make_layer(
        "None", "", "alias:string&name:string", [(None, "LG Chem", "LG Group"), (None, "kaist", "LG Group")]
    )
    outcome = profile(run, addresses(make_layer), ALIASES=aliases, TOP=1)
    found = values(outcome, "ORGANISATIONS", ["cluster_id", "organisation", "share", "spellings"])
    assert found == [(1, "LG Group", 100.0, 4), (2, "LG Group", pytest.approx(100 / 3), 4)]


def test_only_what_there_is_a_field_for(run: Any, make_layer: MakeLayer) -> None:
    outcome = profile(run, addresses(make_layer), FIELD_FIELD=None)
    assert outcome.succeeded
    assert "FIELDS" not in outcome.results
    assert len(outcome.rows("ORGANISATIONS")) == 3


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"ORGANISATION_FIELD": None, "FIELD_FIELD": None}, "or that of science or technology, or both"),
        ({"ORGANISATION_FIELD": "nothing"}, "The layer has no field nothing"),
        ({"WEIGHT_FIELD": "organisation"}, "holds text; choose a numeric field"),
        ({"CLUSTER_FIELD": "nothing"}, "The layer has no field nothing"),
    ],
)
def test_what_cannot_be_used_is_refused(
    run: Any, make_layer: MakeLayer, parameters: dict[str, Any], sentence: str
) -> None:
    outcome = profile(run, addresses(make_layer), **parameters)
    assert not outcome.accepted
    assert sentence in outcome.reason


def test_tables_of_aliases_that_cannot_be_used(run: Any, make_layer: MakeLayer) -> None:
    bare = make_layer("None", "", "alias:string", [(None, "A")])
    outcome = profile(run, addresses(make_layer), ALIASES=bare)
    assert "name is missing" in outcome.reason
    twice = make_layer("None", "", "alias:string&name:string", [(None, "A", "B"), (None, "A", "C")])
    outcome = profile(run, addresses(make_layer), ALIASES=twice)
    assert not outcome.succeeded
    assert "A stands for B and for C" in outcome.feedback.text


def test_no_cluster_at_all(run: Any, make_layer: MakeLayer) -> None:
    outcome = profile(run, addresses(make_layer, [("r1", None, "A", "B", 1.0)]))
    assert not outcome.succeeded
    assert "names no cluster in any of the 1 rows" in outcome.feedback.text


@pytest.mark.slow
def test_payers_by_country_of_open_publications(run: Any, data_folder: Path, tmp_path: Path) -> None:
    """Of the real records, with countries for clusters: as a spreadsheet would count them."""
    with gzip.open(
        data_folder / "points" / "openapc_ror_publications_459k.csv.gz", "rt", encoding="utf-8", newline=""
    ) as lines:
        rows = list(csv.DictReader(lines))[::7]
    table = tmp_path / "publications.csv"
    with table.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    outcome = run(
        "clusterprofiles",
        {
            **{"INPUT": str(table), "CLUSTER_FIELD": "country", "ORGANISATION_FIELD": "institution"},
            **{"RECORD_FIELD": "doi", "TOP": 1, "ORGANISATIONS": OUTPUT},
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    rows = [row for row in rows if row["doi"].strip()]
    of_record = Counter(row["doi"] for row in rows)
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        counts[row["country"]][row["institution"]] += 1 / of_record[row["doi"]]
    for row in outcome.rows("ORGANISATIONS"):
        expected = counts[row["cluster_id"]]
        assert row["records"] == pytest.approx(max(expected.values()), abs=1e-6)
        assert row["share"] == pytest.approx(100 * max(expected.values()) / sum(expected.values()), abs=1e-6)
