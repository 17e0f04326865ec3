"""The styles of a layer among which its user chooses, and that none of them replaces one that he has set."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale, QMetaType

from innovation_clusters.plugin import named_styles, styles
from innovation_clusters.plugin.presentation import LayerDresser, StyledOutputs
from innovation_clusters.processing_algorithms.base import OutputLayer
from innovation_clusters.tests.qgis import made_up

pytestmark = pytest.mark.qgis

ALGORITHM = "innovationclusters:innovationclusters"
SHARES = ["By share of patents", "By share of publications", "By share of deals"]


def atlas(path: Path) -> str:
    return made_up.atlas(path / "atlas.gpkg")["clusters"]


def stored(destination: str) -> QgsVectorLayer:
    """Open a layer as QGIS's browser does: with all the styles of its file."""
    options = QgsVectorLayer.LayerOptions()
    options.loadAllStoredStyles = True
    layer = QgsVectorLayer(destination, "stored", "ogr", options)
    assert layer.isValid()
    return layer


def names_in(destination: str) -> list[str]:
    layer = stored(destination)
    return sorted(layer.styleManager().styles())


def present(destination: str, style: str = "clusters") -> None:
    output = OutputLayer(destination, "Clusters", style)
    StyledOutputs(ALGORITHM).present([output], QgsProcessingContext(), QgsProcessingFeedback())


def dressed(layer: QgsVectorLayer, destination: str, *, keep: bool = False) -> None:
    output = OutputLayer(destination, "Clusters", "clusters")
    dresser = LayerDresser(output, ALGORITHM, "CLUSTERS", keep=keep)
    dresser.postProcessLayer(layer, QgsProcessingContext(), QgsProcessingFeedback())


def legend(layer: QgsVectorLayer) -> list[str]:
    renderer = layer.renderer()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    return [rule.label() for rule in renderer.rootRule().children()]


def scored(path: Path) -> str:
    """Write clusters that have an intensity and a change of rank, too."""
    rows = made_up.cluster_rows([1, 30, 120], made_up.WORLD)
    fields = [*made_up.CLUSTER_FIELDS, ("rank_change", made_up.INTEGER)]
    names = [name for name, _ in fields]
    changed = []
    for (shape, values), change in zip(rows, (0, 12, None), strict=True):
        values[names.index("intensity")] = 3.5
        values[names.index("intensity_rank")] = 2
        changed.append((shape, [*values, change]))
    return made_up.write(path / "scored.gpkg", "clusters", fields, Qgis.WkbType.MultiPolygon, changed)


def test_a_file_keeps_all_styles_under_their_names(qgis_app: QgsApplication, tmp_path: Path) -> None:
    destination = atlas(tmp_path)
    present(destination)
    layer = stored(destination)
    assert layer.styleManager().currentStyle() == "By rank"
    # There is neither an intensity nor an earlier run.
    assert names_in(destination) == sorted(["By rank", *SHARES])
    full = scored(tmp_path)
    present(full)
    assert names_in(full) == sorted(["By rank", *SHARES, "By intensity", "By change of rank"])


