"""A run of the command line in another process: heard line by line, ended with all it has started.

The process tells in lines of JSON and ends when its standard input closes (distributed/voice.py).
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QByteArray, QProcess

from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from .interpreter import clean_environment

# Takes a sentence, as a template, and its values.
Tell = Callable[[str, Mapping[str, Any]], None]

LOG_LINES = 40

# How long a run may take to end before the user is told, and before it is killed.
SOON_SECONDS = 0.8
PATIENCE_SECONDS = 10.0

_POLL_MILLISECONDS = 100

# The package has the name that its modules import each other by, whatever its folder is called here. What was
# started may only start another process in its turn, as the Python of an environment on Windows does.
_START = """
import importlib.util, json, os, runpy, sys
print(json.dumps({"process": os.getpid()}), flush=True)
folder, name = sys.argv.pop(1), "innovation_clusters"
found = importlib.util.spec_from_file_location(
    name, os.path.join(folder, "__init__.py"), submodule_search_locations=[folder]
)
package = importlib.util.module_from_spec(found)
sys.modules[name] = package
found.loader.exec_module(package)
sys.argv[0] = name
runpy.run_module(name + ".distributed", run_name="__main__", alter_sys=True)
"""

# Not resolved: workers on this machine look for a folder of the package's name, which may be a link.
_PACKAGE = Path(__file__).absolute().parents[2]


class AttachedRun:
    """One run; `log` keeps the last lines of all that was said beside the lines of JSON, `number` is that of
    the process that runs, 0 before it is there.
    """

    def __init__(self, python: str, arguments: Sequence[str]) -> None:
        self._python = python
        self._arguments = ["-E", "-c", _START, str(_PACKAGE), *arguments, "--attached"]
        self._process = QProcess()
        self._process.setProcessEnvironment(clean_environment())
        self._error: InputError | None = None
        self._told_rest, self._log_rest = b"", b""
        self.number = 0
        self.log: deque[str] = deque(maxlen=LOG_LINES)

    def wait(self, monitor: Monitor, tell: Tell) -> None:
        """Start the run and wait for its end.

        Raises InputError with what the run says of its failure, and Cancelled once the run, and all processes
        it has started, have ended.
        """
        self._process.start(self._python, self._arguments)
        if not self._process.waitForStarted():
            raise InputError(
                "PYTHON",
                "{path} cannot be started ({problem}); choose another one.",
                path=self._python,
                problem=self._process.errorString(),
            )
        self.number = int(self._process.processId())
        ended = False
        try:
            while self._process.state() != QProcess.ProcessState.NotRunning:
                self._process.waitForReadyRead(_POLL_MILLISECONDS)
                self._hear(monitor, tell)
                monitor.check()
            self._hear(monitor, tell)
            ended = True
        finally:
            self._end(None if ended else tell)
            # Its number, where it had no time to be heard.
            for _ in self._told():
                pass
        if self._error is not None:
            raise self._error
        if self._process.exitStatus() != QProcess.ExitStatus.NormalExit or self._process.exitCode():
            raise InputError(
                "MASTER",
                "The run ended without a result and without a reason (exit code {code}); the end of its log "
                "is in this log.",
                code=self._process.exitCode(),
            )

    def _hear(self, monitor: Monitor, tell: Tell) -> None:
        for told in self._told():
            if "progress" in told:
                monitor.progress(float(told["progress"]))
            else:
                message, values = str(told["message"]), dict(told["values"])
                if "parameter" in told:
                    self._error = InputError(str(told["parameter"]), message, **values)
                else:
                    tell(message, values)
        *lines, self._log_rest = self._lines(self._log_rest, self._process.readAllStandardError())
        for line in lines:
            self._note(line)

    def _told(self) -> Iterator[dict[str, Any]]:
        """Yield what was told, but for the number of the process."""
        *lines, self._told_rest = self._lines(self._told_rest, self._process.readAllStandardOutput())
        for line in lines:
            told = _object(line)
            if told is None:
                self._note(line)
            elif "process" in told:
                self.number = told["process"]
            else:
                yield told

    @staticmethod
    def _lines(rest: bytes, said: QByteArray) -> list[bytes]:
        """Return what was said by lines, of which the last has not ended."""
        return (rest + bytes(said)).split(b"\n")

    def _note(self, line: bytes) -> None:
        text = line.decode("utf-8", "replace").strip()
        if text:
            self.log.append(text)

    def _end(self, tell: Tell | None) -> None:
        """Have the run end, and all that it has started; `tell` where it would rather go on."""
        self._process.closeWriteChannel()
        if not self._gone(time.monotonic() + SOON_SECONDS):
            if tell is not None:
                tell("The run has been asked to end; what it has started is still ending.", {})
            if not self._gone(time.monotonic() + PATIENCE_SECONDS):
                self._kill()

    def _gone(self, until: float) -> bool:
        """Wait until nothing of the run is there any more; False where something still is."""
        while self._process.state() != QProcess.ProcessState.NotRunning or self._others():
            if time.monotonic() > until:
                return False
            if not self._process.waitForFinished(_POLL_MILLISECONDS):
                time.sleep(_POLL_MILLISECONDS / 1000.0)
        return True

    def _others(self) -> bool:
        """Say whether a process of the run's group is there; on Windows there are no groups to ask."""
        if not hasattr(os, "killpg") or self._process.state() != QProcess.ProcessState.NotRunning:
            return False
        try:
            os.killpg(self.number, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True

    def _kill(self) -> None:
        if hasattr(os, "killpg"):
            # It may have ended just now.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.number, signal.SIGKILL)
        self._process.kill()
        self._gone(time.monotonic() + PATIENCE_SECONDS)


def _object(line: bytes) -> dict[str, Any] | None:
    """Return what a line tells, None where it is none of ours."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    known = isinstance(told, dict) and (
        isinstance(told.get("process"), int) or "progress" in told or {"message", "values"} <= told.keys()
    )
    return told if known else None
