"""What Spark adds to the kernels: seconds by phase, and where processors spent them."""

from __future__ import annotations

from ..table import Row, Section
from .tile_runs import CORES, KernelRun, TileRun


def overhead(run: TileRun, kernel: KernelRun) -> Section:
    in_sight = run.tiles["in_sight"]
    section = Section(f"{run.points:,} distinct points: Spark on {CORES} cores beside one machine")
    section.rows += [
        Row("one machine", kernel.seconds, "s", remark=f"{kernel.clusters:,} clusters"),
        Row("tiles on Spark", run.seconds, "s", remark=kernel.agreement),
        Row("Spark beside one machine", run.seconds / kernel.seconds),
        *(
            Row(
                f"phase: {phase.name}",
                phase.seconds,
                "s",
                remark=f"{phase.stages} stages, {phase.tasks} tasks",
            )
            for phase in run.phases
        ),
        Row("processors: one machine", kernel.processor, "s"),
        Row("processors: Java", run.spent.java, "s"),
        Row("processors: Python workers", run.spent.python, "s"),
        Row("of these in kernels", run.kernels, "s", remark="by the clock of one thread"),
        Row("points a second and core", run.points / run.seconds / CORES, ""),
        Row("one machine at its peak", kernel.megabytes, "MB", remark="points included"),
        Row(
            "the largest Python worker",
            float(run.spent.python_peak),
            "MB",
            remark=f"{in_sight.size} tiles, the fullest sees {in_sight.max():,.0f} sites",
        ),
        Row("Java, driver and executor in one", float(run.spent.java_peak), "MB"),
    ]
    return section
