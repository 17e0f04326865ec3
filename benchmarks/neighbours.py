"""How crowded the made-up points are, beside real publications: neighbours within 2 km.

The real ones are OpenAPC's, placed by ROR in the city of the paying institution, so that a whole city is one
place; they stay outside the project and are left out where they are absent.
"""

from __future__ import annotations

import csv
import gzip
import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from innovation_clusters.analysis.geodesy import earth_centred

from .points import country, metropolis
from .table import Row, Section

RADIUS = 2_000.0
SAMPLE = 4_000
LEVELS = (0.1, 0.5, 0.9, 0.99)

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("INNOVATION_CLUSTERS_DATA", ROOT.parent / "shared" / "data"))
PUBLICATIONS = DATA / "points" / "openapc_ror_publications_459k.csv.gz"


def neighbours(part: int, most_runs: int) -> Section:
    """Count the neighbours of a sample of points; the figure is the mean share of all points, in per cent."""
    section = Section("Neighbours within 2 km: share of all points that a point has around it")
    count = 1_000_000 // part
    for name, points in (
        ("country", country(count, RADIUS, 50)),
        ("metropolis", metropolis(count, RADIUS, 50)),
    ):
        section.rows.append(_row(f"{name}, {count:,} points", np.stack([points.x, points.y], axis=1)))
    if PUBLICATIONS.is_file():
        places = _publications()
        section.rows.append(_row(f"OpenAPC, {len(places):,} publications", places))
    else:
        section.notes.append(f"{PUBLICATIONS.name} is not here: no real points to compare with.")
    return section


def _row(name: str, places: NDArray[np.float64]) -> Row:
    sample = np.random.default_rng(4).choice(len(places), min(SAMPLE, len(places)), replace=False)
    found = cKDTree(places).query_ball_point(places[sample], RADIUS, return_length=True, workers=-1)
    quantiles = ", ".join(
        f"{level:.0%}: {100.0 * value / len(places):.2g} %"
        for level, value in zip(LEVELS, np.quantile(found, LEVELS), strict=True)
    )
    return Row(
        name,
        100.0 * float(found.mean()) / len(places),
        "%",
        remark=f"quantiles {quantiles}; {found.max():,} at most, {found.mean():,.0f} on average",
    )


def _publications() -> NDArray[np.float64]:
    """Return earth-centred metres float64[n, 3]."""
    with gzip.open(PUBLICATIONS, "rt", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        degrees = np.array([(float(row["lon"]), float(row["lat"])) for row in rows])
    return earth_centred(*np.radians(degrees.T)).T
