"""Rows get the cluster of their place where they are, in a database or beside a file: none comes to QGIS."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ..analysis.at_source.answers import LabelledPlaces, LabelledRows, Places
from ..analysis.at_source.table_names import TableName
from ..analysis.at_source.tables import Target
from ..analysis.clustered import number_clusters
from ..analysis.errors import InputError
from ..analysis.monitor import Monitor
from ..analysis.site_matching import match_sites
from .base import Algorithm, OutputLayer, Presentation, monitor_of, tr
from .choices import choice
from .inputs.address_sources import table_columns
from .inputs.checking import require_points
from .inputs.cluster_sites import add_site_fields, check_sites, chosen_decimals, read_in_degrees
from .inputs.common_choices import labelled_kinds
from .inputs.table_source import LayerOrTable, table_path
from .layers.at_source import why_no_engine, why_not_at_source
from .layers.elsewhere import TableElsewhere, file_elsewhere
from .layers.postgis_layers import layer_elsewhere
from .layers.stored import vector_layer
from .layers.transforming import transform_points
from .measures.measuring import LONGITUDE_LATITUDE

NOISE = -1
# Numbers of clusters are BIGINTs.
LARGEST = 2**63
NO_FIELDS = dict.fromkeys(("RECORD", "WEIGHT", "COUNT", "ECONOMY", "ORGANISATION", "FIELD"), "")

# A name of a column that every engine and format takes as it stands.
COLUMN_NAME = re.compile(r"[A-Za-z_\uac00-\ud7a3][A-Za-z0-9_\uac00-\ud7a3]{0,62}")


class LabelAtSource(Algorithm):
    """Makes a table or view of all rows with the cluster of their place, where the rows are."""

    arguments = {"connection": "INPUT", "target": "TARGET", "field": "FIELD_NAME"}

    def __init__(self, presentation: Presentation | None = None) -> None:
        super().__init__(presentation)
        self._elsewhere: TableElsewhere | None = None

    def name(self) -> str:
        return "labelatsource"

    def displayName(self) -> str:
        return tr("Label rows at the source")

    def shortDescription(self) -> str:
        return tr(
            "Gives all rows of a PostGIS table, or of Parquet and CSV files, the cluster of the site they "
            "are at, in a new table, a view or a folder beside them. The rows do not come to QGIS."
        )

    def tags(self) -> list[str]:
        return tr("label,join,cluster,site,database,postgis,view,table,duckdb,parquet").split(",")

    def declare(self) -> None:
        self.add(
            LayerOrTable("INPUT", tr("Rows"), [QgsProcessing.SourceType.TypeVectorPoint]),
            tr(
                "A layer of points of a PostGIS database, with its filter if it has one; or the path of a "
                "Parquet or CSV file, or of a folder of Parquet files."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "SITES", tr("Sites"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr(
                "Points with a cluster in a field, at the coordinates of the rows: the sites of Innovation "
                "clusters, or the places of Collapse points after Density clusters."
            ),
        )
        add_site_fields(
            self,
            tr(
                "Where sites were rounded: longitudes and latitudes of both are rounded to so many decimals "
                "before they are compared. Empty: they must be equal to the last digit."
            ),
        )
        self.add(
            QgsProcessingParameterString("TARGET", tr("New table, view or folder")),
            tr(
                "In a database: schema.table, which must not be there yet. Of files: the path of a new "
                "folder, or of a new file that ends in .parquet."
            ),
        )
        self.add(
            choice("KIND", tr("What to make"), labelled_kinds(), "table"),
            tr(
                "table: the rows with their clusters as they are now. view: of a database only; it follows "
                "the rows, and a table with the places and their clusters is made beside it."
            ),
        )
        self.add(
            QgsProcessingParameterString("FIELD_NAME", tr("Name of the new column"), "cluster_id"),
            tr("-1 in this column is noise; it is empty for rows at no site."),
            advanced=True,
        )
        self.addOutput(
            QgsProcessingOutputVectorLayer(
                "OUTPUT", tr("Labelled rows"), QgsProcessing.SourceType.TypeVectorPoint
            )
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_ROWS", tr("Number of rows")))
        self.addOutput(QgsProcessingOutputNumber("NUM_UNMATCHED", tr("Number of rows at no site")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        check_sites(self, parameters, context)
        path = table_path(parameters.get("INPUT"))
        view = self.parameterAsEnumString(parameters, "KIND", context) == "view"
        if path:
            self._check_file(path, parameters, context, view=view)
        else:
            self._check_layer(parameters, context)
        field = self.parameterAsString(parameters, "FIELD_NAME", context)
        if not COLUMN_NAME.fullmatch(field):
            raise InputError(
                "FIELD_NAME",
                "{name} is no name for a column; use letters, figures and underscores, a letter first.",
                name=field,
            )

    def _check_file(
        self, path: str, parameters: dict[str, Any], context: QgsProcessingContext, *, view: bool
    ) -> None:
        table_columns(path, "INPUT", NO_FIELDS)
        reason = why_no_engine(path)
        if reason:
            raise InputError("INPUT", "DuckDB cannot be asked about these rows: {reason}.", reason=reason)
        if view:
            raise InputError("KIND", "Files have no views; make a table.")
        target = Path(self.parameterAsString(parameters, "TARGET", context))
        if not target.is_absolute() or not target.parent.is_dir():
            raise InputError(
                "TARGET", "Give the whole path of a new folder or file, in a folder that is there."
            )
        if target.exists():
            raise InputError("TARGET", "There is {target} already; name a new one.", target=str(target))

    def _check_layer(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        require_points(self, parameters, "INPUT", context)
        layer = vector_layer(self, parameters, "INPUT", context)
        reason = tr("not a layer of PostGIS") if layer is None else ""
        if layer is not None:
            reason = why_not_at_source(layer, parameters.get("INPUT"))
        if reason:
            raise InputError(
                "INPUT",
                "No database can be asked about these rows: {reason}. Choose a layer of PostGIS as it is "
                "stored, or the path of a Parquet or CSV file.",
                reason=reason,
            )
        TableName.read(self.parameterAsString(parameters, "TARGET", context), "TARGET")

    # Computing

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Ask the database in the thread of the project, where the user can be asked for a password."""
        layer = vector_layer(self, parameters, "INPUT", context)
        self._elsewhere = None
        if layer is not None and not table_path(parameters.get("INPUT")):
            try:
                if not why_not_at_source(layer, parameters.get("INPUT")):
                    self._elsewhere = layer_elsewhere(layer, "INPUT")
            except InputError as error:
                feedback.reportError(self.sentence(error), fatalError=True)
                return False
        return bool(super().prepareAlgorithm(parameters, context, feedback))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        table = self._elsewhere
        if table is None:
            path = table_path(parameters.get("INPUT"))
            table = file_elsewhere(path, table_columns(path, "INPUT", NO_FIELDS), "INPUT")
        target = self.parameterAsString(parameters, "TARGET", context)
        field = self.parameterAsString(parameters, "FIELD_NAME", context)
        asking, matching, labelling = monitor_of(feedback).split(4, 1, 5)
        with table.engine() as engine:
            view = self.parameterAsEnumString(parameters, "KIND", context) == "view"
            engine.require_target(table.table, Target(target, field, view), asking)
            feedback.setProgressText(tr("Asking {engine} for places").format(engine=engine.name))
            places = engine.places(table.table, asking)
            feedback.pushInfo(
                tr("{rows} rows are at {places} places.").format(
                    rows=int(places.rows.sum()), places=len(places)
                )
            )
            labelled = self._labelled(places, table, parameters, context, feedback, matching)
            feedback.setProgressText(tr("Labelling rows"))
            made = engine.label(table.table, labelled, target, field, labelling, as_view=view)
        feedback.pushInfo(
            tr("{engine} has made {target}: {rows} rows, {unmatched} of them at no site.").format(
                engine=engine.name, target=target, rows=made.rows, unmatched=made.unknown
            )
        )
        if made.unknown:
            feedback.pushWarning(
                tr("{count} rows are at no site and have no cluster.").format(count=made.unknown)
            )
        results: dict[str, Any] = {
            "OUTPUT": target,
            "NUM_ROWS": made.rows,
            "NUM_UNMATCHED": made.unknown,
        }
        if table.in_database:
            results["OUTPUT"] = self._loaded(target, field, parameters, context, feedback, made) or target
        return results

    def _labelled(
        self,
        places: Places,
        table: TableElsewhere,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        monitor: Monitor,
    ) -> LabelledPlaces:
        """Return the places that are sites, with the number of their cluster, -1 for noise."""
        reading, transforming, comparing = monitor.split(2, 1, 1)
        field = self.parameterAsString(parameters, "CLUSTER_FIELD", context)
        sites, longitude, latitude = read_in_degrees(self, "SITES", [field], parameters, context, reading)
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
        site = match_sites(
            longitude,
            latitude,
            *transform_points(places.x, places.y, table.crs, degrees, context, transforming),
            decimals=chosen_decimals(self, parameters, context),
            monitor=comparing,
        )
        at = np.flatnonzero(site >= 0)
        if not at.size:
            raise InputError(
                "SITES",
                "Not one of the {count} places is a site; choose the sites that were made of these rows, or "
                "round both.",
                count=len(places),
            )
        names, labels = number_clusters(sites.columns[field])
        if not all(float(name).is_integer() and abs(name) < LARGEST for name in names):
            raise InputError("CLUSTER_FIELD", "Numbers of clusters are whole; choose another field.")
        number = np.array([*map(int, names), NOISE], dtype=np.int64)
        return LabelledPlaces(places, at, number[labels[site[at]]])

    def _loaded(
        self,
        target: str,
        field: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        made: LabelledRows,
    ) -> str:
        """Have the new table loaded as a layer; return its id, empty where QGIS cannot show it."""
        of_rows = vector_layer(self, parameters, "INPUT", context)
        if of_rows is None:
            return ""
        uri = QgsDataSourceUri(of_rows.source())
        new = TableName.read(target, "TARGET")
        keys = [of_rows.fields().at(index).name() for index in of_rows.primaryKeyAttributes()]
        uri.setDataSource(
            new.schema, new.name, uri.geometryColumn(), "", uri.keyColumn() or (keys or [""])[0]
        )
        layer = QgsVectorLayer(uri.uri(False), new.name, "postgres")
        if not layer.isValid():
            feedback.pushWarning(
                tr("{target} is there, but QGIS cannot show it as a layer; it needs a key.").format(
                    target=target
                )
            )
            return ""
        identifier = str(layer.id())
        label = tr("Labelled rows")
        store = context.temporaryLayerStore()
        store.addMapLayer(layer)
        details = QgsProcessingContext.LayerDetails(label, context.project(), "OUTPUT")
        context.addLayerToLoadOnCompletion(identifier, details)
        history = self.history(parameters, context, [f"NUM_UNMATCHED={made.unknown}"])
        fields = {"cluster_id": field}
        self.present(
            [OutputLayer(identifier, label, "clustered_addresses", history=history, fields=fields)],
            context,
            feedback,
        )
        return identifier
