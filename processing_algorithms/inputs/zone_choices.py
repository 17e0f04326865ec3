"""Parameters that choose a type of zone or a province by any of its names."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterString

from ...analysis.errors import InputError
from ...analysis.zones.catalogue import Province, ZoneType, province_named, provinces, type_named, zone_types
from ..base import Algorithm, language


def add_choice(
    algorithm: Algorithm, name: str, label: str, hints: list[str], explanation: str, *, optional: bool
) -> None:
    """Declare a text that the dialog offers as a list and a script may give in any way it is understood."""
    parameter = QgsProcessingParameterString(name, label, None, optional=optional)
    parameter.setMetadata({"widget_wrapper": {"value_hints": hints}})
    algorithm.add(parameter, explanation)


def type_hints() -> list[str]:
    """Return the names of all types in the language of QGIS."""
    return [kind.name(language()) for kind in zone_types().values()]


def province_hints() -> list[str]:
    """Return the names of all provinces in the language of QGIS."""
    korean = language() == "ko"
    return [province.full_name_ko if korean else province.name_en for province in provinces().values()]


def chosen_type(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> ZoneType | None:
    """Return the type that a parameter names, None where it is empty. Raises InputError."""
    text = algorithm.parameterAsString(parameters, name, context).strip()
    if not text:
        return None
    found = type_named(text)
    if found is None:
        raise InputError(
            name,
            "{text} is no type of the catalogue; give its id, such as NATIONAL_INNOV_CLUSTER, or its name.",
            text=text,
        )
    return found


def chosen_province(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> Province | None:
    """Return the province that a parameter names, None where it is empty. Raises InputError."""
    text = algorithm.parameterAsString(parameters, name, context).strip()
    if not text:
        return None
    found = province_named(text)
    if found is None:
        raise InputError(
            name, "{text} is no province of Korea; give a name such as 부산 or Busan.", text=text
        )
    return found
