"""What the algorithms of Korean zones have in common: their group in the toolbox."""

from __future__ import annotations

from .base import Algorithm, tr


class ZoneAlgorithm(Algorithm):
    """An algorithm of the group of Korean zones."""

    def group(self) -> str:
        return tr("Korean zones")

    def groupId(self) -> str:
        return "zones"
