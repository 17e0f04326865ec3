"""Pairs of close clusters as a table and as sentences: what became of them and what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QMetaType

from ...analysis.collaboration import MEASURES, Ties
from ...analysis.merging import Outcome, Proposal
from ..base import tr
from ..layers.columns import Column

PROPOSAL_FIELDS = (
    ("cluster_id", QMetaType.Type.Int),
    ("into_id", QMetaType.Type.Int),
    ("outcome", QMetaType.Type.QString),
    ("chain", QMetaType.Type.Int),
    ("distance_m", QMetaType.Type.Double),
    ("records", QMetaType.Type.Double),
    ("fractional", QMetaType.Type.Double),
    ("pairs", QMetaType.Type.Double),
    ("strength", QMetaType.Type.Double),
    ("other_id", QMetaType.Type.Int),
    ("other_strength", QMetaType.Type.Double),
    ("noise_strength", QMetaType.Type.Double),
    ("into_other_id", QMetaType.Type.Int),
    ("into_other_strength", QMetaType.Type.Double),
    ("into_noise_strength", QMetaType.Type.Double),
)


def proposal_columns(
    proposals: Sequence[Proposal], names: Sequence[Any], ties: Sequence[Ties]
) -> list[Column]:
    """Return the columns of PROPOSAL_FIELDS; `names` are the numbers of clusters by label."""

    def number(label: int) -> int | None:
        return int(names[label]) if label >= 0 else None

    shared = [_shared(ties, each.smaller, each.larger) for each in proposals]
    return [
        [number(each.smaller) for each in proposals],
        [number(each.larger) for each in proposals],
        [str(each.outcome) for each in proposals],
        [each.chain or None for each in proposals],
        [each.distance for each in proposals],
        *np.array(shared).reshape(-1, len(MEASURES)).T[:3],
        [each.strength for each in proposals],
        [number(each.of_smaller.other) for each in proposals],
        [each.of_smaller.other_strength for each in proposals],
        [each.of_smaller.noise_strength for each in proposals],
        [number(each.of_larger.other) for each in proposals],
        [each.of_larger.other_strength for each in proposals],
        [each.of_larger.noise_strength for each in proposals],
    ]


def _shared(ties: Sequence[Ties], first: int, second: int) -> NDArray[np.float64]:
    """Return what two clusters share in all metrics, float64[4] by MEASURES."""
    low, high = sorted((first, second))
    found = [each.shared[(each.first == low) & (each.second == high)].sum(axis=0) for each in ties]
    total: NDArray[np.float64] = np.sum(found, axis=0) if found else np.full(len(MEASURES), np.nan)
    return total


def told_proposals(proposals: Sequence[Proposal], names: Sequence[Any], clusters: int) -> list[str]:
    """Return what became of the clusters, in sentences."""
    merged = sum(each.merged for each in proposals)
    if merged:
        told = tr(
            "{close} pairs of clusters are close, {merged} of them are merged: {before} clusters become "
            "{after}."
        ).format(close=len(proposals), merged=merged, before=len(names), after=clusters)
    else:
        told = tr("{close} pairs of clusters are close, and none of them is merged.").format(
            close=len(proposals)
        )
    lines = [told]
    for chain in range(1, max((each.chain for each in proposals), default=0) + 1):
        links = [each for each in proposals if each.chain == chain]
        pairs = ", ".join(f"{names[each.smaller]}-{names[each.larger]}" for each in links)
        sentence = (
            tr("Chain {chain}, joined: {pairs}.")
            if links[0].outcome is Outcome.MERGED
            else tr("Chain {chain}, left apart: {pairs}.")
        )
        lines.append(sentence.format(chain=chain, pairs=pairs))
    return lines
