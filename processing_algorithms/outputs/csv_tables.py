"""All tables of a run as CSV files in one folder, for spreadsheet programs and scripts."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import QgsFields

from ...analysis.monitor import Monitor
from ..layers.columns import Column, rows_of
from ..layers.writing import BATCH, Outputs

# Without it Excel reads UTF-8 as the system's encoding.
BYTE_ORDER_MARK = "\ufeff"

# The file with the choices of the run.
PARAMETERS = "parameters"


def write_tables(
    outputs: Outputs,
    name: str,
    folder: Path,
    tables: Mapping[str, tuple[QgsFields, Sequence[Column]]],
    parameters: Mapping[str, str],
    monitor: Monitor,
) -> None:
    """Write each table as `folder`/<its key>.csv, and the parameters of the run beside them, as the output
    `name`.

    Columns are in the order of their fields. The files take their place when all outputs of the run are
    whole; a run that fails or is cancelled leaves the folder as it was. Raises Cancelled, InputError where a
    file is an input of the run, and QgsProcessingException.
    """
    if PARAMETERS in tables:
        raise ValueError(f"the table {PARAMETERS} is made here")
    texts = {PARAMETERS: csv_text(["name", "value"], [list(parameters), list(parameters.values())])}
    parts = monitor.split(*[1.0] * len(tables)) if tables else []
    for (key, (fields, columns)), part in zip(tables.items(), parts, strict=True):
        texts[key] = csv_text(fields.names(), columns, part)
    for key, text in texts.items():
        outputs.write_text(name, folder / f"{key}.csv", text)
    outputs.results[name] = str(folder)
    monitor.progress(1.0)


def csv_text(headings: Sequence[str], columns: Sequence[Column], monitor: Monitor | None = None) -> str:
    """Return a table as RFC 4180 has it, led by the byte order mark.

    Numbers have a point and no exponent, as many digits as tell them from any other; what is missing (None
    or NaN) is empty, true and false are 1 and 0. Raises ValueError for columns that do not fit each other or
    the headings, and Cancelled.
    """
    monitor = monitor or Monitor()
    if len(headings) != len(columns):
        raise ValueError(f"{len(headings)} headings for {len(columns)} columns")
    total = len(columns[0]) if columns else 0
    if any(len(column) != total for column in columns):
        raise ValueError(f"columns of different lengths: {sorted(map(len, columns))}")
    text = io.StringIO()
    text.write(BYTE_ORDER_MARK)
    # Ends of lines become the system's when the file is written.
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    for start in range(0, total, BATCH):
        monitor.progress(start / total)
        block = slice(start, min(start + BATCH, total))
        writer.writerows([_written(value) for value in row] for row in rows_of(columns, block))
    return text.getvalue()


def _written(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float):
        return np.format_float_positional(value, trim="-") if value == value else ""
    return value
