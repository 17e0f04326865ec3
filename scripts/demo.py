"""From points to a ranked, mapped atlas in one command: a GeoPackage, a project, a map and a report.

    make demo
    make demo INVENTORS=inventors.csv AUTHORS=authors.gpkg TOTAL_PUBLICATIONS=1500000
    scripts/env.sh .venv/bin/python scripts/demo.py --help

Without a source the bundled modelled sample is used. A former output is replaced only when a run has
succeeded.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont

from innovation_clusters import classFactory
from innovation_clusters.analysis.editions import EDITIONS
from innovation_clusters.plugin.atlas_project import (
    COLUMNS,
    GEOPACKAGE,
    PROJECT,
    REPORT,
    SAMPLE,
    SOURCES,
    TOTALS,
    Atlas,
    arrange,
    finding,
    open_atlas,
    opened,
    preparing,
    sample_remark,
    sample_totals,
    table,
)
from innovation_clusters.plugin.layouts.exporting import export
from innovation_clusters.plugin.layouts.fonts import hangul_family
from innovation_clusters.plugin.layouts.project_map import build_map_layout
from innovation_clusters.processing_algorithms.base import tr
from innovation_clusters.processing_algorithms.inputs.usual_fields import usual_field

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "i18n"

MAP_PDF = "map.pdf"
MAP_PNG = "map.png"


class DemoError(Exception):
    """Ends the run with one sentence for the user."""


@dataclass
class Source:
    """One input: the file, the fields the user named, and the prepared addresses once there are any."""

    name: str
    path: Path
    columns: dict[str, str] = field(default_factory=dict)


class Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise DemoError(f"{message} (--help lists the options)")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Arguments(prog="demo", description=(__doc__ or "").partition("\n\n")[0])
    for source in SOURCES:
        parser.add_argument(f"--{source}", type=Path, metavar="FILE", help="CSV, GeoPackage or shapefile")
    for column in COLUMNS:
        parser.add_argument(f"--{column}", metavar="FIELD", help=f"{column} field of every source")
        for source in SOURCES:
            parser.add_argument(f"--{source}-{column}", metavar="FIELD", help=f"of {source} only")
    for total in TOTALS.values():
        parser.add_argument(
            f"--{total.replace('_', '-')}", type=number, help="of the world, for shares of it"
        )
    parser.add_argument("--edition", choices=list(EDITIONS), help="2025 where nothing else is said")
    parser.add_argument("--eps", type=number, metavar="METRES", help="radius of the density")
    parser.add_argument("--min-density", type=number, metavar="WEIGHT", help="minimum density")
    parser.add_argument("--author-weight", type=number, help="weight of an author address")
    parser.add_argument("--deals-in-density", type=yes_or_no, nargs="?", const=True, metavar="yes|no")
    parser.add_argument("--gazetteer", metavar="FILE", help="places that name clusters")
    parser.add_argument("--countries", metavar="FILE", help="outlines of countries")
    parser.add_argument("--population", metavar="FILE", help="raster of people per pixel")
    parser.add_argument("--language", choices=("en", "ko"), help="of names, legend, map and report")
    parser.add_argument("--output", type=Path, default=Path("demo-output"), metavar="FOLDER")
    return parser.parse_args(arguments)


def number(text: str) -> float:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None


def yes_or_no(text: str) -> bool:
    answers = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if text.lower() not in answers:
        raise argparse.ArgumentTypeError(f"{text!r} is neither yes nor no")
    return answers[text.lower()]


def sources_of(options: argparse.Namespace) -> list[Source]:
    given = [name for name in SOURCES if getattr(options, name) is not None]
    if not given:
        return [Source(name, SAMPLE / f"{name}.csv") for name in SOURCES]
    sources = []
    for name in given:
        path = getattr(options, name)
        if not path.exists():
            raise DemoError(f"--{name}: there is no file {path}.")
        columns = {
            column: chosen
            for column in COLUMNS
            if (chosen := getattr(options, f"{name}_{column}") or getattr(options, column))
        }
        sources.append(Source(name, path.resolve(), columns))
    return sources


def totals_of(options: argparse.Namespace, is_sample: bool) -> dict[str, float]:
    """Return the world totals by parameter; those of the sample where nothing else is asked for."""
    totals = {total.upper(): getattr(options, total) for total in TOTALS.values()}
    if is_sample:
        for total, value in sample_totals().items():
            if totals[total] is None:
                totals[total] = value
    return {total: value for total, value in totals.items() if value is not None}


# QGIS


@contextmanager
def qgis(language: str) -> Iterator[None]:
    """Start QGIS without a window, in a profile of this run's own, and load the plugin as QGIS does."""
    with tempfile.TemporaryDirectory(prefix="innovation-clusters-") as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
        # No window is opened, and a display that cannot be reached would end the process.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("XDG_RUNTIME_DIR", profile)
        # GDAL 3.10 complains where QGIS turns a GeoPackage to write-ahead logging and back.
        os.environ.setdefault("OGR_SQLITE_JOURNAL", "DELETE")
        gdal.PushErrorHandler(_told_by_gdal)

        application = QgsApplication([], True)
        application.initQgis()
        settings = QgsSettings()
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", language)
        plugin = classFactory(None)
        plugin.initProcessing()
        try:
            application.setFont(QFont(hangul_family()))
            yield
        finally:
            QgsProject.instance().clear()
            gc.collect()
            plugin.unload()
            application.exitQgis()


