"""Tables and layers to address points; every row that is none goes to the rejects with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..analysis.addresses import REASONS, Judgement, Payers, judge, repeated
from ..analysis.errors import InputError
from ..analysis.monitor import Monitor
from ..analysis.wkb import Form
from .base import Algorithm, OutputLayer, monitor_of, tr
from .inputs.checking import require_field
from .inputs.coordinates import add_coordinate_fields, check_coordinates, coordinate_fields
from .inputs.countries import add_countries, check_countries, chosen_countries
from .inputs.table_source import LayerOrTable, table_path
from .layers.columns import Column
from .layers.copying import Copy, copy_rows
from .layers.points import PointTable, read_again, read_points
from .layers.stored import stored_layer
from .layers.tables import needs_copy, table_layer
from .layers.transforming import transform_points
from .layers.writing import Outputs
from .measures.measuring import LONGITUDE_LATITUDE
from .wording import reason_sentences

PRIMARY_KEY = "fid"


class PreparePoints(Algorithm):
    """Makes points of longitude and latitude out of any table or layer and loses no row on the way."""

    def name(self) -> str:
        return "preparepoints"

    def displayName(self) -> str:
        return tr("Prepare points")

    def shortDescription(self) -> str:
        return tr(
            "Turns a table or layer into address points that can be clustered. Rows that cannot be used go "
            "to a second output, each with the reason: rows in are points plus rejects."
        )

    def tags(self) -> list[str]:
        return tr("points,table,csv,coordinates,address,clean,reject,geocoding,prepare").split(",")

    def declare(self) -> None:
        self.add(
            LayerOrTable("INPUT", tr("Table or layer"), [QgsProcessing.SourceType.TypeVector]),
            tr(
                "A point layer, or a table with two columns of coordinates; also the path of a Parquet or "
                "CSV file, or of a folder of Parquet files. All its fields are kept. Heights and measures "
                "of points are dropped, multipoints with one point count as that point."
            ),
        )
        add_coordinate_fields(self)
        for parameter, label, explanation in (
            (
                "RECORD_FIELD",
                tr("Record"),
                tr(
                    "What an address belongs to: the number of a patent application, article or deal. "
                    "Copied to the field record; rows without are rejected."
                ),
            ),
            (
                "WEIGHT_FIELD",
                tr("Weight"),
                tr(
                    "How much an address counts, 0 or more. Copied to the field weight; rows without a "
                    "number are rejected."
                ),
            ),
            (
                "ECONOMY_FIELD",
                tr("Economy"),
                tr(
                    "The two-letter code of the economy that the address states (KR, US). Copied in "
                    "capitals to the field economy; other forms are rejected, empty ones stay empty."
                ),
            ),
            (
                "ORGANISATION_FIELD",
                tr("Organisation"),
                tr("The applicant, institution or firm, by name or ROR identifier. Copied to organisation."),
            ),
        ):
            self.add(QgsProcessingParameterField(parameter, label, None, "INPUT", optional=True), explanation)
        self.add(
            QgsProcessingParameterExpression(
                "EXCLUDE", tr("Exclude rows where"), None, "INPUT", optional=True
            ),
            tr("A condition, such as \"status\" = 'withdrawn'; rows for which it is true are rejected."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("REJECT_PAYERS", tr("Reject organisations that only pay"), True),
            tr(
                "Foundations and funding consortia stand in publication data where they paid for the work; "
                "none was done at their seat. Known ones, by exact name or ROR identifier, are rejected. "
                "Needs the organisation."
            ),
            advanced=True,
        )
        add_countries(
            self, tr("Outlines to check the stated economy against. Needs the economy."), advanced=True
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Address points"), QgsProcessing.SourceType.TypeVectorPoint
            ),
            tr(
                "Points in longitude and latitude (EPSG:4326) with all fields of the input, and record, "
                "weight, economy and organisation where they are chosen. A field of the input that has one "
                "of these names already is called source_… then."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "REJECTS",
                tr("Rejects"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=True,
            ),
            tr(
                "The other rows, with their fields and geometry as they were; reason, a short code; "
                "reason_text, a sentence; and row, the number of the row in the input, from 1."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_POINTS", tr("Number of address points")))
        self.addOutput(QgsProcessingOutputNumber("NUM_REJECTS", tr("Number of rejects")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        # Of a file that is to be copied, its first row tells whether it will do.
        parameters = self._readable(parameters, context, Monitor(), rows=1)
        source = self._source(parameters, context)
        check_coordinates(self, parameters, source, context)
        for name in ("RECORD_FIELD", "WEIGHT_FIELD", "ECONOMY_FIELD", "ORGANISATION_FIELD"):
            require_field(self, parameters, name, source, context)
        self._check_exclude(parameters, source, context)
        check_countries(self, parameters, context)

    def _readable(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        monitor: Monitor,
        *,
        rows: int | None = None,
    ) -> dict[str, Any]:
        """Return parameters of which QGIS can read the input, all of it or its first rows."""
        path = table_path(parameters.get("INPUT"))
        if not path or not needs_copy(path):
            return parameters
        return {**parameters, "INPUT": table_layer(path, "INPUT", context, monitor, rows=rows).id()}

    def _source(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise InputError("INPUT", "The layer cannot be read; choose another one.")
        if source.featureCount() == 0:
            raise InputError(
                "INPUT", "The layer has no rows; choose another one, or clear its filter or selection."
            )
        return source

    def _check_exclude(
        self, parameters: dict[str, Any], source: QgsProcessingFeatureSource, context: QgsProcessingContext
    ) -> None:
        # Not parameterAsExpression: it takes an expression that cannot be read for none at all.
        text = self.parameterAsString(parameters, "EXCLUDE", context)
        if not text:
            return
        expression = QgsExpression(text)
        if expression.hasParserError():
            raise InputError(
                "EXCLUDE",
                "The condition cannot be read: {problem}. Mend it in the expression dialog.",
                problem=expression.parserErrorString().strip(),
            )
        unknown = [
            column
            for column in sorted(expression.referencedColumns())
            if column != QgsFeatureRequest.ALL_ATTRIBUTES and source.fields().lookupField(column) < 0
        ]
        if unknown:
            raise InputError(
                "EXCLUDE", "The input has no field {field}; use one that it has.", field=", ".join(unknown)
            )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        given = parameters
        parameters = self._readable(parameters, context, monitor_of(feedback, 0.0, 0.1))
        source = self._source(parameters, context)
        coordinates = coordinate_fields(self, parameters, source, context)
        chosen = {
            canonical: self.parameterAsString(parameters, parameter, context)
            for canonical, parameter in (
                ("record", "RECORD_FIELD"),
                ("weight", "WEIGHT_FIELD"),
                ("economy", "ECONOMY_FIELD"),
                ("organisation", "ORGANISATION_FIELD"),
            )
        }
        key = source.fields().lookupField(PRIMARY_KEY)
        key_field = source.fields().at(key).name() if key >= 0 else ""
        table = read_points(
            source,
            [*(coordinates or ()), *chosen.values(), key_field],
            context,
            monitor_of(feedback, 0.1, 0.2),
            geometries=source.wkbType() != Qgis.WkbType.NoGeometry,
            stored=stored_layer(self, parameters, "INPUT", context),
        )
        excluded = self._excluded(parameters, source, table, context, monitor_of(feedback, 0.2, 0.25))
        judgement = self._judge(
            parameters,
            source,
            coordinates,
            chosen,
            table,
            excluded,
            context,
            monitor_of(feedback, 0.25, 0.45),
        )
        results = self._write(parameters, source, chosen, key_field, table, judgement, context, feedback)
        self._tell(chosen, table, judgement, feedback)
        self._present(given, results, judgement, context, feedback)
        return results

    def _excluded(
        self,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        table: PointTable,
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> NDArray[np.bool_] | None:
        text = self.parameterAsString(parameters, "EXCLUDE", context)
        if not text:
            return None
        expression = QgsExpression(text)
        expressions = self.createExpressionContext(parameters, context, source)
        expression.prepare(expressions)
        request = QgsFeatureRequest()
        if not expression.needsGeometry():
            request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
        request.setSubsetOfAttributes(expression.referencedColumns(), source.fields())
        excluded = np.zeros(len(table), dtype=bool)
        for row, feature in enumerate(read_again(source, request, table.ids, monitor)):
            expressions.setFeature(feature)
            excluded[row] = expression.evaluate(expressions) in (True, 1)
            if expression.hasEvalError():
                raise InputError(
                    "EXCLUDE",
                    "The condition cannot be evaluated in row {row}: {problem}. Mend it, or the row.",
                    row=row + 1,
                    problem=expression.evalErrorString().strip(),
                )
        return excluded

    def _judge(
        self,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        coordinates: tuple[str, str] | None,
        chosen: dict[str, str],
        table: PointTable,
        excluded: NDArray[np.bool_] | None,
        context: QgsProcessingContext,
        monitor: Monitor,
    ) -> Judgement:
        crs = self.parameterAsCrs(parameters, "CRS", context) if coordinates else source.sourceCrs()
        degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)

        def to_degrees(
            x: NDArray[np.float64], y: NDArray[np.float64]
        ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
            return transform_points(x, y, crs, degrees, context, monitor)

        def column(canonical: str) -> NDArray[np.object_] | None:
            return table.columns[chosen[canonical]] if chosen[canonical] else None

        reject_payers = self.parameterAsBoolean(parameters, "REJECT_PAYERS", context)
        return judge(
            table.columns[coordinates[0]] if coordinates else table.x,
            table.columns[coordinates[1]] if coordinates else table.y,
            geographic=crs.isGeographic(),
            form=None if coordinates else table.form,
            to_degrees=to_degrees,
            excluded=excluded,
            weights=column("weight"),
            records=column("record"),
            economies=column("economy"),
            organisations=column("organisation"),
            payers=Payers.read() if reject_payers and chosen["organisation"] else None,
            countries=chosen_countries(self, parameters, context),
            tolerance=self.parameterAsDouble(parameters, "COUNTRY_TOLERANCE", context),
            monitor=monitor,
        )

    def _write(
        self,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        chosen: dict[str, str],
        key_field: str,
        table: PointTable,
        judgement: Judgement,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        added = _canonical_columns(source.fields(), chosen, table, judgement)
        # A GeoPackage takes this field for its key and refuses rows where it does not serve as one.
        unfit = [key_field] if key_field and not _is_key(table.columns[key_field]) else []
        sentences = reason_sentences()
        numbers = judgement.reasons.tolist()
        explained = [
            _Added(
                QgsField("reason", QMetaType.Type.QString), _texts([REASONS[number] for number in numbers])
            ),
            _Added(
                QgsField("reason_text", QMetaType.Type.QString),
                _texts([sentences.get(REASONS[number], "") for number in numbers]),
            ),
            _Added(QgsField("row", QMetaType.Type.Int), np.arange(1, len(table) + 1)),
        ]
        strange = _strange_shapes(source, table)
        if strange.any():
            shapes = _well_known_texts(source, table, strange)
            explained.append(_Added(QgsField("geometry_text", QMetaType.Type.QString), shapes))
        with Outputs(self, parameters, context, feedback) as outputs:
            points = outputs.open(
                "OUTPUT",
                fields_with(source.fields(), [column.field for column in added], unfit),
                Qgis.WkbType.Point,
                QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE),
            )
            rejects = outputs.open(
                "REJECTS",
                fields_with(source.fields(), [column.field for column in explained], unfit),
                _rejects_type(source, table),
                source.sourceCrs(),
            )
            copy_rows(
                source,
                table,
                [
                    Copy(
                        points,
                        judgement.accepted,
                        [column.values for column in added],
                        points=(judgement.longitude, judgement.latitude),
                    ),
                    Copy(
                        rejects,
                        ~judgement.accepted,
                        [column.values for column in explained],
                        geometry=~(strange | np.equal(table.form, Form.NOTHING)),
                    ),
                ],
                monitor_of(feedback, 0.45, 1.0),
            )
            accepted = int(judgement.accepted.sum())
            for output, expected in ((points, accepted), (rejects, len(table) - accepted)):
                if output.wanted and output.count != expected:
                    raise QgsProcessingException(
                        tr("{output} has {count} rows instead of {expected}.").format(
                            output=output.name, count=output.count, expected=expected
                        )
                    )
        return {**outputs.results, "NUM_POINTS": accepted, "NUM_REJECTS": len(table) - accepted}

    def _tell(
        self,
        chosen: dict[str, str],
        table: PointTable,
        judgement: Judgement,
        feedback: QgsProcessingFeedback,
    ) -> None:
        accepted = judgement.accepted
        feedback.pushInfo(
            tr("{rows} rows in = {points} points + {rejects} rejects.").format(
                rows=len(table), points=int(accepted.sum()), rejects=int((~accepted).sum())
            )
        )
        sentences = reason_sentences()
        for reason, count in judgement.counts().items():
            feedback.pushInfo(f"  {count} × {reason}: {sentences[reason]}")
        records = table.columns[chosen["record"]][accepted] if chosen["record"] else None
        for count, sentence in (
            (table.with_z, tr("{count} points have heights, which are dropped.")),
            (table.with_m, tr("{count} points have measures, which are dropped.")),
            (
                repeated(records, judgement.longitude[accepted], judgement.latitude[accepted]),
                tr("{count} rows repeat the record and coordinate of another; they are kept."),
            ),
            (
                judgement.unchecked,
                tr(
                    "{count} addresses state an economy of which there is no outline; they are kept "
                    "unchecked."
                ),
            ),
        ):
            if count:
                feedback.pushInfo(sentence.format(count=count))
        if not accepted.any():
            feedback.pushWarning(tr("Not one row can be used; the rejects tell why."))

    def _present(
        self,
        parameters: dict[str, Any],
        results: dict[str, Any],
        judgement: Judgement,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        counts = [f"{reason}={count}" for reason, count in judgement.counts().items()]
        history = self.history(parameters, context, [f"rows={len(judgement.reasons)}", *counts])
        self.present(
            [
                OutputLayer(results[name], label, style, order=order, history=history)
                for order, (name, label, style) in enumerate(
                    (
                        ("OUTPUT", tr("Address points"), "addresses"),
                        ("REJECTS", tr("Rejects"), "rejects"),
                    )
                )
                if name in results
            ],
            context,
            feedback,
        )


@dataclass(frozen=True)
class _Added:
    """A field that an output has beyond those of the input, with its values for all rows of the input."""

    field: QgsField
    values: Column


def _canonical_columns(
    fields: QgsFields, chosen: dict[str, str], table: PointTable, judgement: Judgement
) -> list[_Added]:
    """Return record, weight, economy and organisation where they are chosen and not there already."""
    added = []
    for canonical, name in chosen.items():
        if not name:
            continue
        original, values = fields.at(fields.lookupField(name)), table.columns[name]
        if canonical == "weight":
            there = original.isNumeric()
            made = _Added(QgsField(canonical, QMetaType.Type.Double), judgement.weights)
        elif canonical == "economy":
            there = bool((values == judgement.economies)[judgement.accepted].all())
            made = _Added(QgsField(canonical, QMetaType.Type.QString), judgement.economies)
        else:
            there = True
            copied = QgsField(original)
            copied.setName(canonical)
            made = _Added(copied, values)
        if not (there and original.name() == canonical):
            added.append(made)
    return added


def _holds_points(source: QgsProcessingFeatureSource) -> bool:
    return QgsWkbTypes.geometryType(source.wkbType()) in (
        Qgis.GeometryType.Point,
        Qgis.GeometryType.Unknown,
    )


def _rejects_type(source: QgsProcessingFeatureSource, table: PointTable) -> Qgis.WkbType:
    """Return the type of geometry that the rejects of a source can be stored as, whatever the format."""
    if source.wkbType() == Qgis.WkbType.Unknown:
        return Qgis.WkbType.MultiPoint
    if _holds_points(source) and table.count(Form.SEVERAL_POINTS):
        return QgsWkbTypes.multiType(source.wkbType())
    return source.wkbType()


def _strange_shapes(source: QgsProcessingFeatureSource, table: PointTable) -> NDArray[np.bool_]:
    """Return bool[n], what only some formats can store in a layer of points: lines, polygons, coordinates
    that are not finite.
    """
    not_finite = np.equal(table.form, Form.POINT) & ~(np.isfinite(table.x) & np.isfinite(table.y))
    return (np.equal(table.form, Form.NOT_A_POINT) | not_finite) & _holds_points(source)


def _well_known_texts(
    source: QgsProcessingFeatureSource, table: PointTable, rows: NDArray[np.bool_]
) -> NDArray[np.object_]:
    texts = np.full(len(table), None, dtype=object)
    places = dict(zip(table.ids[rows].tolist(), np.flatnonzero(rows).tolist(), strict=True))
    request = QgsFeatureRequest().setFilterFids(list(places)).setNoAttributes()
    for feature in source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks):
        texts[places[feature.id()]] = feature.geometry().asWkt()
    return texts


def fields_with(fields: QgsFields, added: list[QgsField], unfit: list[str]) -> QgsFields:
    """Return the fields of an input followed by added ones, which keep their names: a field of the input that
    has one of them, in capitals or not, or that is `unfit` to keep its own, is called source_… instead.
    """
    taken = {field.name().lower() for field in (*fields, *added)}
    yielding = {field.name().lower() for field in added} | {name.lower() for name in unfit}
    result = QgsFields()
    for original in fields:
        field = QgsField(original)
        if original.name().lower() in yielding:
            name = f"source_{original.name()}"
            number = 2
            while name.lower() in taken:
                name = f"source_{original.name()}_{number}"
                number += 1
            taken.add(name.lower())
            field.setName(name)
        result.append(field)
    for field in added:
        result.append(field)
    return result


def _is_key(values: NDArray[np.object_]) -> bool:
    keys = values.tolist()
    return all(type(key) is int and key >= 0 for key in keys) and len(set(keys)) == len(keys)


def _texts(values: list[str]) -> NDArray[np.object_]:
    texts = np.empty(len(values), dtype=object)
    texts[:] = values
    return texts
