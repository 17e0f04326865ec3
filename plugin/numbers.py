"""Numbers as the window says them: in the user's locale, their thousands apart."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale


def grouping() -> QLocale:
    """Return the user's locale with its separators of thousands, which QGIS leaves out unless it is told
    otherwise: 13499 sites are hard to tell from 134990.
    """
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return locale
