"""What must not be imported: QGIS and Qt by the analysis, heavy packages by the plugin as QGIS loads it."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ANALYSIS = sorted(
    ".".join(("innovation_clusters", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
    for path in (ROOT / "analysis").rglob("*.py")
)
# The compiled kernels, which the analysis imports when they are first called for, and only where numba
# is.
ON_DEMAND = {
    name
    for name in ANALYSIS
    if name.removeprefix("innovation_clusters.analysis.") in ("compilation", "density.compiled")
    or name.startswith("innovation_clusters.analysis.density.kernels.")
    or name.startswith("innovation_clusters.analysis.zones.kernels.")
}
HEAVY = ("numba", "llvmlite", "shapely", "geopandas", "pandas", "pyproj", "rtree", "scipy", "sklearn")

# The folder of the checkout may have any name, and another plugin may own the names of its parts.
REGISTER = f"""
import importlib.util, sys

specification = importlib.util.spec_from_file_location(
    "innovation_clusters", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}]
)
package = importlib.util.module_from_spec(specification)
sys.modules["innovation_clusters"] = package
specification.loader.exec_module(package)
"""

NO_QGIS = """
import importlib.abc


class NotInstalled(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ("qgis", "PyQt5", "PyQt6", "osgeo", "processing", "sip"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, NotInstalled())
"""


def fresh(code: str, **environment: str) -> str:
    """Run code in a new interpreter, away from the checkout, and return what it prints."""
    result = subprocess.run(
        [sys.executable, "-c", REGISTER + textwrap.dedent(code)],
        capture_output=True,
        text=True,
        cwd="/",
        env={**os.environ, **environment},
        timeout=300,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_the_analysis_works_where_qgis_is_not_installed() -> None:
    assert "innovation_clusters.analysis.density" in ANALYSIS
    printed = fresh(
        NO_QGIS
        + f"""
import importlib

for name in {ANALYSIS!r}:
    importlib.import_module(name)

import numpy as np
from innovation_clusters.analysis.density import dbscan

# Two groups of three within 15 km, 100 km apart, and one address far from both.
x = np.array([127.0, 127.05, 127.1, 128.2, 128.25, 128.3, 130.9])
y = np.array([37.5, 37.5, 37.5, 37.5, 37.5, 37.5, 37.5])
result = dbscan(x, y, 15_000.0, 3.0, metric="ellipsoid")
assert "qgis" not in sys.modules
print(result.labels.tolist(), result.n_clusters)
"""
    )
    assert printed == "[0, 0, 0, 1, 1, 1, -1] 2"


def test_importing_the_analysis_loads_nothing_heavy() -> None:
    assert len(ON_DEMAND) > 5
    printed = fresh(
        f"""
        import importlib

        for name in {[name for name in ANALYSIS if name not in ON_DEMAND]!r}:
            importlib.import_module(name)
        print([name for name in {HEAVY!r} if name in sys.modules])
        """
    )
    assert printed == "[]"


def test_importing_the_package_imports_nothing() -> None:
    printed = fresh(
        """
        before = set(sys.modules)
        specification.loader.exec_module(package)
        print(sorted(set(sys.modules) - before))
        """
    )
    assert printed == "[]"


@pytest.mark.qgis
def test_qgis_loads_the_plugin_without_anything_heavy(tmp_path: Path) -> None:
    pytest.importorskip("qgis.core", reason="QGIS is not installed")
    printed = fresh(
        f"""
        from qgis.core import QgsApplication

        application = QgsApplication([], False)
        application.initQgis()
        # QGIS itself looks for shapely; that must not hide whether we do.
        for name in list(sys.modules):
            if name.partition(".")[0] in {HEAVY!r}:
                del sys.modules[name]

        from innovation_clusters import classFactory

        plugin = classFactory(None)
        plugin.initProcessing()
        provider = QgsApplication.processingRegistry().providerById("innovationclusters")
        names = [algorithm.name() for algorithm in provider.algorithms()]
        for algorithm in provider.algorithms():
            algorithm.create().shortHelpString()
        loaded = [name for name in {HEAVY!r} if name in sys.modules]
        print(len(names) > 0, loaded)
        plugin.unload()
        del provider, algorithm
        application.exitQgis()
        """,
        QT_QPA_PLATFORM="offscreen",
        QGIS_CUSTOM_CONFIG_PATH=str(tmp_path),
        XDG_RUNTIME_DIR=str(tmp_path),
    )
    assert printed.splitlines()[-1] == "True []"


def test_the_sources_of_kernels_are_known() -> None:
    """Machine code is kept by the state of these files: one left out would leave old code in use."""
    folder = ROOT / "analysis"
    listed = re.search(r"KERNEL_SOURCES = \((.*?)\)", (folder / "compilation.py").read_text(), re.S)
    assert listed is not None
    known = {file for pattern in ast.literal_eval(f"({listed[1]})") for file in folder.glob(pattern)}
    kernels = set(folder.glob("**/kernels/*.py"))
    assert kernels <= known
    for kernel in kernels:
        for node in ast.walk(ast.parse(kernel.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not node.level:
                continue
            start = kernel.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            names = [start.with_suffix(".py")] if node.module else []
            names += [start / f"{alias.name}.py" for alias in node.names]
            found = [name for name in names if name.is_file()]
            assert found, f"{kernel.name}: {ast.unparse(node)}"
            assert set(found) <= known, f"{kernel.name}: {ast.unparse(node)}"
