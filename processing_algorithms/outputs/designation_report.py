"""The page on a designation, to attach to an application: nodes, radius, area, every rule with its text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ...analysis.zones.catalogue import Province, ZoneType
from ...analysis.zones.deciding import CANNOT_TELL, FAIL, PASS, Check
from ...analysis.zones.nodes import Nodes, Spread
from ..base import language, tr
from .designation_layers import (
    DrawnCircle,
    Step,
    decimals_of,
    left_km2,
    reason_text,
    shown_number,
    worst,
)
from .designation_sketch import sketch
from .page import heading, listing, note, number, page, paragraph, strong, table, title_heading

KM = 1_000.0
KM2 = 1_000_000.0

_STYLE = """
td.number { white-space: nowrap; }
tr.pass td:nth-child(2) { color: #146c3c; font-weight: bold; }
tr.fail td:nth-child(2) { color: #b00d25; font-weight: bold; }
tr.cannot_tell td:nth-child(2) { color: #6f5600; font-weight: bold; }
svg { width: 100%; max-height: 32em; border: 1px solid #d8dfe6; margin-top: 0.6em;
  box-sizing: border-box; break-inside: avoid; }
"""


@dataclass(frozen=True)
class Designation:
    """A checked designation as its report tells it; `areas` float64[n] square metres, NaN where not known;
    `places` float64[n, 2] longitudes and latitudes of the nodes, of polygons their centroids; `beyond` are
    the names of nodes beyond a limit, by the centre that they are too far from (ENCLOSING, CORE)."""

    kind: ZoneType
    province: Province | None
    nodes: Nodes
    nodes_as: str
    areas: NDArray[np.float64]
    places: NDArray[np.float64]
    lie: Spread
    checks: Sequence[Check]
    circles: Sequence[DrawnCircle]
    beyond: Mapping[str, Collection[str]]
    steps: Sequence[Step]
    stated: str
    measured_by: str
    history: Sequence[str]


def outcome_text(check: Check) -> str:
    """Return the outcome in words: what is allowed applies or does not, what is asked for passes or fails."""
    if check.rule.kind == "review":
        return tr("For review")
    if check.rule.kind == "permission":
        words = {PASS: tr("Applies"), FAIL: tr("Does not apply"), CANNOT_TELL: tr("Cannot tell")}
    else:
        words = {PASS: tr("Pass"), FAIL: tr("Fail"), CANNOT_TELL: tr("Cannot tell")}
    return words[check.outcome]


def limit_text(check: Check) -> str:
    """Return the limit with how it compares and its unit; a dash where there is none."""
    limit = check.limit
    if limit is None:
        return "–"
    # All digits of the law: a limit is not rounded.
    value = shown_number(limit) if isinstance(limit, bool | str) else f"{limit:,.10g}"
    sign = {"at_most": "≤ ", "below": "< ", "at_least": "≥ ", "above": "> ", "is": ""}[check.comparison]
    text = f"{sign}{value}{f' {check.fact.unit}' if check.fact.unit else ''}"
    return f"{text} ({check.stated_limit})" if check.stated_limit else text


def confidence_text(confidence: str) -> str:
    """Return how sure a rule is in words."""
    return {
        "primary": tr("Read in the original"),
        "secondary": tr("From the press"),
        "unverified": tr("No text found"),
    }[confidence]


def html_report(designation: Designation) -> str:
    """Return the page."""
    title = tr("Check of a designation: {zone_type}").format(zone_type=designation.kind.name(language()))
    by_kind = {
        kind: [check for check in designation.checks if check.rule.kind == kind]
        for kind in ("requirement", "permission", "review")
    }
    return page(
        title,
        [
            title_heading(title),
            note(_subtitle(designation)),
            strong(_verdict(by_kind["requirement"])),
            *_figures(designation),
            sketch(designation.nodes, designation.lie, designation.circles, designation.beyond),
            note(
                tr(
                    "Blue: the smallest circle around all nodes. Purple: from the core node. Dashed: the "
                    "limits. Red: nodes beyond a limit. North is up."
                )
            ),
            *_section(tr("Requirements"), by_kind["requirement"]),
            *_section(tr("What is allowed or easier"), by_kind["permission"]),
            *_section(tr("For review, without a number"), by_kind["review"]),
            heading(tr("Nodes")),
            _nodes(designation),
            *_totals(designation),
            *_missing(designation),
            heading(tr("Text of the law")),
            _law(designation),
            heading(tr("How it was measured")),
            *(paragraph(sentence) for sentence in _method(designation)),
            heading(tr("Record of the computation")),
            note(designation.history),
        ],
        _STYLE,
    )


def _subtitle(designation: Designation) -> str:
    korean = language() == "ko"
    province = designation.province
    name = tr("province not stated")
    if province is not None:
        name = province.full_name_ko if korean else province.name_en
    elif any(designation.nodes.provinces):
        found = dict.fromkeys(each for each in designation.nodes.provinces if each is not None)
        name = ", ".join(each.full_name_ko if korean else each.name_en for each in found)
    return tr("{province} · {count} nodes · {date}").format(
        province=name, count=len(designation.nodes), date=date.today().isoformat()
    )


def _verdict(checks: Sequence[Check]) -> str:
    if not checks:
        return tr("No rule of this type can be checked by geometry or counts.")
    failed = list(dict.fromkeys(check.rule.name(language()) for check in checks if check.outcome == FAIL))
    open_rules = list(
        dict.fromkeys(check.rule.name(language()) for check in checks if check.outcome == CANNOT_TELL)
    )
    outcome = worst(checks)
    if outcome == PASS:
        return tr("All requirements that can be checked here are met.")
    if outcome == FAIL:
        return tr("Not met, at least in one reading: {rules}.").format(rules=", ".join(failed))
    return tr("Nothing fails, but it cannot be told: {rules}.").format(rules=", ".join(open_rules))


def _figures(designation: Designation) -> list[str]:
    lie = designation.lie
    enclosing = designation.circles[0]
    sentences = [
        tr("The smallest circle around all nodes has a radius of {radius} km, its centre at {place}.").format(
            radius=number(lie.circle.radius / KM, 3),
            place=f"{enclosing.latitude:.5f}° N, {enclosing.longitude:.5f}° E",
        )
    ]
    if lie.core is not None and lie.from_core is not None:
        farthest = designation.nodes.names[int(lie.from_core.metres.argmax())]
        core = ", ".join(
            name for name, core in zip(designation.nodes.names, designation.nodes.core, strict=True) if core
        )
        sentences.append(
            tr("From the core node {core} the farthest node, {node}, is {distance} km away.").format(
                core=core, node=farthest, distance=number(lie.core.radius / KM, 3)
            )
        )
    total = [check.number for check in designation.checks if check.fact.id == "total_area_km2"]
    if total and total[0] is not None:
        sentences.append(tr("The total area is {area} km².").format(area=shown_number(total[0])))
    return [paragraph(sentence) for sentence in sentences]


def _section(title: str, checks: Sequence[Check]) -> list[str]:
    if not checks:
        return []
    rows = []
    for check in checks:
        name = check.rule.name(language())
        reading = check.reading.name(language())
        rows.append(
            [
                f"{name}: {check.subject}" if check.subject else name,
                outcome_text(check),
                check.fact.name(language()),
                _measured(check),
                limit_text(check),
                "–" if check.margin is None else shown_number(check.margin, decimals_of(check)),
                reading or "–",
                confidence_text(check.rule.confidence),
            ]
        )
    return [
        heading(title),
        table(
            [
                (tr("Rule"), False),
                (tr("Outcome"), False),
                (tr("Fact"), False),
                (tr("Number"), True),
                (tr("Limit"), True),
                (tr("Margin"), True),
                (tr("Reading"), False),
                (tr("Confidence"), False),
            ],
            rows,
            ["" if check.rule.kind == "review" else check.outcome for check in checks],
        ),
    ]


def _measured(check: Check) -> str:
    text = shown_number(check.number, decimals_of(check))
    return f"{text} {check.fact.unit}" if check.fact.unit and check.number is not None else text


def _nodes(designation: Designation) -> str:
    nodes, lie = designation.nodes, designation.lie
    headings = [
        (tr("Node"), False),
        (tr("Role"), False),
        (tr("Province"), False),
        (tr("Latitude"), True),
        (tr("Longitude"), True),
        (tr("Area, km²"), True),
        (tr("From the centre of the circle, km"), True),
    ]
    if lie.from_core is not None:
        headings.append((tr("From the core node, km"), True))
    rows = []
    for row, name in enumerate(nodes.names):
        province = nodes.provinces[row]
        cells = [
            name,
            tr("Core") if nodes.core[row] else "",
            "" if province is None else province.name if language() == "ko" else province.name_en,
            number(float(designation.places[row, 1]), 5),
            number(float(designation.places[row, 0]), 5),
            number(float(designation.areas[row]) / KM2, 3),
            number(float(lie.from_circle.metres[row]) / KM, 3),
        ]
        if lie.from_core is not None:
            cells.append(number(float(lie.from_core.metres[row]) / KM, 3))
        rows.append(cells)
    return table(headings, rows)


def _totals(designation: Designation) -> list[str]:
    if not any(step.limit_km2 is not None for step in designation.steps):
        return []
    rows = []
    for step in designation.steps:
        total = step.total
        rows.append(
            [
                total.province.name if language() == "ko" else total.province.name_en,
                total.name,
                "" if total.year is None else str(total.year),
                number(total.area_km2, 3),
                number(total.total_km2, 3),
                number(step.limit_km2, 3),
                number(left_km2(step), 3),
            ]
        )
    return [
        heading(tr("Running total of the province")),
        table(
            [
                (tr("Province"), False),
                (tr("Zone or node"), False),
                (tr("Year"), True),
                (tr("Area, km²"), True),
                (tr("Running total, km²"), True),
                (tr("Limit, km²"), True),
                (tr("Left, km²"), True),
            ],
            rows,
        ),
    ]


def _missing(designation: Designation) -> list[str]:
    lines: dict[str, None] = {}
    for check in designation.checks:
        reason = reason_text(check)
        if reason and check.rule.kind != "review":
            lines[f"{check.rule.name(language())}: {reason}"] = None
    return [heading(tr("What is missing to tell")), listing(lines)] if lines else []


def _law(designation: Designation) -> str:
    rules = {check.rule.id: check.rule for check in designation.checks}
    rows = []
    for rule in rules.values():
        # The law is Korean; elsewhere a translation stands beside it.
        text = rule.text_ko if language() == "ko" else f"{rule.text_ko} – {rule.text_en}"
        remark = rule.note(language())
        wording = tr("quoted") if rule.text_is == "quoted" else tr("in our words")
        rows.append(
            [
                rule.name(language()),
                f"{rule.law} {rule.article}".strip(),
                f"{text} ({wording})",
                remark,
                f"{confidence_text(rule.confidence)}: {rule.source(language())}",
            ]
        )
    return table(
        [
            (tr("Rule"), False),
            (tr("Law"), False),
            (tr("Text of the law"), False),
            (tr("Note"), False),
            (tr("Confidence"), False),
        ],
        rows,
    )


def _method(designation: Designation) -> list[str]:
    as_what = {
        "points": tr("Nodes that are polygons count as a point inside them."),
        "centroids": tr("Nodes that are polygons count as their centroids."),
        "polygons": tr("Nodes that are polygons count whole: up to their farthest corners."),
    }[designation.nodes_as]
    sentences = [
        designation.measured_by,
        as_what,
        tr(
            "The radius is that of the smallest circle that holds all nodes, computed exactly. Numbers are "
            "compared with limits to the millimetre and the square metre. Areas are measured on the "
            "ellipsoid; where polygons overlap they count once."
        ),
    ]
    if designation.stated:
        sentences.append(tr("Stated by the applicant: {facts}.").format(facts=designation.stated))
    sentences.append(
        tr(
            "This page checks numbers and is no legal opinion: limits that are not marked as read in the "
            "original are to be verified with the authority before an application."
        )
    )
    return sentences
