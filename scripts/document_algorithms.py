"""Write docs/algorithms.md from the algorithms as QGIS has them: `make docs`.

A parameter without help, an output without a description or an algorithm without an example ends the run with
exit code 1, and nothing is written.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingProvider,
    QgsSettings,
)

PAGE = Path(__file__).resolve().parent.parent / "docs" / "algorithms.md"
PROVIDER = "innovationclusters"

INTRODUCTION = """\
# Algorithms

<!-- Made by scripts/document_algorithms.py from the algorithms: change those, then `make docs`. -->

The same in the toolbox, in the model designer, in batch, from Python (`processing.run`) and on the command
line. Distances are metres, whatever the unit of the layer's reference system, unless a parameter says
degrees. What cannot be used is refused with one sentence that names the parameter, before any work; a run
that fails or is cancelled leaves no layer behind.

The examples work one after the other in a checkout, on the bundled modelled sample. Where the plugin is not
installed in QGIS, put `scripts/env.sh` before `qgis_process`.
"""

# In the order in which they are used; every algorithm needs one.
EXAMPLES = {
    "preparepoints": """\
qgis_process run innovationclusters:preparepoints -- \\
    INPUT=resources/sample/inventors.csv \\
    RECORD_FIELD=record WEIGHT_FIELD=addresses ECONOMY_FIELD=economy \\
    OUTPUT=inventors.gpkg REJECTS=inventors-rejects.gpkg
qgis_process run innovationclusters:preparepoints -- \\
    INPUT=resources/sample/authors.csv \\
    RECORD_FIELD=record WEIGHT_FIELD=addresses ECONOMY_FIELD=economy \\
    OUTPUT=authors.gpkg REJECTS=authors-rejects.gpkg""",
    "proposeparameters": """\
qgis_process run innovationclusters:proposeparameters -- \\
    INVENTORS=inventors.gpkg INVENTORS_WEIGHT=weight AUTHORS=authors.gpkg AUTHORS_WEIGHT=weight \\
    CANDIDATES=candidates.csv KDISTANCE=k-distances.csv REPORT=parameters.html""",
    "innovationclusters": """\
qgis_process run innovationclusters:innovationclusters -- EDITION=2018-2024 \\
    INVENTORS=inventors.gpkg INVENTORS_RECORD=record INVENTORS_WEIGHT=weight INVENTORS_ECONOMY=economy \\
    AUTHORS=authors.gpkg AUTHORS_RECORD=record AUTHORS_WEIGHT=weight AUTHORS_ECONOMY=economy \\
    TOTAL_PATENTS=12880 TOTAL_PUBLICATIONS=15880 \\
    CLUSTERS="ogr:dbname='atlas.gpkg' table=\\"clusters\\"" \\
    SITES="ogr:dbname='atlas.gpkg' table=\\"sites\\"" \\
    RANKING="ogr:dbname='atlas.gpkg' table=\\"ranking\\"" \\
    REPORT=report.html""",
    "clusterintensity": """\
qgis_process run innovationclusters:preparepoints -- \\
    INPUT=resources/gazetteer/cities.csv WEIGHT_FIELD=population OUTPUT=cities.gpkg
qgis_process run innovationclusters:clusterintensity -- \\
    INPUT="atlas.gpkg|layername=clusters" SITES="atlas.gpkg|layername=sites" \\
    POPULATION_LAYER=cities.gpkg POPULATION_FIELD=weight \\
    OUTPUT=intensity.gpkg TOP_LISTS=top-lists.csv RADII=radii.csv""",
    "densityclusters": """\
qgis_process run innovationclusters:densityclusters -- \\
    INPUT=inventors.gpkg WEIGHT=weight EPS=15000 MIN_SIZE=4500 OUTPUT=clustered.gpkg""",
    "clusterboundaries": """\
qgis_process run innovationclusters:clusterboundaries -- \\
    INPUT=clustered.gpkg CLUSTER_FIELD=CLUSTER_ID WEIGHT=weight KIND=concave OUTPUT=boundaries.gpkg""",
    "scoreclusters": """\
