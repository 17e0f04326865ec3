"""The sentences on the clusters of a pair of eps and minimum."""

from __future__ import annotations

from ...processing_algorithms.base import tr
from .background import Found
from .numbers import plain, tenths, whole


def outcome_text(found: Found) -> str:
    """Return how many clusters there are, what they hold, and in what time, as HTML."""
    outcome = found.outcome
    text = "<b>{}</b><br>{}<br>{}".format(
        tr("{clusters} clusters at {eps} m and a minimum of {minimum}").format(
            clusters=whole(outcome.clusters), eps=plain(outcome.eps), minimum=plain(outcome.minimum)
        ),
        tr("{clustered} % of the weight in clusters, {noise} % noise; the largest {largest} %").format(
            clustered=tenths(outcome.clustered),
            noise=tenths(outcome.noise),
            largest=tenths(outcome.largest),
        ),
        tr("Exact, from all {places} places, in {seconds} s.").format(
            places=whole(outcome.result.labels.size), seconds=plain(round(found.seconds, 2))
        ),
    )
    # A number and its unit stay in one line.
    return text.replace(" %", "&nbsp;%").replace(" m ", "&nbsp;m ")
