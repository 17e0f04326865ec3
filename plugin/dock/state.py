"""Which layer of the project stands for what, kept in the project and up with all that happens to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .roles import ADDRESSES, Role, could_be, made, roles_of

SCOPE = "innovation_clusters"
# Written where the user wants no layer; an entry that is not there leaves the dock to find one.
NONE = "none"

# Long enough for the layers of one run to come together, too short to be noticed.
SETTLE_MS = 50

# Not those of every single edit: a layer of a million addresses would call here a million times.
LAYER_SIGNALS = (
    "metadataChanged",
    "nameChanged",
    "subsetStringChanged",
    "dataChanged",
    "dataSourceChanged",
    "updatedFields",
    "afterCommitChanges",
)


class ProjectState(QObject):
    """The layers in their roles and the parameters of the next run; `changed` after any of it may have.

    What the user chose, or a run of this sitting made, is written into the project. Other layers are found
    anew whenever they are asked for, so that opening a project never changes it.
    """

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._opened = _now()
        self._considered: set[str] = set()
        self._found: dict[Role, str] = {}
        self._followed: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.settle)
        project.layersAdded.connect(self._layers_added)
        project.layersRemoved.connect(self._layers_removed)
        project.readProject.connect(self._project_read)
        project.cleared.connect(self._cleared)
        self._considered |= set(project.mapLayers())
        self._follow(project.mapLayers().values())
        self._find()

    def close(self) -> None:
        """Let go of the project and its layers."""
        self._timer.stop()
        self._project.layersAdded.disconnect(self._layers_added)
        self._project.layersRemoved.disconnect(self._layers_removed)
        self._project.readProject.disconnect(self._project_read)
        self._project.cleared.disconnect(self._cleared)
        for identifier in self._followed:
            layer = self._project.mapLayer(identifier)
            if layer is not None:
                for signal in LAYER_SIGNALS:
                    getattr(layer, signal).disconnect(self._touched)
        self._followed.clear()

    # Layers

    def layer(self, role: Role) -> QgsVectorLayer | None:
        """Return the layer of a role; None where there is none or its data cannot be found."""
        layer = self._project.mapLayer(self._found.get(role, ""))
        return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None

    def lost(self, role: Role) -> str:
        """Return the name of the layer of a role whose data cannot be found; empty where nothing is wrong."""
        layer = self._project.mapLayer(self._found.get(role, ""))
        return "" if layer is None or layer.isValid() else layer.name()

    def unassigned(self) -> list[QgsVectorLayer]:
        """Return the address points that stand for nothing yet."""
        taken = {self._found.get(role) for role in ADDRESSES}
        return [
            layer
            for layer in self._project.mapLayers().values()
            if layer.id() not in taken and set(roles_of(layer)) & set(ADDRESSES)
        ]

    def choose(self, role: Role, layer: QgsMapLayer | None) -> None:
        """Set the layer of a role, or that there is to be none."""
        self._project.writeEntry(SCOPE, _key(role), NONE if layer is None else layer.id())
        self._find()
        self.changed.emit()

    # Parameters of the next run

    def number(self, name: str) -> float | None:
        """Return a number kept in the project, None where there is none."""
        value, found = self._project.readDoubleEntry(SCOPE, f"dock/{name}", 0.0)
        return value if found and value > 0.0 else None

    def set_number(self, name: str, value: float | None) -> None:
        """Keep a number in the project, or forget it."""
        if self.number(name) == value:
            return
        if value is None:
            self._project.removeEntry(SCOPE, f"dock/{name}")
        else:
            self._project.writeEntryDouble(SCOPE, f"dock/{name}", value)
        self.changed.emit()

    # Keeping up

    def settle(self) -> None:
        """Take in what has happened since the last time."""
        self._timer.stop()
        self._find()
        for layer in self._project.mapLayers().values():
            when = made(layer)
            # The history of a result comes a moment after its layer.
            if when is None or layer.id() in self._considered:
                continue
            self._considered.add(layer.id())
            roles = roles_of(layer)
            if when >= self._opened and len(roles) == 1:
                self._project.writeEntry(SCOPE, _key(roles[0]), layer.id())
                self._find()
        self.changed.emit()

    def _find(self) -> None:
        """Find the layer of every role: the one written down, else the latest that is recognised."""
        found: dict[Role, str] = {}
        refused: set[Role] = set()
        for role in Role:
            entry, there = self._project.readEntry(SCOPE, _key(role), "")
            if there and entry == NONE:
                refused.add(role)
            elif there and _serves(self._project.mapLayer(entry), role):
                found[role] = entry
        latest = sorted(self._project.mapLayers().values(), key=_age, reverse=True)
        for layer in latest:
            roles = roles_of(layer)
            if len(roles) == 1 and roles[0] not in found and roles[0] not in refused:
                found[roles[0]] = layer.id()
        self._found = found

    def _layers_added(self, layers: list[QgsMapLayer]) -> None:
        self._follow(layers)
        self._timer.start()

    def _layers_removed(self, identifiers: list[str]) -> None:
        self._followed -= set(identifiers)
        self._considered -= set(identifiers)
        self._timer.start()

    def _touched(self, *_: object) -> None:
        self._timer.start()

    def touch(self) -> None:
        """Have `changed` come soon: not now, where what calls may be a run that speaks another language."""
        self._timer.start()

    def _project_read(self) -> None:
        # Layers of a project are no results of this sitting, whenever they were made.
        self._considered = set(self._project.mapLayers())
        self._opened = _now()
        self.settle()

    def _cleared(self) -> None:
        self._considered.clear()
        self._followed.clear()
        self._opened = _now()
        self._timer.start()

    def _follow(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and layer.id() not in self._followed:
                self._followed.add(layer.id())
                for signal in LAYER_SIGNALS:
                    getattr(layer, signal).connect(self._touched)


def _key(role: Role) -> str:
    return f"dock/{role.value}"


def _serves(layer: QgsMapLayer | None, role: Role) -> bool:
    """A layer whose data cannot be found has no fields to go by; it stays what it was."""
    return layer is not None and (not layer.isValid() or could_be(layer, role))


def _age(layer: QgsMapLayer) -> datetime:
    return made(layer) or datetime.min.replace(tzinfo=UTC)


def _now() -> datetime:
    # A history tells whole seconds.
    return datetime.now(UTC).replace(microsecond=0)
