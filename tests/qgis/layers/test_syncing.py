"""Files brought to the disk while they are written."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.processing_algorithms.layers.syncing import STEP, Syncing


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_bytes(b"")
    return path


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Sizes of the file when it was brought to the disk."""
    sizes: list[int] = []
    real = os.fsync

    def sync(number: int) -> None:
        sizes.append(os.fstat(number).st_size)
        real(number)

    monkeypatch.setattr(os, "fsync", sync)
    return sizes


def listening() -> Callable[[], None]:
    return lambda: None


def test_what_has_grown_enough_goes_to_the_disk_and_at_the_end_all(file: Path, synced: list[int]) -> None:
    with closing(Syncing(file)) as each:
        for size in (STEP - 1, STEP, STEP + 1, 3 * STEP):
            os.truncate(file, size)
            each.go_on(listening())
        each.finish(listening())
    # Twice on the way, each time with what has been written by then.
    assert len(synced) == 3
    assert synced[0] >= STEP
    assert synced[1:] == [3 * STEP, 3 * STEP]


def test_cancel_is_heard_while_the_disk_is_slow(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arrived = Event()
    monkeypatch.setattr(os, "fsync", lambda number: arrived.wait(10.0))

    def cancel() -> None:
        arrived.set()
        raise Cancelled

    with closing(Syncing(file)) as each, pytest.raises(Cancelled):
        each.finish(cancel)
    assert arrived.is_set()


def test_a_disk_that_fails_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(number: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", fail)
    with closing(Syncing(file)) as each, pytest.raises(OSError, match="no space left"):
        each.finish(listening())
