"""Distinct points of a modelled world, made and kept in blocks: no process holds them all."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
from numpy.typing import NDArray

from ..points import uneven, world_cities

KEPT = Path(__file__).resolve().parents[2] / ".build" / "bench-distributed"

BLOCK = 1_000_000
_FILE = 4 * BLOCK
_ROW_GROUP = 250_000

EPS = 15_000.0
# As dense a place as makes a cluster of the world: 4,500 of 31 million addresses.
_PART_OF_A_CLUSTER = 4_500.0 / 31e6


@dataclass(frozen=True)
class MadePoints:
    """Points of cities in degrees, none twice; `in_one_city` the part of them in one of 3,000."""

    count: int
    in_one_city: float = 0.0

    @property
    def min_weight(self) -> float:
        return max(5.0, round(self.count * _PART_OF_A_CLUSTER))

    @property
    def folder(self) -> Path:
        return KEPT / f"points-{self.count}-{self.in_one_city:g}"

    def made(self) -> Path:
        """Return the folder of Parquet files with x, y and row; it is made where it is not there."""
        if not self.folder.exists():
            part = self.folder.with_name(f"{self.folder.name}.{os.getpid()}.part")
            part.mkdir(parents=True)
            try:
                for start in range(0, self.count, _FILE):
                    self._write(part / f"{start:012d}.parquet", start, min(start + _FILE, self.count))
                part.rename(self.folder)
            finally:
                shutil.rmtree(part, ignore_errors=True)
        return self.folder

    def read(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return x and y float64[count] by row."""
        x, y = np.empty(self.count), np.empty(self.count)
        for file in sorted(self.made().glob("*.parquet")):
            for batch in parquet.ParquetFile(file).iter_batches(BLOCK):
                row = batch["row"].to_numpy()
                x[row], y[row] = batch["x"].to_numpy(), batch["y"].to_numpy()
        return x, y

    def _write(self, file: Path, start: int, end: int) -> None:
        names = ("x", "y", "row")
        schema = pa.schema([("x", pa.float64()), ("y", pa.float64()), ("row", pa.int64())])
        with parquet.ParquetWriter(file, schema) as writer:
            for first in range(start, end, BLOCK):
                row = np.arange(first, min(first + BLOCK, end))
                columns = (*self._block(first // BLOCK, row.size), row)
                writer.write_table(pa.table(dict(zip(names, columns, strict=True))), _ROW_GROUP)

    def _block(self, number: int, count: int) -> NDArray[np.float64]:
        places, widths = world_cities(np.random.default_rng(2024))
        random = np.random.default_rng((2024, number))
        probability = uneven(widths.size, 0.8)
        if self.in_one_city:
            probability *= (1.0 - self.in_one_city) / probability[1:].sum()
            probability[0] = self.in_one_city
        city = random.choice(widths.size, count, p=probability)
        points: NDArray[np.float64] = (places[city] + random.normal(size=(count, 2)) * widths[city, None]).T
        points[0] = (points[0] + 180.0) % 360.0 - 180.0
        return points