def test_switching_changes_colours_and_names_and_keeps_fields(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    destination = scored(tmp_path)
    present(destination)
    layer = stored(destination)
    manager = layer.styleManager()
    first = {
        "By rank": "Rank 1–25",
        "By share of patents": "10% or more",
        "By share of publications": "10% or more",
        "By share of deals": "10% or more",
        "By intensity": "Intensity rank 1–25",
        "By change of rank": "Up by 10 or more",
    }
    colours, names = set(), set()
    for name, label in first.items():
        assert manager.setCurrentStyle(name)
        assert legend(layer)[0] == label
        colours.add(layer.renderer().rootRule().children()[0].symbol().color().name())
        labeling = layer.labeling()
        assert isinstance(labeling, QgsRuleBasedLabeling)
        names.add(labeling.rootRule().children()[1].settings().fieldName)
        assert layer.attributeAlias(layer.fields().lookupField("score")) == "Score (sum of shares), %"
        assert "Economies" in layer.mapTipTemplate()
    assert len(colours) == len(first)
    assert len(names) == len(first)


def test_a_loaded_layer_has_them_too(qgis_app: QgsApplication, tmp_path: Path) -> None:
    destination = scored(tmp_path)
    layer = QgsVectorLayer(destination, "loaded", "ogr")
    before = layer.styleManager().currentStyle()
    dressed(layer, destination)
    manager = layer.styleManager()
    assert manager.currentStyle() == "By rank"
    assert before not in manager.styles()
    assert legend(layer)[0] == "Rank 1–25"
    assert set(SHARES) < set(manager.styles())
    # Loaded with all styles of its file, there is still one of each.
    present(destination)
    again = stored(destination)
    dressed(again, destination)
    assert sorted(again.styleManager().styles()) == sorted(manager.styles())
    assert legend(again)[0] == "Rank 1–25"


@pytest.mark.parametrize("style", ["clusters", "intensity", "scores", "sites", "rank_changes", "boundaries"])
def test_every_style_that_is_offered_ships(qgis_app: QgsApplication, style: str) -> None:
    choices = named_styles.choices(style)
    assert choices[0].style == style
    for choice in choices:
        assert (styles.STYLES / f"{choice.style}.qml").is_file(), choice
        # GeoPackage's table of styles takes no more.
        assert len(choice.name) <= 30
    assert len({choice.name for choice in choices}) == len(choices)


def test_every_further_style_is_offered_somewhere() -> None:
    further = {path.stem for path in styles.STYLES.glob("*.*.qml")}
    owners = {name.partition(".")[0] for name in further}
    offered = {choice.style for owner in owners for choice in named_styles.choices(owner)}
    assert further <= offered


# What the user has set


def test_a_style_saved_as_default_in_the_file_stays(qgis_app: QgsApplication, tmp_path: Path) -> None:
    destination = atlas(tmp_path)
    present(destination)
    # The user simplifies the layer and saves that as default, under a name of his own or under ours.
    layer = QgsVectorLayer(destination, "mine", "ogr")
    layer.setLabelsEnabled(False)
    layer.saveStyleToDatabase("Mine", "for the minister", True, "")
    made_up.atlas(tmp_path / "atlas.gpkg")
    present(destination)
    again = stored(destination)
    manager = again.styleManager()
    assert manager.currentStyle() == "Mine"
    assert not again.labelsEnabled()
    assert {"By rank", *SHARES} < set(manager.styles())
    assert manager.setCurrentStyle("By rank")
    assert again.labelsEnabled()


def test_the_file_of_an_earlier_run_in_another_language_is_tidied(
    qgis_app: QgsApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destination = atlas(tmp_path)
    with monkeypatch.context() as korean:
        korean.setattr(named_styles, "tr", lambda text: f"{text[:20]} 한글")
        present(destination)
    assert all("한글" in name for name in names_in(destination))
    present(destination)
    assert names_in(destination) == sorted(["By rank", *SHARES])


def test_a_style_beside_a_shapefile_stays(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = tmp_path / "clusters.shp"
    rows = made_up.cluster_rows([1, 30], made_up.WORLD)
    made_up.write(path, "clusters", made_up.CLUSTER_FIELDS, Qgis.WkbType.MultiPolygon, rows, "ESRI Shapefile")
    present(str(path))
    beside = path.with_suffix(".qml")
    assert styles.is_ours(beside.read_text(encoding="utf-8"))
    # What QGIS writes for "Save as Default".
    layer = QgsVectorLayer(str(path), "mine", "ogr")
    layer.setLabelsEnabled(False)
    layer.saveNamedStyle(str(beside))
    mine = beside.read_bytes()
    present(str(path))
    assert beside.read_bytes() == mine
    beside.unlink()
    present(str(path))
    assert styles.is_ours(beside.read_text(encoding="utf-8"))


@pytest.fixture
def default_polygons(qgis_app: QgsApplication) -> Iterator[None]:
    """Set a style for all polygons in the options of Processing."""
    from processing.core.ProcessingConfig import ProcessingConfig

    setting = ProcessingConfig.settings[ProcessingConfig.VECTOR_POLYGON_STYLE]
    before = setting.value
    setting.value = "/somewhere/house_style.qml"
    yield
    setting.value = before


def test_the_style_of_all_polygons_set_in_processing_stays(default_polygons: None, tmp_path: Path) -> None:
    destination = atlas(tmp_path)
    layer = QgsVectorLayer(destination, "loaded", "ogr")
    shown = layer.styleManager().currentStyle()
    dressed(layer, destination)
    assert layer.styleManager().currentStyle() == shown
    assert layer.renderer().type() == "singleSymbol"
    assert {"By rank", *SHARES} < set(layer.styleManager().styles())
    # Points are another matter.
    points = QgsVectorLayer("Point?crs=EPSG:4326&field=rank:integer", "points", "memory")
    LayerDresser(OutputLayer("", "Scores", "scores"), ALGORITHM, "OUTPUT").postProcessLayer(
        points, QgsProcessingContext(), QgsProcessingFeedback()
    )
    assert points.renderer().type() == "RuleRenderer"


def test_the_default_of_the_file_is_kept_when_loaded(qgis_app: QgsApplication, tmp_path: Path) -> None:
    destination = atlas(tmp_path)
    layer = QgsVectorLayer(destination, "mine", "ogr")
    layer.saveStyleToDatabase("Mine", "", True, "")
    loaded = stored(destination)
    dressed(loaded, destination, keep=True)
    assert loaded.styleManager().currentStyle() == "Mine"
    assert loaded.renderer().type() == "singleSymbol"


# What an older version has left


ALL = sorted(path.stem for path in styles.STYLES.glob("*.qml"))


def columns(style: str) -> list[tuple[str, QMetaType.Type]]:
    """Return the fields a style knows, as texts and numbers in turn of what it expects of them."""
    names = styles.ALIASED.findall((styles.STYLES / f"{style}.qml").read_text(encoding="utf-8"))
    texts = ("name", "economies", "focus", "tier", "role", "event", "standing", "top_", "boundary")
    return [
        (name, made_up.TEXT if name.startswith(texts) or "name" in name else made_up.REAL) for name in names
    ]


def layer_without(style: str, missing: set[str]) -> QgsVectorLayer:
    geometry = "Point" if style.startswith(("sites", "scores", "rank_changes")) else "Polygon"
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4326", style, "memory")
    provider = layer.dataProvider()
    provider.addAttributes([QgsField(name, kind) for name, kind in columns(style) if name not in missing])
    layer.updateFields()
    feature = QgsFeature(layer.fields())
    point = QgsGeometry.fromPointXY(QgsPointXY(127.0, 37.5))
    feature.setGeometry(point if geometry == "Point" else point.buffer(0.3, 8))
    for index, field in enumerate(layer.fields()):
        feature.setAttribute(index, "Seoul" if field.type() == made_up.TEXT else 1.0)
    provider.addFeature(feature)
    return layer


def evaluation_errors(layer: QgsVectorLayer) -> list[str]:
    """Return what goes wrong in any expression of a layer's style, on its features."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    scope = QgsExpressionContextScope()
    scope.setVariable("map_scale", 30_000_000)
    context.appendScope(scope)
    texts = [layer.displayExpression()]
    texts += [part.partition("%]")[0] for part in layer.mapTipTemplate().split("[%")[1:]]
    renderer = layer.renderer()
    if isinstance(renderer, QgsRuleBasedRenderer):
        texts += [rule.filterExpression() for rule in renderer.rootRule().children() if not rule.isElse()]
    labeling = layer.labeling()
    if isinstance(labeling, QgsRuleBasedLabeling):
        for rule in labeling.rootRule().children():
            texts.append(rule.filterExpression())
            settings = rule.settings()
            if settings.isExpression:
                texts.append(settings.fieldName)
            properties = settings.dataDefinedProperties()
            texts += [properties.property(key).expressionString() for key in properties.propertyKeys()]
    wrong = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        for text in filter(None, texts):
            expression = QgsExpression(text)
            expression.prepare(context)
            expression.evaluate(context)
            if expression.hasParserError() or expression.hasEvalError():
                wrong.append(f"{text}: {expression.parserErrorString()}{expression.evalErrorString()}")
    return wrong


OLD = ["clusters", "intensity", "sites", "scores", "rank_changes", "boundaries", "density_clusters", "links"]


@pytest.mark.parametrize("style", [*OLD, *(name for name in ALL if "." in name)])
def test_a_layer_with_any_field_missing_is_styled_without_an_error(
    qgis_app: QgsApplication, style: str
) -> None:
    names = [name for name, _ in columns(style)]
    assert names
    # As it should be; each field missing for itself; the fields that came last; all.
    for missing in [set(), *({name} for name in names), set(names[-8:]), set(names)]:
        layer = layer_without(style, missing)
        assert styles.apply(style, layer) == "", missing
        assert evaluation_errors(layer) == [], missing


def test_clusters_of_an_older_version_are_drawn_and_named(qgis_app: QgsApplication, tmp_path: Path) -> None:
    """The made-up clusters have neither tier nor change of rank, and lose their intensity, too."""
    older = [field for field in made_up.CLUSTER_FIELDS if not field[0].startswith(("intensity", "name_ko"))]
    kept = [made_up.CLUSTER_FIELDS.index(field) for field in older]
    rows = [
        (shape, [values[place] for place in kept])
        for shape, values in made_up.cluster_rows([1, 30, 120], made_up.WORLD)
    ]
    destination = made_up.write(tmp_path / "old.gpkg", "clusters", older, Qgis.WkbType.MultiPolygon, rows)
    present(destination)
    layer = stored(destination)
    assert evaluation_errors(layer) == []
    assert sorted(layer.styleManager().styles()) == sorted(["By rank", *SHARES])
    labeling = layer.labeling()
    assert isinstance(labeling, QgsRuleBasedLabeling)
    expression = QgsExpression(labeling.rootRule().children()[1].settings().fieldName)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    names = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        names.append(expression.evaluate(context))
    assert names == ["1 City 1", "30 City 30", "120 City 120"]


def test_the_styles_of_an_older_version_in_the_file_still_open(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    """A style that was stored before there were names for them, on a table without its fields."""
    destination = atlas(tmp_path)
    with sqlite3.connect(tmp_path / "atlas.gpkg") as connection:
        connection.execute("ALTER TABLE clusters DROP COLUMN name_ko")
        connection.execute("ALTER TABLE clusters DROP COLUMN score")
    connection.close()
    layer = QgsVectorLayer(destination, "old", "ogr")
    qml = styles.document("clusters").toString(1)
    layer.saveStyleToDatabase("clusters", "Clusters", True, "")
    with sqlite3.connect(tmp_path / "atlas.gpkg") as connection:
        connection.execute("UPDATE layer_styles SET styleQML = ?", (qml,))
    connection.close()
    assert legend(stored(destination))[0] == "Rank 1–25"


# Numbers


@pytest.fixture
def german(qgis_app: QgsApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def test_numbers_on_the_map_are_written_as_the_locale_writes_them(german: None, tmp_path: Path) -> None:
    layer = QgsVectorLayer(atlas(tmp_path), "clusters", "ogr")
    styles.apply("clusters", layer)
    styles.apply("clusters.patents", layer, categories=styles.FURTHER_CATEGORIES)
    labeling = layer.labeling()
    assert isinstance(labeling, QgsRuleBasedLabeling)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    name = QgsExpression(labeling.rootRule().children()[1].settings().fieldName).evaluate(context)
    assert name == "City 1 7,0%"
    assert "14,00" in QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_numbers_in_map_tips_are_always_formatted() -> None:
    """A number that is not a rank or an id goes through format_number."""
    numbers = ("addresses", "weight", "population", "score", "intensity", "CLUSTER_SIZE", "records")
    found = 0
    for path in styles.STYLES.glob("*.qml"):
        _, _, tip = path.read_text(encoding="utf-8").partition("<mapTip")
        for part in tip.split("[%")[1:]:
            shown = part.partition("%]")[0]
            if any(f'"{name}"' in shown for name in numbers):
                assert "format_number" in shown, (path, shown)
                found += 1
    assert found > 10
