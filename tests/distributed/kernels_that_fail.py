"""Steps of a tile with something in their way. Workers get them by value: they do not have this file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa


def waiting(step: Callable[..., pa.Table], folder: Path) -> Callable[..., pa.Table]:
    """Return the step of a tile that tells in `folder` which process has begun which tile, and waits there
    for `go`.
    """

    def wait(*arguments: Any) -> pa.Table:
        (folder / f"begun-{os.getpid()}-{arguments[-1]['tile'][0]}").touch()
        end = time.monotonic() + 300.0
        while not (folder / "go").exists():
            if time.monotonic() > end:
                raise TimeoutError("Nobody said go.")
            time.sleep(0.05)
        return step(*arguments)

    return wait


def failing(step: Callable[..., pa.Table], row: int) -> Callable[..., pa.Table]:
    """Return the step of a tile that cannot be taken where the tile owns a row."""

    def fail(*arguments: Any) -> pa.Table:
        rows, own = (arguments[-1][name].to_pylist() for name in ("row", "own"))
        if row in [each for each, mine in zip(rows, own, strict=True) if mine]:
            raise ArithmeticError("This tile is beyond me.")
        return step(*arguments)

    return fail
