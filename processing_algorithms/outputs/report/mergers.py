"""Close clusters: which pairs were merged, which were not, and the evidence for it."""

from __future__ import annotations

from ....analysis.merging import Outcome, Proposal
from ...base import language, tr
from .. import page
from ..tables import REAL, Table, TableColumn
from .run import Run


def outcome_words() -> dict[Outcome, str]:
    """Return what became of a pair, in a few words of the user's language."""
    return {
        Outcome.MERGED: tr("merged"),
        Outcome.UNTIED: tr("share no record"),
        Outcome.OTHER_CLUSTER: tr("tied more with another cluster"),
        Outcome.NOISE: tr("tied more with addresses in no cluster"),
        Outcome.SWITCHED_OFF: tr("switched off"),
        Outcome.CHAIN: tr("part of a chain, left apart"),
    }


def mergers_table(run: Run) -> Table:
    """Return every pair of close clusters, the nearest first; clusters by their numbers before merging."""
    mergers = run.atlas.mergers
    pairs, korean, words = mergers.proposals, language() == "ko", outcome_words()

    def named(label: int) -> str:
        english, korean_name = mergers.names[label]
        return korean_name if korean else english

    def rival(each: Proposal) -> str:
        return str(each.of_smaller.other + 1) if each.of_smaller.other >= 0 else ""

    return Table(
        [
            TableColumn("pair", tr("Pair"), [f"{each.smaller + 1}-{each.larger + 1}" for each in pairs]),
            TableColumn("smaller", tr("Smaller cluster"), [named(each.smaller) for each in pairs]),
            TableColumn("larger", tr("Larger cluster"), [named(each.larger) for each in pairs]),
            TableColumn("outcome", tr("Outcome"), [words[each.outcome] for each in pairs]),
            TableColumn("chain", tr("Chain"), [str(each.chain) if each.chain else "" for each in pairs]),
            TableColumn(
                "distance_km",
                tr("Distance between edges, km"),
                [each.distance / 1000.0 for each in pairs],
                REAL,
                2,
            ),
            TableColumn("strength", tr("Tie, % of all"), [each.strength for each in pairs], REAL, 4),
            TableColumn("rival", tr("Strongest other cluster"), [rival(each) for each in pairs]),
            TableColumn(
                "rival_strength",
                tr("Tie with it"),
                [each.of_smaller.other_strength for each in pairs],
                REAL,
                4,
            ),
            TableColumn(
                "noise_strength",
                tr("With noise"),
                [each.of_smaller.noise_strength for each in pairs],
                REAL,
                4,
            ),
        ]
    )


def mergers_section(run: Run) -> list[str]:
    """Return the pairs and what decided."""
    mergers, merging = run.atlas.mergers, run.method.merging
    distance = f"{merging.distance / 1000.0:g}"
    parts = [page.heading(tr("Merged clusters"))]
    if merging.distance == 0.0:
        return [*parts, page.paragraph(tr("Merging was switched off."))]
    if not mergers.proposals:
        sentence = tr("No two clusters have edges within {distance} km.").format(distance=distance)
        return [*parts, page.paragraph(sentence)]
    if mergers.by_ties:
        rule = tr(
            "Clusters with edges within {distance} km become one where the smaller works with the larger "
            "more than with any other cluster or with addresses in none ({measure}). A pair is switched off "
            "by its numbers in the parameter “Pairs not to merge”."
        ).format(distance=distance, measure=merging.measure)
    elif merging.measure:
        rule = tr(
            "Clusters with edges within {distance} km became one whatever their ties: no input has a field "
            "for the record, so that ties cannot be counted."
        ).format(distance=distance)
    else:
        rule = tr("Clusters with edges within {distance} km became one whatever their ties.").format(
            distance=distance
        )
    told = tr(
        "{close} pairs of clusters are close, {merged} of them are merged: {before} clusters become {after}."
    )
    summary = told.format(
        close=len(mergers.proposals),
        merged=sum(each.merged for each in mergers.proposals),
        before=mergers.unmerged,
        after=len(run.atlas.clusters),
    )
    table = mergers_table(run)
    if not mergers.by_ties:
        table = table.without("strength", "rival", "rival_strength", "noise_strength")
    if not any(each.chain for each in mergers.proposals):
        table = table.without("chain")
    return [*parts, page.paragraph(rule), page.paragraph(summary), table.html()]