qgis_process run innovationclusters:scoreclusters -- \\
    INPUT=clustered.gpkg CLUSTER_FIELD=CLUSTER_ID RECORD_FIELD=record WEIGHT_FIELD=weight \\
    ECONOMY_FIELD=economy TOTAL_PATENTS=12880 OUTPUT=scored.gpkg CONCENTRATION=concentration.csv""",
    "economysummary": """\
qgis_process run innovationclusters:economysummary -- \\
    INPUT="atlas.gpkg|layername=ranking" OUTPUT=economies.csv""",
    "compareeditions": """\
qgis_process run innovationclusters:innovationclusters -- EDITION=2018-2024 MIN_DENSITY=5000 \\
    INVENTORS=inventors.gpkg INVENTORS_RECORD=record INVENTORS_WEIGHT=weight INVENTORS_ECONOMY=economy \\
    AUTHORS=authors.gpkg AUTHORS_RECORD=record AUTHORS_WEIGHT=weight AUTHORS_ECONOMY=economy \\
    TOTAL_PATENTS=12880 TOTAL_PUBLICATIONS=15880 \\
    CLUSTERS=stricter-clusters.gpkg SITES=stricter-sites.gpkg
qgis_process run innovationclusters:compareeditions -- \\
    CURRENT="atlas.gpkg|layername=sites" PREVIOUS=stricter-sites.gpkg \\
    OUTPUT=comparison.gpkg CHANGES=changes.gpkg""",
    "clusterprofiles": """\
qgis_process run innovationclusters:clusterprofiles -- \\
    INPUT=clustered.gpkg CLUSTER_FIELD=CLUSTER_ID RECORD_FIELD=record WEIGHT_FIELD=weight \\
    FIELD_FIELD=economy FIELDS=economies-of-clusters.csv""",
    "geocodingquality": """\
qgis_process run innovationclusters:geocodingquality -- \\
    INPUT=inventors.gpkg WEIGHT_FIELD=weight ECONOMY_FIELD=economy \\
    SUSPICIOUS=suspicious.gpkg ECONOMIES=geocoding.csv SITES=heaviest-sites.csv""",
    "labeladdresses": """\
qgis_process run innovationclusters:labeladdresses -- \\
    INPUT=inventors.gpkg SITES="atlas.gpkg|layername=sites" OUTPUT=labelled.gpkg""",
    "mergeclusters": """\
qgis_process run innovationclusters:mergeclusters -- \\
    INPUT=labelled.gpkg CLUSTER_FIELD=cluster_id RECORD_FIELD=record WEIGHT_FIELD=weight \\
    OUTPUT=merged.gpkg PROPOSALS=mergers.csv""",
    "collaborationlinks": """\
qgis_process run innovationclusters:collaborationlinks -- \\
    INPUT=labelled.gpkg CLUSTER_FIELD=cluster_id RECORD_FIELD=record WEIGHT_FIELD=weight \\
    ECONOMY_FIELD=economy NAMES="atlas.gpkg|layername=ranking" LINKS=links.gpkg PARTNERS=partners.csv""",
    "importzones": """\
qgis_process run innovationclusters:importzones -- \\
    INPUT=resources/zones/members.csv \\
    OUTPUT=imported-zones.gpkg REJECTS=zone-rejects.csv GUESSES=zone-guesses.csv""",
    "zonecatalogue": """\
qgis_process run innovationclusters:zonecatalogue -- \\
    PROVINCE=Jeju OUTPUT=jeju.gpkg TYPES=types-of-jeju.csv RULES=rules.csv""",
    "checkdesignation": """\
qgis_process run native:extractbyexpression -- \\
    INPUT=jeju.gpkg EXPRESSION="year is not null" OUTPUT=nodes-of-jeju.gpkg
