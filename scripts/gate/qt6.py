"""What code for Qt 5 has that QGIS 4, which is Qt 6, has not. Read off the code; nothing is run.

What is looked for is what the QGIS project's own pyqt5_to_pyqt6.py reports: members of enums without the
enum's name, `exec_`, types and nulls of QVariant, QRegExp, compiled resources, calls whose arguments changed.
The names are resolved in the running QGIS (a member of an enum is then known for certain), and those of Qt
are looked up in PyQt6.
"""

from __future__ import annotations

import ast
import enum
import importlib
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_ABSENT = object()

REMOVED_CALLS = {
    "exec_": "exec",
    "print_": "print",
    "globalPos": "globalPosition",
    "localPos": "position",
    "screenPos": "globalPosition",
    "desktop": "QScreen",
}
REMOVED_MODULES = {"QtWebKit", "QtWebKitWidgets", "QtScript", "Qt"}
WIDTHS = ("QFontMetrics", "QFontMetricsF")


@dataclass
class Reading:
    """One file as read: `problems` with their lines, and the names of Qt that it uses, by module."""

    path: Path
    problems: list[tuple[int, str]] = field(default_factory=list)
    of_qt: dict[tuple[str, str], int] = field(default_factory=dict)


def read(path: Path) -> Reading:
    """Read one file of Python."""
    reading = Reading(path)
    try:
        tree = ast.parse(path.read_bytes(), str(path))
    except (SyntaxError, ValueError) as error:
        # The oldest Python of QGIS reads it too. Null bytes and unknown encodings are told without a line.
        line = getattr(error, "lineno", None) or 1
        told = getattr(error, "msg", None) or str(error)
        reading.problems.append((line, f"Python {platform.python_version()} cannot read it: {told}"))
        return reading
    names: dict[str, tuple[str, str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            reading.problems += [(node.lineno, text) for text in _imports(node, names)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            _attribute(node, names, reading)
        elif isinstance(node, ast.Call):
            reading.problems += [(node.lineno, text) for text in _call(node)]
        elif isinstance(node, ast.Subscript):
            target = node.value
            if isinstance(target, ast.Attribute) and target.attr == "activated":
                reading.problems.append(
                    (node.lineno, "activated[…] is gone; connect activated or textActivated")
                )
    for name, (module, imported) in names.items():
        if module.startswith("qgis.PyQt.") and imported:
            reading.of_qt.setdefault((module.removeprefix("qgis.PyQt."), imported), _line(tree, name))
    return reading


def _line(tree: ast.AST, name: str) -> int:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any((a.asname or a.name) == name for a in node.names):
            return node.lineno
    return 1


def _imports(node: ast.ImportFrom | ast.Import, names: dict[str, tuple[str, str]]) -> Iterator[str]:
    """Remember what names of QGIS and Qt a file has, and tell of imports that cannot be."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name.split(".")[0] in ("PyQt5", "PyQt6", "sip"):
                yield f"{alias.name} is imported; use qgis.PyQt"
        return
    module = node.module or ""
    if module.split(".")[0] in ("PyQt5", "PyQt6", "sip"):
        yield f"{module} is imported; use qgis.PyQt"
    if module.startswith("qgis.PyQt.") and module.split(".")[2] in REMOVED_MODULES:
        yield f"{module} is gone"
    for alias in node.names:
        if "resources_rc" in (alias.name, module.split(".")[-1]):
            yield "compiled resources are gone; load files by their paths"
        if module.split(".")[0] == "qgis":
            names[alias.asname or alias.name] = (module, alias.name)


def _attribute(node: ast.Attribute, names: dict[str, tuple[str, str]], reading: Reading) -> None:
    chain = _chain(node)
    if chain is None or chain[0] not in names:
        return
    module, imported = names[chain[0]]
    if imported == "QVariant" and chain[1] not in ("value", "typeName"):
        reading.problems.append((node.lineno, f"QVariant.{chain[1]}: use QMetaType.Type"))
        return
    before, found = None, _imported(module, imported)
    for place, part in enumerate(chain[1:], 1):
        if found is _ABSENT:
            return
        before, found = found, getattr(found, part, _ABSENT)
        if _is_member(found) and not _is_enum(before) and not _is_member(before):
            name = ".".join([imported, *chain[1 : place + 1]])
            reading.problems.append((node.lineno, f"{name}: the enum is {type(found).__qualname__}"))
            return
    if found is _ABSENT:
        reading.problems.append((node.lineno, f"{'.'.join([imported, *chain[1:]])}: there is no such name"))
    elif module.startswith("qgis.PyQt."):
        name = ".".join([imported, *chain[1:]])
        reading.of_qt.setdefault((module.removeprefix("qgis.PyQt."), name), node.lineno)
    elif module == "qgis.PyQt" and len(chain) > 1:
        reading.of_qt.setdefault((imported, ".".join(chain[1:])), node.lineno)


def _chain(node: ast.Attribute) -> list[str] | None:
    parts = [node.attr]
    value: ast.expr = node.value
    while isinstance(value, ast.Attribute):
        parts.append(value.attr)
        value = value.value
    if not isinstance(value, ast.Name):
        return None
    return [value.id, *reversed(parts)]


def _imported(module: str, name: str) -> Any:
    try:
        found = importlib.import_module(module)
    except ImportError:
        return _ABSENT
    return getattr(found, name, _ABSENT)


def _is_enum(found: Any) -> bool:
    # Those of PyQt5 are no Python enums: their type is sip's.
    return isinstance(found, enum.EnumMeta) or type(found).__name__ == "enumtype"


def _is_member(found: Any) -> bool:
    return isinstance(found, enum.Enum) or type(type(found)).__name__ == "enumtype"


def _call(node: ast.Call) -> Iterator[str]:
    function = node.func
    if isinstance(function, ast.Attribute):
        # A function of a module of its own may have any name; those of Qt are called on something.
        if function.attr in REMOVED_CALLS and not (function.attr == "desktop" and node.args):
            yield f"{function.attr}() is gone; use {REMOVED_CALLS[function.attr]}"
        if function.attr == "addAction" and len(node.args) >= 4:
            yield "addAction() with so many arguments differs; make a QAction first"
        if function.attr == "width" and _makes(function.value, (*WIDTHS, "fontMetrics")):
            yield "the width of QFontMetrics is gone; use horizontalAdvance()"
    elif isinstance(function, ast.Name):
        if function.id == "QVariant" and (not node.args or _is_attribute_of(node.args[0], "QVariant")):
            yield "a null QVariant; use NULL of qgis.core"
        if function.id == "QDateTime" and (
            len(node.args) == 8 or (len(node.args) == 1 and _makes(node.args[0], ("QDate",)))
        ):
            yield "QDateTime of so many numbers, or of a date alone, is gone; give a QDate and a QTime"


def _makes(node: ast.expr, names: tuple[str, ...]) -> bool:
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    return getattr(function, "id", getattr(function, "attr", "")) in names


def _is_attribute_of(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name


def problems(readings: list[Reading], absent: list[tuple[str, str]]) -> list[str]:
    """Return all problems of the files, with those names among theirs that are `absent` in PyQt6."""
    lines = []
    for reading in readings:
        found = list(reading.problems)
        found += [
            (reading.of_qt[name], f"{'.'.join(name)} is not in PyQt6")
            for name in absent
            if name in reading.of_qt
        ]
        lines += [f"{reading.path}:{line} {text}" for line, text in sorted(found)]
    return lines
