"""The second step: parameters, clusters, and their ranking beside the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QWidget

from ...processing_algorithms.base import tr
from . import parameters
from .page import StepPage, counted, has_rows, spoken
from .parameters import DISTANCE, MINIMUM
from .ranking_view import RankingView
from .roles import Role, made
from .state import ProjectState

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from ..explorer.explorer import ParameterExplorer
    from ..explorer.panel import ExplorerPanel


class ClustersPage(StepPage):
    """Proposes parameters, finds and compares clusters, shows the ranking."""

    def __init__(
        self, iface: QgisInterface, state: ProjectState, explorer: ExplorerPanel | None = None
    ) -> None:
        super().__init__(iface, state)
        self._explorer = explorer
        self._heard: object = None
        self.distance = self._number(DISTANCE, 1000.0)
        self.distance.setSuffix(" km")
        self.distance.setToolTip(tr("Maximum distance between clustered addresses, for the next run"))
        self.minimum = self._number(MINIMUM, 1.0)
        self.minimum.setToolTip(tr("Minimum density, for the next run"))
        line = QHBoxLayout()
        for label, box in ((tr("Dista&nce"), self.distance), (tr("Min. densit&y"), self.minimum)):
            words = QLabel(label, self)
            words.setBuddy(box)
            box.setAccessibleName(spoken(label))
            line.addWidget(words)
            line.addWidget(box, 1)
        self.column.addLayout(line)
        self.add_buttons(self._make_buttons())
        self.add_layer(Role.CLUSTERS, tr("Cl&usters"))
        self.add_layer(Role.SITES, tr("S&ites"))
        self.add_layer(Role.RANKING, tr("Ran&king"))
        self.column.addLayout(self.layers)
        self.ranking = RankingView(iface, self)
        self.column.addWidget(self.ranking, 1)

    def _number(self, name: str, unit: float) -> QgsDoubleSpinBox:
        """Return a box for a number of the next run, kept in `unit`; cleared, the edition's own is taken."""
        box = QgsDoubleSpinBox(self)
        box.setDecimals(2 if unit > 1.0 else 1)
        # Up and Down still count; the numbers need the room.
        box.setButtonSymbols(QgsDoubleSpinBox.ButtonSymbols.NoButtons)
        box.setRange(0.0, 1e9 / unit)
        box.setClearValue(0.0, tr("of edition"))
        # As wide as its words: not as the largest number.
        words = box.fontMetrics().horizontalAdvance(tr("of edition"))
        box.setMinimumWidth(words + box.fontMetrics().height())
        box.setKeyboardTracking(False)
        box.valueChanged.connect(
            lambda value: self.state.set_number(name, value * unit if value > 0.0 else None)
        )
        return box

    def _make_buttons(self) -> Sequence[Any]:
        state = self.state
        exploring = []
        if self._explorer is not None:
            exploring.append(self.plain_button(tr("E&xplore parameters…"), self._explorer.open))
            self._explorer.opened = self._opened
        return [
            *exploring,
            self.button(
                "proposeparameters",
                tr("Propose p&arameters…"),
                lambda: parameters.propose(state),
                self._proposed,
            ),
            self.button("innovationclusters", tr("&Find clusters…"), lambda: parameters.find(state)),
            self.button(
                "compareeditions",
                tr("Compare editions…"),
                lambda: parameters.compare(state, QgsProject.instance()),
            ),
            self.button("clusterintensity", tr("Intensity…"), lambda: parameters.intensity(state)),
        ]

    def _opened(self, explorer: ParameterExplorer) -> None:
        """Make the explorer's beginning and end those of this page, from wherever it was opened."""
        # Made when it is first opened, and made anew after it was taken away.
        if explorer is not self._heard:
            explorer.chosen.connect(self.take)
            self._heard = explorer
            self._stand_beside(explorer)
        if not explorer.data.chosen():
            explorer.choose_addresses(parameters.explored(self.state))

    def _stand_beside(self, explorer: QWidget) -> None:
        """Put the explorer's panel behind this one: below each other, both are too low on a small screen."""
        window = self.iface.mainWindow()
        docks = window.findChildren(QDockWidget)
        ours = next((dock for dock in docks if dock.isAncestorOf(self)), None)
        other = next((dock for dock in docks if dock.isAncestorOf(explorer)), None)
        if ours is None or other is None or ours.isFloating() or other.isFloating():
            return
        if window.dockWidgetArea(ours) == window.dockWidgetArea(other):
            window.tabifyDockWidget(ours, other)
            other.raise_()

    def _proposed(self, results: dict[str, Any]) -> None:
        self.take(float(results.get("EPS") or 0.0), float(results.get("MIN_DENSITY") or 0.0))

    def take(self, eps: float, minimum: float) -> None:
        """Take a distance in metres and a minimum density for the next run, where there is one."""
        if eps > 0.0 and minimum > 0.0:
            self.state.set_number(DISTANCE, eps)
            self.state.set_number(MINIMUM, minimum)

    def done(self) -> bool:
        return has_rows(self.state.layer(Role.CLUSTERS))

    def account(self) -> tuple[list[str], list[str]]:
        there, missing = [], []
        clusters, sites = self.state.layer(Role.CLUSTERS), self.state.layer(Role.SITES)
        ranking = self.state.layer(Role.RANKING)
        if clusters is not None:
            when = made(clusters)
            if when is None:
                there.append(tr("{count} clusters.").format(count=counted(clusters)))
            else:
                there.append(
                    tr("{count} clusters, found {when}.").format(
                        count=counted(clusters),
                        when=QLocale().toString(when.astimezone(), QLocale.FormatType.ShortFormat),
                    )
                )
        if sites is not None:
            there.append(tr("{count} sites.").format(count=counted(sites)))
        if clusters is None and ranking is not None:
            there.append(tr("A ranking of {count} clusters.").format(count=counted(ranking)))
            missing.append(tr("Without boundaries the ranking does not go with the map."))
        elif clusters is None and parameters.first_addresses(self.state)[1] is None:
            missing.append(tr("No clusters yet, and no address points to find them in: see step 1."))
        elif clusters is None:
            missing.append(tr("No clusters yet. Find them, or choose a layer of clusters."))
        return there, missing

    def refresh(self) -> None:
        super().refresh()
        for box, name, unit in ((self.distance, DISTANCE, 1000.0), (self.minimum, MINIMUM, 1.0)):
            box.blockSignals(True)
            box.setValue((self.state.number(name) or 0.0) / unit)
            box.blockSignals(False)
        self.ranking.set_layer(self.state.layer(Role.CLUSTERS) or self.state.layer(Role.RANKING))

    def close_page(self) -> None:
        if self._explorer is not None:
            self._explorer.opened = None
        self.ranking.close_view()
