"""Files and folders that are to be made on this machine: there as a whole, all of them, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError
from ..run_folder import unfinished


def require_new_file(target: str) -> None:
    """Raise InputError where there is something already, or no folder that takes it."""
    there = Path(target)
    if there.exists():
        raise InputError("target", "There is {target} already; name a new one.", target=target)
    if not os.access(there.parent, os.W_OK) or not there.parent.is_dir():
        raise InputError(
            "target",
            "There is no folder {folder} that can be written; name a target in one.",
            folder=str(there.parent),
        )


@contextmanager
def telling_unwritten(path: str, parameter: str = "target") -> Iterator[None]:
    """Turn what the system says of files that cannot be written into one sentence."""
    try:
        yield
    except ConnectionError:
        # An engine that is lost, which is no matter of files.
        raise
    except OSError as error:
        raise InputError(
            parameter,
            "The results cannot be written to {path} ({problem}); name a folder that can be written.",
            path=path,
            problem=error.strerror or error,
        ) from error


@contextmanager
def made_beside(targets: Sequence[str]) -> Iterator[list[Path]]:
    """Give for each of the targets a path beside it, where it is made and from where it takes its place.

    What fails leaves none of them. Raises InputError where one cannot be written.
    """
    there = [Path(target) for target in targets]
    parts = [unfinished(path, os.getpid()) for path in there]
    in_place: list[Path] = []
    try:
        yield parts
        for target in targets:
            require_new_file(target)
        for part, path, target in zip(parts, there, targets, strict=True):
            with telling_unwritten(target):
                part.rename(path)
            in_place.append(path)
    except BaseException:
        for path in in_place:
            _remove(path)
        raise
    finally:
        for part in parts:
            _remove(part)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
