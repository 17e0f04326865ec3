"""What users rely on without reading code: ids and fields that never change, help, documents that hold."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from urllib.parse import unquote, urlparse
from xml.etree import ElementTree

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingProvider,
)

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.editions import METRICS
from innovation_clusters.processing_algorithms.base import tr
from innovation_clusters.processing_algorithms.manual import MANUAL
from innovation_clusters.scripts.page_words import UntranslatedError, speaking

pytestmark = pytest.mark.qgis

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "algorithms"
HANGUL = re.compile("[가-힣]")
DOCUMENTS = (
    "README.md",
    "README.ko.md",
    "CHANGELOG.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
)

# Models, scripts and saved settings of users hold these. Add what is new; never change or take away the rest.
SOURCE_FIELDS = ("RECORD", "WEIGHT", "COUNT", "ECONOMY", "ORGANISATION", "FIELD")
SOURCES = ("INVENTORS", "AUTHORS", "DEALS")
EDITION_FIELDS = ("CLUSTER", "NAME", "RANK", "PATENTS", "PUBLICATIONS", "DEALS")
EDITIONS = ("CURRENT", "PREVIOUS")
PARAMETERS = {
    "zonecatalogue": {
        *("ZONE_TYPE", "PROVINCE", "TEXT", "LIFTED"),
        *("OUTPUT", "TYPES", "CLUSTERS", "BUDGETS", "RENOVATION", "RULES"),
    },
    "checkdesignation": {
        *("NODES", "NAME_FIELD", "CORE_FIELD", "CORE_NODE", "AREA_FIELD", "AREA_UNIT", "PROVINCE_FIELD"),
        *("ZONE_TYPE", "PROVINCE", "NODES_AS", "ZONES", "STATED", "METRIC"),
        *("CHECKS", "CIRCLE", "SPOKES", "OFFENDING", "TOTALS", "REPORT"),
    },
    "zoneoverlay": {
        *("ZONES", "INPUT", "METRIC", "METRIC_FIELD", "RECORD_FIELD", "WEIGHT_FIELD", "COUNT_FIELD"),
        *("CLUSTERS", "PROVINCES", "TOTAL_PATENTS", "TOTAL_PUBLICATIONS", "TOTAL_DEALS", "RING", "BORDER"),
        *("ZONE_FIELD", "TYPE_FIELD", "CLUSTER_FIELD", "PROVINCE_FIELD"),
        *("SCORECARD", "PAIRS", "CLUSTER_TABLE", "TYPES", "REGIONS", "REPORT"),
    },
    "proposezone": {
        *("INPUT", "WEIGHT", "RADIUS", "COUNT", "NODES", "NODE_AREA_FIELD", "NODE_VALUE_FIELD", "CENTRES"),
        *("AREA_LIMIT", "READING", "BELT_WIDTH", "BELT_LENGTH", "SHAPES", "COMPARISON", "CHOSEN"),
    },
    "importzones": {
        *("INPUT", "ENCODING", "CRS", "ZONE_TYPE", "OVERRIDES", "OUTPUT", "NODES", "REJECTS", "GUESSES"),
    },
    "preparepoints": {
        *("INPUT", "X_FIELD", "Y_FIELD", "CRS", "RECORD_FIELD", "WEIGHT_FIELD", "ECONOMY_FIELD"),
        *(
            "ORGANISATION_FIELD",
            "EXCLUDE",
            "REJECT_PAYERS",
            "COUNTRIES",
            "COUNTRY_FIELD",
            "COUNTRY_TOLERANCE",
        ),
        *("OUTPUT", "REJECTS"),
    },
    "densityclusters": {
        *(
            "INPUT",
            "EPS",
            "MIN_SIZE",
            "WEIGHT",
            "METRIC",
            "BORDER",
            "DBSCAN*",
            "FIELD_NAME",
            "SIZE_FIELD_NAME",
        ),
        "OUTPUT",
    },
    "clusterboundaries": {
        *(
            "INPUT",
            "CLUSTER_FIELD",
            "KIND",
            "RATIO",
            "ALPHA",
            "BUFFER",
            "BUFFER_UNIT",
            "WEIGHT",
            "SITE_RADIUS",
        ),
        *("MIN_AREA", "HOLES", "MAX_HOLE", "SMOOTHING", "OUTPUT"),
    },
    "clusterintensity": {
        *("INPUT", "CLUSTER_FIELD", "PATENTS_FIELD", "PUBLICATIONS_FIELD", "DEALS_FIELD", "SCORE_FIELD"),
        *("SITES", "SITES_CLUSTER_FIELD", "RADIUS", "POPULATION", "POPULATION_LAYER", "POPULATION_FIELD"),
        *("POPULATION_RULE", "TOP", "COMPARED_RADII", "OUTPUT", "TOP_LISTS", "BY_RADIUS", "RADII"),
    },
    "compareeditions": {
        *EDITIONS,
        *(f"{edition}_{field}_FIELD" for edition in EDITIONS for field in EDITION_FIELDS),
        *("MATCH", "DISTANCE", "MATCH_SHARE", "PART_SHARE", "ENTERING", "LEAVING", "TOP"),
        *("OUTPUT", "CHANGES"),
    },
    "labeladdresses": {"INPUT", "SITES", "CLUSTER_FIELD", "DECIMALS", "OUTPUT", "UNMATCHED"},
    "collapsepoints": {"INPUT", "RECORD", "WEIGHT", "COUNT", "OUTPUT"},
    "labelatsource": {
        *("INPUT", "SITES", "CLUSTER_FIELD", "DECIMALS", "TARGET", "KIND", "FIELD_NAME"),
    },
    "clustersatsource": {
        *("INPUT", "WEIGHT_FIELD", "EPS", "MIN_DENSITY", "TARGET", "KIND", "clustered_places"),
    },
    "mergeclusters": {
        *("INPUT", "CLUSTER_FIELD", "RECORD_FIELD", "METRIC", "METRIC_FIELD", "WEIGHT_FIELD"),
        *("DISTANCE", "TIES", "SIDE", "NOISE", "CHAINS", "KEEP_APART", "OUTPUT", "PROPOSALS"),
    },
    "collaborationlinks": {
        *("INPUT", "CLUSTER_FIELD", "RECORD_FIELD", "METRIC", "METRIC_FIELD", "WEIGHT_FIELD"),
        *("ECONOMY_FIELD", "NAMES", "TIES", "MIN_RECORDS", "LINE", "LINKS", "PARTNERS"),
    },
    "innovationclusters": {
        *SOURCES,
        *(f"{source}_{field}" for source in SOURCES for field in SOURCE_FIELDS),
        *("EDITION", "EPS", "MIN_DENSITY", "AUTHOR_WEIGHT", "DEALS_IN_DENSITY", "MERGE_DISTANCE", "BORDER"),
        *("DENSITY_UNIT", "COUNTING", "MERGE_EDGE", "MERGE_TIES", "MERGE_SIDE", "MERGE_NOISE"),
        *("MERGE_CHAINS", "KEEP_APART", "ALIASES", "EARLIER", "PROPOSALS", "LINKS", "TABLES"),
        *(
            "TOTAL_PATENTS",
            "TOTAL_PUBLICATIONS",
            "TOTAL_DEALS",
            "BUFFER",
            "GAZETTEER",
            "COUNTRIES",
            "POPULATION",
        ),
        *("REMARK", "CLUSTERS", "SITES", "RANKING", "REPORT"),
    },
    "clustersonspark": {
        *SOURCES,
        *("LONGITUDE", "LATITUDE", "RECORD", "WEIGHT", "COUNT", "ECONOMY", "ORGANISATION", "FIELD", "ROW"),
        *("MASTER", "PYTHON", "EDITION", "EPS", "MIN_DENSITY", "AUTHOR_WEIGHT", "DEALS_IN_DENSITY"),
        *("DENSITY_UNIT", "BORDER", "COUNTING", "MERGE_DISTANCE", "MERGE_EDGE", "MERGE_TIES", "MERGE_SIDE"),
        *("MERGE_NOISE", "MERGE_CHAINS", "KEEP_APART", "BUFFER", "GAZETTEER", "COUNTRIES", "MOST_SITES"),
        *("TOTAL_PATENTS", "TOTAL_PUBLICATIONS", "TOTAL_DEALS"),
        *("OUTPUT", "CLUSTERS", "SITES", "RANKING"),
    },
    "openrun": {
        *("FOLDER", "BUFFER", "GAZETTEER", "COUNTRIES", "MOST_SITES", "CLUSTERS", "SITES", "RANKING"),
    },
    "proposeparameters": {
        *SOURCES,
        *(f"{source}_WEIGHT" for source in SOURCES),
        *("AUTHOR_WEIGHT", "DISTANCES", "MINIMUMS", "CLOSE", "EXTREME", "USUAL_EPS", "TOLERANCE", "KEEP"),
        *("BORDER", "CORE_DISTANCES", "CANDIDATES", "KDISTANCE", "REPORT"),
    },
    "scoreclusters": {
        *("INPUT", "PATENTS_FIELD", "PUBLICATIONS_FIELD", "DEALS_FIELD", "POPULATION_FIELD", "CLUSTER_FIELD"),
        *("METRIC", "METRIC_FIELD", "RECORD_FIELD", "WEIGHT_FIELD", "ECONOMY_FIELD", "COUNTING"),
        "COUNT_FIELD",
        *("TOTAL_PATENTS", "TOTAL_PUBLICATIONS", "TOTAL_DEALS"),
        *("WEIGHT_PATENTS", "WEIGHT_PUBLICATIONS", "WEIGHT_DEALS", "TOP", "OUTPUT", "CONCENTRATION"),
    },
    "economysummary": {
        *("INPUT", "RANK_FIELD", "ECONOMIES_FIELD", "NAME_FIELD"),
        *("SHARE_PATENTS_FIELD", "SHARE_PUBLICATIONS_FIELD", "SHARE_DEALS_FIELD", "CROSS_BORDER", "TOP"),
        *("PREVIOUS", "PREVIOUS_RANK_FIELD", "PREVIOUS_ECONOMIES_FIELD", "PREVIOUS_NAME_FIELD", "OUTPUT"),
    },
    "clusterprofiles": {
        *("INPUT", "CLUSTER_FIELD", "RECORD_FIELD", "ORGANISATION_FIELD", "FIELD_FIELD", "SEPARATOR"),
        *("WEIGHT_FIELD", "COUNT_FIELD", "ALIASES", "TOP", "ORGANISATIONS", "FIELDS"),
    },
    "geocodingquality": {
        *("INPUT", "X_FIELD", "Y_FIELD", "CRS", "ACCURACY_FIELD", "ECONOMY_FIELD", "ORGANISATION_FIELD"),
        *("WEIGHT_FIELD", "COUNTRIES", "COUNTRY_FIELD", "COUNTRY_TOLERANCE"),
        *("ECONOMY_SHARE", "WORLD_SHARE", "LEAST_ADDRESSES", "ORGANISATIONS", "TOP"),
        *("SUSPICIOUS", "ECONOMIES", "SITES"),
    },
}
PARAMETERS |= {
    "mapreport": {
        *("CLUSTERS", "SITES", "ZONES", "RANKING", "TITLE", "SUBTITLE", "SOURCES", "TEMPLATE", "PAGE"),
        *("TEMPLATE_FILE", "ECONOMY", "RANK", "KEEP", "PDF", "PNG"),
    },
    "clusteratlas": {
        *("CLUSTERS", "SITES", "ZONES", "ORGANISATIONS", "FIELDS", "LINKS", "EARLIER", "FILTER", "ORDER"),
        *("FIRST", "LAST", "SOURCES", "PAGE", "TEMPLATE_FILE", "PDF", "PNG_FOLDER"),
    },
}
STEPS_OUTPUTS = {
    *("clustered_addresses", "mergers", "scores", "concentration", "clusters", "intensity", "economies"),
    *("leading_organisations", "links", "partners"),
}
PARAMETERS |= {
    "clustersstepbystep": {
        *("INPUT", "RECORD_FIELD", "METRIC", "WEIGHT_FIELD", "ECONOMY_FIELD", "ORGANISATION_FIELD"),
        *("EPS", "MIN_DENSITY", "MERGE_DISTANCE", "TOTAL", "BUFFER", "POPULATION"),
        *STEPS_OUTPUTS,
    },
}
OUTPUTS = {
    "mapreport": {"PDF", "PNG", "LAYOUT"},
    "clusteratlas": {"PDF", "PNG_FOLDER", "NUM_PAGES"},
    "zonecatalogue": {"OUTPUT", "TYPES", "CLUSTERS", "BUDGETS", "RENOVATION", "RULES", "NUM_ZONES"},
    "checkdesignation": {
        *("CHECKS", "CIRCLE", "SPOKES", "OFFENDING", "TOTALS", "REPORT"),
        *("OUTCOME", "PASSED", "FAILED", "CANNOT_TELL", "RADIUS_KM"),
    },
    "zoneoverlay": {"SCORECARD", "PAIRS", "CLUSTER_TABLE", "TYPES", "REGIONS", "REPORT", "NUM_ZONES"},
    "proposezone": {"SHAPES", "COMPARISON", "CHOSEN", "WEIGHT_INSIDE"},
    "importzones": {
        *("OUTPUT", "NODES", "REJECTS", "GUESSES", "NUM_ZONES", "NUM_REJECTS", "NUM_REPAIRED"),
    },
    "clustersstepbystep": STEPS_OUTPUTS,
    "labeladdresses": {"OUTPUT", "UNMATCHED", "NUM_UNMATCHED"},
    "collapsepoints": {"OUTPUT", "NUM_ROWS", "NUM_PLACES", "NUM_REJECTED"},
    "labelatsource": {"OUTPUT", "NUM_ROWS", "NUM_UNMATCHED"},
    "clustersatsource": {"clustered_places"},
    "mergeclusters": {"OUTPUT", "PROPOSALS", "NUM_MERGED", "NUM_CLUSTERS"},
    "collaborationlinks": {"LINKS", "PARTNERS", "NUM_LINKS"},
    "preparepoints": {"OUTPUT", "REJECTS", "NUM_POINTS", "NUM_REJECTS"},
    "densityclusters": {"OUTPUT", "NUM_CLUSTERS"},
    "clusterboundaries": {"OUTPUT", "NUM_CLUSTERS"},
    "compareeditions": {"OUTPUT", "CHANGES", "NUM_CLUSTERS", "NUM_ENTERED", "NUM_LEFT"},
    "clusterintensity": {
        *("OUTPUT", "TOP_LISTS", "BY_RADIUS", "RADII", "NUM_CLUSTERS", "NUM_WITHOUT_POPULATION"),
    },
    "innovationclusters": {
        *("CLUSTERS", "SITES", "RANKING", "REPORT", "PROPOSALS", "LINKS", "TABLES", "NUM_CLUSTERS"),
        *("USED_EPS", "USED_MIN_DENSITY"),
    },
    "clustersonspark": {"OUTPUT", "CLUSTERS", "SITES", "RANKING", "NUM_CLUSTERS"},
    "openrun": {"CLUSTERS", "SITES", "RANKING", "NUM_CLUSTERS"},
    "proposeparameters": {"CANDIDATES", "KDISTANCE", "REPORT", "EPS", "MIN_DENSITY"},
    "scoreclusters": {"OUTPUT", "CONCENTRATION", "NUM_CLUSTERS"},
    "economysummary": {"OUTPUT", "NUM_ECONOMIES"},
    "clusterprofiles": {"ORGANISATIONS", "FIELDS", "NUM_CLUSTERS"},
    "geocodingquality": {
        *("SUSPICIOUS", "ECONOMIES", "SITES", "VERDICT", "SHARE_FAULTS", "SHARE_DOUBTS"),
    },
}
OPTIONS = {
    ("mapreport", "TEMPLATE"): ["automatic", "world", "country", "cluster"],
    ("mapreport", "PAGE"): ["a4_landscape", "a4_portrait", "a3_landscape", "a3_portrait"],
    ("clusteratlas", "PAGE"): ["a4_landscape", "a4_portrait", "a3_landscape", "a3_portrait"],
    ("clusteratlas", "ORDER"): ["rank", "name", "intensity"],
    ("checkdesignation", "AREA_UNIT"): ["m2", "km2", "pyeong"],
    ("checkdesignation", "NODES_AS"): ["points", "centroids", "polygons"],
    ("checkdesignation", "METRIC"): ["ellipsoid", "planar"],
    ("zoneoverlay", "METRIC"): ["patents", "publications", "deals"],
    ("zoneoverlay", "BORDER"): ["inside", "outside"],
    ("proposezone", "CENTRES"): ["anywhere", "nodes"],
    ("proposezone", "READING"): ["enclosing", "core"],
    ("clustersstepbystep", "METRIC"): ["patents", "publications", "deals"],
    ("labelatsource", "KIND"): ["table", "view"],
    ("clustersatsource", "KIND"): ["table", "view"],
    ("mergeclusters", "METRIC"): ["patents", "publications", "deals"],
    ("mergeclusters", "TIES"): ["records", "fractional", "pairs", "fractional_pairs"],
    ("mergeclusters", "SIDE"): ["smaller", "either", "both"],
    ("mergeclusters", "CHAINS"): ["join", "leave"],
    ("collaborationlinks", "METRIC"): ["patents", "publications", "deals"],
    ("collaborationlinks", "TIES"): ["records", "fractional", "pairs", "fractional_pairs"],
    ("collaborationlinks", "LINE"): ["geodesic", "straight"],
    ("densityclusters", "METRIC"): ["auto", "planar", "ellipsoid"],
    ("densityclusters", "BORDER"): ["first", "nearest", "noise"],
    ("clusterboundaries", "KIND"): ["convex", "concave", "alpha", "buffer"],
    ("clusterboundaries", "BUFFER_UNIT"): ["degrees", "metres"],
    ("scoreclusters", "METRIC"): ["patents", "publications", "deals"],
    ("scoreclusters", "COUNTING"): ["fractional", "full"],
    ("proposeparameters", "BORDER"): ["first", "nearest", "noise"],
    ("economysummary", "CROSS_BORDER"): ["each", "region"],
    ("clusterintensity", "POPULATION_RULE"): ["area", "centroid"],
    ("compareeditions", "MATCH"): ["space", "name"],
    ("innovationclusters", "EDITION"): ["2025", "2018-2024", "2017", "regional", "national", "custom"],
    ("innovationclusters", "DENSITY_UNIT"): ["inventors", "shares", "addresses"],
    ("innovationclusters", "COUNTING"): ["fractional", "full"],
    ("innovationclusters", "MERGE_EDGE"): ["places", "core"],
    ("innovationclusters", "MERGE_TIES"): ["records", "fractional", "pairs", "fractional_pairs", "none"],
    ("innovationclusters", "MERGE_SIDE"): ["smaller", "either", "both"],
    ("innovationclusters", "MERGE_CHAINS"): ["join", "leave"],
    ("innovationclusters", "BORDER"): ["first", "nearest", "noise"],
    ("clustersonspark", "EDITION"): ["2025", "2018-2024", "2017", "regional", "national", "custom"],
    ("clustersonspark", "DENSITY_UNIT"): ["inventors", "shares", "addresses"],
    ("clustersonspark", "COUNTING"): ["fractional", "full"],
    ("clustersonspark", "MERGE_EDGE"): ["places", "core"],
    ("clustersonspark", "MERGE_TIES"): ["records", "fractional", "pairs", "fractional_pairs", "none"],
    ("clustersonspark", "MERGE_SIDE"): ["smaller", "either", "both"],
    ("clustersonspark", "MERGE_CHAINS"): ["join", "leave"],
    ("clustersonspark", "BORDER"): ["first", "nearest", "noise"],
}
CLUSTER_FIELDS = [
    *("rank", "cluster_id", "name", "name_ko", "economies", "patents", "publications", "deals"),
    *(
        "share_patents",
        "share_publications",
        "share_deals",
        "score",
        "focus",
        "addresses",
        "sites",
        "area_km2",
    ),
    *(
        "population",
        "intensity",
        "intensity_rank",
        "tier",
        "earlier_rank",
        "rank_change",
        "top_organisation",
        "top_organisation_share",
    ),
    *("top_patents", "top_publications", "top_deals"),
    *("top_field_patents", "top_field_publications", "top_field_deals"),
]
SITE_FIELDS = [
    *("cluster_id", "rank", "name", "name_ko", "role", "weight", "inventors", "authors", "deals"),
    *("count_patents", "count_publications", "count_deals"),
]


def _load_script() -> ModuleType:
    specification = importlib.util.spec_from_file_location(
        "document_algorithms", ROOT / "scripts" / "document_algorithms.py"
    )
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


documenting = _load_script()


@pytest.fixture
def provider(qgis_app: QgsApplication) -> QgsProcessingProvider:
    return QgsApplication.processingRegistry().providerById("innovationclusters")


@pytest.fixture
def algorithms(provider: QgsProcessingProvider) -> dict[str, QgsProcessingAlgorithm]:
    return {algorithm.name(): algorithm for algorithm in provider.algorithms()}


# Ids


def test_algorithms_are_those_written_down(algorithms: dict[str, QgsProcessingAlgorithm]) -> None:
    assert set(algorithms) == set(PARAMETERS)


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters_and_outputs_are_those_written_down(
    algorithms: dict[str, QgsProcessingAlgorithm], name: str
) -> None:
    assert {parameter.name() for parameter in algorithms[name].parameterDefinitions()} == PARAMETERS[name]
    assert {output.name() for output in algorithms[name].outputDefinitions()} == OUTPUTS[name]


def test_options_are_those_written_down(algorithms: dict[str, QgsProcessingAlgorithm]) -> None:
    found = {
        (name, parameter.name()): parameter.options()
        for name, algorithm in algorithms.items()
        for parameter in algorithm.parameterDefinitions()
        if parameter.type() == "enum"
    }
    assert found == OPTIONS


def test_names_of_native_dbscan_mean_the_same(algorithms: dict[str, QgsProcessingAlgorithm]) -> None:
    """A model made with QGIS's own algorithm must run with ours in its place."""
    native = QgsApplication.processingRegistry().algorithmById("native:dbscanclustering")
    ours = algorithms["densityclusters"]
    for parameter in native.parameterDefinitions():
        assert ours.parameterDefinition(parameter.name()) is not None, parameter.name()
    for output in native.outputDefinitions():
        found = ours.outputDefinition(output.name())
        assert found is not None, output.name()
        assert found.type() == output.type()


