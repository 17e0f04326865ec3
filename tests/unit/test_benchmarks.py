"""What the benchmarks conclude from what they measure; the measuring itself is tried in tests/qgis."""

from __future__ import annotations

import numpy as np
import pytest

from innovation_clusters.benchmarks.agreement import DIFFERENT, Answer, agreement
from innovation_clusters.benchmarks.physical_bound import Machine
from innovation_clusters.benchmarks.points import countries, country, metropolis, world
from innovation_clusters.benchmarks.rounds import Round, Rounds
from innovation_clusters.benchmarks.table import Goal, Row, Section
from innovation_clusters.benchmarks.worst_points import far_outlier, lattice

LABELS = [0, 0, 0, 1, 1, 1, -1]
CORE = [1, 1, 0, 1, 1, 0, 0]


def _answer(labels: list[int], core: list[int] | None) -> Answer:
    return Answer(np.array(labels), None if core is None else np.array(core, dtype=bool))


@pytest.mark.parametrize(
    ("labels", "core", "verdict"),
    [
        (LABELS, CORE, "equal"),
        (LABELS, None, "equal"),
        ([1, 1, 1, 0, 0, 0, -1], CORE, "equal, numbered otherwise"),
        ([1, 1, 0, 0, 0, 0, -1], None, "equal but for 1 border points"),
        (LABELS, [1, 1, 1, 1, 1, 0, 0], f"{DIFFERENT}: 1 core points"),
        ([0, 0, 0, 1, 1, 1, 1], CORE, f"{DIFFERENT}: 1 noise points"),
        ([0, 0, 0, 0, 0, 0, -1], CORE, f"{DIFFERENT}: the partition"),
        ([0, 2, 0, 1, 1, 1, -1], CORE, f"{DIFFERENT}: the partition"),
    ],
)
def test_two_answers_are_one_up_to_numbers_and_border_points(
    labels: list[int], core: list[int] | None, verdict: str
) -> None:
    assert agreement(_answer(LABELS, CORE), _answer(labels, core)) == verdict


def test_answers_that_tell_no_core_points_are_one_only_if_equal() -> None:
    assert agreement(_answer(LABELS, None), _answer(LABELS, None)) == "equal"
    assert agreement(_answer(LABELS, None), _answer([1, 1, 1, 0, 0, 0, -1], None)) == DIFFERENT


@pytest.mark.parametrize(
    ("goal", "figure", "met"),
    [
        (Goal(15.0, at_least=True), 15.0, True),
        (Goal(15.0, at_least=True), 14.9, False),
        (Goal(1.0), 1.0, True),
        (Goal(1.0), 1.1, False),
        (Goal(1.0), None, False),
        (None, 1.1, None),
    ],
)
def test_a_goal_is_met_or_not(goal: Goal | None, figure: float | None, met: bool | None) -> None:
    assert Row("line", figure, goal=goal).met is met


def test_a_section_is_a_table_of_the_columns_that_are_filled() -> None:
    section = Section("Case", [Row("ours"), Row("theirs", 19.04, goal=Goal(15.0, at_least=True))], ["Note."])
    assert str(section).splitlines() == [
        "### Case",
        "",
        "|  | Measured | Goal |  |",
        "| --- | --: | --: | --- |",
        "| ours |  |  |  |",
        "| theirs | × 19 | ≥ × 15 | met |",
        "",
        "Note.",
    ]


def test_one_different_answer_is_enough() -> None:
    section = Section(
        "Case", [Row("first", remark="equal"), Row("second", remark=f"{DIFFERENT}: 1 core points")]
    )
    assert not section.agrees
    section.rows.pop()
    assert section.agrees


def test_physical_bound_adds_up_reading_placing_and_testing() -> None:
    # 38 bytes a row at 20 GB/s, 4 ns to look a row up, 1 ns for its label, 100 million tests at 2 billion a
    # second.
    with_tables = Machine(stream=20e9, look_ups=0.25e9, labels=1e9, tests=2e9, sites=300_000)
    assert with_tables.least_seconds(20_000_000, 8, 100_000_000) == pytest.approx(0.038 + 0.100 + 0.050)
    # Without tables 4.3 GB are sorted, and 22 bytes a row are read and written.
    sorting = Machine(stream=20e9, look_ups=None, labels=None, tests=2e9, sites=None)
    assert sorting.least_seconds(20_000_000, 0, 1_000_000_000) == pytest.approx(0.022 + 0.215 + 0.500)


def test_rounds_give_the_median_of_their_ratios_and_not_the_ratio_of_medians() -> None:
    machine = Machine(stream=20e9, look_ups=0.25e9, labels=1e9, tests=2e9, sites=300_000)
    # A machine that slows down between rounds: 2, 4 and 3 times the bound of its moment.
    rounds = Rounds(
        tuple(Round(machine, least, seconds) for least, seconds in ((0.1, 0.2), (0.1, 0.4), (0.3, 0.9))),
        distance_tests=5,
    )
    row = rounds.row(Goal(3.0))
    assert row.figure == pytest.approx(3.0)
    assert row.met
    assert row.remark == "3 rounds, × 2 to × 4"
    assert "0.1 to 0.3 s, in the middle 0.1 s" in rounds.note()


def test_the_world_has_as_many_places_as_it_says() -> None:
    points = world(20_000, 3_000, 15_000.0, 450.0)
    places = np.unique(np.stack([points.x, points.y]), axis=1)
    assert (points.x.size, places.shape[1], points.sites) == (20_000, 3_000, 3_000)
    assert np.abs(points.x).max() <= 180.0
    assert np.abs(points.y).max() <= 90.0


@pytest.mark.parametrize("make", [country, metropolis])
def test_points_are_the_same_for_everyone(make) -> None:
    first, second = make(1_000, 2_000.0, 10), make(1_000, 2_000.0, 10)
    assert np.array_equal(first.x, second.x)
    assert np.array_equal(first.y, second.y)
    assert np.unique(first.x).size == 1_000


def test_countries_lie_side_by_side_and_are_as_dense_as_one() -> None:
    one, two = country(1_000, 2_000.0, 10), countries(2, 1_000, 2_000.0, 10)
    assert np.array_equal(two.x[:1_000], one.x)
    assert two.x[1_000:].min() - one.x.max() > 2_000.0


def test_worst_points_are_what_they_say() -> None:
    points = lattice(121)
    middle = np.hypot(points.x - points.x[60], points.y - points.y[60])
    assert ((middle <= points.eps).sum(), (middle == points.eps).sum()) == (81, 12)
    points = far_outlier(100)
    assert points.x[0] / np.ptp(points.x[1:]) > 0.5e9
