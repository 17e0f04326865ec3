"""What is asked of two close clusters to become one, as parameters."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterString,
)

from ...analysis.merging import Chains, MergeRule, Side, parse_pairs
from ..base import Algorithm, tr
from ..choices import choice
from .common_choices import ties

# Beyond this a merger has nothing to do with neighbourhood, in metres.
FARTHEST_MERGE = 1_000_000.0

# In a whole run: what merges clusters whatever their ties.
NO_TIES = "none"


def add_merge_rule(algorithm: Algorithm, prefix: str = "", *, whole_run: bool = False) -> None:
    """Declare TIES, SIDE, NOISE, CHAINS, led by `prefix`, and KEEP_APART.

    In a whole run all of them are advanced, and there may be no ties to ask for.
    """
    explanation = tr(
        "How shared records tie two clusters; WIPO does not say. records: each counts 1. "
        "fractional: each is divided among its addresses, as the ranking counts. pairs: every pair "
        "of co-inventors or co-authors, one in each cluster, counts 1. fractional_pairs: the pairs "
        "of a record add up to 1. Several metrics weigh the same."
    )
    if whole_run:
        explanation += " " + tr(
            "none: distance alone merges, as it does where no input has a field for the record."
        )
    algorithm.add(
        choice(
            f"{prefix}TIES",
            tr("Ties"),
            ties() | {NO_TIES: tr("Distance alone")} if whole_run else ties(),
            "fractional",
        ),
        explanation,
        advanced=whole_run,
    )
    algorithm.add(
        choice(
            f"{prefix}SIDE",
            tr("Whose strongest tie it must be"),
            {
                str(Side.SMALLER): tr("The smaller cluster's"),
                str(Side.EITHER): tr("Either cluster's"),
                str(Side.BOTH): tr("Both clusters'"),
            },
            str(Side.SMALLER),
        ),
        tr(
            "smaller: that of the smaller cluster, the one that is merged into the other; the mergers "
            "that WIPO has published name a smaller one with a larger. either: that of one of the two. "
            "both: that of each."
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterBoolean(f"{prefix}NOISE", tr("Stronger than with noise, too"), True),
        tr(
            "Whether the tie must also be stronger than that with all addresses in no cluster, as WIPO "
            "writes."
        ),
        advanced=True,
    )
    algorithm.add(
        choice(
            f"{prefix}CHAINS",
            tr("Chains"),
            {str(Chains.JOIN): tr("Join into one"), str(Chains.LEAVE): tr("Leave apart")},
            str(Chains.JOIN),
        ),
        tr(
            "Three or more clusters that hang together by pairs, each of which passes. join: they "
            "become one, and the table numbers the chain. leave: none is merged until enough of its "
            "pairs are switched off."
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString("KEEP_APART", tr("Pairs not to merge"), optional=True),
        tr(
            "Pairs of clusters that stay apart whatever their ties, by the numbers that the list of "
            "proposals gives them: 3-17, 8-21."
        ),
        advanced=whole_run,
    )


def merge_rule(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext, prefix: str = ""
) -> MergeRule:
    """Return the rule that the parameters of `add_merge_rule` give."""
    return MergeRule(
        Side(algorithm.parameterAsEnumString(parameters, f"{prefix}SIDE", context)),
        algorithm.parameterAsBoolean(parameters, f"{prefix}NOISE", context),
        Chains(algorithm.parameterAsEnumString(parameters, f"{prefix}CHAINS", context)),
    )


def kept_apart(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[tuple[int, int]]:
    """Return the pairs of cluster numbers not to merge; raises InputError where the text is none."""
    return parse_pairs(algorithm.parameterAsString(parameters, "KEEP_APART", context), "KEEP_APART")
