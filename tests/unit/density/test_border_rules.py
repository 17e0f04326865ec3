"""Border rules and ambiguity against a brute force over all pairs."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from innovation_clusters.analysis.density import dbscan


def brute_force(
    squared: NDArray[np.float64],
    core: NDArray[np.bool_],
    core_labels: NDArray[np.int32],
    eps: float,
    rule: str,
) -> tuple[list[int], list[bool]]:
    """Label every point by the rule, from all pairwise squared distances and the labels of core points."""
    labels, ambiguous = [], []
    for point in range(core.size):
        if core[point]:
            labels.append(int(core_labels[point]))
            ambiguous.append(False)
            continue
        near = [other for other in np.flatnonzero(core) if squared[point, other] <= eps * eps]
        reached = sorted({int(core_labels[other]) for other in near})
        ambiguous.append(rule != "noise" and len(reached) > 1)
        if rule == "noise" or not near:
            labels.append(-1)
        elif rule == "first":
            labels.append(reached[0])
        else:
            labels.append(min((squared[point, other], int(core_labels[other])) for other in near)[1])
    return labels, ambiguous


@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize("rule", ["first", "nearest", "noise"])
def test_rules(rule: str, compiled: bool) -> None:
    generator = np.random.default_rng(3)
    border = doubtful = 0
    for case in range(150):
        count = int(generator.integers(20, 250))
        if case % 2:
            x, y = generator.integers(0, 15, count) / 2.0, generator.integers(0, 15, count) / 2.0
        else:
            x, y = generator.random(count) * 8, generator.random(count) * 8
        eps, min_weight = 0.75, float(generator.integers(3, 8))
        result = dbscan(x, y, eps, min_weight, border=rule, compiled=compiled)
        squared = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2
        np.testing.assert_array_equal(result.core, (squared <= eps * eps).sum(axis=1) >= min_weight)
        labels, ambiguous = brute_force(squared, result.core, result.labels, eps, rule)
        np.testing.assert_array_equal(result.labels, labels)
        np.testing.assert_array_equal(result.ambiguous, ambiguous)
        border += int(((result.labels >= 0) & ~result.core).sum())
        doubtful += int(result.ambiguous.sum())
    # The cases must hold what they are to test.
    assert (border > 500 and doubtful > 20) or rule == "noise"
