"""Who and what a cluster is made of: leading organisations and the mix of fields, as tables."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..analysis.actors import (
    FieldRows,
    Standings,
    location_quotients,
    split_fields,
    standings,
    technology_mix,
)
from ..analysis.counting import record_fractions
from ..analysis.errors import InputError
from ..analysis.monitor import Monitor
from ..analysis.organisations import code_organisations
from ..analysis.sums import sum_by
from ..analysis.texts import Coded, code_texts
from .base import Algorithm, OutputLayer, monitor_of, tr
from .inputs.checking import require_field, require_numeric_field, require_rows, weights_of
from .inputs.cluster_field import cluster_id_field, clusters_in
from .inputs.fields import add_count_field, add_field, add_weight_field, require_count_field
from .inputs.references import add_aliases, check_aliases, read_aliases
from .layers.columns import Column
from .layers.fields import REAL, TEXT, WHOLE, fields_of
from .layers.points import read_points, texts_of
from .layers.stored import stored_layer
from .layers.writing import Outputs

ORGANISATION_COLUMNS = (
    ("place", WHOLE),
    ("organisation", TEXT),
    ("records", REAL),
    ("share", REAL),
    ("spellings", WHOLE),
)
FIELD_COLUMNS = (
    ("place", WHOLE),
    ("field", TEXT),
    ("records", REAL),
    ("share", REAL),
    ("share_all", REAL),
    ("location_quotient", REAL),
)


class ClusterProfiles(Algorithm):
    """Makes tables of the leading organisations and of the fields of clusters."""

    arguments = {"aliases": "ALIASES"}

    def name(self) -> str:
        return "clusterprofiles"

    def displayName(self) -> str:
        return tr("Cluster profiles")

    def shortDescription(self) -> str:
        return tr(
            "Who and what clusters are made of: the leading applicants, institutions or firms of every "
            "cluster with their shares, and its mix of fields of science or technology beside that of all "
            "clusters. Records count by the part of their addresses that is in the cluster."
        )

    def tags(self) -> list[str]:
        return tr("organisation,applicant,university,firm,field,technology,profile,share,cluster").split(",")

    # Declaring

    def declare(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Clustered addresses"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr(
                "Addresses of one metric, applications, articles or deals, with their cluster in a field: "
                "points or a table."
            ),
        )
        add_field(
            self,
            "CLUSTER_FIELD",
            tr("Cluster field"),
            tr(
                "The field with the number or name of the cluster. Where it is empty or -1 the address is "
                "in no cluster, but stays part of its record."
            ),
            default="cluster_id",
        )
        add_field(
            self,
            "RECORD_FIELD",
            tr("Record field"),
            tr(
                "The field that is equal for all addresses of one record. Rows where it is empty take no "
                "part. Not chosen: every address is a record of its own."
            ),
        )
        add_field(
            self,
            "ORGANISATION_FIELD",
            tr("Organisation field"),
            tr(
                "The applicant, institution or firm. Spellings that differ in case, diacritics, spaces, "
                "punctuation or legal form (Inc., GmbH, 주식회사) are one; the most frequent is printed."
            ),
        )
        add_field(
            self,
            "FIELD_FIELD",
            tr("Field of science or technology"),
            tr("The field or fields of the record. A record with several counts for each by an equal part."),
        )
        self.add(
            QgsProcessingParameterString("SEPARATOR", tr("Separator of fields"), ";", optional=True),
            tr("What stands between the fields of one record. Empty: a row states one field."),
        )
        add_weight_field(self, tr("Number of addresses in the row"), advanced=True)
        add_count_field(self, tr("Records in the row"))
        add_aliases(self)
        self.add(
            QgsProcessingParameterNumber(
                "TOP",
                tr("Organisations per cluster"),
                Qgis.ProcessingNumberParameterType.Integer,
                10,
                minValue=0,
            ),
            tr("How many to list for every cluster; 0 lists all. Fields are all listed."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "ORGANISATIONS",
                tr("Leading organisations"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=True,
            ),
            tr(
                "One row per cluster and organisation: cluster_id; place, from 1; organisation; records, "
                "counted fractionally; share, per cent of all records of the cluster; spellings, how many "
                "were found. Needs the organisation field."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "FIELDS",
                tr("Fields"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=True,
            ),
            tr(
                "One row per cluster and field, and with an empty cluster_id per field of all clusters "
                "together: place; field; records; share, per cent of the cluster's records that state a "
                "field; share_all, the same of all clusters together; location_quotient, the one over the "
                "other: above 1 the cluster is specialised. Needs the field of science or technology."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_CLUSTERS", tr("Number of clusters")))

    # Checking

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        source = require_rows(self, parameters, "INPUT", context)
        if not require_field(self, parameters, "CLUSTER_FIELD", source, context):
            raise InputError("CLUSTER_FIELD", "Choose the field with the cluster of every address.")
        for name in ("RECORD_FIELD", "ORGANISATION_FIELD", "FIELD_FIELD"):
            require_field(self, parameters, name, source, context)
        require_numeric_field(self, parameters, "WEIGHT_FIELD", source, context)
        require_count_field(self, parameters, source, context)
        if not (self._field(parameters, "ORGANISATION_FIELD") or self._field(parameters, "FIELD_FIELD")):
            raise InputError(
                "ORGANISATION_FIELD",
                "Choose the field with the organisation, or that of science or technology, or both.",
            )
        check_aliases(self, parameters, context)

    # Computing

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        source = require_rows(self, parameters, "INPUT", context)
        cluster, record, organisation, field, weight, count = (
            self.parameterAsString(parameters, f"{name}_FIELD", context)
            for name in ("CLUSTER", "RECORD", "ORGANISATION", "FIELD", "WEIGHT", "COUNT")
        )
        aliases = read_aliases(self, parameters, context)
        table = read_points(
            source,
            [cluster, record, organisation, field, weight, count],
            context,
            monitor_of(feedback, 0.0, 0.4),
            geometries=False,
            stored=stored_layer(self, parameters, "INPUT", context),
        )
        records = texts_of(table, record) if record else None
        if records is not None:
            table, records = table.select(records != ""), records[records != ""]
            _tell_left_out(source.featureCount() - len(table), feedback)
        names, labels = clusters_in(table.columns[cluster])
        everything = np.ones(len(table), dtype=bool)
        addresses = weights_of(table, weight, "WEIGHT_FIELD", everything)
        parts = (
            weights_of(table, count, "COUNT_FIELD", everything)
            if count
            else record_fractions(records, addresses)
        )
        clusters = _Clusters(names, labels, parts, cluster_id_field(source, cluster))
        feedback.pushInfo(
            tr("{count} clusters with {records} records of {total} in the input.").format(
                count=len(names),
                records=round(float(clusters.whole.sum()), 3),
                total=round(float(parts.sum()), 3),
            )
        )
        layers: list[tuple[str, str, str, QgsFields, list[Column]]] = []
        if organisation:
            coded = code_organisations(
                code_texts(texts_of(table, organisation)), addresses, aliases, monitor_of(feedback, 0.4, 0.6)
            )
            found = standings(
                labels, coded.code, parts, len(names), clusters.whole, monitor_of(feedback, 0.6, 0.7)
            )
            _tell_unnamed(clusters, labels >= 0, coded, feedback)
            top = self.parameterAsInt(parameters, "TOP", context)
            fields, columns = clusters.organisation_table(found.first(top) if top else found, coded)
            layers.append(("ORGANISATIONS", tr("Leading organisations"), "organisations", fields, columns))
        if field:
            stated = split_fields(
                code_texts(texts_of(table, field), monitor_of(feedback, 0.7, 0.75)),
                self.parameterAsString(parameters, "SEPARATOR", context).strip(),
            )
            fields, columns = clusters.field_table(stated, monitor_of(feedback, 0.75, 0.8))
            _tell_without_field(clusters, stated, feedback)
            layers.append(("FIELDS", tr("Fields of clusters"), "fields", fields, columns))

        with Outputs(self, parameters, context, feedback) as outputs:
            for name, _, _, fields, columns in layers:
                output = outputs.open(name, fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem())
                output.write(columns, monitor_of(feedback, 0.8, 1.0))
        history = self.history(parameters, context, [f"NUM_CLUSTERS={len(names)}"])
        self.present(
            [
                OutputLayer(outputs.results[name], label, style, order=order, history=history)
                for order, (name, label, style, _, _) in enumerate(layers)
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {**outputs.results, "NUM_CLUSTERS": len(names)}

    def _field(self, parameters: dict[str, Any], name: str) -> str:
        return str(parameters.get(name) or "")


class _Clusters:
    """Clusters by their place in `names`, and what every row counts for in its own.

    `labels` int64[n], -1 for none; `parts` float64[n] of records; `whole` float64[k] the records of each.
    """

    def __init__(
        self, names: list[Any], labels: NDArray[np.int64], parts: NDArray[np.float64], field: QgsField
    ) -> None:
        self.names, self.labels, self.parts = names, labels, parts
        self.whole = sum_by(labels, parts, len(names))
        self._field = field

    def organisation_table(self, found: Standings, coded: Coded) -> tuple[QgsFields, list[Column]]:
        """Return fields and columns of the leading organisations."""
        return fields_of(ORGANISATION_COLUMNS, self._field), [
            self._named(found),
            found.place,
            [coded.names[code] for code in found.code.tolist()],
            found.count,
            found.share,
            coded.spellings[found.code],
        ]

    def field_table(self, stated: FieldRows, monitor: Monitor) -> tuple[QgsFields, list[Column]]:
        """Return fields and columns of the mix of every cluster, and last of all together."""
        each, together = technology_mix(self.labels, stated, self.parts, len(self.names), monitor)
        of_all = np.full(len(stated.names), np.nan)
        of_all[together.code] = together.share
        code = np.concatenate([each.code, together.code])
        quotients = location_quotients(each, together, len(stated.names))
        return fields_of(FIELD_COLUMNS, self._field), [
            [*self._named(each), *[None] * len(together)],
            np.concatenate([each.place, together.place]),
            [stated.names[number] for number in code.tolist()],
            np.concatenate([each.count, together.count]),
            np.concatenate([each.share, together.share]),
            of_all[code],
            np.concatenate([quotients, np.ones(len(together))]),
        ]

    def _named(self, found: Standings) -> list[Any]:
        return [self.names[group] for group in found.group.tolist()]


def _tell_left_out(rows: int, feedback: QgsProcessingFeedback) -> None:
    if rows:
        feedback.pushWarning(tr("{count} rows without a record take no part.").format(count=rows))


def _tell_unnamed(
    clusters: _Clusters, clustered: NDArray[np.bool_], coded: Coded, feedback: QgsProcessingFeedback
) -> None:
    unnamed = clustered & (coded.code < 0)
    if unnamed.any():
        feedback.pushInfo(
            tr("{count} records in clusters name no organisation; shares are of all records.").format(
                count=round(float(clusters.parts[unnamed].sum()), 3)
            )
        )


def _tell_without_field(clusters: _Clusters, stated: FieldRows, feedback: QgsProcessingFeedback) -> None:
    silent = clusters.labels >= 0
    silent[stated.row] = False
    if silent.any():
        feedback.pushInfo(
            tr("{count} records in clusters state no field and are left out of the mix.").format(
                count=round(float(clusters.parts[silent].sum()), 3)
            )
        )
