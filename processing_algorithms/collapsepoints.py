"""One point a place, with the rows, addresses and records there; summed where the rows are, if possible."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QMetaType

from ..analysis.collapsed import sum_at_places
from ..analysis.errors import InputError
from .base import Algorithm, OutputLayer, monitor_of, tr
from .inputs.address_sources import judged, table_columns
from .inputs.checking import require_field, require_numeric_field, require_points
from .inputs.rows_elsewhere import read_rows, table_elsewhere
from .inputs.table_source import LayerOrTable, table_path
from .layers.elsewhere import TableElsewhere
from .layers.fields import fields_of
from .layers.writing import Outputs
from .wording import reason_sentences

FIELDS = ("RECORD", "WEIGHT", "COUNT")
PLACE_FIELDS = (
    ("rows", QMetaType.Type.LongLong),
    ("addresses", QMetaType.Type.Double),
    ("records", QMetaType.Type.Double),
)


class CollapsePoints(Algorithm):
    """Makes one point of all rows at the same place."""

    arguments = {"INPUT_WEIGHT": "WEIGHT", "INPUT_COUNT": "COUNT"}

    def __init__(self, presentation: Any = None) -> None:
        super().__init__(presentation)
        self._elsewhere: TableElsewhere | None = None

    def name(self) -> str:
        return "collapsepoints"

    def displayName(self) -> str:
        return tr("Collapse points")

    def shortDescription(self) -> str:
        return tr(
            "Makes one point of all rows at the same place, with how many they are; clusters depend on "
            "nothing else. A PostGIS database, or DuckDB for large files, does it where the rows are: only "
            "places come to QGIS."
        )

    def tags(self) -> list[str]:
        return tr("collapse,duplicate,place,site,weight,database,postgis,duckdb,parquet,group by").split(",")

    def declare(self) -> None:
        self.add(
            LayerOrTable("INPUT", tr("Points"), [QgsProcessing.SourceType.TypeVectorPoint]),
            tr(
                "A layer of points, also of a PostGIS database; or the path of a Parquet or CSV file, or of "
                "a folder of Parquet files. Of a file, fields that are not chosen are taken by their names "
                "(longitude, latitude, record, addresses, fractional_count)."
            ),
        )
        any_type = Qgis.ProcessingFieldParameterDataType.Any
        numeric = Qgis.ProcessingFieldParameterDataType.Numeric
        for name, label, data_type, explanation in (
            (
                "RECORD",
                tr("Record"),
                any_type,
                tr(
                    "The field that is equal for all addresses of one application, article or deal. Empty: "
                    "every address is a record of its own."
                ),
            ),
            (
                "WEIGHT",
                tr("Addresses in the row"),
                numeric,
                tr("How many addresses a row stands for, 0 or more. Empty: one."),
            ),
            (
                "COUNT",
                tr("Records in the row"),
                numeric,
                tr(
                    "For rows that stand for the addresses of many records at one place: the sum of their "
                    "parts of those records. Not together with a record field."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterField(name, label, None, "INPUT", data_type, optional=True), explanation
            )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Places"), QgsProcessing.SourceType.TypeVectorPoint
            ),
            tr(
                "A point for every distinct place, with the rows there, the addresses they stand for, and "
                "how many records that is, each divided among all its addresses."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_ROWS", tr("Number of rows")))
        self.addOutput(QgsProcessingOutputNumber("NUM_PLACES", tr("Number of places")))
        self.addOutput(QgsProcessingOutputNumber("NUM_REJECTED", tr("Number of rejected rows")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        fields = self._fields(parameters, context)
        path = table_path(parameters.get("INPUT"))
        if path:
            table_columns(path, "INPUT", fields)
        else:
            source = require_points(self, parameters, "INPUT", context)
            require_field(self, parameters, "RECORD", source, context)
            for name in ("WEIGHT", "COUNT"):
                require_numeric_field(self, parameters, name, source, context)
        if fields["COUNT"] and fields["RECORD"]:
            raise InputError("COUNT", "Give either the record of every row or the records in it, not both.")

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Ask the database in the thread of the project, where the user can be asked for a password."""
        try:
            fields = self._fields(parameters, context)
            self._elsewhere = table_elsewhere(self, parameters, "INPUT", fields, context)
        except InputError as error:
            feedback.reportError(self.sentence(error), fatalError=True)
            return False
        return bool(super().prepareAlgorithm(parameters, context, feedback))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        fields = self._fields(parameters, context)
        reading, judging, summing, writing = monitor_of(feedback).split(6, 1, 1, 2)
        feedback.setProgressText(tr("Reading points"))
        with ExitStack() as engines:
            addresses = read_rows(
                self, parameters, "INPUT", fields, context, feedback, reading, self._elsewhere, engines
            )
        judgement = judged(addresses, context, judging)
        located = judgement.accepted
        if not located.any():
            raise InputError("INPUT", "Not one of the {count} rows can be used.", count=addresses.row_count)
        places = sum_at_places(
            addresses.x,
            addresses.y,
            located,
            addresses.addresses,
            record=addresses.record,
            count=addresses.count,
            groups=addresses.rows,
            monitor=summing,
        )
        sentences, rejected = reason_sentences(), judgement.counts(addresses.rows)
        layer = self.told("INPUT", parameters, context)
        for reason, count in rejected.items():
            feedback.pushWarning(
                tr("{layer}: {count} rows rejected. {reason}").format(
                    layer=layer, count=count, reason=sentences[reason]
                )
            )
        numbers = {
            "NUM_ROWS": addresses.row_count,
            "NUM_PLACES": len(places),
            "NUM_REJECTED": sum(rejected.values()),
        }
        feedback.pushInfo(
            tr("{rows} rows are {places} places; {rejected} rows were rejected.").format(
                rows=numbers["NUM_ROWS"], places=numbers["NUM_PLACES"], rejected=numbers["NUM_REJECTED"]
            )
        )
        with Outputs(self, parameters, context, feedback) as outputs:
            output = outputs.open("OUTPUT", fields_of(PLACE_FIELDS), Qgis.WkbType.Point, addresses.crs)
            columns = [places.rows, places.addresses, places.records]
            output.write(columns, writing, points=(places.x, places.y))
        history = self.history(parameters, context, [f"{name}={value}" for name, value in numbers.items()])
        self.present(
            [OutputLayer(outputs.results["OUTPUT"], tr("Places"), "places", history=history)],
            context,
            feedback,
        )
        return {**outputs.results, **numbers}

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        chosen = {name: self.parameterAsString(parameters, name, context) for name in FIELDS}
        return dict.fromkeys(("ECONOMY", "ORGANISATION", "FIELD"), "") | chosen
