"""What algorithms and pages say in the user's language of metrics, reasons and verdicts."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from ..analysis.geocoding import Quality, Verdict
from .base import tr


def metric_name(metric: str) -> str:
    """Return the translated name of a metric."""
    return {
        "patents": tr("Patents"),
        "publications": tr("Publications"),
        "deals": tr("Venture capital deals"),
    }[metric]


def reason_sentences() -> dict[str, str]:
    """Return a sentence in the user's language for every reason of `addresses.REASONS`."""
    return {
        "excluded": tr("The condition for excluding rows is true."),
        "no_geometry": tr("The row has no geometry."),
        "several_points": tr("The row has several points; split it into one row each."),
        "not_a_point": tr("The geometry is a line or polygon, not a point."),
        "coordinate_missing": tr("A coordinate is empty."),
        "coordinate_not_a_number": tr("A coordinate is text that is not a number."),
        "coordinate_not_finite": tr("A coordinate is NaN or infinite."),
        "latitude_out_of_range": tr("The latitude is not between -90 and 90."),
        "longitude_out_of_range": tr("The longitude is not between -180 and 180."),
        "zero_coordinates": tr("Both coordinates are 0, where failed geocoding ends up."),
        "transformation_failed": tr("The coordinate lies outside the area of its reference system."),
        "weight_missing": tr("The weight is empty."),
        "weight_not_a_number": tr("The weight is text that is not a number."),
        "weight_not_finite": tr("The weight is NaN or infinite."),
        "weight_negative": tr("The weight is negative."),
        "record_missing": tr("The record is empty."),
        "economy_unknown_form": tr("The economy is not a code of two letters."),
        "payer": tr("The organisation pays for research but does none at its seat."),
        "outside_economy": tr("The place lies outside the economy that the row states."),
    }


def suspicion_sentences() -> dict[str, str]:
    """Return a sentence in the user's language for every reason of `suspicion.REASONS`."""
    return {
        **reason_sentences(),
        "swapped": tr("It lies in its economy once longitude and latitude change places."),
        "sign_lost": tr("It lies in its economy once a sign of its coordinates is turned."),
        "round_degrees": tr("Both coordinates are whole, half or quarter degrees."),
        "heavy_in_economy": tr("It holds a large share of the addresses of its economy."),
        "heavy_in_world": tr("It holds a large share of all addresses."),
        "shared_by_organisations": tr("Many organisations have their addresses here, as at a centroid."),
    }


def verdict_sentence(quality: Quality) -> str:
    """Return whether a ranking of these addresses can be believed, in a sentence with the reason."""
    world = quality.world
    return {
        Verdict.TRUST: tr(
            "A ranking of these addresses can be trusted as far as their places go: {faults} % are at "
            "fault, {doubts} % in doubt."
        ),
        Verdict.CARE: tr(
            "Read a ranking of these addresses with care: the places of {faults} % are at fault, of "
            "{doubts} % in doubt."
        ),
        Verdict.DISTRUST: tr(
            "Do not trust a ranking of these addresses before they are mended: the places of {faults} % "
            "are at fault, of {doubts} % in doubt."
        ),
    }[quality.verdict].format(
        faults=f"{100.0 * world.faults / world.addresses:.1f}",
        doubts=f"{100.0 * world.doubts / world.addresses:.1f}",
    )


def tell_verdict(quality: Quality, feedback: QgsProcessingFeedback, layer: str = "") -> None:
    """Tell the verdict on a layer, as a warning where there is something to look at."""
    sentence = verdict_sentence(quality)
    if layer:
        sentence = f"{layer}: {sentence}"
    if quality.verdict is Verdict.TRUST:
        feedback.pushInfo(sentence)
    else:
        feedback.pushWarning(sentence)
