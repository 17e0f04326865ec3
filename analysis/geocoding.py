"""Geocoding quality: which addresses are badly located, and how few places hold them all.

To be asked before any ranking is believed: GII 2024, Appendix IV, names a cluster (Kuala Lumpur) that better
geocoding alone brought into the first hundred, and says that Korean and Japanese places improved most.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .accuracy import COARSE_DECIMALS, LEVELS, NOT_STATED, decimals
from .addresses import Judgement, Payers, Place, judge, numbers_of
from .countries import Countries
from .density import Sites, collapse
from .duplication import Duplication, duplication
from .economies import economy_codes
from .monitor import Monitor
from .organisations import code_organisations
from .sums import sum_by
from .suspicion import (
    MENDS,
    REASONS,
    Bits,
    BoolArray,
    FloatArray,
    IntArray,
    Limits,
    Mended,
    Places,
    at_fault,
    bit,
    compare_with_outlines,
    doubtful_pairs,
    doubtful_sites,
    reasons_of,
    rejections,
)
from .texts import Coded

# Of 100 inventor addresses of GII 2024 (Appendix IV) 98 were located to the city or better. One in ten is
# ours: beyond it no share of a small cluster can be believed.
CARE_SHARE = 2.0
DISTRUST_SHARE = 10.0


class Verdict(StrEnum):
    """Whether a ranking of the addresses can be believed.

    DISTRUST: more than DISTRUST_SHARE per cent of the addresses are at fault. CARE: more than CARE_SHARE are,
    or more than DISTRUST_SHARE are at fault or in doubt.
    """

    TRUST = "trust"
    CARE = "care"
    DISTRUST = "distrust"


@dataclass(frozen=True)
class SiteQuality:
    """Distinct coordinates, in the order of their first row, of length s.

    `longitude`, `latitude` float64 as stated, also beyond the globe; `located` bool, whether `judge` accepts
    the place; `weight` float64, the addresses on it, of which `suspicious` have a reason and `faults` are at
    fault; `economy` the place in `Quality.economies` that most of them state, -1 for none; `economy_share`
    the per cent of that economy's located addresses that are here; `organisations` int64, how many;
    `reasons` uint32, a set;
    `mended_longitude`, `mended_latitude` where the place lies once mended, NaN where there is nothing to
    mend.
    """

    longitude: FloatArray
    latitude: FloatArray
    located: BoolArray
    weight: FloatArray
    suspicious: FloatArray
    faults: FloatArray
    economy: IntArray
    economy_share: FloatArray
    organisations: IntArray
    reasons: Bits
    mended_longitude: FloatArray
    mended_latitude: FloatArray

    def __len__(self) -> int:
        return self.weight.size

    def heaviest(self) -> IntArray:
        """Return the located sites, the heaviest first, equal ones in the order of their first row."""
        rows = np.flatnonzero(self.located)
        return rows[np.argsort(-self.weight[rows], kind="stable")]


@dataclass(frozen=True)
class EconomyQuality:
    """The addresses of the world (`economy` None), of one economy, or of those that state none ("").

    `rows` of the input; `addresses` their weight, of which `located` have a place that `judge` accepts,
    `faults` are at fault and `doubts`, none of which is at fault, in doubt; `levels` float64[6] by LEVELS;
    `coarse` of the located ones are written with COARSE_DECIMALS decimals or fewer, NaN where coordinates are
    not given in degrees; `duplication` of the located ones.
    """

    economy: str | None
    rows: int
    addresses: float
    located: float
    faults: float
    doubts: float
    levels: FloatArray
    coarse: float
    duplication: Duplication


@dataclass(frozen=True)
class Quality:
    """What `inspect` has found.

    `economies` are the codes that are stated, in order; `by_economy` has the one with the most addresses
    first; `without_place` are the addresses that have no coordinates, by reason; `counts` the addresses for
    every reason that occurs, in the order of REASONS; `checked` the reasons that could be looked for;
    `unchecked` how many places state an economy of which there is no outline.
    """

    sites: SiteQuality
    economies: list[str]
    world: EconomyQuality
    by_economy: list[EconomyQuality]
    without_place: dict[str, float]
    counts: dict[str, float]
    checked: tuple[str, ...]
    unchecked: int

    @property
    def verdict(self) -> Verdict:
        """Whether a ranking of these addresses can be believed."""
        whole, faults = self.world.addresses, self.world.faults
        if not self.world.located > 0.0 or 100.0 * faults > DISTRUST_SHARE * whole:
            return Verdict.DISTRUST
        suspicious = faults + self.world.doubts
        if 100.0 * faults > CARE_SHARE * whole or 100.0 * suspicious > DISTRUST_SHARE * whole:
            return Verdict.CARE
        return Verdict.TRUST


def inspect(
    x: FloatArray | NDArray[np.object_],
    y: FloatArray | NDArray[np.object_],
    *,
    geographic: bool = True,
    form: NDArray[np.uint8] | None = None,
    to_degrees: Place | None = None,
    weights: FloatArray | None = None,
    economies: Coded | None = None,
    organisations: Coded | None = None,
    levels: NDArray[np.uint8] | None = None,
    payers: Payers | None = None,
    countries: Countries | None = None,
    limits: Limits | None = None,
    groups: IntArray | None = None,
    judgement: Judgement | None = None,
    monitor: Monitor | None = None,
) -> Quality:
    """Look at the places of n addresses, or of rows that stand for `weights` addresses each.

    x, y, geographic, form, to_degrees as for `addresses.judge`; `weights` float64[n], 0 or more; `economies`,
    `organisations` as they are stated; `levels` uint8[n], places in `accuracy.LEVELS`. Places
    are held against outlines where there are `countries`, organisations against `payers`. `groups`
    int64[n] says how many rows each stands for. `judgement` is that of `judge` on the same rows, where it was
    made already. Raises Cancelled.
    """
    monitor = monitor or Monitor()
    limits = limits or Limits()
    judging, collapsing, naming, pairing, comparing, summing = monitor.split(4, 2, 2, 2, 8, 2)
    weights = np.ones(len(x)) if weights is None else weights
    if judgement is None:
        judgement = judge(x, y, geographic=geographic, form=form, to_degrees=to_degrees, monitor=judging)
    longitude, latitude = judgement.longitude, judgement.latitude
    rejected = ~judgement.accepted
    if geographic and rejected.any():
        longitude, latitude = longitude.copy(), latitude.copy()
        longitude[rejected], latitude[rejected] = _numbers(x[rejected]), _numbers(y[rejected])
    collapsing.progress(0.0)
    placed = np.isfinite(longitude) & np.isfinite(latitude)
    rows = np.flatnonzero(placed)
    collapsing.check()
    sites = collapse(longitude[rows], latitude[rows], monitor=collapsing)

    naming.progress(0.0)
    economy, codes, known_form = _economies(economies, len(x))
    organisation, paying = _organisations(organisations, payers, len(x), naming)
    of_economy, of_organisation = pairing.split(1, 1)
    pairs = _pairs(sites.of_row, economy[rows], of_economy)
    by_organisation = _distinct_by_site(sites, organisation[rows], of_organisation)
    first = rows[sites.first_row]
    comparing.progress(0.0)
    places = Places(
        longitude[first],
        latitude[first],
        judgement.reasons[first],
        sum_by(sites.of_row, weights[rows], len(sites)),
        by_organisation,
        sites.of_row[pairs.first_row].astype(np.int64),
        economy[rows[pairs.first_row]],
        sum_by(pairs.of_row, weights[rows], len(pairs)),
        codes,
        known_form,
    )
    site_bits = rejections(places.reason) | doubtful_sites(places, limits)
    pair_bits = doubtful_pairs(places, limits)
    mended = None
    if countries is not None and economies is not None:
        mended = compare_with_outlines(places, countries, limits, comparing)
        pair_bits |= mended.bits

    summing.progress(0.0)
    # A row has the reasons of its place, of its place as one of its economy, and its own.
    row_bits = rejections(judgement.reasons)
    row_bits[rows] |= (site_bits[places.site] | pair_bits)[pairs.of_row]
    row_bits[paying] |= bit("payer")
    summing.progress(0.2)
    np.bitwise_or.at(site_bits, places.site, pair_bits)
    site_bits[sites.of_row[paying[rows]]] |= bit("payer")
    suspicious = sum_by(sites.of_row, np.where(row_bits[rows] > 0, weights[rows], 0.0), len(sites))
    summing.progress(0.3)
    faults = sum_by(sites.of_row, np.where(at_fault(row_bits[rows]), weights[rows], 0.0), len(sites))
    summing.progress(0.4)

    table = _economy_table(
        places,
        economy,
        weights,
        groups,
        judgement.accepted,
        row_bits,
        levels,
        coarse=geographic and to_degrees is None,
        monitor=summing.part(0.4, 0.9),
    )
    summing.progress(0.9)
    checked = _checked(
        geographic=geographic,
        table=form is None,
        economies=economies is not None,
        organisations=organisations is not None,
        payers=payers is not None,
        outlines=mended is not None,
    )
    monitor.progress(1.0)
    return Quality(
        _site_quality(places, mended, suspicious, faults, site_bits),
        codes,
        table[0],
        table[1:],
        _by_reason(row_bits[~placed], weights[~placed]),
        _by_reason(row_bits, weights),
        checked,
        mended.unchecked if mended else 0,
    )


def _numbers(values: NDArray[Any]) -> FloatArray:
    """Return float64[n] of what stands in a layer or table, NaN where there is no finite number."""
    if values.dtype == object:
        return numbers_of(values)[0]
    return np.where(np.isfinite(values), values, np.nan)


def _economies(stated: Coded | None, count: int) -> tuple[IntArray, list[str], BoolArray]:
    """Return the number of every row's economy, -1 for none, the codes, and whether each has a known form."""
    if stated is None:
        return np.full(count, -1), [], np.empty(0, dtype=bool)
    codes, known_form = economy_codes(np.array([*stated.names, None], dtype=object)[:-1])
    forms = dict(zip(codes.tolist(), known_form.tolist(), strict=True))
    in_order = sorted(forms)
    number_of = {code: number for number, code in enumerate(in_order)}
    numbers = np.array([*(number_of[code] for code in codes.tolist()), -1], dtype=np.int64)
    return numbers[stated.code], in_order, np.array([forms[code] for code in in_order], dtype=bool)


