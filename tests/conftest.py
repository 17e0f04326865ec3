"""Loads the checkout under the name it ships as, whatever its folder is called, and finds the real data."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "innovation_clusters"


def _register_package() -> None:
    specification = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    if specification is None or specification.loader is None:
        raise RuntimeError(f"{ROOT} holds no plugin package")
    package = importlib.util.module_from_spec(specification)
    sys.modules[PACKAGE] = package
    specification.loader.exec_module(package)


if PACKAGE not in sys.modules:
    _register_package()


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of real data that stays outside the project; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("INNOVATION_CLUSTERS_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the real data is not here: set INNOVATION_CLUSTERS_DATA to its folder")
    return folder
