"""How a run ends: its results are written, its rows get their clusters, and a folder takes its place.

Tables in a database and folders of files cannot appear at one moment. All that can fail for want of room or
rights is therefore written before the rows are labelled; what is left after that is a name.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..analysis.at_source.answers import LabelledRows
from ..analysis.at_source.new_files import telling_unwritten
from ..analysis.at_source.tables import Target
from ..analysis.errors import InputError
from ..analysis.run_folder import unfinished

Labelled = Mapping[str, LabelledRows]


@dataclass(frozen=True)
class Ending:
    """What is left to do once there are results. `label` makes the tables of rows with their clusters, by
    metric the `targets`, all of them or none; `write_run` writes what ran, and what became of these rows,
    into a folder of this machine.
    """

    targets: Mapping[str, Target]
    label: Callable[[], Labelled]
    write_run: Callable[[Path, Labelled], None]

    def unwritten(self, path: str, problem: object) -> InputError:
        """Return what is told where rows were labelled and the results then cannot be written."""
        return InputError(
            "output",
            "The rows have their clusters in {tables}, but the results cannot be written to {path} "
            "({problem}); delete these tables, and run again with another folder.",
            tables=", ".join(target.address for target in self.targets.values()),
            path=path,
            problem=problem,
        )


def write_folder(output: Path, address: str, write_tables: Callable[[Path], None], ending: Ending) -> None:
    """Write results as the folder that `run_folder` describes, as a whole or not at all; `address` is what
    its user calls it. Raises InputError.
    """
    made = unfinished(output, os.getpid())
    try:
        with telling_unwritten(address, "output"):
            made.mkdir(parents=True)
            write_tables(made)
            ending.write_run(made, {})
            require_new(output, address)
            labelled = ending.label()
            with _telling_labelled(ending, address):
                ending.write_run(made, labelled)
                made.rename(output)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def require_new(output: Path, address: str) -> None:
    """Raise InputError where there is something already."""
    if output.exists():
        raise already_there(address)


def already_there(path: str, parameter: str = "output") -> InputError:
    """Return what is told where the folder of a run is not a new one."""
    return InputError(parameter, "The folder {path} exists; name a new one.", path=path)


@contextmanager
def _telling_labelled(ending: Ending, address: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if not ending.targets:
            raise
        raise ending.unwritten(address, error.strerror or error) from error
