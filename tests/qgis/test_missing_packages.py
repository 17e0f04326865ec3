"""A real qgis_process whose Python packages are missing, broken or too old: the plugin loads all the same."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from innovation_clusters.processing_algorithms import algorithm_classes
from innovation_clusters.processing_algorithms.needs import NEEDS

pytestmark = [pytest.mark.qgis, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]

# QGIS itself imports shapely and is without Python where that fails with anything but ModuleNotFoundError.
MISSING = {
    name: f"raise ModuleNotFoundError(\"No module named '{name}'\", name='{name}')"
    for name in ("numba", "shapely", "pyarrow", "pandas", "geopandas", "rtree")
}
BROKEN = MISSING | {
    "numba": "raise SystemError('initialization of _internal failed')",
    "shapely": "__version__ = '1.8.5'",
    "pyarrow": "raise OSError('libarrow.so: cannot open shared object file')",
    "pandas": "raise ValueError('numpy.dtype size changed')",
    "geopandas": "raise RuntimeError('no')",
    "rtree": "raise OSError('could not find or load spatialindex_c')",
}
SHAPELY = {"missing": "No module named 'shapely'", "broken": "1.8.5 < 2.0"}
NUMBA = {"missing": "No module named 'numba'", "broken": "SystemError: initialization of _internal failed"}

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(params=["missing", "broken"])
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def command(case: str, tmp_path: Path) -> Command:
    """Call qgis_process where packages of that case go before those that are installed."""
    if shutil.which("qgis_process") is None:
        pytest.skip("qgis_process is not on the path")
    plugins = tmp_path / "profile" / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "innovation_clusters").symlink_to(ROOT, target_is_directory=True)
    for name, text in (MISSING if case == "missing" else BROKEN).items():
        (tmp_path / "packages" / name).mkdir(parents=True)
        (tmp_path / "packages" / name / "__init__.py").write_text(text, encoding="utf-8")
    environment = os.environ | {
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "packages"), os.environ.get("PYTHONPATH", "")]),
    }

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["qgis_process", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    assert call("plugins", "enable", "innovation_clusters").returncode == 0
    return call


def test_everything_loads_and_works_as_far_as_it_can(
    qgis_app: QgsApplication, command: Command, case: str, tmp_path: Path
) -> None:
    listed = command("list")
    assert listed.returncode == 0, listed.stderr
    for algorithm_class in algorithm_classes():
        assert f"innovationclusters:{algorithm_class().name()}" in listed.stdout
    # Nothing is said before it matters.
    for name in MISSING:
        assert name not in listed.stderr.lower()
        assert f"package {name}" not in listed.stdout.lower()

    points = tmp_path / "points.geojson"
    features = ",".join(
        f'{{"type":"Feature","properties":{{"id":{row}}},"geometry":{{"type":"Point","coordinates":'
        f"[{127.0 + row % 10 / 1000.0},{37.0 + row // 10 / 1000.0}]}}}}"
        for row in range(100)
    )
    points.write_text(f'{{"type":"FeatureCollection","features":[{features}]}}', encoding="utf-8")
    clustered = tmp_path / "clustered.gpkg"
    done = command(
        "run",
        "innovationclusters:densityclusters",
        "--",
        f"INPUT={points}",
        "EPS=500",
        "MIN_SIZE=5",
        f"OUTPUT={clustered}",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "NUM_CLUSTERS:\t1" in done.stdout
    assert f"numba is not available ({NUMBA[case]}" in (done.stdout + done.stderr).replace(
        "(ModuleNotFoundError: ", "("
    )

    refused = command(
        "run",
        "innovationclusters:clusterboundaries",
        "--",
        f"INPUT={clustered}",
        "CLUSTER_FIELD=CLUSTER_ID",
        f"OUTPUT={tmp_path / 'boundaries.gpkg'}",
    )
    assert refused.returncode == 1
    said = refused.stdout + refused.stderr
    assert re.search(
        rf"Cluster boundaries needs the Python package shapely.*{re.escape(SHAPELY[case])}", said
    )
    assert "start QGIS again" in said
    assert "Traceback" not in said
    assert not (tmp_path / "boundaries.gpkg").exists()


def test_what_cannot_work_says_so_before_its_dialog_opens(
    qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    from innovation_clusters.analysis import packages

    provider = QgsApplication.processingRegistry().providerById("innovationclusters")
    assert all(algorithm.canExecute() == (True, "") for algorithm in provider.algorithms())
    real = packages.find
    gone = packages.Package("shapely", None, "", "OSError: libgeos_c")
    monkeypatch.setattr(packages, "find", lambda name: gone if name == "shapely" else real(name))
    refused = {}
    for algorithm in provider.algorithms():
        able, reason = algorithm.canExecute()
        if not able:
            refused[algorithm.name()] = reason
            assert reason.startswith(f"{algorithm.displayName()} needs the Python package shapely")
            assert "OSError: libgeos_c" in reason
            assert "install it" in reason
            assert "\n" not in reason
    assert set(refused) == set(NEEDS)
