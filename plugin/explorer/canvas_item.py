"""The picture of clusters on the map canvas: above the layers, in no project, gone with the explorer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QImage, QPainter, QTransform

from .picture import View

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget


def view_of(canvas: QgsMapCanvas) -> View | None:
    """Return what a canvas shows, None where it shows nothing."""
    settings = canvas.mapSettings()
    scale = settings.devicePixelRatio()
    size = settings.outputSize()
    width, height = round(size.width() * scale), round(size.height() * scale)
    if not settings.hasValidSettings() or width < 1 or height < 1 or canvas.extent().isEmpty():
        return None
    to_pixel, centre = settings.mapToPixel(), canvas.center()
    step = canvas.mapUnitsPerPixel() * max(size.width(), size.height())
    middle, right, up = (
        to_pixel.transform(QgsPointXY(centre.x() + east * step, centre.y() + north * step))
        for east, north in ((0, 0), (1, 0), (0, 1))
    )
    a, b = scale * (right.x() - middle.x()) / step, scale * (up.x() - middle.x()) / step
    d, e = scale * (right.y() - middle.y()) / step, scale * (up.y() - middle.y()) / step
    c = scale * middle.x() - a * centre.x() - b * centre.y()
    f = scale * middle.y() - d * centre.x() - e * centre.y()
    crs = settings.destinationCrs()
    return View(width, height, (a, b, c, d, e, f), crs.authid() or crs.toWkt(), scale)


class ClusterPicture(QgsMapCanvasItem):
    """Shows one picture at its place on the map, also while the map has moved on and the next is drawn."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._image: QImage | None = None
        self._pixels: NDArray[np.uint32] | None = None
        self._corners: list[QgsPointXY] = []
        self.view: View | None = None
        self.setZValue(5.0)

    def show_picture(self, pixels: NDArray[np.uint32], view: View) -> None:
        """Show pixels uint32[height, width], premultiplied ARGB, that were drawn for a view."""
        # QImage does not copy what it is given.
        self._pixels = np.ascontiguousarray(pixels)
        self._image = QImage(
            self._pixels.data, view.width, view.height, QImage.Format.Format_ARGB32_Premultiplied
        )
        self.view = view
        a, b, c, d, e, f = view.to_pixels
        area = a * e - b * d
        self._corners = [
            QgsPointXY((e * (column - c) - b * (line - f)) / area, (a * (line - f) - d * (column - c)) / area)
            for column, line in ((0, 0), (view.width, 0), (0, view.height))
        ]
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._image, self._pixels, self.view = None, None, None
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0.0, 0.0, float(self._canvas.width()), float(self._canvas.height()))

    def updatePosition(self) -> None:
        self.prepareGeometryChange()
        self.setPos(QPointF(0.0, 0.0))

    def paint(
        self,
        painter: QPainter | None,
        option: QStyleOptionGraphicsItem | None = None,
        widget: QWidget | None = None,
    ) -> None:
        if painter is None or self._image is None or self.view is None:
            return
        crs = self._canvas.mapSettings().destinationCrs()
        if (crs.authid() or crs.toWkt()) != self.view.crs:
            return
        origin, right, down = (self.toCanvasCoordinates(corner) for corner in self._corners)
        width, height = self.view.width, self.view.height
        painter.save()
        painter.setTransform(
            QTransform(
                (right.x() - origin.x()) / width,
                (right.y() - origin.y()) / width,
                (down.x() - origin.x()) / height,
                (down.y() - origin.y()) / height,
                origin.x(),
                origin.y(),
            ),
            True,
        )
        painter.drawImage(QPointF(0.0, 0.0), self._image)
        painter.restore()
