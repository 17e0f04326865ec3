"""Colours of the styles as shipped: told apart by everyone, on screen, on the map's ground and in print."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsLineSymbol,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsVectorLayer,
)

from innovation_clusters.plugin import styles
from innovation_clusters.plugin.layouts.basemap import LAND
from innovation_clusters.plugin.symbols import CLUSTER_COLOURS
from innovation_clusters.scripts.styles.drawing import NOISE
from innovation_clusters.tests.qgis.colour_vision import apart, difference, lightness, over

pytestmark = pytest.mark.qgis

# CIEDE2000: from about 2 on colours differ side by side; a map sets them apart, so we ask for much more.
MARKED, TRANSLUCENT, ON_GROUND = 9.0, 7.0, 10.0
# Steps of L*, in print without colour.
PRINTED, PRINTED_TRANSLUCENT = 12.0, 7.0
GROUNDS = (LAND, "#ffffff")

# Scales of five colours, from much to little, and how many rules without a value come after them.
SCALES = [
    ("clusters", "Polygon", 0),
    ("clusters.patents", "Polygon", 1),
    ("clusters.publications", "Polygon", 1),
    ("clusters.deals", "Polygon", 1),
    ("intensity", "Polygon", 1),
    ("scores", "Point", 0),
    ("scores.patents", "Point", 1),
    ("scores.publications", "Point", 1),
    ("scores.deals", "Point", 1),
]


def symbols(style: str, geometry: str) -> dict[str, QgsSymbol]:
    """Return what a style draws, by the words of its legend."""
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4326", style, "memory")
    # Without fields, expressions would be NULL; the symbols are the same.
    assert styles.apply(style, layer) == ""
    return {item.label(): item.symbol().clone() for item in layer.renderer().legendSymbolItems()}


def colours_of(symbol: QgsSymbol) -> tuple[str, str, float, str]:
    """Return fill and outline of the sign, and opacity and colour of the polygon, if there is one."""
    first = symbol.symbolLayer(0)
    sign = first
    if isinstance(first, QgsSimpleFillSymbolLayer):
        sign = symbol.symbolLayer(1).subSymbol().symbolLayer(0)
    assert isinstance(sign, QgsSimpleMarkerSymbolLayer)
    area = first.fillColor()
    return sign.fillColor().name(), sign.strokeColor().name(), area.alphaF(), area.name()


def test_the_formula_gives_what_its_authors_publish() -> None:
    """Pairs of the test data of Sharma, Wu and Dalal (2005)."""
    for first, second, published in (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ):
        assert difference(np.array(first), np.array(second)) == pytest.approx(published, abs=5e-5)


def test_red_and_green_are_one_to_the_colour_blind() -> None:
    assert difference(np.array([50, 60, 30]), np.array([50, -60, 30])) > 50
    assert apart("#c80000", "#6e6000") < 15 < apart("#c80000", "#0000c8")


@pytest.mark.parametrize(("style", "geometry", "without"), SCALES)
def test_classes_of_a_scale_are_told_apart_by_everyone(
    qgis_app: QgsApplication, style: str, geometry: str, without: int
) -> None:
    drawn = [colours_of(symbol) for symbol in symbols(style, geometry).values()]
    assert len(drawn) == 5 + without
    signs = [fill for fill, _, _, _ in drawn]
    for first, second in combinations(signs, 2):
        assert apart(first, second) >= MARKED, (first, second)
    for colour, outline, _, _ in drawn:
        for ground in GROUNDS:
            assert max(apart(colour, ground), apart(outline, ground)) >= ON_GROUND, (colour, ground)
    steps = [lightness(second) - lightness(first) for first, second in pairwise(signs)]
    assert min(steps) >= PRINTED or (without and min(steps[:-1]) >= PRINTED), steps
    if geometry == "Polygon":
        assert len({opacity for _, _, opacity, _ in drawn}) == 1
        areas = [over(colour, opacity, LAND) for _, _, opacity, colour in drawn]
        for first, second in combinations(areas, 2):
            assert apart(first, second) >= TRANSLUCENT, (first, second)
        steps = [lightness(second) - lightness(first) for first, second in pairwise(areas[:5])]
        assert min(steps) >= PRINTED_TRANSLUCENT, steps


@pytest.mark.parametrize(("style", "geometry"), [("rank_changes", "Point"), ("clusters.change", "Polygon")])
def test_up_and_down_differ_in_shape_and_colour(qgis_app: QgsApplication, style: str, geometry: str) -> None:
    drawn = symbols(style, geometry)
    signs = {}
    for label, symbol in drawn.items():
        layer = symbol.symbolLayer(0)
        if geometry == "Polygon":
            layer = symbol.symbolLayer(1).subSymbol().symbolLayer(0)
        assert isinstance(layer, QgsSimpleMarkerSymbolLayer)
        signs[label] = (layer.shape(), layer.angle(), layer.size(), layer.fillColor().name())
    looks = [sign[:3] for sign in signs.values()]
    assert len(set(looks)) == len(looks), "two classes look alike in print without colour"
    up, down = signs["Up by 1 to 9"], signs["Down by 1 to 9"]
    assert up[0] == down[0]
    assert abs(up[1] - down[1]) == 180
    for ups, downs in (("Up by 10 or more", "Down by 10 or more"), ("Up by 1 to 9", "Down by 1 to 9")):
        assert apart(signs[ups][3], signs[downs][3]) >= MARKED
    for _, _, _, colour in signs.values():
        assert all(apart(colour, ground) >= ON_GROUND for ground in GROUNDS), colour


def test_strong_links_are_wider_and_darker(qgis_app: QgsApplication) -> None:
    layer = QgsVectorLayer("LineString?crs=EPSG:4326", "links", "memory")
    assert styles.apply("links", layer) == ""
    renderer = layer.renderer()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    lines = [rule.symbol() for rule in renderer.rootRule().children()]
    assert all(isinstance(line, QgsLineSymbol) for line in lines)
    widths = [line.width() for line in lines]
    assert all(wider >= 1.5 * narrower for wider, narrower in pairwise(widths)), widths
    seen = [over(line.color().name(), line.opacity(), LAND) for line in lines]
    assert [lightness(colour) for colour in seen] == sorted(lightness(colour) for colour in seen)
    assert all(apart(first, second) >= TRANSLUCENT for first, second in pairwise(seen))


def test_clusters_next_to_each_other_in_number_differ(qgis_app: QgsApplication) -> None:
    for first, second in pairwise((*CLUSTER_COLOURS, CLUSTER_COLOURS[0])):
        assert apart(first, second) >= 2 * MARKED, (first, second)
    for colour in CLUSTER_COLOURS:
        assert apart(colour, NOISE) >= MARKED, colour
        assert all(apart(colour, ground) >= ON_GROUND for ground in GROUNDS), colour


@pytest.mark.parametrize(
    ("style", "noise"), [("sites", "In no cluster (noise)"), ("density_clusters", "In no cluster (noise)")]
)
def test_noise_is_seen_and_less_than_members(qgis_app: QgsApplication, style: str, noise: str) -> None:
    drawn = symbols(style, "Point")
    grey = drawn.pop(noise).color().name()
    assert all(apart(grey, ground) >= ON_GROUND for ground in GROUNDS)
    assert all(
        apart(grey, symbol.color().name()) >= MARKED
        or symbol.symbolLayer(0).strokeColor().name() != symbol.color().name()
        for symbol in drawn.values()
    )
