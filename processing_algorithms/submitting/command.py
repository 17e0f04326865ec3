"""What a run on Spark is told: tables the cluster sees, their columns, where it runs; as parameters, checked,
and as arguments of the command line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterFile, QgsProcessingParameterString

from ...analysis.editions import METRICS
from ...analysis.errors import InputError
from ...analysis.merging import Edge
from ...analysis.spark_addresses import CONNECT
from ..base import Algorithm, tr
from ..inputs.given_metrics import INPUTS, given_metrics, given_totals
from ..inputs.method import Method

# local, local[2], local[*], local[2,4], spark://host:7077,host2:7077, sc://host:15002, yarn, k8s://https://…
_MASTER = re.compile(r"(local(\[[^\]\s]+\])?|spark://\S+:\d+|sc://\S+|k8s://\S+|yarn)")

# Columns by parameter: the argument, what they are called where nothing is chosen, label and help below.
COLUMNS = {
    "LONGITUDE": ("x", "longitude"),
    "LATITUDE": ("y", "latitude"),
    "RECORD": ("record", "record"),
    "WEIGHT": ("weight", ""),
    "COUNT": ("count", ""),
    "ECONOMY": ("economy", ""),
    "ORGANISATION": ("organisation", ""),
    "FIELD": ("field", ""),
    "ROW": ("row", ""),
}
_NEEDED_COLUMNS = ("LONGITUDE", "LATITUDE")


def add_tables(algorithm: Algorithm) -> None:
    """Declare INVENTORS, AUTHORS and DEALS as addresses of tables."""
    for name, label, explanation in (
        (
            "INVENTORS",
            tr("Table of inventors"),
            tr(
                "The address of a table of inventor addresses as the cluster sees it, a row an address: "
                "Parquet, or CSV in UTF-8, a file or a folder of files. Such as /data/inventors.parquet "
                "where all machines have that path, hdfs://… or s3a://…"
            ),
        ),
        ("AUTHORS", tr("Table of authors"), tr("The same for author addresses.")),
        ("DEALS", tr("Table of deals"), tr("The same for venture-funded firms, one record a deal.")),
    ):
        algorithm.add(QgsProcessingParameterString(name, label, optional=True), explanation)


def add_columns(algorithm: Algorithm) -> None:
    """Declare COLUMNS, which all tables have in common."""
    for name, label, explanation in (
        ("LONGITUDE", tr("Column of longitudes"), tr("In degrees.")),
        ("LATITUDE", tr("Column of latitudes"), tr("In degrees.")),
        (
            "RECORD",
            tr("Column of records"),
            tr(
                "Equal for all addresses of one application, article or deal. Empty: every row is a record "
                "of its own."
            ),
        ),
        (
            "WEIGHT",
            tr("Column of addresses in the row"),
            tr("How many addresses a row stands for, 0 or more. Empty: one."),
        ),
        (
            "COUNT",
            tr("Column of records in the row"),
            tr(
                "For rows that stand for the addresses of many records at one place: the sum of their parts "
                "of those records. Not together with a column of records."
            ),
        ),
        (
            "ECONOMY",
            tr("Column of economies"),
            tr("The two-letter code of the economy. Where it is empty, the place decides."),
        ),
        (
            "ORGANISATION",
            tr("Column of organisations"),
            tr("The applicant, institution or firm, for the leading organisation of every cluster."),
        ),
        (
            "FIELD",
            tr("Column of fields"),
            tr("Of technology or science, for the leading field of every cluster."),
        ),
        (
            "ROW",
            tr("Column of row numbers"),
            tr(
                "A whole number, another in every row, by which clusters are numbered. Empty: the place of "
                "the row in its file, files in the order of their names."
            ),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterString(
                name, label, COLUMNS[name][1] or None, optional=name not in _NEEDED_COLUMNS
            ),
            explanation,
            advanced=name not in (*_NEEDED_COLUMNS, "RECORD", "WEIGHT"),
        )


def add_cluster(algorithm: Algorithm) -> None:
    """Declare MASTER and PYTHON."""
    algorithm.add(
        QgsProcessingParameterString("MASTER", tr("Spark master or Spark Connect server"), "local[*]"),
        tr(
            "local[*]: all processors of this machine. spark://HOST:7077: a standalone cluster, whose driver "
            "is this machine; yarn and k8s://… are the same. sc://HOST:15002: a Spark Connect server."
        ),
    )
    algorithm.add(
        # QGIS refuses files without an ending otherwise, which programs outside Windows are.
        QgsProcessingParameterFile(
            "PYTHON", tr("Python for Spark"), optional=True, fileFilter=tr("All files (*)")
        ),
        tr(
            "The Python that has PySpark; QGIS's own never loads it. Empty: as chosen in the Options of the "
            "plugin, where a line for the terminal makes one."
        ),
        advanced=True,
    )


def chosen_master(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return the master or server; raises InputError where it has the form of neither."""
    master = str(algorithm.parameterAsString(parameters, "MASTER", context)).strip()
    if not _MASTER.fullmatch(master):
        raise InputError(
            "MASTER",
            "{master} is no address of Spark; give one such as local[*], spark://HOST:7077 or sc://HOST:15002.",
            master=master or "“”",
        )
    return master


def check_tables(
    algorithm: Algorithm, parameters: dict[str, Any], master: str, context: QgsProcessingContext
) -> None:
    """Raise InputError where a table of this machine is not there, or columns do not go together."""
    for metric in given_metrics(parameters):
        name = INPUTS[metric]
        path = algorithm.parameterAsString(parameters, name, context).strip()
        here = master.startswith("local") and "://" not in path
        # What has a pattern in it is Spark's to look for.
        if here and not re.search(r"[*?{\[]", path) and not Path(path).exists():
            raise InputError(name, "There is no file {file}; choose one that exists.", file=path)
    if _column(algorithm, parameters, "COUNT", context) and _column(algorithm, parameters, "RECORD", context):
        raise InputError("COUNT", "Give either the record of every row or the records in it, not both.")


def command_line(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    method: Method,
    folder: str,
) -> list[str]:
    """Return the arguments of a run that writes its result into `folder`."""
    master = chosen_master(algorithm, parameters, context)
    tables = {metric: algorithm.parameterAsString(parameters, INPUTS[metric], context) for metric in METRICS}
    totals = given_totals(algorithm, parameters, context)
    merging = method.merging
    weights = (method.address_weights.get(metric, 0.0) for metric in METRICS)
    values = {
        **{metric: table.strip() for metric, table in tables.items() if table},
        **{f"total-{metric}": repr(total) for metric, total in totals.items()},
        **{
            argument: _column(algorithm, parameters, name, context) for name, (argument, _) in COLUMNS.items()
        },
        "eps": repr(method.eps),
        "min-density": repr(method.min_density),
        "address-weights": ",".join(repr(weight) for weight in weights),
        "border": method.border,
        "counting": str(method.counting),
        "merge-distance": repr(merging.distance),
        "merge-edge": str(Edge(merging.edge)),
        "merge-ties": merging.measure or "none",
        "merge-side": str(merging.rule.side),
        "merge-noise": "yes" if merging.rule.noise else "no",
        "merge-chains": str(merging.rule.chains),
        "keep-apart": ",".join(f"{first + 1}-{second + 1}" for first, second in merging.kept_apart),
        "remote" if master.startswith(CONNECT) else "master": master,
        "output": folder,
    }
    # In one piece: a table may be called --output.
    return [f"--{name}={value}" for name, value in values.items()]


def _column(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> str:
    return str(algorithm.parameterAsString(parameters, name, context)).strip()
