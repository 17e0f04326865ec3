"""Expression functions as users meet them: on layers, with NULL, in error, and in bulk."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsLayoutItemLabel,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QEventLoop, QSize, QTimer

from innovation_clusters.analysis.scoring import TIERS
from innovation_clusters.plugin.expressions import ExpressionFunctions
from innovation_clusters.plugin.expressions.functions import indicators

pytestmark = pytest.mark.qgis

FIELDS = "rank:integer&patents:double&score:double&population:double&text:string"
ROWS = [
    (None, 1, 60.0, 6.0, 1e6, "a"),
    (None, 2, 30.0, 3.0, 1e5, "b"),
    (None, 2, 10.0, 3.0, None, "c"),
    (None, None, None, None, 5e5, None),
]


def evaluate(text: str, layer: QgsVectorLayer | None = None) -> list[Any]:
    """Return the values for all features, or the one without a layer, NULL as None; raise what is wrong."""
    expression = QgsExpression(text)
    if expression.hasParserError():
        raise SyntaxError(expression.parserErrorString())
    context = QgsExpressionContext()
    if layer is not None:
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    expression.prepare(context)
    values = []
    for feature in layer.getFeatures() if layer is not None else [QgsFeature()]:
        context.setFeature(feature)
        value = expression.evaluate(context)
        if expression.hasEvalError():
            raise ValueError(expression.evalErrorString())
        values.append(None if type(value).__name__ == "QVariant" else value)
    return values


@pytest.fixture
def clusters(make_layer: Callable[..., QgsVectorLayer]) -> QgsVectorLayer:
    return make_layer("None", "", FIELDS, ROWS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("share_of_total(1250, 50000)", 2.5),
        ("share_of_total('1250', 50000)", 2.5),
        ("share_of_total(total:=50000, value:=1250)", 2.5),
        ("rank_label(1, language:='en')", "1st"),
        ("rank_label(12, false, 'en')", "12th"),
        ("rank_label(3, true, 'en')", "=3rd"),
        ("rank_label(3, true, 'ko')", "공동 3위"),
        ("rank_label(3, false, 'ko')", "3위"),
        ("rank_label(3)", "3rd"),
        ("rank_tier(25)", TIERS[0]),
        ("rank_tier(26)", TIERS[1]),
        ("rank_tier(101)", TIERS[-1]),
        ("location_quotient(25, 100, 125, 1000)", 2.0),
    ],
)
def test_values(qgis_app: QgsApplication, text: str, expected: object) -> None:
    assert evaluate(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "share_of_total(NULL, 5)",
        "rank_label(NULL)",
        "rank_label(0)",
        "rank_label(NULL, true, 'ko')",
        "rank_tier(NULL)",
        "rank_tier(0)",
        "intensity_tier(NULL, 5)",
        "intensity_tier(5, NULL)",
        "location_quotient(NULL, 1, 1, 1)",
        "location_quotient(1, 1, 1, NULL)",
        "location_quotient(0, 0, 1, 2)",
    ],
)
def test_nothing_gives_nothing(qgis_app: QgsApplication, text: str) -> None:
    assert evaluate(text) == [None]


def test_a_field_that_is_null_is_not_an_argument_left_out(clusters: QgsVectorLayer) -> None:
    assert evaluate('share_of_total(1, "score")', clusters)[-1] is None
    assert evaluate('rank_label(1, "score" > 4)', clusters) == ["=1st", "1st", "1st", None]
    assert evaluate('rank_label(1, false, "text" || NULL)', clusters) == [None] * 4


def test_shares_of_the_layer(clusters: QgsVectorLayer) -> None:
    assert evaluate('share_of_total("patents")', clusters) == [60.0, 30.0, 10.0, None]
    # Of an expression, and of a layer that has none of it.
    assert evaluate('share_of_total("patents" * 2)', clusters) == [60.0, 30.0, 10.0, None]
    with pytest.raises(ValueError, match="must be greater than 0"):
        evaluate('share_of_total("patents" * 0)', clusters)


def test_ranks_that_are_shared_are_marked(clusters: QgsVectorLayer) -> None:
    assert evaluate('rank_label("rank")', clusters) == ["1st", "=2nd", "=2nd", None]
    assert evaluate("rank_label(\"rank\", language:='ko')", clusters) == ["1위", "공동 2위", "공동 2위", None]
    assert evaluate('rank_label("rank" + 10)', clusters)[:3] == ["11th", "=12th", "=12th"]


def test_intensity_is_ranked_in_the_layer(make_layer: Callable[..., QgsVectorLayer]) -> None:
    # 110 clusters of equal score: the fewer people, the more intense.
    rows = [(None, rank, 1.0, 2.0, 1000.0 * rank, "") for rank in range(1, 111)]
    layer = make_layer("None", "", FIELDS, [*rows, (None, 111, 1.0, 2.0, None, "")])
    by_intensity = evaluate('intensity_tier("score", "population")', layer)
    assert by_intensity[:-1] == evaluate('rank_tier("rank")', layer)[:-1]
    assert set(by_intensity) == {*TIERS, None}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("share_of_total('many', 5)", "share_of_total: many is not a number; give a number or a field of"),
        ("share_of_total(1, 0)", "share_of_total: The total must be greater than 0, and it is 0."),
        ("share_of_total(6, 5)", "The value 6 is greater than the total 5; give the total it is a part of."),
        ("share_of_total(6)", "share_of_total: There is no layer here to look through; give all arguments."),
        ("rank_label(-1)", "rank_label: -1 is not a rank; ranks are whole numbers from 1."),
        ("rank_label(1.5)", "rank_label: 1.5 is not a rank"),
        ("rank_tier('inf')", "rank_tier: inf is not a rank"),
        ("rank_label(1, false, 'fr')", "rank_label: There are labels in 'en' and 'ko' only."),
        ("rank_tier('first')", "rank_tier: first is not a number"),
        ("location_quotient(2, 1, 1, 1)", "location_quotient: The part 2 is greater than its whole 1."),
    ],
)
def test_what_cannot_be_used_is_an_error_of_one_sentence(
    qgis_app: QgsApplication, text: str, sentence: str
) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$") as raised:
        evaluate(text)
    assert sentence in str(raised.value)


def test_an_aggregate_over_a_layer_that_is_gone(make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer("None", "", FIELDS, ROWS)
    expression = QgsExpression('share_of_total("patents")')
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    expression.prepare(context)
    context.lastScope().setVariable("layer", "no such layer")
    expression.evaluate(context)
    assert expression.hasEvalError()
    assert "\n" not in expression.evalErrorString()


def test_only_the_columns_of_the_arguments_are_read(clusters: QgsVectorLayer) -> None:
    expression = QgsExpression('share_of_total("patents", "score") + location_quotient(1, "rank", 1, 2)')
    assert expression.referencedColumns() == {"patents", "score", "rank"}
    assert not expression.needsGeometry()


def test_large_layers_take_time_in_step_with_their_rows(make_layer: Callable[..., QgsVectorLayer]) -> None:
    """Ten times the rows took a hundred times as long if every row looked through all others."""

    def seconds(rows: int) -> float:
        layer = make_layer(
            "None", "", FIELDS, [(None, row, 1.0, 2.0, 1.0 + row, "") for row in range(1, rows)]
        )
        start = time.perf_counter()
        for text in (
            'share_of_total("patents")',
            'rank_label("rank")',
            'intensity_tier("score", "population")',
        ):
            assert None not in evaluate(text, layer)
        return time.perf_counter() - start

    few = min(seconds(2_000) for _ in range(2))
    assert seconds(20_000) < 40.0 * few


def test_help_is_a_page_like_those_of_qgis(qgis_app: QgsApplication) -> None:
    names = [indicator.name() for indicator in indicators()]
    assert names == ["share_of_total", "rank_label", "rank_tier", "intensity_tier", "location_quotient"]
    for indicator in indicators():
        page = indicator.helpText()
        assert f"function {indicator.name()}" in page
        assert indicator.groups() == ["Innovation Clusters"]
        for heading in ("Syntax", "Arguments", "Examples"):
            assert f"<h4>{heading}</h4>" in page
        assert page.count("<tr>") == len(indicator.parameters())


def test_examples_of_the_help_are_true(qgis_app: QgsApplication) -> None:
    checked = 0
    for indicator in indicators():
        for text, result in re.findall(
            "<li><code>(.*?)</code> &rarr; <code>(.*?)</code>", indicator.helpText()
        ):
            expression = html.unescape(text)
            assert str(evaluate(expression)[0]) == html.unescape(result)
            checked += 1
        for text in re.findall("<li><code>(.*?)</code>", indicator.helpText()):
            assert not QgsExpression(html.unescape(text)).hasParserError(), text
    assert checked == 8


def test_functions_go_with_the_plugin_and_leave_those_of_others(qgis_app: QgsApplication) -> None:
    # The plugin of the tests has lent them already, and a second one is told so and takes none away.
    second = ExpressionFunctions()
    second.lend()
    second.take_back()
    assert QgsExpression.isFunctionName("share_of_total")


@pytest.fixture
def korean_outputs(qgis_app: QgsApplication) -> Iterator[None]:
    QgsSettings().setValue("innovation_clusters/output_language", "ko")
    yield
    QgsSettings().remove("innovation_clusters/output_language")


def test_labels_are_in_the_language_of_outputs(clusters: QgsVectorLayer, korean_outputs: None) -> None:
    assert evaluate('rank_label("rank")', clusters)[0] == "1위"
    assert evaluate("rank_label(\"rank\", language:='en')", clusters)[0] == "1st"


def test_labels_are_drawn_by_threads_of_qgis(make_layer: Callable[..., QgsVectorLayer]) -> None:
    """Every layer is drawn in a thread of its own, which goes through the layer for ties and totals."""
    rows = [(f"POINT ({127 + row / 100} 37)", 1 + row // 2, 1.0 + row, 1.0, 10.0, "") for row in range(20)]
    layers = [make_layer("Point", "EPSG:4326", FIELDS, rows, name) for name in ("first", "second")]
    for layer in layers:
        labels = QgsPalLayerSettings()
        labels.fieldName = 'rank_label("rank") || share_of_total("patents")'
        labels.isExpression = True
        layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
        layer.setLabelsEnabled(True)
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(layers[0].extent().buffered(0.1))
    settings.setOutputSize(QSize(600, 300))
    settings.setFlag(Qgis.MapSettingsFlag.DrawLabeling, True)
    job = QgsMapRendererParallelJob(settings)
    loop = QEventLoop()
    job.finished.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    job.start()
    loop.exec()
    assert not job.isActive()
    assert not job.errors()
    drawn = {label.labelText for label in job.takeLabelingResults().allLabels()}
    # Those that found room: every rank is shared by two.
    assert drawn
    assert all(re.fullmatch(r"=\d+(st|nd|rd|th)\d*\.\d+", text) for text in drawn)


def test_a_label_of_a_layout(qgis_app: QgsApplication) -> None:
    layout = QgsPrintLayout(QgsProject.instance())
    label = QgsLayoutItemLabel(layout)
    label.setText("[% rank_label(3, true, 'ko') %]: [% share_of_total(1, 8) %]")
    assert label.currentText() == "공동 3위: 12.5"
