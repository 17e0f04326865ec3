"""Metrics that an edition counts and that are not given."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import QgsProcessingFeedback

from ...analysis.editions import METRICS, Edition
from ..base import tr
from ..wording import metric_name


def tell_missing_metrics(edition: Edition, given: Collection[str], feedback: QgsProcessingFeedback) -> None:
    """Warn where an edition counts more than what is `given`: the ranking is another one then."""
    missing = [metric_name(metric) for metric in METRICS if metric in edition.metrics and metric not in given]
    if missing:
        feedback.pushWarning(
            tr(
                "Edition {edition} counts more than what is given: scores and ranks are without {metrics}."
            ).format(edition=edition.name, metrics=", ".join(missing))
        )
