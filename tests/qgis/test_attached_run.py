"""A run whose Python only starts another one, as that of an environment does on Windows."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.run_folder import unfinished
from innovation_clusters.processing_algorithms.submitting import attached_run

# Begins its folder, and neither listens nor ends.
DEAF = """
import json, os, pathlib, sys, time
os.setsid()
output = pathlib.Path(next(each for each in sys.argv if each.startswith("--output="))[9:])
output.with_name(f".{output.name}.{os.getpid()}.part").mkdir()
print(json.dumps({"message": "under way", "values": {}}), flush=True)
time.sleep(60)
"""


def test_what_was_begun_is_found_by_its_name(
    qgis_app: QgsApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package" / "distributed"
    package.mkdir(parents=True)
    for file in (package.parent / "__init__.py", package / "__init__.py"):
        file.touch()
    (package / "__main__.py").write_text(DEAF)
    launcher = tmp_path / "python"
    launcher.write_text(f'#!/bin/sh\necho $$ > "{tmp_path}/launcher"\n"{sys.executable}" "$@"\nexit $?\n')
    launcher.chmod(0o755)
    monkeypatch.setattr(attached_run, "_PACKAGE", package.parent)
    monkeypatch.setattr(attached_run, "PATIENCE_SECONDS", 1.0)
    output = tmp_path / "결과"
    heard: list[str] = []

    def tell(message: str, values: Mapping[str, Any]) -> None:
        heard.append(message)

    run = attached_run.AttachedRun(str(launcher), [f"--output={output}"])
    with pytest.raises(Cancelled):
        run.wait(Monitor(cancelled=lambda: "under way" in heard), tell)
    [begun] = tmp_path.glob(".*.part")
    assert begun == unfinished(output, run.number)
    assert run.number != int((tmp_path / "launcher").read_text())
