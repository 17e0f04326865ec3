"""The clusters of tables on Spark: a run is submitted, and what it finds becomes the usual layers."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFolderDestination,
    QgsProcessingUtils,
)

from ..analysis import packages
from ..analysis.editions import METRICS
from ..analysis.errors import Cancelled, InputError
from ..analysis.monitor import Monitor
from ..analysis.run_folder import RUN, open_run, unfinished
from ..analysis.spark_addresses import CONNECT, told_address
from .base import monitor_of, tr
from .inputs.given_metrics import INPUTS, add_totals, check_given, check_totals
from .inputs.method import add_edition, add_method, check_method, chosen_edition, chosen_method
from .inputs.missing_metrics import tell_missing_metrics
from .inputs.references import add_places, check_references
from .layers.names import file_name
from .run_algorithm import RunAlgorithm
from .submitting.attached_run import AttachedRun
from .submitting.command import (
    add_cluster,
    add_columns,
    add_tables,
    check_tables,
    chosen_master,
    command_line,
)
from .submitting.interpreter import Interpreter, ask, chosen_interpreter, lack, told
from .submitting.reaching import require_answer
from .wording import metric_name


class ClustersOnSpark(RunAlgorithm):
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
        self.declare_most_sites()
        self.add(
            QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder for the result")),
            tr(
                "A new folder of this machine that the run writes into: clusters.parquet, clusters.csv, "
                "sites.parquet and run.json."
            ),
        )
        self.declare_layers()

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
        running, showing = monitor_of(feedback).split(80, 20)
        edition = chosen_edition(self, parameters, context)
        tell_missing_metrics(edition, check_given(parameters, edition), feedback)
        folder = Path(self.parameterAsString(parameters, "OUTPUT", context)).absolute()
        try:
            self._run(parameters, context, feedback, folder, running)
            run = open_run(folder, "OUTPUT")
            engine = f"engine={run.facts.get('engine', '')}"
            history = self.history(parameters | self._told(parameters, context), context, [engine])
            group = tr("Innovation clusters {edition}").format(edition=edition.name)
            results = self.show(run, parameters, context, feedback, showing, group, history)
        except Cancelled:
            if not (folder / RUN).exists():
                raise
            # Hours may be in it.
            self._tell_where(folder, feedback)
            raise Cancelled(tr("Cancelled. No layers were written; the run itself had ended.")) from None
        except Exception:
            if (folder / RUN).exists():
                self._tell_where(folder, feedback)
            raise
        return results | {"OUTPUT": str(folder)}

    def _told(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        """Return what metadata may tell of addresses: no tokens, and no folders."""
        tables = {
            name: file_name(self.parameterAsString(parameters, name, context)) for name in INPUTS.values()
        }
        return {"MASTER": told_address(chosen_master(self, parameters, context)), **tables}

    @staticmethod
    def _tell_where(folder: Path, feedback: QgsProcessingFeedback) -> None:
        """Tell where the result of a run is that has ended while its layers are not there."""
        feedback.pushWarning(
            tr(
                "The run itself has ended well: its result stays in {folder}, and the algorithm “Open a run” "
                "loads it."
            ).format(folder=folder)
        )
        if folder.is_relative_to(Path(QgsProcessingUtils.tempFolder()).absolute()):
            feedback.pushWarning(tr("That folder goes when QGIS ends: copy it before."))

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
            shutil.rmtree(unfinished(folder, run.number), ignore_errors=True)
            if not isinstance(error, Cancelled):
                for line in run.log:
                    feedback.pushConsoleInfo(line)
            raise
