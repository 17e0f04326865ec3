"""The clusters of tables on Spark: a run is submitted, and what it finds becomes the usual layers."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ..analysis import packages
from ..analysis.atlas import Atlas
from ..analysis.editions import METRICS
from ..analysis.errors import Cancelled, InputError
from ..analysis.monitor import Monitor
from ..analysis.run_folder import RunFolder, open_run, read_atlas, told_address
from .base import Algorithm, OutputLayer, monitor_of, tr
from .inputs.given_metrics import add_totals, check_given, check_totals
from .inputs.method import add_edition, add_method, check_method, chosen_edition, chosen_method
from .inputs.missing_metrics import tell_missing_metrics
from .inputs.references import add_places, check_references, chosen_gazetteer, read_outlines
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .outputs.atlas_layers import areas_km2, boundary_polygons, cluster_columns, site_columns, site_fields
from .submitting.attached_run import AttachedRun
from .submitting.command import (
    CONNECT,
    add_cluster,
    add_columns,
    add_tables,
    check_tables,
    chosen_master,
    command_line,
)
from .submitting.interpreter import Interpreter, ask, chosen_interpreter, lack, told
from .submitting.reaching import require_answer
from .wording import metric_name, reason_sentences

MOST_SITES = 1_000_000


class ClustersOnSpark(Algorithm):
    """Clusters, sites and ranking from tables that only a Spark cluster holds."""

    # What a run calls its arguments.
    arguments = {
        "patents": "INVENTORS",
        "publications": "AUTHORS",
        "deals": "DEALS",
        "min_weight": "MIN_DENSITY",
        "min_density": "MIN_DENSITY",
        "weights": "WEIGHT",
        "distance": "MERGE_DISTANCE",
        "x": "LONGITUDE",
        "y": "LATITUDE",
        "remote": "MASTER",
        "spark": "MASTER",
    }

    def name(self) -> str:
        return "clustersonspark"

    def displayName(self) -> str:
        return tr("Clusters on Spark")

    def shortDescription(self) -> str:
        return tr(
            "Finds, scores, ranks and outlines innovation clusters as Innovation clusters does, from tables "
            "that a Spark cluster holds: the run is submitted there, and only its result comes to QGIS."
        )

    def tags(self) -> list[str]:
        return tr("spark,pyspark,spark connect,distributed,big data,parquet,wipo,gii,ranking,cluster").split(
            ","
        )

    # Declaring

    def declare(self) -> None:
        add_tables(self)
        add_columns(self)
        add_cluster(self)
        add_edition(self)
        add_totals(self)
        add_method(self)
        add_places(self)
        self.add(
            QgsProcessingParameterNumber(
                "MOST_SITES",
                tr("Sites to load at most"),
                Qgis.ProcessingNumberParameterType.Integer,
                MOST_SITES,
                minValue=0,
            ),
            tr(
                "Where there are more distinct places, those in no cluster are left where they are; where "
                "those of clusters are more too, the output Sites stays away. The log tells."
            ),
            advanced=True,
        )
        self._declare_outputs()

    def _declare_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder for the result")),
            tr(
                "A new folder of this machine that the run writes into: clusters.parquet, clusters.csv, "
                "sites.parquet and run.json."
            ),
        )
        for name, label, kind, optional, explanation in (
            (
                "CLUSTERS",
                tr("Clusters"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                False,
                tr(
                    "Boundaries with rank, names, economies, counts, shares of the totals in per cent, score "
                    "and focus."
                ),
            ),
            (
                "SITES",
                tr("Sites"),
                QgsProcessing.SourceType.TypeVectorPoint,
                True,
                tr(
                    "Every distinct place with its cluster, its role (core, border, noise), weight and "
                    "addresses."
                ),
            ),
            (
                "RANKING",
                tr("Ranking"),
                QgsProcessing.SourceType.TypeVector,
                True,
                tr("The table of the clusters, without boundaries."),
            ),
        ):
            self.add(QgsProcessingParameterFeatureSink(name, label, kind, optional=optional), explanation)
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        edition = chosen_edition(self, parameters, context)
        given = check_given(parameters, edition)
        check_totals(self, parameters, context)
        check_method(self, parameters, given, context)
        if chosen_method(self, parameters, context).proposed:
            raise InputError(
                "EDITION",
                "Nothing is proposed from tables on a cluster; choose another edition, or give both the "
                "distance and the minimum density.",
            )
        for column in ("LONGITUDE", "LATITUDE"):
            # Models hand on what dialogs refuse.
            if not self.parameterAsString(parameters, column, context):
                raise InputError(column, "Name the column with the degrees.")
        master = chosen_master(self, parameters, context)
        check_tables(self, parameters, master, context)
        check_references(self, parameters, context)
        self._require_new_folder(parameters, context)
        for package in ("shapely", "pyarrow"):
            packages.require(package, tr("the boundaries of clusters"))
        self._interpreter(parameters, context, master)

    def _require_new_folder(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        folder = Path(self.parameterAsString(parameters, "OUTPUT", context))
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise InputError("OUTPUT", "The folder {path} exists; name a new one.", path=str(folder))

    def _interpreter(
        self, parameters: dict[str, Any], context: QgsProcessingContext, master: str
    ) -> Interpreter:
        """Return the Python that the run is started with; raises InputError where it cannot be used."""
        python = ask(chosen_interpreter(self.parameterAsString(parameters, "PYTHON", context)))
        problem = lack(python, connect=master.startswith(CONNECT))
        if problem is not None:
            raise problem
        return python

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        running, reading, drawing, writing = monitor_of(feedback).split(80, 8, 6, 6)
        edition = chosen_edition(self, parameters, context)
        tell_missing_metrics(edition, check_given(parameters, edition), feedback)
        folder = Path(self.parameterAsString(parameters, "OUTPUT", context)).absolute()
        self._run(parameters, context, feedback, folder, running)
        try:
            results = self._load(parameters, context, feedback, folder, (reading, drawing, writing))
        except Cancelled:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        except Exception:
            feedback.pushWarning(
                tr("The run itself has ended well: its result stays in {folder}.").format(folder=folder)
            )
            raise
        return results | {"OUTPUT": str(folder)}

    def _run(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        folder: Path,
        monitor: Monitor,
    ) -> None:
        """Have the run write its folder; nothing of it is there where it does not."""
        master = chosen_master(self, parameters, context)
        python = self._interpreter(parameters, context, master)
        feedback.pushInfo(told(python))
        require_answer(master)
        if not python.packages.get("numba"):
            feedback.pushWarning(
                tr("This Python has no numba: the result is the same and takes many times longer.")
            )
        method = chosen_method(self, parameters, context)
        run = AttachedRun(python.path, command_line(self, parameters, context, method, str(folder)))
        feedback.setProgressText(tr("Running on Spark"))

        def tell(message: str, values: Mapping[str, Any]) -> None:
            metric = values.get("metric")
            named = {"metric": metric_name(metric)} if metric in METRICS else {}
            feedback.pushInfo(tr(message).format(**{**values, **named}))

        # An empty folder is one that QGIS has made for the output.
        with suppress(OSError):
            folder.rmdir()
        try:
            run.wait(monitor, tell)
        except BaseException as error:
            # Where the run was killed it could not take away what it had begun.
            shutil.rmtree(folder.with_name(f".{folder.name}.{run.number}.part"), ignore_errors=True)
            if not isinstance(error, Cancelled):
                for line in run.log:
                    feedback.pushConsoleInfo(line)
            raise

    def _load(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        folder: Path,
        monitors: tuple[Monitor, Monitor, Monitor],
    ) -> dict[str, Any]:
        """Return the outputs that show what the run has found."""
        reading, drawing, writing = monitors
        feedback.setProgressText(tr("Reading the result"))
        run = open_run(folder, "OUTPUT")
        most = self.parameterAsInt(parameters, "MOST_SITES", context)
        atlas, sites = read_atlas(
            run,
            chosen_gazetteer(self, parameters, context),
            read_outlines(self, parameters, context).economy_of,
            most,
            reading,
        )
        _tell_rejects(run.facts.get("rejected"), feedback)
        feedback.pushInfo(
            tr("{count} clusters from {sites} places.").format(count=len(atlas.clusters), sites=sites)
        )
        members = int(np.count_nonzero(atlas.sites.cluster >= 0))
        _tell_sites(sites, members, most, feedback)
        feedback.setProgressText(tr("Drawing boundaries"))
        method = chosen_method(self, parameters, context)
        polygons = boundary_polygons(atlas, method.buffer, drawing)
        feedback.setProgressText(tr("Writing layers"))
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write(outputs, atlas, polygons, context, len(atlas.sites) <= most, writing)
        results = outputs.results | {"NUM_CLUSTERS": len(atlas.clusters)}
        self._present(results, run, parameters, context, feedback)
        return results

    @staticmethod
    def _write(
        outputs: Outputs,
        atlas: Atlas,
        polygons: list[QgsGeometry],
        context: QgsProcessingContext,
        with_sites: bool,
        monitor: Monitor,
    ) -> None:
        bounding, placing, ranking = monitor.split(2, 10, 1)
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        fields, columns = cluster_columns(atlas, None, None, None, areas_km2(polygons, degrees, context))
        clusters = outputs.open("CLUSTERS", fields, Qgis.WkbType.MultiPolygon, degrees)
        clusters.write(columns, bounding, geometries=polygons)
        if with_sites:
            sites = outputs.open("SITES", site_fields(), Qgis.WkbType.Point, degrees)
            if sites.wanted:
                places = atlas.sites.longitude, atlas.sites.latitude
                sites.write(site_columns(atlas), placing, points=places)
        table = outputs.open("RANKING", fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem())
        table.write(columns, ranking)

    def _present(
        self,
        results: dict[str, Any],
        run: RunFolder,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        edition = chosen_edition(self, parameters, context).name
        group = tr("Innovation clusters {edition}").format(edition=edition)
        without_token = parameters | {"MASTER": told_address(chosen_master(self, parameters, context))}
        history = self.history(without_token, context, [f"engine={run.facts.get('engine', '')}"])
        self.present(
            [
                OutputLayer(results[name], label, style, group, order, history)
                for order, (name, label, style) in enumerate(
                    (
                        ("CLUSTERS", tr("Clusters"), "clusters"),
                        ("SITES", tr("Sites"), "sites"),
                        ("RANKING", tr("Ranking"), "ranking"),
                    )
                )
                if name in results
            ],
            context,
            feedback,
        )


def _tell_rejects(rejected: object, feedback: QgsProcessingFeedback) -> None:
    """Tell which rows a run could not use, by metric where it knows."""
    if not isinstance(rejected, Mapping):
        return
    sentences = reason_sentences()
    for key, told_of in rejected.items():
        reasons = told_of if isinstance(told_of, Mapping) else {key: told_of}
        table = metric_name(key) if key in METRICS else tr("All tables")
        for reason, count in reasons.items():
            feedback.pushWarning(
                tr("{layer}: {count} rows rejected. {reason}").format(
                    layer=table, count=count, reason=sentences.get(reason, reason)
                )
            )


def _tell_sites(sites: int, members: int, most: int, feedback: QgsProcessingFeedback) -> None:
    if sites <= most:
        return
    if members <= most:
        feedback.pushWarning(
            tr(
                "Of {sites} places, more than {most}, only the {members} in clusters are loaded; all of them "
                "are in the folder of the result."
            ).format(sites=sites, most=most, members=members)
        )
    else:
        feedback.pushWarning(
            tr(
                "No places are loaded: {sites}, of which {members} in clusters, are more than {most}. All of "
                "them are in the folder of the result."
            ).format(sites=sites, most=most, members=members)
        )
