"""Parameters that choose a type of zone or a province by any of its names."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from qgis.core import QgsProcessingContext, QgsProcessingParameterString

from ...analysis.errors import InputError
from ...analysis.zones.catalogue import Province, ZoneType, province_named, provinces, type_named, zone_types
from ..base import Algorithm

T = TypeVar("T")


def add_choice(
    algorithm: Algorithm, name: str, label: str, hints: list[str], explanation: str, *, optional: bool
) -> None:
    """Declare a text that the dialog offers as a list and a script may give in any way it is understood.

    A list without an empty first entry would choose that entry for whoever has not chosen.
    """
    parameter = QgsProcessingParameterString(name, label, None, optional=optional)
    parameter.setMetadata({"widget_wrapper": {"value_hints": hints if optional else ["", *hints]}})
    algorithm.add(parameter, explanation)


# Names in both languages, whatever that of QGIS: a model or a history is read in another one too.
_BOTH = re.compile(r"(?P<korean>[^()]+) \((?P<english>[^()]+)\)")


def type_hints() -> list[str]:
    """Return the Korean and English names of all types, each as one text."""
    return [f"{kind.name_ko} ({kind.name_en})" for kind in zone_types().values()]


def province_hints() -> list[str]:
    """Return the Korean and English names of all provinces, each as one text."""
    return [f"{province.name} ({province.name_en})" for province in provinces().values()]


def _named(text: str, find: Callable[[str], T | None]) -> T | None:
    """Return what a text names, or both halves of one of the texts above."""
    both = _BOTH.fullmatch(text)
    if both is None:
        return find(text)
    found = find(both["korean"])
    return found if found == find(both["english"]) else None


def chosen_type(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> ZoneType | None:
    """Return the type that a parameter names, None where it is empty. Raises InputError."""
    text = algorithm.parameterAsString(parameters, name, context).strip()
    if not text:
        return None
    found = _named(text, type_named)
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
    found = _named(text, province_named)
    if found is None:
        raise InputError(
            name, "{text} is no province of Korea; give a name such as 부산 or Busan.", text=text
        )
    return found