def test_fields_are_those_written_down(run: Any, make_layer: Any) -> None:
    places = [(f"POINT ({127.0 + step / 1000} 37.5)", f"r{step}", 1.0) for step in range(6)]
    layer = make_layer("Point", "EPSG:4326", "record:string&weight:double", places)
    whole = run(
        "innovationclusters",
        {
            **{"INVENTORS": layer, "INVENTORS_RECORD": "record", "MIN_DENSITY": 3, "EDITION": "2025"},
            **dict.fromkeys(("CLUSTERS", "SITES", "RANKING"), "TEMPORARY_OUTPUT"),
        },
    )
    assert whole.succeeded, whole.feedback.text
    # A GeoPackage adds its key before them.
    assert [name for name in whole.layer("CLUSTERS").fields().names() if name != "fid"] == CLUSTER_FIELDS
    assert [name for name in whole.layer("RANKING").fields().names() if name != "fid"] == CLUSTER_FIELDS
    assert [name for name in whole.layer("SITES").fields().names() if name != "fid"] == SITE_FIELDS

    density = run(
        "densityclusters", {"INPUT": layer, "EPS": 500, "MIN_SIZE": 3, "OUTPUT": "TEMPORARY_OUTPUT"}
    )
    added = ["CLUSTER_ID", "CLUSTER_SIZE", "cluster_weight", "role", "ambiguous"]
    assert density.layer("OUTPUT").fields().names() == ["record", "weight", *added]

    boundaries = run("clusterboundaries", {"INPUT": density.layer("OUTPUT"), "OUTPUT": "TEMPORARY_OUTPUT"})
    assert boundaries.layer("OUTPUT").fields().names() == [
        *("cluster_id", "boundary", "addresses", "sites", "weight", "area_km2", "perimeter_km"),
        *("centre_lon", "centre_lat", "compactness"),
    ]

    scored = run(
        "scoreclusters",
        {
            **{"INPUT": density.layer("OUTPUT"), "CLUSTER_FIELD": "CLUSTER_ID"},
            **dict.fromkeys(("OUTPUT", "CONCENTRATION"), "TEMPORARY_OUTPUT"),
        },
    )
    assert scored.layer("OUTPUT").fields().names() == [
        *("cluster_id", "patents", "publications", "deals", "economies"),
        *("share_patents", "share_publications", "share_deals", "score", "rank", "focus", "tier"),
    ]
    assert scored.layer("CONCENTRATION").fields().names() == [
        *("top", "clusters", "share_patents", "share_publications", "share_deals", "share_score"),
    ]

    intensity = run(
        "clusterintensity",
        {
            **{"INPUT": whole.layer("SITES"), "POPULATION_LAYER": layer, "POPULATION_FIELD": "weight"},
            **dict.fromkeys(("OUTPUT", "TOP_LISTS", "BY_RADIUS", "RADII"), "TEMPORARY_OUTPUT"),
        },
    )
    per_person = [f"{metric}_per_{people}" for people in ("million", "100k") for metric in METRICS]
    assert [name for name in intensity.layer("OUTPUT").fields().names() if name != "fid"] == [
        *("cluster_id", *METRICS, "score", "population", "pixels", "pixels_missing", *per_person),
        *("intensity", "intensity_per_100k", "intensity_rank"),
        *(f"{metric}_rank" for metric in METRICS),
        "in_both_top_lists",
    ]
    assert intensity.layer("TOP_LISTS").fields().names() == [
        *("metric", "place", "cluster", "per_million", "size_rank", "in_both_top_lists"),
    ]
    assert intensity.layer("BY_RADIUS").fields().names() == [
        *("cluster", "radius", "population", "area_km2", "intensity", "intensity_rank"),
        *("population_change", "rank_change"),
    ]
    assert intensity.layer("RADII").fields().names() == [
        *("radius", "population", "area_km2", "total_shift", "largest_shift", "most_shifted"),
        *("ranks_changed", "largest_rank_change", "proposed"),
    ]

    prepared = run(
        "preparepoints",
        {
            **{"INPUT": layer, "RECORD_FIELD": "record", "WEIGHT_FIELD": "weight"},
            **{"OUTPUT": "TEMPORARY_OUTPUT", "REJECTS": "TEMPORARY_OUTPUT"},
        },
    )
    assert {"record", "weight"} <= set(prepared.layer("OUTPUT").fields().names())
    assert {"reason", "reason_text", "row"} <= set(prepared.layer("REJECTS").fields().names())


