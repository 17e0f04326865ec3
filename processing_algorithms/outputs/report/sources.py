"""The input: whether its places can be believed, what was used and rejected, and what shares are of."""

from __future__ import annotations

from ....analysis.editions import METRICS
from ...base import tr
from ...layers.fields import REAL, WHOLE
from ...wording import metric_name, suspicion_sentences, verdict_sentence
from .. import page
from ..tables import Table, TableColumn
from .run import Run

HEAVIEST = 3


def quality_section(run: Run) -> list[str]:
    """Return, before any ranking, whether the places of the addresses can be believed."""
    return [
        page.heading(tr("Check before use")),
        *(
            page.paragraph(f"{metric_name(account.metric)}: {verdict_sentence(account.quality)}")
            for account in run.accounts
        ),
    ]


def places_section(run: Run) -> list[str]:
    """Return what is wrong or doubtful in the places of the addresses, and how few hold how many."""
    parts = [page.heading(tr("Places of the addresses"))]
    sentences = suspicion_sentences()
    for account in run.accounts:
        quality = account.quality
        spread = quality.world.duplication
        lines = [
            tr("{count} addresses: {reason}").format(count=page.number(count), reason=sentences[reason])
            for reason, count in quality.counts.items()
        ]
        if quality.world.located > 0.0:
            places = "; ".join(
                f"{quality.sites.latitude[site]:.4f}, {quality.sites.longitude[site]:.4f} "
                f"({100.0 * quality.sites.weight[site] / quality.world.located:.1f} %)"
                for site in quality.sites.heaviest()[:HEAVIEST].tolist()
            )
            lines.append(
                tr(
                    "{sites} places hold the located addresses, {half} of them half; the heaviest: {places}."
                ).format(sites=f"{spread.sites:,}", half=f"{spread.half:,}", places=places)
            )
        parts += [page.paragraph(metric_name(account.metric)), page.listing(lines)]
    parts.append(
        page.paragraph(
            tr("Geocoding quality, an algorithm of its own, lists the suspicious places on a map.")
        )
    )
    return parts


def sources_table(run: Run) -> Table:
    """Return what every input had, and what its shares are of."""
    accounts = run.accounts
    places = [METRICS.index(account.metric) for account in accounts]
    rejected = [sum(count for _, count in account.rejects) for account in accounts]
    totals, own = run.atlas.totals[places], run.atlas.records[places]
    origin = [
        tr("given") if account.metric in run.given_totals else tr("the input's own") for account in accounts
    ]
    return Table(
        [
            TableColumn("layer", tr("Layer"), [account.layer for account in accounts]),
            TableColumn(
                "metric", tr("Metric of the records"), [metric_name(account.metric) for account in accounts]
            ),
            TableColumn("rows", tr("Rows"), [account.rows for account in accounts], WHOLE),
            TableColumn(
                "used",
                tr("Used"),
                [account.rows - lost for account, lost in zip(accounts, rejected, strict=True)],
                WHOLE,
            ),
            TableColumn("rejected", tr("Rejected"), rejected, WHOLE),
            TableColumn("records", tr("Records"), own, REAL),
            TableColumn("total", tr("Total for shares"), totals, REAL),
            TableColumn("total_is", tr("The total is"), origin),
        ]
    )


def rejects_table(run: Run) -> Table:
    """Return why rows were rejected."""
    rows = [(account.layer, reason, count) for account in run.accounts for reason, count in account.rejects]
    return Table(
        [
            TableColumn("layer", tr("Layer"), [layer for layer, _, _ in rows]),
            TableColumn("reason", tr("Reason"), [reason for _, reason, _ in rows]),
            TableColumn("rows", tr("Rows"), [count for _, _, count in rows], WHOLE),
        ]
    )


def sources_section(run: Run) -> list[str]:
    """Return both tables."""
    rejects = rejects_table(run)
    parts = [page.heading(tr("Input")), sources_table(run).html()]
    return [*parts, rejects.html()] if len(rejects) else parts