def _organisations(
    organisations: Coded | None, payers: Payers | None, count: int, monitor: Monitor
) -> tuple[NDArray[np.int32], BoolArray]:
    """Return the number of every row's organisation, -1 for none, and whether it is a payer."""
    if organisations is None:
        return np.full(count, -1, dtype=np.int32), np.zeros(count, dtype=bool)
    joined = code_organisations(organisations, monitor=monitor).code
    if payers is None:
        return joined, np.zeros(count, dtype=bool)
    # The last is for rows that name none.
    paying = payers.among(np.array([*organisations.names, None], dtype=object))
    return joined, paying[organisations.code]


def _pairs(first: NDArray[np.integer[Any]], second: NDArray[np.integer[Any]], monitor: Monitor) -> Sites:
    # Numbers are collapsed as coordinates are: hashed, on all threads.
    return collapse(first.astype(np.float64), second.astype(np.float64), monitor=monitor)


def _distinct_by_site(sites: Sites, organisation: NDArray[np.int32], monitor: Monitor) -> IntArray:
    """Return int64[s], how many organisations every site has."""
    named = np.flatnonzero(organisation >= 0)
    pairs = _pairs(sites.of_row[named], organisation[named], monitor)
    return np.bincount(sites.of_row[named[pairs.first_row]], minlength=len(sites))


