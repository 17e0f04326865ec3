"""What the user answers of zone files: for all of them by parameters, for single ones by a table."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

from ...analysis.errors import InputError
from ...analysis.zones.encodings import codec_of
from ...analysis.zones.guesses import QUESTIONS
from ...analysis.zones.row_types import type_of
from ..base import Algorithm
from ..layers.raw import id_of

OVERRIDE_FIELDS = ("source_file", "question", "override")


def answers_everywhere(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, str]:
    """Return the answers that hold for all files, by question; raises InputError for wrong ones."""
    answers = {}
    encoding = algorithm.parameterAsString(parameters, "ENCODING", context).strip()
    if encoding:
        answers["encoding"] = codec_of(encoding)
    kind = algorithm.parameterAsString(parameters, "ZONE_TYPE", context).strip()
    if kind:
        answers["zone_type"] = type_of(kind).type_id
    if parameters.get("CRS") not in (None, ""):
        crs = algorithm.parameterAsCrs(parameters, "CRS", context)
        if not crs.isValid():
            raise InputError("CRS", "The reference system is not known; choose another one.")
        answers["crs"] = id_of(crs)
    return answers


def answers_by_file(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, dict[str, str]]:
    """Return the answers that hold for one file, by file and question; raises InputError for wrong
    ones.
    """
    if not parameters.get("OVERRIDES"):
        return {}
    source = algorithm.parameterAsSource(parameters, "OVERRIDES", context)
    if source is None:
        raise InputError("OVERRIDES", "The layer cannot be read; choose another one.")
    missing = [name for name in OVERRIDE_FIELDS if source.fields().lookupField(name) < 0]
    if missing:
        raise InputError(
            "OVERRIDES", "The layer has no field {field}; it needs one.", field=", ".join(missing)
        )
    answers: dict[str, dict[str, str]] = {}
    for feature in source.getFeatures():
        file, question, answer = (str(feature[name] or "").strip() for name in OVERRIDE_FIELDS)
        if not answer or answer == "NULL":
            continue
        if question not in QUESTIONS:
            raise InputError(
                "OVERRIDES",
                "There is no question {name}; use one of {known}.",
                name=question,
                known=", ".join(QUESTIONS),
            )
        if question == "encoding":
            answer = codec_of(answer, "OVERRIDES")
        if question == "crs":
            answer = _system_of(answer)
        answers.setdefault(file, {})[question] = answer
    return answers


def _system_of(text: str) -> str:
    crs = QgsCoordinateReferenceSystem(text)
    if not crs.isValid():
        raise InputError(
            "OVERRIDES", "There is no reference system {name}; use one such as EPSG:5186.", name=text
        )
    return id_of(crs)
