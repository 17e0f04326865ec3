"""What makes the place of an address suspicious: faults and doubts, found for sites and stated economies.

A fault is what `addresses.judge` rejects; two more reasons tell what probably happened to a place outside its
economy. A doubt is a place that may well be right, but that a reader should look at. The doubts and their
limits are ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import addresses
from .addresses import judge
from .countries import Countries
from .monitor import Monitor
from .sums import sum_by

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
Bits = NDArray[np.uint32]

MENDS = ("swapped", "sign_lost")
DOUBTS = ("round_degrees", "heavy_in_economy", "heavy_in_world", "shared_by_organisations")
REASONS = (*addresses.REASONS, *MENDS, *DOUBTS)
"""Codes of reasons: those of addresses, and after them

swapped: the place lies in its stated economy once longitude and latitude change places.
sign_lost: it does so once one or both signs are turned.
round_degrees: both coordinates are whole, half or quarter degrees, as the centre of a country often is.
heavy_in_economy, heavy_in_world: the place holds more than a given share of an economy's or of all addresses.
shared_by_organisations: as many organisations as given, or more, have their addresses here: a centroid.

In a set of reasons the bit 1 << n stands for the reason at place n.
"""

# Steps of a degree that round coordinates are multiples of.
_ROUND = 4.0


@dataclass(frozen=True)
class Limits:
    """From where on a place is doubtful.

    `economy_share`, `world_share` in per cent of the located addresses; an economy with fewer than
    `least_addresses` is not asked. `organisations` at one place. `tolerance` at borders in metres.
    """

    economy_share: float = 50.0
    world_share: float = 5.0
    organisations: int = 20
    least_addresses: float = 100.0
    tolerance: float = 10_000.0


@dataclass(frozen=True)
class Places:
    """Sites, distinct coordinates, of length s, and pairs of a site and an economy stated there, of length p.

    `longitude`, `latitude` float64[s] in degrees as stated; `reason` uint8[s] what `judge` says of them;
    `weight` float64[s]; `organisations` int64[s], how many there are.

    `site` int64[p]; `economy` int64[p], the place in `codes`, -1 for none; `pair_weight` float64[p]. `codes`
    are the economies that are stated, `known_form` bool whether each has the form of a code.
    """

    longitude: FloatArray
    latitude: FloatArray
    reason: NDArray[np.uint8]
    weight: FloatArray
    organisations: IntArray
    site: IntArray
    economy: IntArray
    pair_weight: FloatArray
    codes: list[str]
    known_form: BoolArray

    @property
    def located(self) -> BoolArray:
        """bool[s], whether `judge` accepts a site."""
        return np.equal(self.reason, addresses.ACCEPTED)

    @property
    def located_weight(self) -> FloatArray:
        """float64[p], the addresses of a pair where its site is accepted, 0 elsewhere."""
        return np.where(self.located[self.site], self.pair_weight, 0.0)

    @property
    def economy_weight(self) -> FloatArray:
        """float64[p], the located addresses of the pair's economy; 0 where none is stated."""
        whole = sum_by(self.economy, self.located_weight, len(self.codes))
        return np.append(whole, 0.0)[self.economy]


@dataclass(frozen=True)
class Mended:
    """What comparing with outlines has found: `bits` uint32[p], sets of reasons; `longitude`, `latitude`
    float64[p], where a lost place lies once mended, NaN elsewhere; how many pairs are `unchecked`, because
    there is no outline of their economy.
    """

    bits: Bits
    longitude: FloatArray
    latitude: FloatArray
    unchecked: int


def bit(reason: str) -> np.uint32:
    """Return the set of one reason."""
    return np.uint32(1 << REASONS.index(reason))


def reasons_of(bits: int) -> list[str]:
    """Return the codes in a set of reasons, in the order of REASONS."""
    return [reason for place, reason in enumerate(REASONS) if bits >> place & 1]


def rejections(reasons: NDArray[np.uint8]) -> Bits:
    """Return sets of the reasons that `judge` gives, uint8[n]; empty where a row is accepted."""
    bits = np.array([0, *(1 << number for number in range(1, len(addresses.REASONS)))], dtype=np.uint32)
    sets: Bits = bits[reasons]
    return sets


