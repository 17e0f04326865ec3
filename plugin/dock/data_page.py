"""The first step: tables and layers become address points."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingUtils, QgsProject

from ...processing_algorithms.base import tr
from ..launching import algorithm
from . import parameters
from .page import StepPage, counted, has_rows
from .roles import ADDRESSES, Role, roles_of
from .state import ProjectState

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


class DataPage(StepPage):
    """Chooses and prepares inventors, authors and deals."""

    def __init__(self, iface: QgisInterface, state: ProjectState) -> None:
        super().__init__(iface, state)
        self.preparing = {}
        for role, label, name in (
            (Role.INVENTORS, tr("&Inventors"), tr("Prepare inventors")),
            (Role.AUTHORS, tr("A&uthors"), tr("Prepare authors")),
            (Role.DEALS, tr("De&als"), tr("Prepare venture capital deals")),
        ):
            button = self.plain_button(tr("Prepare…"), partial(self._prepare, role))
            button.setAccessibleName(name)
            button.setToolTip(name)
            self.preparing[role] = button
            self.add_layer(role, label, button)
        self.column.addLayout(self.layers)
        self.add_buttons(
            [
                self.button(
                    "geocodingquality", tr("Check &geocoding…"), lambda: parameters.geocoding(self.state)
                )
            ],
            columns=1,
        )
        self.column.addStretch(1)

    def _prepare(self, role: Role) -> None:
        raw = parameters.raw_layer(QgsProject.instance(), role, self.iface.activeLayer())
        self.launch("preparepoints", parameters.prepare(raw), partial(self._prepared, role))

    def _prepared(self, role: Role, results: dict[str, Any]) -> None:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        layer = QgsProcessingUtils.mapLayerFromString(str(results.get("OUTPUT", "")), context)
        # Only what the project has loaded, and not a copy that Processing has opened just now.
        if layer is None or QgsProject.instance().mapLayer(layer.id()) is None:
            return
        if layer.name() == tr("Address points"):
            # All three would be called alike otherwise.
            layer.setName(address_name(role))
        self.state.choose(role, layer)

    def done(self) -> bool:
        return any(has_rows(self.state.layer(role)) for role in ADDRESSES)

    def account(self) -> tuple[list[str], list[str]]:
        there, absent = [], []
        for role in ADDRESSES:
            layer = self.state.layer(role)
            if layer is None:
                absent.append(role_name(role))
            else:
                there.append(tr("{role}: {count} points.").format(role=role_name(role), count=counted(layer)))
        if not there:
            missing = [tr("No address points yet. Prepare a table or layer, or choose layers of points.")]
        elif absent:
            missing = [
                tr("Without: {roles}. Clusters can be found without them.").format(roles=", ".join(absent))
            ]
        else:
            missing = []
        others = [layer for layer in self.state.unassigned() if len(roles_of(layer)) > 1]
        if others:
            missing.append(
                tr("What “{layer}” holds the addresses of is not known: choose it where it belongs.").format(
                    layer=others[0].name()
                )
            )
        return there, missing

    def refresh(self) -> None:
        super().refresh()
        for button in self.preparing.values():
            button.setVisible(algorithm("preparepoints") is not None)


def role_name(role: Role) -> str:
    """Return what the addresses of a role are called."""
    return {
        Role.INVENTORS: tr("Inventors"),
        Role.AUTHORS: tr("Authors"),
        Role.DEALS: tr("Venture capital deals"),
    }[role]


def address_name(role: Role) -> str:
    """Return the name of a layer of address points that nobody has given one."""
    return tr("{role}: address points").format(role=role_name(role))
