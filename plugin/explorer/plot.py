"""The curves against eps: how many clusters there are, and how much of all weight is in them and core.

Share of core weight against eps is the k-distance curve with its axes changed over, so that one line marks
eps in both parts. Drawn with the palette's colours: light and dark alike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...analysis.exploring import Sample
from ...analysis.parameter_proposal import KDistanceCurve
from ...processing_algorithms.base import tr
from .numbers import figures, whole

# Blue, green and red of Paul Tol's "bright" scheme, and what stands for them on dark ground.
_CLUSTERS, _CLUSTERED, _CORE = "#4477AA", "#228833", "#EE6677"
_ON_DARK = {_CLUSTERS: "#77AADD", _CLUSTERED: "#44BB66", _CORE: "#FF8899"}

_GAP = 6.0
_FEW_TICKS = 4


class ExplorerPlot(QWidget):
    """Two plots over one axis of eps; dragging, clicking and the arrow keys move eps.

    `eps_moved` brings the distance in metres that is pointed at.
    """

    eps_moved = pyqtSignal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("innovation_clusters_explorer_plot")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(tr("Curves against the distance"))
        self.setToolTip(
            tr(
                "Above: how many clusters there are at every distance. Below: how much of all weight is in "
                "clusters, and how much is core, which is the curve of k-distances. Drag the line, or move "
                "it with the arrow keys."
            )
        )
        self._samples: list[Sample] = []
        self._curve: KDistanceCurve | None = None
        self._eps = 1.0
        self._least, self._most = 0.1, 10.0

    # What is shown

    def set_range(self, least: float, most: float) -> None:
        """Set the ends of the axis, metres above 0."""
        self._least, self._most = least, most
        self.update()

    def set_eps(self, eps: float) -> None:
        """Move the line."""
        self._eps = eps
        self.update()

    def set_curves(self, samples: Sequence[Sample], curve: KDistanceCurve | None) -> None:
        """Show what is known so far."""
        self._samples = sorted(samples, key=lambda sample: sample.eps)
        self._curve = curve
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 230)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 150)

    # Moving eps

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._point_at(event)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        if event is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(event)

    def _point_at(self, event: QMouseEvent) -> None:
        area = self._areas()[0]
        part = (float(event.pos().x()) - area.left()) / max(1.0, area.width())
        self._move_to(self._least * (self._most / self._least) ** min(1.0, max(0.0, part)))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is None:
            return
        key = event.key()
        steps = {
            Qt.Key.Key_Left: -0.01,
            Qt.Key.Key_Down: -0.01,
            Qt.Key.Key_Right: 0.01,
            Qt.Key.Key_Up: 0.01,
            Qt.Key.Key_PageDown: -0.1,
            Qt.Key.Key_PageUp: 0.1,
        }
        if key in steps:
            self._move_to(self._eps * (self._most / self._least) ** steps[key])
        elif key == Qt.Key.Key_Home:
            self._move_to(self._least)
        elif key == Qt.Key.Key_End:
            self._move_to(self._most)
        else:
            super().keyPressEvent(event)

    def _move_to(self, eps: float) -> None:
        self.eps_moved.emit(min(self._most, max(self._least, eps)))

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent | None) -> None:
        super().changeEvent(event)
        self.update()

    # Drawing

    def paintEvent(self, event: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        upper, lower = self._areas()
        clusters = [sample.clusters for sample in self._samples]
        top = _nice_top(max(clusters, default=0))
        self._draw_frame(painter, upper, [(value, whole(value)) for value in _steps(top)], top)
        self._draw_frame(painter, lower, [(value, f"{value} %") for value in (0, 50, 100)], 100.0)
        self._draw_axis(painter, lower)
        if self._samples:
            eps = [sample.eps for sample in self._samples]
            self._draw_line(painter, upper, eps, clusters, top, self._colour(_CLUSTERS), dots=True)
            shares = [sample.clustered for sample in self._samples]
            self._draw_line(painter, lower, eps, shares, 100.0, self._colour(_CLUSTERED), dots=True)
        if self._curve is not None and self._curve.distance.size:
            self._draw_line(
                painter,
                lower,
                self._curve.distance.tolist(),
                self._curve.share.tolist(),
                100.0,
                self._colour(_CORE),
            )
            self._draw_knee(painter, lower)
        self._draw_eps(painter, upper, lower)
        self._draw_legend(painter, upper, [(_CLUSTERS, tr("Clusters"))])
        self._draw_legend(painter, lower, [(_CLUSTERED, tr("In clusters")), (_CORE, tr("Core (k-distance)"))])
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _areas(self) -> tuple[QRectF, QRectF]:
        """Return where the curves of the upper and of the lower plot are drawn."""
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        top_value = max((sample.clusters for sample in self._samples), default=0)
        left = _GAP + max(metrics.horizontalAdvance(text) for text in ("100 %", whole(_nice_top(top_value))))
        left += _GAP
        right = self.width() - 2.0 * _GAP
        height = self.height() - 3.0 * line - 3.0 * _GAP
        upper = QRectF(left, line + _GAP, max(1.0, right - left), max(1.0, 0.5 * height))
        lower = QRectF(left, upper.bottom() + line + _GAP, upper.width(), upper.height())
        return upper, lower

    def _draw_frame(
        self, painter: QPainter, area: QRectF, ticks: Sequence[tuple[float, str]], top: float
    ) -> None:
        grid = QColor(self.palette().color(QPalette.ColorRole.Text))
        grid.setAlpha(45)
        for value, text in ticks:
            y = area.bottom() - area.height() * value / top
            painter.setPen(QPen(grid, 1.0))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            height = QFontMetricsF(self.font()).height()
            painter.drawText(
                QRectF(0.0, y - 0.5 * height, area.left() - _GAP, height),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                text,
            )

    def _draw_axis(self, painter: QPainter, lower: QRectF) -> None:
        metrics = QFontMetricsF(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        free = 0.0
        for value in _distances(self._least, self._most):
            x = self._x(lower, value)
            text = self._distance(value)
            width = metrics.horizontalAdvance(text)
            left = min(max(0.0, x - 0.5 * width), self.width() - width)
            painter.drawLine(QPointF(x, lower.bottom()), QPointF(x, lower.bottom() + 3.0))
            if left >= free:
                painter.drawText(QPointF(left, lower.bottom() + 3.0 + metrics.ascent()), text)
                free = left + width + 2.0 * _GAP

    def _draw_line(
        self,
        painter: QPainter,
        area: QRectF,
        eps: Sequence[float],
        values: Sequence[float],
        top: float,
        colour: QColor,
        *,
        dots: bool = False,
    ) -> None:
        points = [
            QPointF(self._x(area, distance), area.bottom() - area.height() * value / top)
            for distance, value in zip(eps, values, strict=True)
            if self._least * 0.999 <= distance <= self._most * 1.001
        ]
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        if dots:
            # What was computed; the line between is only to guide the eye.
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            for point in points:
                painter.drawEllipse(point, 2.0, 2.0)

    def _draw_knee(self, painter: QPainter, lower: QRectF) -> None:
        curve = self._curve
        if curve is None or not self._least <= curve.knee <= self._most:
            return
        share = float(np.interp(curve.knee, curve.distance, curve.share))
        point = QPointF(self._x(lower, curve.knee), lower.bottom() - lower.height() * share / 100.0)
        painter.setPen(QPen(self._colour(_CORE), 1.8))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawEllipse(point, 4.5, 4.5)

    def _draw_eps(self, painter: QPainter, upper: QRectF, lower: QRectF) -> None:
        x = self._x(upper, min(self._most, max(self._least, self._eps)))
        pen = QPen(self.palette().color(QPalette.ColorRole.Text), 1.4, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, upper.top()), QPointF(x, lower.bottom()))

    def _draw_legend(self, painter: QPainter, area: QRectF, entries: Sequence[tuple[str, str]]) -> None:
        metrics = QFontMetricsF(self.font())
        x, y = area.left(), area.top() - 0.5 * metrics.height()
        for colour, text in entries:
            # The line of eps does not go through the words.
            words = QRectF(
                x, y - 0.5 * metrics.height(), 18.0 + metrics.horizontalAdvance(text), metrics.height()
            )
            painter.fillRect(words, self.palette().color(QPalette.ColorRole.Base))
            painter.setPen(QPen(self._colour(colour), 2.5))
            painter.drawLine(QPointF(x, y), QPointF(x + 14.0, y))
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(QPointF(x + 18.0, y + 0.35 * metrics.ascent()), text)
            x += 18.0 + metrics.horizontalAdvance(text) + 2.5 * _GAP

    def _x(self, area: QRectF, eps: float) -> float:
        return area.left() + area.width() * math.log(eps / self._least) / math.log(self._most / self._least)

    def _colour(self, name: str) -> QColor:
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        return QColor(_ON_DARK[name] if dark else name)

    def _distance(self, metres: float) -> str:
        if metres >= 1000.0:
            return f"{figures(metres / 1000.0)} km"
        return f"{figures(metres)} m"


def _nice_top(most: float) -> float:
    """Return the top of an axis from 0: a round number of at least 4."""
    if most <= _FEW_TICKS:
        return float(_FEW_TICKS)
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power for step in (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0) if step * power >= most)


def _steps(top: float) -> list[float]:
    return [0.0, 0.5 * top, top]


def _distances(least: float, most: float) -> list[float]:
    """Return round distances between two: 1, 2 and 5 times powers of ten."""
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    return [value for power in powers for step in (1, 2, 5) if least <= (value := step * 10.0**power) <= most]
