"""A run of the command line as layers: its folder becomes the usual clusters, sites and ranking."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
)

from ..analysis import packages
from ..analysis.editions import METRICS
from ..analysis.errors import InputError
from ..analysis.run_folder import RunFolder, open_run
from ..analysis.spark_addresses import told_address
from .base import monitor_of, tr
from .inputs.buffer import add_buffer, check_buffer
from .inputs.given_metrics import INPUTS
from .inputs.references import add_places, check_references
from .layers.names import file_name
from .run_algorithm import RunAlgorithm

# What a run calls some of the parameters of the algorithms; it calls the others as they do.
_CALLED = {**{metric: INPUTS[metric] for metric in METRICS}, "x": "LONGITUDE", "y": "LATITUDE"}

# Of those, what may be paths; what is in brackets is a query.
_TABLES = (*METRICS, *(f"label_{metric}" for metric in METRICS))


class OpenRun(RunAlgorithm):
    """Clusters, sites and ranking from the folder of a run, whatever engine has written it."""

    def name(self) -> str:
        return "openrun"

    def displayName(self) -> str:
        return tr("Open a run")

    def shortDescription(self) -> str:
        return tr(
            "Shows a run of the command line on Spark, PostGIS or DuckDB: its folder becomes the layers of "
            "Innovation clusters, with boundaries and names."
        )

    def tags(self) -> list[str]:
        return tr("run,result,folder,load,spark,duckdb,postgis,distributed,parquet,cluster,ranking").split(
            ","
        )

    # Declaring

    def declare(self) -> None:
        self.add(
            QgsProcessingParameterFile(
                "FOLDER", tr("Folder of the run"), behavior=Qgis.ProcessingFileParameterBehavior.Folder
            ),
            tr(
                "What python -m innovation_clusters.distributed or Clusters on Spark has written: a folder "
                "with run.json, clusters.parquet and sites.parquet. One at hdfs://, s3a:// and the like is "
                "copied to this machine first."
            ),
        )
        add_buffer(self)
        add_places(self)
        self.declare_most_sites()
        self.declare_layers()

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        check_buffer(self, parameters, context)
        check_references(self, parameters, context)
        packages.require("shapely", tr("the boundaries of clusters"))
        self._open(parameters, context)

    def _open(self, parameters: dict[str, Any], context: QgsProcessingContext) -> RunFolder:
        """Return the run; raises InputError where there is none that can be read."""
        given = str(self.parameterAsFile(parameters, "FOLDER", context)).strip()
        if "://" in given:
            raise InputError(
                "FOLDER",
                "{address} is an address and not a folder of this machine; copy the folder to this machine "
                "and choose it there.",
                address=given,
            )
        folder = Path(given).expanduser()
        if not given or not folder.is_dir():
            raise InputError(
                "FOLDER", "There is no folder {folder}; choose the one that a run has written.", folder=given
            )
        return open_run(folder.absolute(), "FOLDER")

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        run = self._open(parameters, context)
        feedback.pushInfo(
            tr("A run of {engine}: {folder}").format(engine=run.facts.get("engine", ""), folder=run.path)
        )
        history = self.history(parameters, context, _choices(run))
        group = tr("Innovation clusters {edition}").format(edition=run.path.name)
        return self.show(run, parameters, context, feedback, monitor_of(feedback), group, history)


def _choices(run: RunFolder) -> Iterator[str]:
    """Yield what ran as the metadata of outputs tells it, under the names of the parameters."""
    yield f"engine={run.facts.get('engine', '')}"
    chosen = run.facts.get("parameters")
    for name, value in chosen.items() if isinstance(chosen, Mapping) else ():
        # 0 is a choice: of no merging, for one.
        if value is None or value is False or value == "":
            continue
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if name == "remote":
            # Runs write no tokens; but who knows who wrote this.
            text = told_address(text)
        elif name in _TABLES and not text.startswith("("):
            # What travels tells no folders.
            text = file_name(text)
        yield f"{_CALLED.get(name, name.upper())}={' '.join(text.split())}"