# Help


@pytest.mark.parametrize("name", PARAMETERS)
def test_algorithm_introduces_itself(algorithms: dict[str, QgsProcessingAlgorithm], name: str) -> None:
    algorithm = algorithms[name]
    for text in (
        algorithm.displayName(),
        algorithm.group(),
        algorithm.groupId(),
        algorithm.shortDescription(),
    ):
        assert text.strip()
    assert len(algorithm.tags()) >= 3
    assert all(tag.strip() == tag != "" for tag in algorithm.tags())
    assert algorithm.helpUrl() == (MANUAL / "docs" / "algorithms" / f"{name}.html").as_uri()
    assert Path(unquote(urlparse(algorithm.helpUrl()).path)).is_file()
    assert (PAGES / f"{name}.md").is_file()


@pytest.mark.parametrize("name", PARAMETERS)
def test_help_opens_in_the_language_of_the_user(
    algorithms: dict[str, QgsProcessingAlgorithm], name: str
) -> None:
    with speaking("ko"):
        address = algorithms[name].helpUrl()
    assert address == (MANUAL / "docs" / "algorithms" / "ko" / f"{name}.html").as_uri()
    assert (PAGES / "ko" / f"{name}.md").is_file()


def test_every_parameter_and_output_is_documented(provider: QgsProcessingProvider) -> None:
    assert documenting.undocumented(provider) == []


