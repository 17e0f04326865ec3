"""What a check against a published table is, and what comes of it.

`tests/unit/test_published_checks.py` runs the checks of this folder, `scripts/document_checks.py` prints
them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

# What half a unit in the last printed place may be missed by: sums and quotients of floats.
_FLOAT = 1e-9


@dataclass(frozen=True)
class Outcome:
    """Of `rows` compared, how many `agree` to the last printed digit, and how many more are `rounded`:
    different only by what the rounding of the printed counts makes of them. `different` tells the rest, a
    phrase each. `largest` is the largest difference of all rows, NaN where they are no quantities.
    """

    rows: int
    agree: int
    rounded: int = 0
    largest: float = np.nan
    different: tuple[str, ...] = ()


@dataclass(frozen=True)
class Check:
    """A published table or sentence and what we make of it.

    `published` is where it stands, `computed` how we get it, `unit` what differences are in. `known` are
    differences that are there and will stay, as Outcome tells them; `why` says why, or what rounding does.
    """

    title: str
    published: str
    computed: str
    run: Callable[[], Outcome]
    unit: str = ""
    why: str = ""
    known: tuple[str, ...] = ()


def compare_numbers(
    names: Sequence[str],
    found: NDArray[np.float64],
    printed: NDArray[np.float64],
    unit: float,
    slack: float | NDArray[np.float64] = 0.0,
) -> Outcome:
    """Compare with numbers printed to whole `unit`s; `slack` is what rounding of their parts leaves open."""
    difference = np.abs(found - printed)
    agree = difference <= unit / 2.0 + _FLOAT
    rounded = ~agree & (difference <= unit / 2.0 + slack + _FLOAT)
    different = np.flatnonzero(~(agree | rounded))
    return Outcome(
        len(names),
        int(agree.sum()),
        int(rounded.sum()),
        float(difference.max()),
        tuple(f"{names[row]}: {printed[row]:g} printed, {found[row]:g} computed" for row in different),
    )


def compare_ranks(names: Sequence[str], found: NDArray[Any], printed: NDArray[Any]) -> Outcome:
    """Compare whole numbers, all of which are to be equal; the largest difference is in places."""
    outcome = compare_exactly(names, found.tolist(), printed.tolist())
    largest = float(np.abs(found.astype(float) - printed.astype(float)).max())
    return Outcome(outcome.rows, outcome.agree, 0, largest, outcome.different)


def compare_exactly(names: Sequence[str], found: Sequence[Any], printed: Sequence[Any]) -> Outcome:
    """Compare words, or anything else that is equal or is not."""
    rows = list(zip(names, found, printed, strict=True))
    different = tuple(
        f"{name}: {there} printed, {here} computed" for name, here, there in rows if here != there
    )
    return Outcome(len(rows), len(rows) - len(different), different=different)


def joined(outcomes: Sequence[Outcome]) -> Outcome:
    """Return several outcomes as one."""
    return Outcome(
        sum(outcome.rows for outcome in outcomes),
        sum(outcome.agree for outcome in outcomes),
        sum(outcome.rounded for outcome in outcomes),
        max(outcome.largest for outcome in outcomes),
        tuple(phrase for outcome in outcomes for phrase in outcome.different),
    )
