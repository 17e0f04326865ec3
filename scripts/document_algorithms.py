"""Write docs/algorithms from the algorithms as QGIS has them, in English and Korean: `make docs`.

A parameter without help, an output without a description, an algorithm without an example or a text without
Korean ends the run with exit code 1, and nothing is written.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qgis.analysis import QgsNativeAlgorithms
from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingProvider, QgsSettings

from innovation_clusters.scripts.algorithm_pages import OutputField, Page, index, page, refused_by
from innovation_clusters.scripts.page_words import LANGUAGES, UntranslatedError, speaking

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "algorithms"
FIELDS = ROOT / "scripts" / "output_fields.csv"
PROVIDER = "innovationclusters"

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
    "clustersonspark": """\
qgis_process run innovationclusters:clustersonspark -- EDITION=2018-2024 \\
    MASTER="local[2]" PYTHON=~/spark/bin/python \\
    INVENTORS=resources/sample/inventors.csv AUTHORS=resources/sample/authors.csv \\
    WEIGHT=addresses ECONOMY=economy TOTAL_PATENTS=12880 TOTAL_PUBLICATIONS=15880 \\
    OUTPUT=run CLUSTERS=spark-clusters.gpkg SITES=spark-sites.gpkg RANKING=spark-ranking.gpkg""",
    "openrun": """\
python -m innovation_clusters.distributed --duckdb --weight=addresses --economy=economy \\
    --patents=resources/sample/inventors.csv --publications=resources/sample/authors.csv \\
    --total-patents=12880 --total-publications=15880 --output=run-of-duckdb
qgis_process run innovationclusters:openrun -- FOLDER=run-of-duckdb \\
    CLUSTERS=run-clusters.gpkg SITES=run-sites.gpkg RANKING=run-ranking.gpkg""",
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
    "collapsepoints": """\
qgis_process run innovationclusters:collapsepoints -- \\
    INPUT=resources/sample/inventors.csv RECORD=record WEIGHT=addresses OUTPUT=places.gpkg""",
    "labelatsource": """\
qgis_process run innovationclusters:labelatsource -- \\
    INPUT="postgres://service='patents' key='id' table=\\"public\\".\\"inventors\\" (place)" \\
    SITES="atlas.gpkg|layername=sites" TARGET=public.inventors_with_clusters KIND=view""",
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
    "mapreport": """\
qgis_process run innovationclusters:mapreport -- \\
    CLUSTERS="atlas.gpkg|layername=clusters" SITES="atlas.gpkg|layername=sites" \\
    TITLE="Innovation clusters of Korea" TEMPLATE=country ECONOMY=KR PAGE=a4_portrait \\
    PDF=korea.pdf PNG=korea.png""",
    "clusteratlas": """\
qgis_process run innovationclusters:clusteratlas -- \\
    CLUSTERS="atlas.gpkg|layername=clusters" SITES="atlas.gpkg|layername=sites" \\
    LAST=10 PDF=cluster-atlas.pdf""",
    "clustersatsource": """\
qgis_process run innovationclusters:clustersatsource -- \\
    INPUT="postgres://service='patents' key='id' table=\\"public\\".\\"inventors\\" (place)" \\
    EPS=15000 MIN_DENSITY=4500 TARGET=public.inventors_with_clusters clustered_places=places.gpkg""",
    "clustersstepbystep": """\
