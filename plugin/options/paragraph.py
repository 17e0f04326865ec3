"""A text between the fields of a group."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QLabel


def paragraph(text: str) -> QLabel:
    """Return a text that is as wide as there is room."""
    label = QLabel(text)
    label.setWordWrap(True)
    return label
