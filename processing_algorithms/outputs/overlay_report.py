"""The page of zones laid over clusters and activity: bars and tables that print as they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np

from ...analysis.editions import METRICS
from ...analysis.zones.catalogue import zone_types
from ...analysis.zones.regions import Region
from ..base import language, tr
from ..layers.columns import Column
from ..wording import metric_name
from .overlay_rows import ANY_ZONE, NO_PLACE, NO_ZONE, WHOLE_COUNTRY, LaidZones
from .page import heading, note, number, page, table, title_heading

# More bars than this nobody compares.
MOST_BARS = 30

STYLE = """
div.bars { display: grid; grid-template-columns: minmax(9em, 18em) 1fr auto; gap: 0.2em 0.8em;
  font-size: 0.88em; }
div.bars + table { margin-top: 1.2em; }
div.bars b { font-weight: normal; }
div.bars i { background: #24618e; height: 0.9em; align-self: center; min-width: 1px;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
div.bars s { text-decoration: none; text-align: right; font-variant-numeric: tabular-nums; }
"""


def overlay_report(
    laid: LaidZones,
    scorecard: dict[str, Column],
    types: dict[str, Column],
    clusters: dict[str, Column] | None,
    regions: dict[str, Column] | None,
    history: Sequence[str],
) -> str:
    """Return the page: zones by score, regions, types, and clusters by what of them lies in zones."""
    title = tr("Zones, clusters and activity")
    return page(
        title,
        [
            title_heading(title),
            *_zones(laid, scorecard),
            *(_regions(regions) if regions is not None else []),
            *_types(types),
            *(_clusters(clusters) if clusters is not None else []),
            heading(tr("Record of the computation")),
            note(history),
        ],
        STYLE,
    )


def bars(rows: Sequence[tuple[str, float, str]]) -> str:
    """Return bars: a name, how long the bar is, and the text at its end; the longest is as wide as the page
    lets it."""
    longest = max((value for _, value, _ in rows if value == value), default=0.0)
    parts = []
    for name, value, text in rows:
        width = 100.0 * value / longest if longest > 0.0 and value == value else 0.0
        parts.append(f'<b>{escape(name)}</b><i style="width: {width:.1f}%"></i><s>{escape(text)}</s>')
    return '<div class="bars">\n' + "\n".join(parts) + "\n</div>"


def _zones(laid: LaidZones, scorecard: dict[str, Column]) -> list[str]:
    title = heading(tr("Zones by score"))
    score = np.asarray(scorecard["score"], dtype=np.float64)
    active = int(np.count_nonzero(score > 0.0))
    if not active:
        return [title, note(tr("No zone holds any of the activity."))]
    order = np.lexsort((np.arange(score.size), -score))[: min(active, MOST_BARS)].tolist()
    ratio = np.asarray(scorecard["density_ratio"], dtype=np.float64)
    rows = [
        (
            laid.zones.names[zone] or laid.zones.ids[zone],
            float(score[zone]),
            _scored(float(score[zone]), float(ratio[zone])),
        )
        for zone in order
    ]
    told = tr("The first {count} of {all} zones by score: the sum of their shares.").format(
        count=len(rows), all=score.size
    )
    lines = [told]
    if active < score.size:
        lines.append(
            tr("{count} of {all} zones hold none of the activity.").format(
                count=score.size - active, all=score.size
            )
        )
    return [title, note(lines), bars(rows)]


def _scored(score: float, ratio: float) -> str:
    if not np.isfinite(ratio):
        # Without a ring, or with nothing in it, there is nothing to compare with.
        return tr("{score} %").format(score=number(score, 3))
    return tr("{score} % · {ratio} times as dense as around").format(
        score=number(score, 3), ratio=number(ratio, 1)
    )


def _regions(regions: dict[str, Column]) -> list[str]:
    called = {
        str(Region.CAPITAL): tr("Capital region"),
        str(Region.DAEJEON): tr("Daejeon"),
        str(Region.REST): tr("Rest of the country"),
    }
    parts = [heading(tr("Regions"))]
    for metric in METRICS:
        shares = np.asarray(regions[f"share_country_{metric}"], dtype=np.float64)
        rows = [
            (called[name], float(shares[row]), f"{number(float(shares[row]), 1)} %")
            for row, (name, province) in enumerate(zip(regions["region"], regions["province"], strict=True))
            if province is None and name in called
        ]
        if np.isfinite(shares).any():
            told = tr("{metric}: per cent of the country").format(metric=metric_name(metric))
            parts += [note(told), bars(rows)]
    return [*parts, _side_by_side(regions, called)]


def _side_by_side(regions: dict[str, Column], called: Mapping[str, str]) -> str:
    """Return the regions in a table, with the country below them."""
    told = {**called, WHOLE_COUNTRY: tr("Country")}
    headings = [
        (tr("Region"), False),
        (tr("Zones"), True),
        (tr("Area in zones, km²"), True),
        (tr("Addresses"), True),
        (tr("Addresses in zones, %"), True),
    ]
    rows = [
        [told[name], number(zones), number(area, 1), number(addresses), number(inside, 1)]
        for name, province, zones, area, addresses, inside in zip(
            *(
                regions[name]
                for name in ("region", "province", "zones", "zones_km2", "addresses", "addresses_in_zones")
            ),
            strict=True,
        )
        if province is None and name in told
    ]
    return table(headings, rows)


def _types(types: dict[str, Column]) -> list[str]:
    called = {ANY_ZONE: tr("Any zone"), NO_ZONE: tr("No zone"), NO_PLACE: tr("No place")}
    headings = [
        (tr("Type of zone"), False),
        (tr("Zones"), True),
        (tr("Area covered, km²"), True),
        (tr("Addresses"), True),
        (tr("Score (sum of shares), %"), True),
    ]
    rows = []
    for part, kind, zones, union, addresses, score in zip(
        *(types[name] for name in ("part", "zone_type", "zones", "union_km2", "addresses", "score")),
        strict=True,
    ):
        name = called.get(str(part)) or type_name(kind)
        rows.append([name, number(zones), number(union, 2), number(addresses), number(score, 3)])
    return [heading(tr("Types of zones")), table(headings, rows)]


def type_name(kind: object) -> str:
    """Return what a type of zone is called: in the catalogue, else as its rows say."""
    known = zone_types().get(str(kind or ""))
    return known.name(language()) if known else str(kind or tr("Without a type"))


def _clusters(clusters: dict[str, Column]) -> list[str]:
    held = np.asarray(clusters["addresses_in_zones"], dtype=np.float64)
    addresses = np.asarray(clusters["addresses"], dtype=np.float64)
    order = np.lexsort((np.arange(held.size), -addresses))[:MOST_BARS].tolist()
    rows = [
        (
            str(clusters["cluster_name"][cluster] or clusters["cluster_id"][cluster]),
            float(held[cluster]),
            f"{number(float(held[cluster]), 1)} %",
        )
        for cluster in order
    ]
    return [heading(tr("Addresses of clusters in zones")), bars(rows)]
