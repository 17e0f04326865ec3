"""One file per Processing algorithm: parameters in, one call into `analysis`, layers out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .base import Algorithm


def algorithm_classes() -> list[type[Algorithm]]:
    """Return the classes of all algorithms, imported when QGIS asks for them and not before."""
    from .checkdesignation import CheckDesignation
    from .clusteratlas import ClusterAtlas
    from .clusterboundaries import ClusterBoundaries
    from .clusterintensity import ClusterIntensity
    from .clusterprofiles import ClusterProfiles
    from .clustersonspark import ClustersOnSpark
    from .collaborationlinks import CollaborationLinks
    from .collapsepoints import CollapsePoints
    from .compareeditions import CompareEditions
    from .densityclusters import DensityClusters
    from .economysummary import EconomySummary
    from .geocodingquality import GeocodingQuality
    from .importzones import ImportZones
    from .innovationclusters import InnovationClusters
    from .labeladdresses import LabelAddresses
    from .labelatsource import LabelAtSource
    from .mapreport import MapReport
    from .mergeclusters import MergeClusters
    from .openrun import OpenRun
    from .preparepoints import PreparePoints
    from .proposeparameters import ProposeParameters
    from .proposezone import ProposeZone
    from .scoreclusters import ScoreClusters
    from .zonecatalogue import ZoneCatalogue
    from .zoneoverlay import ZoneOverlay

    return [
        CheckDesignation,
        ClusterAtlas,
        ClusterBoundaries,
        ClusterIntensity,
        ClusterProfiles,
        ClustersOnSpark,
        CollaborationLinks,
        CollapsePoints,
        CompareEditions,
        DensityClusters,
        EconomySummary,
        GeocodingQuality,
        ImportZones,
        InnovationClusters,
        LabelAddresses,
        LabelAtSource,
        MapReport,
        MergeClusters,
        OpenRun,
        PreparePoints,
        ProposeParameters,
        ProposeZone,
        ScoreClusters,
        ZoneCatalogue,
        ZoneOverlay,
    ]
