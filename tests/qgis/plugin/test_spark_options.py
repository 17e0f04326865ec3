"""The Python for Spark in the Options: kept, checked in the background, told in one line."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings

from innovation_clusters.plugin.options.page import OptionsPage
from innovation_clusters.plugin.options.spark import SparkGroup
from innovation_clusters.processing_algorithms.preferences import SPARK_PYTHON

pytestmark = pytest.mark.qgis

WHOLE = {"pyspark": "4.1.0", "pyarrow": "20", "pandas": "2", "numpy": "2", "grpcio": "1", "numba": ""}


@pytest.fixture(autouse=True)
def own_settings(qgis_app: QgsApplication) -> Iterator[None]:
    QgsSettings().remove(SPARK_PYTHON)
    yield
    QgsSettings().remove(SPARK_PYTHON)


def stands_in(folder: Path, packages: dict[str, str], java: str = "/usr/bin/java") -> str:
    """Make a script that says what a Python has."""
    path = folder / "python"
    told = json.dumps({"python": [3, 12, 1], "packages": packages, "java": java})
    path.write_text(f"#!{sys.executable}\nprint({told!r})\n")
    path.chmod(0o755)
    return str(path)


def checked(path: str) -> SparkGroup:
    group = SparkGroup()
    group.python.setFilePath(path)
    group.check.click()
    assert not group.check.isEnabled()
    end = time.monotonic() + 60.0
    while not group.check.isEnabled():
        assert time.monotonic() < end
        QgsApplication.processEvents()
        time.sleep(0.01)
    return group


def test_it_is_kept_and_taken_away(tmp_path: Path) -> None:
    page = OptionsPage()
    assert page.spark.python.filePath() == ""
    page.spark.python.setFilePath(str(tmp_path / "python"))
    page.apply()
    assert QgsSettings().value(SPARK_PYTHON) == str(tmp_path / "python")
    assert SparkGroup().python.filePath() == str(tmp_path / "python")
    page.spark.python.setFilePath("")
    page.apply()
    assert not QgsSettings().contains(SPARK_PYTHON)


@pytest.mark.parametrize(
    ("packages", "java", "answer"),
    [
        (WHOLE, "/usr/bin/java", "Python 3.12.1 with pyspark 4.1.0, pyarrow 20, pandas 2, numpy 2, grpcio 1"),
        (WHOLE | {"pyspark": ""}, "/usr/bin/java", "has no pyspark; install it in a terminal: "),
        (WHOLE, "", "good for Spark Connect servers. For masters: No Java was found"),
        (dict.fromkeys(WHOLE, ""), "", "has no pyspark, pyarrow, pandas, numpy;"),
    ],
)
def test_it_tells_what_is_there_and_what_is_not(
    tmp_path: Path, packages: dict[str, str], java: str, answer: str
) -> None:
    group = checked(stands_in(tmp_path, packages, java))
    assert answer in group.answer.text()
    assert not group.mark.pixmap().isNull()
    # What was found was of that path.
    group.python.setFilePath("/another")
    assert group.answer.text() == ""


@pytest.mark.parametrize("path", ["", "/nowhere/python", "/bin/true"])
def test_what_is_no_python_is_told(path: str) -> None:
    group = checked(path)
    assert "Python" in group.answer.text()


def test_the_line_is_on_the_clipboard() -> None:
    group = SparkGroup()
    group.copy.click()
    assert QgsApplication.clipboard().text() == group.command.text()
    assert 'pip install "pyspark[connect]>=4.0"' in group.command.text()
