"""Optional packages: found, too old, of an unknown version, or failing in a way of their own."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from innovation_clusters.analysis import packages

look = packages.find.__wrapped__


def _shapely(monkeypatch: pytest.MonkeyPatch, version: str | None, *names: str) -> ModuleType:
    module = ModuleType("shapely")
    if version is not None:
        module.__dict__["__version__"] = version
    module.__dict__.update(dict.fromkeys(names, print))
    monkeypatch.setitem(sys.modules, "shapely", module)
    return module


@pytest.mark.parametrize("version", ["2.0.1", "2.2.0", "0+unknown", None])
def test_shapely_2_is_taken_whatever_it_says_of_itself(
    monkeypatch: pytest.MonkeyPatch, version: str | None
) -> None:
    module = _shapely(monkeypatch, version, "union_all")
    assert look("shapely") == packages.Package("shapely", module, version or "", "")


@pytest.mark.parametrize(
    ("version", "problem"), [("1.8.5", "1.8.5 < 2.0"), ("0+unknown", "0+unknown < 2.0"), (None, "? < 2.0")]
)
def test_an_older_one_is_not(monkeypatch: pytest.MonkeyPatch, version: str | None, problem: str) -> None:
    _shapely(monkeypatch, version)
    assert look("shapely") == packages.Package("shapely", None, version or "", problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("raise OSError('no library')", "OSError: no library"),
        ("raise SystemError('another numpy')", "SystemError: another numpy"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("this is no Python", "SyntaxError: "),
    ],
)
def test_whatever_an_import_raises_is_a_reason(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, problem: str
) -> None:
    (tmp_path / "failing_package.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    found = look("failing_package")
    assert found.module is None
    assert found.problem.startswith(problem)
