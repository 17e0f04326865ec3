"""The report of a run: one HTML page without scripts or outside files, which prints as it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import numpy as np
from numpy.typing import NDArray

from ...analysis.concentration import concentrations
from ...analysis.economies import summarise_economies
from ...analysis.editions import AUTHOR_WEIGHT, METRICS
from ...analysis.intensity import per_inhabitants
from ...analysis.pipeline import Atlas
from ..base import language, tr

MOST_RANKS = 100

# A cluster that one organisation makes up almost alone is a campus town, or a payer's seat counted as one.
DOMINANT_SHARE = 80.0

_STYLE = """
body { font-family: "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", NanumGothic,
  "Noto Sans", "Segoe UI", sans-serif; color: #1d2733; max-width: 62em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.7em; margin-bottom: 0.1em; }
h2 { font-size: 1.15em; margin-top: 2em; border-bottom: 2px solid #24618e; padding-bottom: 0.2em; }
p.note { color: #51606f; }
table { border-collapse: collapse; width: 100%; font-size: 0.88em; }
th { text-align: left; border-bottom: 1px solid #24618e; padding: 0.3em 0.5em; vertical-align: bottom; }
td { border-bottom: 1px solid #d8dfe6; padding: 0.25em 0.5em; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
tr { page-break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { max-width: none; margin: 0; font-size: 9pt; } }
"""


@dataclass(frozen=True)
class SourceAccount:
    """What became of the rows of one input: name of the layer, metric, rows read, rejected rows by reason."""

    layer: str
    metric: str
    rows: int
    rejects: Sequence[tuple[str, int]]


@dataclass(frozen=True)
class Method:
    """The choices of a run as the report tells them."""

    edition: str
    eps: float
    min_density: float
    author_weight: float
    deals_in_density: bool
    merge_distance: float
    buffer: float
    history: Sequence[str]


def metric_name(metric: str) -> str:
    """Return the translated name of a metric."""
    return {
        "patents": tr("Patents"),
        "publications": tr("Publications"),
        "deals": tr("Venture capital deals"),
    }[metric]


def html_report(
    atlas: Atlas,
    population: NDArray[np.float64],
    accounts: Sequence[SourceAccount],
    method: Method,
    remark: str = "",
) -> str:
    """Return the page; `population` float64[k] in rank order with NaN where it is not known."""
    title = tr("Innovation clusters")
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="note">{escape(_subtitle(method))}</p>',
        f"<p><b>{escape(remark)}</b></p>" if remark else "",
        _key_figures(atlas),
        _heading(tr("Ranking")),
        _ranking(atlas, population),
        _heading(tr("Economies")),
        _economies(atlas),
        _heading(tr("Input")),
        _input(atlas, accounts),
        _heading(tr("Check before use")),
        _checks(atlas),
        _heading(tr("Merged clusters")),
        _merges(atlas, method),
        _heading(tr("Method")),
        _method(method),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in body if part)
        + "\n</body>\n</html>\n"
    )


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _table(headings: Sequence[tuple[str, bool]], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a heading is (text, whether its column holds numbers)."""
    classes = [' class="number"' if is_number else "" for _, is_number in headings]
    head = "".join(
        f"<th{kind}>{escape(text)}</th>" for kind, (text, _) in zip(classes, headings, strict=True)
    )
    lines = (
        "<tr>"
        + "".join(f"<td{kind}>{escape(cell)}</td>" for kind, cell in zip(classes, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n" + "\n".join(lines) + "\n</tbody>\n</table>"


def _number(value: float, decimals: int = 0) -> str:
    return "–" if np.isnan(value) else f"{value:,.{decimals}f}"


def _names(atlas: Atlas) -> list[str]:
    return atlas.clusters.name_ko if language() == "ko" else atlas.clusters.name


def _given(atlas: Atlas) -> list[int]:
    """Return the columns of the metrics that were given."""
    return [place for place in range(len(METRICS)) if not np.isnan(atlas.totals[place])]


def _subtitle(method: Method) -> str:
    return tr("Edition {edition}: {eps} km, minimum density {density} · {date}").format(
        edition=method.edition,
        eps=f"{method.eps / 1000.0:g}",
        density=f"{method.min_density:,g}",
        date=date.today().isoformat(),
    )


def _key_figures(atlas: Atlas) -> str:
    clusters = atlas.clusters
    sentences = [
        tr("{count} clusters from {sites} places.").format(count=len(clusters), sites=f"{len(atlas.sites):,}")
    ]
    first, hundred, _ = concentrations(clusters.rank, clusters.shares, clusters.score, np.ones(len(METRICS)))
    for place in _given(atlas):
        sentences.append(
            tr(
                "{metric}: the top 10 hold {ten} per cent, the top 100 {hundred} per cent of the total."
            ).format(
                metric=metric_name(METRICS[place]),
                ten=_number(float(first.shares[place]), 1),
                hundred=_number(float(hundred.shares[place]), 1),
            )
        )
    return "".join(_paragraph(sentence) for sentence in sentences)


def _ranking(atlas: Atlas, population: NDArray[np.float64]) -> str:
    clusters, given = atlas.clusters, _given(atlas)
    if not len(clusters):
        return _paragraph(
            tr("No cluster reaches the minimum density; try a lower one, or a larger distance.")
        )
    names = _names(atlas)
    intensity = per_inhabitants(clusters.score, population)
    with_people = bool((~np.isnan(intensity)).any())
    with_organisation = any(name for name, _ in clusters.organisations)
    headings = [(tr("Rank"), True), (tr("Cluster"), False), (tr("Economies"), False)]
    headings += [(metric_name(METRICS[place]), True) for place in given]
    headings += [
        (tr("{metric}, share %").format(metric=metric_name(METRICS[place])), True) for place in given
    ]
    headings += [(tr("Score"), True)]
    headings += [(tr("Score per million people"), True)] if with_people else []
    headings += [(tr("Leading organisation"), False)] if with_organisation else []
    rows = []
    for row in range(min(MOST_RANKS, len(clusters))):
        cells = [
            str(clusters.rank[row]),
            names[row],
            clusters.economies[row],
            *(_number(float(clusters.counts[row, place])) for place in given),
            *(_number(float(clusters.shares[row, place]), 2) for place in given),
            _number(float(clusters.score[row]), 2),
        ]
        cells += [_number(float(intensity[row]), 2)] if with_people else []
        cells += [clusters.organisations[row][0]] if with_organisation else []
        rows.append(cells)
    beyond = len(clusters) - len(rows)
    note = tr("{count} more clusters are in the ranking table.").format(count=beyond) if beyond else ""
    return _table(headings, rows) + (_paragraph(note) if note else "")


def _economies(atlas: Atlas) -> str:
    clusters = atlas.clusters
    summary = summarise_economies(clusters.economies, clusters.rank, clusters.shares)
    if not len(summary):
        return _paragraph(tr("The economies of the addresses are not known."))
    names = _names(atlas)
    return _table(
        [
            (tr("Economy"), False),
            (tr("Clusters in the top 100"), True),
            (tr("All clusters"), True),
            (tr("Leading cluster"), False),
            (tr("Its rank"), True),
        ],
        (
            [
                economy,
                str(summary.in_top[row]),
                str(summary.clusters[row]),
                names[summary.leading[row]],
                str(summary.leading_rank[row]),
            ]
            for row, economy in enumerate(summary.economy)
        ),
    )


def _input(atlas: Atlas, accounts: Sequence[SourceAccount]) -> str:
    rows = []
    for account in accounts:
        place = METRICS.index(account.metric)
        total, own = float(atlas.totals[place]), float(atlas.records[place])
        rejected = sum(count for _, count in account.rejects)
        reasons = " ".join(f"{reason} {count:,}." for reason, count in account.rejects)
        rows.append(
            [
                account.layer,
                metric_name(account.metric),
                f"{account.rows:,}",
                f"{account.rows - rejected:,}",
                f"{rejected:,}" + (f" ({reasons})" if reasons else ""),
                _number(own),
                _number(total)
                if total != own
                else tr("{total} (the input's own)").format(total=_number(total)),
            ]
        )
    return _table(
        [
            (tr("Layer"), False),
            (tr("Metric"), False),
            (tr("Rows"), True),
            (tr("Used"), True),
            (tr("Rejected"), True),
            (tr("Records"), True),
            (tr("Total for shares"), True),
        ],
        rows,
    )


def _checks(atlas: Atlas) -> str:
    clusters = atlas.clusters
    names = _names(atlas)
    dominated = [
        tr("{cluster} (rank {rank}): {organisation} alone is {share} per cent of its score.").format(
            cluster=names[row],
            rank=clusters.rank[row],
            organisation=organisation,
            share=_number(share, 0),
        )
        for row, (organisation, share) in enumerate(clusters.organisations)
        if organisation and share >= DOMINANT_SHARE
    ]
    if not any(name for name, _ in clusters.organisations):
        return _paragraph(
            tr(
                "No organisations were given, so clusters that one organisation makes up alone (a campus "
                "town, or the seat of a funder counted as a place of research) cannot be told."
            )
        )
    if not dominated:
        return _paragraph(tr("No cluster is made up by one organisation alone."))
    lead = tr(
        "These clusters are almost one organisation: a campus town, or the seat of a funder counted as a "
        "place of research. Reject funders when preparing the points."
    )
    return _paragraph(lead) + "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in dominated) + "</ul>"


def _merges(atlas: Atlas, method: Method) -> str:
    if method.merge_distance == 0.0:
        return _paragraph(tr("Merging was switched off."))
    if not atlas.merges:
        return _paragraph(
            tr("No two clusters have edges within {distance} km.").format(
                distance=f"{method.merge_distance / 1000.0:g}"
            )
        )
    names = _names(atlas)
    return _paragraph(
        tr("{before} clusters became {after}, because edges lie within {distance} km.").format(
            before=atlas.unmerged, after=len(atlas.clusters), distance=f"{method.merge_distance / 1000.0:g}"
        )
    ) + _table(
        [(tr("Part of"), False), (tr("Distance between edges, km"), True)],
        (
            [names[into], _number(merge.distance / 1000.0, 2)]
            for merge, into in zip(atlas.merges, atlas.merged_into, strict=True)
        ),
    )


def _method(method: Method) -> str:
    sentences = [
        tr(
            "Exact density clustering (DBSCAN) with {eps} km, measured as geodesics on the WGS 84 ellipsoid, "
            "and a minimum density of {density} inventor addresses. An author address weighs {author} of "
            "one; equal weight for all inventors and all authors of the world, as WIPO gives it, is {equal}."
        ).format(
            eps=f"{method.eps / 1000.0:g}",
            density=f"{method.min_density:,g}",
            author=f"{method.author_weight:.4g}",
            equal=f"{AUTHOR_WEIGHT:.4g}",
        ),
        tr("Venture capital deals are part of the density.")
        if method.deals_in_density
        else tr("Venture capital deals are counted where they fall and are not part of the density."),
        tr(
            "A record is one and is divided among its addresses; what lies outside clusters, or could not be "
            "located, counts for none. A share is per cent of the total; the score is the sum of the shares."
        ),
        tr(
            "An economy is named where at least 1 per cent of the cluster's output occurred. Boundaries are "
            "the union of circles of {buffer} degrees around the places of the cluster."
        ).format(buffer=f"{method.buffer:g}"),
        tr(
            "After: World Intellectual Property Organization, Global Innovation Index 2024, Appendix IV, and "
            "2025. This is an independent computation and not WIPO's ranking. Names: GeoNames (CC BY 4.0)."
        ),
    ]
    history = "<br>".join(escape(line) for line in method.history)
    return "".join(_paragraph(sentence) for sentence in sentences) + f'<p class="note">{history}</p>'
