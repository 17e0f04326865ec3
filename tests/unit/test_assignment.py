"""Assignments against SciPy's, and what it does not promise."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from innovation_clusters.analysis.assignment import assign
from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor


def test_as_good_as_scipys() -> None:
    generator = np.random.default_rng(1)
    for _ in range(400):
        shape = tuple(generator.integers(1, 12, 2))
        value = generator.random(shape) * (generator.random(shape) < generator.random())
        if generator.random() < 0.3:
            value = np.round(3.0 * value)
        found = assign(value)
        given = np.flatnonzero(found >= 0)
        assert len(set(found[given].tolist())) == given.size
        assert (value[given, found[given]] > 0.0).all()
        best = value[linear_sum_assignment(value, maximize=True)].sum()
        assert value[given, found[given]].sum() == pytest.approx(best, abs=1e-12)


def test_some_hundred_clusters() -> None:
    generator = np.random.default_rng(2)
    value = generator.random((250, 237)) * (generator.random((250, 237)) < 0.05)
    found = assign(value)
    given = np.flatnonzero(found >= 0)
    best = value[linear_sum_assignment(value, maximize=True)].sum()
    assert value[given, found[given]].sum() == pytest.approx(best)


def test_nothing_to_assign() -> None:
    assert assign(np.zeros((0, 3))).tolist() == []
    assert assign(np.zeros((2, 0))).tolist() == [-1, -1]
    assert assign(np.zeros((2, 3))).tolist() == [-1, -1]


def test_cancel_is_heard() -> None:
    with pytest.raises(Cancelled):
        assign(np.ones((3, 3)), Monitor(cancelled=lambda: True))
