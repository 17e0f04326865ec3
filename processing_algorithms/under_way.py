"""Runs that are under way: they are ended before the plugin is taken away under them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsProcessingFeedback

# A run ends within a second of being cancelled; a slow disk may need longer to take outputs away.
PATIENCE_SECONDS = 10.0

_changed = threading.Condition()
_feedbacks: dict[int, tuple[int, QgsProcessingFeedback]] = {}


@contextmanager
def run_of(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Tell of a run for as long as it lasts, in the thread it runs in."""
    key = id(feedback)
    with _changed:
        outermost = key not in _feedbacks
        if outermost:
            _feedbacks[key] = (threading.get_ident(), feedback)
    try:
        yield
    finally:
        if outermost:
            with _changed:
                del _feedbacks[key]
                _changed.notify_all()


def end_all(patience: float = PATIENCE_SECONDS) -> bool:
    """Cancel every run and wait until it has taken its outputs away; False where one has not ended by then.

    An algorithm asks its provider for many a thing, and QGIS ends with a crash where that is gone. A run of
    the thread that calls is cancelled and not waited for.
    """
    here = threading.get_ident()
    with _changed:
        for _, feedback in _feedbacks.values():
            feedback.cancel()
        return _changed.wait_for(lambda: all(thread == here for thread, _ in _feedbacks.values()), patience)
