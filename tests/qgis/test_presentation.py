"""Outputs as the user meets them: styled where stored, styled when loaded, in the language of QGIS."""

from __future__ import annotations

import gc
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsRectangle,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QSize, QTranslator
from qgis.PyQt.QtGui import QColor, QImage

from innovation_clusters.plugin import presentation, styles
from innovation_clusters.plugin.presentation import StyledOutputs
from innovation_clusters.processing_algorithms.base import OutputLayer
from innovation_clusters.tests.qgis import made_up

pytestmark = pytest.mark.qgis

ALGORITHM = "innovationclusters:innovationclusters"
TIERS = ["Rank 1–25", "Rank 26–50", "Rank 51–75", "Rank 76–100", "Beyond rank 100"]
STYLES = sorted(path.stem for path in styles.STYLES.glob("*.qml"))


class Brackets(QTranslator):
    """A language in which every text of ours is in brackets."""

    def translate(
        self, context: str | None, text: str | None, comment: str | None = None, n: int = -1
    ) -> str | None:
        return f"[{text}]" if context == "InnovationClusters" and text else None

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def brackets(qgis_app: QgsApplication) -> Iterator[None]:
    translator = Brackets()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def project(qgis_app: QgsApplication) -> Iterator[QgsProject]:
    project = QgsProject()
    yield project
    # pytest may hold on to it until QGIS is gone, which a project does not survive.
    sip.delete(project)


def outputs_of(destinations: dict[str, str]) -> list[OutputLayer]:
    return [
        OutputLayer(destination, f"The {name}", name, "Atlas", order, (f"made {name}", "EPS=15000"))
        for order, (name, destination) in enumerate(destinations.items())
    ]


class Warnings(QgsProcessingFeedback):
    def __init__(self) -> None:
        super().__init__(False)
        self.said: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.said.append(warning)


def present(outputs: list[OutputLayer], context: QgsProcessingContext | None = None) -> list[str]:
    warnings = Warnings()
    StyledOutputs(ALGORITHM).present(outputs, context or QgsProcessingContext(), warnings)
    return warnings.said


