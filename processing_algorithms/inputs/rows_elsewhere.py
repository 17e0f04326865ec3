"""Addresses of a layer, a file or a database: read here, or summed by an engine where they are."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from ...analysis.monitor import Monitor
from ..base import Algorithm, tr
from ..layers.at_source import why_not_at_source, why_not_in_file
from ..layers.elsewhere import TableElsewhere, file_elsewhere
from ..layers.postgis_layers import layer_elsewhere
from ..layers.stored import stored_layer, vector_layer
from .address_sources import Addresses, read_addresses, read_groups, read_table, table_columns
from .checking import require_points
from .merged_layers import origin_field
from .table_source import table_path


def table_elsewhere(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    name: str,
    fields: dict[str, str],
    context: QgsProcessingContext,
) -> TableElsewhere | None:
    """Return the table in a database that the parameter `name` stands for, where its rows need not come here.

    To be called in the thread of the project: the user may be asked for a password. Raises InputError where
    the database does not let us in.
    """
    if table_path(parameters.get(name)):
        return None
    layer = vector_layer(algorithm, parameters, name, context)
    if layer is None or _why_not(layer, parameters.get(name), fields):
        return None
    return layer_elsewhere(layer, name).with_columns(
        **{suffix.lower(): field for suffix, field in fields.items()}
    )


def _why_not(layer: QgsVectorLayer, wanted: Any, fields: dict[str, str]) -> str:
    """Say why the database of a layer is not asked about its rows; empty where it is."""
    if fields.get("RECORD") and origin_field(layer):
        # Only the rows tell whether a record has some of several origins.
        return tr("layers that have been merged")
    return why_not_at_source(layer, wanted)


def read_rows(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    name: str,
    fields: dict[str, str],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    monitor: Monitor,
    table: TableElsewhere | None,
    engines: ExitStack,
) -> Addresses:
    """Return the rows of an input, or groups of them where an engine is asked, and tell which; `table` is
    what `table_elsewhere` found. `engines` must stay open as long as their records are asked for.

    Raises InputError as `read_addresses`, and Cancelled.
    """
    layer = algorithm.told(name, parameters, context)
    path = table_path(parameters.get(name))
    if table is None:
        reason = _why_read(algorithm, parameters, name, fields, context)
        if path and not reason:
            table = file_elsewhere(path, table_columns(path, name, fields), name)
        elif reason:
            feedback.pushInfo(
                tr("{layer}: rows are read one by one ({reason}).").format(layer=layer, reason=reason)
            )
    if table is not None:
        engine = engines.enter_context(table.engine())
        feedback.pushInfo(tr("{layer}: {engine} is asked.").format(layer=layer, engine=engine.name))
        if not table.in_order:
            feedback.pushInfo(
                tr(
                    "{layer}: its rows have no order that {engine} can tell, and no key of whole numbers. "
                    "Clusters are numbered by their coordinates, so their numbers may be others than where "
                    "rows are read; so may the cluster of a border point that several reach."
                ).format(layer=layer, engine=engine.name)
            )
        groups = read_groups(table, engine, monitor)
        _tell_groups(groups, engine.name, layer, feedback)
        return groups
    if path:
        return read_table(path, name, fields, monitor)
    return read_addresses(
        require_points(algorithm, parameters, name, context),
        stored_layer(algorithm, parameters, name, context),
        name,
        fields,
        context,
        feedback,
        monitor,
    )


def _why_read(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    name: str,
    fields: dict[str, str],
    context: QgsProcessingContext,
) -> str:
    """Say why rows are read that an engine might be asked about; empty where no engine could be."""
    path = table_path(parameters.get(name))
    if path:
        return why_not_in_file(path, name)
    layer = vector_layer(algorithm, parameters, name, context)
    if layer is None or layer.providerType() != "postgres":
        return ""
    return _why_not(layer, parameters.get(name), fields)


def _tell_groups(groups: Addresses, engine: str, layer: str, feedback: QgsProcessingFeedback) -> None:
    feedback.pushInfo(
        tr(
            "{layer}: {engine} has summed {rows} rows where they are; {groups} groups of rows at one place "
            "came here."
        ).format(layer=layer, engine=engine, rows=groups.row_count, groups=len(groups))
    )
    if groups.elsewhere is not None:
        feedback.pushInfo(
            tr("{layer}: {engine} counts the records that clusters share.").format(layer=layer, engine=engine)
        )
