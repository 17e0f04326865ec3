"""The disk fills up, or only lets itself be read: one sentence, and what was there before is as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from innovation_clusters.tests.qgis.trust import lives

pytestmark = [pytest.mark.qgis, pytest.mark.slow]

Disk = Callable[..., Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Make a disk of so many kB, as a folder."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only the superuser can make a small disk")
    made: list[Path] = []

    def make(kilobytes: int, name: str = "disk") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=0777", "tmpfs", str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            pytest.skip(f"no small disk can be made here: {done.stderr.strip()}")
        made.append(folder)
        return folder

    yield make
    for folder in made:
        subprocess.run(["umount", str(folder)], check=True)


def errors_of(told: list[str]) -> list[str]:
    return [line for line in told if line.startswith("error")]


# How much the disk holds decides which output meets its end, and how far that has come by then.
@pytest.mark.parametrize(
    ("wanted", "kilobytes"),
    [
        (("CLUSTERS", "SITES", "RANKING", "REPORT"), 40),
        (("CLUSTERS", "SITES"), 200),
        (("CLUSTERS", "SITES"), 250),
        (("CLUSTERS", "SITES"), 300),
        (("SITES",), 130),
        (("RANKING",), 4),
        (("REPORT",), 8),
        (("TABLES",), 16),
    ],
)
def test_a_full_disk(tmp_path: Path, disk: Disk, wanted: tuple[str, ...], kilobytes: int) -> None:
    source = lives.addresses(tmp_path / "inventors.csv")
    folder = disk(kilobytes)
    (folder / "notes.txt").write_text("mine")
    parameters = lives.parameters(source, folder, TABLES=str(folder / "tables"))
    for name in {"SITES", "REPORT", "TABLES"}.difference(wanted):
        parameters.pop(name)
    for name in {"CLUSTERS", "RANKING"}.difference(wanted):
        parameters[name] = "TEMPORARY_OUTPUT"
    code, told, errors = lives.end(lives.start(parameters))
    assert code == 3, (told, errors)
    found = errors_of(told)
    assert len(found) == 1, told
    assert "could not be written" in found[0] or "Could not create destination layer" in found[0], found
    assert "Traceback" not in errors
    assert lives.contents(folder) == {"notes.txt": b"mine"}
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_earlier_results_outlive_a_full_disk(tmp_path: Path, disk: Disk) -> None:
    source = lives.addresses(tmp_path / "inventors.csv")
    folder = disk(2_000)
    parameters = lives.parameters(source, folder)
    assert lives.end(lives.start(parameters))[0] == 0
    earlier = lives.contents(folder)
    free = os.statvfs(folder)
    (folder / "ballast").write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - 100_000))
    code, told, errors = lives.end(lives.start(parameters))
    assert code == 3, (told, errors)
    assert len(errors_of(told)) == 1, told
    (folder / "ballast").unlink()
    assert lives.contents(folder) == earlier
    assert lives.end(lives.start(parameters))[0] == 0
    assert all(lives.is_whole(folder / name) for name in lives.OUTPUTS)


def test_a_full_disk_where_machine_code_is_kept(tmp_path: Path, disk: Disk) -> None:
    """Kernels are then compiled and not kept; the run goes well."""
    source = lives.addresses(tmp_path / "inventors.csv")
    full = disk(64, "cache")
    parameters = lives.parameters(source, tmp_path)
    # NUMBA_CACHE_DIR goes before every other place.
    code, told, errors = lives.end(lives.start(parameters, environment={"NUMBA_CACHE_DIR": str(full)}))
    assert (code, errors_of(told)) == (0, []), errors
    assert all(lives.is_whole(tmp_path / name) for name in lives.OUTPUTS)


def test_a_folder_that_may_only_be_read(tmp_path: Path, disk: Disk) -> None:
    source = lives.addresses(tmp_path / "inventors.csv")
    folder = disk(2_000)
    (folder / "clusters.gpkg").write_bytes(b"mine")
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    code, told, errors = lives.end(lives.start(lives.parameters(source, folder)))
    assert code == 3, errors
    assert len(told) == 1
    assert f"Nothing can be written to the folder {folder}" in told[0]
    assert lives.contents(folder) == {"clusters.gpkg": b"mine"}


def test_machine_code_where_nothing_may_be_written(tmp_path: Path, disk: Disk) -> None:
    source = lives.addresses(tmp_path / "inventors.csv")
    folder = disk(2_000)
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    environment = {"NUMBA_CACHE_DIR": str(folder)}
    code, told, errors = lives.end(lives.start(lives.parameters(source, tmp_path), environment=environment))
    assert (code, errors_of(told)) == (0, []), errors
