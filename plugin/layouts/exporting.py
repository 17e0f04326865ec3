"""Layouts as files: PDF with text as text, PNG of 300 dots per inch."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsLayoutExporter, QgsPrintLayout

from ...processing_algorithms.base import tr

RESOLUTION = 300


def export(layout: QgsPrintLayout, pdf: Path | None = None, png: Path | None = None) -> None:
    """Write the layout as PDF, with text as text, and its first page as PNG of 300 dots per inch.

    Raises OSError.
    """
    if pdf is not None:
        exporter = QgsLayoutExporter(layout)
        result = exporter.exportToPdf(str(pdf), pdf_settings())
        require_written(result == QgsLayoutExporter.ExportResult.Success, pdf)
    if png is not None:
        export_png(layout, png)


def export_png(layout: QgsPrintLayout, png: Path) -> None:
    """Write the first page as PNG. Raises OSError."""
    # Not exportToImage: it tries to write a position into the PNG, which the format cannot hold.
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=RESOLUTION)
    require_written(not image.isNull() and image.save(str(png), "PNG"), png)


def pdf_settings() -> QgsLayoutExporter.PdfExportSettings:
    """Return how PDFs are written."""
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = RESOLUTION
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return settings


def require_written(written: bool, path: Path) -> None:
    """Raise OSError where a file was not written."""
    if not written:
        raise OSError(tr("The map could not be written to {path}.").format(path=path))
