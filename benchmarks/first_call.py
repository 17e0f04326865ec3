"""What the first call costs: with nothing compiled yet, with a cache, and where nothing may be written.

Every call is measured in a Python of its own that has an empty profile, home and cache:

    python -m innovation_clusters.benchmarks.first_call arrays|ellipsoid|qgis FOLDER

prints the seconds of the call alone, on points that take no time. Starting QGIS is not the call's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from .points import country
from .table import Goal, Row, Section

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("analysis", "plugin", "processing_algorithms", "resources")
COLD, WARM = Goal(6.0), Goal(0.5)
KINDS = {
    "arrays": "dbscan on arrays",
    "ellipsoid": "the same on the ellipsoid",
    "qgis": "densityclusters in QGIS",
}
POINTS = 1_000
NOBODY = 65534


def first_call(part: int, most_runs: int) -> Section:
    """Measure first calls; they are the same size for everyone."""
    section = Section("First call, 1,000 points")
    for kind, name in KINDS.items():
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            environment = _fresh(place) | {"NUMBA_CACHE_DIR": str(place / "cache")}
            section.rows.append(_row(f"{name}: nothing compiled", COLD, kind, place, environment))
            section.rows.append(_row(f"{name}: the next process", WARM, kind, place, environment))
    for kind, name in KINDS.items():
        section.rows.append(_read_only(kind, f"{name}: plugin and home cannot be written"))
    return section


def _fresh(place: Path) -> dict[str, str]:
    """Return an environment whose profile, home and temporary files are in `place`."""
    (place / "home").mkdir()
    (place / "temporary").mkdir()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("NUMBA", "XDG"))}
    return environment | {
        "HOME": str(place / "home"),
        # Without a profile it can write to, QGIS itself does not start Processing.
        "QGIS_CUSTOM_CONFIG_PATH": str(place / "temporary" / "qgis"),
        "TMPDIR": str(place / "temporary"),
        "XDG_RUNTIME_DIR": str(place / "temporary"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def _read_only(kind: str, name: str) -> Row:
    """Call a copy of the plugin that this process's user, or nobody where that is root, cannot write to."""
    drop = []
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            return Row(
                name, remark="not tried: root may write everywhere, and there is no setpriv to leave root"
            )
        drop = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        place.chmod(0o755)
        environment = _fresh(place)
        copy = place / "plugins" / "innovation_clusters"
        for part in (*SHIPPED, "benchmarks"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        for file in ("__init__.py", "metadata.txt"):
            shutil.copy(ROOT / file, copy)
        (place / "temporary").chmod(0o777)
        closed = [place / "home", place / "plugins", *(place / "plugins").rglob("*")]
        for path in closed:
            path.chmod(0o555 if path.is_dir() else 0o444)
        environment["PYTHONPATH"] = os.pathsep.join([str(place / "plugins"), environment["PYTHONPATH"]])
        row = _row(name, COLD, kind, place / "temporary", environment, drop)
        for path in closed:
            if path.is_dir():
                path.chmod(0o755)
    return row


def _row(
    name: str, goal: Goal, kind: str, folder: Path, environment: dict[str, str], before: Sequence[str] = ()
) -> Row:
    """Make one call in a fresh Python, as the user that the command `before` makes of us."""
    command = [*before, sys.executable, "-m", "innovation_clusters.benchmarks.first_call", kind, str(folder)]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return Row(name, goal=goal, remark=f"failed with code {done.returncode}")
    return Row(name, float(done.stdout.splitlines()[-1]), "s", goal, remark="as nobody" if before else "")


def _measure(kind: str, folder: Path) -> float:
    """Return the seconds of the one call; what comes before it is what a user has done by then."""
    points = country(POINTS, 20_000.0, 5)
    if kind != "qgis":
        from innovation_clusters.analysis.density import dbscan

        # Kernels for the globe are other ones than those for the plane; degrees enough for some clusters.
        metric, metres = ("ellipsoid", 100_000.0) if kind == "ellipsoid" else ("planar", 1.0)
        began = time.perf_counter()
        dbscan(points.x / metres, points.y / metres, points.eps, points.min_weight, metric=metric)
        return time.perf_counter() - began
    from .qgis_processing import DENSITY_CLUSTERS

    call = DENSITY_CLUSTERS.prepare(points, folder)
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


if __name__ == "__main__":
    print(_measure(sys.argv[1], Path(sys.argv[2])), flush=True)
    os._exit(0)
