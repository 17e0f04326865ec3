"""What a run writes is what is read again."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest
from numpy.typing import NDArray

from innovation_clusters.analysis import run_folder
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.counting import make_source
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.pipeline import Parameters, find_clusters
from innovation_clusters.analysis.texts import code_texts

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = read_gazetteer(ROOT / "resources" / "gazetteer" / "cities.csv")
FILES = {"patents": "inventors.csv", "publications": "authors.csv"}


def nowhere(longitude: NDArray[np.float64], latitude: NDArray[np.float64]) -> NDArray[np.object_]:
    return np.full(longitude.size, "", dtype=object)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """Of the sample, two of the three metrics."""
    sources = []
    for metric, file in FILES.items():
        table = pyarrow.csv.read_csv(ROOT / "resources" / "sample" / file)
        record = np.unique(np.array(table["record"].to_pylist()), return_inverse=True)[1]
        sources.append(
            make_source(
                metric,
                table["longitude"].to_numpy(),
                table["latitude"].to_numpy(),
                record=record,
                addresses=table["addresses"].to_numpy().astype(float),
                economy=code_texts(np.array(table["economy"].to_pylist(), dtype=object)),
            )
        )
    return find_clusters(sources, Parameters(15_000.0, 4_500.0), GAZETTEER)


def written(atlas: Atlas, folder: Path) -> Path:
    """Write a run as engines do: sites in any order, in files of a folder."""
    folder.mkdir()
    run_folder.write_clusters(folder, run_folder.cluster_table(atlas.clusters))
    sites = run_folder.site_table(atlas.sites, atlas.clusters)
    shuffled = sites.take(pa.array(np.random.default_rng(7).permutation(len(sites))))
    (folder / run_folder.SITES).mkdir()
    for number, part in enumerate((shuffled[:1_000], shuffled[1_000:])):
        pyarrow.parquet.write_table(part, folder / run_folder.SITES / f"part-{number}.parquet")
    run_folder.write_run(
        folder, "test", {"eps": 15_000.0}, atlas.totals, atlas.records, {"rows": {"patents": 2}}
    )
    return folder


def read(folder: Path, most_sites: int = 10**9, monitor: Monitor | None = None) -> tuple[Atlas, int]:
    return run_folder.read_atlas(
        run_folder.open_run(folder, "OUTPUT"), GAZETTEER, nowhere, most_sites, monitor
    )


def test_an_atlas_comes_back(atlas: Atlas, tmp_path: Path) -> None:
    found, sites = read(written(atlas, tmp_path / "결과"))
    assert sites == len(found.sites) == len(atlas.sites)
    for name in ("rank", "identifier", "counts", "shares", "score", "addresses", "sites"):
        np.testing.assert_array_equal(getattr(found.clusters, name), getattr(atlas.clusters, name), name)
    for name in ("tier", "name", "name_ko", "economies", "focus"):
        assert getattr(found.clusters, name) == getattr(atlas.clusters, name), name
    np.testing.assert_array_equal(found.totals, atlas.totals)
    order = np.lexsort((atlas.sites.latitude, atlas.sites.longitude))
    for name in ("longitude", "latitude", "cluster", "core", "weight", "addresses", "counts"):
        np.testing.assert_array_equal(getattr(found.sites, name), getattr(atlas.sites, name)[order], name)


def test_beyond_the_limit_noise_stays_where_it_is(atlas: Atlas, tmp_path: Path) -> None:
    found, sites = read(written(atlas, tmp_path / "run"), len(atlas.sites) - 1)
    assert sites == len(atlas.sites)
    assert len(found.sites) == np.count_nonzero(atlas.sites.cluster >= 0) < sites
    assert found.clusters.name == atlas.clusters.name
    assert (found.sites.cluster >= 0).all()


def test_economies_that_are_not_told_are_those_of_the_places(atlas: Atlas, tmp_path: Path) -> None:
    folder = written(atlas, tmp_path / "run")
    table = pyarrow.parquet.read_table(folder / run_folder.CLUSTERS)
    run_folder.write_clusters(folder, table.drop_columns(["economies"]))

    def by_hemisphere(longitude: NDArray[np.float64], latitude: NDArray[np.float64]) -> NDArray[np.object_]:
        return np.where(longitude < -30.0, "WE", "EA").astype(object)

    found, _ = run_folder.read_atlas(run_folder.open_run(folder, "OUTPUT"), GAZETTEER, by_hemisphere, 10**9)
    first = [
        found.sites.longitude[found.sites.cluster == place].max() for place in range(len(found.clusters))
    ]
    assert found.clusters.economies == ["WE" if longitude < -30.0 else "EA" for longitude in first]


def test_no_cluster_at_all(atlas: Atlas, tmp_path: Path) -> None:
    folder = written(atlas, tmp_path / "run")
    run_folder.write_clusters(folder, run_folder.cluster_table(atlas.clusters)[:0])
    sites = pyarrow.parquet.read_table(folder / run_folder.SITES)
    none = pa.array([None] * len(sites), pa.int64())
    for file in (folder / run_folder.SITES).iterdir():
        file.unlink()
    place = sites.column_names.index("cluster_id")
    pyarrow.parquet.write_table(
        sites.set_column(place, "cluster_id", none), folder / run_folder.SITES / "part.parquet"
    )
    found, _ = read(folder)
    assert len(found.clusters) == 0
    assert (found.sites.cluster == -1).all()
    assert len(read(folder, 5)[0].sites) == 0


@pytest.mark.parametrize("name", [run_folder.CLUSTERS, run_folder.SITES, run_folder.RUN])
def test_a_run_that_is_not_whole(atlas: Atlas, tmp_path: Path, name: str) -> None:
    folder = written(atlas, tmp_path / "run")
    (folder / name).rename(folder / "elsewhere")
    with pytest.raises(InputError, match=name) as caught:
        run_folder.open_run(folder, "OUTPUT")
    assert caught.value.parameter == "OUTPUT"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": "one"}'])
def test_a_run_that_does_not_tell_its_schema(atlas: Atlas, tmp_path: Path, text: str) -> None:
    folder = written(atlas, tmp_path / "run")
    (folder / run_folder.RUN).write_text(text)
    with pytest.raises(InputError, match=r"run\.json cannot be read"):
        run_folder.open_run(folder, "OUTPUT")


def test_a_newer_schema(atlas: Atlas, tmp_path: Path) -> None:
    folder = written(atlas, tmp_path / "run")
    facts = json.loads((folder / run_folder.RUN).read_text())
    (folder / run_folder.RUN).write_text(json.dumps(facts | {"schema": run_folder.SCHEMA + 1}))
    with pytest.raises(InputError, match="newer version"):
        run_folder.open_run(folder, "OUTPUT")


def test_a_column_that_is_not_there(atlas: Atlas, tmp_path: Path) -> None:
    folder = written(atlas, tmp_path / "run")
    table = pyarrow.parquet.read_table(folder / run_folder.CLUSTERS)
    run_folder.write_clusters(folder, table.drop_columns(["score"]))
    with pytest.raises(InputError, match="no column score"):
        read(folder)


def test_cancel(atlas: Atlas, tmp_path: Path) -> None:
    folder = written(atlas, tmp_path / "run")
    with pytest.raises(Cancelled):
        read(folder, monitor=Monitor(cancelled=lambda: True))


def test_metrics_that_were_not_given_are_null(atlas: Atlas, tmp_path: Path) -> None:
    folder = written(atlas, tmp_path / "run")
    facts = json.loads((folder / run_folder.RUN).read_text())
    assert list(facts["totals"]) == list(FILES)
    assert facts["rows"] == {"patents": 2}
    table = pyarrow.parquet.read_table(folder / run_folder.CLUSTERS)
    assert table["deals"].null_count == table["share_deals"].null_count == len(table) > 100
    assert {name: str(table.schema.field(name).type) for name in run_folder.CLUSTER_COLUMNS} == {
        name: {"float64": "double"}.get(kind, kind) for name, kind in run_folder.CLUSTER_COLUMNS.items()
    }
