"""Write scripts/output_fields.csv, the fields of outputs as runs of examples make them: `make docs-fields`.

The examples of the pages run one after the other on the bundled sample, with every output that is a layer or
a table. The pages list what was found; a test runs the examples again and compares.
"""

from __future__ import annotations

import csv
import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from innovation_clusters.scripts.document_algorithms import (
    ELSEWHERE,
    EXAMPLES,
    FIELDS,
    PROVIDER,
    ROOT,
    provider_of_qgis,
)

HEAD = ("algorithm", "output", "field", "type", "alias")

# Of the examples that cannot run here, those whose outputs are like those of another.
LIKE = dict.fromkeys(("clustersonspark", "openrun"), "innovationclusters")

WHOLE = (QMetaType.Type.Int, QMetaType.Type.UInt, QMetaType.Type.LongLong, QMetaType.Type.ULongLong)
DATES = (QMetaType.Type.QDate, QMetaType.Type.QDateTime)


class FieldsError(Exception):
    """Ends the run with the example that failed."""


class Silent(QgsProcessingFeedback):
    """Keeps the errors."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, error: str, fatal: bool = False) -> None:
        self.errors.append(error)


def commands(example: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield algorithm and parameters of every `qgis_process run` of an example."""
    words = shlex.split(example.replace("\\\n", " "))
    starts = [place for place, word in enumerate(words) if word == "qgis_process"]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        _, _, identifier, *given = words[start:end]
        yield identifier, dict(word.split("=", 1) for word in given if "=" in word)


def found_fields(name: str, example: str) -> list[tuple[str, ...]]:
    """Run an example in the working folder and return the fields of its last algorithm's outputs."""
    rows: list[tuple[str, ...]] = []
    for identifier, given in commands(example):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(identifier)
        ours = identifier == f"{PROVIDER}:{name}"
        layers = {}
        for parameter in algorithm.destinationParameterDefinitions():
            if parameter.type() == "sink" and (ours or parameter.name() in given):
                path = given.get(parameter.name(), f"{name}-{parameter.name()}.gpkg")
                if path.endswith(".csv"):
                    # A table in a GeoPackage has types, and its style with it.
                    path = path.removesuffix(".csv") + ".gpkg"
                given[parameter.name()] = path
                layers[parameter.name()] = path
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        feedback = Silent()
        results, succeeded = algorithm.run(given, context, feedback)
        if not succeeded:
            raise FieldsError(f"{identifier}: {' '.join(feedback.errors)}")
        if ours:
            rows = [
                (name, output, *field)
                for output in layers
                if output in results
                for field in _fields(str(results[output]))
            ]
    return rows


def _like(name: str, found: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the fields of an algorithm that cannot run here, of the outputs it has in common."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"{PROVIDER}:{name}")
    outputs = {parameter.name() for parameter in algorithm.destinationParameterDefinitions()}
    return [(name, *row[1:]) for row in found if row[0] == LIKE[name] and row[1] in outputs]


def _fields(source: str) -> list[tuple[str, str, str]]:
    layer = QgsVectorLayer(source, "output", "ogr")
    if not layer.isValid():
        raise FieldsError(f"{source} cannot be opened")
    return [
        (field.name(), _kind(field.type()), layer.attributeAlias(index))
        for index, field in enumerate(layer.fields())
        if field.name() != "fid"
    ]


def _kind(kind: QMetaType.Type) -> str:
    if kind in WHOLE:
        return "whole number"
    if kind == QMetaType.Type.Double:
        return "number"
    if kind == QMetaType.Type.Bool:
        return "true or false"
    return "date and time" if kind in DATES else "text"


def collected() -> list[tuple[str, ...]]:
    """Run all examples in a folder of their own. Raises FieldsError."""
    before = Path.cwd()
    rows: list[tuple[str, ...]] = []
    with provider_of_qgis(), tempfile.TemporaryDirectory(prefix="output-fields-") as folder:
        os.chdir(folder)
        Path("resources").symlink_to(ROOT / "resources")
        try:
            for name, example in EXAMPLES.items():
                if name in LIKE:
                    rows += _like(name, rows)
                elif name not in ELSEWHERE:
                    rows += found_fields(name, example)
        finally:
            os.chdir(before)
    return rows


def main(arguments: list[str]) -> int:
    try:
        rows = [HEAD, *collected()]
    except FieldsError as error:
        print(f"output-fields: {error}", file=sys.stderr)
        return 1
    if arguments == ["--check"]:
        with FIELDS.open(encoding="utf-8", newline="") as table:
            known = [tuple(row) for row in csv.reader(table)]
        wrong = [row for row in rows if row not in known] + [row for row in known if row not in rows]
        for row in wrong:
            print(f"output-fields: {','.join(row)}", file=sys.stderr)
        return 1 if wrong else 0
    with FIELDS.open("w", encoding="utf-8", newline="") as table:
        csv.writer(table, lineterminator="\n").writerows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
