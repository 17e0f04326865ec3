"""A QGIS of its own for runs that are killed, fill the disk, or meet another run."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from osgeo import ogr

ROOT = Path(__file__).resolve().parents[3]
LIFE = Path(__file__).with_name("one_life.py")


def start(
    parameters: Mapping[str, Any],
    *,
    algorithm: str = "innovationclusters",
    before: str = "",
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[str]:
    """Start a process that runs an algorithm. `before` is Python, executed when the plugin is loaded."""
    asked = {"algorithm": algorithm, "parameters": dict(parameters), "before": before}
    return subprocess.Popen(
        [sys.executable, str(LIFE), json.dumps(asked)],
        env=os.environ | {"INNOVATION_CLUSTERS_ROOT": str(ROOT)} | dict(environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def end(process: subprocess.Popen[str]) -> tuple[int, list[str], str]:
    """Wait for it; return the exit code, what it told its user, a line each, and its errors."""
    told, errors = process.communicate(timeout=240)
    return process.returncode, told.splitlines(), errors


def addresses(path: Path, clusters: int = 3, each: int = 1_500) -> Path:
    """Write addresses at some towns, enough of them that outputs are written in more than one go."""
    lines = ["longitude,latitude,record"]
    for town in range(clusters):
        for number in range(each):
            x = 100.0 + town * 5 + (number % 50) * 0.0005
            y = 20.0 + (number // 50) * 0.0005
            lines.append(f"{x:.5f},{y:.5f},{town}-{number}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def parameters(source: Path, folder: Path, **more: Any) -> dict[str, Any]:
    """Return the parameters of the main job, with all its outputs as files of a folder."""
    address = f"{source.as_uri()}?xField=longitude&yField=latitude&crs=EPSG:4326"
    return {
        "INVENTORS": f"delimitedtext://{address}",
        "INVENTORS_RECORD": "record",
        "MIN_DENSITY": 50,
        "CLUSTERS": str(folder / "clusters.gpkg"),
        "SITES": str(folder / "sites.gpkg"),
        "RANKING": str(folder / "ranking.csv"),
        "REPORT": str(folder / "report.html"),
        **more,
    }


OUTPUTS = ("clusters.gpkg", "sites.gpkg", "ranking.csv", "report.html")


def is_whole(path: Path) -> bool:
    """Tell whether a file can be read to its end: a database without a fault, a table, a page."""
    if path.suffix == ".html":
        return path.read_text(encoding="utf-8").rstrip().endswith("</html>")
    if path.suffix == ".gpkg" and not is_sound(path):
        return False
    source = ogr.Open(str(path))
    return all(
        sum(1 for _ in source.GetLayer(number)) == source.GetLayer(number).GetFeatureCount() > 0
        for number in range(source.GetLayerCount())
    )


def is_sound(database: Path) -> bool:
    """Tell whether SQLite finds no fault in a GeoPackage."""
    with closing(sqlite3.connect(database)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def rows(database: Path, table: str) -> list[tuple[Any, ...]]:
    """Return all values of a table of a GeoPackage."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(f'SELECT * FROM "{table}"').fetchall()


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
