"""Measure density clustering beside scikit-learn and QGIS's own: `make bench`.

    scripts/env.sh .venv/bin/python benchmarks/run.py [--quick] [--case NAME]...

All contenders of a case get the same made-up points in one run, one after the other, each in a process of its
own: warmed up on a tenth of the points, then the median of several runs. Memory is what the process needs at
its peak beyond what it held before. Labels are compared as well: a faster answer that is another one ends the
run with exit code 1. Seconds change from machine to machine and from hour to hour; ratios hold.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from innovation_clusters.analysis.density import dbscan
from innovation_clusters.analysis.editions import AUTHOR_WEIGHT
from innovation_clusters.analysis.geodesy import MEAN_RADIUS

MOST_RUNS = 5
# No further run of a contender begins after this long.
ENOUGH_SECONDS = 60.0
# A transverse Mercator grid in metres, which Processing measures in the plane.
PLANE = "EPSG:5179"


# Points


@dataclass(frozen=True)
class Points:
    """Coordinates and weights float64[n] (weights None: 1 each), and the density that makes a cluster."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    weights: NDArray[np.float64] | None
    eps: float
    min_weight: float


def country(count: int, eps: float, min_weight: float) -> Points:
    """Spread points over a square of 1000 km: three in four in 400 uneven towns, the others anywhere."""
    random = np.random.default_rng(1996)
    towns = 400
    town = random.choice(towns, count, p=_uneven(towns, 1.0))
    centres, widths = random.uniform(0.0, 1e6, (towns, 2)), random.uniform(5e3, 15e3, towns)
    places = centres[town] + random.normal(size=(count, 2)) * widths[town, None]
    anywhere = random.random(count) < 0.25
    places[anywhere] = random.uniform(0.0, 1e6, (int(anywhere.sum()), 2))
    x, y = (places + np.array([500_000.0, 1_500_000.0])).T
    return Points(x, y, None, eps, min_weight)


def world(rows: int, count: int, eps: float, min_weight: float) -> Points:
    """Spread addresses over sites of cities in degrees; two in five are inventors, the others authors."""
    random = np.random.default_rng(2024)
    cities = 3000
    city = random.choice(cities, count, p=_uneven(cities, 0.8))
    longitude, latitude = random.uniform(-180.0, 180.0, cities), random.uniform(-40.0, 65.0, cities)
    widths = random.uniform(0.03, 0.25, cities)
    places = (
        np.stack([longitude, latitude], axis=1)[city] + random.normal(size=(count, 2)) * widths[city, None]
    )
    places[:, 0] = (places[:, 0] + 180.0) % 360.0 - 180.0
    site = random.choice(count, rows, p=_uneven(count, 0.6)[random.permutation(count)])
    x, y = np.round(places[site], 4).T
    weights = np.where(random.random(rows) < 0.4, 1.0, AUTHOR_WEIGHT)
    return Points(x, y, weights, eps, min_weight)


def _uneven(count: int, exponent: float) -> NDArray[np.float64]:
    """Return probabilities that fall with the rank, as those of cities do."""
    parts = np.arange(1, count + 1) ** -exponent
    return parts / parts.sum()


# Contenders


@dataclass(frozen=True)
class Answer:
    """Labels int[n], -1 for noise, in any numbering; `core` bool[n] where the contender tells."""

    labels: NDArray[np.int64]
    core: NDArray[np.bool_] | None


@dataclass(frozen=True)
class Contender:
    """Who computes: `prepare` may take its time and returns what is measured, `read` makes its outcome an
    answer.

    `like` names the contender whose labels it must have, None where nobody has the same task.
    """

    name: str
    prepare: Callable[[Points, Path], Callable[[], Any]]
    read: Callable[[Any], Answer]
    like: str | None = "analysis.density.dbscan"


def own(**options: Any) -> Callable[[Points, Path], Callable[[], Any]]:
    """Our function on arrays."""

    def prepare(points: Points, folder: Path) -> Callable[[], Any]:
        return lambda: dbscan(
            points.x, points.y, points.eps, points.min_weight, weights=points.weights, **options
        )

    return prepare


def scikit_learn(points: Points, folder: Path) -> Callable[[], Any]:
    """scikit-learn in the plane, as its manual shows it."""
    from sklearn.cluster import DBSCAN

    places = np.stack([points.x, points.y], axis=1)
    model = DBSCAN(eps=points.eps, min_samples=int(points.min_weight), algorithm="kd_tree")
    return lambda: model.fit(places, sample_weight=points.weights)


