"""What a Python worker and Java hold at their peaks, by the sites of a tile."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..table import Row, Section
from .tile_runs import CORES, TileRun


def worker_memory(runs: Sequence[TileRun], gigabytes: int) -> Section:
    section = Section(f"Memory of {CORES} workers, {runs[0].points:,} distinct points")
    seen = np.array([run.tiles["in_sight"].max() for run in runs], dtype=float)
    peaks = np.array([run.spent.python_peak for run in runs])
    for run, sites, peak in zip(runs, seen, peaks, strict=True):
        name = f"sites_per_tile {run.sites_per_tile:,}: the largest Python worker"
        remark = f"{len(run.tiles['tile'])} tiles, the fullest sees {sites:,.0f} sites; {run.seconds:.0f} s"
        section.rows += [
            Row(name, float(peak), "MB", remark=remark),
            Row(
                "Java, driver and executor in one",
                run.spent.java_peak,
                "MB",
                remark=f"heap of {gigabytes} GB",
            ),
        ]
    a_site, base = np.polyfit(seen, peaks, 1)
    section.rows += [
        Row("a site in sight", float(a_site) * 2**20, "bytes", remark="slope through the runs"),
        Row("a worker without sites", float(base), "MB"),
    ]
    section.notes.append(
        "A worker holds one tile at a time: its memory is bounded by that of a worker without sites and the "
        "bytes of a site times the sites in sight, which are sites_per_tile and the halo."
    )
    return section
