"""Pictures and colours of clusters, from a handful of sites to all that a canvas can hold."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.analysis.density.prepared import PreparedSites
from innovation_clusters.analysis.exploring import Outcome, explore
from innovation_clusters.plugin.explorer.colours import PALETTE, colour
from innovation_clusters.plugin.explorer.picture import View, draw


def towns(*places: tuple[float, int]) -> PreparedSites:
    """Return sites in towns along a line, each so many sites a tenth apart."""
    x = np.concatenate([middle + 0.1 * np.arange(count) for middle, count in places])
    return PreparedSites(x, np.zeros(x.size), 0.05)


def shown(outcome: Outcome, places: dict[float, int], sites: PreparedSites, colours: np.ndarray) -> list[int]:
    return [
        int(colours[outcome.result.labels[np.flatnonzero(np.isclose(sites.x, middle))[0]]])
        for middle in places
    ]


def test_a_cluster_keeps_its_colour_and_the_heaviest_gives_its_own() -> None:
    places = {0.0: 5, 10.0: 30, 12.0 + 2.9: 6, 40.0: 12}
    sites = towns(*places.items())
    apart = explore(sites, 0.15, 3.0)
    first = colour(apart)
    before = shown(apart, places, sites, first.colour)
    assert len(set(before)) == 4
    joined = explore(sites, 3.0, 3.0)
    assert joined.clusters == 3
    second = colour(joined, first)
    after = shown(joined, places, sites, second.colour)
    # The second and the third are one, in the colour of the heavier one.
    assert after == [before[0], before[1], before[1], before[3]]
    again = colour(explore(sites, 0.15, 3.0), second)
    back = shown(apart, places, sites, again.colour)
    assert [back[0], back[1], back[3]] == [before[0], before[1], before[3]]
    assert back[2] != back[1]


def test_no_clusters_need_no_colours() -> None:
    sites = towns((0.0, 5))
    nothing = colour(explore(sites, 0.15, 100.0), colour(explore(sites, 0.15, 3.0)))
    assert nothing.colour.size == 0
    assert colour(explore(sites, 0.15, 3.0), nothing).colour.size == 1


def test_every_site_is_at_its_pixel_in_the_colour_of_its_cluster() -> None:
    sites = towns((10.0, 5), (60.0, 1))
    outcome = explore(sites, 0.15, 3.0)
    colouring = colour(outcome)
    picture = draw(
        sites.x, sites.y, outcome.result.labels, colouring, View(100, 40, (1, 0, 0, 0, -1, 20), "")
    )
    assert picture.shape == (40, 100)
    assert picture[20, 10] == 0xFF000000 | PALETTE[colouring.colour[0]]
    assert picture[20, 60] >> 24 == 0x80
    assert picture[20, 30] == 0
    # A dot of three pixels to either side, and none more.
    assert np.flatnonzero(picture[20] == picture[20, 10]).tolist() == list(range(7, 14))


def test_clusters_are_drawn_over_noise() -> None:
    x = np.array([5.0, 5.1, 5.2, 7.4])
    sites = PreparedSites(x, np.zeros(4), 0.05)
    outcome = explore(sites, 0.15, 3.0)
    assert outcome.result.labels.tolist() == [0, 0, 0, -1]
    picture = draw(
        sites.x, sites.y, outcome.result.labels, colour(outcome), View(20, 9, (1, 0, 0, 0, -1, 4), "")
    )
    assert (picture[4, 5:9] >> 24 == 0xFF).all()


@pytest.mark.parametrize("place", [np.nan, np.inf, -1e300, 1e12])
def test_what_is_not_on_the_canvas_is_left_out(place: float) -> None:
    sites = towns((10.0, 5))
    outcome = explore(sites, 0.15, 3.0)
    view = View(50, 40, (1, 0, 0, 0, -1, 20), "")
    elsewhere = np.full(sites.x.size, place)
    assert not draw(elsewhere, sites.y, outcome.result.labels, colour(outcome), view).any()


def test_a_turned_map_is_a_turned_picture() -> None:
    sites = towns((10.0, 5))
    outcome = explore(sites, 0.15, 3.0)
    straight = draw(
        sites.x, sites.y, outcome.result.labels, colour(outcome), View(60, 60, (1, 0, 20, 0, -1, 30), "")
    )
    turned = draw(
        sites.x, sites.y, outcome.result.labels, colour(outcome), View(60, 60, (0, 1, 30, 1, 0, 20), "")
    )
    assert np.array_equal(turned, straight.T)
