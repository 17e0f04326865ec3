"""The addresses of every metric as layers or files: their parameters, checked, and read as sources."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterField,
)

from ...analysis.counting import Source
from ...analysis.editions import Edition
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ..base import Algorithm, tr
from ..layers.elsewhere import TableElsewhere
from .address_sources import FIELDS, SourceAccount, address_source, table_columns
from .checking import require_field, require_numeric_field, require_points
from .given_metrics import INPUTS, check_given, check_totals, given_metrics
from .room import require_room
from .rows_elsewhere import read_rows, table_elsewhere
from .stated_economies import tell_strange_economies
from .table_source import LayerOrTable, table_path


def add_address_layers(algorithm: Algorithm) -> None:
    """Declare INVENTORS, AUTHORS and DEALS, each with the fields of FIELDS."""
    _add_layer(
        algorithm,
        "INVENTORS",
        tr("Inventors"),
        tr(
            "Points of inventor addresses. A patent application is divided among its inventors. Also the "
            "path of a Parquet or CSV file, or of a folder of Parquet files: fields that are not chosen are "
            "then taken by their names (longitude, latitude, record, addresses, fractional_count, economy, "
            "organisation)."
        ),
    )
    _add_layer(
        algorithm,
        "AUTHORS",
        tr("Authors"),
        tr("Points of author addresses. A publication is divided among its authors."),
    )
    _add_layer(
        algorithm,
        "DEALS",
        tr("Venture capital deals"),
        tr("Points of venture-funded firms, one record a deal."),
    )


def _add_layer(algorithm: Algorithm, name: str, label: str, explanation: str) -> None:
    algorithm.add(
        LayerOrTable(name, label, [QgsProcessing.SourceType.TypeVectorPoint], optional=True),
        explanation,
    )
    any_type = Qgis.ProcessingFieldParameterDataType.Any
    numeric = Qgis.ProcessingFieldParameterDataType.Numeric
    for suffix, text, data_type, meaning in (
        (
            "RECORD",
            tr("{input}: record"),
            any_type,
            tr(
                "The field that is equal for all addresses of one application, article or deal. Empty: "
                "every address is a record of its own."
            ),
        ),
        (
            "WEIGHT",
            tr("{input}: addresses in the row"),
            numeric,
            tr("How many addresses a row stands for, 0 or more. Empty: one."),
        ),
        (
            "COUNT",
            tr("{input}: records in the row"),
            numeric,
            tr(
                "For rows that stand for the addresses of many records at one place: the sum of their parts "
                "of those records. Not together with a record field."
            ),
        ),
        (
            "ECONOMY",
            tr("{input}: economy"),
            any_type,
            tr("The two-letter code of the economy. Where it is empty, the place decides."),
        ),
        (
            "ORGANISATION",
            tr("{input}: organisation"),
            any_type,
            tr("The applicant, institution or firm, for the leading organisation of every cluster."),
        ),
        (
            "FIELD",
            tr("{input}: field of technology or science"),
            any_type,
            tr(
                "For the leading field of every cluster; a record with several fields, with semicolons "
                "between them, counts for each by an equal part."
            ),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterField(
                f"{name}_{suffix}", text.format(input=label), None, name, data_type, optional=True
            ),
            meaning,
            advanced=suffix != "RECORD",
        )


def check_address_layers(
    algorithm: Algorithm, parameters: dict[str, Any], edition: Edition, context: QgsProcessingContext
) -> list[str]:
    """Return the metrics given; raises InputError where a layer, field or total cannot be used."""
    given = check_given(parameters, edition)
    for metric in given:
        name = INPUTS[metric]
        path = table_path(parameters.get(name))
        if path:
            table_columns(path, name, _fields(algorithm, parameters, name, context))
        else:
            _check_layer(algorithm, parameters, name, context)
        if parameters.get(f"{name}_COUNT") and parameters.get(f"{name}_RECORD"):
            raise InputError(
                f"{name}_COUNT", "Give either the record of every row or the records in it, not both."
            )
    check_totals(algorithm, parameters, context)
    return given


def _check_layer(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> None:
    source = require_points(algorithm, parameters, name, context)
    for suffix in ("WEIGHT", "COUNT"):
        require_numeric_field(algorithm, parameters, f"{name}_{suffix}", source, context)
    for suffix in ("RECORD", "ECONOMY", "ORGANISATION", "FIELD"):
        require_field(algorithm, parameters, f"{name}_{suffix}", source, context)


def _fields(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> dict[str, str]:
    return {suffix: algorithm.parameterAsString(parameters, f"{name}_{suffix}", context) for suffix in FIELDS}


def tables_elsewhere(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, TableElsewhere]:
    """Return the tables in databases whose rows need not come here, by the parameter of their layer; to be
    called, and raises, as `table_elsewhere`.
    """
    found = {}
    for metric in given_metrics(parameters):
        name = INPUTS[metric]
        fields = _fields(algorithm, parameters, name, context)
        table = table_elsewhere(algorithm, parameters, name, fields, context)
        if table is not None:
            found[name] = table
    return found


def read_address_layers(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    monitor: Monitor,
    elsewhere: Mapping[str, TableElsewhere],
    engines: ExitStack,
) -> tuple[list[Source], list[SourceAccount]]:
    """Read the layers given as sources, and tell what could not be used; raises InputError and Cancelled.

    `elsewhere` are tables whose rows need not be read, as `tables_elsewhere` found them; `engines` stay open
    as long as the sources are used.
    """
    sources, accounts = [], []
    given = given_metrics(parameters)
    for name in (INPUTS[metric] for metric in given):
        if name not in elsewhere and not table_path(parameters.get(name)):
            require_room(require_points(algorithm, parameters, name, context), name)
    for metric, part in zip(given, monitor.split(*[1.0] * len(given)), strict=True):
        name = INPUTS[metric]
        reading, judging = part.split(2, 1)
        layer, fields = (
            algorithm.told(name, parameters, context),
            _fields(algorithm, parameters, name, context),
        )
        table = elsewhere.get(name)
        addresses = read_rows(algorithm, parameters, name, fields, context, feedback, reading, table, engines)
        if addresses.economy is not None:
            tell_strange_economies(addresses.economy, layer, feedback, addresses.rows)
        source, account = address_source(metric, layer, addresses, context, judging)
        for reason, count in account.rejects:
            feedback.pushWarning(
                tr("{layer}: {count} rows rejected. {reason}").format(layer=layer, count=count, reason=reason)
            )
        if not len(source):
            raise InputError(name, "Not one of the {count} rows can be used.", count=account.rows)
        if not source.records > 0.0:
            counted = "COUNT" if parameters.get(f"{name}_COUNT") else "WEIGHT"
            raise InputError(f"{name}_{counted}", "No row stands for an address; choose another field.")
        sources.append(source)
        accounts.append(account)
    return sources, accounts
