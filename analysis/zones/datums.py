"""In which reference system the coordinates of a file are: by its .prj, then by where they land, then by the
province they should land in.

Central Belt 2010 (EPSG:5186) and the older Central Belts differ by 100 km northwards, which a province tells
apart. Among the older ones, EPSG:5174 and EPSG:5181 are 72 m by 307 m from each other and EPSG:2097 260 m
from 5174: no outline tells those apart, so the user is asked.

Coordinates are projected by the caller, who has the one PROJ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .guesses import Confidence, Fact, Guess, fact, given
from .provinces import provinces_at
from .tables import ZONES, read_rows

FloatArray = NDArray[np.float64]

Project = Callable[[str, FloatArray, FloatArray], tuple[FloatArray, FloatArray]]
"""From a reference system, as an authority's id or WKT, and coordinates in it to longitudes and latitudes;
NaN where that cannot be."""

LONGITUDE_LATITUDE = "EPSG:4326"

# A reading fits when this share of the places lands on Korean land, or in the province it should be in. Some
# never do: zones at sea, and complexes that another province administers (9 of 1,337 in DAM_DAN).
LANDING = 0.8
IN_PROVINCE = 0.75

# Readings whose shares in the stated provinces differ by no more than this fit alike.
MARGIN = 0.15

# Readings closer than this, in degrees (about a kilometre), cannot be told apart.
SAME_PLACE = 0.01

_BESSEL = 6377397.155
_AXES = {"Bessel": _BESSEL, "GRS80": 6378137.0, "WGS84": 6378137.0}

_PARAMETER = re.compile(r'PARAMETER\s*\[\s*"([^"]+)"\s*,\s*([-+0-9.eE]+)', re.IGNORECASE)
_SPHEROID = re.compile(r'(?:SPHEROID|ELLIPSOID)\s*\[\s*"[^"]*"\s*,\s*([0-9.eE+]+)', re.IGNORECASE)
_PROJECTION = re.compile(r'(?:PROJECTION|METHOD)\s*\[\s*"([^"]+)"', re.IGNORECASE)
_PLACES_OF_PARAMETERS = {
    "latitude_of_origin": 0,
    "latitude_of_natural_origin": 0,
    "central_meridian": 1,
    "longitude_of_natural_origin": 1,
    "scale_factor": 2,
    "scale_factor_at_natural_origin": 2,
    "false_easting": 3,
    "false_northing": 4,
}
# Latitude and longitude in degrees (10.405" is 0.0029), scale, metres.
_TOLERANCES = np.array([1e-6, 1e-6, 1e-9, 1e-3, 1e-3])

_EPSG_IN_NAME = re.compile(r"(?<!\d)(20(?:9[678])|517[3-9]|518[0-8]|4326|3857)(?!\d)")


@dataclass(frozen=True)
class ReferenceSystem:
    """A system that Korean files are in. `parameters` are latitude and longitude of origin, scale, false
    easting and northing, none for the first two; `usual` ones are tried before the rest.
    """

    authid: str
    name: str
    parameters: tuple[float, ...]
    ellipsoid: str
    usual: bool


@cache
def reference_systems() -> dict[str, ReferenceSystem]:
    """Return the systems by their ids, the likeliest first."""
    names = ("lat_0", "lon_0", "k", "x_0", "y_0")
    columns = ("authid", "name", *names, "ellipsoid", "usual")
    systems = {}
    for row in read_rows(ZONES / "reference_systems.csv", columns, "authid"):
        numbers = [row.number(name) for name in names]
        systems[row.text("authid")] = ReferenceSystem(
            row.text("authid"),
            row.required("name"),
            tuple(number for number in numbers if number is not None),
            row.choice("ellipsoid", _AXES),
            row.flag("usual"),
        )
    return systems


def system_of_wkt(wkt: str) -> str:
    """Return the id of the Korean system that WKT describes by its numbers, whatever it calls itself; empty
    where it is none of them.

    The numbers are needed: a .prj with Bessel's ellipsoid and a datum of a home-made name would be taken as
    if there were no shift of 300 m between it and WGS 84.
    """
    axis = _SPHEROID.search(wkt)
    method = _PROJECTION.search(wkt)
    if axis is None or method is None or "transverse" not in method.group(1).lower():
        return ""
    found = np.array([0.0, 0.0, 1.0, 0.0, 0.0])
    for name, value in _PARAMETER.findall(wkt):
        place = _PLACES_OF_PARAMETERS.get(name.strip().lower().replace(" ", "_"))
        if place is not None:
            found[place] = float(value)
    for system in reference_systems().values():
        if (
            system.parameters
            and (np.abs(found - np.array(system.parameters)) <= _TOLERANCES).all()
            and abs(float(axis.group(1)) - _AXES[system.ellipsoid]) < 1.0
        ):
            return system.authid
    return ""


def system_in_name(name: str) -> str:
    """Return the system whose number is in a file name, as in LSMD_CONT_UQ111_5174_41_202604; empty where
    none is.
    """
    found = _EPSG_IN_NAME.search(name)
    return f"EPSG:{found.group(1)}" if found else ""


@dataclass(frozen=True)
class Places:
    """Where features are, in the unknown system: `x`, `y` float64[n] without NaN, and `sido`, the province
    each states, empty where it states none.
    """

    x: FloatArray
    y: FloatArray
    sido: Sequence[str]


@dataclass(frozen=True)
class Landing:
    """What becomes of places in one system: where they land, which share of them on Korean land, and which
    share of those that state a province in it (NaN where none does).
    """

    authid: str
    longitude: FloatArray
    latitude: FloatArray
    on_land: float
    in_province: float

    @property
    def fits(self) -> bool:
        return self.on_land >= LANDING and not self.in_province < IN_PROVINCE


def land(places: Places, authid: str, project: Project) -> Landing:
    """Read places in a system and see where they land."""
    longitude, latitude = project(authid, places.x, places.y)
    there = provinces_at(longitude, latitude)
    on_land = np.mean([bool(names) for names in there]) if there else np.nan
    stated = [sido in names for sido, names in zip(places.sido, there, strict=True) if sido]
    return Landing(
        authid, longitude, latitude, float(on_land), float(np.mean(stated)) if stated else float("nan")
    )


@dataclass(frozen=True)
class Decision:
    """The system of a file, empty where the user must say it; `swapped` where x is the latitude."""

    authid: str
    guess: Guess
    swapped: bool = False


def decide_system(
    places: Places,
    project: Project,
    *,
    declared: str = "",
    source: str = "prj",
    name: str = "",
    chosen: str = "",
) -> Decision:
    """Decide in which system places are.

    `declared` is what the file says, an id or WKT, and `source` how it says it (prj, layer or format: formats
    such as GeoJSON have a rule); `name` is the file's name, `chosen` what the user says.
    """
    named = system_in_name(name)
    if chosen:
        return _judge_chosen(places, project, chosen, declared, source)
    if declared:
        return _judge_declared(places, project, declared, source, named)
    return _find(places, project, named, [fact("no_prj")])


def _judge_chosen(places: Places, project: Project, chosen: str, declared: str, source: str) -> Decision:
    """Take what the user says, and tell what speaks against it."""
    facts = list(given("crs", chosen).facts)
    others: tuple[str, ...] = ()
    if declared and declared != chosen:
        facts.append(fact(f"crs_{source}", crs=declared))
        others = (declared,)
    if len(places.x):
        facts += _landing_facts(land(places, chosen, project))
    return Decision(chosen, Guess("crs", chosen, Confidence.GIVEN, tuple(facts), others))


def _judge_declared(places: Places, project: Project, declared: str, source: str, named: str) -> Decision:
    facts = [fact(f"crs_{source}", crs=declared)]
    if len(places.x) == 0:
        return Decision(declared, Guess("crs", declared, Confidence.CERTAIN, tuple(facts)))
    reading = land(places, declared, project)
    if reading.on_land < 0.5:
        swapped = _swapped(places, project)
        found = swapped or _find(places, project, "", [])
        if found.authid and found.authid != declared:
            facts += [fact("crs_not_in_korea", crs=declared), *found.guess.facts]
            return _doubtful(found, (declared, *found.guess.alternatives), facts)
        if swapped is not None:
            return swapped
        # Not a file of Korea, it seems, or one of which nothing better is known.
        facts.append(fact("crs_not_in_korea", crs=declared))
        return Decision(declared, Guess("crs", declared, Confidence.DOUBTFUL, tuple(facts)))
    facts += _landing_facts(reading)
    alternatives: list[str] = []
    confidence = Confidence.CERTAIN
    if reading.in_province < IN_PROVINCE:
        for other in _candidates(places, project, usual=True):
            if other.in_province >= reading.in_province + MARGIN and not _alike(other, reading):
                alternatives.append(other.authid)
                facts.append(fact("crs_other_province", crs=other.authid, share=_per_cent(other.in_province)))
                confidence = Confidence.DOUBTFUL
    if named and named != declared:
        alternatives += [named] if named not in alternatives else []
        facts.append(fact("name_contradicts", crs=named))
        if confidence == Confidence.CERTAIN:
            confidence = Confidence.PROBABLE
    return Decision(declared, Guess("crs", declared, confidence, tuple(facts), tuple(alternatives)))


def _find(places: Places, project: Project, named: str, facts: list[Fact]) -> Decision:
    """Find the system of places whose file does not say it."""
    if len(places.x) == 0:
        facts.append(fact("no_coordinates"))
        return Decision("", Guess("crs", "", Confidence.ASKED, tuple(facts)))
    swapped = _swapped(places, project)
    if swapped is not None:
        return Decision(
            swapped.authid,
            Guess("crs", swapped.authid, Confidence.PROBABLE, (*facts, *swapped.guess.facts)),
            swapped=True,
        )
    fitting = [each for usual in (True, False) for each in _candidates(places, project, usual=usual)]
    usual = [each for each in fitting if reference_systems()[each.authid].usual]
    fitting = _best(usual or fitting)
    names = tuple(each.authid for each in fitting)
    if not fitting:
        # The provinces may be wrong: what lands in Korea at all is worth a look.
        elsewhere = _candidates(Places(places.x, places.y, [""] * len(places.x)), project, usual=True)
        facts.append(fact("fits_nothing"))
        others = tuple(each.authid for each in elsewhere)
        return Decision("", Guess("crs", "", Confidence.ASKED, tuple(facts), others))
    facts += _landing_facts(fitting[0])
    if len(fitting) == 1:
        only = fitting[0].authid
        return Decision(only, Guess("crs", only, Confidence.CERTAIN, tuple(facts)))
    if named in names:
        others = tuple(other for other in names if other != named)
        facts += [fact("name_says", crs=named), fact("fit_alike", systems=", ".join(names))]
        return Decision(named, Guess("crs", named, Confidence.DOUBTFUL, tuple(facts), others))
    facts.append(fact("fit_alike", systems=", ".join(names)))
    return Decision("", Guess("crs", "", Confidence.ASKED, tuple(facts), names))


def _candidates(places: Places, project: Project, *, usual: bool) -> list[Landing]:
    """Return the readings in known systems that fit, the likeliest first."""
    # Numbers that small are degrees; as metres they would all lie beside the origin of a belt.
    degrees = bool((np.abs(places.x) <= 360.0).all() and (np.abs(places.y) <= 360.0).all())
    readings = (
        land(places, system.authid, project)
        for system in reference_systems().values()
        if system.usual == usual and (system.authid == LONGITUDE_LATITUDE or not degrees)
    )
    return [reading for reading in readings if reading.fits]


def _best(readings: Sequence[Landing]) -> list[Landing]:
    """Return the readings that fit as well as the best, and those that lie where one of them does."""
    if not readings:
        return []
    best = max(_of_provinces(each) for each in readings)
    near = [each for each in readings if _of_provinces(each) >= best - MARGIN]
    return [each for each in readings if any(_alike(each, other) for other in near)]


def _of_provinces(reading: Landing) -> float:
    return 0.0 if np.isnan(reading.in_province) else reading.in_province


def _alike(one: Landing, other: Landing) -> bool:
    distance = np.hypot(one.longitude - other.longitude, one.latitude - other.latitude)
    known = distance[np.isfinite(distance)]
    return known.size > 0 and float(np.median(known)) < SAME_PLACE


def _swapped(places: Places, project: Project) -> Decision | None:
    """Return degrees with the latitude first, where places are that."""
    if len(places.x) == 0:
        return None
    reading = land(Places(places.y, places.x, places.sido), LONGITUDE_LATITUDE, project)
    if not reading.fits:
        return None
    facts = (fact("swapped"), *_landing_facts(reading))
    return Decision(
        LONGITUDE_LATITUDE, Guess("crs", LONGITUDE_LATITUDE, Confidence.PROBABLE, facts), swapped=True
    )


def _doubtful(found: Decision, alternatives: Sequence[str], facts: Sequence[Fact]) -> Decision:
    others = tuple(dict.fromkeys(alternatives))
    guess = Guess("crs", found.authid, Confidence.DOUBTFUL, tuple(facts), others)
    return Decision(found.authid, guess, found.swapped)


def _landing_facts(reading: Landing) -> list[Fact]:
    facts = [fact("on_land", share=_per_cent(reading.on_land))]
    if not np.isnan(reading.in_province):
        facts.append(fact("in_province", share=_per_cent(reading.in_province)))
    return facts


def _per_cent(share: float) -> str:
    return f"{100.0 * share:.0f} %"
