"""The method of a run in sentences, with its sources."""

from __future__ import annotations

from ....analysis.counting import Counting
from ....analysis.editions import METRICS, DensityUnit
from ...base import tr
from ...wording import metric_name
from .. import page
from ..proposal_report import headline
from .run import Run


def method_section(run: Run) -> list[str]:
    """Return how the clusters were found, and the parameters as the metadata carries them."""
    method = run.method
    weights = method.address_weights
    unit = {
        DensityUnit.INVENTORS: tr("inventor addresses"),
        DensityUnit.SHARES: tr("addresses, half for all inventors of the world and half for all authors"),
        DensityUnit.ADDRESSES: tr("addresses as they are"),
    }[method.unit]
    sentences = [
        tr(
            "Exact density clustering (DBSCAN) with {eps} km, measured as geodesics on the WGS 84 ellipsoid, "
            "and a minimum density of {density}, in {unit}."
        ).format(eps=f"{method.eps / 1000.0:g}", density=f"{method.min_density:,g}", unit=unit),
        tr("What one address weighs in the density: {weights}.").format(
            weights="; ".join(
                f"{metric_name(METRICS[place])} {weights[METRICS[place]]:.4g}" for place in run.given
            )
        ),
        {
            "first": tr("A place near core places of several clusters is in the lowest-numbered of them."),
            "nearest": tr("A place near core places of several clusters is in that of the nearest."),
            "noise": tr("Places that are not core are in no cluster."),
        }[method.border],
        tr(
            "A record is one and is divided among its addresses; what lies outside clusters, or could not be "
            "located, counts for none. A share is per cent of the total; the score is the sum of the shares."
        )
        if method.counting is Counting.FRACTIONAL
        else tr(
            "A record is one in every cluster it has an address in, so that shares add up to more than the "
            "total. A share is per cent of the total; the score is the sum of the shares."
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
    if run.proposal is not None:
        sentences.insert(
            1,
            headline(run.proposal)
            + " "
            + tr("They come from the addresses themselves; Propose parameters shows the evidence."),
        )
    return [page.heading(tr("Method")), *(page.paragraph(each) for each in sentences), page.note(run.history)]
