"""Leading organisations and fields: against plain Python, published shares, and the registry's real names."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovation_clusters.analysis.actors import (
    leading_names,
    location_quotients,
    split_fields,
    standings,
    technology_mix,
)
from innovation_clusters.analysis.counting import record_fractions
from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.organisations import code_organisations
from innovation_clusters.analysis.sums import sum_by
from innovation_clusters.analysis.texts import Coded, code_texts


def objects(*values: Any) -> np.ndarray[Any, Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def test_shares_are_of_the_whole_cluster() -> None:
    """A record of three addresses, one of them without an organisation, is a third for each of them."""
    fractions = record_fractions(objects("r1", "r1", "r1", "r2"), np.ones(4))
    found = standings(np.zeros(4, dtype=np.int64), np.array([0, 1, -1, 1]), fractions, 1)
    assert found.code.tolist() == [1, 0]
    assert found.place.tolist() == [1, 2]
    np.testing.assert_allclose(found.count, [4 / 3, 1 / 3])
    np.testing.assert_allclose(found.share, [100 * (4 / 3) / 2, 100 * (1 / 3) / 2])


def test_equal_counts_share_the_best_place() -> None:
    group = np.array([0, 0, 0, 0, 1, 1, -1])
    code = np.array([2, 1, 0, 3, 1, 0, 5])
    found = standings(group, code, np.array([1.0, 1.0, 3.0, 0.5, 2.0, 2.0, 9.0]), 2)
    assert found.group.tolist() == [0, 0, 0, 0, 1, 1]
    assert found.code.tolist() == [0, 1, 2, 3, 0, 1]
    assert found.place.tolist() == [1, 2, 2, 4, 1, 1]
    first = found.first(2)
    assert list(zip(first.group.tolist(), first.code.tolist(), strict=True)) == [
        (0, 0),
        (0, 1),
        (1, 0),
        (1, 1),
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-1, 4), st.integers(-1, 6), st.sampled_from([0.0, 0.25, 1 / 3, 1.0, 2.5])),
        max_size=80,
    )
)
def test_against_plain_python(rows: list[tuple[int, int, float]]) -> None:
    group, code = (np.array([row[place] for row in rows], dtype=np.int64) for place in (0, 1))
    values = np.array([row[2] for row in rows], dtype=np.float64)
    found = standings(group, code, values, 5)
    expected: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    whole: dict[int, float] = defaultdict(float)
    for cluster, name, value in rows:
        if cluster >= 0:
            whole[cluster] += value
            if name >= 0:
                expected[cluster][name] += value
    lines = []
    for cluster in sorted(expected):
        entries = sorted(((-round(count, 9), name) for name, count in expected[cluster].items()))
        lines += [(cluster, name, -count) for count, name in entries]
    assert found.group.tolist() == [line[0] for line in lines]
    assert found.code.tolist() == [line[1] for line in lines]
    np.testing.assert_allclose(found.count, [line[2] for line in lines], atol=1e-9)
    for cluster, share, count in zip(found.group.tolist(), found.share, found.count, strict=True):
        if whole[cluster]:
            assert share == pytest.approx(100.0 * count / whole[cluster], abs=1e-6)
        else:
            assert np.isnan(share)


def test_order_and_collapsing_of_rows_change_nothing() -> None:
    generator = np.random.default_rng(3)
    group, code = generator.integers(-1, 6, 4000), generator.integers(-1, 30, 4000)
    addresses = generator.integers(1, 4, 4000).astype(float)
    whole = standings(group, code, addresses, 6)
    order = generator.permutation(4000)
    turned = standings(group[order], code[order], addresses[order], 6)
    single = np.repeat(np.arange(4000), addresses.astype(int))
    opened = standings(group[single], code[single], np.ones(single.size), 6)
    for other in (turned, opened):
        for column in ("group", "place", "code", "count", "share"):
            np.testing.assert_array_equal(getattr(whole, column), getattr(other, column))


def test_a_record_with_several_fields_counts_for_each_by_an_equal_part() -> None:
    fields = split_fields(code_texts(objects("A61N; H04L", "H04L", None, "H04L;H04L; ", "")))
    assert fields.names == ["A61N", "H04L"]
    assert fields.row.tolist() == [0, 0, 1, 3]
    assert fields.code.tolist() == [0, 1, 1, 1]
    assert fields.part.tolist() == [0.5, 0.5, 1.0, 1.0]
    assert split_fields(code_texts(objects("Chemistry; organic")), "").names == ["Chemistry; organic"]
    assert split_fields(code_texts(objects("a|b")), "|").names == ["a", "b"]
    assert split_fields(code_texts(objects())).row.size == 0
    assert split_fields(code_texts(objects(None))).names == []


def test_mix_of_each_cluster_and_of_all_together() -> None:
    fields = split_fields(code_texts(objects("A;B", "A", "B", "A", None)))
    group = np.array([0, 0, 1, -1, 1])
    each, together = technology_mix(group, fields, np.ones(5), 2)
    assert [(g, fields.names[c]) for g, c in zip(each.group, each.code, strict=True)] == [
        (0, "A"),
        (0, "B"),
        (1, "B"),
    ]
    np.testing.assert_allclose(each.share, [75.0, 25.0, 100.0])
    assert [fields.names[code] for code in together.code] == ["A", "B"]
    np.testing.assert_allclose(together.share, [50.0, 50.0])
    np.testing.assert_allclose(location_quotients(each, together, 2), [1.5, 0.5, 2.0])


def test_leading_names() -> None:
    coded = Coded(np.array([1, 1, 0, -1], dtype=np.int32), ["a", "b"], np.ones(2, dtype=np.int64))
    found = standings(np.array([2, 2, 2, 0]), coded.code, np.ones(4), 3)
    leaders = leading_names(found, coded.names, 3)
    assert [name for name, _ in leaders] == ["", "", "b"]
    assert leaders[2][1] == pytest.approx(200 / 3)


def test_nothing_in_nothing_out() -> None:
    empty = np.empty(0, dtype=np.int64)
    assert len(standings(empty, empty, np.empty(0), 0)) == 0
    assert len(standings(np.array([-1]), np.array([3]), np.ones(1), 2)) == 0


def test_cancel() -> None:
    zeros = np.zeros(3, dtype=np.int64)
    with pytest.raises(Cancelled):
        standings(zeros, zeros, np.ones(3), 1, monitor=Monitor(cancelled=lambda: True))


def test_real_patents_by_class(data_folder: Path) -> None:
    """Mass is conserved on the Dutch patents, whose rows state up to dozens of classes."""
    with (data_folder / "points" / "patstat_nl_sample_2379.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    x = np.array([float(row["lon"]) for row in rows])
    located = np.array([row["geocoded"] == "1" for row in rows])
    group = np.where(located, np.where(x > 5.3, 1, 0), -1)
    fields = split_fields(code_texts(objects(*(row["ipc4"] for row in rows))))
    each, together = technology_mix(group, fields, np.ones(len(rows)), 2)
    stated = np.array([bool(row["ipc4"].strip("; ")) for row in rows])
    np.testing.assert_allclose(
        sum_by(each.group, each.count, 2), sum_by(group[stated], np.ones(stated.sum()), 2), atol=1e-6
    )
    expected: dict[str, float] = defaultdict(float)
    for row, inside in zip(rows, located, strict=True):
        classes = {part.strip() for part in row["ipc4"].split(";") if part.strip()}
        if inside:
            for part in classes:
                expected[part] += 1 / len(classes)
    best = max(expected.values())
    assert together.count[0] == pytest.approx(best)
    assert expected[fields.names[together.code[0]]] == pytest.approx(best)


def test_real_organisations_by_cluster(data_folder: Path) -> None:
    """Every research organisation of the registry counts once, in the clusters of a labelled run."""
    with (data_folder / "points" / "ror_orgs_51551.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    x, y = (np.array([float(row[name]) for row in rows]) for name in ("lon", "lat"))
    labels = dbscan(x, y, 13_000.0, 50.0, metric="sphere").labels
    coded = code_organisations(code_texts(objects(*(row["country_code"] for row in rows))))
    groups = int(labels.max()) + 1
    found = standings(labels, coded.code, np.ones(len(rows)), groups)
    np.testing.assert_allclose(sum_by(found.group, found.share, groups), 100.0, atol=1e-6)
    seoul = labels[next(n for n, row in enumerate(rows) if row["city"] == "Seoul")]
    assert leading_names(found, coded.names, groups)[seoul] == ("KR", 100.0)
