"""Whether two answers are one: core points, noise and partition, in whatever order clusters are numbered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DIFFERENT = "DIFFERENT"


@dataclass(frozen=True)
class Answer:
    """Labels int[n], -1 for noise, in any numbering; core bool[n] and the distance tests where told."""

    labels: NDArray[np.signedinteger]
    core: NDArray[np.bool_] | None
    distance_tests: int | None = None


def agreement(expected: Answer, found: Answer) -> str:
    """Compare labels: "equal", "equal but for … border points", or DIFFERENT and in what.

    Border points are the only ones that two right answers may give to different clusters.
    """
    if expected.core is not None and found.core is not None:
        misjudged = int((expected.core != found.core).sum())
        if misjudged:
            return f"{DIFFERENT}: {misjudged:,} core points"
    if np.array_equal(expected.labels, found.labels):
        return "equal"
    core = expected.core if expected.core is not None else found.core
    if core is None:
        return DIFFERENT
    misjudged = int(((expected.labels < 0) != (found.labels < 0)).sum())
    if misjudged:
        return f"{DIFFERENT}: {misjudged:,} noise points"
    translated = _translated(expected.labels, found.labels, core)
    back = _translated(found.labels, expected.labels, core)
    if not (
        np.array_equal(translated[core], found.labels[core])
        and np.array_equal(back[core], expected.labels[core])
    ):
        return f"{DIFFERENT}: the partition"
    differing = int((translated != found.labels).sum())
    return f"equal but for {differing:,} border points" if differing else "equal, numbered otherwise"


def _translated(
    labels: NDArray[np.signedinteger], others: NDArray[np.signedinteger], core: NDArray[np.bool_]
) -> NDArray[np.signedinteger]:
    """Return `labels` in the numbers of `others`, as far as core points tell which is which."""
    # One place more than there are clusters: noise, -1, is the last and stays itself.
    number = np.full(int(labels.max(initial=-1)) + 2, -1, dtype=others.dtype)
    number[labels[core]] = others[core]
    return number[labels]
