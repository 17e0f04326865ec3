"""Bytes that travel between workers, beside what must, and beside what pairs of neighbours would take."""

from __future__ import annotations

from ..table import Goal, Row, Section
from .tile_runs import KernelRun, TileRun

# As rows are in memory: of SITE, of cells and of SEEN in distributed/spark, without what Spark adds.
_ROW_BYTES = {"collapse": 32, "cut": 88, "count": 42, "link": 42, "label": 42}

# Apache Sedona's DBSCAN joins every point with its neighbours and groups their ids into lists: hashes of 64
# characters (its DBSCAN.scala). With numbers for ids it would be 8.
_HASH, _NUMBER = 64, 8

# Near sites and halo: not more than they are, on all shuffles together.
_NEAR = Goal(1.0)


def shuffles(run: TileRun, kernel: KernelRun) -> Section:
    section = Section(f"{run.points:,} distinct points: bytes that travel")
    sent = sum(phase.shuffled_bytes for phase in run.phases)
    must = 0
    for phase in run.phases:
        if not phase.shuffled_bytes:
            continue
        must += phase.shuffled_rows * _ROW_BYTES[phase.name]
        section.rows.append(
            Row(
                f"{phase.name}: a point",
                phase.shuffled_bytes / run.points,
                "bytes",
                remark=f"{phase.shuffled_rows / run.points:.3g} rows",
            )
        )
    own, in_sight = (int(run.tiles[name].sum()) for name in ("own", "in_sight"))
    section.rows += [
        Row("all: a point", sent / run.points, "bytes"),
        Row("sites with their halo beside sites", in_sight / own),
        Row("all beside sites, cells and halos", sent / must, goal=_NEAR, remark="as rows are in memory"),
    ]
    if kernel.neighbours is not None:
        section.rows += [
            Row(
                "neighbours a point",
                kernel.neighbours / run.points,
                "",
                remark="itself included, counted exactly",
            ),
            Row("ids of neighbours as numbers beside all", kernel.neighbours * _NUMBER / sent),
            Row("ids of neighbours as Sedona's beside all", kernel.neighbours * _HASH / sent),
        ]
    return section
