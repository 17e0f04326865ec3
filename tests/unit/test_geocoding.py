"""Geocoding quality: every reason on made-up places, totals on random ones, and the faults of real data."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from innovation_clusters.analysis import addresses
from innovation_clusters.analysis.accuracy import LEVELS
from innovation_clusters.analysis.addresses import Payers
from innovation_clusters.analysis.countries import Countries
from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.geocoding import Quality, Verdict, inspect
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.suspicion import DOUBTS, REASONS, Limits, bit, reasons_of
from innovation_clusters.analysis.texts import Coded, code_texts


def texts(*values: Any) -> Coded:
    return code_texts(objects(*values))


def objects(*values: Any) -> np.ndarray[Any, Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def boxes(**outlines: tuple[float, float, float, float]) -> Countries:
    """Economies that are boxes of west, south, east, north."""
    return Countries(list(outlines), [shapely.to_wkb(shapely.box(*box)) for box in outlines.values()])


KOREA_AND_CHILE = boxes(KR=(126.0, 34.0, 130.0, 38.6), CL=(-75.0, -55.0, -67.0, -18.0))
NO_DOUBTS = Limits(economy_share=100.0, world_share=100.0, organisations=1000)


def reasons_at(quality: Quality, longitude: float, latitude: float) -> list[str]:
    [site] = np.flatnonzero((quality.sites.longitude == longitude) & (quality.sites.latitude == latitude))
    return reasons_of(int(quality.sites.reasons[site]))


def test_reasons_fit_into_their_sets() -> None:
    assert len(set(REASONS)) == len(REASONS) <= 32
    assert REASONS[: len(addresses.REASONS)] == addresses.REASONS
    assert reasons_of(int(bit("swapped") | bit("heavy_in_world"))) == ["swapped", "heavy_in_world"]


@pytest.mark.parametrize(
    ("x", "y", "economy", "expected"),
    [
        (127.1, 37.6, "KR", []),
        (0.0, 0.0, "KR", ["zero_coordinates"]),
        (2.35, 48.86, "KR", ["outside_economy"]),
        (37.6, 127.1, "KR", ["latitude_out_of_range", "swapped"]),
        (-33.4, -70.6, "CL", ["outside_economy", "swapped"]),
        (70.6, -33.4, "CL", ["outside_economy", "sign_lost"]),
        (-70.6, 33.4, "CL", ["outside_economy", "sign_lost"]),
        (70.6, 33.4, "CL", ["outside_economy", "sign_lost"]),
        (200.1, 37.6, "KR", ["longitude_out_of_range"]),
        (127.1, 37.6, "KOR", ["economy_unknown_form"]),
        (127.1, 37.6, "XX", []),
        (127.1, 37.6, None, []),
        (127.0, 37.0, "KR", ["round_degrees"]),
        (127.25, 37.5, "KR", ["round_degrees"]),
        (127.3, 37.5, "KR", []),
    ],
)
def test_reasons_of_one_place(x: float, y: float, economy: str | None, expected: list[str]) -> None:
    quality = inspect(
        np.array([x]),
        np.array([y]),
        economies=texts(economy),
        countries=KOREA_AND_CHILE,
        limits=NO_DOUBTS,
    )
    assert reasons_at(quality, x, y) == expected
    assert set(quality.counts) == set(expected)
    assert quality.world.faults == (1.0 if set(expected) - set(DOUBTS) else 0.0)
    assert quality.unchecked == (1 if economy == "XX" else 0)
    mended = quality.sites.mended_longitude[0], quality.sites.mended_latitude[0]
    if "swapped" in expected:
        assert mended == (y, x)
    elif "sign_lost" in expected:
        assert mended == (-70.6, -33.4)
    else:
        assert np.isnan(mended).all()


def test_an_economy_without_an_outline_is_never_mended() -> None:
    quality = inspect(np.array([37.6]), np.array([127.1]), economies=texts("XX"), countries=KOREA_AND_CHILE)
    assert reasons_at(quality, 37.6, 127.1)[0] == "latitude_out_of_range"
    assert "swapped" not in quality.counts


def test_tables_keep_the_reason_of_rows_without_a_place() -> None:
    quality = inspect(objects("127,1", "", "n/a", "inf"), objects("37,6", "1", "2", "3"))
    assert quality.without_place == {
        "coordinate_missing": 1.0,
        "coordinate_not_a_number": 1.0,
        "coordinate_not_finite": 1.0,
    }
    assert len(quality.sites) == 1
    assert quality.world.located == 1.0
    assert quality.world.faults == 3.0


def test_forms_of_layers() -> None:
    x = np.array([127.1, np.nan, np.nan])
    quality = inspect(x, x - 90.0, form=np.array([0, 1, 3], dtype=np.uint8))
    assert quality.without_place == {"no_geometry": 1.0, "not_a_point": 1.0}


def test_projected_coordinates() -> None:
    def to_degrees(x: Any, y: Any) -> tuple[Any, Any]:
        return np.where(x > 2e6, np.nan, x / 1e4), y / 1e4

    quality = inspect(
        np.array([1_271_234.0, 3e6, 0.0]),
        np.array([376_000.0] * 2 + [0.0]),
        geographic=False,
        to_degrees=to_degrees,
    )
    assert quality.without_place == {"zero_coordinates": 1.0, "transformation_failed": 1.0}
    assert np.isnan(quality.world.coarse)
    assert (quality.sites.longitude[0], quality.sites.latitude[0]) == (127.1234, 37.6)


def test_what_can_be_checked_is_told() -> None:
    x, y = np.array([127.1]), np.array([37.6])
    bare = inspect(x, y).checked
    assert "outside_economy" not in bare
    assert "shared_by_organisations" not in bare
    assert {"zero_coordinates", "round_degrees", "heavy_in_world"} <= set(bare)
    full = inspect(
        x,
        y,
        economies=texts("KR"),
        organisations=texts("A"),
        countries=KOREA_AND_CHILE,
        payers=Payers([], []),
    ).checked
    assert {"outside_economy", "swapped", "sign_lost", "payer", "shared_by_organisations"} <= set(full)


def test_heavy_sites() -> None:
    """60 of 100 Korean addresses at one place; 3 Chilean ones are too few to ask."""
    x = np.concatenate([np.full(60, 127.1), np.linspace(126.5, 129.5, 40) + 0.001, np.full(3, -70.6)])
    y = np.concatenate([np.full(60, 37.6), np.full(40, 36.6), np.full(3, -33.4)])
    economies = texts(*["KR"] * 100, *["CL"] * 3)
    quality = inspect(x, y, economies=economies, limits=Limits(world_share=50.0, least_addresses=100.0))
    assert reasons_at(quality, 127.1, 37.6) == ["heavy_in_economy", "heavy_in_world"]
    assert reasons_at(quality, -70.6, -33.4) == []
    korea, chile = quality.by_economy
    assert (korea.economy, korea.doubts, korea.faults) == ("KR", 60.0, 0.0)
    assert korea.duplication.heaviest == 60.0
    assert (chile.duplication.sites, chile.duplication.heaviest) == (1, 100.0)
    first = quality.sites.heaviest()[0]
    assert quality.sites.economy_share[first] == 60.0
    assert quality.verdict is Verdict.CARE
    fewer = inspect(x, y, economies=economies, limits=Limits(world_share=50.0, least_addresses=3.0))
    assert reasons_at(fewer, -70.6, -33.4) == ["heavy_in_economy"]


def test_places_that_many_organisations_share() -> None:
    """Spellings of one organisation are one; addresses without any are none."""
    x, y = np.full(6, 127.1), np.full(6, 37.6)
    organisations = texts("A", "A Ltd", "a", "B", None, "B GmbH")
    for limit, shared in ((2, True), (3, False)):
        quality = inspect(
            x, y, organisations=organisations, limits=Limits(organisations=limit, world_share=100.0)
        )
        assert quality.sites.organisations.tolist() == [2]
        assert ("shared_by_organisations" in quality.counts) is shared


def test_payers_mark_their_own_addresses_only() -> None:
    quality = inspect(
        np.full(4, 127.1),
        np.full(4, 37.6),
        organisations=texts("Funder", "University", "funder", None),
        payers=Payers(["Funder"], []),
        limits=NO_DOUBTS,
    )
    assert quality.counts == {"payer": 2.0}
    assert reasons_at(quality, 127.1, 37.6) == ["payer"]
    assert quality.sites.suspicious.tolist() == quality.sites.faults.tolist() == [2.0]


def test_levels_are_summed_by_economy() -> None:
    levels = np.array(
        [LEVELS.index(level) for level in ("block", "city", "city", "not stated")], dtype=np.uint8
    )
    x = np.array([127.1, 127.2, -70.6, 10.1])
    quality = inspect(
        x,
        x / 4,
        economies=texts("kr", "KR", "CL", None),
        weights=np.array([2.0, 3.0, 5.0, 7.0]),
        levels=levels,
    )
    assert quality.world.levels.tolist() == [2.0, 0.0, 8.0, 0.0, 0.0, 7.0]
    found = {economy.economy: economy.levels.tolist() for economy in quality.by_economy}
    assert found == {
        "CL": [0.0, 0.0, 5.0, 0.0, 0.0, 0.0],
        "KR": [2.0, 0.0, 3.0, 0.0, 0.0, 0.0],
        "": [0.0, 0.0, 0.0, 0.0, 0.0, 7.0],
    }
    assert [economy.economy for economy in quality.by_economy] == ["CL", "KR", ""]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([0.0, 37.6, 127.1, 127.0, -70.6, 200.0, float("nan")]),
            st.sampled_from([0.0, 37.6, 127.1, 37.0, -33.4]),
            st.sampled_from(["KR", "CL", "KOR", "XX", None]),
            st.integers(1, 3),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_nothing_is_lost_and_collapsing_changes_nothing(
    rows: list[tuple[float, float, str | None, int]],
) -> None:
    x, y = (np.array([row[place] for row in rows]) for place in (0, 1))
    weights = np.array([row[3] for row in rows], dtype=np.float64)
    economies = objects(*(row[2] for row in rows))
    limits = Limits(least_addresses=5.0, world_share=30.0)
    quality = inspect(
        x, y, economies=code_texts(economies), weights=weights, countries=KOREA_AND_CHILE, limits=limits
    )
    world = quality.world
    assert world.addresses == weights.sum()
    assert quality.sites.weight.sum() + sum(quality.without_place.values()) == weights.sum()
    assert quality.sites.weight[quality.sites.located].sum() == world.located
    assert quality.sites.faults.sum() + sum(quality.without_place.values()) == world.faults
    assert world.faults + world.doubts == quality.sites.suspicious.sum() + sum(quality.without_place.values())
    for name in ("rows", "addresses", "located", "faults", "doubts", "coarse"):
        if quality.by_economy:
            assert sum(getattr(economy, name) for economy in quality.by_economy) == getattr(world, name)

    single = np.repeat(np.arange(len(rows)), weights.astype(int))
    opened = inspect(
        x[single],
        y[single],
        economies=code_texts(economies[single]),
        countries=KOREA_AND_CHILE,
        limits=limits,
    )
    assert opened.counts == quality.counts
    assert opened.world.duplication == world.duplication
    np.testing.assert_array_equal(opened.sites.reasons, quality.sites.reasons)


def test_verdicts() -> None:
    x = np.linspace(126.001, 129.999, 100)
    y = np.full(100, 36.6)

    def verdict(zeros: int, rounded: int = 0) -> Verdict:
        east, north = x.copy(), y.copy()
        east[:zeros] = north[:zeros] = 0.0
        east[zeros : zeros + rounded] = np.arange(rounded) / 4 + 1.0
        north[zeros : zeros + rounded] = 36.0
        return inspect(east, north).verdict

    assert verdict(0) is verdict(2) is verdict(0, 10) is Verdict.TRUST
    assert verdict(3) is verdict(10) is verdict(2, 9) is Verdict.CARE
    assert verdict(11) is verdict(100) is Verdict.DISTRUST


def test_cancel() -> None:
    with pytest.raises(Cancelled):
        inspect(np.ones(3), np.ones(3), monitor=Monitor(cancelled=lambda: True))


# Real data


@pytest.fixture(scope="module")
def countries(data_folder: Path) -> Countries:
    text = (data_folder / "gazetteer" / "ne_50m_admin_0_countries_slim.geojson").read_text(encoding="utf-8")
    features = json.loads(text)["features"]
    return Countries(
        [feature["properties"]["iso_a2"] for feature in features],
        [shapely.to_wkb(shapely.from_geojson(json.dumps(feature["geometry"]))) for feature in features],
    )


def column(rows: list[dict[str, str]], name: str) -> np.ndarray[Any, Any]:
    return objects(*(row[name] or None for row in rows))


def test_dutch_patents(data_folder: Path, countries: Countries) -> None:
    """889 rows at 0, 0 where geocoding failed, and 430 at the centre of the country."""
    with (data_folder / "points" / "patstat_nl_sample_2379.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    quality = inspect(
        column(rows, "lon"), column(rows, "lat"), economies=texts(*["NL"] * len(rows)), countries=countries
    )
    assert quality.counts["zero_coordinates"] == 889.0 == sum(row["geocoded"] == "0" for row in rows)
    assert quality.world.located == len(rows) - 889
    assert quality.verdict is Verdict.DISTRUST
    assert {"round_degrees", "heavy_in_world"} <= set(reasons_at(quality, 5.75, 52.5))
    # Inventors abroad, by the file's own box around the country.
    far = sum(not (2.5 < float(row["lon"]) < 8.0) and row["geocoded"] == "1" for row in rows)
    assert 0 < far <= quality.counts["outside_economy"] < 50.0


def test_payers_of_open_publications(data_folder: Path, countries: Countries) -> None:
    """The seats of a foundation in Seattle and of a namesake in Rabat are found without knowing the names."""
    path = data_folder / "points" / "openapc_ror_publications_459k.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    x, y = column(rows, "lon"), column(rows, "lat")
    blind = inspect(x, y, economies=code_texts(column(rows, "country")), countries=countries)
    for longitude, latitude in ((-122.33207, 47.60621), (-6.83255, 34.01325)):
        assert "heavy_in_economy" in reasons_at(blind, longitude, latitude)
    assert blind.world.faults == 0.0
    assert (blind.world.duplication.sites, blind.world.addresses) == (397, 459_194.0)
    heaviest = Counter((row["lon"], row["lat"]) for row in rows).most_common(1)[0][1]
    assert blind.sites.weight[blind.sites.heaviest()[0]] == heaviest

    known = inspect(x, y, organisations=code_texts(column(rows, "institution")), payers=Payers.read())
    assert {"payer"} <= set(reasons_at(known, -122.33207, 47.60621))
    assert "payer" in reasons_at(known, -6.83255, 34.01325)
    assert known.verdict is Verdict.DISTRUST


def test_research_organisations(data_folder: Path, countries: Countries) -> None:
    """Places of the registry are those of their cities: half of them are shared by 20 and more."""
    with (data_folder / "points" / "ror_orgs_51551.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    quality = inspect(
        column(rows, "lon"),
        column(rows, "lat"),
        economies=code_texts(column(rows, "country_code")),
        organisations=code_texts(column(rows, "name")),
        countries=countries,
    )
    assert quality.world.duplication.sites == len({(row["lon"], row["lat"]) for row in rows}) == 10_551
    assert quality.world.faults / quality.world.addresses < 0.001
    assert quality.counts["shared_by_organisations"] > 0.5 * len(rows)
    assert quality.verdict is Verdict.CARE


@pytest.mark.parametrize("seed", range(3))
def test_damage_done_on_purpose_is_found(data_folder: Path, countries: Countries, seed: int) -> None:
    """Signs and axes of real places are turned at random: what comes to lie outside is told and mended."""
    with (data_folder / "points" / "ror_orgs_51551.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))[seed::17]
    x, y = (np.array([float(row[name]) for row in rows]) for name in ("lon", "lat"))
    economies = column(rows, "country_code")
    outside, unknown = countries.outside(x, y, economies, 10_000.0)
    sound = np.flatnonzero(~(outside | unknown))
    x, y, economies = x[sound], y[sound], economies[sound]
    generator = np.random.default_rng(seed)
    swapped = generator.random(sound.size) < 0.05
    damaged_x, damaged_y = np.where(swapped, y, x), np.where(swapped, x, y)
    turned = ~swapped & (generator.random(sound.size) < 0.05)
    damaged_x = np.where(turned, -damaged_x, damaged_x)
    quality = inspect(
        damaged_x, damaged_y, economies=code_texts(economies), countries=countries, limits=NO_DOUBTS
    )
    beyond = np.abs(damaged_y) > 90.0
    away = countries.outside(damaged_x, np.clip(damaged_y, -90, 90), economies, 10_000.0)[0]
    lost = beyond | away
    # One place may be two economies' by chance; none here.
    assert quality.counts["swapped"] >= (swapped & lost).sum() * 0.99 > 0
    assert quality.counts["swapped"] + quality.counts["sign_lost"] == lost.sum()
