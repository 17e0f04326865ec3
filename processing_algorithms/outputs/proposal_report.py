"""The report of proposed parameters: the pair, what speaks for it, and what else there was to choose."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ...analysis.parameter_proposal import KDistanceCurve, Proposal, preferred_rows
from ..base import tr
from .line_chart import BLUE, CHART_STYLE, GREEN, GREY, ORANGE, Axis, Line, Mark, line_chart
from .page import heading, note, number, page, paragraph, strong, table, title_heading


@dataclass(frozen=True)
class InputAccount:
    """What became of the rows of a layer: its name, rows read, rejected rows by reason, the weight of one of
    its addresses, and what the rows that were used weigh together.
    """

    layer: str
    rows: int
    rejects: Sequence[tuple[str, int]]
    weight: float
    total: float


@dataclass(frozen=True)
class Rule:
    """The options of a run: `close` a part of eps, `extreme` and `usual_eps` metres, `tolerance` points,
    `keep` a part of the best score.
    """

    close: float
    extreme: float
    usual_eps: float
    tolerance: float
    keep: float


def proposal_report(
    proposal: Proposal,
    curve: KDistanceCurve,
    sites: int,
    accounts: Sequence[InputAccount],
    rule: Rule,
    history: Iterable[str],
) -> str:
    """Return the page; `sites` is the number of distinct places."""
    title = tr("Proposed parameters")
    found = proposal.choice.proposed >= 0
    return page(
        title,
        [
            title_heading(title),
            strong(headline(proposal)),
            *(strong(sentence) for sentence in doubts(proposal)),
            *(paragraph(sentence) for sentence in findings(proposal, curve)),
            *(_evidence(proposal, curve, rule) if found else ()),
            heading(tr("What the rule takes at each distance")) if found else "",
            _choices(proposal) if found else "",
            heading(tr("Input")),
            _input(accounts, sites),
            heading(tr("Method")),
            *(paragraph(sentence) for sentence in _method(rule)),
            note(history),
        ],
        CHART_STYLE,
    )


def headline(proposal: Proposal) -> str:
    """Return the proposal in one sentence."""
    if proposal.choice.proposed < 0:
        return tr(
            "Nothing can be proposed: at no distance do close addresses outweigh those at extreme distances. "
            "Try smaller minimums, or other distances."
        )
    return tr("Proposed: a distance of {eps} km and a minimum density of {density}.").format(
        eps=f"{proposal.eps / 1000.0:g}", density=f"{proposal.min_density:,g}"
    )


def findings(proposal: Proposal, curve: KDistanceCurve) -> list[str]:
    """Return what there is to say of the proposal, a sentence each."""
    candidates, row = proposal.candidates, proposal.choice.proposed
    if row < 0:
        return []

    def share(part: float) -> str:
        return number(100.0 * part / candidates.total, 1)

    sentences = [
        tr(
            "{clusters} clusters hold {clustered} per cent of the addresses. Close to each other are {close} "
            "per cent of all, at extreme distances {extreme} per cent."
        ).format(
            clusters=f"{candidates.clusters[row]:,}",
            clustered=share(candidates.clustered[row]),
            close=share(candidates.close[row]),
            extreme=share(candidates.extreme[row]),
        )
    ]
    means = proposal.choice.mean_score
    if means.size > 1 and np.ptp(means) <= 2.0:
        sentences.append(
            tr(
                "The distances tried hardly differ (mean scores within 2 points), as where addresses are "
                "known by city only. The data do not decide the distance."
            )
        )
    if curve.knee == 0.0:
        sentences.append(
            tr(
                "The k-distances turn up at 0: most places reach the minimum by themselves, as cities do "
                "that stand for all of their addresses."
            )
        )
    elif not math.isnan(curve.knee):
        sentences.append(
            tr("The k-distances turn up at {knee} km.").format(knee=number(curve.knee / 1000.0, 1))
        )
    return sentences


def doubts(proposal: Proposal) -> list[str]:
    """Return what speaks against using the proposal as it is, a sentence each."""
    sentences = []
    if "minimum" in proposal.at_edge:
        sentences.append(
            tr("The minimum is the smallest or largest that was tried: try others beyond it before using it.")
        )
    if "eps" in proposal.at_edge:
        sentences.append(
            tr(
                "The distance is the smallest or largest that was tried: try others beyond it before using "
                "it."
            )
        )
    return sentences


def _evidence(proposal: Proposal, curve: KDistanceCurve, rule: Rule) -> list[str]:
    """Return the charts, each with its heading and the sentence that says how to read it."""
    candidates, row = proposal.candidates, proposal.choice.proposed
    distances, minimums = np.unique(candidates.eps) / 1000.0, np.unique(candidates.minimum)
    eps, chosen = proposal.eps / 1000.0, tr("proposed")
    share = tr("per cent of all addresses")
    distance_axis = Axis(tr("distance, km"), float(distances.min()), float(distances.max()))

    of_curve = curve.distance / 1000.0
    knee = [Mark(curve.knee / 1000.0, tr("turns up"), horizontal=True)] if curve.knee > 0.0 else []
    curve_chart = line_chart(
        tr("k-distances"),
        [Line(tr("distance within which {density} lies").format(density=f"{proposal.min_density:,g}"),
              (*curve.share.tolist(),), (*of_curve.tolist(),), BLUE)],
        Axis(share, 0.0, 100.0),
        Axis(tr("distance, km"), 0.0, max(eps, float(of_curve.max(initial=0.0))) * 1.05),
        [Mark(eps, chosen, horizontal=True), *knee],
    )  # fmt: skip

    clusters = candidates.clusters.reshape(distances.size, minimums.size)
    place = int(np.flatnonzero(minimums == proposal.min_density)[0])
    shown = [at for at in (place - 2, place, place + 2) if 0 <= at < minimums.size]
    colours = {place - 2: GREY, place: BLUE, place + 2: ORANGE}
    cluster_chart = line_chart(
        tr("Clusters against distance"),
        [
            Line(
                tr("minimum {density}").format(density=f"{minimums[at]:,g}"),
                distances.tolist(),
                clusters[:, at].tolist(),
                colours[at],
                dots=True,
            )
            for at in shown
        ],
        distance_axis,
        Axis(tr("clusters"), 0.0, float(max(1, clusters[:, shown].max())) * 1.05),
        [Mark(eps, chosen)],
    )

    at_eps = np.flatnonzero(candidates.eps == proposal.eps)
    best = float(candidates.score[at_eps].max())
    close, extreme = (
        (100.0 * part[at_eps] / candidates.total).tolist() for part in (candidates.close, candidates.extreme)
    )
    score_chart = line_chart(
        tr("Close and extreme addresses against the minimum"),
        [
            Line(tr("close"), minimums.tolist(), close, GREEN, dots=True),
            Line(tr("extreme"), minimums.tolist(), extreme, ORANGE, dots=True),
            Line(tr("score"), minimums.tolist(), candidates.score[at_eps].tolist(), BLUE, dots=True),
        ],
        Axis(tr("minimum"), float(minimums.min()), float(minimums.max()), logarithmic=True),
        Axis(share, min(0.0, float(candidates.score[at_eps].min())), 100.0),
        [
            Mark(float(candidates.minimum[row]), chosen),
            Mark(
                rule.keep * best,
                tr("{part} per cent of the best score").format(part=f"{100.0 * rule.keep:g}"),
                horizontal=True,
            ),
        ],
    )
    return [
        heading(tr("k-distances")),
        paragraph(
            tr(
                "How far each address has to reach for the proposed minimum, in order. Where the curve is "
                "flat addresses are close to each other; where it turns up they are on their own."
            )
        ),
        curve_chart,
        heading(tr("Clusters against distance")),
        paragraph(
            tr(
                "A number of clusters that hardly changes around the proposal speaks for it; one that falls "
                "steeply says that clusters chain together there."
            )
        ),
        cluster_chart,
        heading(tr("Close and extreme addresses against the minimum, at {eps} km").format(eps=f"{eps:g}")),
        paragraph(
            tr(
                "The proposed minimum is the highest at which the score, close minus extreme, is still above "
                "the dashed line."
            )
        ),
        score_chart,
    ]


def _choices(proposal: Proposal) -> str:
    candidates, choice = proposal.candidates, proposal.choice
    distances = np.unique(candidates.eps)
    rows = preferred_rows(choice)

    def share(part: float) -> str:
        return number(100.0 * part / candidates.total, 1)

    return table(
        [
            (tr("Place"), True),
            (tr("Distance, km"), True),
            (tr("Minimum"), True),
            (tr("Clusters"), True),
            (tr("Clustered, %"), True),
            (tr("Close, %"), True),
            (tr("Extreme, %"), True),
            (tr("Score"), True),
            (tr("Mean score of the distance"), True),
            (tr("Largest cluster, % of the clustered"), True),
            (tr("Chained clusters"), True),
            (tr("Widest extent, km"), True),
        ],
        (
            [
                str(place),
                f"{candidates.eps[row] / 1000.0:g}",
                f"{candidates.minimum[row]:,g}",
                f"{candidates.clusters[row]:,}",
                share(candidates.clustered[row]),
                share(candidates.close[row]),
                share(candidates.extreme[row]),
                number(float(candidates.score[row]), 1),
                number(float(choice.mean_score[distances == candidates.eps[row]][0]), 1),
                number(float(100.0 * candidates.largest[row] / candidates.clustered[row]), 1),
                str(candidates.chained[row]),
                number(float(candidates.extent[row]) / 1000.0, 0),
            ]
            for place, row in enumerate(rows.tolist(), start=1)
        ),
    )


def _input(accounts: Sequence[InputAccount], sites: int) -> str:
    rows = []
    for account in accounts:
        rejected = sum(count for _, count in account.rejects)
        reasons = " ".join(f"{reason} {count:,}." for reason, count in account.rejects)
        rows.append(
            [
                account.layer,
                f"{account.rows:,}",
                f"{account.rows - rejected:,}",
                f"{rejected:,}" + (f" ({reasons})" if reasons else ""),
                f"{account.weight:.4g}",
                number(account.total, 1),
            ]
        )
    return table(
        [
            (tr("Layer"), False),
            (tr("Rows"), True),
            (tr("Used"), True),
            (tr("Rejected"), True),
            (tr("Weight of an address"), True),
            (tr("Weight together"), True),
        ],
        rows,
    ) + paragraph(tr("{count} distinct places.").format(count=f"{sites:,}"))


def _method(rule: Rule) -> list[str]:
    """Return the sentences of the method."""
    return [
        tr(
            "WIPO chose the parameters of its African run through multiple iterations, to minimize the "
            "number of points clustered at extreme distances and to maximize the number of points clustered "
            "that were close to each other (Global Innovation Index 2024, Appendix IV): 15 km and 300. How "
            "either was measured is not written down; the definitions and the rule here are this plugin's."
        ),
        tr(
            "Close: an address in a cluster whose place would be core at {close} per cent of the distance "
            "too. Extreme: an address more than {extreme} km from the weighted centre of its cluster. Score: "
            "close minus extreme, per cent of all addresses. Every pair is clustered exactly (DBSCAN, "
            "geodesics on WGS 84)."
        ).format(close=f"{100.0 * rule.close:g}", extreme=f"{rule.extreme / 1000.0:g}"),
        tr(
            "The distance: each is judged by the mean of its scores over all minimums; of those within "
            "{tolerance} points of the best the one nearest to {usual} km. The minimum: the highest whose "
            "score is at least {keep} per cent of the best at that distance."
        ).format(
            tolerance=f"{rule.tolerance:g}",
            usual=f"{rule.usual_eps / 1000.0:g}",
            keep=f"{100.0 * rule.keep:g}",
        ),
        tr(
            "The minimum is a choice in the end: sizes of places have no gap in them, so a larger part to "
            "keep gives more and smaller clusters. A proposal is a place to start from, not a finding."
        ),
    ]