def _site_quality(
    places: Places, mended: Mended | None, suspicious: FloatArray, faults: FloatArray, bits: Bits
) -> SiteQuality:
    """Return the sites, each with the economy that most of its addresses state."""
    order = np.lexsort((places.economy, -places.pair_weight, places.economy < 0, places.site))
    best = order[np.searchsorted(places.site[order], np.arange(places.weight.size))]
    whole = places.economy_weight
    share = np.full(whole.size, np.nan)
    np.divide(100.0 * places.located_weight, whole, out=share, where=whole > 0.0)
    nowhere = np.full(whole.size, np.nan)
    return SiteQuality(
        places.longitude,
        places.latitude,
        places.located,
        places.weight,
        suspicious,
        faults,
        places.economy[best],
        np.round(share, 9)[best],
        places.organisations,
        bits,
        (mended.longitude if mended else nowhere)[best],
        (mended.latitude if mended else nowhere)[best],
    )


def _economy_table(
    places: Places,
    economy: IntArray,
    weights: FloatArray,
    groups: IntArray | None,
    located: BoolArray,
    bits: Bits,
    levels: NDArray[np.uint8] | None,
    *,
    coarse: bool,
    monitor: Monitor,
) -> list[EconomyQuality]:
    """Return the world, the economies by their addresses, and those that state none if others state one."""
    faulty = at_fault(bits)
    # The last line is that of no economy.
    lines = len(places.codes) + 1
    line = np.where(economy >= 0, economy, lines - 1)
    pair_line = np.where(places.economy >= 0, places.economy, lines - 1)
    rows = np.bincount(line, weights=groups, minlength=lines)

    def by_line(chosen: BoolArray) -> FloatArray:
        return sum_by(line, np.where(chosen, weights, 0.0), lines)

    addresses, at_places = sum_by(line, weights, lines), by_line(located)
    monitor.progress(0.3)
    faults, doubts = by_line(faulty), by_line(~faulty & (bits > 0))
    monitor.progress(0.6)
    level = np.full(weights.size, NOT_STATED) if levels is None else levels
    by_level = sum_by(line * len(LEVELS) + level, weights, lines * len(LEVELS)).reshape(lines, -1)
    few = np.full(lines, np.nan)
    if coarse:
        rounded = decimals(places.longitude, places.latitude) <= COARSE_DECIMALS
        few = sum_by(pair_line, np.where(rounded[places.site], places.located_weight, 0.0), lines)

    def summed(name: str | None, chosen: slice, on_sites: FloatArray) -> EconomyQuality:
        return EconomyQuality(
            name,
            int(rows[chosen].sum()),
            _sum(addresses[chosen]),
            _sum(at_places[chosen]),
            _sum(faults[chosen]),
            _sum(doubts[chosen]),
            np.round(by_level[chosen].sum(axis=0), 9),
            _sum(few[chosen]),
            duplication(on_sites),
        )

    table = [summed(None, slice(None), np.where(places.located, places.weight, 0.0))]
    order = np.argsort(pair_line, kind="stable")
    bounds = np.searchsorted(pair_line[order], np.arange(lines + 1))
    ranked = np.argsort(-addresses[:-1], kind="stable").tolist()
    if lines > 1 and rows[-1]:
        ranked.append(lines - 1)
    for number in ranked:
        of_line = order[bounds[number] : bounds[number + 1]]
        on_sites = places.located_weight[of_line]
        table.append(summed([*places.codes, ""][number], slice(number, number + 1), on_sites))
    return table