def scikit_learn_on_sites(points: Points, folder: Path) -> Callable[[], Any]:
    """scikit-learn on the sphere as someone uses it who knows it: on distinct places with summed weights."""
    from sklearn.cluster import DBSCAN

    def run() -> Any:
        places, of_row = np.unique(np.stack([points.y, points.x], axis=1), axis=0, return_inverse=True)
        weights = np.bincount(of_row.ravel(), weights=points.weights)
        model = DBSCAN(
            eps=points.eps / MEAN_RADIUS,
            min_samples=int(points.min_weight),
            metric="haversine",
            algorithm="ball_tree",
        )
        model.fit(np.radians(places), sample_weight=weights)
        core = np.zeros(len(places), dtype=bool)
        core[model.core_sample_indices_] = True
        return model.labels_[of_row.ravel()], core[of_row.ravel()]

    return run


def processing(algorithm: str, parameters: dict[str, str]) -> Callable[[Points, Path], Callable[[], Any]]:
    """Run an algorithm of QGIS on a GeoPackage into a GeoPackage; `parameters` names eps and minimum."""

    def prepare(points: Points, folder: Path) -> Callable[[], Any]:
        run, *_ = _start_qgis()
        source = folder / f"{points.x.size}.gpkg"
        if not source.exists():
            _write_geopackage(source, points)
        target = folder / f"{algorithm.replace(':', '-')}.gpkg"
        given = {
            "INPUT": str(source),
            parameters["eps"]: points.eps,
            parameters["minimum"]: points.min_weight,
            "OUTPUT": str(target),
        }

        def once() -> Path:
            target.unlink(missing_ok=True)
            run(algorithm, given)
            return target

        return once

    return prepare


@cache
def _start_qgis() -> tuple[Callable[[str, dict[str, Any]], Any], object, object]:
    """Start QGIS in this process, with our provider as QGIS loads it; return Processing's `run`, and what has
    to outlive it.
    """
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    from innovation_clusters import classFactory

    Processing.initialize()
    plugin = classFactory(None)
    plugin.initProcessing()

    def run(algorithm: str, parameters: dict[str, Any]) -> Any:
        with contextlib.redirect_stdout(io.StringIO()):
            return Processing.runAlgorithm(algorithm, parameters)

    return run, application, plugin


def _write_geopackage(path: Path, points: Points) -> None:
    from qgis.core import (
        Qgis,
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransformContext,
        QgsFeature,
        QgsField,
        QgsFields,
        QgsGeometry,
        QgsPointXY,
        QgsVectorFileWriter,
    )
    from qgis.PyQt.QtCore import QMetaType

    fields = QgsFields()
    fields.append(QgsField("row", QMetaType.Type.Int))
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        Qgis.WkbType.Point,
        QgsCoordinateReferenceSystem(PLANE),
        QgsCoordinateTransformContext(),
        QgsVectorFileWriter.SaveVectorOptions(),
    )
    for row, (x, y) in enumerate(zip(points.x.tolist(), points.y.tolist(), strict=True)):
        feature = QgsFeature(fields)
        feature.setAttributes([row])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        writer.addFeature(feature)
    del writer


def read_own(result: Any) -> Answer:
    return Answer(result.labels.astype(np.int64), result.core)


def read_scikit_learn(model: Any) -> Answer:
    core = np.zeros(model.labels_.size, dtype=bool)
    core[model.core_sample_indices_] = True
    return Answer(model.labels_.astype(np.int64), core)


def read_pair(result: Any) -> Answer:
    return Answer(result[0].astype(np.int64), result[1])


def read_geopackage(path: Path) -> Answer:
    import sqlite3

    with contextlib.closing(sqlite3.connect(path)) as database:
        [(table,)] = database.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")
        columns = [name for _, name, *_ in database.execute(f'PRAGMA table_info("{table}")')]
        role = "role" if "role" in columns else "NULL"
        rows = database.execute(f'SELECT "CLUSTER_ID", {role} FROM "{table}" ORDER BY "row"').fetchall()
    labels = np.array([-1 if number is None else number - 1 for number, _ in rows])
    core = np.array([role == "core" for _, role in rows]) if role == "role" else None
    return Answer(labels, core)


# Cases


@dataclass(frozen=True)
class Case:
    """One task and who takes it on; the first contender is ours, the measure of the others."""

    title: str
    points: Callable[[int], Points]
    contenders: tuple[Contender, ...]


