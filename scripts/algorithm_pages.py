"""The page of one algorithm and the index of all, in English or Korean, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from innovation_clusters.processing_algorithms.base import tr
from innovation_clusters.processing_algorithms.choices import labels_of
from innovation_clusters.scripts.algorithm_errors import refusals
from innovation_clusters.scripts.page_words import INTRODUCTION, word

ROOT = Path(__file__).resolve().parent.parent

MADE = "<!-- Made by scripts/document_algorithms.py from the algorithms: change those, then `make docs`. -->"

LAYERS = {
    QgsProcessing.SourceType.TypeVectorPoint: "points",
    QgsProcessing.SourceType.TypeVectorLine: "lines",
    QgsProcessing.SourceType.TypeVectorPolygon: "polygons",
    QgsProcessing.SourceType.TypeVectorAnyGeometry: "layer",
    QgsProcessing.SourceType.TypeVector: "layer or table",
}
PLAIN_TYPES = {
    "boolean": "true or false",
    "crs": "reference system",
    "datetime": "date and time",
    "distance": "distance in metres",
    "extent": "extent",
    "file": "file",
    "fileDestination": "file",
    "folderDestination": "folder",
    "layout": "print layout",
    "multilayer": "layers or tables",
    "outputFile": "file",
    "outputFolder": "folder",
    "outputHtml": "file",
    "outputNumber": "number",
    "outputString": "text",
    "outputVector": "layer or table",
    "raster": "raster",
    "string": "text",
    "vector": "layer or table",
}
# QGIS's own bounds where a parameter states none.
UNBOUNDED = 1e300


@dataclass(frozen=True)
class OutputField:
    """A field of an output layer as a run has made it: name, type, and the English alias of its style."""

    name: str
    kind: str
    alias: str = ""


@dataclass(frozen=True)
class Page:
    """What a page tells beside what the algorithm says of itself."""

    example: str
    see_also: Sequence[str] = ()
    documents: Sequence[tuple[str, str, str]] = ()
    fields: Mapping[str, Sequence[OutputField]] = field(default_factory=dict)


def page(
    algorithm: QgsProcessingAlgorithm,
    told: Page,
    titles: Mapping[str, str],
    common: Sequence[str],
    language: str,
) -> str:
    """Return the page of an algorithm that was made while `language` was spoken.

    `titles` are the display names of all algorithms; `common` sentences stand on the index and not here.
    """
    outputs = {output.name(): output for output in algorithm.outputDefinitions()}
    given = [parameter for parameter in algorithm.parameterDefinitions() if not parameter.isDestination()]
    made = [parameter for parameter in algorithm.parameterDefinitions() if parameter.isDestination()]
    plain = [outputs[name] for name in outputs if algorithm.parameterDefinition(name) is None]
    other = (
        f"[English](../{algorithm.name()}.md)" if language == "ko" else f"[한국어](ko/{algorithm.name()}.md)"
    )
    lines = [
        f"# {algorithm.displayName()}",
        "",
        MADE,
        "",
        f"[{word('All algorithms', language)}](README.md) · {algorithm.group()} · {other}",
        "",
        f"`{algorithm.id()}`",
        "",
        _cell(algorithm.shortDescription()),
        "",
        *_parameters(given, language),
        *_outputs(made, plain, language),
        *_fields(made, told.fields, language),
        f"## {word('Example', language)}",
        "",
        "```sh",
        told.example,
        "```",
        "",
        *_refused(algorithm, common, language),
        *_see_also(told, titles, language),
    ]
    return "\n".join(lines)


def index(algorithms: Sequence[QgsProcessingAlgorithm], common: Sequence[str], language: str) -> str:
    """Return the list of all algorithms by group, in the order given."""
    other = "[English](../README.md)" if language == "ko" else "[한국어](ko/README.md)"
    lines = [f"# {word('Algorithms', language)}", "", MADE, "", other, "", INTRODUCTION[language]]
    for group in dict.fromkeys(algorithm.group() for algorithm in algorithms):
        lines += [f"## {group}", ""]
        lines += [
            f"- [{algorithm.displayName()}]({algorithm.name()}.md) `{algorithm.name()}`: "
            f"{_cell(algorithm.shortDescription())}"
            for algorithm in algorithms
            if algorithm.group() == group
        ]
        lines.append("")
    lines += [f"## {word('What all of them refuse', language)}", ""]
    lines += [f"- {_cell(tr(sentence))}" for sentence in common]
    return "\n".join([*lines, ""])


def refused_by(algorithm: QgsProcessingAlgorithm) -> dict[str, list[str]]:
    """Return the English sentences of what an algorithm refuses, by parameter."""
    parameters = [parameter.name() for parameter in algorithm.parameterDefinitions()]
    return refusals(algorithm.name(), parameters, getattr(algorithm, "arguments", {}))


def _parameters(given: Sequence[QgsProcessingParameterDefinition], language: str) -> list[str]:
    heads = [word(head, language) for head in ("Parameter", "Label", "Type", "Default", "Meaning")]
    rows = [
        _row(
            f"`{parameter.name()}`",
            _label(parameter, language),
            type_of(parameter, language),
            _default(parameter, language),
            parameter.help(),
        )
        for parameter in given
    ]
    return [f"## {word('Parameters', language)}", "", _row(*heads), "|---|---|---|---|---|", *rows, ""]


def _outputs(
    made: Sequence[QgsProcessingParameterDefinition],
    plain: Sequence[QgsProcessingOutputDefinition],
    language: str,
) -> list[str]:
    heads = [word(head, language) for head in ("Output", "Label", "Type", "Meaning")]
    rows = [
        _row(
            f"`{parameter.name()}`",
            _label(parameter, language),
            type_of(parameter, language),
            parameter.help(),
        )
        for parameter in made
    ]
    rows += [
        _row(f"`{output.name()}`", output.description(), _plain_type(output.type(), language), "")
        for output in plain
    ]
    return [f"## {word('Outputs', language)}", "", _row(*heads), "|---|---|---|---|", *rows, ""]


def _fields(
    made: Sequence[QgsProcessingParameterDefinition],
    fields: Mapping[str, Sequence[OutputField]],
    language: str,
) -> list[str]:
    lines = []
    for parameter in made:
        found = fields.get(parameter.name(), ())
        if found:
            heads = [word(head, language) for head in ("Field", "Type", "Label")]
            lines += [
                f"### {word('Fields', language)}: `{parameter.name()}`",
                "",
                _row(*heads),
                "|---|---|---|",
            ]
            lines += [
                _row(f"`{one.name}`", word(one.kind, language), tr(one.alias) if one.alias else "")
                for one in found
            ]
            lines.append("")
    return lines


def _refused(algorithm: QgsProcessingAlgorithm, common: Sequence[str], language: str) -> list[str]:
    lines = []
    for parameter, sentences in refused_by(algorithm).items():
        definition = algorithm.parameterDefinition(parameter)
        lead = f"`{parameter}` {definition.description()}: " if definition else ""
        lines += [f"- {_cell(lead + tr(sentence))}" for sentence in sentences if sentence not in common]
    if not lines:
        return []
    remark = word(
        "Each is one sentence that names the parameter, before any work. What stands in braces is filled.",
        language,
    )
    return [f"## {word('What is refused', language)}", "", remark, "", *lines, ""]


def _see_also(told: Page, titles: Mapping[str, str], language: str) -> list[str]:
    lines = [f"- [{titles[name]}]({name}.md)" for name in told.see_also if name in titles]
    up = "../../" if language == "ko" else "../"
    for target, english, korean in told.documents:
        if language == "ko":
            # Some of them have a Korean page.
            there = f"ko/{target}" if (ROOT / "docs" / "ko" / target).exists() else target
            lines.append(f"- [{korean}]({up}{there})")
        else:
            lines.append(f"- [{english}]({up}{target})")
    return [f"## {word('See also', language)}", "", *lines, ""] if lines else []


def _row(*cells: str) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """Escape what Markdown would take for markup, outside of code."""
    parts = re.split(r"(`[^`]*`)", " ".join(text.split()))
    return "".join(
        part if part.startswith("`") else re.sub(r"([*|\\])", r"\\\1", part).replace("<", "&lt;")
        for part in parts
    )


def _label(parameter: QgsProcessingParameterDefinition, language: str) -> str:
    advanced = parameter.flags() & Qgis.ProcessingParameterFlag.Advanced
    label = parameter.description()
    return f"{label} ({word('advanced', language)})" if advanced else label


def type_of(parameter: QgsProcessingParameterDefinition, language: str) -> str:
    """Return the type with its range or choices, as a reader needs it to fill the parameter in."""
    kind = parameter.type()
    if kind == "source":
        kinds = [word(LAYERS[QgsProcessing.SourceType(data)], language) for data in parameter.dataTypes()]
        return word(" or ", language).join(dict.fromkeys(kinds))
    if kind == "sink":
        return word(LAYERS[QgsProcessing.SourceType(parameter.dataType())], language)
    if kind == "enum":
        choices = "; ".join(f"`{option}`: {shown}" for option, shown in labels_of(parameter).items())
        if parameter.allowMultiple():
            choices += f" ({word('several, separated by commas', language)})"
        return choices
    if isinstance(parameter, QgsProcessingParameterField):
        return _field_type(parameter, language)
    if kind == "expression":
        return word("expression on {parent}", language).format(
            parent=f"`{parameter.parentLayerParameterName()}`"
        )
    if isinstance(parameter, QgsProcessingParameterNumber):
        whole = parameter.dataType() == Qgis.ProcessingNumberParameterType.Integer
        called = "whole number" if whole else PLAIN_TYPES.get(kind, "number")
        return ", ".join(
            part for part in (word(called, language), _range(parameter, whole, language)) if part
        )
    if kind == "file" and parameter.behavior() == Qgis.ProcessingFileParameterBehavior.Folder:
        return word("folder", language)
    return _plain_type(kind, language)


def _plain_type(kind: str, language: str) -> str:
    return word(PLAIN_TYPES.get(kind, kind), language)


def _field_type(parameter: QgsProcessingParameterField, language: str) -> str:
    forms = {
        Qgis.ProcessingFieldParameterDataType.Numeric: "numeric field of {parent}",
        Qgis.ProcessingFieldParameterDataType.String: "text field of {parent}",
    }
    form = forms.get(parameter.dataType(), "field of {parent}")
    text = word(form, language).format(parent=f"`{parameter.parentLayerParameterName()}`")
    if parameter.allowMultiple():
        text += f" ({word('several, separated by commas', language)})"
    return text


def _range(parameter: QgsProcessingParameterNumber, whole: bool, language: str) -> str:
    most = 2147483647 if whole else UNBOUNDED
    least_given, most_given = parameter.minimum() > -most, parameter.maximum() < most
    values = {"least": f"{parameter.minimum():.15g}", "most": f"{parameter.maximum():.15g}"}
    if least_given and most_given:
        return word("{least} to {most}", language).format(**values)
    if least_given:
        return word("at least {least}", language).format(**values)
    return word("at most {most}", language).format(**values) if most_given else ""


def _default(parameter: QgsProcessingParameterDefinition, language: str) -> str:
    value: Any = parameter.defaultValue()
    if value is None or value == "":
        optional = parameter.flags() & Qgis.ProcessingParameterFlag.Optional
        return word("empty" if optional else "required", language)
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"
