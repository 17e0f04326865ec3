"""What the metadata of an output tells: what it is, how and of what it was made, how many rows went where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsBox3D,
    QgsLayerMetadata,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime

from ..processing_algorithms.base import OutputLayer, language, tr
from ..processing_algorithms.metadata import NAME

# What ISO 19115 calls the subject of such data, and the vocabulary that QGIS's own window reads it from.
TOPICS = "gmd:topicCategory"
TOPIC = "Economy"


def output_metadata(
    output: OutputLayer, layer: QgsVectorLayer, algorithm: str, counts: Sequence[str] = ()
) -> QgsLayerMetadata:
    """Return the metadata of an output; `algorithm` is an id with that of the provider, `counts` tell the
    rows of all outputs of the run.
    """
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setIdentifier(_identifier(output, layer))
    metadata.setLanguage(language())
    metadata.setTitle(output.name)
    maker = QgsApplication.processingRegistry().algorithmById(algorithm)
    # What the algorithm is for, where an output needs no words of its own beside its title.
    metadata.setAbstract(_abstract(output.style) or (maker.shortDescription() if maker else ""))
    metadata.setKeywords({TOPICS: [TOPIC], NAME: maker.tags() if maker else []})
    metadata.setHistory([*output.history, *counts])
    metadata.setRights([_rights(output.style)])
    metadata.setConstraints(_constraints(output.history))
    metadata.setEncoding(layer.dataProvider().encoding())
    metadata.setCrs(layer.crs())
    metadata.setExtent(_extent(layer))
    metadata.setDateTime(Qgis.MetadataDateType.Created, QDateTime.currentDateTimeUtc())
    return metadata


def _identifier(output: OutputLayer, layer: QgsVectorLayer) -> str:
    """Return the table or file a layer is in. GDAL writes it into the GeoPackage, which takes none twice."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return parts.get("layerName") or Path(parts.get("path") or "").stem or output.style


def told_count(output: OutputLayer, layer: QgsVectorLayer) -> str:
    """Return how many rows an output has, as its metadata and that of its sisters tell it."""
    return tr("{layer}: {count} rows written").format(layer=output.name, count=layer.featureCount())


def _extent(layer: QgsVectorLayer) -> QgsLayerMetadata.Extent:
    extent = QgsLayerMetadata.Extent()
    box = layer.extent()
    if layer.isSpatial() and not box.isNull():
        part = QgsLayerMetadata.SpatialExtent()
        part.extentCrs = layer.crs()
        part.bounds = QgsBox3D(box)
        extent.setSpatialExtents([part])
    return extent


def _constraints(history: Sequence[str]) -> list[QgsLayerMetadata.Constraint]:
    """Return what binds whoever uses the layer: the licences of the input, and what the analyst remarks."""
    constraints = [QgsLayerMetadata.Constraint(tr("The licences of the input data apply."), "use")]
    remarks = [line.removeprefix("REMARK=") for line in history if line.startswith("REMARK=")]
    return [*constraints, *(QgsLayerMetadata.Constraint(remark, "other") for remark in remarks)]


def _abstract(style: str) -> str:
    match style:
        case "clusters":
            return tr(
                "Innovation clusters as polygons, with counts, shares of the totals in per cent, score "
                "(sum of the shares) and rank."
            )
        case "ranking":
            return tr("The ranking of the innovation clusters as a table.")
        case "sites":
            return tr(
                "The distinct coordinates of all addresses, with their weight, their cluster and their role "
                "in it. Sites without a cluster are noise."
            )
        case "density_clusters":
            return tr("Points with the cluster and the role that weighted density clustering gave them.")
        case "boundaries":
            return tr("Boundaries of clusters of points, with statistics per cluster.")
        case "rank_changes" | "comparison":
            return tr(
                "The clusters of two editions compared: which is which, what became of the others, ranks and "
                "output."
            )
        case "addresses":
            return tr("Addresses ready for clustering, with record, weight, economy and organisation.")
        case "clustered_addresses":
            return tr("Addresses with the number of the cluster each is in.")
        case "links":
            return tr("Lines between clusters that share records, with what they share.")
        case "partners":
            return tr("What every cluster makes alone and with others, and with whom most.")
        case "merges":
            return tr("Pairs of close clusters, with what speaks for and against merging them.")
        case "organisations":
            return tr("The leading organisations of every cluster, with their shares of its records.")
        case "fields":
            return tr("The mix of fields of every cluster, beside that of all clusters together.")
        case "suspicious_sites":
            return tr("Places of addresses that are wrong or doubtful, each with its reasons.")
        case "geocoding":
            return tr("How exactly addresses are located, by economy, beside the figures of GII 2024.")
        case "heaviest_sites":
            return tr("The places with the most addresses.")
        case "parameter_candidates":
            return tr("Pairs of a distance and a minimum density that were tried, with what each makes.")
        case "k_distances":
            return tr("How far addresses have to reach for the proposed minimum density, in order.")
        case "rejects":
            return tr("Rows that could not be used, each with the reason.")
    return ""


def _rights(style: str) -> str:
    if style in ("clusters", "ranking", "sites"):
        return tr(
            "Computed from the user's own data after the method of WIPO's Global Innovation Index. Not a "
            "publication of WIPO."
        )
    return tr("Computed from the user's own data.")
