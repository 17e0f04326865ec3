"""The gate on the zip: each rule of the plugin repository refuses what it is there for."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from innovation_clusters.scripts.gate import archive, passing, tools

METADATA = """[general]
name=Clusters
qgisMinimumVersion=3.40
qgisMaximumVersion=4.99
version=1.2.3
description=Finds clusters.
about=Finds clusters of points.
author=Somebody
email=somebody@example.com
homepage=https://example.com/
tracker=https://example.com/issues
repository=https://example.com/code
icon=icon.svg
changelog=1.2.3
  - Something new.
"""
FILES = {
    "clusters/__init__.py": "",
    "clusters/metadata.txt": METADATA,
    "clusters/LICENSE": "GPL",
    "clusters/icon.svg": "<svg/>",
}

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return what writes a zip of FILES, changed by the given files; None leaves one out."""

    def write(changes: dict[str, str | bytes | None] | None = None, mode: int = 0o644) -> Path:
        target = tmp_path / "clusters.zip"
        with zipfile.ZipFile(target, "w") as zipped:
            for name, content in (FILES | (changes or {})).items():
                if content is not None:
                    entry = zipfile.ZipInfo(name)
                    entry.external_attr = mode << 16
                    zipped.writestr(entry, content)
        return target

    return write


def found(target: Path) -> list[str]:
    return archive.problems(target, passing.rules()["archive"])


def test_rules_are_as_many_as_the_repository_has() -> None:
    rules = passing.rules()
    assert len(set(rules["bandit"]["enabled"])) == 74
    assert len(set(rules["bandit"]["enabled"] + rules["bandit"]["disabled"])) == 78
    assert len(set(rules["flake8"]["enabled"])) == 26


def test_takes_what_the_repository_takes(make: Make) -> None:
    assert found(make()) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"clusters/LICENSE": None}, "There is no LICENSE."),
        ({"clusters/__init__.py": None}, "There is no __init__.py."),
        ({"clusters/metadata.txt": None}, "There is no metadata.txt."),
        ({"other/file.txt": "x"}, "There are 2 top folders: clusters, other."),
        ({"clusters/../x.txt": "x"}, "clusters/../x.txt: a path that leads out of the zip."),
        ({"clusters\\x.txt": "x"}, "a path that leads out of the zip."),
        ({"clusters/거점.txt": "x"}, "clusters/거점.txt: a name that is not ASCII."),
        ({"clusters/a.pyc": "x"}, "clusters/a.pyc: compiled Python."),
        ({"clusters/__pycache__/a.txt": "x"}, "clusters/__pycache__/a.txt: the folder __pycache__."),
        ({"clusters/.bandit": "x"}, "clusters/.bandit: hidden."),
        ({"clusters/run.SH": "x"}, "clusters/run.SH: a program or library."),
        ({"clusters/library.so": "x"}, "clusters/library.so: a program or library."),
        ({"clusters/data.bin": b"a\0b"}, "clusters/data.bin: binary."),
        ({"clusters/tests/test_a.py": "x"}, "clusters/tests/test_a.py: not of use to users."),
        ({"clusters/icon.svg": None}, "There is no icon 'icon.svg'."),
    ],
)
def test_refuses_files(make: Make, changes: dict[str, str | None], sentence: str) -> None:
    assert any(sentence in line for line in found(make(changes))), sentence


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("email=somebody@example.com\n", "", "metadata.txt has no email."),
        ("points.", "100 % of points.", "metadata.txt cannot be read:"),
        ("[general]", "[plugin]", "metadata.txt cannot be read:"),
        ("author=Somebody", "author=One/Two", "The author has a slash."),
        ("version=1.2.3", "version=1.2", "The version 1.2 is not like 1.2.3"),
        ("https://example.com/code", "http://repo", "repository is no address of a page."),
        ("https://example.com/issues", "later", "tracker is no address of a page."),
        ("Finds clusters of", "Finds <b>clusters</b> of", "about has HTML."),
        ("changelog=1.2.3", "changelog=1.2.2", "The changelog does not begin with the version"),
        ("qgisMaximumVersion=4.99", "qgisMaximumVersion=3.99", "qgisMaximumVersion is below 4"),
        ("icon=", "supportsQt6=True\nicon=", "supportsQt6 has no effect any more"),
    ],
)
def test_refuses_metadata(make: Make, before: str, after: str, sentence: str) -> None:
    assert METADATA.count(before) >= 1
    lines = found(make({"clusters/metadata.txt": METADATA.replace(before, after)}))
    assert any(sentence in line for line in lines), lines


