"""Raw addresses get the cluster of their site, so that every step can go on from a finished run."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QMetaType

from ..analysis.clustered import number_clusters
from ..analysis.errors import InputError
from ..analysis.site_matching import match_sites
from .base import Algorithm, OutputLayer, monitor_of, tr
from .inputs.checking import require_points
from .inputs.cluster_sites import add_site_fields, check_sites, chosen_decimals, read_in_degrees
from .layers.columns import Column
from .layers.copying import Copy, copy_rows
from .layers.fields import WHOLE, fields_of
from .layers.writing import Outputs

LABEL_FIELDS = (("cluster_id", WHOLE), ("at_site", QMetaType.Type.Bool))


class LabelAddresses(Algorithm):
    """Gives every address the cluster of the site at its exact coordinates."""

    def name(self) -> str:
        return "labeladdresses"

    def displayName(self) -> str:
        return tr("Label addresses")

    def shortDescription(self) -> str:
        return tr(
            "Gives addresses the cluster of the site they are at, from the sites that Innovation clusters "
            "makes, so that all other steps can go on from there. Addresses at no site are counted and "
            "handed back."
        )

    def tags(self) -> list[str]:
        return tr("address,site,cluster,label,join,coordinates").split(",")

    def declare(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Addresses"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr("The points that the clusters were made from, or others at the same coordinates."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "SITES", tr("Sites"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr("The sites of a run of Innovation clusters, or any points with a cluster in a field."),
        )
        add_site_fields(
            self,
            tr(
                "Where sites were rounded: longitudes and latitudes of both layers are rounded to so many "
                "decimals before they are compared. Empty: they must be equal to the last digit."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Clustered addresses"), QgsProcessing.SourceType.TypeVectorPoint
            ),
            tr(
                "All rows of the input with cluster_id, empty for noise, and at_site, whether there is a "
                "site at their place."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "UNMATCHED",
                tr("Addresses at no site"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=False,
            ),
            tr("The rows without a site at their place, to see what is the matter with them."),
        )
        self.addOutput(QgsProcessingOutputNumber("NUM_UNMATCHED", tr("Number of addresses at no site")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        require_points(self, parameters, "INPUT", context)
        check_sites(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        field = self.parameterAsString(parameters, "CLUSTER_FIELD", context)
        source = require_points(self, parameters, "INPUT", context)
        site_table, *site_places = read_in_degrees(
            self, "SITES", [field], parameters, context, monitor_of(feedback, 0.0, 0.25)
        )
        table, *places = read_in_degrees(
            self, "INPUT", [], parameters, context, monitor_of(feedback, 0.25, 0.5)
        )
        site = match_sites(
            *site_places,
            *places,
            decimals=chosen_decimals(self, parameters, context),
            monitor=monitor_of(feedback, 0.5, 0.6),
        )
        at_site = site >= 0
        if not at_site.any():
            raise InputError(
                "SITES",
                "Not one of the {count} addresses is at a site; choose the sites that were made of them, or "
                "round both.",
                count=len(table),
            )
        names, labels = number_clusters(site_table.columns[field])
        # The class behind the last cluster is noise, the one behind that no site.
        noise, nowhere = len(names), len(names) + 1
        of_site = np.where(labels >= 0, labels, noise)
        classes = np.where(at_site, of_site[site], nowhere)
        unmatched = int(np.count_nonzero(~at_site))
        feedback.pushInfo(
            tr("{clustered} addresses are in clusters, {noise} in none, {unmatched} at no site.").format(
                clustered=int(np.count_nonzero(classes < noise)),
                noise=int(np.count_nonzero(classes == noise)),
                unmatched=unmatched,
            )
        )
        if unmatched:
            feedback.pushWarning(
                tr("{count} addresses are at no site and have no cluster.").format(count=unmatched)
            )
        columns: list[Column] = [[*map(int, names), None, None], [True] * (len(names) + 1) + [False]]
        fields = QgsProcessingUtils.combineFields(source.fields(), fields_of(LABEL_FIELDS))
        added = fields.names()[-len(columns) :]
        with Outputs(self, parameters, context, feedback) as outputs:
            output, rest = (
                outputs.open(name, kept, source.wkbType(), source.sourceCrs(), new_primary_key=True)
                for name, kept in (("OUTPUT", fields), ("UNMATCHED", source.fields()))
            )
            everything = np.ones(len(table), dtype=bool)
            copy = Copy(output, everything, columns, classes)
            copy_rows(source, table, [copy], monitor_of(feedback, 0.6, 0.95))
            copy_rows(source, table, [Copy(rest, ~at_site)], monitor_of(feedback, 0.95, 1.0))
        history = self.history(parameters, context, [f"NUM_UNMATCHED={unmatched}"])
        self.present(
            [
                OutputLayer(
                    outputs.results[name],
                    label,
                    style,
                    history=history,
                    fields=dict(zip(("cluster_id", "at_site"), added, strict=True)),
                )
                for name, label, style in (
                    ("OUTPUT", tr("Clustered addresses"), "clustered_addresses"),
                    ("UNMATCHED", tr("Addresses at no site"), "addresses"),
                )
                if name in outputs.results
            ],
            context,
            feedback,
        )
        return {**outputs.results, "NUM_UNMATCHED": unmatched}