def _told_by_gdal(kind: int, code: int, message: str) -> None:
    # QGIS 3.40 asks every table it has written for a spatial index, also those without geometry.
    if message != "No geometry column":
        print(f"  ! {message}", file=sys.stderr)


class Console(QgsProcessingFeedback):
    """Prints steps and warnings, keeps errors for the one sentence at the end."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def setProgressText(self, text: str) -> None:
        print(f"  {text}", flush=True)

    def pushWarning(self, warning: str) -> None:
        print(f"  ! {warning}", flush=True)

    def reportError(self, error: str, fatal: bool = False) -> None:
        self.errors.append(error)


def run(name: str, parameters: dict[str, Any], context: Any, title: str = "") -> dict[str, Any]:
    """Run an algorithm of the plugin; its one sentence becomes that of this command."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"innovationclusters:{name}")
    print(title or algorithm.displayName(), flush=True)
    accepted, reason = algorithm.checkParameterValues(parameters, context)
    if not accepted:
        raise DemoError(reason)
    feedback = Console()
    results, succeeded = algorithm.run(parameters, context, feedback)
    if not succeeded:
        raise DemoError(" ".join(feedback.errors) or f"{algorithm.displayName()} failed.")
    return results


def open_source(source: Source) -> Any:
    """Open a file as QGIS does. Texts stay texts: what should be a number is checked later."""
    path = f"/vsigzip/{source.path}" if source.path.suffix == ".gz" else str(source.path)
    if ".csv" in source.path.suffixes:
        path += "|option:AUTODETECT_TYPE=NO"
        require_utf8(source)
    layer = QgsVectorLayer(path, source.path.name.partition(".")[0], "ogr")
    if not layer.isValid():
        raise DemoError(f"--{source.name}: {source.path.name} is no CSV, GeoPackage or shapefile.")
    return layer


def require_utf8(source: Source) -> None:
    reader: Callable[..., Any] = gzip.open if source.path.suffix == ".gz" else open
    try:
        with reader(source.path, "rt", encoding="utf-8") as text:
            while text.read(1 << 20):
                pass
    except UnicodeDecodeError:
        raise DemoError(f"--{source.name}: {source.path.name} is not UTF-8; save it as CSV UTF-8.") from None
    except OSError as error:
        raise DemoError(f"--{source.name}: {source.path.name} cannot be read: {error.strerror}.") from None


def field_of(layer: Any, source: Source, column: str) -> str | None:
    """Return the field the user named for a column, or the one that goes by a known name."""
    fields = layer.fields()
    chosen = source.columns.get(column)
    if chosen:
        index = fields.lookupField(chosen)
        if index < 0:
            there = ", ".join(fields.names())
            raise DemoError(f"--{source.name}-{column}: there is no field {chosen}, only {there}.")
        return fields.at(index).name()
    found = usual_field(fields.names(), column)
    # In a table of addresses and nothing else, a name is that of who is at them.
    index = fields.lookupField("name") if found is None and column == "organisation" else -1
    return found if index < 0 else fields.at(index).name()


def prepare(source: Source, geopackage: Path, context: Any) -> Any:
    """Return the clean addresses of a source as a temporary layer; its rejects go into the GeoPackage."""
    layer = open_source(source)
    parameters = preparing(layer, {column: field_of(layer, source, column) for column in COLUMNS})
    parameters["REJECTS"] = table(geopackage, f"rejects_{source.name}")
    results = run("preparepoints", parameters, context, tr("Prepare points") + f": {source.path.name}")
    prepared = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    prepared.setName(layer.name())
    return prepared


