"""Editions of WIPO's ranking as parameter sets, and the world totals behind their defaults."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

METRICS = ("patents", "publications", "deals")

# Global Innovation Index 2024, Appendix IV, Table 1: geocoded addresses of PCT inventors (2019-2023) and of
# SCIE authors (2018-2022) in the world.
INVENTOR_ADDRESSES = 4_113_927
AUTHOR_ADDRESSES = 27_022_686

# Venture capital deals of the world, 2019-2023, as WIPO told the press with the 2025 ranking.
DEALS = 236_000

# One author address in inventor addresses. "Equal weight was given to inventors and authors by expressing
# data points as a share of total inventor and author addresses" (GII 2024, Appendix IV).
AUTHOR_WEIGHT = INVENTOR_ADDRESSES / AUTHOR_ADDRESSES

# One deal in inventor addresses, by the same equal shares, where deals are let into the density.
DEAL_WEIGHT = INVENTOR_ADDRESSES / DEALS


class DensityUnit(StrEnum):
    """What the minimum density counts; WIPO writes 4,500 "listed inventors/authors" and no unit.

    INVENTORS: inventor addresses, so that an author address weighs AUTHOR_WEIGHT; the simple reading under
    which the published list of economies with a cluster comes out. SHARES: half of all inventor and author
    addresses for the inventors of the world and half for the authors. ADDRESSES: every address as it is,
    without equal weight.
    """

    INVENTORS = "inventors"
    SHARES = "shares"
    ADDRESSES = "addresses"


def address_weights(unit: DensityUnit, author_weight: float = AUTHOR_WEIGHT) -> dict[str, float]:
    """Return what one address of each metric weighs in the density.

    `author_weight` is that of an author address in inventor addresses; all deals of the world weigh as much
    as all its inventors do. In DensityUnit.ADDRESSES all weigh 1.
    """
    if unit is DensityUnit.ADDRESSES:
        return dict.fromkeys(METRICS, 1.0)
    inventor = 1.0
    if unit is DensityUnit.SHARES:
        inventor = (INVENTOR_ADDRESSES + AUTHOR_ADDRESSES) / 2.0 / INVENTOR_ADDRESSES
    weights = (1.0, author_weight, DEAL_WEIGHT)
    return {metric: inventor * weight for metric, weight in zip(METRICS, weights, strict=True)}


@dataclass(frozen=True)
class Edition:
    """What an edition counts and how it clusters: `eps` in metres, `min_density` in inventor addresses; None
    where the analyst gives them, or where they are proposed from the data.
    """

    name: str
    metrics: tuple[str, ...]
    eps: float | None = None
    min_density: float | None = None


# WIPO chose the parameters of its African run by iterating; for a country the plugin does so.
NATIONAL = "national"


EDITIONS = {
    edition.name: edition
    for edition in (
        # GII 2025: venture capital deals joined the score; density criteria as before.
        Edition("2025", METRICS, 15_000.0, 4_500.0),
        # GII 2024, Appendix IV: 15 km and 4,500 listed inventors or authors, "as in previous years".
        Edition("2018-2024", ("patents", "publications"), 15_000.0, 4_500.0),
        # Bergquist, Fink & Raffo (2017), WIPO Economic Research Working Paper 34, as reported since.
        Edition("2017", ("patents",), 13_000.0, 2_000.0),
        # GII 2024, Appendix IV: the African run, 15 km and 300.
        Edition("regional", METRICS, 15_000.0, 300.0),
        Edition(NATIONAL, METRICS),
        Edition("custom", METRICS),
    )
}
