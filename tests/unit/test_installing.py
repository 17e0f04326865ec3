"""Commands that install packages: for every platform, and never one that changes numpy."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from innovation_clusters.analysis import installing
from innovation_clusters.analysis.installing import PLATFORMS, install_command, running_platform

USED = ["shapely", "numba", "pyarrow", "pandas"]


def on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, release: str) -> None:
    file = tmp_path / "os-release"
    file.write_text(release, encoding="utf-8")
    monkeypatch.setattr(installing, "_OS_RELEASE", file)
    installing._release.cache_clear()
    running_platform.cache_clear()


@pytest.fixture(autouse=True)
def forget() -> None:
    installing._release.cache_clear()
    running_platform.cache_clear()


@pytest.mark.parametrize("platform", [*PLATFORMS, ""])
@pytest.mark.parametrize("packages", [["numba"], USED])
def test_every_platform_has_a_line_with_every_package(platform: str, packages: list[str]) -> None:
    line = install_command(packages, platform)
    assert "\n" not in line
    for name in packages:
        assert name in line
    if "pip install" in line:
        # Either numpy is pinned to what is there, or pip is held to a list of it.
        assert "numpy==" in line
        assert "--upgrade" not in line


DEBIAN_12 = 'ID=debian\nVERSION_ID="12"\n'
DEBIAN_13 = 'ID=debian\nVERSION_ID="13"\n'
DEBIAN_SID = "ID=debian\n"
UBUNTU_22 = 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"\n'
UBUNTU_24 = 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n'
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="22"\n'


@pytest.mark.parametrize("release", [DEBIAN_13, DEBIAN_SID, UBUNTU_24, MINT])
def test_new_releases_have_packages_of_their_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, release: str
) -> None:
    on(monkeypatch, tmp_path, release)
    assert install_command(["shapely", "numba"], "debian") == "sudo apt install python3-shapely python3-numba"
    both = install_command(["numba", "pyarrow"], "debian")
    assert both.startswith("sudo apt install python3-numba && ")
    assert both.endswith(" pyarrow")


@pytest.mark.parametrize("release", [DEBIAN_12, UBUNTU_22])
def test_old_releases_have_no_shapely_that_is_new_enough(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, release: str
) -> None:
    on(monkeypatch, tmp_path, release)
    line = install_command(USED, "debian")
    assert "python3-shapely" not in line
    assert line.startswith("sudo apt install python3-numba python3-pandas && ")
    # Beside the system's GEOS no other one works.
    assert "--no-binary shapely" in line
    assert "libgeos-dev" in line
    assert install_command(["numba"], "debian") == "sudo apt install python3-numba"


@pytest.mark.skipif(sys.platform == "win32", reason="the lines are for a POSIX shell")
@pytest.mark.parametrize("platform", ["macos", "conda", "debian", "flatpak", ""])
def test_lines_are_read_by_a_shell_as_they_are_meant(platform: str) -> None:
    line = install_command(["numba"], platform)
    read = subprocess.run(["sh", "-n", "-c", line], capture_output=True, text=True, check=False)
    assert read.returncode == 0, read.stderr
    assert shlex.split(line)


@pytest.mark.parametrize(
    ("release", "expected"),
    [(DEBIAN_12, "debian"), (MINT, "debian"), ("ID=fedora\nVERSION_ID=42\n", ""), ("", "")],
)
def test_the_platform_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, release: str, expected: str
) -> None:
    on(monkeypatch, tmp_path, release)
    monkeypatch.delenv("FLATPAK_ID", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert running_platform() == expected
    running_platform.cache_clear()
    for name, platform in (("win32", "osgeo4w"), ("darwin", "macos")):
        monkeypatch.setattr(sys, "platform", name)
        assert running_platform() == platform
        running_platform.cache_clear()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    (tmp_path / "conda-meta").mkdir()
    assert running_platform() == "conda"
    running_platform.cache_clear()
    monkeypatch.setenv("FLATPAK_ID", "org.qgis.qgis")
    assert running_platform() == "flatpak"


def test_without_a_file_of_the_release_it_is_not_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(installing, "_OS_RELEASE", tmp_path / "none")
    assert installing._release() == ("", 0.0)


def test_the_python_of_a_mac_is_the_one_in_the_application(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "QGIS"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "nowhere"))
    assert "/Applications/QGIS.app/Contents/MacOS/" in install_command(["numba"], "macos")
    (tmp_path / "python").touch()
    assert f'"{tmp_path}/python" -m pip' in install_command(["numba"], "macos")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").touch()
    assert f'"{tmp_path}/bin/python3" -m pip' in install_command(["numba"], "macos")
