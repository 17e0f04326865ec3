"""Close clusters: which pairs were merged, which were not, and the evidence for it."""

from __future__ import annotations

from ....analysis.merging import Chains, Edge, Outcome, Side
from ...base import language, tr
from ...layers.fields import REAL
from .. import page
from ..tables import Table, TableColumn
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
        if label < 0:
            return ""
        english, korean_name = mergers.names[label]
        return korean_name if korean else english

    columns = [
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
    ]
    for side, other, with_other, with_noise, rivals in (
        (
            "smaller",
            tr("Smaller: strongest other cluster"),
            tr("Smaller: tie with it"),
            tr("Smaller: with noise"),
            [each.of_smaller for each in pairs],
        ),
        (
            "larger",
            tr("Larger: strongest other cluster"),
            tr("Larger: tie with it"),
            tr("Larger: with noise"),
            [each.of_larger for each in pairs],
        ),
    ):
        columns += [
            TableColumn(f"{side}_other", other, [named(each.other) for each in rivals]),
            TableColumn(
                f"{side}_other_strength", with_other, [each.other_strength for each in rivals], REAL, 4
            ),
            TableColumn(
                f"{side}_noise_strength", with_noise, [each.noise_strength for each in rivals], REAL, 4
            ),
        ]
    return Table(columns)


def _rule(run: Run) -> list[str]:
    """Return what was asked of close clusters, in sentences."""
    merging, distance = run.method.merging, f"{run.method.merging.distance / 1000.0:g}"
    if not merging.measure:
        sentence = tr("Clusters with edges within {distance} km became one whatever their ties.")
        return [sentence.format(distance=distance)]
    if not run.atlas.mergers.by_ties:
        return [
            tr(
                "Clusters with edges within {distance} km became one whatever their ties: no input has a "
                "field for the record, so that ties cannot be counted."
            ).format(distance=distance)
        ]
    whose = {
        Side.SMALLER: tr(
            "Clusters with edges within {distance} km become one where the smaller works with the larger "
            "more than with any other cluster."
        ),
        Side.EITHER: tr(
            "Clusters with edges within {distance} km become one where either works with the other more than "
            "with any other cluster."
        ),
        Side.BOTH: tr(
            "Clusters with edges within {distance} km become one where each works with the other more than "
            "with any other cluster."
        ),
    }[merging.rule.side]
    counted = {
        "records": tr("Every shared record counts 1."),
        "fractional": tr("A shared record is divided among its addresses."),
        "pairs": tr("Every pair of addresses of a shared record counts 1."),
        "fractional_pairs": tr("The pairs of addresses of a shared record add up to 1."),
    }[merging.measure]
    sentences = [whose.format(distance=distance), counted]
    if merging.rule.noise:
        sentences.append(tr("The tie must also be stronger than that with all addresses in no cluster."))
    if merging.edge is Edge.CORE:
        sentences.append(tr("Edges are the nearest core places."))
    if merging.rule.chains is Chains.LEAVE:
        sentences.append(tr("Chains of three clusters or more are left apart."))
    sentences.append(tr("A pair is switched off by its numbers in the parameter “Pairs not to merge”."))
    return sentences


def mergers_section(run: Run) -> list[str]:
    """Return the pairs and what decided."""
    mergers, merging = run.atlas.mergers, run.method.merging
    parts = [page.heading(tr("Merged clusters"))]
    if merging.distance == 0.0:
        return [*parts, page.paragraph(tr("Merging was switched off."))]
    if not mergers.proposals:
        sentence = tr("No two clusters have edges within {distance} km.")
        return [*parts, page.paragraph(sentence.format(distance=f"{merging.distance / 1000.0:g}"))]
    merged = sum(each.merged for each in mergers.proposals)
    if merged:
        summary = tr(
            "{close} pairs of clusters are close, {merged} of them are merged: {before} clusters become "
            "{after}."
        ).format(
            close=len(mergers.proposals),
            merged=merged,
            before=mergers.unmerged,
            after=len(run.atlas.clusters),
        )
    else:
        summary = tr("{close} pairs of clusters are close, and none of them is merged.").format(
            close=len(mergers.proposals)
        )
    table = mergers_table(run)
    if not mergers.by_ties:
        table = table.only("pair", "smaller", "larger", "outcome", "chain", "distance_km")
    elif merging.rule.side is Side.SMALLER:
        table = table.without("larger_other", "larger_other_strength", "larger_noise_strength")
    if not any(each.chain for each in mergers.proposals):
        table = table.without("chain")
    return [*parts, page.paragraph(" ".join(_rule(run))), page.paragraph(summary), table.html()]
