"""Which algorithms can do nothing without a package, and what they say then."""

from __future__ import annotations

from ..analysis import packages
from ..analysis.installing import install_command

# The boundaries, overlays and shapes that these make are shapely's; all others work with numpy alone.
NEEDS = {
    "checkdesignation": ("shapely",),
    "clusterboundaries": ("shapely",),
    "clustersonspark": ("shapely", "pyarrow"),
    # A model, of which this is a step.
    "clustersstepbystep": ("shapely",),
    "innovationclusters": ("shapely",),
    "openrun": ("shapely", "pyarrow"),
    "proposezone": ("shapely",),
    "zoneoverlay": ("shapely",),
}


def missing_package(algorithm: str) -> packages.Package | None:
    """Return the first package an algorithm needs and that cannot be used, None where all can.

    Looking imports them, so it is done when someone wants to run the algorithm, and not before.
    """
    found = (packages.find(name) for name in NEEDS.get(algorithm, ()))
    return next((package for package in found if package.module is None), None)


def values_of(package: packages.Package) -> dict[str, str]:
    """Return what the sentence on a missing package tells: its name, the problem and the command."""
    return {
        "name": package.name,
        "problem": package.problem,
        "command": install_command([package.name]),
    }
