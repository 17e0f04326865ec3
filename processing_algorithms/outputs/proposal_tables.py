"""The candidates and the k-distances of a proposal as tables."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QMetaType

from ...analysis.parameter_proposal import KDistanceCurve, Proposal, preferred_rows
from ..layers.columns import Column

WHOLE, REAL = QMetaType.Type.Int, QMetaType.Type.Double

CANDIDATE_FIELDS = (
    ("eps", REAL),
    ("min_density", REAL),
    ("clusters", WHOLE),
    ("clustered", REAL),
    ("share_clustered", REAL),
    ("share_core", REAL),
    ("share_close", REAL),
    ("share_extreme", REAL),
    ("score", REAL),
    ("mean_score", REAL),
    ("share_largest", REAL),
    ("extent_km", REAL),
    ("chained", WHOLE),
    ("joined", WHOLE),
    ("core_distance_50", REAL),
    ("core_distance_90", REAL),
    ("choice", WHOLE),
    ("proposed", WHOLE),
)
CURVE_FIELDS = (("share", REAL), ("core_distance", REAL), ("knee", WHOLE))


def candidate_columns(proposal: Proposal) -> list[Column]:
    """Return the columns of CANDIDATE_FIELDS."""
    candidates, choice = proposal.candidates, proposal.choice
    place = {int(row): order for order, row in enumerate(preferred_rows(choice).tolist(), start=1)}
    rows = range(len(candidates))

    def share(part: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.round(100.0 * part / candidates.total, 6)

    clustered = np.where(candidates.clustered > 0.0, candidates.clustered, np.nan)
    return [
        candidates.eps,
        candidates.minimum,
        candidates.clusters,
        np.round(candidates.clustered, 6),
        share(candidates.clustered),
        share(candidates.core),
        share(candidates.close),
        share(candidates.extreme),
        np.round(candidates.score, 6),
        np.round(choice.mean_score[np.unique(candidates.eps, return_inverse=True)[1].ravel()], 6),
        np.round(100.0 * candidates.largest / clustered, 6),
        np.round(candidates.extent / 1000.0, 3),
        candidates.chained,
        [count if count >= 0 else None for count in candidates.joined.tolist()],
        np.round(candidates.core_median, 3),
        np.round(candidates.core_ninth, 3),
        [place.get(row) for row in rows],
        (np.arange(len(candidates)) == choice.proposed).astype(np.int64),
    ]


def curve_columns(curve: KDistanceCurve) -> list[Column]:
    """Return the columns of CURVE_FIELDS."""
    at_knee = np.zeros(curve.distance.size, dtype=np.int64)
    # Of several places at the distance of the knee it is the last.
    at_knee[np.flatnonzero(curve.distance == curve.knee)[-1:]] = 1
    return [curve.share, curve.distance, at_knee]