def opened(destination: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(destination, "opened", "ogr")
    assert layer.isValid(), destination
    return layer


def rule_labels(layer: QgsVectorLayer) -> list[str]:
    renderer = layer.renderer()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    return [rule.label() for rule in renderer.rootRule().children()]


# Stored with the layer


def test_style_and_history_travel_in_one_geopackage(qgis_app: QgsApplication, tmp_path: Path) -> None:
    destinations = made_up.atlas(tmp_path / "atlas.gpkg")
    assert present(outputs_of(destinations)) == []

    clusters = opened(destinations["clusters"])
    assert rule_labels(clusters) == TIERS
    assert isinstance(clusters.labeling(), QgsRuleBasedLabeling)
    assert clusters.labelsEnabled()
    assert clusters.attributeAlias(clusters.fields().lookupField("share_patents")) == (
        "Share of patent applications, %"
    )
    # As a feature is called when it is identified: with its rank, and in Korean in a Korean QGIS.
    assert "name_ko" in clusters.displayExpression()
    assert '"rank"' in clusters.displayExpression()
    # What is selected does not hide the sites in it.
    assert clusters.selectionProperties().selectionRenderingMode() == Qgis.SelectionRenderingMode.CustomColor
    assert 0 < clusters.selectionProperties().selectionColor().alpha() < 200
    sites = opened(destinations["sites"])
    renderer = sites.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert [category.label() for category in renderer.categories()] == [
        *TIERS,
        "Border of a cluster",
        "In no cluster (noise)",
    ]
    ranking = opened(destinations["ranking"])
    assert ranking.attributeAlias(ranking.fields().lookupField("intensity_rank")) == "Intensity rank"
    for name, layer in (("clusters", clusters), ("sites", sites), ("ranking", ranking)):
        metadata = layer.metadata()
        assert metadata.title() == f"The {name}"
        assert metadata.history()[:2] == [f"made {name}", "EPS=15000"]
        assert metadata.abstract()
        assert metadata.rights()
        assert "WIPO" in metadata.rights()[0]


def test_a_second_run_replaces_the_styles(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = tmp_path / "atlas.gpkg"
    for _ in range(2):
        destinations = made_up.atlas(path)
        assert present(outputs_of(destinations)) == []
    with sqlite3.connect(path) as connection:
        stored = connection.execute(
            "SELECT f_table_name, styleName, useAsDefault FROM layer_styles ORDER BY id"
        ).fetchall()
        described = connection.execute(
            "SELECT count(*) FROM gpkg_metadata_reference JOIN gpkg_metadata ON id = md_file_id "
            "WHERE md_standard_uri LIKE '%qgis%'"
        ).fetchone()
    connection.close()
    assert sorted((table, name) for table, name, default in stored if default) == [
        ("clusters", "By rank"),
        ("ranking", "ranking"),
        ("sites", "By rank of the cluster"),
    ]
    assert len({(table, name) for table, name, _ in stored}) == len(stored)
    assert described == (3,)


def test_the_stored_style_names_no_file_of_this_machine(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = tmp_path / "atlas.gpkg"
    present(outputs_of(made_up.atlas(path)))
    with sqlite3.connect(path) as connection:
        texts = connection.execute("SELECT styleQML FROM layer_styles").fetchall()
        texts += connection.execute("SELECT metadata FROM gpkg_metadata").fetchall()
    connection.close()
    assert len(texts) > 3
    assert not [text for (text,) in texts if str(tmp_path) in text or "fontFamily" in text]


def test_a_shapefile_gets_its_style_beside_it(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = tmp_path / "clusters.shp"
    made_up.write(
        path,
        "clusters",
        made_up.CLUSTER_FIELDS,
        Qgis.WkbType.MultiPolygon,
        made_up.cluster_rows([1, 30], made_up.WORLD),
        "ESRI Shapefile",
    )
    assert present([OutputLayer(str(path), "Clusters", "clusters", history=("how",))]) == []
    layer = opened(str(path))
    assert rule_labels(layer) == TIERS
    # What QGIS's own window does with a layer that is added to it.
    layer.loadDefaultMetadata()
    assert layer.metadata().history() == ["how", "Clusters: 2 rows written"]


def test_a_table_takes_the_style_of_points(qgis_app: QgsApplication, tmp_path: Path) -> None:
    destination = made_up.write(
        tmp_path / "rejects.gpkg",
        "rejects",
        [("reason", made_up.TEXT), ("reason_text", made_up.TEXT)],
        Qgis.WkbType.NoGeometry,
        [(None, ["no_geometry", "The row has no geometry."])],
    )
    assert present([OutputLayer(destination, "Rejected rows", "rejects")]) == []
    assert opened(destination).attributeAlias(2) == "Reason"


def test_rejects_have_a_legend_entry_per_reason(qgis_app: QgsApplication, tmp_path: Path) -> None:
    point = QgsGeometry.fromPointXY(QgsPointXY(1, 2))
    destination = made_up.write(
        tmp_path / "rejects.gpkg",
        "rejects",
        [("reason", made_up.TEXT), ("reason_text", made_up.TEXT)],
        Qgis.WkbType.Point,
        [
            (point, ["weight", "The weight is empty."]),
            (point, ["latitude", "The latitude is 91."]),
            (point, ["weight", "The weight is empty."]),
        ],
    )
    present([OutputLayer(destination, "Rejected rows", "rejects")])
    layer = opened(destination)
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert [(category.value(), category.label()) for category in renderer.categories()] == [
        ("latitude", "The latitude is 91."),
        ("weight", "The weight is empty."),
    ]
    colours = {category.symbol().symbolLayer(0).strokeColor().name() for category in renderer.categories()}
    assert len(colours) == 2


def test_what_cannot_be_stored_is_a_warning(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = tmp_path / "broken.gpkg"
    path.write_bytes(b"not a database")
    said = present([OutputLayer(f"{path}|layername=clusters", "Clusters", "clusters")])
    assert len(said) == 1
    assert "Clusters" in said[0]


def test_a_style_that_is_not_there_is_a_warning(qgis_app: QgsApplication, tmp_path: Path) -> None:
    destinations = made_up.atlas(tmp_path / "atlas.gpkg", [1])
    said = present([OutputLayer(destinations["clusters"], "Clusters", "no such style")])
    assert len(said) == 1
    assert "no such style" in said[0]


def test_a_text_file_is_left_alone(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = tmp_path / "ranking.csv"
    path.write_text("rank,name\n1,Seoul\n", encoding="utf-8")
    assert present([OutputLayer(str(path), "Ranking", "ranking")]) == []
    assert [child.name for child in tmp_path.iterdir()] == ["ranking.csv"]


def test_a_temporary_layer_of_a_script_is_styled(qgis_app: QgsApplication) -> None:
    context = QgsProcessingContext()
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=rank:integer", "memory", "memory")
    context.temporaryLayerStore().addMapLayer(layer)
    assert present([OutputLayer(layer.id(), "Clusters", "clusters")], context) == []
    assert rule_labels(layer) == TIERS


# Loaded into the project


class Loading:
    """Hands finished outputs to the very code with which QGIS's own dialogs load them."""

    def __init__(self, project: QgsProject, names: dict[str, str] | None = None) -> None:
        self.context = QgsProcessingContext()
        self.context.setProject(project)
        self.project = project
        self.warnings = Warnings()
        self.names = names or {}

    def run(self, outputs: list[OutputLayer]) -> None:
        from processing.gui.Postprocessing import handleAlgorithmResults

        algorithm = QgsApplication.processingRegistry().createAlgorithmById("native:dbscanclustering")
        assert algorithm is not None
        for output in outputs:
            details = QgsProcessingContext.LayerDetails(
                self.names.get(output.style, ""), self.project, output.style.upper()
            )
            self.context.addLayerToLoadOnCompletion(output.destination, details)
        kept = StyledOutputs(ALGORITHM).present(outputs, self.context, self.warnings)
        assert len({id(dresser) for dresser in kept}) == len(outputs)
        del kept
        # As a model does: the step that made the outputs is gone before they are loaded.
        gc.collect()
        assert handleAlgorithmResults(algorithm, self.context, self.warnings, {})

    def layers(self) -> list[QgsVectorLayer]:
        """Return the layers from the top of the tree."""
        return [node.layer() for node in self.project.layerTreeRoot().findLayers()]


def test_layers_load_named_grouped_ordered_and_styled(project: QgsProject, tmp_path: Path) -> None:
    loading = Loading(project)
    loading.run(outputs_of(made_up.atlas(tmp_path / "atlas.gpkg")))
    assert loading.warnings.said == []
    assert [layer.name() for layer in loading.layers()] == ["The clusters", "The sites", "The ranking"]
    group = project.layerTreeRoot().findGroup("Atlas")
    assert group is not None
    assert len(group.findLayers()) == 3
    clusters = loading.layers()[0]
    assert rule_labels(clusters) == TIERS
    assert "Score" in clusters.mapTipTemplate()
    assert clusters.metadata().history()[0] == "made clusters"


@pytest.mark.parametrize(("order", "ticked"), [(0, True), (2, False)])
def test_links_beside_clusters_wait_to_be_ticked(
    project: QgsProject, monkeypatch: pytest.MonkeyPatch, order: int, ticked: bool
) -> None:
    # The project of a window, which is the one that is asked for its tree.
    monkeypatch.setattr(QgsProject, "instance", lambda: project)
    loading = Loading(project)
    lines = QgsVectorLayer("LineString?crs=EPSG:4326&field=strength:double", "links", "memory")
    points = QgsVectorLayer("Point?crs=EPSG:4326&field=rank:integer", "sites", "memory")
    for layer in (lines, points):
        loading.context.temporaryLayerStore().addMapLayer(layer)
    loading.run(
        [
            OutputLayer(points.id(), "Sites", "sites", "Atlas", 1),
            OutputLayer(lines.id(), "Links", "links", "Atlas", order),
        ]
    )
    found = {node.name(): node.isVisible() for node in project.layerTreeRoot().findLayers()}
    assert found == {"Sites": True, "Links": ticked}


def test_the_names_a_models_designer_chose_stay(project: QgsProject, tmp_path: Path) -> None:
    loading = Loading(project, {"clusters": "Korean clusters"})
    loading.run(outputs_of(made_up.atlas(tmp_path / "atlas.gpkg", [1])))
    assert [layer.name() for layer in loading.layers()] == ["Korean clusters", "The sites", "The ranking"]


def test_a_temporary_layer_is_styled_when_loaded(project: QgsProject) -> None:
    loading = Loading(project)
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=rank:integer", "memory", "memory")
    loading.context.temporaryLayerStore().addMapLayer(layer)
    loading.run([OutputLayer(layer.id(), "Clusters", "clusters", "Atlas")])
    assert rule_labels(loading.layers()[0]) == TIERS


def test_the_users_own_rendering_style_wins(
    project: QgsProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from processing.gui.RenderingStyles import RenderingStyles

    monkeypatch.setattr(RenderingStyles, "styles", {ALGORITHM: {"CLUSTERS": "mine.qml"}})
    destinations = made_up.atlas(tmp_path / "atlas.gpkg", [1])
    layer = opened(destinations["clusters"])
    before = layer.renderer().type()
    dresser = presentation.LayerDresser(outputs_of(destinations)[0], ALGORITHM, "CLUSTERS")
    dresser.postProcessLayer(layer, QgsProcessingContext(), QgsProcessingFeedback())
    assert layer.renderer().type() == before == "singleSymbol"
    other = presentation.LayerDresser(outputs_of(destinations)[0], ALGORITHM, "OTHER")
    other.postProcessLayer(layer, QgsProcessingContext(), QgsProcessingFeedback())
    assert layer.renderer().type() == "RuleRenderer"


def test_finished_post_processors_are_let_go(project: QgsProject, tmp_path: Path) -> None:
    for number in range(3):
        Loading(project).run(outputs_of(made_up.atlas(tmp_path / f"{number}.gpkg", [1])))
    present([])
    assert presentation._waiting == []


@pytest.mark.parametrize("name", ["", "Where firms are"])
def test_the_output_of_a_model_is_styled_and_keeps_its_name(project: QgsProject, name: str) -> None:
    """A model deletes its steps, and with them what they keep alive, before anything is loaded."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    points = QgsVectorLayer("Point?crs=EPSG:5179", "points", "memory")
    features = []
    for number in range(12):
        feature = QgsFeature(points.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(950_000 + 100 * number, 1_950_000)))
        features.append(feature)
    points.dataProvider().addFeatures(features)
    project.addMapLayer(points)

    model = QgsProcessingModelAlgorithm("chain", "")
    step = QgsProcessingModelChildAlgorithm("innovationclusters:densityclusters")
    step.setChildId("density")
    step.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("POINTS")])
    output = QgsProcessingModelOutput(name or "OUTPUT")
    output.setChildId("density")
    output.setChildOutputName("OUTPUT")
    step.setModelOutputs({output.name(): output})
    model.addModelParameter(
        QgsProcessingParameterFeatureSource("POINTS", "Points"), QgsProcessingModelParameter("POINTS")
    )
    model.addChildAlgorithm(step)

    context = QgsProcessingContext()
    context.setProject(project)
    parameters = {
        "POINTS": points.id(),
        f"density:{output.name()}": QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project),
    }
    warnings = Warnings()
    algorithm = model.create()
    results, succeeded = algorithm.run(parameters, context, warnings)
    assert succeeded, results
    gc.collect()
    assert handleAlgorithmResults(algorithm, context, warnings, parameters)
    (loaded,) = [layer for layer in project.mapLayers().values() if layer.id() != points.id()]
    assert loaded.name() == (name or "OUTPUT")
    renderer = loaded.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert [category.value() for category in renderer.categories()] == ["core", "border", "noise"]
    assert loaded.metadata().history()[0].startswith("innovationclusters:densityclusters")


# The styles themselves


@pytest.mark.parametrize("style", STYLES)
def test_a_style_holds_nothing_of_the_machine_it_was_made_on(style: str) -> None:
    text = (styles.STYLES / f"{style}.qml").read_text(encoding="utf-8")
    assert "fontFamily" not in text
    assert not re.search(r"/home/|/usr/|/tmp/|file:|[A-Z]:\\\\", text)


@pytest.mark.parametrize(
    ("rank", "label"),
    [(1, 0), (25, 0), (26, 1), (50, 1), (51, 2), (75, 2), (76, 3), (100, 3), (101, 4), (240, 4)],
)
def test_tiers_begin_and_end_where_they_say(
    qgis_app: QgsApplication, tmp_path: Path, rank: int, label: int
) -> None:
    layer = opened(made_up.atlas(tmp_path / "atlas.gpkg", [rank])["clusters"])
    assert styles.apply("clusters", layer) == ""
    assert drawn_labels(layer) == {TIERS[label]}
    sites = opened(f"{tmp_path / 'atlas.gpkg'}|layername=sites")
    assert styles.apply("sites", sites) == ""
    assert drawn_labels(sites) == {TIERS[label], "Border of a cluster", "In no cluster (noise)"}


def drawn_labels(layer: QgsVectorLayer) -> set[str]:
    """Return the legend labels of the symbols with which the features of a layer are drawn."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(QgsRectangle(-180, -90, 180, 90))
    settings.setOutputSize(QSize(400, 200))
    from qgis.core import QgsRenderContext

    context = QgsRenderContext.fromMapSettings(settings)
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer = layer.renderer().clone()
    by_key = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    renderer.startRender(context, layer.fields())
    labels = set()
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        labels |= {by_key[key] for key in renderer.legendKeysForFeature(feature, context) if key in by_key}
    renderer.stopRender(context)
    return labels


def rendered(layers: list[QgsVectorLayer], crs: str, extent: QgsRectangle, size: tuple[int, int]) -> QImage:
    """Draw layers; `extent` is in degrees."""
    settings = QgsMapSettings()
    target = QgsCoordinateReferenceSystem(crs)
    settings.setDestinationCrs(target)
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), target, QgsProject.instance()
    )
    settings.setExtent(transform.transformBoundingBox(extent))
    settings.setOutputSize(QSize(*size))
    settings.setLayers(layers)
    settings.setBackgroundColor(QColor("white"))
    context = QgsExpressionContext()
    context.appendScopes(
        [QgsExpressionContextUtils.globalScope(), QgsExpressionContextUtils.mapSettingsScope(settings)]
    )
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert not job.errors()
    return job.renderedImage()


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_cluster_is_a_circle_in_the_world_and_a_polygon_near_by(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    layer = opened(made_up.atlas(tmp_path / "atlas.gpkg", [1], [(127.0, 37.5)])["clusters"])
    styles.apply("clusters", layer)
    layer.setLabelsEnabled(False)
    world = rendered([layer], "EPSG:3857", QgsRectangle(-160, -55, 170, 65), (900, 500))
    # 7 mm at 96 dpi is 26 pixels: a disc of some 500 pixels, though the cluster itself is one or two.
    assert 350 < count(world, "#420a68") < 700
    near = rendered([layer], "EPSG:3857", QgsRectangle(126, 36.9, 128, 38.1), (500, 400))
    assert count(near, "#420a68") == 0
    inside = QColor(near.pixel(250, 200))
    assert inside.red() > 0x42
    assert inside.blue() > inside.green()


def test_noise_lies_below_the_members(qgis_app: QgsApplication, tmp_path: Path) -> None:
    place = QgsGeometry.fromPointXY(QgsPointXY(127, 37.5))
    values: tuple[list[Any], list[Any]] = (
        [1, 1, "Seoul", "core", 9.0, 9.0, 0.0, 0.0],
        [None, None, None, "noise", 9.0, 9.0, 0.0, 0.0],
    )
    member, noise = ((place, row) for row in values)
    for name, rows in (("last", [member, noise]), ("first", [noise, member])):
        layer = opened(
            made_up.write(tmp_path / f"{name}.gpkg", "sites", made_up.SITE_FIELDS, Qgis.WkbType.Point, rows)
        )
        styles.apply("sites", layer)
        image = rendered([layer], "EPSG:3857", QgsRectangle(126.9, 37.4, 127.1, 37.6), (201, 201))
        assert QColor(image.pixel(100, 100)).name() == "#420a68", name


def test_core_and_border_differ_when_near(qgis_app: QgsApplication, tmp_path: Path) -> None:
    layer = opened(made_up.atlas(tmp_path / "atlas.gpkg", [1], [(127.0, 37.5)])["sites"])
    styles.apply("sites", layer)
    image = rendered([layer], "EPSG:4326", QgsRectangle(126.9, 37.4, 127.1, 37.6), (201, 201))
    assert QColor(image.pixel(100, 100)).name() == "#420a68"
    border = rendered([layer], "EPSG:4326", QgsRectangle(127.1, 37.4, 127.3, 37.6), (201, 201))
    assert QColor(border.pixel(100, 100)).name() == "#ffffff"
    ring = [QColor(border.pixel(x, 100)) for x in range(90, 100)]
    assert any(colour.blue() > colour.green() + 40 for colour in ring)


@pytest.mark.parametrize(
    ("locale", "label"), [("ko", "1 도시 1"), ("ko_KR", "1 도시 1"), ("en_US", "1 City 1")]
)
def test_labels_speak_the_language_of_qgis(
    qgis_app: QgsApplication, tmp_path: Path, locale: str, label: str
) -> None:
    layer = opened(made_up.atlas(tmp_path / "atlas.gpkg", [1, 2])["clusters"])
    styles.apply("clusters", layer)
    labeling = layer.labeling()
    assert isinstance(labeling, QgsRuleBasedLabeling)
    rules = labeling.rootRule().children()
    named = [rule for rule in rules if rule.settings().drawLabels]
    assert len(named) == 3
    for rule in named:
        expression = QgsExpression(rule.settings().fieldName)
        texts = []
        for feature in layer.getFeatures():
            scope = QgsExpressionContextScope()
            scope.setVariable("qgis_locale", locale)
            context = QgsExpressionContext()
            context.appendScope(scope)
            context.setFields(layer.fields())
            context.setFeature(feature)
            texts.append(expression.evaluate(context))
            assert not expression.hasEvalError()
        # The second cluster has no Korean name.
        assert texts == [label, "2 City 2"]


@pytest.mark.parametrize("style", STYLES)
def test_every_text_of_a_style_is_translated(brackets: None, style: str) -> None:
    document = styles.document(style).toString()
    for tag, attribute in styles.TEXTS:
        for element in re.findall(rf"<{tag} [^>]*>", document):
            found = re.search(rf' {attribute}="([^"]*)"', element)
            if found and found.group(1):
                assert found.group(1).startswith("["), element
    for values in re.findall(r'type="ValueMap">.*?</editWidget>', document, re.DOTALL):
        for option in re.findall(r"<Option [^>]*value=[^>]*>", values):
            assert ' name="[' in option, option
    for word in re.findall(r"&lt;th align='left'>([^&]*)&lt;/th>", document):
        assert word.startswith("["), word


def test_a_layer_is_styled_in_the_language_of_qgis(
    qgis_app: QgsApplication, brackets: None, tmp_path: Path
) -> None:
    layer = opened(made_up.atlas(tmp_path / "atlas.gpkg", [1])["clusters"])
    styles.apply("clusters", layer)
    assert rule_labels(layer) == [f"[{tier}]" for tier in TIERS]
    assert layer.attributeAlias(layer.fields().lookupField("rank")) == "[Rank]"
    assert "[Economies]" in layer.mapTipTemplate()
    focus = layer.editorWidgetSetup(layer.fields().lookupField("focus")).config()["map"]
    assert focus[0] == {"[Patents]": "patents"}


def test_the_field_the_user_named_is_the_one_that_is_styled(qgis_app: QgsApplication, tmp_path: Path) -> None:
    rows = [
        (QgsGeometry.fromPointXY(QgsPointXY(127, 37.5)), [number, 10, 10.0, "core"]) for number in (1, 2, 3)
    ]
    columns = [
        ('my "zone" & <more>', made_up.INTEGER),
        ("n", made_up.INTEGER),
        ("cluster_weight", made_up.REAL),
    ]
    destination = made_up.write(
        tmp_path / "points.gpkg", "points", [*columns, ("role", made_up.TEXT)], Qgis.WkbType.Point, rows
    )
    fields = {"CLUSTER_ID": columns[0][0], "CLUSTER_SIZE": "n"}
    assert present([OutputLayer(destination, "Points", "density_clusters", fields=fields)]) == []
    layer = opened(destination)
    assert layer.attributeAlias(1) == "Cluster number"
    assert '"my ""zone"" & <more>"' in layer.mapTipTemplate()
    colours = set()
    for feature in layer.getFeatures():
        one = QgsVectorLayer(destination, "one", "ogr")
        one.setSubsetString(f'"fid" = {feature.id()}')
        image = rendered([one], "EPSG:4326", QgsRectangle(126.9, 37.4, 127.1, 37.6), (101, 101))
        colours.add(QColor(image.pixel(50, 50)).name())
    assert len(colours) == 3


def test_density_clusters_are_coloured_by_the_field_the_user_named(
    qgis_app: QgsApplication, run: type[Any], tmp_path: Path
) -> None:
    points = QgsVectorLayer("Point?crs=EPSG:5179", "points", "memory")
    features = []
    for east in (0, 50_000):
        for number in range(6):
            feature = QgsFeature(points.fields())
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(950_000 + east + number, 1_950_000)))
            features.append(feature)
    points.dataProvider().addFeatures(features)
    output = f"ogr:dbname='{tmp_path / 'points.gpkg'}' table=\"points\" (geom)"
    parameters = {"INPUT": points, "FIELD_NAME": "zone", "SIZE_FIELD_NAME": "n", "OUTPUT": output}
    done = run("densityclusters", parameters)
    assert done.succeeded, done.feedback.text
    layer = opened(done.results["OUTPUT"])
    assert layer.attributeAlias(layer.fields().lookupField("zone")) == "Cluster number"
    assert layer.attributeAlias(layer.fields().lookupField("n")) == "Points in the cluster"
    assert '"zone"' in layer.mapTipTemplate()