qgis_process run innovationclusters:checkdesignation -- \\
    NODES=nodes-of-jeju.gpkg NAME_FIELD=name_ko CORE_NODE="제주 서귀포 혁신도시" \\
    ZONE_TYPE=NATIONAL_INNOV_CLUSTER PROVINCE=Jeju \\
    CHECKS=checks.csv CIRCLE=circles.gpkg SPOKES=spokes.gpkg REPORT=designation.html""",
    "zoneoverlay": """\
qgis_process run innovationclusters:zoneoverlay -- \\
    ZONES=boundaries.gpkg INPUT=inventors.gpkg RECORD_FIELD=record WEIGHT_FIELD=weight \\
    CLUSTERS="atlas.gpkg|layername=clusters" \\
    SCORECARD=scorecard.gpkg PAIRS=pairs.csv CLUSTER_TABLE=clusters-in-zones.gpkg TYPES=types.csv""",
    "proposezone": """\
qgis_process run native:extractbyexpression -- \\
    INPUT=inventors.gpkg EXPRESSION="economy = 'KR'" OUTPUT=korea.gpkg
qgis_process run innovationclusters:proposezone -- \\
    INPUT=korea.gpkg WEIGHT=weight RADIUS=20000 COUNT=3 BELT_WIDTH=10000 \\
    SHAPES=proposed-zones.gpkg COMPARISON=shapes.csv""",
}

EXAMPLES |= {
    "clustersstepbystep": """\
