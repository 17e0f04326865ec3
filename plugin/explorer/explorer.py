"""The parameter explorer: choose points, move eps and the minimum weight, and see clusters form and merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...analysis import packages
from ...analysis.errors import InputError
from ...analysis.exploring_limits import around
from ...processing_algorithms.base import tr
from ...processing_algorithms.inputs.given_metrics import INPUTS
from ..launching import open_dialog
from . import numbers
from .background import Arrival, Found
from .canvas_item import ClusterPicture, view_of
from .data_choice import Chosen, DataChoice
from .exploration import Exploration
from .numbers import decimals_for
from .outcome_text import outcome_text
from .plot import ExplorerPlot
from .read_layers import ReadLayers
from .reading import ask_for_addresses, ask_for_layer, sentence
from .value_slider import ValueSlider

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from qgis.gui import QgisInterface

    from .picture import View


class ParameterExplorer(QWidget):
    """A widget for a dock or a window of its own; while it is hidden it computes and shows nothing.

    `chosen` brings eps in metres and the minimum when the user wants them for the whole run. Nothing of the
    project is touched: clusters are drawn above the map, and go when the explorer is hidden.
    """

    chosen = pyqtSignal(float, float)

    def __init__(self, iface: QgisInterface | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("innovation_clusters_explorer")
        self._iface = iface
        self._canvas = None if iface is None else iface.mapCanvas()
        self._picture = None if self._canvas is None else ClusterPicture(self._canvas)
        self._layers = ReadLayers(self)
        self._read: list[Chosen] = []
        self._stale = False
        self._choice_has_changed = False
        self._work = ""
        self._ends = (0.1, 10.0)
        self._started_with: tuple[float, float] | None = None
        self.exploration = Exploration(self)
        self._build()
        self._connect()
        self._data_changed()

    # Building

    def _build(self) -> None:
        self.data = DataChoice()
        self.read_button = QPushButton(tr("Read points"))
        self.read_button.setObjectName("innovation_clusters_explorer_read")
        self.eps = ValueSlider("innovation_clusters_explorer_eps", tr("Distance (eps)"), " m")
        self.eps.setToolTip(tr("Points at most this far from each other are neighbours (eps), in metres."))
        self.minimum = ValueSlider("innovation_clusters_explorer_minimum", tr("Minimum weight"))
        self.minimum.setToolTip(
            tr(
                "A point is core when the points within the distance, itself included, weigh at least "
                "this much."
            )
        )
        self.outcome = QLabel()
        self.outcome.setObjectName("innovation_clusters_explorer_outcome")
        self.outcome.setTextFormat(Qt.TextFormat.RichText)
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.plot = ExplorerPlot()
        self.knee_button = QPushButton()
        self.knee_button.setObjectName("innovation_clusters_explorer_knee")
        self.knee_button.setToolTip(
            tr("The distance at which the curve of k-distances turns up: what the points propose themselves.")
        )
        self.message = QLabel()
        self.message.setObjectName("innovation_clusters_explorer_message")
        self.message.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(6)
        policy = self.bar.sizePolicy()
        # What comes and goes must not move what the hand is on.
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.run_button = QPushButton(tr("Use in the whole run…"))
        self.run_button.setObjectName("innovation_clusters_explorer_run")
        self.density_button = QPushButton(tr("Use in density clusters…"))
        self.density_button.setObjectName("innovation_clusters_explorer_density")
        self.data.put_beside(self.read_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.data)
        layout.addWidget(self.message)
        layout.addWidget(self.bar)
        layout.addWidget(self.eps)
        layout.addWidget(self.minimum)
        layout.addWidget(self.outcome)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.knee_button)
        layout.addWidget(self.run_button)
        layout.addWidget(self.density_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        exploration = self.exploration
        exploration.arrived.connect(self._arrived)
        exploration.found.connect(self._found)
        exploration.drawn.connect(self._drawn)
        exploration.curves_grew.connect(self._show_curves)
        exploration.refused.connect(self._refused)
        exploration.unread.connect(self._unread)
        exploration.working.connect(self._show_work)
        exploration.progress.connect(self._show_progress)
        self._layers.removed.connect(self._layer_goes)
        self._layers.changed.connect(self._layer_changed)
        self.data.changed.connect(self._data_changed)
        self.read_button.clicked.connect(self._read_or_cancel)
        self.eps.changed.connect(self._moved)
        self.minimum.changed.connect(self._moved)
        self.plot.eps_moved.connect(self._pointed_at)
        self.knee_button.clicked.connect(self._take_knee)
        self.run_button.clicked.connect(self._use_in_run)
        self.density_button.clicked.connect(self._use_in_density_clusters)
        # A canvas says several times that it has moved; one picture will do.
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(30)
        self._looking.timeout.connect(self._look)
        if self._canvas is not None:
            self._canvas.extentsChanged.connect(self._looking.start)
            self._canvas.destinationCrsChanged.connect(self._looking.start)

    # What others may ask

    def choose_addresses(self, layers: dict[str, tuple[QgsVectorLayer, str]]) -> None:
        """Choose layers of addresses with the fields of their weights, by metric (patents, publications,
        deals), as for the whole run.
        """
        self.data.choose_addresses(layers)

    def choose_layer(self, layer: QgsVectorLayer, weight_field: str = "") -> None:
        """Choose one layer of points, as for density clusters."""
        self.data.choose_layer(layer, weight_field)

    def read(self) -> None:
        """Read the points of the chosen layers and begin to explore."""
        self._forget()
        choices = self.data.chosen()
        try:
            if self.data.is_addresses():
                asked = ask_for_addresses(
                    [(choice.metric, choice.layer, choice.weight_field) for choice in choices]
                )
            elif choices:
                asked = [ask_for_layer(choices[0].layer, choices[0].weight_field)]
            else:
                self._show_message(tr("Choose a layer of points first."))
                return
        except InputError as error:
            self._show_message(sentence(error, self.data.is_addresses()))
            return
        self._read = choices
        self._layers.follow([choice.layer for choice in choices])
        self.exploration.read(asked)
        self._look()

    def close_down(self) -> None:
        """Stop all work and leave the canvas: for whoever takes the explorer away."""
        self._looking.stop()
        self.exploration.end()
        self._layers.let_go()
        if self._canvas is not None:
            self._canvas.extentsChanged.disconnect(self._looking.start)
            self._canvas.destinationCrsChanged.disconnect(self._looking.start)
            scene = self._canvas.scene()
            if self._picture is not None and scene is not None:
                scene.removeItem(self._picture)
        self._canvas, self._picture = None, None

    # Layers

    def _layer_goes(self) -> None:
        self._forget()
        self._show_message(tr("A layer was removed. Choose the points again."))

    def _layer_changed(self) -> None:
        if not self._stale:
            self._stale = True
            self._show_message(tr("The points have changed since they were read."))
            self._show_state(self._work)

    def _data_changed(self) -> None:
        choices = self.data.chosen()
        if (self._read and choices != self._read) or self._choice_has_changed:
            # Also where a layer is on its way out of the project: QGIS has taken it from the list.
            self._forget()
            self._choice_has_changed = True
            self._show_message(
                tr("Read the points that are chosen now.")
                if choices
                else tr("Choose a layer of points first.")
            )
        elif not self._read and self.message.text() in ("", tr("Choose a layer of points first.")):
            self._show_message("" if choices else tr("Choose a layer of points first."))
        self._show_state("")

    def _forget(self) -> None:
        """Give up the points there are, and what is shown of them."""
        self._layers.let_go()
        self._read, self._stale, self._choice_has_changed = [], False, False
        self.exploration.forget()
        if self._picture is not None:
            self._picture.clear()
        self.outcome.clear()
        self.plot.set_curves([], None)
        self._show_message("")
        self._show_state("")

    def _read_or_cancel(self) -> None:
        if self._is_reading:
            self._forget()
        else:
            self.read()

    # Moving

    def _moved(self, _: float) -> None:
        self.plot.set_eps(self.eps.value())
        if self.exploration.arrival is not None:
            self._keep_in_range()
            self.exploration.move(self.eps.value(), self.minimum.value())
            self._show_curves()

    def _pointed_at(self, eps: float) -> None:
        self.eps.set_value(float(f"{eps:.3g}"))

    def _take_knee(self) -> None:
        curve = self.exploration.curves.k_distances
        if curve is not None and curve.knee > 0.0:
            self.eps.set_value(curve.knee)

    def _keep_in_range(self) -> None:
        """Move the ends of slider and curves where somebody has typed a distance beyond them."""
        least, most = self._ends
        if not least <= self.eps.value() <= most and self.exploration.arrival is not None:
            points = self.exploration.arrival.points
            reach = around(self.eps.value(), self.minimum.value(), 0.0, points.metric)
            self._set_ends(reach.least_eps, reach.most_eps)

    def _set_ends(self, least: float, most: float) -> None:
        self._ends = (least, most)
        self.eps.set_range(least, most, decimals_for(least))
        self.plot.set_range(least, most)
        self.exploration.set_range(least, most)

    # Showing

    def _arrived(self, arrival: Arrival) -> None:
        start = arrival.limits
        keep = self.eps.value() if self._keeps_values(arrival) else start.eps
        minimum = self.minimum.value() if self._keeps_values(arrival) else start.minimum
        self._set_ends(start.least_eps, start.most_eps)
        weights = arrival.points.weights
        self.minimum.set_range(
            start.least_minimum,
            start.most_minimum,
            0 if weights is None else decimals_for(start.minimum / 20.0),
        )
        self.eps.set_value_silently(keep)
        self.minimum.set_value_silently(minimum)
        self._started_with = (start.eps, start.minimum)
        said = []
        if arrival.points.unusable:
            said.append(
                tr("{count} rows have no usable point and take no part.").format(
                    count=numbers.whole(arrival.points.unusable)
                )
            )
        numba = packages.find("numba")
        if numba.module is None:
            said.append(
                tr(
                    "numba is not available ({problem}); the same result is computed in numpy, slower."
                ).format(problem=numba.problem)
            )
        self._show_message(" ".join(said))
        self._moved(keep)

    def _keeps_values(self, arrival: Arrival) -> bool:
        """Tell whether points were read again that the values were found for."""
        return self._started_with == (arrival.limits.eps, arrival.limits.minimum)

    def _found(self, found: Found) -> None:
        self.outcome.setText(outcome_text(found))
        if found.pixels is not None and found.view is not None:
            self._drawn(found.pixels, found.view)
        self._show_curves()
        self._show_state(self._work)

    def _drawn(self, pixels: NDArray[Any], view: View) -> None:
        if self._picture is not None and self.isVisible():
            self._picture.show_picture(pixels, view)

    def _show_curves(self) -> None:
        curves = self.exploration.curves
        self.plot.set_curves(list(curves.samples.values()), curves.k_distances)
        knee = float("nan") if curves.k_distances is None else curves.k_distances.knee
        self.knee_button.setEnabled(knee > 0.0)
        self.knee_button.setText(
            tr("Take the knee: {eps} m").format(eps=numbers.plain(float(f"{knee:.4g}")))
            if knee > 0.0
            else tr("Take the knee")
        )

    def _refused(self, text: str) -> None:
        if self.exploration.arrival is None:
            self._forget()
        self._show_message(text)

    def _unread(self) -> None:
        self._forget()
        self._show_message(tr("Read the points that are chosen now."))

    def _show_message(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _show_work(self, work: str) -> None:
        self._show_state(work)

    def _show_progress(self, percent: float) -> None:
        self.bar.setValue(round(percent))

    def _show_state(self, work: str) -> None:
        self._work = work
        there = self.exploration.arrival is not None
        self.bar.setVisible(bool(work))
        self.bar.setToolTip(work)
        for widget in (self.eps, self.minimum, self.plot):
            widget.setEnabled(there)
        self.read_button.setText(
            tr("Cancel") if self._is_reading else tr("Read again") if there else tr("Read points")
        )
        if self._is_reading:
            self._show_message(work)
        elif self.message.text() == tr("Reading points…"):
            self._show_message("")
        # As the dialog calls it in which the number goes.
        self.minimum.set_label(tr("Minimum density") if self.data.is_addresses() else tr("Minimum weight"))
        # Each for the points it is exact for: the whole run measures on the ellipsoid, one layer may be in a
        # plane.
        addresses = self.data.is_addresses()
        for button, fits in ((self.run_button, addresses), (self.density_button, not addresses)):
            button.setVisible(fits)
            button.setEnabled(there)
        if not there:
            self.knee_button.setEnabled(False)
            self.knee_button.setText(tr("Take the knee"))

    @property
    def _is_reading(self) -> bool:
        return bool(self._read) and self.exploration.arrival is None

    # The canvas

    def _look(self) -> None:
        visible = self.isVisible() and self._canvas is not None
        self.exploration.look(view_of(self._canvas) if visible and self._canvas is not None else None)

    def showEvent(self, event: QShowEvent | None) -> None:
        super().showEvent(event)
        self.exploration.curves_wanted = True
        self._looking.start()

    def hideEvent(self, event: QHideEvent | None) -> None:
        super().hideEvent(event)
        self.exploration.pause()
        self.exploration.look(None)
        if self._picture is not None:
            self._picture.clear()

    # Using what was found

    def _use_in_run(self) -> None:
        eps, minimum = self.eps.value(), self.minimum.value()
        self.chosen.emit(eps, minimum)
        parameters: dict[str, Any] = {"EDITION": "custom", "EPS": eps, "MIN_DENSITY": minimum}
        for choice in self._read:
            name = INPUTS[choice.metric]
            parameters[name] = choice.layer.id()
            if choice.weight_field:
                parameters[f"{name}_WEIGHT"] = choice.weight_field
        self._open("innovationclusters", parameters)

    def _use_in_density_clusters(self) -> None:
        parameters: dict[str, Any] = {"EPS": self.eps.value(), "MIN_SIZE": self.minimum.value()}
        for choice in self._read:
            parameters["INPUT"] = choice.layer.id()
            if choice.weight_field:
                parameters["WEIGHT"] = choice.weight_field
        self._open("densityclusters", parameters)

    def _open(self, algorithm: str, parameters: dict[str, Any]) -> None:
        if self._iface is not None:
            open_dialog(self._iface, algorithm, parameters)