OURS = Contender("analysis.density.dbscan", own(), read_own, None)
OURS_IN_NUMPY = Contender("the same without numba", own(compiled=False), read_own)
ON_THE_ELLIPSOID = Contender("analysis.density.dbscan, ellipsoid", own(metric="ellipsoid"), read_own, None)
ON_THE_SPHERE = Contender("analysis.density.dbscan, sphere", own(metric="sphere"), read_own, None)
SCIKIT_LEARN = Contender("scikit-learn, kd_tree", scikit_learn, read_scikit_learn)
SCIKIT_LEARN_ON_SITES = Contender(
    "scikit-learn, haversine ball_tree on np.unique sites",
    scikit_learn_on_sites,
    read_pair,
    ON_THE_SPHERE.name,
)
DENSITY_CLUSTERS = Contender(
    "innovationclusters:densityclusters",
    processing("innovationclusters:densityclusters", {"eps": "EPS", "minimum": "MIN_SIZE"}),
    read_geopackage,
    None,
)
NATIVE = Contender(
    "native:dbscanclustering",
    processing("native:dbscanclustering", {"eps": "EPS", "minimum": "MIN_SIZE"}),
    read_geopackage,
    DENSITY_CLUSTERS.name,
)

CASES = {
    "plane": Case(
        "200,000 points in the plane, 2 km, 10",
        lambda part: country(200_000 // part, 2_000.0, 10),
        (OURS, OURS_IN_NUMPY, SCIKIT_LEARN),
    ),
    "plane-wide": Case(
        "200,000 points in the plane, 15 km, 90",
        lambda part: country(200_000 // part, 15_000.0, 90),
        (OURS, SCIKIT_LEARN),
    ),
    "million": Case(
        "1,000,000 points in the plane, 2 km, 50",
        lambda part: country(1_000_000 // part, 2_000.0, 50),
        (OURS, SCIKIT_LEARN),
    ),
    "earth": Case(
        "5,000,000 weighted rows on 300,000 sites in degrees, 15 km, 4,500",
        lambda part: world(5_000_000 // part, 300_000 // part, 15_000.0, 4_500.0 / part),
        (ON_THE_ELLIPSOID, ON_THE_SPHERE, SCIKIT_LEARN_ON_SITES),
    ),
    "qgis": Case(
        "GeoPackage to GeoPackage in QGIS: 200,000 points, 2 km, 10",
        lambda part: country(200_000 // part, 2_000.0, 10),
        (DENSITY_CLUSTERS, NATIVE),
    ),
    "qgis-wide": Case(
        "GeoPackage to GeoPackage in QGIS: 200,000 points, 15 km, 90",
        lambda part: country(200_000 // part, 15_000.0, 90),
        (DENSITY_CLUSTERS, NATIVE),
    ),
}


# Measuring, in a process of its own


def measure(case: Case, contender: Contender, part: int, most_runs: int, folder: Path) -> None:
    """Run one contender, print its figures as JSON and leave its labels in `folder`."""
    contender.prepare(case.points(10 * part), folder)()
    task = contender.prepare(case.points(part), folder)
    seconds: list[float] = []
    peak = 0
    while len(seconds) < most_runs and sum(seconds) < ENOUGH_SECONDS:
        outcome = None
        held = _reset_peak()
        began = time.perf_counter()
        outcome = task()
        seconds.append(time.perf_counter() - began)
        peak = max(peak, _memory("VmHWM") - held)
    answer = contender.read(outcome)
    none = np.empty(0, dtype=bool)
    np.savez(folder / "answer.npz", labels=answer.labels, core=none if answer.core is None else answer.core)
    print(json.dumps({"seconds": statistics.median(seconds), "runs": len(seconds), "megabytes": peak / 1024}))
    sys.stdout.flush()
    # All is said; the end of a process that has QGIS and Python in it is not what is measured here.
    os._exit(0)


def _reset_peak() -> int:
    """Forget the highest memory so far and return the memory held now, in kB."""
    Path("/proc/self/clear_refs").write_text("5")
    return _memory("VmRSS")


def _memory(entry: str) -> int:
    found = re.search(rf"{entry}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    if found is None:
        raise OSError(f"/proc/self/status has no {entry}")
    return int(found[1])


# The table


@dataclass(frozen=True)
class Line:
    """What came out for one contender: median seconds of `runs`, megabytes beyond its input, its answer."""

    contender: Contender
    seconds: float
    runs: int
    megabytes: float
    answer: Answer


def run_case(name: str, part: int, most_runs: int, folder: Path) -> Iterator[Line]:
    """Measure the contenders of a case one after the other."""
    for place, contender in enumerate(CASES[name].contenders):
        command = [
            sys.executable,
            __file__,
            "--measure",
            name,
            str(place),
            str(part),
            str(most_runs),
            str(folder),
        ]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{contender.name} failed in {name}:\n{done.stderr}")
        figures = json.loads(done.stdout.splitlines()[-1])
        with np.load(folder / "answer.npz") as stored:
            answer = Answer(stored["labels"], stored["core"] if stored["core"].size else None)
        yield Line(contender, figures["seconds"], figures["runs"], figures["megabytes"], answer)


def agreement(expected: Answer, found: Answer) -> str:
    """Compare labels: "equal", "equal but for … border points", or what of the density result differs."""
    if expected.core is not None and found.core is not None:
        misjudged = int((expected.core != found.core).sum())
        if misjudged:
            return f"DIFFERENT: {misjudged} core points"
    if np.array_equal(expected.labels, found.labels):
        return "equal"
    core = expected.core if expected.core is not None else found.core
    if core is None:
        return "DIFFERENT"
    if not np.array_equal(expected.labels < 0, found.labels < 0):
        return f"DIFFERENT: {int(((expected.labels < 0) != (found.labels < 0)).sum())} noise points"
    pairs = np.unique(np.stack([expected.labels[core], found.labels[core]]), axis=1)
    clusters = [np.unique(labels[core]).size for labels in (expected.labels, found.labels)]
    if not pairs.shape[1] == clusters[0] == clusters[1]:
        return "DIFFERENT: the partition"
    number = np.full(int(expected.labels.max()) + 1, -1)
    number[pairs[0]] = pairs[1]
    differing = int(((expected.labels >= 0) & (number[expected.labels] != found.labels)).sum())
    return f"equal but for {differing} border points" if differing else "equal, numbered otherwise"


def table(names: list[str], part: int, most_runs: int) -> tuple[str, bool]:
    """Return the Markdown table of the cases and whether all labels agree."""
    lines = [
        "| Case | | Time | Peak memory | Seconds | Megabytes | Labels |",
        "|---|---|--:|--:|--:|--:|---|",
    ]
    agree = True
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            measured: dict[str, Line] = {}
            for line in run_case(name, part, most_runs, Path(folder)):
                measured[line.contender.name] = line
                ours = next(iter(measured.values()))
                verdict = ""
                if line.contender.like is not None:
                    verdict = agreement(measured[line.contender.like].answer, line.answer)
                    agree &= "DIFFERENT" not in verdict
                cells = [
                    CASES[name].title if line is ours else "",
                    line.contender.name,
                    f"× {_figures(line.seconds / ours.seconds)}",
                    f"× {_figures(line.megabytes / ours.megabytes)}",
                    f"{_figures(line.seconds)} ({line.runs})",
                    f"{line.megabytes:,.0f}",
                    verdict,
                ]
                lines.append(f"| {' | '.join(cells)} |")
                print(f"{name}: {cells[1]}: {cells[4]} s", file=sys.stderr, flush=True)
    return "\n".join(lines), agree


def _figures(value: float) -> str:
    """Write two figures of a number, which is what such a measurement is good for."""
    return f"{value:,.0f}" if value >= 10.0 else f"{value:.2g}"


def conditions(part: int) -> str:
    """Say where the numbers come from."""
    from qgis.core import Qgis

    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "numba", "scikit-learn"))
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {packages}, QGIS {Qgis.version()}"
        f"{f', a {part}th of the points' if part > 1 else ''}. Time and memory first as multiples of the "
        "first line of each case; in brackets the number of runs of which the median is given."
    )


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--quick", action="store_true", help="a tenth of the points, one run")
    arguments.add_argument(
        "--case", action="append", choices=list(CASES), help="only this one; may be repeated"
    )
    arguments.add_argument("--measure", nargs=5, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.measure:
        name, place, part, most_runs, folder = given.measure
        case = CASES[name]
        measure(case, case.contenders[int(place)], int(part), int(most_runs), Path(folder))
    part, most_runs = (10, 1) if given.quick else (1, MOST_RUNS)
    text, agree = table(given.case or list(CASES), part, most_runs)
    print(f"\n{text}\n\n{conditions(part)}")
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
