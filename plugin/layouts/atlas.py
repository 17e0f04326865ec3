"""An atlas: one page after the other into one PDF, each made when its turn comes, and a PNG each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsAbstractLayoutIterator, QgsLayoutExporter, QgsPrintLayout, QgsProcessingFeedback
from qgis.PyQt import sip

from ...analysis.errors import Cancelled
from .exporting import export_png, pdf_settings, require_written

Make = Callable[[int], QgsPrintLayout]


class Pages(QgsAbstractLayoutIterator):
    """The layouts of an atlas, one at a time: made by `make` from the number of a page, gone with the next.

    `png_of` says where a page goes as PNG. What goes wrong ends the iteration and stands in `error`.
    """

    def __init__(
        self, count: int, make: Make, png_of: Callable[[int], Path] | None, feedback: QgsProcessingFeedback
    ) -> None:
        super().__init__()
        self.error: Exception | None = None
        self.printed = 0
        self._count = count
        self._make = make
        self._png_of = png_of
        self._feedback = feedback
        self._number = -1
        self._layout: QgsPrintLayout | None = None

    def layout(self) -> QgsPrintLayout | None:
        return self._layout

    def beginRender(self) -> bool:
        self._number = -1
        return True

    def endRender(self) -> bool:
        self._drop()
        return True

    def count(self) -> int:
        return self._count

    def filePath(self, baseFilePath: str, extension: str) -> str:
        return f"{baseFilePath}/{self._number + 1}.{extension}"

    def next(self) -> bool:
        self._drop()
        self._number += 1
        self._feedback.setProgress(100.0 * self._number / self._count)
        if self._number >= self._count:
            return False
        try:
            if self._feedback.isCanceled():
                raise Cancelled
            self._layout = self._make(self._number)
            if self._png_of is not None:
                export_png(self._layout, self._png_of(self._number))
        except Exception as error:
            # QGIS calls this from its own code, which knows no errors of Python: it waits until QGIS is back.
            self.error = error
            return False
        self.printed += 1
        return True

    def _drop(self) -> None:
        if self._layout is not None:
            sip.delete(self._layout)
            self._layout = None


def print_pages(
    count: int,
    make: Make,
    pdf: Path | None,
    png_of: Callable[[int], Path] | None,
    feedback: QgsProcessingFeedback,
) -> int:
    """Print pages; return how many. Raises what `make` raises, Cancelled and OSError."""
    pages = Pages(count, make, png_of, feedback)
    if pdf is not None:
        result, _ = QgsLayoutExporter.exportToPdf(pages, str(pdf), pdf_settings())
        written = result == QgsLayoutExporter.ExportResult.Success
    else:
        written = True
        pages.beginRender()
        while pages.next():
            pass
        pages.endRender()
    if pages.error is not None:
        raise pages.error
    if pdf is not None:
        require_written(written, pdf)
    return pages.printed
