"""The gate as a whole on the zip of this checkout, and what it knows about QGIS 4."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from innovation_clusters.scripts.gate import passing, qt6

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.qgis


def problems(tmp_path: Path, code: str) -> list[str]:
    (tmp_path / "code.py").write_text(code, encoding="utf-8")
    return passing.qt6_problems(tmp_path)


@pytest.mark.slow
@pytest.mark.usefixtures("qgis_app")
def test_this_checkout_passes(tmp_path: Path) -> None:
    specification = importlib.util.spec_from_file_location("package_script", ROOT / "scripts" / "package.py")
    assert specification is not None
    assert specification.loader is not None
    package = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(package)
    findings = passing.run(package.build(ROOT, tmp_path))
    assert list(findings) == ["zip", "bandit", "detect-secrets", "flake8", "Qt 6"]
    assert not [line for found in findings.values() for line in found]


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (
            "from qgis.PyQt.QtCore import Qt\nx = Qt.AlignLeft\n",
            "code.py:2 Qt.AlignLeft: the enum is Qt.AlignmentFlag",
        ),
        (
            "from qgis.PyQt import QtGui\nx = QtGui.QImage.Format_ARGB32\n",
            "code.py:2 QtGui.QImage.Format_ARGB32: the enum is QImage.Format",
        ),
        (
            "from qgis.core import QgsProcessing as P\nx = P.TypeVectorPoint\n",
            "code.py:2 QgsProcessing.TypeVectorPoint: the enum is",
        ),
        (
            "from qgis.core import QgsProcessingParameterNumber\nx = QgsProcessingParameterNumber.Double\n",
            "code.py:2 QgsProcessingParameterNumber.Double: the enum is",
        ),
        ("from qgis.PyQt.QtWidgets import QDialog\nQDialog().exec_()\n", "code.py:2 exec_() is gone"),
        (
            "from qgis.PyQt.QtCore import QVariant\nx = QVariant.Int\n",
            "code.py:2 QVariant.Int: use QMetaType.Type",
        ),
        ("from qgis.PyQt.QtCore import QVariant\nx = QVariant()\n", "code.py:2 a null QVariant"),
        ("from qgis.PyQt.QtCore import QRegExp\n", "code.py:1 QtCore.QRegExp is not in PyQt6"),
        (
            "from qgis.PyQt.QtCore import Qt\nx: Qt.Alignment\n",
            "code.py:2 QtCore.Qt.Alignment is not in PyQt6",
        ),
        ("from PyQt5.QtCore import Qt\n", "code.py:1 PyQt5.QtCore is imported"),
        ("import sip\n", "code.py:1 sip is imported"),
        ("from . import resources_rc\n", "code.py:1 compiled resources are gone"),
        ("from qgis.PyQt.QtWebKit import QWebSettings\n", "code.py:1 qgis.PyQt.QtWebKit is gone"),
        ("menu.addAction(icon, text, call, keys)\n", "code.py:1 addAction() with so many arguments"),
        ("x = widget.fontMetrics().width('a')\n", "code.py:1 the width of QFontMetrics is gone"),
        ("box.activated[str].connect(print)\n", "code.py:1 activated[…] is gone"),
        ("x = QDateTime(QDate(2026, 1, 1))\n", "code.py:1 QDateTime of so many numbers"),
        (
            "from qgis.core import Qgis\nx = Qgis.NoSuchThing\n",
            "code.py:2 Qgis.NoSuchThing: there is no such name",
        ),
    ],
)
@pytest.mark.usefixtures("qgis_app")
def test_tells_what_qgis_4_would_not_take(tmp_path: Path, code: str, problem: str) -> None:
    found = problems(tmp_path, code)
    assert len(found) >= 1
    assert any(line.startswith(problem) for line in found), found


@pytest.mark.usefixtures("qgis_app")
def test_takes_what_both_have(tmp_path: Path) -> None:
    code = """
from qgis.core import NULL, Qgis, QgsField, QgsProcessing
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QMetaType, QRegularExpression, Qt
from qgis.PyQt.QtWidgets import QAction, QDialog

x = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
y = QgsField("a", QMetaType.Type.QString)
z = Qgis.WkbType.Point, QgsProcessing.SourceType.TypeVectorPoint, QDialog.DialogCode.Accepted
w = Qgis.WkbType.Point.name, QAction.trigger, sip.delete
QDialog().exec()
menu.addAction(QAction("a"))
"""
    assert problems(tmp_path, code) == []


def test_reads_names_of_other_places_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text("import numpy\nx = numpy.Qt.AlignLeft\ny = Qt.AlignLeft\n")
    assert qt6.read(tmp_path / "code.py").problems == []


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (b"x = 1\ny = (\n", 2),
        (b"x = 1\n\ny = '\xe9'\n", 3),
        (b"# coding: nothing\n", 1),
        (b"x = 1\n\0\n", None),
    ],
    ids=["syntax", "encoding", "unknown encoding", "null byte"],
)
def test_tells_of_a_file_that_it_cannot_read(tmp_path: Path, code: bytes, line: int | None) -> None:
    """A finding with its line, as far as it is known; the other files have theirs."""
    (tmp_path / "broken.py").write_bytes(code)
    (tmp_path / "other.py").write_text("import sip\n", encoding="utf-8")
    broken, other = passing.qt6_problems(tmp_path)
    assert re.match(rf"broken\.py:{line or '[12]'} Python 3\.\d+\S* cannot read it: ", broken)
    assert other.startswith("other.py:1 sip is imported")
