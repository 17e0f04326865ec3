"""Numbers as the explorer says them, in the user's locale."""

from __future__ import annotations

from ..numbers import grouping

_MOST_DECIMALS = 3


def whole(value: float) -> str:
    """Return a number without decimals."""
    return str(grouping().toString(round(value)))


def plain(value: float) -> str:
    """Return a number with the decimals it has, three at most."""
    text = f"{value:.15g}"
    decimals = len(text.partition(".")[2]) if "e" not in text else _MOST_DECIMALS
    return str(grouping().toString(value, "f", min(decimals, _MOST_DECIMALS)))


def tenths(value: float) -> str:
    """Return a number with one decimal, as per cents are said."""
    return str(grouping().toString(value, "f", 1))


def figures(value: float) -> str:
    """Return a number with no more than six figures, as they stand at an axis."""
    return str(grouping().toString(value, "g", 6))


def decimals_for(least: float) -> int:
    """Return how many decimals numbers from `least` up need for three figures."""
    return 0 if least >= 100.0 else 1 if least >= 10.0 else 2 if least >= 0.1 else _MOST_DECIMALS
