"""The Python that runs on Spark are started with: where it is, and whether it has what they need."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QProcess, QProcessEnvironment

from ...analysis.errors import InputError
from ..base import tr
from ..preferences import SPARK_PYTHON

# The oldest that have what is used of them.
OLDEST_PYTHON = (3, 11)
OLDEST_PYSPARK = (4, 0)

# What a run cannot do without; numba makes it fast.
NEEDED = ("pyspark", "pyarrow", "pandas", "numpy")
_CONNECT = "grpcio"
_LOOKED_FOR = (*NEEDED, _CONNECT, "numba")

# A Python on a slow disk takes some seconds to start; one that takes longer is no Python.
_PATIENCE_MILLISECONDS = 15_000

_PROBE = """
import json, os, shutil, sys
from importlib import metadata
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = metadata.version(name)
    except metadata.PackageNotFoundError:
        found[name] = ""
home = os.environ.get("JAVA_HOME")
java = shutil.which("java", path=os.path.join(home, "bin") if home else None)
print(json.dumps({"python": sys.version_info[:3], "packages": found, "java": java or ""}))
"""


@dataclass(frozen=True)
class Interpreter:
    """A Python that was asked: its `version`, the versions of `packages`, "" for those it has not, and where
    it finds `java`, "" for nowhere.
    """

    path: str
    version: tuple[int, ...]
    packages: Mapping[str, str]
    java: str

    @property
    def of_the_system(self) -> bool:
        """Whether its packages come from the system alone, which stops pip."""
        return self.path.startswith("/usr/bin/")

    @property
    def command(self) -> str:
        """The line that installs what it may lack."""
        return install_line(f'"{self.path}"')


def chosen_interpreter(given: str) -> str:
    """Return the path that was given, else that of the Options; empty where there is none."""
    return given.strip() or str(QgsSettings().value(SPARK_PYTHON, "") or "").strip()


def install_line(python: str) -> str:
    """Return the line that installs for a Python what runs on Spark need."""
    return f'{python} -m pip install "pyspark[connect]>=4.0" pyarrow pandas numba'


def environment_line() -> str:
    """Return the line that makes an environment of its own, with all of it."""
    if sys.platform == "win32":
        folder = '"%USERPROFILE%\\spark'
        return f'py -m venv {folder}" && ' + install_line(f'{folder}\\Scripts\\python"')
    return "python3 -m venv ~/spark && " + install_line("~/spark/bin/python")


def ask(path: str) -> Interpreter:
    """Start a Python and ask what it has; raises InputError, naming PYTHON, where that is none."""
    if not path:
        raise InputError(
            "PYTHON",
            "Spark runs in a Python of its own and none is chosen; choose it here or in the Options of the "
            "plugin. This line in a terminal makes one: {command}",
            command=environment_line(),
        )
    there = Path(path).expanduser()
    if not there.is_file():
        raise InputError(
            "PYTHON",
            "There is no file {path}; choose the Python that has PySpark, such as {example}.",
            path=path,
            example="~/spark/bin/python" if sys.platform != "win32" else "spark\\Scripts\\python.exe",
        )
    process = QProcess()
    process.setProcessEnvironment(clean_environment())
    # -E: what QGIS tells its own Python is not for another one.
    process.start(str(there), ["-E", "-c", _PROBE, *_LOOKED_FOR])
    ended = process.waitForFinished(_PATIENCE_MILLISECONDS)
    try:
        if not ended or process.exitCode():
            raise ValueError(_last_line(bytes(process.readAllStandardError())) or process.errorString())
        told = json.loads(bytes(process.readAllStandardOutput()))
        return Interpreter(str(there), tuple(told["python"]), dict(told["packages"]), str(told["java"]))
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            "PYTHON",
            "{path} does not answer as a Python does ({problem}); choose the Python that has PySpark.",
            path=path,
            problem=error,
        ) from error
    finally:
        process.kill()
        process.waitForFinished(1_000)


def lack(interpreter: Interpreter, *, connect: bool) -> InputError | None:
    """Return what stops a Python from being used, None where nothing does; `connect` to a Spark Connect
    server, which takes no Java here.
    """
    if interpreter.version[:2] < OLDEST_PYTHON:
        return InputError(
            "PYTHON",
            "{path} is Python {version}, and {oldest} or later is needed; choose another one. This line "
            "makes one where python3 is new enough: {command}",
            path=interpreter.path,
            version=_dotted(interpreter.version),
            oldest=_dotted(OLDEST_PYTHON),
            command=environment_line(),
        )
    missing = [
        name for name in (*NEEDED, *([_CONNECT] if connect else [])) if not interpreter.packages.get(name)
    ]
    if missing and interpreter.of_the_system:
        return InputError(
            "PYTHON",
            "{path} has no {packages} and belongs to the system; make another one in a terminal, and choose "
            "that: {command}",
            path=interpreter.path,
            packages=", ".join(missing),
            command=environment_line(),
        )
    if missing:
        return InputError(
            "PYTHON",
            "{path} has no {packages}; install it in a terminal: {command}",
            path=interpreter.path,
            packages=", ".join(missing),
            command=interpreter.command,
        )
    pyspark = interpreter.packages["pyspark"]
    if _numbers(pyspark) < OLDEST_PYSPARK:
        return InputError(
            "PYTHON",
            "{path} has PySpark {version}, and {oldest} or later is needed; update it in a terminal: "
            "{command}",
            path=interpreter.path,
            version=pyspark,
            oldest=_dotted(OLDEST_PYSPARK),
            command=interpreter.command,
        )
    if not connect and not interpreter.java:
        return InputError(
            "PYTHON",
            "No Java was found, which a Spark master needs here too; install Java 17 or later ({command}), "
            "or set JAVA_HOME.",
            command=_java_line(),
        )
    return None


def told(interpreter: Interpreter) -> str:
    """Return the versions of a Python in one line."""
    found = [f"{name} {version}" for name, version in interpreter.packages.items() if version]
    return tr("Python {version} with {packages}").format(
        version=_dotted(interpreter.version), packages=", ".join(found) or tr("nothing of it")
    )


def clean_environment() -> QProcessEnvironment:
    """Return the environment without what QGIS tells its own Python."""
    environment = QProcessEnvironment.systemEnvironment()
    for name in ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONEXECUTABLE", "PYTHONNOUSERSITE"):
        environment.remove(name)
    environment.insert("PYTHONUTF8", "1")
    return environment


def _java_line() -> str:
    if sys.platform == "darwin":
        return "brew install openjdk@17"
    if sys.platform == "win32":
        return "winget install EclipseAdoptium.Temurin.17.JRE"
    return "sudo apt install default-jre-headless"


def _dotted(version: Sequence[int]) -> str:
    return ".".join(str(part) for part in version)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split(".")[:2])


def _last_line(told: bytes) -> str:
    lines = [line for line in told.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""