def cluster(
    options: argparse.Namespace,
    prepared: dict[str, Any],
    totals: dict[str, float],
    folder: Path,
    remark: str,
    context: Any,
) -> dict[str, Any]:
    parameters = finding(prepared, totals, folder, remark)
    for option in ("edition", "eps", "min_density", "author_weight", "deals_in_density"):
        if getattr(options, option) is not None:
            parameters[option.upper()] = getattr(options, option)
    for option in ("gazetteer", "countries", "population"):
        if getattr(options, option):
            parameters[option.upper()] = getattr(options, option)
    return run("innovationclusters", parameters, context)


# Project, map, table


def described_atlas(
    options: argparse.Namespace,
    sources: list[Source],
    totals: dict[str, float],
    folder: Path,
    results: dict[str, Any],
    is_sample: bool,
) -> Atlas:
    title = tr("Innovation clusters: modelled sample") if is_sample else tr("Innovation clusters")
    atlas = open_atlas(folder, title)
    for source in sources:
        rejected = opened(
            folder, f"rejects_{source.name}", tr("Rejected rows: {source}").format(source=source.name)
        )
        if rejected.isValid() and rejected.featureCount() > 0:
            atlas.rejects.append(rejected)
        elif rejected.isValid():
            del rejected
            drop_table(folder / GEOPACKAGE, f"rejects_{source.name}")
    atlas.subtitle = subtitle(atlas.clusters.featureCount(), sources, totals)
    atlas.notes = notes(options, sources, totals, results, is_sample)
    return atlas


def drop_table(geopackage: Path, name: str) -> None:
    connection = QgsProviderRegistry.instance().providerMetadata("ogr").createConnection(str(geopackage), {})
    connection.dropVectorTable("", name)
    connection.executeSql(f"DELETE FROM layer_styles WHERE f_table_name = '{name}'")


def subtitle(count: int, sources: list[Source], totals: dict[str, float]) -> str:
    names = {
        "inventors": tr("patent applications"),
        "authors": tr("publications"),
        "deals": tr("venture capital deals"),
    }
    counted = listed([names[source.name] for source in sources])
    if len(totals) == len(sources):
        return tr("{count} clusters, ranked by the sum of their shares of the world's {counted}").format(
            count=count, counted=counted
        )
    return tr("{count} clusters, ranked by the sum of their shares of the input's {counted}").format(
        count=count, counted=counted
    )


def listed(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return tr("{words} and {last}").format(words=tr(", ").join(words[:-1]), last=words[-1])


def notes(
    options: argparse.Namespace,
    sources: list[Source],
    totals: dict[str, float],
    results: dict[str, Any],
    is_sample: bool,
) -> list[str]:
    lines = []
    if is_sample:
        lines.append(sample_remark())
    lines.append(
        tr(
            "Method: WIPO's Global Innovation Index, edition {edition}: density clustering (DBSCAN) on the "
            "ellipsoid, radius {eps:g} km, minimum density {density:,.0f}. Score: sum of the shares in per "
            "cent."
        ).format(
            edition=options.edition or "2025",
            eps=results["USED_EPS"] / 1000,
            density=results["USED_MIN_DENSITY"],
        )
    )
    names = {
        "TOTAL_PATENTS": tr("patent applications"),
        "TOTAL_PUBLICATIONS": tr("publications"),
        "TOTAL_DEALS": tr("venture capital deals"),
    }
    if totals:
        world = listed([f"{names[total]} {value:,.0f}" for total, value in totals.items()])
        sentence = (
            tr("World totals, in records of the sample: {totals}.")
            if is_sample
            else tr("World totals: {totals}.")
        )
        lines.append(sentence.format(totals=world))
    if is_sample:
        lines.append(
            tr(
                "Sources: WIPO, Global Innovation Index 2024 (CC BY 4.0) and 2025; GeoNames (CC BY 4.0). "
                "WIPO assumes no liability with regard to the transformation of the original content."
            )
        )
    else:
        files = ", ".join(source.path.name for source in sources)
        lines.append(tr("Sources: {files}.").format(files=files))
    return lines


def write_project(atlas: Atlas) -> None:
    """Write the project, with the map as its layout, and the map as PDF and PNG."""
    project = QgsProject.instance()
    basemap = arrange(project, atlas)
    try:
        layout = build_map_layout(
            project,
            atlas.clusters,
            atlas.title,
            sites=atlas.sites,
            basemap=basemap,
            subtitle=atlas.subtitle,
            notes=atlas.notes,
        )
    except ValueError as error:
        print(f"  ! {error}")
    else:
        export(layout, atlas.folder / MAP_PDF, atlas.folder / MAP_PNG)
    if not project.write(str(atlas.folder / PROJECT)):
        raise DemoError(f"The project could not be written: {project.error()}")


def top_ten(ranking: Any) -> list[list[str]]:
    """Return the head and the first ten rows of the ranking as texts."""
    korean = QgsApplication.locale().startswith("ko")
    rows = [
        [
            tr("Rank"),
            tr("Cluster"),
            tr("Economies"),
            tr("Patents, %"),
            tr("Publications, %"),
            tr("Deals, %"),
            tr("Score, %"),
        ]
    ]
    request = QgsFeatureRequest().addOrderBy("rank").setLimit(10)
    for feature in ranking.getFeatures(request):
        values = feature.attributeMap()
        name = values["name_ko"] if korean and isinstance(values["name_ko"], str) else values["name"]
        shares = [values[share] for share in ("share_patents", "share_publications", "share_deals", "score")]
        rows.append(
            [str(values["rank"]), str(name), str(values["economies"])]
            + [f"{share:.2f}" if isinstance(share, float) else "–" for share in shares]
        )
    return rows


def aligned(rows: list[list[str]]) -> str:
    """Return a table for the terminal, where a Hangul syllable is as wide as two letters."""

    def width(text: str) -> int:
        return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)

    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    left = (1, 2)
    lines = []
    for row in rows:
        cells = []
        for column, text in enumerate(row):
            room = " " * (widths[column] - width(text))
            cells.append(text + room if column in left else room + text)
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def deliver(made: Path, output: Path) -> None:
    """Move the finished files into the output folder; what else lies there is not ours."""
    output.mkdir(parents=True, exist_ok=True)
    for leftover in ("-wal", "-shm", "-journal"):
        (output / f"{GEOPACKAGE}{leftover}").unlink(missing_ok=True)
    for path in sorted(made.iterdir()):
        os.replace(path, output / path.name)


