"""The classes by which clusters are told apart: tiers of rank and intensity, shares, changes of rank.

Every scale of colours goes in even steps of lightness, so that its order survives every kind of colour
blindness and a printer without colour; each has hues of its own, so that two maps are not taken for one
another. tests/qgis/test_style_colours.py measures it.
"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import Qgis

from innovation_clusters.analysis.scoring import TIER_LIMITS
from innovation_clusters.analysis.scoring import TIERS as TIER_NAMES
from innovation_clusters.plugin.symbols import WORLD_SCALE


@dataclass(frozen=True)
class Class:
    """An entry of a legend: words, which features are in it (without condition all others), colour."""

    label: str
    condition: str
    colour: str


# Five steps of matplotlib's "inferno" (CC0).
TIERS = (
    ("Rank 1–25", TIER_LIMITS[0], "#420a68"),
    ("Rank 26–50", TIER_LIMITS[1], "#932667"),
    ("Rank 51–75", TIER_LIMITS[2], "#dd513a"),
    ("Rank 76–100", TIER_LIMITS[3], "#fca50a"),
    ("Beyond rank 100", None, "#f1e18a"),
)
TIER_WORDS = dict(zip(TIER_NAMES, (label for label, _, _ in TIERS), strict=True))

# Five steps of matplotlib's "viridis" (CC0).
INTENSITY_TIERS = (
    ("Intensity rank 1–25", "#440154"),
    ("Intensity rank 26–50", "#3b528b"),
    ("Intensity rank 51–75", "#21918c"),
    ("Intensity rank 76–100", "#5ec962"),
    ("Beyond intensity rank 100", "#f3e96b"),
)

# ColorBrewer's Blues, Greens and Oranges by Cynthia Brewer (Apache 2.0), at five even steps of lightness.
SHARE_COLOURS = {
    "patents": ("#08306b", "#0b559f", "#3080bd", "#65aad4", "#aed1e7"),
    "publications": ("#00441b", "#006a2b", "#29914a", "#5bb86a", "#a3da9d"),
    "deals": ("#7f2704", "#b43b02", "#e4580a", "#fc8a38", "#fdc087"),
}
# Fixed, so that maps of different years and metrics compare; the circles tell apart what is within a class.
# From what leads a country to what is small in the world.
SHARE_LIMITS = (
    ("10% or more", 10.0),
    ("3% to less than 10%", 3.0),
    ("1% to less than 3%", 1.0),
    ("0.3% to less than 1%", 0.3),
    ("Less than 0.3%", 0.0),
)


def between(field: str, position: int) -> str:
    """Return the condition of being in a tier, as an expression on a field of ranks."""
    upper = TIER_LIMITS[position] if position < len(TIER_LIMITS) else None
    lower = TIER_LIMITS[position - 1] if position else None
    if lower is None:
        return f'"{field}" <= {upper}'
    if upper is None:
        return f'"{field}" > {lower}'
    return f'"{field}" > {lower} AND "{field}" <= {upper}'


def tier_classes() -> list[Class]:
    *ranked, (beyond, _, pale) = TIERS
    return [
        *(Class(label, between("rank", place), colour) for place, (label, _, colour) in enumerate(ranked)),
        Class(beyond, "", pale),
    ]


def intensity_classes(otherwise: str) -> list[Class]:
    return [
        *(
            Class(label, between("intensity_rank", place), colour)
            for place, (label, colour) in enumerate(INTENSITY_TIERS)
        ),
        Class("No intensity", "", otherwise),
    ]


def share_classes(metric: str, otherwise: str) -> list[Class]:
    field, most = f'"share_{metric}"', ""
    classes = []
    for (label, least), colour in zip(SHARE_LIMITS, SHARE_COLOURS[metric], strict=True):
        classes.append(Class(label, f"{field} >= {least:g}{most}", colour))
        most = f" AND {field} < {least:g}"
    return [*classes, Class("Not counted", "", otherwise)]


@dataclass(frozen=True)
class Change:
    """A class of changes of rank: what is drawn tells up from down also by its shape."""

    label: str
    condition: str
    shape: Qgis.MarkerShape
    angle: float
    colour: str
    size: float


TRIANGLE = Qgis.MarkerShape.EquilateralTriangle
# Okabe and Ito's colours for the colour-blind (2008, Color Universal Design).
CHANGES = (
    Change("Up by 10 or more", '"rank_change" >= 10', TRIANGLE, 0.0, "#0072b2", 4.2),
    Change("Up by 1 to 9", '"rank_change" > 0 AND "rank_change" < 10', TRIANGLE, 0.0, "#56b4e9", 3.4),
    Change("Same rank", '"rank_change" = 0', Qgis.MarkerShape.Circle, 0.0, "#bbbbbb", 2.6),
    Change("Down by 1 to 9", '"rank_change" < 0 AND "rank_change" > -10', TRIANGLE, 180.0, "#e69f00", 3.4),
    Change("Down by 10 or more", '"rank_change" <= -10', TRIANGLE, 180.0, "#d55e00", 4.2),
)
NEW_SHAPE, NEW_COLOUR, NEW_SIZE = Qgis.MarkerShape.Star, "#009e73", 4.6
# In sight of the whole world signs are smaller; those beyond the first hundred are smaller everywhere.
SIGN_SIZE = f'if(@map_scale > {WORLD_SCALE}, 0.7, 1) * if(coalesce("rank", 101) > 100, 0.7, 1)'
# Behind the name of a cluster: how many ranks it has gained or lost.
CHANGE_ARROW = (
    'CASE WHEN "rank_change" > 0 THEN concat(\' ▲\', "rank_change") '
    "WHEN \"rank_change\" < 0 THEN concat(' ▼', abs(\"rank_change\")) ELSE '' END"
)