def test_pages_of_algorithms_are_up_to_date(provider: QgsProcessingProvider) -> None:
    written = {
        path.relative_to(PAGES).as_posix(): path.read_text(encoding="utf-8") for path in PAGES.rglob("*.md")
    }
    made = documenting.documents(provider)
    assert set(written) == set(made), "run: make docs"
    assert [name for name in made if made[name] != written[name]] == [], "run: make docs"


def test_pages_in_both_languages_say_the_same(provider: QgsProcessingProvider) -> None:
    def shape(text: str) -> list[str]:
        """Names in code and the marks that begin lines: what no language changes."""
        marks = re.findall(r"^(#+ |- |\| `[^`]+`)", text, re.MULTILINE)
        return marks + re.findall(r"```sh\n.*?```", text, re.DOTALL)

    for english in PAGES.glob("*.md"):
        korean = (PAGES / "ko" / english.name).read_text(encoding="utf-8")
        assert shape(korean) == shape(english.read_text(encoding="utf-8")), english.name
        untold = [
            line for line in korean.splitlines() if line[:2] in ("# ", "- ") and not HANGUL.search(line)
        ]
        assert untold == [], english.name


def test_untranslated_text_stops_the_pages(
    provider: QgsProcessingProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    algorithm = Bare()
    algorithm.initAlgorithm()
    algorithm.shortDescription = lambda: tr("A text nobody has translated")
    algorithm.create = lambda: algorithm
    monkeypatch.setitem(documenting.EXAMPLES, "bare", "qgis_process run innovationclusters:bare")
    with pytest.raises(UntranslatedError, match="A text nobody has translated"):
        documenting.documents(SimpleNamespace(algorithms=lambda: [algorithm]))


class Bare(QgsProcessingAlgorithm):
    """An algorithm that says nothing about itself."""

    def name(self) -> str:
        return "bare"

    def displayName(self) -> str:
        return "Bare"

    def createInstance(self) -> Bare:
        return Bare()

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterBoolean("SILENT", "Silent"))
        self.addOutput(QgsProcessingOutputNumber("NUMBER", ""))


