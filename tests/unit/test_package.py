"""The zip for the plugin repository: what is in it, that it works on its own, and what it refuses."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def _load_script() -> ModuleType:
    specification = importlib.util.spec_from_file_location("package_script", ROOT / "scripts" / "package.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


package = _load_script()


VERSION = package.version_of(ROOT)
CHANGELOG = f"""# Changelog

The form is that of [Keep a Changelog](https://keepachangelog.com).

## [Unreleased]

### Added

- `coming`: what is to come.

## [{VERSION}] - 2026-11-21

To start with.

### Added

- `clusters`: 100 % exact ([how](docs/density.md)), and as
  [WIPO](https://www.wipo.int) has **them**.

## [0.0.1] - 2026-01-01

- Older.
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a small tree that can be shipped, with things in it that must not be."""
    root = tmp_path / "any name"
    files = {
        **dict.fromkeys(("LICENSE", "README.md", "README.ko.md", "__init__.py"), "x\n"),
        "CHANGELOG.md": CHANGELOG,
        "metadata.txt": (ROOT / "metadata.txt").read_text(encoding="utf-8"),
        **dict.fromkeys(
            (
                "analysis/shares.py",
                "distributed/__main__.py",
                "plugin/plugin.py",
                "processing_algorithms/base.py",
            ),
            "x = 1\n",
        ),
        **dict.fromkeys(
            ("resources/i18n/ko.ts", "resources/i18n/ko.qm", "resources/styles/clusters.qml"), "x\n"
        ),
        **dict.fromkeys(("resources/help/README.html", "resources/help/page.css"), "x\n"),
        **dict.fromkeys(("tests/unit/test_x.py", "benchmarks/run.py", "docs/a.md", "scripts/a.py"), "x\n"),
        **dict.fromkeys(
            ("analysis/__pycache__/shares.pyc", "analysis/.hidden.py", ".ci/run", "Makefile"), "x\n"
        ),
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def _names(target: Path) -> list[str]:
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_selects_what_ships_and_nothing_else(checkout: Path, tmp_path: Path) -> None:
    assert _names(package.build(checkout, tmp_path / "out")) == [
        "innovation_clusters/CHANGELOG.md",
        "innovation_clusters/LICENSE",
        "innovation_clusters/README.ko.md",
        "innovation_clusters/README.md",
        "innovation_clusters/__init__.py",
        "innovation_clusters/analysis/shares.py",
        "innovation_clusters/distributed/__main__.py",
        "innovation_clusters/metadata.txt",
        "innovation_clusters/plugin/plugin.py",
        "innovation_clusters/processing_algorithms/base.py",
        "innovation_clusters/resources/help/README.html",
        "innovation_clusters/resources/help/page.css",
        "innovation_clusters/resources/i18n/ko.qm",
        "innovation_clusters/resources/styles/clusters.qml",
    ]


def test_name_carries_the_version_of_the_metadata(checkout: Path, tmp_path: Path) -> None:
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(checkout / "metadata.txt", encoding="utf-8")
    target = package.build(checkout, tmp_path / "out")
    assert target.name == f"innovation_clusters-{metadata['general']['version']}.zip"


def test_same_tree_gives_the_same_bytes(checkout: Path, tmp_path: Path) -> None:
    first = package.build(checkout, tmp_path / "first").read_bytes()
    copy = tmp_path / "copy"
    shutil.copytree(checkout, copy)
    for path in copy.rglob("*"):
        path.chmod(0o755)
        os.utime(path, (1e9, 1e9))
    assert package.build(copy, tmp_path / "second").read_bytes() == first


def test_contents_differ_where_the_tree_differs(checkout: Path, tmp_path: Path) -> None:
    first = package.build(checkout, tmp_path / "first").read_bytes()
    (checkout / "analysis" / "shares.py").write_text("x = 2\n", encoding="utf-8")
    assert package.build(checkout, tmp_path / "second").read_bytes() != first


def _metadata(target: Path) -> configparser.ConfigParser:
    # As the repository and QGIS read it: with interpolation.
    metadata = configparser.ConfigParser()
    with zipfile.ZipFile(target) as archive:
        metadata.read_string(archive.read("innovation_clusters/metadata.txt").decode("utf-8"))
    return metadata


def test_changes_of_the_version_go_into_the_metadata_as_plain_text(checkout: Path, tmp_path: Path) -> None:
    metadata = _metadata(package.build(checkout, tmp_path / "out"))
    assert metadata["general"]["changelog"].splitlines() == [
        VERSION,
        "To start with.",
        "Added",
        "- clusters: 100 per cent exact, and as WIPO has them.",
    ]
    # And nothing else of it has changed.
    source = configparser.ConfigParser()
    source.read(ROOT / "metadata.txt", encoding="utf-8")
    assert dict(metadata["general"], changelog="") == dict(source["general"], changelog="")


def test_before_a_release_the_changes_are_those_not_released(checkout: Path, tmp_path: Path) -> None:
    path = checkout / "CHANGELOG.md"
    path.write_text(path.read_text(encoding="utf-8").replace(f"[{VERSION}]", "[9.9.9]"), encoding="utf-8")
    changes = _metadata(package.build(checkout, tmp_path / "out"))["general"]["changelog"]
    assert changes.splitlines() == [VERSION, "Added", "- coming: what is to come."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# Changelog\n\n## [0.0.1]\n\n- Older.\n", "says nothing about"),
        ("## [Unreleased]\n- <b>x</b>\n", "HTML"),
    ],
)
def test_refuses_a_changelog_that_cannot_ship(
    checkout: Path, tmp_path: Path, text: str, message: str
) -> None:
    (checkout / "CHANGELOG.md").write_text(text, encoding="utf-8")
    with pytest.raises(package.PackageError, match=message):
        package.build(checkout, tmp_path / "out")


def test_files_that_are_not_as_in_the_commit_are_told(checkout: Path) -> None:
    files = package.shipped_files(checkout)
    assert package.uncommitted(checkout, files) == []  # no checkout of git
    git = ["git", "-C", str(checkout), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    (checkout / ".gitignore").write_text("*.qm\n", encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *arguments], check=True)
    assert package.uncommitted(checkout, files) == []
    (checkout / "analysis" / "shares.py").write_text("x = 2\n", encoding="utf-8")
    (checkout / "analysis" / "거점.py").write_text("", encoding="utf-8")
    (checkout / "tests" / "more.py").write_text("", encoding="utf-8")
    files = package.shipped_files(checkout)
    assert package.uncommitted(checkout, files) == ["analysis/shares.py", "analysis/거점.py"]


def test_the_version_is_in_one_place() -> None:
    """Nothing else that ships repeats the version: it would be forgotten there."""
    written = re.compile(rf"(?<![\d.]){re.escape(VERSION)}(?![\d.])")
    files = [path for path in package.shipped_files(ROOT) if path.suffix in {".py", ".md", ".json", ".qpt"}]
    repeating = [
        str(path)
        for path in files
        if path.name != "CHANGELOG.md" and written.search((ROOT / path).read_text(encoding="utf-8"))
    ]
    assert repeating == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("analysis/kernel.so", "does not ship"),
        ("plugin/dialog.sh", "does not ship"),
        ("resources/sample/points.gpkg", "does not ship"),
        ("resources/i18n/de.ts", "not compiled"),
    ],
)
def test_refuses_files_nobody_decided_about(checkout: Path, tmp_path: Path, name: str, message: str) -> None:
    (checkout / name).parent.mkdir(parents=True, exist_ok=True)
    (checkout / name).write_text("x", encoding="utf-8")
    with pytest.raises(package.PackageError, match=message):
        package.build(checkout, tmp_path / "out")
    assert not list((tmp_path / "out").glob("*"))


def test_refuses_links(checkout: Path, tmp_path: Path) -> None:
    (checkout / "analysis" / "elsewhere.py").symlink_to(ROOT / "__init__.py")
    with pytest.raises(package.PackageError, match="is a link"):
        package.build(checkout, tmp_path / "out")


@pytest.mark.parametrize("name", ["LICENSE", "README.ko.md", "metadata.txt"])
def test_refuses_a_tree_without_a_required_file(checkout: Path, tmp_path: Path, name: str) -> None:
    (checkout / name).unlink()
    with pytest.raises(package.PackageError, match=name):
        package.build(checkout, tmp_path / "out")


def test_refuses_a_tree_without_the_manual(checkout: Path, tmp_path: Path) -> None:
    shutil.rmtree(checkout / "resources" / "help")
    with pytest.raises(package.PackageError, match=r"resources/help is not made; run `make package`"):
        package.build(checkout, tmp_path / "out")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("email=", "e_mail=", "has no email"),
        ("version=", "version=v", "must be like 1.2.3"),
        ("[general]", "[plugin]", "has no name, description, version"),
        ("about=", "about=100 % of ", "cannot be read as the repository reads it"),
        ("icon=", "changelog=x\nicon=", "belongs into CHANGELOG.md alone"),
    ],
)
def test_refuses_metadata_the_repository_refuses(
    checkout: Path, tmp_path: Path, before: str, after: str, message: str
) -> None:
    path = checkout / "metadata.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join(line.replace(before, after, 1) if line.startswith(before) else line for line in lines)
    )
    with pytest.raises(package.PackageError, match=message):
        package.build(checkout, tmp_path / "out")


def test_refuses_a_zip_that_is_too_large_and_leaves_none(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "SIZE_LIMIT", 1000)
    with pytest.raises(package.PackageError, match="MB"):
        package.build(checkout, tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
import innovation_clusters
import innovation_clusters.analysis as analysis
for module in pkgutil.walk_packages(analysis.__path__, analysis.__name__ + "."):
    importlib.import_module(module.name)
print(innovation_clusters.__file__)
"""


def test_this_checkout_ships_whole_and_its_analysis_runs_from_the_zip(tmp_path: Path) -> None:
    target = package.build(ROOT, tmp_path)
    names = _names(target)
    code = {
        f"innovation_clusters/{path.relative_to(ROOT).as_posix()}"
        for folder in ("analysis", "distributed", "plugin", "processing_algorithms")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert code
    assert {name for name in names if name.endswith(".py")} == code | {"innovation_clusters/__init__.py"}
    assert not [name for name in names if "/tests/" in name or "__pycache__" in name or "/." in name]

    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path / "plugins")
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EVERYTHING, str(tmp_path / "plugins")],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "plugins" / "innovation_clusters" / "__init__.py")

    asked = subprocess.run(
        [sys.executable, "-m", "innovation_clusters.distributed", "--help"],
        env=environment | {"PYTHONPATH": str(tmp_path / "plugins")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    assert "--attached" in asked.stdout