def test_refuses_executable_bits(make: Make) -> None:
    assert "clusters/LICENSE: may be executed." in found(make(mode=0o755))


def test_refuses_names_of_folders(make: Make) -> None:
    renamed = {name.replace("clusters/", "2-plugin/"): content for name, content in FILES.items()}
    lines = found(make({**dict.fromkeys(FILES), **renamed}))
    assert "The folder 2-plugin is no name of a Python package in ASCII." in lines
    assert "The name 2-plugin says that it is a plugin." in lines


def test_refuses_a_zip_that_is_too_large(make: Make) -> None:
    target = make()
    assert archive.problems(target, passing.rules()["archive"] | {"size_limit": 100})[0].startswith(
        "The zip has"
    )


def test_refuses_what_is_no_zip(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK no")
    assert found(tmp_path / "a.zip")[0].startswith("It is no zip")


# The programs


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("assert True\n", "B101"),
        ("exec('1')\n", "B102"),
        ("import pickle\n", "B403"),
        ("import random\nx = random.random()\n", "B311"),
        ("try:\n    x = 1\nexcept Exception:\n    pass\n", "B110"),
        ("import os\nos.chmod('a', 0o777)\n", "B103"),
        ("x = 'SELECT a FROM ' + input()\n", "B608"),
    ],
)
def test_bandit_finds(tmp_path: Path, code: str, rule: str) -> None:
    (tmp_path / "code.py").write_text(code, encoding="utf-8")
    assert any(f" {rule} " in line for line in tools.bandit(tmp_path, passing.rules()["bandit"]))


def test_bandit_leaves_alone_what_is_off_and_tells_of_files_it_cannot_read(tmp_path: Path) -> None:
    rules = passing.rules()["bandit"]
    (tmp_path / "code.py").write_text("import subprocess\n", encoding="utf-8")
    assert tools.bandit(tmp_path, rules) == []
    (tmp_path / "broken.py").write_text("def\n", encoding="utf-8")
    assert any("broken.py" in line for line in tools.bandit(tmp_path, rules))


def test_few_rules_are_unknown_to_the_installed_bandit() -> None:
    known, unknown = tools.known_to_bandit(passing.rules()["bandit"])
    assert len(known) > 65
    # Of older versions: B111, B303 and the like. What decides most about plugins is there.
    assert {"B101", "B102", "B110", "B301", "B311", "B602", "B608", "B613"}.isdisjoint(unknown)


def test_detect_secrets_finds(tmp_path: Path) -> None:
    rules = passing.rules()["secrets"]
    (tmp_path / "metadata.txt").write_text(
        "commit=5f2b7c9ad1e84f60b3c8a97d2e4f61b05c7d8e9f\n", encoding="utf-8"
    )
    (tmp_path / "code.py").write_text("address = '8.8.8.8'\n", encoding="utf-8")
    assert tools.secrets(tmp_path, rules) == []
    (tmp_path / "code.py").write_text(
        "digest = '5f2b7c9ad1e84f60b3c8a97d2e4f61b05c7d8e9f'\n", encoding="utf-8"
    )
    assert any("code.py:1" in line for line in tools.secrets(tmp_path, rules))


def test_flake8_finds_what_is_on_and_no_more(tmp_path: Path) -> None:
    rules = passing.rules()["flake8"]
    (tmp_path / "code.py").write_text("import os\n\n\n\n\nx = 1 ;y = 2\n", encoding="utf-8")
    assert tools.flake8(tmp_path, rules) == []
    (tmp_path / "code.py").write_text("x = nobody\nif x == None:\n    pass\n", encoding="utf-8")
    assert [line.split()[1] for line in tools.flake8(tmp_path, rules)] == ["F821", "E711"]


def test_a_missing_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "TOOLS", tmp_path)
    with pytest.raises(tools.ToolError, match="make setup-test"):
        tools.flake8(tmp_path, passing.rules()["flake8"])


def test_names_that_qt_6_has_not() -> None:
    asked = {
        ("QtCore", "Qt.AlignmentFlag.AlignLeft"),
        ("QtCore", "Qt.Alignment"),
        ("QtCore", "QRegExp"),
        ("QtWidgets", "QAction"),
        ("QtGui", "QImage.Format.Format_ARGB32"),
        ("QtGui", "QImage.Format_ARGB32"),
    }
    assert tools.absent_in_qt6(asked) == [
        ("QtCore", "QRegExp"),
        ("QtCore", "Qt.Alignment"),
        ("QtGui", "QImage.Format_ARGB32"),
    ]
