"""The third step: Korean special zones beside the clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject

from ...processing_algorithms.base import tr
from . import parameters
from .page import StepPage, counted, has_rows
from .roles import Role, maker
from .state import ProjectState

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


class ZonesPage(StepPage):
    """Imports zones, lays them over clusters, checks and proposes designations."""

    def __init__(self, iface: QgisInterface, state: ProjectState) -> None:
        super().__init__(iface, state)
        self.add_layer(Role.ZONES, tr("&Zones"))
        self.add_layer(Role.NODES, tr("&Nodes"))
        self.column.addLayout(self.layers)
        self.add_buttons(
            [
                self.button("importzones", tr("&Import zones…"), dict),
                self.button("zonecatalogue", tr("Catalo&gue of zones…"), dict),
                self.button("zoneoverlay", tr("Overla&y…"), lambda: parameters.overlay(state)),
                self.button("checkdesignation", tr("Check designa&tion…"), lambda: parameters.check(state)),
                self.button("proposezone", tr("Propose &a zone…"), lambda: parameters.propose_zone(state)),
            ]
        )
        self.column.addStretch(1)

    def done(self) -> bool:
        return has_rows(self.state.layer(Role.ZONES))

    def account(self) -> tuple[list[str], list[str]]:
        there, missing = [], []
        zones, nodes = self.state.layer(Role.ZONES), self.state.layer(Role.NODES)
        if zones is not None:
            there.append(tr("{count} zones.").format(count=counted(zones)))
        else:
            missing.append(
                tr("No zones with boundaries yet: import official files, or choose a layer of zones.")
            )
        catalogues = [
            layer
            for layer in QgsProject.instance().mapLayers().values()
            if maker(layer) == "zonecatalogue" and layer.isSpatial() and layer.isValid()
        ]
        if catalogues:
            there.append(
                tr("A catalogue of {count} zones at approximate positions.").format(
                    count=counted(catalogues[-1])
                )
            )
        if nodes is not None:
            there.append(tr("{count} nodes.").format(count=counted(nodes)))
        if parameters.first_addresses(self.state)[1] is None:
            missing.append(tr("No address points to lay them over: see step 1."))
        elif self.state.layer(Role.CLUSTERS) is None:
            missing.append(tr("Without clusters, zones are compared with addresses only: see step 2."))
        return there, missing
