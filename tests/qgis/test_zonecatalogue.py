"""zonecatalogue: the whole catalogue, what is asked of it, and positions that say they are approximate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsApplication, QgsVectorLayer

from innovation_clusters.analysis.zones.catalogue import zone_types
from innovation_clusters.plugin import styles

pytestmark = pytest.mark.qgis

TABLES = ("OUTPUT", "TYPES", "CLUSTERS", "BUDGETS", "RENOVATION", "RULES")
ALL = dict.fromkeys(TABLES, "TEMPORARY_OUTPUT")


def test_the_whole_catalogue(run: Any) -> None:
    outcome = run("zonecatalogue", {**ALL, "LIFTED": True})
    assert outcome.succeeded, outcome.feedback.text
    counts = {name: len(outcome.rows(name)) for name in TABLES}
    assert counts == {
        "OUTPUT": 137,
        "TYPES": len(zone_types()),
        "CLUSTERS": 14,
        "BUDGETS": 40,
        "RENOVATION": 8,
        "RULES": counts["RULES"],
    }
    assert counts["RULES"] > 60
    assert outcome.results["NUM_ZONES"] == 137
    assert len(run("zonecatalogue", ALL).rows("OUTPUT")) == 134


def test_every_point_says_that_it_is_approximate(run: Any) -> None:
    outcome = run("zonecatalogue", ALL)
    rows = outcome.rows("OUTPUT")
    for row, geometry in zip(rows, outcome.geometries("OUTPUT"), strict=True):
        if row["zone_type"] == "TECHNOPARK":
            assert geometry.isNull()
            assert row["approximate"] is None
        else:
            assert row["approximate"] is True
            assert 124.0 < geometry.asPoint().x() < 132.0
            assert 33.0 < geometry.asPoint().y() < 39.0
            assert (row["uncertainty_m"] is None) == (row["position"] == "complex_centre")
    assert "19 zones have no known position and no point." in outcome.feedback.lines
    assert outcome.layer("OUTPUT").crs().authid() == "EPSG:4326"


@pytest.mark.parametrize(
    "text",
    [
        *("RND_SMALL", "강소연구개발특구", "강소특구", "small r&d special zone"),
        "강소연구개발특구 (Small R&D special zone)",
    ],
)
def test_a_type_by_any_name(run: Any, text: str) -> None:
    outcome = run("zonecatalogue", {**ALL, "ZONE_TYPE": text})
    assert {row["zone_type"] for row in outcome.rows("OUTPUT")} == {"RND_SMALL"}
    assert [row["zone_type"] for row in outcome.rows("TYPES")] == ["RND_SMALL"]
    assert {row["rule"] for row in outcome.rows("RULES")} == {
        "RSZ_SUNSET",
        "RSS_CORE",
        "RSS_TOTAL",
        "RSS_EACH",
    }
    assert outcome.rows("CLUSTERS") == outcome.rows("BUDGETS") == outcome.rows("RENOVATION") == []


@pytest.mark.parametrize("text", ["Busan", "부산", "부산광역시", "부산 (Busan)"])
def test_a_province_by_any_name(run: Any, text: str) -> None:
    outcome = run("zonecatalogue", {**ALL, "PROVINCE": text})
    names = [row["name_ko"] for row in outcome.rows("OUTPUT")]
    # It lies in two provinces.
    assert "부산진해경제자유구역" in names
    assert all("부산" in row["sido"].split("/") for row in outcome.rows("OUTPUT"))
    assert [row["sector_ko"] for row in outcome.rows("CLUSTERS")] == ["해양 ICT 융합"]
    assert [row["name_ko"] for row in outcome.rows("RENOVATION")] == ["부산"]


def test_words(run: Any) -> None:
    outcome = run("zonecatalogue", {**ALL, "TEXT": "hydrogen energy"})
    assert [row["name_ko"] for row in outcome.rows("OUTPUT")] == ["충남 국가혁신융복합단지"]
    assert [row["sido"] for row in outcome.rows("CLUSTERS")] == ["충남"]
    law = run("zonecatalogue", {**ALL, "TEXT": "중소벤처기업부"})
    assert {row["zone_type"] for row in law.rows("TYPES")} >= {"REG_FREE", "TECHNOPARK", "VENTURE"}
    nothing = run("zonecatalogue", {**ALL, "TEXT": "이런 말은 없다"})
    assert nothing.succeeded
    assert nothing.results["NUM_ZONES"] == 0
    assert nothing.feedback.warnings == ["Nothing in the catalogue is of that type, province and words."]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"ZONE_TYPE": "산업단지"}, "Zone type: 산업단지 is no type of the catalogue"),
        ({"PROVINCE": "Tokyo"}, "Province: Tokyo is no province of Korea"),
        ({"PROVINCE": "부산 (Daegu)"}, "Province: 부산 (Daegu) is no province of Korea"),
    ],
)
def test_a_name_that_is_none(run: Any, parameters: dict[str, str], sentence: str) -> None:
    outcome = run("zonecatalogue", {**ALL, **parameters})
    assert not outcome.accepted
    assert outcome.reason.startswith(sentence)


def test_every_choice_of_the_dialog_is_understood(run: Any) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("innovationclusters:checkdesignation")
    for name, count in (("ZONE_TYPE", len(zone_types())), ("PROVINCE", 17)):
        hints = algorithm.parameterDefinition(name).metadata()["widget_wrapper"]["value_hints"]
        # Whoever has not chosen what to check must not have chosen the first type.
        chosen = [hint for hint in hints if hint]
        assert len(chosen) == count
        assert (hints[0] == "") == (name == "ZONE_TYPE")
        for hint in chosen:
            assert run("zonecatalogue", {**ALL, name: hint}).accepted


def test_tables_not_asked_for_are_not_there(run: Any, tmp_path: Path) -> None:
    target = tmp_path / "구역.gpkg"
    outcome = run("zonecatalogue", {"OUTPUT": str(target), "TYPES": None, "CLUSTERS": None})
    assert set(outcome.results) == {"OUTPUT", "NUM_ZONES"}
    layer = QgsVectorLayer(str(target), "zones", "ogr")
    assert layer.featureCount() == 134
    assert layer.wkbType() == Qgis.WkbType.Point


def test_the_legend_has_every_type(qgis_app: QgsApplication) -> None:
    for style, geometry, sign in (
        ("zones", "MultiPolygon", "Hatched"),
        ("zone_points", "Point", "In a ring"),
    ):
        layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4326&field=zone_type:string", "zones", "memory")
        assert styles.apply(style, layer) == ""
        shown = {category.value(): category.label() for category in layer.renderer().categories()}
        for kind in zone_types().values():
            assert shown.pop(kind.type_id) == kind.name_en
        assert list(shown.values()) == ["Another type", f"{sign}: position is approximate"]
