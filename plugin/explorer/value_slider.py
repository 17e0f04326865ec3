"""A number as a slider over its powers and as a box with its digits."""

from __future__ import annotations

import math

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

_STEPS = 1000
_MOST = 1e12


class ValueSlider(QWidget):
    """A number above 0. The slider goes from `least` to `most` in equal ratios; the box takes any number, and
    what stands in it is the value. `changed` brings it, however it was changed.
    """

    changed = pyqtSignal(float)

    def __init__(self, name: str, label: str, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = 1.0, 10.0
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(f"{name}_slider")
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 20)
        self.box = QgsDoubleSpinBox()
        self.box.setObjectName(f"{name}_box")
        self.box.setShowClearButton(False)
        self.box.setGroupSeparatorShown(True)
        self.box.setSuffix(suffix)
        self.box.setRange(1e-3, _MOST)
        self._label = QLabel()
        self._label.setBuddy(self.box)
        self.set_label(label)
        self.setFocusProxy(self.box)
        # The slider below, as wide as there is room: the wider, the finer.
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._label, 0, 0)
        layout.addWidget(self.box, 0, 1)
        layout.addWidget(self.slider, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self.slider.valueChanged.connect(self._slid)
        self.box.valueChanged.connect(self._typed)

    def set_label(self, label: str) -> None:
        """Name the number."""
        self._label.setText(label)
        for widget in (self.slider, self.box):
            widget.setAccessibleName(label)

    def set_range(self, least: float, most: float, decimals: int) -> None:
        """Set the ends of the slider; the value stays, without a signal."""
        self._least, self._most = least, most
        blocked = self.box.blockSignals(True)
        self.box.setDecimals(decimals)
        self.box.setMinimum(10.0**-decimals)
        self.box.blockSignals(blocked)
        self._place_slider()

    def value(self) -> float:
        """Return the number."""
        return float(self.box.value())

    def set_value(self, value: float) -> None:
        """Set the number; `changed` follows where it is another one."""
        self.box.setValue(value)

    def set_value_silently(self, value: float) -> None:
        """Set the number without a signal."""
        blocked = self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(blocked)
        self._place_slider()

    def _slid(self, step: int) -> None:
        value = self._least * (self._most / self._least) ** (step / _STEPS)
        # Three figures are finer than the slider: the numbers of a dragged slider can be said.
        self.box.setValue(float(f"{value:.3g}"))

    def _typed(self, value: float) -> None:
        self._place_slider()
        self.changed.emit(value)

    def _place_slider(self) -> None:
        blocked = self.slider.blockSignals(True)
        part = math.log(max(self.value(), 1e-9) / self._least) / math.log(self._most / self._least)
        step = round(_STEPS * min(1.0, max(0.0, part)))
        # While it is dragged the slider is where the hand is.
        if not self.slider.isSliderDown():
            self.slider.setValue(step)
        self.slider.blockSignals(blocked)
