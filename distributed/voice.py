"""How a run tells its progress and what it finds: to a person at a terminal, or to a program that has started
it and waits.
"""

from __future__ import annotations

import _thread
import copy
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable

from ..analysis.errors import Cancelled, InputError
from ..analysis.monitor import Monitor
from .arguments import argument_of

_STANDARD_INPUT = 0

# Ends by itself in less, unless something hangs.
PATIENCE_SECONDS = 5.0


class Voice:
    """Tells a person: sentences and, as the last line, an error on standard error."""

    def __init__(self) -> None:
        self.monitor = Monitor()

    def tell(self, message: str, **values: object) -> None:
        """Tell a sentence, a template with its values."""
        print(message.format(**values), file=sys.stderr)

    def fail(self, error: InputError) -> None:
        """Tell why the run ends."""
        argument = argument_of(error.parameter)
        sentence = error.message.format(**error.values)
        print(f"{argument}: {sentence}" if argument else sentence, file=sys.stderr)


def part(voice: Voice, monitor: Monitor) -> Voice:
    """Return a voice for a part of the run, whose progress is that of the monitor."""
    other = copy.copy(voice)
    other.monitor = monitor
    return other


class LinesOfJson(Voice):
    """Tells a program: objects of JSON, a line each, on standard output.

    {"progress": 0.25}, {"message": template, "values": {…}}, and for an error also its "parameter".
    """

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        super().__init__()
        self.monitor = Monitor(self._progress, cancelled)
        self._told = -1

    def tell(self, message: str, **values: object) -> None:
        self._line({"message": message, "values": values})

    def fail(self, error: InputError) -> None:
        self._line({"message": error.message, "values": error.values, "parameter": error.parameter})

    def _progress(self, fraction: float) -> None:
        # A line a thousandth at most: what is told more often nobody can see.
        if int(1000 * fraction) != self._told:
            self._told = int(1000 * fraction)
            self._line({"progress": round(fraction, 4)})

    @staticmethod
    def _line(told: dict[str, object]) -> None:
        # Texts that JSON does not know are told as they would be printed.
        print(json.dumps(told, default=str), flush=True)


class Attached:
    """A run that ends, with all processes it has started, when its standard input closes.

    A program asks it to by closing; and where that program dies, the system closes for it. Whatever is
    computing is interrupted, then all of the run's group of processes are asked to end, and killed where
    they do not.
    """

    def __init__(self) -> None:
        self._asked = threading.Event()
        if hasattr(os, "setsid") and os.getpid() != os.getpgid(0):
            # A group of its own, so that it can be asked as a whole.
            os.setsid()
        self.voice = LinesOfJson(self._asked.is_set)
        # Not ignored: the Java that is started would ignore it too.
        signal.signal(signal.SIGTERM, lambda number, frame: self._end_soon())
        # By this one what computes is interrupted; what a shell starts in the background ignores it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def asked_to_end(self) -> bool:
        """Whether the one who started it wants it to end."""
        return self._asked.is_set()

    def _watch(self) -> None:
        # Not through Python's file: its lock would still be held when the interpreter ends.
        while os.read(_STANDARD_INPUT, 1024):
            pass
        self._end_soon()

    def _end_soon(self) -> None:
        if not self._asked.is_set():
            self._asked.set()
            threading.Thread(target=self._end, daemon=True).start()

    @staticmethod
    def _end() -> None:
        main = threading.main_thread().ident
        if hasattr(os, "killpg") and main is not None:
            signal.pthread_kill(main, signal.SIGINT)
            # Java takes its files with it when it is asked like this.
            os.killpg(0, signal.SIGTERM)
            time.sleep(PATIENCE_SECONDS)
            os.killpg(0, signal.SIGKILL)
        _thread.interrupt_main()
        time.sleep(PATIENCE_SECONDS)
        os._exit(1)


def heard(attached: Attached | None, run: Callable[[Voice], None]) -> int:
    """Do a run and return the exit code: 0, 1 for an error that was told, 130 where it was asked to end."""
    voice = Voice() if attached is None else attached.voice
    try:
        run(voice)
    except InputError as error:
        if attached is None or not attached.asked_to_end:
            voice.fail(error)
            return 1
        return 130
    except (Cancelled, KeyboardInterrupt):
        return 130
    except Exception:
        # What breaks while everything is taken down tells nothing.
        if attached is None or not attached.asked_to_end:
            raise
        return 130
    return 0
