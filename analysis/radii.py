"""How much the people of clusters depend on the radius round their sites (GII 2020, Appendix, pp. 61-62).

WIPO computed several radii and took the one that kept small both the shift of the total population of all
clusters and the greatest shift of any one; 0.01, 0.05 and 0.10 degrees are named, 0.05 was taken. How a shift
was measured is not written down. Here it is the greater of two changes: to the next smaller and to the next
larger radius, in per cent of the population at the radius itself. So the smallest and the largest radius are
there for comparison and cannot be proposed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .intensity import per_inhabitants
from .scoring import ranks

RADII = (0.01, 0.05, 0.10)


@dataclass(frozen=True)
class RadiusComparison:
    """Population and intensity of k clusters by r radii, which rise.

    `population`, `intensity` float64[r, k] and `rank` int64[r, k], 0 for none; `population_change` float64[r,
    k], per cent of the population at the base radius, and `rank_change` float64[r, k], ranks gained against
    it, NaN where either is not known. Of each radius: `total` float64[r], the people of the clusters that
    have some at every radius; `total_shift`, `largest_shift` float64[r], per cent, and `most_shifted`
    int64[r], whose it is, or -1. `proposed` is the row with the least shift of the total, of equal ones that
    with the least shift of a cluster; -1 where there is none.
    """

    radii: NDArray[np.float64]
    population: NDArray[np.float64]
    intensity: NDArray[np.float64]
    rank: NDArray[np.int64]
    population_change: NDArray[np.float64]
    rank_change: NDArray[np.float64]
    total: NDArray[np.float64]
    total_shift: NDArray[np.float64]
    largest_shift: NDArray[np.float64]
    most_shifted: NDArray[np.int64]
    proposed: int


def compare_radii(
    radii: NDArray[np.float64], population: NDArray[np.float64], score: NDArray[np.float64], base: int
) -> RadiusComparison:
    """Compare populations float64[r, k] by the radii float64[r], in ascending order, of clusters with a score
    float64[k]; `base` is the row of the radius in use.

    Raises InputError where the radii do not rise.
    """
    if not (radii > 0.0).all() or not (np.diff(radii) > 0.0).all():
        raise InputError("radii", "The radii must be above 0 and differ from each other.")
    intensity = np.stack([per_inhabitants(score, people) for people in population])
    rank = np.stack([ranks(values) for values in intensity])
    placed = np.where(rank > 0, rank, np.nan)

    # Where there are no people, a change is no per cent of anything.
    everywhere = (population > 0.0).all(axis=0)
    known = population[:, everywhere]
    total = known.sum(axis=1)
    numbers = np.flatnonzero(everywhere)
    total_shift, largest_shift = np.full(radii.size, np.nan), np.full(radii.size, np.nan)
    most_shifted = np.full(radii.size, -1, dtype=np.int64)
    for row in range(1, radii.size - 1) if numbers.size else ():
        neighbours = [row - 1, row + 1]
        total_shift[row] = 100.0 * np.abs(total[neighbours] - total[row]).max() / total[row]
        shifts = 100.0 * (np.abs(known[neighbours] - known[row]) / known[row]).max(axis=0)
        most_shifted[row] = numbers[shifts.argmax()]
        largest_shift[row] = shifts.max()
    shifted = np.flatnonzero(most_shifted >= 0)
    least = np.lexsort((shifted, largest_shift[shifted], total_shift[shifted]))
    return RadiusComparison(
        radii,
        population,
        intensity,
        rank,
        100.0 * (per_inhabitants(population.T, population[base], 1.0).T - 1.0),
        placed[base] - placed,
        total,
        total_shift,
        largest_shift,
        most_shifted,
        int(shifted[least[0]]) if shifted.size else -1,
    )