def at_fault(bits: Bits) -> BoolArray:
    """Return bool[n], whether a set holds a reason that is more than a doubt."""
    doubts = sum(int(bit(reason)) for reason in DOUBTS)
    return (bits & np.uint32(~doubts & 0xFFFFFFFF)) > 0


def doubtful_sites(places: Places, limits: Limits) -> Bits:
    """Return uint32[s]: what is doubtful about a site, whatever economy its addresses state."""
    bits = np.zeros(places.weight.size, dtype=np.uint32)
    located = places.located
    weight = np.where(located, places.weight, 0.0)
    round_degrees = (places.longitude * _ROUND % 1.0 == 0.0) & (places.latitude * _ROUND % 1.0 == 0.0)
    bits[located & round_degrees] |= bit("round_degrees")
    bits[weight > 0.01 * limits.world_share * weight.sum()] |= bit("heavy_in_world")
    bits[located & (places.organisations >= limits.organisations)] |= bit("shared_by_organisations")
    return bits


def doubtful_pairs(places: Places, limits: Limits) -> Bits:
    """Return uint32[p]: what is wrong or doubtful about a site as a place of the economy stated there."""
    bits = np.zeros(places.site.size, dtype=np.uint32)
    stated = places.economy >= 0
    bits[stated & ~np.append(places.known_form, True)[places.economy]] |= bit("economy_unknown_form")
    whole = places.economy_weight
    heavy = places.located_weight > 0.01 * limits.economy_share * whole
    bits[stated & heavy & (whole >= limits.least_addresses)] |= bit("heavy_in_economy")
    return bits


def compare_with_outlines(
    places: Places, countries: Countries, limits: Limits, monitor: Monitor | None = None
) -> Mended:
    """Find what lies outside the economy stated there, and where it would lie if it were mended.

    Also a place beyond the globe may be one whose longitude and latitude have changed places. Raises
    Cancelled.
    """
    monitor = monitor or Monitor()
    known = np.append(places.known_form, False)[places.economy]
    economy = np.array([*places.codes, None], dtype=object)[np.where(known, places.economy, -1)]
    longitude, latitude = places.longitude[places.site], places.latitude[places.site]
    judgement = judge(
        longitude,
        latitude,
        economies=economy,
        countries=countries,
        tolerance=limits.tolerance,
        monitor=monitor.part(0.0, 0.6),
    )
    outside = judgement.reasons == REASONS.index("outside_economy")
    bits = np.where(outside, bit("outside_economy"), np.uint32(0))
    mended = Mended(bits, np.full(outside.size, np.nan), np.full(outside.size, np.nan), judgement.unchecked)

    beyond = ("latitude_out_of_range", "longitude_out_of_range")
    lost = outside | np.isin(judgement.reasons, [REASONS.index(reason) for reason in beyond])
    lost &= known
    trials: tuple[tuple[str, Callable[[FloatArray, FloatArray], tuple[FloatArray, FloatArray]]], ...] = (
        ("swapped", lambda east, north: (north, east)),
        ("sign_lost", lambda east, north: (-east, north)),
        ("sign_lost", lambda east, north: (east, -north)),
        ("sign_lost", lambda east, north: (-east, -north)),
    )
    for (reason, mend), part in zip(trials, monitor.part(0.6, 1.0).split(1, 1, 1, 1), strict=True):
        rows = np.flatnonzero(lost)
        east, north = mend(longitude[rows], latitude[rows])
        on_globe = (np.abs(east) <= 180.0) & (np.abs(north) <= 90.0)
        rows, east, north = rows[on_globe], east[on_globe], north[on_globe]
        away, unknown = countries.outside(east, north, economy[rows], limits.tolerance, part)
        home = ~(away | unknown)
        bits[rows[home]] |= bit(reason)
        mended.longitude[rows[home]], mended.latitude[rows[home]] = east[home], north[home]
        lost[rows[home]] = False
    return mended
