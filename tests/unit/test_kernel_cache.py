"""Machine code goes where the user wants it, and away again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from innovation_clusters.analysis import kernel_cache

ROOT = Path(__file__).resolve().parent.parent.parent

RUN = """
import importlib.util, sys

specification = importlib.util.spec_from_file_location(
    "innovation_clusters", {init!r}, submodule_search_locations=[{root!r}]
)
package = importlib.util.module_from_spec(specification)
sys.modules["innovation_clusters"] = package
specification.loader.exec_module(package)
from innovation_clusters.analysis import compilation, kernel_cache

kernel_cache.choose_folder({folder!r})

@compilation.njit
def double(value):
    return value + value

assert double(21) == 42
kernel_cache.BESIDE_THE_PLUGIN = kernel_cache.BESIDE_THE_PLUGIN / "nothing"
before = kernel_cache.kept_bytes()
problems = kernel_cache.clear()
cleared = kernel_cache.kept_bytes()
# What is compiled afterwards is kept again.
assert double(21.5) == 43.0
print(before, cleared, kernel_cache.kept_bytes(), len(problems))
"""


def run_in(folder: Path) -> list[int]:
    """Compile, clear and compile; return what is kept at each step, and how much could not be removed."""
    pytest.importorskip("numba")
    script = folder.parent / "script.py"
    script.write_text(RUN.format(init=str(ROOT / "__init__.py"), root=str(ROOT), folder=str(folder)))
    environment = {name: value for name, value in os.environ.items() if name != "NUMBA_CACHE_DIR"}
    result = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=300,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return [int(figure) for figure in result.stdout.split()]


@pytest.fixture(autouse=True)
def as_before() -> None:
    kernel_cache.choose_folder("")


def test_machine_code_is_kept_in_the_chosen_folder_and_cleared_while_in_use(tmp_path: Path) -> None:
    chosen = tmp_path / "커널 캐시"
    before, cleared, again, problems = run_in(chosen)
    assert before > 0
    assert cleared == 0
    assert again > 0
    assert problems == 0
    [folder] = chosen.iterdir()
    assert folder.name.startswith("kernels-")
    assert {path.suffix for path in folder.rglob("*") if path.is_file()} == {".nbi", ".nbc"}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no such rights here")
def test_a_folder_that_cannot_be_written_to_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "plugin" / "__pycache__"
    beside.parent.mkdir()
    monkeypatch.setattr(kernel_cache, "BESIDE_THE_PLUGIN", beside)
    kernel_cache.choose_folder(str(tmp_path / "chosen" / "deep"))
    assert kernel_cache.cache_folder("0" * 16) == tmp_path / "chosen" / "deep" / f"kernels-{'0' * 16}"
    (tmp_path / "file").touch()
    kernel_cache.choose_folder(str(tmp_path / "file"))
    assert kernel_cache.cache_folder("0" * 16) == beside / f"kernels-{'0' * 16}"
    # Root is let in everywhere, so the answer itself is no.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert kernel_cache.cache_folder("0" * 16) is None


def test_what_cannot_be_removed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel_cache, "BESIDE_THE_PLUGIN", tmp_path)
    kept = tmp_path / f"kernels-{'a' * 16}" / "x.nbi"
    kept.parent.mkdir()
    kept.write_bytes(b"1")

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "in use", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    [problem] = kernel_cache.clear()
    assert "in use" in problem
    assert kept.is_file()


def test_a_folder_goes_with_those_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The inner folder takes its emptied outer one with it, which then is looked at no more."""
    monkeypatch.setattr(kernel_cache, "BESIDE_THE_PLUGIN", tmp_path)
    outer = tmp_path / f"kernels-{'a' * 16}"
    for folder in (outer, outer / "density", outer / "density" / "deep"):
        folder.mkdir()
        (folder / "x.nbi").write_bytes(b"1")
    assert kernel_cache.clear() == []
    assert list(tmp_path.iterdir()) == []


def test_what_another_process_clears_meanwhile_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_cache, "BESIDE_THE_PLUGIN", tmp_path)
    gone = tmp_path / f"kernels-{'a' * 16}" / "x.nbi"
    monkeypatch.setattr(kernel_cache, "_kept_files", lambda: iter([gone]))
    assert kernel_cache.kept_bytes() == 0
    assert kernel_cache.clear() == []