qgis_process run innovationclusters:clustersstepbystep -- \\
    INPUT=inventors.gpkg RECORD_FIELD=record WEIGHT_FIELD=weight ECONOMY_FIELD=economy TOTAL=12880 \\
    clusters=steps-clusters.gpkg economies=steps-economies.csv links=steps-links.gpkg""",
}

LAYERS = {
    QgsProcessing.SourceType.TypeVectorPoint: "points",
    QgsProcessing.SourceType.TypeVectorLine: "lines",
    QgsProcessing.SourceType.TypeVectorPolygon: "polygons",
    QgsProcessing.SourceType.TypeVectorAnyGeometry: "layer",
    QgsProcessing.SourceType.TypeVector: "layer or table",
}
PLAIN_TYPES = {
    "boolean": "true or false",
    "crs": "reference system",
    "distance": "distance in metres",
    "fileDestination": "file",
    "outputNumber": "number",
    "outputString": "text",
    "raster": "raster",
    "string": "text",
}


def undocumented(provider: QgsProcessingProvider) -> list[str]:
    """Return one line for everything a reader of the page would miss."""
    problems = []
    for algorithm in provider.algorithms():
        problems += [
            f"{algorithm.name()}: the parameter {parameter.name()} has no help"
            for parameter in algorithm.parameterDefinitions()
            if not parameter.help().strip()
        ]
        problems += [
            f"{algorithm.name()}: the output {output.name()} has no description"
            for output in algorithm.outputDefinitions()
            if not output.description().strip()
        ]
        if not algorithm.shortDescription().strip():
            problems.append(f"{algorithm.name()} has no short description")
        if algorithm.name() not in EXAMPLES:
            problems.append(f"{algorithm.name()} has no example in {Path(__file__).name}")
    return problems


def document(provider: QgsProcessingProvider) -> str:
    """Return the page, algorithms in the order of EXAMPLES."""
    algorithms = {algorithm.name(): algorithm for algorithm in provider.algorithms()}
    ordered = [algorithms[name] for name in EXAMPLES if name in algorithms]
    contents = [f"- [{algorithm.displayName()}](#{algorithm.name()})" for algorithm in ordered]
    return "\n".join([INTRODUCTION, *contents, "", "\n".join(_section(algorithm) for algorithm in ordered)])


def _section(algorithm: QgsProcessingAlgorithm) -> str:
    outputs = {output.name(): output for output in algorithm.outputDefinitions()}
    given = [parameter for parameter in algorithm.parameterDefinitions() if not parameter.isDestination()]
    made = [parameter for parameter in algorithm.parameterDefinitions() if parameter.isDestination()]
    plain = [outputs[name] for name in outputs if algorithm.parameterDefinition(name) is None]
    return "\n".join(
        [
            f'<a id="{algorithm.name()}"></a>',
            "",
            f"## {algorithm.displayName()}",
            "",
            f"`{algorithm.id()}`",
            "",
            _cell(algorithm.shortDescription()),
            "",
            "| Parameter | Label | Type | Default | Meaning |",
            "|---|---|---|---|---|",
            *(
                _row(
                    f"`{parameter.name()}`",
                    _label(parameter),
                    _type(parameter),
                    _default(parameter),
                    parameter.help(),
                )
                for parameter in given
            ),
            "",
            "| Output | Label | Type | Meaning |",
            "|---|---|---|---|",
            *(
                _row(f"`{parameter.name()}`", _label(parameter), _type(parameter), parameter.help())
                for parameter in made
            ),
            *(
                _row(
                    f"`{output.name()}`",
                    output.description(),
                    PLAIN_TYPES.get(output.type(), output.type()),
                    "",
                )
                for output in plain
            ),
            "",
            "```sh",
            EXAMPLES[algorithm.name()],
            "```",
            "",
        ]
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """Escape what Markdown would take for markup, outside of code."""
    parts = re.split(r"(`[^`]*`)", " ".join(text.split()))
    return "".join(
        part if part.startswith("`") else re.sub(r"([*|\\])", r"\\\1", part).replace("<", "&lt;")
        for part in parts
    )


def _label(parameter: QgsProcessingParameterDefinition) -> str:
    advanced = parameter.flags() & Qgis.ProcessingParameterFlag.Advanced
    return f"{parameter.description()} (advanced)" if advanced else parameter.description()


def _type(parameter: QgsProcessingParameterDefinition) -> str:
    kind = parameter.type()
    if kind == "source":
        return " or ".join(LAYERS[QgsProcessing.SourceType(data)] for data in parameter.dataTypes())
    if kind == "sink":
        return LAYERS[QgsProcessing.SourceType(parameter.dataType())]
    if kind == "enum":
        return " ".join(f"`{option}`" for option in parameter.options())
    if isinstance(parameter, QgsProcessingParameterField):
        numeric = parameter.dataType() == Qgis.ProcessingFieldParameterDataType.Numeric
        return f"{'numeric field' if numeric else 'field'} of `{parameter.parentLayerParameterName()}`"
    if kind == "expression":
        return f"expression on `{parameter.parentLayerParameterName()}`"
    if kind == "number" and isinstance(parameter, QgsProcessingParameterNumber):
        whole = parameter.dataType() == Qgis.ProcessingNumberParameterType.Integer
        return "whole number" if whole else "number"
    return PLAIN_TYPES.get(kind, kind)


def _default(parameter: QgsProcessingParameterDefinition) -> str:
    value: Any = parameter.defaultValue()
    if value is None or value == "":
        return "empty" if parameter.flags() & Qgis.ProcessingParameterFlag.Optional else "required"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"


@contextmanager
def provider_of_qgis() -> Iterator[QgsProcessingProvider]:
    """Start QGIS in English, without a user's profile, and give the provider that the plugin registers."""
    with tempfile.TemporaryDirectory(prefix="innovation-clusters-docs-") as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QgsApplication([], False)
        application.initQgis()
        QgsSettings().setValue("locale/overrideFlag", True)
        QgsSettings().setValue("locale/userLocale", "en")
        # The models have steps of QGIS's own.
        registry = QgsApplication.processingRegistry()
        registry.addProvider(QgsNativeAlgorithms(registry))
        from innovation_clusters import classFactory

        plugin = classFactory(None)
        plugin.initProcessing()
        yield QgsApplication.processingRegistry().providerById(PROVIDER)
        plugin.unload()
        application.exitQgis()


def main() -> int:
    with provider_of_qgis() as provider:
        problems = undocumented(provider)
        page = "" if problems else document(provider)
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