def test_what_is_undocumented_is_found(qgis_app: QgsApplication) -> None:
    algorithm = Bare()
    algorithm.initAlgorithm()
    assert documenting.undocumented(SimpleNamespace(algorithms=lambda: [algorithm])) == [
        "bare: the parameter SILENT has no help",
        "bare: the output NUMBER has no description",
        "bare has no short description",
        "bare has no example in document_algorithms.py",
    ]


@pytest.mark.slow
def test_examples_work_as_they_are_printed(tmp_path: Path) -> None:
    blocks = []
    for name in documenting.EXAMPLES:
        page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
        found = re.findall(r"^```sh\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
        assert len(found) == 1
        # tests/distributed runs what needs more.
        blocks += found if name not in documenting.ELSEWHERE else []
    assert len(blocks) == len(PARAMETERS) - len(documenting.ELSEWHERE)
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    # The profile of the tests has no plugins; that of the checkout has this one.
    environment = {name: value for name, value in os.environ.items() if name != "QGIS_CUSTOM_CONFIG_PATH"}
    done = subprocess.run(
        [str(ROOT / "scripts" / "env.sh"), "bash", "-euc", "\n".join(blocks)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path.name for path in tmp_path.iterdir()} >= {
        *("inventors.gpkg", "inventors-rejects.gpkg", "authors.gpkg", "atlas.gpkg", "report.html"),
        *("clustered.gpkg", "boundaries.gpkg", "scored.gpkg", "concentration.csv", "economies.csv"),
    }
    assert "NUM_CLUSTERS:\t236" in done.stdout, "the sample has 236 clusters (docs/data.md)"


# Made only from inputs that the sample does not have: organisations, nodes, provinces, population.
WITHOUT_EXAMPLE = {
    "clusterprofiles ORGANISATIONS",
    "clustersatsource clustered_places",
    "clustersstepbystep intensity",
    "clustersstepbystep leading_organisations",
    "importzones NODES",
    "proposezone CHOSEN",
    "zoneoverlay REGIONS",
}


def test_fields_of_every_output_are_on_its_page(provider: QgsProcessingProvider) -> None:
    recorded = documenting.recorded_fields()
    untold = [
        f"{algorithm.name()} {output.name()}"
        for algorithm in provider.algorithms()
        for output in algorithm.destinationParameterDefinitions()
        if output.type() == "sink" and not recorded.get(algorithm.name(), {}).get(output.name())
    ]
    assert sorted(set(untold) - WITHOUT_EXAMPLE) == [], "run: make docs-fields"


@pytest.mark.slow
def test_fields_on_the_pages_are_those_of_a_run() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "QGIS_CUSTOM_CONFIG_PATH"}
    done = subprocess.run(
        [
            str(ROOT / "scripts" / "env.sh"),
            sys.executable,
            str(ROOT / "scripts" / "output_fields.py"),
            "--check",
        ],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


# Documents


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    path = ROOT / document
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    for target in targets:
        file, _, anchor = target.partition("#")
        if urlparse(target).scheme:
            continue
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), target
        if anchor and there.suffix == ".md":
            assert anchor in _anchors(there), target


def _anchors(path: Path) -> set[str]:
    """Return the anchors of a Markdown page as GitHub makes them from headings, and those set by hand."""
    text = path.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
    return made | set(re.findall(r'<a id="([^"]+)">', text))


@pytest.mark.parametrize(
    ("name", "told"),
    [("density.svg", "eps 90 and minimum weight 10"), ("density.ko.svg", "eps 90, 최소 가중치 10")],
)
def test_picture_of_density_is_true(name: str, told: str) -> None:
    """The sites in the picture are core, border and noise where the algorithm says so."""
    path = ROOT / "docs" / "images" / name
    assert told in path.read_text(encoding="utf-8")
    circles = [
        element.attrib for element in ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}circle")
    ]
    sites = [circle for circle in circles if "data-weight" in circle]
    x, y, weights = (np.array([float(site[name]) for site in sites]) for name in ("cx", "cy", "data-weight"))
    result = dbscan(x, y, 90.0, 10.0, weights=weights)
    roles = np.where(result.core, "core", np.where(result.labels >= 0, "border", "noise"))
    clusters = np.array(["first", "second", ""])[result.labels]
    found = [f"{role} {cluster}".strip() for role, cluster in zip(roles, clusters, strict=True)]
    assert found == [site["class"] for site in sites]
    assert result.ambiguous.sum() == 1