def _by_reason(bits: Bits, weights: FloatArray) -> dict[str, float]:
    """Return the addresses for every reason that occurs."""
    present = int(np.bitwise_or.reduce(bits)) if bits.size else 0
    return {reason: _sum(weights[(bits & bit(reason)) > 0]) for reason in reasons_of(present)}


def _sum(values: FloatArray) -> float:
    return round(float(values.sum()), 9)


def _checked(
    *, geographic: bool, table: bool, economies: bool, organisations: bool, payers: bool, outlines: bool
) -> tuple[str, ...]:
    """Return the reasons that could be looked for with what is given."""
    possible = {
        **dict.fromkeys(("no_geometry", "several_points", "not_a_point"), not table),
        **dict.fromkeys(("coordinate_missing", "coordinate_not_a_number"), table),
        "coordinate_not_finite": True,
        **dict.fromkeys(("latitude_out_of_range", "longitude_out_of_range"), geographic),
        "zero_coordinates": True,
        "transformation_failed": not geographic,
        "economy_unknown_form": economies,
        "payer": organisations and payers,
        **dict.fromkeys(("outside_economy", *MENDS), outlines),
        "round_degrees": True,
        "heavy_in_economy": economies,
        "heavy_in_world": True,
        "shared_by_organisations": organisations,
    }
    return tuple(reason for reason in REASONS if possible.get(reason))
