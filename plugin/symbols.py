"""Figures and colours that the styles in resources/styles, legends and the explorer must agree on."""

from __future__ import annotations

import math

# A cluster's name in the language of QGIS, as a QGIS expression.
CLUSTER_NAME = """if(left(@qgis_locale, 2) = 'ko' and coalesce("name_ko", '') <> '', "name_ko", "name")"""

# Above the first scale a cluster is a dot on the map and a circle stands for it; above the second the
# circles are smaller, because the whole world is in sight.
OVERVIEW_SCALE = 10_000_000
WORLD_SCALE = 25_000_000
OVERVIEW_DIAMETER = 12.0
WORLD_DIAMETER = 6.0
SMALLEST = 0.15

# Ten of Martin Krzywinski's 12 colours for all three kinds of colour blindness, as published on his page
# "Designing for color blindness": without the one that fades on land and the one that turns into the grey of
# noise for some. In the order in which neighbours differ most.
CLUSTER_COLOURS = (
    "#ff6e3a", "#008df9", "#e20134", "#8400cd", "#009f81", "#ffb2fd", "#9f0162", "#ffc33b", "#a40122",
    "#00c2f9",
)  # fmt: skip


def circle_diameter(score: float, largest: float, scale: float) -> float:
    """Return a cluster's circle in millimetres: area in proportion to the score, never less than a dot."""
    widest = WORLD_DIAMETER if scale > WORLD_SCALE else OVERVIEW_DIAMETER
    return widest * max(SMALLEST, math.sqrt(score / largest))


def circle_diameter_expression(field: str = "score") -> str:
    """Return `circle_diameter` as a QGIS expression on a field; a legend, without one, shows 0.45."""
    return (
        f"if(@map_scale > {WORLD_SCALE}, {WORLD_DIAMETER:g}, {OVERVIEW_DIAMETER:g}) * "
        f'max({SMALLEST}, coalesce(sqrt("{field}" / nullif(maximum("{field}"), 0)), 0.45))'
    )
