"""What optional Python packages are there, which version, and why not.

The one door through which the heavy packages enter. Importing one runs whatever code it brings and can fail
in more ways than ImportError inside a desktop program: a missing library raises OSError, a numpy of another
build SystemError or ValueError, a package for another Python SyntaxError.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from .errors import InputError
from .installing import install_command

# The oldest version that has what is used of a package, and a name that came with it: shapely's functions on
# arrays. The name is what tells: a package may not know its version (Debian's shapely 2.2 is "0+unknown").
OLDEST = {"shapely": "2.0"}
_NEW_IN_OLDEST = {"shapely": "union_all"}


class MissingPackageError(InputError):
    """A package that cannot be used; `parameter` is its name, and the value `purpose` what needs it."""


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
    except (Exception, SystemExit) as error:
        return Package(name, None, "", f"{type(error).__name__}: {error}")
    version = str(getattr(module, "__version__", ""))
    if name in OLDEST and not hasattr(module, _NEW_IN_OLDEST[name]):
        return Package(name, None, version, f"{version or '?'} < {OLDEST[name]}")
    return Package(name, module, version, "")


def require(name: str, purpose: str) -> ModuleType:
    """Return the module, or raise InputError with the sentence a user needs to get it."""
    package = find(name)
    if package.module is None:
        whole = name.partition(".")[0]
        raise MissingPackageError(
            name,
            "The Python package {name} is needed for {purpose} but cannot be used ({problem}); install it "
            "for the Python that runs QGIS ({command}) and start QGIS again.",
            name=name,
            purpose=purpose,
            problem=package.problem,
            command=install_command([whole]),
        )
    return package.module
