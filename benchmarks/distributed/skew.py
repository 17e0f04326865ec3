"""Half of all sites in one city: how even the tiles are all the same."""

from __future__ import annotations

import numpy as np

from ..table import Row, Section
from .tile_runs import STEPS, KernelRun, TileRun


def skew(run: TileRun, kernel: KernelRun, in_one_city: float) -> Section:
    section = Section(f"{run.points:,} distinct points, {in_one_city:.0%} of them in one city")
    seconds = np.sum([run.tiles[step] for step in STEPS], axis=0)
    section.rows += [
        Row("tiles on Spark", run.seconds, "s", remark=kernel.agreement),
        Row("one machine", kernel.seconds, "s", remark=f"{kernel.clusters:,} clusters"),
        Row("tiles", float(seconds.size), ""),
        Row(
            "the longest tile",
            float(seconds.max()),
            "s",
            remark=f"{run.tiles['own'][seconds.argmax()]:,} sites",
        ),
        Row("the median tile", float(np.median(seconds)), "s"),
        Row("the longest beside the mean", float(seconds.max() / seconds.mean())),
        Row("the longest, part of all", float(100.0 * seconds.max() / seconds.sum()), "%"),
    ]
    return section