def compile_translations() -> None:
    """Compile a translation newer than its compiled form, as `make` does."""
    if all(
        path.with_suffix(".qm").is_file() and path.with_suffix(".qm").stat().st_mtime >= path.stat().st_mtime
        for path in TRANSLATIONS.glob("*.ts")
    ):
        return
    script = [sys.executable, str(ROOT / "scripts" / "translations.py"), "compile"]
    subprocess.run(script, check=False, stdout=subprocess.DEVNULL)


def make_atlas(options: argparse.Namespace) -> None:
    sources = sources_of(options)
    is_sample = all(getattr(options, name) is None for name in SOURCES)
    totals = totals_of(options, is_sample)
    output = options.output.resolve()
    if output.exists() and not output.is_dir():
        raise DemoError(f"--output: {output} is a file, not a folder.")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    except OSError as error:
        raise DemoError(f"--output: {output.parent} cannot be written to: {error.strerror}.") from None
    language = options.language or ("ko" if os.environ.get("LANG", "").startswith("ko") else "en")
    if language != "en":
        compile_translations()
    try:
        problem = ""
        with qgis(language):
            try:
                make_in(made, options, sources, totals, is_sample)
            except DemoError as error:
                # Raised anew below: its traceback holds layers, which must be gone before QGIS is.
                problem = str(error)
        if problem:
            raise DemoError(problem)
        deliver(made, output)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    print()
    for name in (GEOPACKAGE, PROJECT, MAP_PDF, MAP_PNG, REPORT):
        if (output / name).exists():
            print(os.path.relpath(output / name))


def make_in(
    folder: Path,
    options: argparse.Namespace,
    sources: list[Source],
    totals: dict[str, float],
    is_sample: bool,
) -> None:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    prepared = {source.name: prepare(source, folder / GEOPACKAGE, context) for source in sources}
    remark = sample_remark() if is_sample else ""
    results = cluster(options, prepared, totals, folder, remark, context)
    prepared.clear()
    context.temporaryLayerStore().removeAllMapLayers()
    atlas = described_atlas(options, sources, totals, folder, results, is_sample)
    write_project(atlas)
    print()
    print(atlas.title)
    print(aligned(top_ten(atlas.ranking)) if results["NUM_CLUSTERS"] else atlas.subtitle)


def main(arguments: Sequence[str] | None = None) -> int:
    try:
        make_atlas(parse(sys.argv[1:] if arguments is None else arguments))
    except DemoError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
