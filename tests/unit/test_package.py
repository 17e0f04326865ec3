"""The zip for the plugin repository: what is in it, that it works on its own, and what it refuses."""

from __future__ import annotations

import configparser
import importlib.util
import os
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


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a small tree that can be shipped, with things in it that must not be."""
    root = tmp_path / "any name"
    files = {
        **dict.fromkeys(("CHANGELOG.md", "LICENSE", "README.md", "README.ko.md", "__init__.py"), "x\n"),
        "metadata.txt": (ROOT / "metadata.txt").read_text(encoding="utf-8"),
        **dict.fromkeys(
            ("analysis/shares.py", "plugin/plugin.py", "processing_algorithms/base.py"), "x = 1\n"
        ),
        **dict.fromkeys(
            ("resources/i18n/ko.ts", "resources/i18n/ko.qm", "resources/styles/clusters.qml"), "x\n"
        ),
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
        "innovation_clusters/metadata.txt",
        "innovation_clusters/plugin/plugin.py",
        "innovation_clusters/processing_algorithms/base.py",
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


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("email=", "e_mail=", "has no email"),
        ("version=", "version=v", "must be like 1.2.3"),
        ("[general]", "[plugin]", "has no name, description, version"),
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
        for folder in ("analysis", "plugin", "processing_algorithms")
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
