"""The zones and programmes of the catalogue: complete, as their sources have them, and found by words."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.zones.catalogue import provinces, zone_types
from innovation_clusters.analysis.zones.members import (
    budgets,
    innovation_clusters,
    members,
    renovation_clusters,
    search_members,
)
from innovation_clusters.analysis.zones.tables import ZONES


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_zones_are_those_of_the_research(data_folder: Path) -> None:
    source = table(data_folder / "korea" / "kr_zone_members.csv")
    assert len(source) == len(members()) == 137
    for row, member in zip(source, members(), strict=True):
        assert (member.type_id, member.name_ko) == (row["type_id"], row["name_ko"])
        assert member.area_km2 == (float(row["area_km2"]) if row["area_km2"] else None)
        if row["lat"]:
            assert member.place is not None
            assert (member.place.latitude, member.place.longitude) == (float(row["lat"]), float(row["lon"]))
            assert (member.place.position == "estimated") == row["coord_source"].startswith("approximate")
        else:
            assert member.place is None


def test_every_position_is_approximate_and_says_how_it_is_known() -> None:
    kinds = Counter(member.place.position if member.place else "" for member in members())
    assert kinds == {"estimated": 60, "complex_centre": 44, "municipality_centre": 14, "": 19}
    for member in members():
        if member.place is not None:
            assert (member.place.position == "complex_centre") == bool(member.place.complex_id)
            assert (member.place.uncertainty is None) == (member.place.position == "complex_centre")


def test_names_have_a_translation_and_differ() -> None:
    for names in ([member.name_ko for member in members()], [member.name_en for member in members()]):
        assert len(set(names)) == len(names)
    assert all(member.name_en.isascii() or set("·–") & set(member.name_en) for member in members())
    assert all(bool(member.sector_ko) == bool(member.sector_en) for member in members())


def test_lifted_zones_have_the_year() -> None:
    lifted = {member.name_ko: member.lifted for member in members() if member.lifted}
    assert lifted == {
        "새만금·군산경제자유구역": 2018,
        "무주(관광레저) 기업도시": 2011,
        "무안(산업교역) 기업도시": 2013,
    }


def test_counts_in_force_are_not_above_those_of_the_types() -> None:
    known = Counter(member.type_id for member in members() if not member.lifted)
    for type_id, found in known.items():
        stated = zone_types()[type_id].count
        assert stated is None or found <= stated
    for complete in ("INNOV_CITY", "FEZ", "RND_ZONE", "RND_SMALL", "MPE", "STRATEGIC", "TECHNOPARK"):
        assert known[complete] == zone_types()[complete].count


def test_national_innovation_clusters_are_the_provinces_outside_the_capital_region(data_folder: Path) -> None:
    clusters = innovation_clusters()
    outside = [name for name, province in provinces().items() if not province.capital_region]
    assert sorted(cluster.province for cluster in clusters) == sorted(outside)
    source = table(data_folder / "seeds" / "seed004_national_innovation_clusters_14.csv")
    assert [(row["sido_ko"], row["sector_ko"], row["phase2_2021_2022_ko"]) for row in source] == [
        (cluster.province, cluster.sector_ko, cluster.phase_2_ko) for cluster in clusters
    ]
    by_id = {member.zone_id: member for member in members()}
    for cluster in clusters:
        assert by_id[cluster.zone_id].provinces == (cluster.province,)
        assert by_id[cluster.zone_id].sector_ko == cluster.sector_ko


def test_budgets_add_up() -> None:
    amounts = {(entry.item, entry.year, entry.phase): entry.krw_100m for entry in budgets()}
    assert len(amounts) == len(budgets()) == 40
    assert amounts["total", None, None] == 3529
    for item in {entry.item for entry in budgets()}:
        phases: dict[int, tuple[int, ...]] = {1: (2018, 2019, 2020), 2: (2021, 2022)}
        for number, years in phases.items():
            assert sum(amounts[item, year, number] for year in years) == amounts[item, None, number]
        assert amounts[item, None, 1] + amounts[item, None, 2] == amounts[item, None, None]
    for year, phase in {(entry.year, entry.phase) for entry in budgets()}:
        at = {item: amounts[item, year, phase] for item in ("rnd", "other", "national", "local", "total")}
        assert at["national"] + at["local"] == at["total"]
        # Of 2019 and 2018 the source rounds.
        assert at["rnd"] + at["other"] == pytest.approx(at["national"], abs=1.0)


def test_renovation_clusters_are_eight() -> None:
    assert [cluster.number for cluster in renovation_clusters()] == list(range(1, 9))
    for cluster in renovation_clusters():
        assert bool(cluster.fund_ko) == bool(cluster.fund_en)
        assert bool(cluster.housing_ko) == bool(cluster.housing_en)


def test_searching() -> None:
    def found(*arguments: object) -> list[str]:
        return [member.name_ko for member in search_members(*arguments)]  # type: ignore[arg-type]

    assert found("강소특구 UNIST") == ["울주 강소특구"]
    assert found("강소특구 없음") == []
    assert found("한국전기연구원") == ["창원 강소특구"]
    assert found("bio", ["STRATEGIC"], ["대전"]) == ["대전(유성) 특화단지"]
    assert found("", ["RND_ZONE"], ["전남"]) == ["광주연구개발특구"]
    assert found("north gyeongsang small r&d") == ["포항 강소특구", "구미 강소특구"]
    assert len(found()) == 137


@pytest.mark.parametrize(
    ("column", "text", "problem"),
    [
        ("latitude", "89", "89 is not between 33 and 39"),
        ("longitude", "", "a latitude and a longitude"),
        ("position", "guessed", "'guessed' is none of"),
        ("provinces", "부산;없음", "'없음' is none of"),
        ("date", "2007-13-01", "no date"),
        ("date", "2008-01-01", "not in the year 2007"),
        ("zone_id", "FEZ-99", "must begin with INNOV_CITY-"),
        ("source", "", "empty"),
    ],
)
def test_a_bad_cell_is_named(tmp_path: Path, column: str, text: str, problem: str) -> None:
    folder = Path(shutil.copytree(ZONES, tmp_path / "zones"))
    rows = table(folder / "members.csv")
    rows[0][column] = text
    with (folder / "members.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(InputError, match=problem):
        members(folder)
