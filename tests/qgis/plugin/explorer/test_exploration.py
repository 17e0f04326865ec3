"""What is computed next: the newest pair first, curves in between, and nothing of what was given up."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsVectorLayer

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.plugin.explorer import background, exploration
from innovation_clusters.plugin.explorer.background import Arrival, Found
from innovation_clusters.plugin.explorer.exploration import HALVINGS, Exploration
from innovation_clusters.plugin.explorer.picture import View
from innovation_clusters.plugin.explorer.reading import ask_for_layer

from .waiting import let_pass, wait_for

pytestmark = pytest.mark.qgis

WHOLE_MAP = View(200, 200, (0.0002, 0.0, -180.0, 0.0, -0.0002, 400.0), "EPSG:5179")


@pytest.fixture
def layer(make_layer: Callable[..., QgsVectorLayer]) -> QgsVectorLayer:
    generator = np.random.default_rng(9)
    towns = generator.uniform([900_000.0, 1_600_000.0], [1_100_000.0, 1_900_000.0], (8, 2))
    places = towns[generator.integers(0, 8, 4000)] + generator.normal(0.0, 2_000.0, (4000, 2))
    return make_layer(
        "Point", "EPSG:5179", "id:integer", [(f"POINT ({x!r} {y!r})", 1) for x, y in places.tolist()]
    )


@pytest.fixture
def exploring(qgis_app: Any) -> Iterator[Exploration]:
    exploration = Exploration()
    yield exploration
    exploration.end()


@pytest.fixture
def ready(exploring: Exploration, layer: QgsVectorLayer) -> Exploration:
    exploring.read([ask_for_layer(layer, "")])
    wait_for(lambda: exploring.arrival is not None)
    return exploring


def arrival_of(exploration: Exploration) -> Arrival:
    assert exploration.arrival is not None
    return exploration.arrival


def listen(signal: Any) -> list[Any]:
    heard: list[Any] = []
    signal.connect(lambda *what: heard.append(what[0] if len(what) == 1 else what))
    return heard


def test_the_newest_pair_wins_and_is_exact(ready: Exploration) -> None:
    found = listen(ready.found)
    # Four moves before events come: however quick the machine is, two of them are never begun.
    for moves in np.linspace(500.0, 6000.0, 40).reshape(10, 4):
        for eps in moves:
            ready.move(float(eps), 30.0)
        let_pass(0.003)
    wait_for(lambda: bool(found) and found[-1].outcome.eps == 6000.0)
    assert len(found) <= 20
    sites = arrival_of(ready).sites
    for each in found:
        outcome = each.outcome
        wanted = dbscan(sites.x, sites.y, outcome.eps, outcome.minimum)
        np.testing.assert_array_equal(outcome.result.labels, wanted.labels)
    let_pass(0.2)
    assert found[-1].outcome.eps == 6000.0


def test_a_slow_pair_that_is_overtaken_is_cancelled(
    ready: Exploration, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[float] = []
    cancelled: list[float] = []
    from innovation_clusters.analysis.exploring import explore

    def slowly(sites: Any, eps: float, minimum: float, *, known: Any, monitor: Any) -> Any:
        started.append(eps)
        if eps == 1000.0:
            try:
                for _ in range(1000):
                    monitor.check()
                    time.sleep(0.01)
            except BaseException:
                cancelled.append(eps)
                raise
        return explore(sites, eps, minimum, monitor=monitor)

    monkeypatch.setattr(background, "explore", slowly)
    found = listen(ready.found)
    ready.move(1000.0, 10.0)
    wait_for(lambda: started == [1000.0])
    ready.move(2000.0, 10.0)
    # It was given half a second, for it might have been quick.
    wait_for(lambda: bool(found), 3.0)
    assert cancelled == [1000.0]
    assert [each.outcome.eps for each in found] == [2000.0]


def test_curves_come_when_nothing_else_is_asked(ready: Exploration) -> None:
    least, most = arrival_of(ready).limits.least_eps, arrival_of(ready).limits.most_eps
    ready.move(3000.0, 20.0)
    wait_for(lambda: len(ready.curves.samples) == 2**HALVINGS + 2)
    curves = ready.curves
    assert min(curves.samples) == pytest.approx(least)
    assert max(curves.samples) == pytest.approx(most)
    assert curves.k_distances is not None
    assert curves.k_distances.distance.max() <= most
    sites = arrival_of(ready).sites
    for eps in (least, 3000.0, most):
        at = min(curves.samples, key=lambda known: abs(known - eps))
        assert curves.samples[at].clusters == dbscan(sites.x, sites.y, at, 20.0).n_clusters
    # Those of one minimum are kept while another is looked at.
    ready.move(3000.0, 40.0)
    assert not ready.curves.samples
    ready.move(3000.0, 20.0)
    assert len(ready.curves.samples) == 2**HALVINGS + 2


def test_what_was_measured_in_between_is_used_and_exact(
    ready: Exploration, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exploration, "_QUICK", 0.0)
    ready.move(3000.0, 20.0)
    wait_for(lambda: len(ready.curves.samples) == 2**HALVINGS + 2)
    known = ready._known()
    assert [type(each).__name__ for each in known] == ["CoreDistances", "NeighbourWeights"]
    found = listen(ready.found)
    sites = arrival_of(ready).sites
    for eps, minimum in ((2500.0, 20.0), (3000.0, 33.0), (3500.0, 44.0)):
        told = [each.core(eps, minimum) is not None for each in known]
        assert told == [minimum == 20.0, eps == 3000.0]
        before = len(found)
        ready.move(eps, minimum)
        wait_for(lambda before=before: len(found) > before)  # type: ignore[misc]
        wanted = dbscan(sites.x, sites.y, eps, minimum)
        np.testing.assert_array_equal(found[-1].outcome.result.labels, wanted.labels)


def test_pictures_follow_the_canvas(ready: Exploration) -> None:
    ready.look(WHOLE_MAP)
    found, drawn = listen(ready.found), listen(ready.drawn)
    ready.move(3000.0, 20.0)
    wait_for(lambda: bool(found))
    first: Found = found[0]
    assert first.view == WHOLE_MAP
    assert first.pixels is not None
    assert np.unique(first.pixels).size > 3
    other = View(100, 50, WHOLE_MAP.to_pixels, "EPSG:4326")
    ready.look(other)
    wait_for(lambda: bool(drawn))
    pixels, view = drawn[0]
    assert view == other
    assert pixels.shape == (50, 100)


def test_what_was_forgotten_does_not_come(exploring: Exploration, layer: QgsVectorLayer) -> None:
    arrived, refused = listen(exploring.arrived), listen(exploring.refused)
    # A quick machine may have read them in the longer of these times.
    for seconds in (0.0, 0.001, 0.002, 0.005, 0.01):
        exploring.read([ask_for_layer(layer, "")])
        let_pass(seconds)
        exploring.forget()
        before = len(arrived)
        let_pass(0.2)
        assert len(arrived) == before
        assert seconds or before == 0
    assert refused == []
    del arrived[:]
    exploring.read([ask_for_layer(layer, "")])
    wait_for(lambda: bool(arrived))
    found = listen(exploring.found)
    exploring.move(3000.0, 20.0)
    exploring.forget()
    let_pass(0.5)
    assert found == []


def test_points_that_cannot_be_used_are_refused_once(
    exploring: Exploration, make_layer: Callable[..., QgsVectorLayer]
) -> None:
    nowhere = make_layer("Point", "EPSG:4326", "w:double", [(None, 1.0)])
    refused = listen(exploring.refused)
    exploring.read([ask_for_layer(nowhere, "")])
    wait_for(lambda: bool(refused))
    let_pass(0.2)
    assert refused == ["Points: Not one of the 1 rows has a usable point; check the geometry."]


def test_a_pair_that_cannot_be_used_is_refused_and_the_next_one_found(
    exploring: Exploration, make_layer: Callable[..., QgsVectorLayer]
) -> None:
    weightless = make_layer("Point", "EPSG:4326", "w:double", [("POINT (1 1)", 0.0)])
    refused, found = listen(exploring.refused), listen(exploring.found)
    exploring.read([ask_for_layer(weightless, "w")])
    wait_for(lambda: exploring.arrival is not None)
    exploring.move(100.0, 1.0)
    wait_for(lambda: bool(refused))
    let_pass(0.3)
    assert len(refused) == 1
    assert "All weights are 0" in refused[0]
    assert found == []


def test_what_goes_wrong_is_logged_and_said(ready: Exploration, monkeypatch: pytest.MonkeyPatch) -> None:
    from qgis.core import QgsApplication

    logged: list[str] = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, *_: logged.append(text))
    monkeypatch.setattr(background, "explore", lambda *_, **__: 1 / 0)
    refused = listen(ready.refused)
    ready.move(1000.0, 10.0)
    wait_for(lambda: bool(refused))
    assert "log messages" in refused[0]
    assert any("ZeroDivisionError" in text for text in logged)


def test_what_qgis_cancels_does_not_begin_again_by_itself(
    ready: Exploration, monkeypatch: pytest.MonkeyPatch
) -> None:
    """QGIS that is to be closed cancels all tasks, and closes only when there is none any more."""
    started: list[float] = []

    def long(sites: Any, eps: float, minimum: float, *, known: Any, monitor: Any) -> Any:
        started.append(eps)
        while True:
            monitor.check()
            time.sleep(0.005)

    tasks = QgsApplication.taskManager()
    with monkeypatch.context() as patched:
        patched.setattr(background, "explore", long)
        ready.move(1000.0, 10.0)
        wait_for(lambda: started == [1000.0])
        tasks.cancelAll()
        wait_for(lambda: not tasks.countActiveTasks(), 1.0)
        let_pass(1.0)
        assert (started, tasks.countActiveTasks()) == ([1000.0], 0)
    found = listen(ready.found)
    ready.move(1000.0, 10.0)
    wait_for(lambda: bool(found))
    # Curves too: none of them comes back for what is looked at already.
    ready.look(WHOLE_MAP)
    wait_for(lambda: bool(tasks.countActiveTasks()))
    tasks.cancelAll()
    ready.look(WHOLE_MAP)
    let_pass(0.5)
    assert tasks.countActiveTasks() == 0


def test_reading_that_qgis_cancels_is_told(exploring: Exploration, layer: QgsVectorLayer) -> None:
    unread, arrived = listen(exploring.unread), listen(exploring.arrived)
    exploring.read([ask_for_layer(layer, "")])
    QgsApplication.taskManager().cancelAll()
    wait_for(lambda: bool(unread))
    assert arrived == []
    exploring.read([ask_for_layer(layer, "")])
    wait_for(lambda: bool(arrived))


def test_ended_it_says_nothing_more(ready: Exploration) -> None:
    heard = [listen(signal) for signal in (ready.found, ready.drawn, ready.refused)]
    ready.move(3000.0, 20.0)
    ready.end()
    let_pass(0.5)
    assert heard == [[], [], []]
