"""Share, rank label, tiers and location quotient, computed by `analysis`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...analysis.indicators import (
    english_ordinal,
    intensity_order,
    intensity_rank,
    location_quotient,
    share,
    tier,
)
from ...analysis.scoring import TIERS
from ...processing_algorithms.base import language, tr
from ...processing_algorithms.layers.nulls import is_null
from ...processing_algorithms.output_language import in_output_language
from .help import Argument, Help
from .indicator import Call, Indicator, UnusableArgument, number_of

LANGUAGES = ("en", "ko")


class ShareOfTotal(Indicator):
    def __init__(self) -> None:
        page = Help(
            tr(
                "Returns the share of a value in a total, in per cent. Where no total is given, it is the "
                "sum over all features of the layer."
            ),
            [
                Argument("value", tr("a number, such as the records of a cluster")),
                Argument("total", tr("what it is a part of, such as the world total"), optional=True),
            ],
            [
                ("share_of_total(1250, 50000)", "2.5"),
            ],
            [
                ('share_of_total("patents")', tr("per cent of the patents of all clusters in the layer")),
                (
                    'share_of_total("patents", sum("patents", group_by:="economies"))',
                    tr("per cent of the patents of the clusters in the same economies"),
                ),
            ],
        )
        super().__init__("share_of_total", page)

    def value_of(self, call: Call) -> float | None:
        value = call.number(0)
        if call.is_left_out(1):
            total = float(call.of_layer("share", f"coalesce(sum({call.nodes[0].dump()}), 0)", float))
        else:
            total = call.number(1)
        if math.isnan(value) or math.isnan(total):
            return None
        return share(value, total)


class RankLabel(Indicator):
    def __init__(self) -> None:
        page = Help(
            tr(
                "Returns a rank as it is written: 1st, 2nd, 3rd in English, 1위 in Korean. A rank that "
                "several share is marked as such: =3rd, 공동 3위."
            ),
            [
                Argument("rank", tr("a whole number from 1; NULL for what has no rank")),
                Argument(
                    "tied",
                    tr(
                        "whether others share the rank. Where it is not given, the features of the layer are "
                        "counted that have the same rank."
                    ),
                    optional=True,
                ),
                Argument(
                    "language",
                    tr(
                        "'en' or 'ko'; where it is not given, that of the plugin's outputs, as set in Options"
                    ),
                    optional=True,
                ),
            ],
            [
                ("rank_label(1, language:='en')", "1st"),
                ("rank_label(3, true, 'en')", "=3rd"),
                ("rank_label(3, true, 'ko')", "공동 3위"),
            ],
            [('rank_label("rank")', tr("the rank of the cluster, marked where another has the same"))],
        )
        super().__init__("rank_label", page)

    def value_of(self, call: Call) -> str | None:
        rank = call.rank(0)
        spoken = (
            call.kept("language", in_output_language(language)) if call.is_left_out(2) else call.values[2]
        )
        if is_null(spoken) or rank == 0:
            return None
        if spoken not in LANGUAGES:
            raise UnusableArgument(tr("There are labels in 'en' and 'ko' only."))
        if not call.is_left_out(1):
            if is_null(call.values[1]):
                return None
            tied = bool(call.values[1])
        else:
            tied = self._is_shared(rank, call)
        if spoken == "ko":
            return f"공동 {rank}위" if tied else f"{rank}위"
        return f"={english_ordinal(rank)}" if tied else english_ordinal(rank)

    @staticmethod
    def _is_shared(rank: int, call: Call) -> bool:
        ranks = call.nodes[0]
        # A rank that comes from no field is no one else's.
        if not ranks.referencedColumns() or not call.context.hasVariable("layer"):
            return False
        counts: Counter[float] = call.of_layer("ranks", f"array_agg({ranks.dump()})", _counts)
        return counts[rank] > 1


class RankTier(Indicator):
    def __init__(self) -> None:
        page = Help(
            tr("Returns the class of WIPO's maps that a rank is in, as in the field tier: {tiers}.").format(
                tiers=", ".join(TIERS)
            ),
            [Argument("rank", tr("a whole number from 1; NULL for what has no rank"))],
            [
                ("rank_tier(25)", tier(25)),
                ("rank_tier(26)", tier(26)),
                ("rank_tier(101)", tier(101)),
            ],
            [('rank_tier("rank")', tr("the tier of the cluster"))],
        )
        super().__init__("rank_tier", page)

    def value_of(self, call: Call) -> str | None:
        return tier(call.rank(0)) or None


class IntensityTier(Indicator):
    def __init__(self) -> None:
        page = Help(
            tr(
                "Returns the class of WIPO's maps that the rank by intensity is in: the score per "
                "inhabitant, ranked among all features of the layer. NULL without a population."
            ),
            [
                Argument("score", tr("the score, or any other number that is to stand per inhabitant")),
                Argument("population", tr("the people of the cluster's own area")),
            ],
            [],
            [
                ('intensity_tier("score", "population")', tr("the tier of the cluster by its intensity")),
                ('rank_tier("intensity_rank")', tr("the same, where the layer has the rank already")),
            ],
        )
        super().__init__("intensity_tier", page)

    def value_of(self, call: Call) -> str | None:
        score, population = call.number(0), call.number(1)
        if math.isnan(score) or math.isnan(population):
            return None
        columns = ",".join(node.dump() for node in call.nodes)
        order = call.of_layer("intensity", f"array_agg(array({columns}))", _intensity_order)
        return tier(intensity_rank(score, population, order)) or None


class LocationQuotient(Indicator):
    def __init__(self) -> None:
        page = Help(
            tr(
                "Returns the location quotient: the share of a part in its whole over the share of the same "
                "part in a reference. Above 1 the place is specialised in it. NULL where a whole is 0."
            ),
            [
                Argument("part", tr("what is looked at, such as the patents of a cluster")),
                Argument("whole", tr("all there is of its kind in the same place, such as all its records")),
                Argument("reference_part", tr("the same part in the reference, such as all patents")),
                Argument("reference_whole", tr("the whole of the reference, such as all records")),
            ],
            [
                ("location_quotient(25, 100, 125, 1000)", "2.0"),
            ],
            [
                (
                    'location_quotient("patents", "patents" + "publications", sum("patents"), '
                    'sum("patents" + "publications"))',
                    tr("above 1 where the cluster makes more patents than the clusters do together"),
                ),
            ],
        )
        super().__init__("location_quotient", page)

    def value_of(self, call: Call) -> float | None:
        numbers = [call.number(position) for position in range(4)]
        return None if any(map(math.isnan, numbers)) else location_quotient(*numbers)


def indicators() -> list[Indicator]:
    """Return all functions, made anew: their help is in the language of the moment."""
    return [ShareOfTotal(), RankLabel(), RankTier(), IntensityTier(), LocationQuotient()]


def _counts(values: Sequence[Any]) -> Counter[float]:
    return Counter(map(number_of, values))


def _intensity_order(pairs: Sequence[Sequence[Any]]) -> NDArray[np.float64]:
    numbers = np.array([[number_of(value) for value in pair] for pair in pairs], dtype=np.float64)
    return intensity_order(*numbers.reshape(-1, 2).T)