def test_readmes_in_both_languages_say_the_same() -> None:
    english, korean = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ko.md"))

    def shape(text: str) -> list[str]:
        lines = re.sub(r"```.*?```", "", text, flags=re.DOTALL).splitlines()
        marks = [re.match(r"(#+ |\||!\[)", line) for line in lines]
        return [mark[1] for mark in marks if mark]

    def commands(text: str) -> list[str]:
        return [
            re.sub(r"\s+#.*", "", line)
            for block in re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
            for line in block.splitlines()
        ]

    def figures(text: str) -> list[list[str]]:
        """Numbers in rows of tables, whatever the order of words: what was measured must be the same."""
        rows = [line for line in text.splitlines() if line.startswith("|")]
        return [sorted(re.findall(r"\d[\d,.]*", row)) for row in rows]

    assert shape(english) == shape(korean)
    assert commands(english) == commands(korean)
    assert figures(english) == figures(korean)
    pages = re.compile(r"\]\((docs/[^)#]+\.md)")
    assert set(pages.findall(english)) == {
        page.replace("/ko/", "/").replace(".ko.md", ".md") for page in pages.findall(korean)
    }


@pytest.mark.parametrize("document", ["README.md", "README.ko.md"])
def test_readme_names_every_algorithm_and_field(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    folder = "docs/algorithms/ko" if document == "README.ko.md" else "docs/algorithms"
    for name in PARAMETERS:
        assert f"]({folder}/{name}.md)" in text
    for field in (*CLUSTER_FIELDS, *SITE_FIELDS):
        assert f"`{field}`" in text, field
