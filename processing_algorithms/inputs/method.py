"""The choices of WIPO's method as parameters: edition, density, what merges, how records count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterNumber,
)

from ...analysis.address_rows import Rows, collapse_places, density_weights
from ...analysis.counting import Counting, Source
from ...analysis.editions import (
    AUTHOR_WEIGHT,
    EDITIONS,
    NATIONAL,
    DensityUnit,
    Edition,
    address_weights,
)
from ...analysis.errors import InputError
from ...analysis.merging import Edge, Merging
from ...analysis.monitor import Monitor
from ...analysis.parameter_proposal import EPS, Proposal, propose_parameters
from ...analysis.pipeline import Parameters
from ..base import Algorithm, tr
from ..choices import choice
from .buffer import add_buffer, check_buffer, chosen_buffer
from .common_choices import border_rules, countings
from .merge_rule import FARTHEST_MERGE, NO_TIES, add_merge_rule, kept_apart, merge_rule


@dataclass(frozen=True)
class Method:
    """The choices of a run. `eps` metres and `min_density` are NaN until they are proposed from the data;
    `author_weight` is in inventor addresses, `buffer` in degrees.
    """

    edition: str
    eps: float
    min_density: float
    unit: DensityUnit
    author_weight: float
    deals_in_density: bool
    border: str
    counting: Counting
    merging: Merging
    buffer: float

    @property
    def address_weights(self) -> dict[str, float]:
        """What one address of each metric weighs in the density."""
        weights = address_weights(self.unit, self.author_weight)
        return weights if self.deals_in_density else {**weights, "deals": 0.0}

    @property
    def proposed(self) -> bool:
        """Whether distance or density are to be proposed from the data."""
        return not (self.eps > 0.0 and self.min_density > 0.0)

    def with_density(self, proposal: Proposal | None) -> Method:
        """Return the method with what is proposed."""
        if proposal is None:
            return self
        return replace(self, eps=proposal.eps, min_density=proposal.min_density)

    def parameters(self, totals: dict[str, float]) -> Parameters:
        """Return the choices as the analysis takes them, with the world totals that are given."""
        return Parameters(
            self.eps,
            self.min_density,
            self.merging,
            self.address_weights,
            totals,
            self.border,
            self.counting,
        )


def add_edition(algorithm: Algorithm) -> None:
    """Declare EDITION, EPS and MIN_DENSITY."""
    algorithm.add(
        choice(
            "EDITION",
            tr("Edition"),
            {
                "2025": tr("WIPO 2025"),
                "2018-2024": tr("WIPO 2018 to 2024"),
                "2017": tr("WIPO 2017"),
                "regional": tr("WIPO, regional"),
                NATIONAL: tr("National, proposed from the data"),
                "custom": tr("Your own values"),
            },
            "2025",
        ),
        tr(
            "What is counted and the density, as WIPO chose them. 2025: patents, publications and deals, "
            "15 km and 4,500. 2018-2024: patents and publications, 15 km and 4,500. 2017: patents, 13 km "
            "and 2,000. regional: 15 km and 300, as in WIPO's African run. national: proposed from the "
            "data, as Propose parameters does it. custom: what you give below."
        ),
    )
    distance = QgsProcessingParameterDistance(
        "EPS", tr("Maximum distance between clustered addresses"), None, optional=True
    )
    distance.setDefaultUnit(Qgis.DistanceUnit.Meters)
    algorithm.add(
        distance, tr("The radius of the density, in metres on the ellipsoid. Empty: as in the edition.")
    )
    _add_number(
        algorithm,
        "MIN_DENSITY",
        tr("Minimum density"),
        tr(
            "The least weight of addresses within the distance that makes a place part of a cluster's "
            "core, in inventor addresses. Empty: as in the edition."
        ),
    )


def add_method(algorithm: Algorithm) -> None:
    """Declare what WIPO left open or an analyst may vary, from DENSITY_UNIT to BUFFER."""
    _add_choice(
        algorithm,
        "DENSITY_UNIT",
        tr("Unit of the minimum density"),
        {
            str(DensityUnit.INVENTORS): tr("Inventor addresses"),
            str(DensityUnit.SHARES): tr("Equal shares of inventors and authors"),
            str(DensityUnit.ADDRESSES): tr("All addresses alike"),
        },
        tr(
            "WIPO gives inventors and authors equal weight and does not say what its 4,500 counts. "
            "inventors: inventor addresses, under which the published list of economies with a cluster comes "
            "out. shares: half of all addresses for the inventors of the world, half for the authors. "
            "addresses: every address is one, without equal weight."
        ),
    )
    _add_number(
        algorithm,
        "AUTHOR_WEIGHT",
        tr("Weight of an author address"),
        tr(
            "What one author address weighs in the density, in inventor addresses. The default gives all "
            "inventors and all authors of the world equal weight (4,113,927 to 27,022,686 in 2024)."
        ),
        AUTHOR_WEIGHT,
    )
    algorithm.add(
        QgsProcessingParameterBoolean("DEALS_IN_DENSITY", tr("Deals are part of the density"), False),
        tr(
            "Whether deals help to form clusters, with equal weight for all deals of the world. WIPO "
            "does not say; by default they are only counted where they fall."
        ),
        advanced=True,
    )
    _add_choice(
        algorithm,
        "BORDER",
        tr("Border points"),
        border_rules(),
        tr(
            "Where a place goes that is not core but near a core place. first: the lowest-numbered "
            "cluster that reaches it. nearest: the cluster of the closest core place. noise: none."
        ),
    )
    _add_choice(
        algorithm,
        "COUNTING",
        tr("Counting"),
        countings(),
        tr(
            "fractional: a record is one and is divided among its addresses, as WIPO does it. full: it is "
            "one in every cluster it has an address in; shares then add up to more than the total."
        ),
    )
    _add_merging(algorithm)
    add_buffer(algorithm)


def _add_merging(algorithm: Algorithm) -> None:
    distance = QgsProcessingParameterDistance("MERGE_DISTANCE", tr("Merge clusters closer than"), 5_000.0)
    distance.setDefaultUnit(Qgis.DistanceUnit.Meters)
    algorithm.add(
        distance,
        tr(
            "Clusters are joined when their edges are at most this far apart, in metres, and they work "
            "together most. 0: none. WIPO: 3 to 5 km."
        ),
        advanced=True,
    )
    _add_choice(
        algorithm,
        "MERGE_EDGE",
        tr("Edge of a cluster"),
        {str(Edge.PLACES): tr("Nearest places"), str(Edge.CORE): tr("Nearest core places")},
        tr(
            "From where the distance between clusters counts; WIPO does not say. places: their nearest "
            "places, core or border. core: their nearest core places."
        ),
    )
    add_merge_rule(algorithm, "MERGE_", whole_run=True)


def _add_number(
    algorithm: Algorithm, name: str, label: str, explanation: str, default: float | None = None
) -> None:
    algorithm.add(
        QgsProcessingParameterNumber(
            name, label, Qgis.ProcessingNumberParameterType.Double, default, optional=default is None
        ),
        explanation,
        advanced=default is not None,
    )


def _add_choice(
    algorithm: Algorithm, name: str, label: str, labels: dict[str, str], explanation: str
) -> None:
    algorithm.add(
        choice(name, label, labels, next(iter(labels))),
        explanation,
        advanced=True,
    )


def chosen_edition(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Edition:
    """Return the edition that is chosen."""
    return EDITIONS[algorithm.parameterAsEnumString(parameters, "EDITION", context)]


def check_method(
    algorithm: Algorithm, parameters: dict[str, Any], given: list[str], context: QgsProcessingContext
) -> None:
    """Raise InputError where a choice cannot be used with the metrics `given`."""

    def number(name: str) -> float:
        return float(algorithm.parameterAsDouble(parameters, name, context))

    edition = chosen_edition(algorithm, parameters, context)
    for name, preset in (("EPS", edition.eps), ("MIN_DENSITY", edition.min_density)):
        if parameters.get(name) is not None:
            if not number(name) > 0.0:
                raise InputError(name, "The value must be greater than 0, or left empty.")
        elif preset is None and edition.name != NATIONAL:
            raise InputError(
                name, "Edition {edition} has no value of its own; give one.", edition=edition.name
            )
    if not number("AUTHOR_WEIGHT") >= 0.0:
        raise InputError("AUTHOR_WEIGHT", "The weight must be 0 or more.")
    weights = chosen_method(algorithm, parameters, context).address_weights
    if not any(weights[metric] for metric in given):
        raise InputError(
            "AUTHOR_WEIGHT" if "publications" in given else "DEALS_IN_DENSITY",
            "Nothing given is part of the density, so there can be no cluster; give it a weight.",
        )
    if not 0.0 <= number("MERGE_DISTANCE") <= FARTHEST_MERGE:
        raise InputError(
            "MERGE_DISTANCE", "The distance must lie between 0 and {most} km.", most=FARTHEST_MERGE / 1000.0
        )
    check_buffer(algorithm, parameters, context)


def proposed_density(method: Method, sources: Sequence[Source], monitor: Monitor) -> Proposal | None:
    """Return distance and density for a method that leaves one of them to the data, None where none does.

    Raises InputError where the data suggest none, and Cancelled.
    """
    if not method.proposed:
        return None
    rows = Rows(sources)
    collapsing, proposing = monitor.split(1, 9)
    places = collapse_places(rows, collapsing)
    proposal = propose_parameters(
        places.longitude,
        places.latitude,
        density_weights(rows.addresses_at(places), method.address_weights),
        eps=[method.eps] if method.eps > 0.0 else EPS,
        minimums=[method.min_density] if method.min_density > 0.0 else None,
        border=method.border,
        monitor=proposing,
    )
    if not (proposal.eps > 0.0 and proposal.min_density > 0.0):
        raise InputError(
            "EDITION",
            "The data suggest no distance and density, as nothing lies close together; choose another "
            "edition, or give both.",
        )
    return proposal


def chosen_method(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> Method:
    """Return the method that the parameters give; raises InputError where a pair to keep apart is none."""
    edition = chosen_edition(algorithm, parameters, context)

    def number(name: str, preset: float | None = None) -> float:
        if parameters.get(name) is None and preset is not None:
            return preset
        given = (
            algorithm.parameterDefinition(name).defaultValue() is not None or parameters.get(name) is not None
        )
        return float(algorithm.parameterAsDouble(parameters, name, context)) if given else float("nan")

    def choice(name: str) -> str:
        return str(algorithm.parameterAsEnumString(parameters, name, context))

    ties = choice("MERGE_TIES")
    return Method(
        edition.name,
        number("EPS", edition.eps),
        number("MIN_DENSITY", edition.min_density),
        DensityUnit(choice("DENSITY_UNIT")),
        number("AUTHOR_WEIGHT"),
        algorithm.parameterAsBoolean(parameters, "DEALS_IN_DENSITY", context),
        choice("BORDER"),
        Counting(choice("COUNTING")),
        Merging(
            number("MERGE_DISTANCE"),
            Edge(choice("MERGE_EDGE")),
            "" if ties == NO_TIES else ties,
            merge_rule(algorithm, parameters, context, "MERGE_"),
            # Users number clusters from 1.
            [(first - 1, second - 1) for first, second in kept_apart(algorithm, parameters, context)],
        ),
        chosen_buffer(algorithm, parameters, context),
    )
