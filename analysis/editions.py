"""Editions of WIPO's ranking as parameter sets, and the world totals behind their defaults."""

from __future__ import annotations

from dataclasses import dataclass

METRICS = ("patents", "publications", "deals")

# Global Innovation Index 2024, Appendix IV, Table 1: geocoded addresses of PCT inventors (2019-2023) and of
# SCIE authors (2018-2022) in the world.
INVENTOR_ADDRESSES = 4_113_927
AUTHOR_ADDRESSES = 27_022_686

# Venture capital deals of the world, 2019-2023, as WIPO told the press with the 2025 ranking.
DEALS = 236_000

# One author address in inventor addresses. "Equal weight was given to inventors and authors by expressing
# data points as a share of total inventor and author addresses" (GII 2024, Appendix IV); the unit of the
# density 4,500 is not written down. Counting in inventor addresses is the simple reading under which the
# published list of economies with a cluster comes out.
AUTHOR_WEIGHT = INVENTOR_ADDRESSES / AUTHOR_ADDRESSES

# One deal in inventor addresses, by the same equal shares, where deals are let into the density.
DEAL_WEIGHT = INVENTOR_ADDRESSES / DEALS


@dataclass(frozen=True)
class Edition:
    """What an edition counts and how it clusters: `eps` in metres, `min_density` in inventor addresses."""

    name: str
    metrics: tuple[str, ...]
    eps: float
    min_density: float


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
    )
}
