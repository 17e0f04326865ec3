"""A worker lost in the middle of a run costs time and nothing else; a tile that cannot be computed ends the
run.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from pyspark import cloudpickle
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from innovation_clusters.distributed.spark import cluster, clustering, tiles

from . import kernels_that_fail
from .kernels_that_fail import failing, waiting
from .servers import wait_until
from .standalone import Standalone, ancestors, kept
from .test_clustering import assert_same, table, towns


@pytest.fixture(autouse=True)
def sent_by_value() -> Iterator[None]:
    cloudpickle.register_pickle_by_value(kernels_that_fail)
    yield
    cloudpickle.unregister_pickle_by_value(kernels_that_fail)


def in_hand(folder: Path) -> list[tuple[int, int]]:
    """Return which processes have begun which tiles."""
    names = (begun.name.split("-") for begun in folder.glob("begun-*"))
    return [(int(process), int(tile)) for _, process, tile in names]


@pytest.mark.parametrize("step", ["count_tile", "label_tile"])
def test_a_worker_is_lost(
    spark: SparkSession, machines: Standalone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """With all it keeps: of the steps before, too, something has to be done again."""
    points = towns(np.random.default_rng(4), 600)
    rows = table(spark, points)
    monkeypatch.setattr(clustering, step, waiting(getattr(clustering, step), tmp_path))
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(cluster, rows, 2_500.0, 4.0, sites_per_tile=60)
        wait_until(lambda: len(in_hand(tmp_path)) > 1 or run.done(), "two have begun", 300.0)
        assert not run.done()
        worker = machines.workers[0].pid
        [lost] = [(process, tile) for process, tile in in_hand(tmp_path) if worker in ancestors(process)]
        machines.lose_worker()
        (tmp_path / "go").touch()
        found = run.result()
    machines.add_worker()
    # The tile that it had in hand was done by somebody else.
    assert [process for process, tile in in_hand(tmp_path) if tile == lost[1] and process != lost[0]]
    assert_same(found, points, 2_500.0, 4.0, metric="ellipsoid")
    found.release()


def test_a_tile_that_cannot_be_computed(spark: SparkSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clustering, "link_tile", failing(tiles.link_tile, 0))
    rows = table(spark, (np.arange(300.0), np.zeros(300)))
    before = kept(spark)
    with pytest.raises(PySparkException, match="This tile is beyond me"):
        cluster(rows, 1.0, 2.0, metric="planar", sites_per_tile=30)
    # What was kept for it is let go.
    assert kept(spark) == before
