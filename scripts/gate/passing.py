"""All checks of the gate on one zip."""

from __future__ import annotations

import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from . import archive, qt6, tools

RULES = Path(__file__).with_name("repository_rules.toml")


def rules() -> dict[str, Any]:
    """Return what the plugin repository checks, with the source it was read in."""
    return tomllib.loads(RULES.read_text(encoding="utf-8"))


def run(zipped: Path) -> dict[str, list[str]]:
    """Return the findings of every check by its name. Raises ToolError where a program is not there."""
    asked = rules()
    findings = {"zip": archive.problems(zipped, asked["archive"])}
    with tempfile.TemporaryDirectory(prefix="innovation-clusters-gate-") as unpacked:
        folder = Path(unpacked)
        with zipfile.ZipFile(zipped) as opened:
            opened.extractall(folder)
        findings["bandit"] = tools.bandit(folder, asked["bandit"])
        findings["detect-secrets"] = tools.secrets(folder, asked["secrets"])
        findings["flake8"] = tools.flake8(folder, asked["flake8"])
        findings["Qt 6"] = qt6_problems(folder)
    return findings


def qt6_problems(folder: Path) -> list[str]:
    """Return what of the code in a folder QGIS 4 would not take."""
    readings = []
    for path in sorted(folder.rglob("*.py")):
        reading = qt6.read(path)
        reading.path = path.relative_to(folder)
        readings.append(reading)
    absent = tools.absent_in_qt6({name for reading in readings for name in reading.of_qt})
    return qt6.problems(readings, absent)