qgis_process run innovationclusters:clustersstepbystep -- \\
    INPUT=inventors.gpkg RECORD_FIELD=record WEIGHT_FIELD=weight ECONOMY_FIELD=economy TOTAL=12880 \\
    clusters=steps-clusters.gpkg economies=steps-economies.csv links=steps-links.gpkg""",
}

# Examples that need Spark or a database; tests/distributed runs these.
ELSEWHERE = ("clustersonspark", "openrun", "clustersatsource", "labelatsource")

# What a reader of one page may want next; nothing where there is none.
SEE_ALSO: dict[str, tuple[str, ...]] = {
    "preparepoints": ("geocodingquality", "innovationclusters", "densityclusters"),
    "proposeparameters": ("innovationclusters", "densityclusters", "preparepoints"),
    "innovationclusters": ("preparepoints", "proposeparameters", "compareeditions", "clusterintensity"),
    "clustersonspark": ("openrun", "innovationclusters"),
    "openrun": ("clustersonspark", "innovationclusters", "mapreport"),
    "clusterintensity": ("innovationclusters", "scoreclusters"),
    "densityclusters": ("proposeparameters", "clusterboundaries", "scoreclusters", "innovationclusters"),
    "clusterboundaries": ("densityclusters", "scoreclusters"),
    "scoreclusters": ("densityclusters", "economysummary", "clusterintensity"),
    "economysummary": ("scoreclusters", "innovationclusters"),
    "compareeditions": ("innovationclusters", "economysummary"),
    "clusterprofiles": ("innovationclusters", "labeladdresses", "collaborationlinks"),
    "geocodingquality": ("preparepoints",),
    "collapsepoints": ("densityclusters", "labelatsource", "clustersatsource"),
    "labelatsource": ("collapsepoints", "labeladdresses", "clustersatsource"),
    "clustersatsource": ("collapsepoints", "densityclusters", "labelatsource"),
    "labeladdresses": ("innovationclusters", "labelatsource", "mergeclusters", "clusterprofiles"),
    "mergeclusters": ("labeladdresses", "collaborationlinks", "densityclusters"),
    "collaborationlinks": ("labeladdresses", "mergeclusters"),
    "importzones": ("zonecatalogue", "zoneoverlay"),
    "zonecatalogue": ("importzones", "zoneoverlay", "checkdesignation"),
    "checkdesignation": ("zonecatalogue", "proposezone"),
    "zoneoverlay": ("importzones", "zonecatalogue", "innovationclusters"),
    "proposezone": ("checkdesignation", "zoneoverlay"),
    "mapreport": ("clusteratlas", "innovationclusters", "zonecatalogue"),
    "clusteratlas": ("mapreport", "clusterprofiles", "collaborationlinks", "importzones"),
    "clustersstepbystep": ("densityclusters", "mergeclusters", "clusterboundaries", "scoreclusters"),
}

# Pages under docs that say more: what is read, how it is computed.
METHOD = ("method.md", "The method, rule by rule", "방법: 규칙 하나하나 (영어)")
MAPS = ("maps.md", "Maps on paper", "종이 위의 지도")
ZONES = ("zones.md", "Korean zones", "한국의 특구")
DENSITY = ("density.md", "How the density clustering works", "밀도 군집화의 원리")
DISTRIBUTED = ("distributed.md", "Beyond one machine", "컴퓨터 한 대로 모자랄 때")
DATABASES = ("databases.md", "Databases and large files", "데이터베이스와 큰 파일")
LAYERS = ("layers.md", "How layers are read and written", "레이어를 읽고 쓰는 방법 (영어)")
DOCUMENTS = {
    "preparepoints": (LAYERS,),
    "densityclusters": (DENSITY, METHOD),
    **dict.fromkeys(("collapsepoints", "labelatsource", "clustersatsource"), (DATABASES,)),
    **dict.fromkeys(("clustersonspark", "openrun"), (DISTRIBUTED, METHOD)),
    **dict.fromkeys(("mapreport", "clusteratlas"), (MAPS,)),
    "proposeparameters": (METHOD, DENSITY),
    **dict.fromkeys(
        ("importzones", "zonecatalogue", "checkdesignation", "zoneoverlay", "proposezone"), (ZONES,)
    ),
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


def documents(provider: QgsProcessingProvider) -> dict[str, str]:
    """Return every page by its path under docs/algorithms, algorithms in the order of EXAMPLES.

    Raises UntranslatedError where a text of an algorithm has no Korean.
    """
    fields = recorded_fields()
    pages = {}
    for language in LANGUAGES:
        with speaking(language) as translator:
            # Made anew: an algorithm speaks the language it was made in.
            made = {algorithm.name(): algorithm.create() for algorithm in provider.algorithms()}
            ordered = [made[name] for name in EXAMPLES if name in made]
            titles = {algorithm.name(): algorithm.displayName() for algorithm in ordered}
            common = refused_by_all(ordered)
            folder = "" if language == "en" else f"{language}/"
            pages[f"{folder}README.md"] = index(ordered, common, language)
            for algorithm in ordered:
                name = algorithm.name()
                told = Page(
                    EXAMPLES[name],
                    SEE_ALSO.get(name, ()),
                    DOCUMENTS.get(name, (METHOD,)),
                    fields.get(name, {}),
                )
                pages[f"{folder}{name}.md"] = page(algorithm, told, titles, common, language)
            if translator is not None and translator.missing:
                texts = "\n".join(f"  {text}" for text in translator.missing)
                raise UntranslatedError(f"resources/i18n has no {language} for:\n{texts}")
    return pages


def refused_by_all(algorithms: Sequence[QgsProcessingAlgorithm]) -> list[str]:
    """Return the sentences that stand in the code every algorithm shares; models have no code."""
    found = [refused_by(algorithm).get("", []) for algorithm in algorithms]
    found = [sentences for sentences in found if sentences]
    first = found[0] if found else []
    return [sentence for sentence in first if all(sentence in sentences for sentences in found)]


def recorded_fields() -> dict[str, dict[str, list[OutputField]]]:
    """Return the fields of outputs as scripts/output_fields.py has found them in runs of the examples."""
    fields: dict[str, dict[str, list[OutputField]]] = {}
    if not FIELDS.is_file():
        return fields
    with FIELDS.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            outputs = fields.setdefault(row["algorithm"], {})
            outputs.setdefault(row["output"], []).append(OutputField(row["field"], row["type"], row["alias"]))
    return fields


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
    pages: dict[str, str] = {}
    with provider_of_qgis() as provider:
        problems = undocumented(provider)
        if not problems:
            try:
                pages = documents(provider)
            except UntranslatedError as error:
                problems = [str(error)]
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    for old in PAGES.rglob("*.md"):
        if old.relative_to(PAGES).as_posix() not in pages:
            old.unlink()
    for name, text in pages.items():
        path = PAGES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
