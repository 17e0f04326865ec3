"""Letting QGIS's event loop run in a test until something has happened."""

from __future__ import annotations

import time
from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication


def wait_for(happened: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let events come until `happened` is true; raises TimeoutError where it does not get so."""
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError
        QCoreApplication.processEvents()
        time.sleep(0.002)


def let_pass(seconds: float) -> None:
    """Let events come for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.002)
