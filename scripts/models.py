"""Writes the models in resources/models: chains of our algorithms that run from the toolbox.

    scripts/env.sh .venv/bin/python scripts/models.py

QGIS writes the files itself; then attributes are brought into a fixed order and empty comments taken out.
Texts are English; the plugin translates them when it loads a model, see plugin/models.py. The names of
outputs follow from their labels: never change either once released.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF

from innovation_clusters import classFactory
from innovation_clusters.analysis.boundaries import WIPO_RADIUS
from innovation_clusters.analysis.editions import EDITIONS, METRICS
from innovation_clusters.plugin.models import MODELS

OURS = "innovationclusters"
Source = QgsProcessingModelChildParameterSource

# What a step is fed with: a parameter of the model, an output of another step, an expression, or a value.
PARAMETER = Source.fromModelParameter
OUTPUT = Source.fromChildOutput
EXPRESSION = Source.fromExpression
VALUE = Source.fromStaticValue

# Where boxes stand in the model designer.
COLUMN, ROW = 260.0, 110.0


class Drawing:
    """A model being built: parameters in a column at the left, steps from left to right."""

    def __init__(self, name: str, texts: Mapping[str, str]) -> None:
        self.model = QgsProcessingModelAlgorithm(name, "Models", "models")
        self.texts = dict(texts)
        self._parameters: list[str] = []

    def parameter(
        self, definition: QgsProcessingParameterDefinition, explanation: str, *, advanced: bool = False
    ) -> None:
        """Add a parameter with its help."""
        if advanced:
            definition.setFlags(definition.flags() | Qgis.ProcessingParameterFlag.Advanced)
        place = QgsProcessingModelParameter(definition.name())
        place.setPosition(QPointF(0.0, ROW * len(self._parameters)))
        self._parameters.append(definition.name())
        self.texts[definition.name()] = explanation
        self.model.addModelParameter(definition, place)

    def step(
        self,
        name: str,
        algorithm: str,
        sources: Mapping[str, Any],
        *,
        at: tuple[int, int],
        outputs: Mapping[str, str] | None = None,
        only_if: Sequence[str] = (),
    ) -> None:
        """Add a step; QGIS orders outputs by its name, which begins with a number for that.

        `outputs` maps what it hands out to the labels under which the model does so. `only_if` names a
        condition's step and its branch.
        """
        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(name)
        child.setDescription(child.algorithm().displayName())
        child.setPosition(QPointF(COLUMN * at[0], ROW * at[1]))
        for parameter, source in sources.items():
            child.addParameterSources(parameter, [source])
        handed_out = {}
        for place, (output, label) in enumerate((outputs or {}).items()):
            handed_out[label] = QgsProcessingModelOutput(label, label)
            handed_out[label].setChildId(name)
            handed_out[label].setChildOutputName(output)
            handed_out[label].setPosition(QPointF(COLUMN * (at[0] + 1), ROW * (at[1] + 0.5 * place + 0.5)))
        child.setModelOutputs(handed_out)
        if only_if:
            child.setDependencies([QgsProcessingModelChildDependency(*only_if)])
        self.model.addChildAlgorithm(child)

    def condition(self, name: str, branches: Mapping[str, str], *, at: tuple[int, int]) -> None:
        """Add a step that opens the branches whose expressions are true."""
        child = QgsProcessingModelChildAlgorithm("native:condition")
        child.setChildId(name)
        child.setDescription(child.algorithm().displayName())
        child.setPosition(QPointF(COLUMN * at[0], ROW * at[1]))
        child.setConfiguration(
            {"conditions": [{"name": branch, "expression": text} for branch, text in branches.items()]}
        )
        self.model.addChildAlgorithm(child)

    def finish(self) -> QgsProcessingModelAlgorithm:
        self.model.setHelpContent(self.texts)
        self.model.setParameterOrder(self._parameters)
        self.model.updateDestinationParameters()
        return self.model


def clusters_step_by_step() -> QgsProcessingModelAlgorithm:
    """Return the method of `innovationclusters` for one metric as a chain of the single steps."""
    drawing = Drawing(
        "clustersstepbystep",
        {
            "TITLE": "Clusters step by step",
            "clusters": "One row per cluster: its boundary with statistics, counts, economies, shares, "
            "score, rank, focus and tier.",
            "TAGS": "model,wipo,gii,innovation,cluster,density,merge,score,boundary,collaboration",
            "SHORT_DESCRIPTION": "The method of Innovation clusters for one metric as a chain of the single "
            "steps, each with its own outputs: density, merging, score, boundaries, people, economies, "
            "collaboration and organisations. Its file in the plugin's folder resources/models opens in the "
            "model designer.",
        },
    )
    _declare(drawing)
    drawing.step(
        "0_density",
        f"{OURS}:densityclusters",
        {
            "INPUT": PARAMETER("INPUT"),
            "EPS": PARAMETER("EPS"),
            "MIN_SIZE": PARAMETER("MIN_DENSITY"),
            "WEIGHT": PARAMETER("WEIGHT_FIELD"),
            "METRIC": VALUE("ellipsoid"),
            "FIELD_NAME": VALUE("cluster_id"),
            "SIZE_FIELD_NAME": VALUE("cluster_size"),
        },
        at=(1, 0),
    )
    clustered = {
        "CLUSTER_FIELD": VALUE("merged_id"),
        "RECORD_FIELD": PARAMETER("RECORD_FIELD"),
        "WEIGHT_FIELD": PARAMETER("WEIGHT_FIELD"),
    }
    drawing.step(
        "1_merging",
        f"{OURS}:mergeclusters",
        {
            **clustered,
            "INPUT": OUTPUT("0_density", "OUTPUT"),
            "CLUSTER_FIELD": VALUE("cluster_id"),
            "METRIC": PARAMETER("METRIC"),
            "DISTANCE": PARAMETER("MERGE_DISTANCE"),
        },
        at=(2, 0),
        outputs={"OUTPUT": "Clustered addresses", "PROPOSALS": "Mergers"},
    )
    addresses = {**clustered, "INPUT": OUTPUT("1_merging", "OUTPUT")}
    drawing.step(
        "2_score",
        f"{OURS}:scoreclusters",
        {
            **addresses,
            "METRIC": PARAMETER("METRIC"),
            "ECONOMY_FIELD": PARAMETER("ECONOMY_FIELD"),
            **{
                f"TOTAL_{metric.upper()}": EXPRESSION(f"if(@METRIC = '{metric}', @TOTAL, NULL)")
                for metric in METRICS
            },
        },
        at=(3, 0),
        outputs={"OUTPUT": "Scores", "CONCENTRATION": "Concentration"},
    )
    drawing.step(
        "3_boundaries",
        f"{OURS}:clusterboundaries",
        {
            "INPUT": OUTPUT("1_merging", "OUTPUT"),
            "CLUSTER_FIELD": VALUE("merged_id"),
            "KIND": VALUE("buffer"),
            "BUFFER": PARAMETER("BUFFER"),
            "BUFFER_UNIT": VALUE("degrees"),
            "WEIGHT": PARAMETER("WEIGHT_FIELD"),
        },
        at=(3, 2),
    )
    drawing.step(
        "4_join",
        "native:joinattributestable",
        {
            "INPUT": OUTPUT("3_boundaries", "OUTPUT"),
            "FIELD": VALUE("cluster_id"),
            "INPUT_2": OUTPUT("2_score", "OUTPUT"),
            "FIELD_2": VALUE("cluster_id"),
            "METHOD": VALUE(1),
            "DISCARD_NONMATCHING": VALUE(False),
            # All but the cluster, which the boundaries have.
            "FIELDS_TO_COPY": VALUE(
                [
                    *METRICS,
                    "economies",
                    *(f"share_{metric}" for metric in METRICS),
                    *("score", "rank", "focus", "tier"),
                ]
            ),
        },
        at=(4, 1),
        outputs={"OUTPUT": "Clusters"},
    )
    drawing.condition(
        "5_given",
        {
            "population": "@POPULATION IS NOT NULL",
            "economy": "coalesce(@ECONOMY_FIELD, '') <> ''",
            "organisation": "coalesce(@ORGANISATION_FIELD, '') <> ''",
        },
        at=(4, 3),
    )
    drawing.step(
        "6_people",
        f"{OURS}:clusterintensity",
        {
            "INPUT": OUTPUT("4_join", "OUTPUT"),
            "CLUSTER_FIELD": VALUE("cluster_id"),
            "SITES": OUTPUT("1_merging", "OUTPUT"),
            "SITES_CLUSTER_FIELD": VALUE("merged_id"),
            "RADIUS": PARAMETER("BUFFER"),
            "POPULATION": PARAMETER("POPULATION"),
        },
        at=(5, 1),
        outputs={"OUTPUT": "Intensity"},
        only_if=("5_given", "population"),
    )
    drawing.step(
        "7_economies",
        f"{OURS}:economysummary",
        {"INPUT": OUTPUT("2_score", "OUTPUT")},
        at=(5, 3),
        outputs={"OUTPUT": "Economies"},
        only_if=("5_given", "economy"),
    )
    drawing.step(
        "8_organisations",
        f"{OURS}:clusterprofiles",
        {**addresses, "ORGANISATION_FIELD": PARAMETER("ORGANISATION_FIELD")},
        at=(5, 5),
        outputs={"ORGANISATIONS": "Leading organisations"},
        only_if=("5_given", "organisation"),
    )
    drawing.step(
        "9_collaboration",
        f"{OURS}:collaborationlinks",
        {**addresses, "METRIC": PARAMETER("METRIC"), "ECONOMY_FIELD": PARAMETER("ECONOMY_FIELD")},
        at=(3, 5),
        outputs={"LINKS": "Links", "PARTNERS": "Partners"},
    )
    return drawing.finish()


def _declare(drawing: Drawing) -> None:
    """Add the parameters of the chain."""
    field = Qgis.ProcessingFieldParameterDataType
    number = Qgis.ProcessingNumberParameterType.Double
    edition = EDITIONS["2018-2024"]
    drawing.parameter(
        QgsProcessingParameterFeatureSource(
            "INPUT", "Address points", [QgsProcessing.SourceType.TypeVectorPoint]
        ),
        "Points of addresses of one metric, such as Prepare points makes.",
    )
    drawing.parameter(
        QgsProcessingParameterField("RECORD_FIELD", "Record field", "record", "INPUT", field.Any),
        "The field that is equal for all addresses of one application, article or deal. Rows where it is "
        "empty help to form clusters and take no part in what is counted.",
    )
    drawing.parameter(
        QgsProcessingParameterEnum(
            "METRIC", "Metric of the records", list(METRICS), defaultValue=METRICS[0], usesStaticStrings=True
        ),
        "What the records are.",
    )
    for name, label, kind, explanation in (
        (
            "WEIGHT_FIELD",
            "Number of addresses in the row",
            field.Numeric,
            "How many addresses a row stands for, 0 or more. Empty: one.",
        ),
        (
            "ECONOMY_FIELD",
            "Economy field",
            field.Any,
            "The two-letter code of the economy. Empty: no table of economies.",
        ),
        (
            "ORGANISATION_FIELD",
            "Organisation field",
            field.Any,
            "The applicant, institution or firm. Empty: no table of organisations.",
        ),
    ):
        drawing.parameter(
            QgsProcessingParameterField(name, label, None, "INPUT", kind, optional=True), explanation
        )
    drawing.parameter(
        _metres("EPS", "Maximum distance between clustered addresses", edition.eps),
        "The radius of the density, in metres on the ellipsoid. WIPO: 15 km.",
    )
    drawing.parameter(
        QgsProcessingParameterNumber("MIN_DENSITY", "Minimum density", number, edition.min_density),
        "The least number of addresses within the distance that makes a place part of a cluster's core.",
    )
    drawing.parameter(
        _metres("MERGE_DISTANCE", "Merge clusters closer than", 5_000.0),
        "The edges of two clusters, their nearest addresses, are at most this far apart, in metres on the "
        "ellipsoid, and the smaller works with the larger most. 0: none is merged.",
    )
    drawing.parameter(
        QgsProcessingParameterNumber("TOTAL", "World total of the metric", number, None, optional=True),
        "The records of the world, for shares of the world. Empty: shares of the input.",
    )
    drawing.parameter(
        QgsProcessingParameterNumber(
            "BUFFER", "Boundary: radius around places, in degrees", number, WIPO_RADIUS
        ),
        "The boundary is the union of circles of this radius around the places; WIPO's is 0.05.",
        advanced=True,
    )
    drawing.parameter(
        QgsProcessingParameterRasterLayer("POPULATION", "Population", optional=True),
        "A raster of people per pixel, for the intensity: score per million people. Empty: no intensity.",
    )


def clusters_where_rows_are() -> QgsProcessingModelAlgorithm:
    """Return the chain that finds clusters of rows which stay in their database."""
    drawing = Drawing(
        "clustersatsource",
        {
            "TITLE": "Clusters where the rows are",
            "clustered_places": "Every distinct place with its cluster, its role and the weight there.",
            "TAGS": "model,database,postgis,cluster,density,collapse,label,table,view",
            "SHORT_DESCRIPTION": "Rows of a PostGIS table are summed by place in the database, the places "
            "are clustered here, and the clusters go back into a new table or view of the database. Its file "
            "in the plugin's folder resources/models opens in the model designer.",
        },
    )
    field = Qgis.ProcessingFieldParameterDataType
    drawing.parameter(
        QgsProcessingParameterFeatureSource(
            "INPUT", "Rows in a database", [QgsProcessing.SourceType.TypeVectorPoint]
        ),
        "A layer of points of a PostGIS database, with its filter if it has one.",
    )
    drawing.parameter(
        QgsProcessingParameterField(
            "WEIGHT_FIELD", "Number of addresses in the row", None, "INPUT", field.Numeric, optional=True
        ),
        "How many addresses a row stands for, 0 or more. Empty: one.",
    )
    edition = EDITIONS["2018-2024"]
    drawing.parameter(
        _metres("EPS", "Maximum distance between clustered addresses", edition.eps),
        "The radius of the density, in metres on the ellipsoid. WIPO: 15 km.",
    )
    drawing.parameter(
        QgsProcessingParameterNumber(
            "MIN_DENSITY",
            "Minimum density",
            Qgis.ProcessingNumberParameterType.Double,
            edition.min_density,
        ),
        "The least number of addresses within the distance that makes a place part of a cluster's core.",
    )
    drawing.parameter(
        QgsProcessingParameterString("TARGET", "New table or view"),
        "schema.table, which must not be there yet.",
    )
    drawing.parameter(
        QgsProcessingParameterEnum(
            "KIND", "What to make", ["table", "view"], defaultValue="table", usesStaticStrings=True
        ),
        "table: the rows with their clusters as they are now. view: it follows the rows.",
    )
    drawing.step(
        "0_places",
        f"{OURS}:collapsepoints",
        {"INPUT": PARAMETER("INPUT"), "WEIGHT": PARAMETER("WEIGHT_FIELD")},
        at=(1, 0),
    )
    drawing.step(
        "1_density",
        f"{OURS}:densityclusters",
        {
            "INPUT": OUTPUT("0_places", "OUTPUT"),
            "EPS": PARAMETER("EPS"),
            "MIN_SIZE": PARAMETER("MIN_DENSITY"),
            "WEIGHT": VALUE("addresses"),
            "METRIC": VALUE("ellipsoid"),
            "FIELD_NAME": VALUE("cluster_id"),
            "SIZE_FIELD_NAME": VALUE("cluster_size"),
        },
        at=(2, 0),
        outputs={"OUTPUT": "Clustered places"},
    )
    drawing.step(
        "2_labels",
        f"{OURS}:labelatsource",
        {
            "INPUT": PARAMETER("INPUT"),
            "SITES": OUTPUT("1_density", "OUTPUT"),
            "CLUSTER_FIELD": VALUE("cluster_id"),
            "TARGET": PARAMETER("TARGET"),
            "KIND": PARAMETER("KIND"),
        },
        at=(3, 1),
    )
    return drawing.finish()


def _metres(name: str, label: str, default: float | None) -> QgsProcessingParameterDistance:
    parameter = QgsProcessingParameterDistance(name, label, default)
    parameter.setDefaultUnit(Qgis.DistanceUnit.Meters)
    return parameter


MAKERS = (clusters_where_rows_are, clusters_step_by_step)


def clean(element: Element) -> None:
    """Remove comments that nobody wrote, and bring the attributes into a fixed order."""
    for child in list(element):
        text = child.find("Option[@name='component_description']")
        if child.get("name") == "comment" and text is not None and not text.get("value"):
            element.remove(child)
        else:
            clean(child)
    attributes = sorted(element.attrib.items())
    element.attrib.clear()
    element.attrib.update(attributes)


def write(folder: Path) -> list[Path]:
    """Write all models into a folder; our provider and QGIS's own must be registered."""
    written = []
    for make in MAKERS:
        model = make()
        path = folder / f"{model.name()}.model3"
        if not model.toFile(str(path)):
            raise OSError(f"{path} could not be written")
        root = ElementTree.parse(path).getroot()
        clean(root)
        ElementTree.indent(root, " ")
        text = ElementTree.tostring(root, encoding="unicode")
        path.write_text(f"<!DOCTYPE model>\n{text}\n", encoding="utf-8")
        written.append(path)
    return written


def main() -> int:
    MODELS.mkdir(parents=True, exist_ok=True)
    application = QgsApplication([], False)
    application.initQgis()
    registry = QgsApplication.processingRegistry()
    registry.addProvider(QgsNativeAlgorithms(registry))
    plugin = classFactory(None)
    plugin.initProcessing()
    write(MODELS)
    plugin.unload()
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
