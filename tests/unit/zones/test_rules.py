"""Rules are sound as shipped, decide at their limits, and say what is missing where they cannot."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.zones.catalogue import PROVINCE_CLASSES, zone_types
from innovation_clusters.analysis.zones.deciding import (
    CANNOT_TELL,
    FAIL,
    MISSING,
    NO_CASE,
    NO_NUMBER,
    PASS,
    AtLeast,
    Check,
    check,
)
from innovation_clusters.analysis.zones.rules import read_rules
from innovation_clusters.analysis.zones.stated import stated_facts
from innovation_clusters.analysis.zones.tables import ZONES

RULES = read_rules()
PYEONG = 400 / 121 / 1e6


def outcomes(rule_id: str, **facts: Any) -> list[str]:
    return [found.outcome for found in checks(rule_id, **facts)]


def checks(rule_id: str, **facts: Any) -> list[Check]:
    return check(RULES.rule(rule_id), facts, RULES)


def test_every_rule_is_of_a_type_and_every_fact_of_a_rule() -> None:
    assert len(RULES.rules) == 29
    # Other facts are reckoned from these.
    used = {"foreign_investment_km2", "area_before_km2", "province_existing_km2", "national_existing_km2"}
    for rule in RULES.rules:
        assert set(rule.zone_types) <= set(zone_types())
        for reading in rule.readings:
            used |= set(reading.when)
            for cases in reading.requirements:
                used |= {case.fact for case in cases}
                used |= {name for case in cases for name in case.when}
    assert used == set(RULES.facts)


def test_readings_of_a_rule_differ_and_only_one_has_no_name() -> None:
    for rule in RULES.rules:
        ids = [reading.id for reading in rule.readings]
        assert len(set(ids)) == len(ids)
        assert all(bool(reading.name_ko) == bool(reading.name_en) for reading in rule.readings)


def test_limits_are_those_of_the_research(data_folder: Path) -> None:
    source = json.loads((data_folder / "korea" / "kr_zone_rules.json").read_text(encoding="utf-8"))
    known = {entry["id"]: entry for entry in source["rules"]}
    # One rule there stands for two articles here, and a change of a site is a rule of its own.
    assert set(known) | {"REGSPECIAL_MINOR", "MED_SITE"} == {rule.id for rule in RULES.rules}

    def limits(rule_id: str) -> set[float]:
        return {
            float(case.limit)
            for reading in RULES.rule(rule_id).readings
            for cases in reading.requirements
            for case in cases
            if case.limit is not None and not isinstance(case.limit, bool | str)
        }

    assert limits("NIC_RADIUS") == set(known["NIC_RADIUS"]["limit_km"].values())
    assert limits("NIC_AREA") == {known["NIC_AREA"]["limit_km2"]}
    assert limits("RSZ_ORGS") == set(known["RSZ_ORGS"]["limits"].values())
    assert limits("IC_AUTH") == set(known["IC_AUTH"]["limit_km2"].values())
    assert limits("IC_REQ") == set(known["IC_REQ"]["limit_km2"].values())
    assert limits("FTZ_MIN") == set(known["FTZ_MIN"]["limit_km2"].values())
    full = {known["EC_MIN"]["limit_km2"][name] for name in ("default", "tourism", "tourism_golf")}
    assert limits("EC_MIN") == full | {limit / 2 for limit in full}
    for rule_id in ("RSS_TOTAL", "RSS_EACH", "FEZ_PHASE"):
        assert limits(rule_id) == {known[rule_id]["limit_km2"]}
    assert sorted(limits("ODZ_CAP")) == pytest.approx(
        [pyeong * PYEONG for pyeong in sorted(known["ODZ_CAP"]["limit_pyeong"].values())], abs=1e-6
    )


@pytest.mark.parametrize(
    ("kilometres", "outcome"),
    [(19.999, PASS), (20.0, PASS), (20.0000004, PASS), (20.000001, FAIL), (20.001, FAIL)],
)
def test_at_the_limit_of_a_province(kilometres: float, outcome: str) -> None:
    found = checks(
        "NIC_RADIUS", province_class="province", enclosing_radius_km=kilometres, core_distance_km=kilometres
    )
    assert [each.outcome for each in found] == [outcome, outcome]
    assert found[0].margin == pytest.approx(20.0 - kilometres, abs=5e-7)


@pytest.mark.parametrize(("kilometres", "outcome"), [(9.999, PASS), (10.0, PASS), (10.001, FAIL)])
def test_at_the_limit_of_a_metropolitan_city(kilometres: float, outcome: str) -> None:
    facts = {"province_class": "metropolitan_city", "enclosing_radius_km": kilometres}
    found = checks("NIC_RADIUS", **facts)
    assert [each.outcome for each in found] == [outcome, CANNOT_TELL]
    assert [fact.id for fact in found[1].missing] == ["core_distance_km"]


@pytest.mark.parametrize(("area", "outcome"), [(14.999, PASS), (15.0, PASS), (15.001, FAIL)])
def test_area_limit(area: float, outcome: str) -> None:
    assert outcomes("NIC_AREA", total_area_km2=area) == [outcome]


def test_sejong_is_read_both_ways() -> None:
    found = checks(
        "NIC_RADIUS",
        province_class="special_self_governing_city",
        enclosing_radius_km=12.0,
        core_distance_km=21.0,
    )
    assert {each.reading.id: each.outcome for each in found} == {
        "circle_as_province": PASS,
        "core_as_province": FAIL,
        "circle_as_city": FAIL,
        "core_as_city": FAIL,
    }


def test_a_class_without_a_number_and_a_class_not_told() -> None:
    (found,) = checks("NIC_RADIUS", province_class="special_city", enclosing_radius_km=5.0)
    assert (found.outcome, found.reason, found.limit, found.number) == (CANNOT_TELL, NO_CASE, None, 5.0)
    found, _ = checks("NIC_RADIUS", enclosing_radius_km=15.0)
    assert (found.outcome, found.reason, found.limit) == (CANNOT_TELL, MISSING, None)
    assert [fact.id for fact in found.missing] == ["province_class"]
    # Within both limits it does not matter, beyond both there may still be none for this class.
    assert outcomes("NIC_RADIUS", enclosing_radius_km=9.0) == [PASS, CANNOT_TELL]
    assert outcomes("NIC_RADIUS", enclosing_radius_km=21.0) == [CANNOT_TELL, CANNOT_TELL]


def test_a_matter_of_review_is_told_and_not_decided() -> None:
    (found,) = [each for each in checks("NIC_LAW", total_area_km2=3.0) if each.number is not None]
    assert (found.outcome, found.reason, found.number, found.limit) == (CANNOT_TELL, NO_NUMBER, 3.0, None)


@pytest.mark.parametrize(
    ("facts", "outcome", "limit"),
    [
        ({"total_area_km2": 2.0}, PASS, 2.0),
        ({"total_area_km2": 0.24}, FAIL, 0.25),
        ({"total_area_km2": 1.0}, CANNOT_TELL, None),
        ({"total_area_km2": 0.5, "tourism": False}, PASS, 0.5),
        ({"total_area_km2": 0.499, "tourism": False}, CANNOT_TELL, None),
        ({"total_area_km2": 0.499, "tourism": False, "adjacent_zone": True}, PASS, 0.25),
        (
            {"total_area_km2": 0.499, "tourism": False, "adjacent_zone": False, "relocating_firm": False},
            FAIL,
            0.5,
        ),
        ({"total_area_km2": 0.25, "tourism": False, "relocating_firm": True}, PASS, 0.25),
        ({"total_area_km2": 1.999, "tourism": True, "golf_course": True, "adjacent_zone": True}, PASS, 1.0),
        ({"tourism": False}, CANNOT_TELL, None),
    ],
)
def test_least_area_of_an_enterprise_city(facts: dict[str, Any], outcome: str, limit: float | None) -> None:
    (found,) = checks("EC_MIN", **facts)
    assert (found.outcome, found.limit) == (outcome, limit)


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [(1.0, 1.099, PASS), (1.0, 1.1, FAIL), (0.9, 0.98, PASS), (0.9, 0.99, FAIL), (0.9, 0.8, FAIL)],
)
def test_minor_changes_of_a_unit_district(before: float, after: float, outcome: str) -> None:
    change = abs(after - before)
    facts = {
        "area_before_km2": before,
        "area_change_km2": change,
        "area_change_percent": 100 * change / before,
    }
    assert outcomes("FEZ_MINOR", **facts) == [outcome]


def test_hinterland_is_only_asked_of_several_parts() -> None:
    assert outcomes("FTZ_MIN", total_area_km2=0.5, parts=1) == [PASS]
    assert outcomes("FTZ_MIN", total_area_km2=0.5, parts=2) == [PASS, CANNOT_TELL]
    assert outcomes("FTZ_MIN", total_area_km2=0.4, parts=1) == [CANNOT_TELL]
    assert outcomes("FTZ_MIN", total_area_km2=0.4, parts=1, site="airport") == [PASS]
    assert outcomes("FTZ_MIN", total_area_km2=0.4, parts=1, site="port") == [FAIL]


def test_a_number_that_may_be_more() -> None:
    def found(kilometres: float) -> tuple[str, list[str]]:
        (each,) = checks("RSS_TOTAL", national_total_km2=AtLeast(kilometres))
        return each.outcome, [fact.id for fact in each.missing]

    assert found(20.1) == (FAIL, [])
    assert found(20.0) == found(1.0) == (CANNOT_TELL, ["national_total_km2"])
    assert outcomes("EC_MIN", total_area_km2=AtLeast(3.0)) == [PASS]


def test_defaults_are_taken_unless_stated() -> None:
    assert outcomes("RSZ_SUNSET", years_to_plan=4.0) == [FAIL]
    assert outcomes("RSZ_SUNSET", years_to_plan=4.0, extended=True) == [PASS]


@pytest.mark.parametrize(
    ("province_class", "pyeong", "outcome"),
    [
        ("metropolitan_city", 1_500_000, [PASS]),
        ("metropolitan_city", 1_500_001, [FAIL]),
        ("province", 2_000_000, [PASS]),
        ("province", 2_000_001, [FAIL]),
        ("special_self_governing_city", 1_700_000, [PASS, FAIL]),
        ("special_city", 1_000_000, [CANNOT_TELL]),
    ],
)
def test_cap_of_opportunity_zones(province_class: str, pyeong: float, outcome: list[str]) -> None:
    facts = {"province_class": province_class, "province_counted_km2": pyeong * PYEONG}
    assert outcomes("ODZ_CAP", **facts) == outcome


def test_capital_region() -> None:
    assert outcomes("REGFREE_REGION", capital_region=True) == [FAIL]
    assert outcomes("ODZ_REGION", capital_region=False) == [PASS]
    assert outcomes("ODZ_REGION", capital_region=True) == [CANNOT_TELL]
    assert outcomes("ODZ_REGION", capital_region=True, exception_area=True) == [PASS]
    assert outcomes("ODZ_REGION", capital_region=True, exception_area=False) == [FAIL]


def test_unknown_is_never_decided_against_what_would_become_known() -> None:
    """Whatever a fact turns out to be, an outcome told without it stands."""
    values: dict[str, list[Any]] = {
        "tourism": [True, False],
        "golf_course": [True, False],
        "adjacent_zone": [True, False],
        "relocating_firm": [True, False],
        "province_class": list(PROVINCE_CLASSES),
    }
    for rule_id, fact, numbers in (
        ("EC_MIN", "total_area_km2", [0.2, 0.3, 0.6, 0.9, 1.2, 1.7, 2.5]),
        ("ODZ_CAP", "province_counted_km2", [1.0, 5.0, 7.0]),
    ):
        names = [name for name in values if name in _asked(rule_id)]
        for number in numbers:
            for mask in range(1 << len(names)):
                for full in _combinations({name: values[name] for name in names}):
                    some = {
                        name: value for place, (name, value) in enumerate(full.items()) if mask >> place & 1
                    }
                    told = set(outcomes(rule_id, **{fact: number}, **some))
                    final = set(outcomes(rule_id, **{fact: number}, **full))
                    assert told & {PASS} == set() or PASS in final or final == {CANNOT_TELL}
                    assert told & {FAIL} == set() or FAIL in final


def _asked(rule_id: str) -> set[str]:
    rule = RULES.rule(rule_id)
    conditions = [reading.when for reading in rule.readings]
    conditions += [case.when for reading in rule.readings for cases in reading.requirements for case in cases]
    return {name for condition in conditions for name in condition}


def _combinations(values: dict[str, list[Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{}]
    for name, choices in values.items():
        found = [{**known, name: choice} for known in found for choice in choices]
    return found


def test_facts_that_are_stated() -> None:
    text = "council=yes; Research_Institutes = 41;\n이공계 대학 수=3; unsold_percent=12.5; site=Port"
    assert stated_facts(text, RULES) == {
        "council": True,
        "research_institutes": 41.0,
        "universities": 3.0,
        "unsold_percent": 12.5,
        "site": "port",
    }
    assert stated_facts("관광 중심=아니오", RULES) == {"tourism": False}
    assert stated_facts(" ; ", RULES) == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("council", "not a fact with its value"),
        ("none=1", "not a fact with its value"),
        ("total_area_km2=3", "measured from the layers"),
        ("council=perhaps", "yes or no"),
        ("universities=2.5", "a number of 0 or more"),
        ("unsold_percent=-1", "a number of 0 or more"),
        ("unsold_percent=inf", "a number of 0 or more"),
        ("unsold_percent=nan", "a number of 0 or more"),
        ("site=station", "one of airport, port, logistics"),
    ],
)
def test_facts_that_are_not(text: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        stated_facts(text, RULES)


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[[Callable[[Any], None]], Path]:
    """Return a folder whose rules.json a function has changed."""

    def spoil(change: Callable[[Any], None]) -> Path:
        folder = Path(shutil.copytree(ZONES, tmp_path / "zones"))
        data = json.loads((folder / "rules.json").read_text(encoding="utf-8"))
        change(data)
        (folder / "rules.json").write_text(json.dumps(data), encoding="utf-8")
        return folder

    return spoil


def _case(data: Any) -> Any:
    return data["rules"][0]["readings"][0]["requirements"][0]["cases"][0]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda data: data["rules"][0].pop("law"), "rule NIC_RADIUS: law is missing"),
        (lambda data: data["rules"][0].update(zone_types=["X"]), "zone_types 'X' is none of"),
        (lambda data: data["rules"][0].update(kind="wish"), "kind 'wish' is none of"),
        (lambda data: data["rules"][0].update(note_en=""), "note_ko and note_en"),
        (lambda data: data["rules"][1].update(id="NIC_RADIUS"), "the id is there twice"),
        (lambda data: data["rules"][0].update(readings=[]), "one reading"),
        (lambda data: data["rules"][0].update(more=1), "more is not known"),
        (lambda data: _case(data).update(fact="none"), "reading circle: fact 'none' is none of"),
        (lambda data: _case(data).update(limit="far"), "'far' is no value of enclosing_radius_km"),
        (lambda data: _case(data).update(limit=True), "True is no value of enclosing_radius_km"),
        (lambda data: _case(data).update(comparison="near"), "comparison 'near' is none of"),
        (lambda data: _case(data).update(when={"none": 1}), "none is not known"),
        (lambda data: _case(data).update(when={"province_class": 1}), "1 is no value of province_class"),
        (lambda data: data["facts"]["extended"].update(default=3), "3 is no value of extended"),
        (lambda data: data["facts"]["site"].update(type="list"), "type 'list' is none of"),
    ],
)
def test_a_bad_rule_is_named(
    spoilt: Callable[[Callable[[Any], None]], Path], change: Callable[[Any], None], problem: str
) -> None:
    folder = spoilt(change)
    with pytest.raises(InputError, match=problem):
        read_rules(folder)


def test_a_rule_more_is_one_entry_more(spoilt: Callable[[Callable[[Any], None]], Path]) -> None:
    def add(data: Any) -> None:
        data["rules"].append({**data["rules"][1], "id": "MINE", "zone_types": ["FOOD"]})

    rules = read_rules(spoilt(add))
    assert [rule.id for rule in rules.of_type("FOOD")] == ["MINE"]
    assert check(rules.rule("MINE"), {"total_area_km2": 16.0}, rules)[0].outcome == FAIL


def test_a_file_that_is_no_json(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ZONES, tmp_path / "zones"))
    (folder / "rules.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"rules.json cannot be read"):
        read_rules(folder)
