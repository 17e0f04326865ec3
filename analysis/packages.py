"""What optional Python packages are there, which version, and why not.

The one door through which the heavy packages enter. Importing one can fail in more ways than ImportError
inside a desktop program: a missing library raises OSError, a numpy of another build SystemError or
ValueError.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from .errors import InputError

IMPORT_FAILURES = (ImportError, OSError, SystemError, ValueError, RuntimeError, AttributeError)


@dataclass(frozen=True)
class Package:
    """A package as found: `module` is None where it cannot be used, and `problem` then says why."""

    name: str
    module: ModuleType | None
    version: str
    problem: str


@cache
def find(name: str) -> Package:
    """Import `name` once and remember the outcome."""
    try:
        module = importlib.import_module(name)
    except IMPORT_FAILURES as error:
        return Package(name, None, "", f"{type(error).__name__}: {error}")
    return Package(name, module, str(getattr(module, "__version__", "")), "")


def require(name: str, purpose: str) -> ModuleType:
    """Return the module, or raise InputError with the sentence a user needs to get it."""
    package = find(name)
    if package.module is None:
        raise InputError(
            name,
            "The Python package {name} is needed for {purpose} but cannot be used ({problem}). "
            "Install it for the Python that runs QGIS and restart.",
            name=name,
            purpose=purpose,
            problem=package.problem,
        )
    return package.module
