"""Innovation Clusters, a QGIS plugin. QGIS calls `classFactory`; nothing is imported before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin.plugin import InnovationClustersPlugin


def classFactory(iface: QgisInterface | None) -> InnovationClustersPlugin:  # noqa: N802 (the name QGIS asks for)
    """Return the plugin for QGIS to hold on to; `iface` is None in qgis_process."""
    from .plugin.plugin import InnovationClustersPlugin

    return InnovationClustersPlugin(iface)
