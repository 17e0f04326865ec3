"""What clustersonspark does before and after a run on Spark, which a script stands in for here.

The runs themselves are in tests/distributed/qgis.
"""

from __future__ import annotations

import json
import socket
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsSettings

from innovation_clusters.analysis import run_folder
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.counting import make_source
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.pipeline import Parameters, find_clusters
from innovation_clusters.processing_algorithms.clustersonspark import ClustersOnSpark
from innovation_clusters.processing_algorithms.inputs.method import chosen_method
from innovation_clusters.processing_algorithms.inputs.references import GAZETTEER
from innovation_clusters.processing_algorithms.preferences import SPARK_PYTHON
from innovation_clusters.processing_algorithms.submitting.command import command_line

FOUND = {
    "pyspark": "4.1.0",
    "pyarrow": "20.0.0",
    "pandas": "2.3.0",
    "numpy": "2.1.0",
    "grpcio": "1.70.0",
    "numba": "0.61.0",
}

# Stands in for a Python: says what it has, and then tells and does what plan.json beside it says.
STANDS_IN = """#!{python}
import json, os, pathlib, shutil, signal, subprocess, sys, time
here = pathlib.Path(__file__).parent
plan = json.loads((here / "plan.json").read_text())
assert sys.argv[1:3] == ["-E", "-c"]
assert "PYTHONPATH" not in os.environ
if "--attached" not in sys.argv:
    print(json.dumps({{"python": plan["python"], "packages": plan["packages"], "java": plan["java"]}}))
    sys.exit()
(here / "given.json").write_text(json.dumps(sys.argv[4:]))
output = pathlib.Path([each for each in sys.argv if each.startswith("--output=")][0][9:])
if plan["group"]:
    os.setsid()
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    (here / "child").write_text(str(child.pid))
if plan["part"]:
    output.with_name("." + output.name + "." + str(os.getpid()) + ".part").mkdir()
for line in plan["lines"]:
    print(line, flush=True)
for line in plan["log"]:
    print(line, file=sys.stderr, flush=True)
if plan["copy"]:
    shutil.copytree(plan["copy"], output)
if plan["waits"]:
    sys.stdin.read()
    if plan["deaf"]:
        time.sleep(60)
    sys.exit(130)
sys.exit(plan["code"])
"""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """Three places, of which two are a cluster each."""
    longitude = np.repeat([126.98, 139.69, 10.0], [60, 50, 3])
    latitude = np.repeat([37.56, 35.69, 50.0], [60, 50, 3])
    sources = [
        make_source("patents", longitude, latitude, record=np.arange(longitude.size)),
        make_source("publications", longitude, latitude, record=np.arange(longitude.size)),
    ]
    return find_clusters(sources, Parameters(1_000.0, 20.0), read_gazetteer(GAZETTEER))


@pytest.fixture
def result(atlas: Atlas, tmp_path: Path) -> Path:
    """The folder of a run."""
    folder = tmp_path / "made"
    folder.mkdir()
    run_folder.write_clusters(folder, run_folder.cluster_table(atlas.clusters).drop_columns(["economies"]))
    (folder / run_folder.SITES).mkdir()
    import pyarrow.parquet

    pyarrow.parquet.write_table(
        run_folder.site_table(atlas.sites, atlas.clusters), folder / run_folder.SITES / "part.parquet"
    )
    told = {"rejected": {"patents": {"zero_coordinates": 4}}}
    run_folder.write_run(folder, "Spark 4.1.0", {}, atlas.totals, atlas.records, told)
    return folder


ATTACHED_RUN = "innovation_clusters.processing_algorithms.submitting.attached_run"

Plan = Callable[..., str]


@pytest.fixture
def python(tmp_path: Path) -> Plan:
    """Make what stands in for a Python and return its path."""

    def make(**plan: Any) -> str:
        whole = {
            "python": [3, 11, 2],
            "packages": FOUND,
            "java": "/usr/bin/java",
            "lines": [],
            "log": [],
            "copy": "",
            "waits": False,
            "deaf": False,
            "group": False,
            "part": False,
            "code": 0,
        }
        folder = tmp_path / "stands in"
        folder.mkdir(exist_ok=True)
        (folder / "plan.json").write_text(json.dumps(whole | plan))
        path = folder / "python"
        path.write_text(STANDS_IN.format(python=sys.executable))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return str(path)

    return make


def chosen(tmp_path: Path, python: str, **others: Any) -> dict[str, Any]:
    table = tmp_path / "inventors.parquet"
    table.touch()
    return {
        "INVENTORS": str(table),
        "EDITION": "2018-2024",
        "PYTHON": python,
        "OUTPUT": str(tmp_path / "결과"),
        "CLUSTERS": "memory:",
        "SITES": "memory:",
        "RANKING": "memory:",
        **others,
    }


def gone(process: int) -> bool:
    """Whether a process has ended; init may still have to be told."""
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


# The command line


def line(parameters: dict[str, Any]) -> list[str]:
    algorithm = ClustersOnSpark()
    algorithm.initAlgorithm()
    context = QgsProcessingContext()
    method = chosen_method(algorithm, parameters, context)
    return command_line(algorithm, parameters, context, method, "/shared/result")


def test_what_a_run_is_told(qgis_app: QgsApplication) -> None:
    told = line({"INVENTORS": "hdfs://host/inventors", "EDITION": "2018-2024", "MASTER": "spark://host:7077"})
    assert "--patents=hdfs://host/inventors" in told
    assert {"--eps=15000.0", "--min-density=4500.0", "--border=first", "--counting=fractional"} <= set(told)
    assert {"--x=longitude", "--y=latitude", "--record=record", "--weight=", "--row="} <= set(told)
    assert {"--master=spark://host:7077", "--output=/shared/result"} <= set(told)
    assert not [
        each for each in told if each.startswith(("--publications", "--deals", "--total", "--remote"))
    ]
    [weights] = [each.partition("=")[2] for each in told if each.startswith("--address-weights=")]
    inventor, author, deal = map(float, weights.split(","))
    assert (inventor, deal) == (1.0, 0.0)
    assert author == pytest.approx(4_113_927 / 27_022_686, abs=1e-15)


def test_what_else_a_run_is_told(qgis_app: QgsApplication) -> None:
    told = line(
        {
            "AUTHORS": "--output",
            "DEALS": "a b",
            "MASTER": "sc://host:15002",
            "EPS": 1234.5,
            "MIN_DENSITY": 7,
            "TOTAL_DEALS": 236000,
            "DEALS_IN_DENSITY": True,
            "DENSITY_UNIT": "addresses",
            "RECORD": "",
            "COUNT": "fractional_count",
            "ROW": "id",
            "BORDER": "nearest",
            "COUNTING": "full",
            "MERGE_DISTANCE": 0,
            "MERGE_EDGE": "core",
            "MERGE_TIES": "none",
            "MERGE_NOISE": False,
            "KEEP_APART": "3-17, 8-21",
        }
    )
    assert set(told) >= {
        "--publications=--output",
        "--deals=a b",
        "--remote=sc://host:15002",
        "--eps=1234.5",
        "--min-density=7.0",
        "--total-deals=236000.0",
        "--address-weights=1.0,1.0,1.0",
        "--record=",
        "--count=fractional_count",
        "--row=id",
        "--border=nearest",
        "--counting=full",
        "--merge-distance=0.0",
        "--merge-edge=core",
        "--merge-ties=none",
        "--merge-noise=no",
        "--keep-apart=3-17,8-21",
    }


def test_the_command_line_takes_what_a_run_is_told(qgis_app: QgsApplication) -> None:
    """The parser needs no Spark."""
    from innovation_clusters.distributed.arguments import arguments

    told = line({"INVENTORS": "a", "AUTHORS": "b", "DEALS": "c", "TOTAL_PATENTS": 5, "MASTER": "local[2]"})
    parsed = arguments().parse_args([*told, "--attached"])
    assert (parsed.patents, parsed.publications, parsed.deals) == ("a", "b", "c")
    assert parsed.total_patents == 5.0
    assert parsed.attached


def test_a_token_is_not_written_down(qgis_app: QgsApplication) -> None:
    from innovation_clusters.distributed.arguments import arguments, facts

    address = "sc://host:15002/;use_ssl=true;token=secret"
    parsed = arguments().parse_args(line({"INVENTORS": "s3a://a/b", "MASTER": address}))
    assert parsed.remote == address
    assert facts(parsed)["remote"] == "sc://host:15002/"
    assert "secret" not in str(facts(parsed))


# Before the run


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"INVENTORS": ""}, "Choose at least one"),
        ({"DEALS": "deals.parquet"}, "does not count this"),
        ({"INVENTORS": "/nowhere/a.parquet"}, "Table of inventors: There is no file /nowhere/a.parquet"),
        ({"EDITION": "national"}, "Nothing is proposed from tables on a cluster"),
        ({"MASTER": "host"}, "host is no address of Spark"),
        ({"MASTER": "spark://host"}, "spark://host is no address of Spark"),
        ({"LONGITUDE": ""}, "Incorrect parameter value for LONGITUDE"),
        ({"COUNT": "n"}, "not both"),
        ({"TOTAL_PATENTS": -1}, "greater than 0"),
        ({"EPS": 0}, "greater than 0"),
        ({"MERGE_DISTANCE": 1e9}, "between 0 and"),
        ({"KEEP_APART": "x"}, "Pairs not to merge"),
        ({"PYTHON": "/nowhere/python"}, "There is no file /nowhere/python"),
        ({"PYTHON": "/bin/true"}, "/bin/true does not answer as a Python does"),
        ({"PYTHON": ""}, "none is chosen"),
    ],
)
def test_what_cannot_be_used(
    run: Any, python: Plan, tmp_path: Path, changed: dict[str, Any], sentence: str
) -> None:
    QgsSettings().remove(SPARK_PYTHON)
    done = run("clustersonspark", chosen(tmp_path, python(), **changed))
    assert not done.accepted
    assert not done.succeeded
    assert sentence in done.reason
    assert not (tmp_path / "stands in" / "given.json").exists()


@pytest.mark.parametrize(
    ("plan", "master", "sentence"),
    [
        ({"packages": FOUND | {"pyspark": ""}}, "local[2]", "has no pyspark; install it in a terminal: "),
        ({"packages": FOUND | {"pandas": "", "pyarrow": ""}}, "local[2]", "has no pyarrow, pandas;"),
        ({"packages": FOUND | {"pyspark": "3.5.1"}}, "local[2]", "has PySpark 3.5.1, and 4.0 or later"),
        ({"packages": FOUND | {"grpcio": ""}}, "sc://host:15002", "has no grpcio"),
        ({"python": [3, 9, 2]}, "local[2]", "is Python 3.9.2, and 3.11 or later"),
        ({"java": ""}, "spark://host:7077", "No Java was found"),
    ],
)
def test_what_a_python_may_lack(
    run: Any, python: Plan, tmp_path: Path, plan: dict[str, Any], master: str, sentence: str
) -> None:
    done = run("clustersonspark", chosen(tmp_path, python(**plan), MASTER=master))
    assert not done.accepted
    assert done.reason.startswith("Python for Spark: ")
    assert sentence in done.reason
    assert "-m pip install" in done.reason or "java" in done.reason.lower()


@pytest.fixture
def server() -> Iterator[str]:
    """Host and port of something that answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"127.0.0.1:{listening.getsockname()[1]}"


def test_a_connect_server_needs_no_java_here(
    run: Any, python: Plan, tmp_path: Path, result: Path, server: str
) -> None:
    there = chosen(tmp_path, python(java="", copy=str(result)), MASTER=f"sc://{server}/;token=secret")
    done = run("clustersonspark", there | {"INVENTORS": "s3a://bucket/inventors"})
    assert done.succeeded, done.feedback.text
    history = "\n".join(done.layer("CLUSTERS").metadata().history())
    assert f"MASTER=sc://{server}/\n" in history
    assert "secret" not in history


@pytest.mark.parametrize(("form", "behind"), [("spark://{}", ""), ("sc://{}/", ";token=secret")])
def test_where_nothing_answers(run: Any, python: Plan, tmp_path: Path, form: str, behind: str) -> None:
    # Free again, and hardly ever taken at once.
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = form.format(f"127.0.0.1:{taken.getsockname()[1]}")
    there = chosen(tmp_path, python(), MASTER=address + behind)
    done = run("clustersonspark", there | {"INVENTORS": "s3a://bucket/inventors"})
    assert done.accepted
    assert not done.succeeded
    assert f"Nothing answers at {address} (Connection refused)" in done.feedback.text
    assert "secret" not in done.feedback.text
    assert not (tmp_path / "stands in" / "given.json").exists()


def test_an_output_that_is_there(run: Any, python: Plan, tmp_path: Path) -> None:
    folder = tmp_path / "결과"
    folder.mkdir()
    (folder / "kept").touch()
    done = run("clustersonspark", chosen(tmp_path, python()))
    assert not done.accepted
    assert "Folder for the result: The folder" in done.reason
    assert "exists; name a new one" in done.reason
    assert (folder / "kept").exists()


def test_a_python_in_the_home_folder(
    run: Any, python: Plan, tmp_path: Path, result: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Path(python(copy=str(result)))
    monkeypatch.setenv("HOME", str(there.parent))
    done = run("clustersonspark", chosen(tmp_path, f"~/{there.name}"))
    assert done.succeeded, done.reason


def test_the_python_of_the_options(run: Any, python: Plan, tmp_path: Path, result: Path) -> None:
    QgsSettings().setValue(SPARK_PYTHON, python(copy=str(result)))
    try:
        done = run("clustersonspark", chosen(tmp_path, ""))
    finally:
        QgsSettings().remove(SPARK_PYTHON)
    assert done.succeeded, done.feedback.text


# After the run


def test_what_was_found_is_loaded(run: Any, python: Plan, tmp_path: Path, result: Path, atlas: Atlas) -> None:
    lines = [
        '{"progress": 0.25}',
        '{"message": "{count} rows rejected.", "values": {"count": 7}}',
        "from Java",
    ]
    lines.append('{"progress": 1.0}')
    done = run("clustersonspark", chosen(tmp_path, python(copy=str(result), lines=lines)))
    assert done.succeeded, done.feedback.text
    assert done.results["OUTPUT"] == str(tmp_path / "결과")
    assert (tmp_path / "결과" / run_folder.RUN).is_file()
    assert done.results["NUM_CLUSTERS"] == 2
    assert "7 rows rejected." in done.feedback.lines
    [rejects] = [line for line in done.feedback.warnings if line.startswith("Patents: 4 rows rejected. Both")]
    assert "0" in rejects
    assert 20.0 in [round(value, 3) for value in done.feedback.progress]
    rows = done.rows("CLUSTERS")
    assert [row["name"] for row in rows] == atlas.clusters.name
    assert [row["economies"] for row in rows] == ["KR", "JP"]
    assert [row["rank"] for row in rows] == [1, 2]
    assert [row["patents"] for row in rows] == [60.0, 50.0]
    assert [row["deals"] for row in rows] == [None, None]
    assert done.rows("RANKING") == rows
    assert [geometry.isEmpty() for geometry in done.geometries("CLUSTERS")] == [False, False]
    sites = done.rows("SITES")
    assert sorted((row["role"], row["cluster_id"]) for row in sites) == [
        ("core", 1),
        ("core", 2),
        ("noise", None),
    ]


@pytest.mark.parametrize(
    ("most", "loaded", "told"),
    [
        (3, 3, ""),
        (2, 2, "only the 2 in clusters are loaded"),
        (1, None, "No places are loaded: 3, of which 2"),
    ],
)
def test_sites_beyond_the_limit(
    run: Any, python: Plan, tmp_path: Path, result: Path, most: int, loaded: int | None, told: str
) -> None:
    done = run("clustersonspark", chosen(tmp_path, python(copy=str(result)), MOST_SITES=most))
    assert done.succeeded, done.feedback.text
    assert len(done.rows("CLUSTERS")) == 2
    assert ("SITES" in done.results) == (loaded is not None)
    if loaded is not None:
        assert len(done.rows("SITES")) == loaded
    assert told in done.feedback.text
    assert ("are loaded" in done.feedback.text) == bool(told)


def test_what_the_run_says_of_its_failure(run: Any, python: Plan, tmp_path: Path) -> None:
    error = {
        "message": "The table {t} has no column {c}.",
        "values": {"t": "T", "c": "x"},
        "parameter": "patents",
    }
    log = [f"WARN line {number}" for number in range(60)]
    done = run("clustersonspark", chosen(tmp_path, python(code=1, lines=[json.dumps(error)], log=log)))
    assert done.accepted
    assert not done.succeeded
    assert "Table of inventors: The table T has no column x." in done.feedback.text
    assert not list(tmp_path.glob("*결과*"))


@pytest.mark.parametrize("code", [1, 137])
def test_a_run_that_ends_without_a_word(run: Any, python: Plan, tmp_path: Path, code: int) -> None:
    done = run("clustersonspark", chosen(tmp_path, python(code=code, part=True)))
    assert not done.succeeded
    assert f"exit code {code}" in done.feedback.text
    assert not list(tmp_path.glob("*결과*"))


def test_a_run_that_left_something_out(run: Any, python: Plan, tmp_path: Path, result: Path) -> None:
    (result / run_folder.CLUSTERS).unlink()
    done = run("clustersonspark", chosen(tmp_path, python(copy=str(result))))
    assert not done.succeeded
    assert "has no clusters.parquet" in done.feedback.text
    assert "its result stays in" in done.feedback.text


def test_open_a_run_shows_the_same(run: Any, python: Plan, tmp_path: Path, result: Path) -> None:
    submitted = run("clustersonspark", chosen(tmp_path, python(copy=str(result))))
    layers = dict.fromkeys(("CLUSTERS", "SITES", "RANKING"), "memory:")
    opened = run("openrun", {"FOLDER": submitted.results["OUTPUT"], **layers})
    assert opened.succeeded, opened.feedback.text
    for output in layers:
        assert opened.rows(output) == submitted.rows(output)
        one, other = opened.layer(output), submitted.layer(output)
        assert one.fields().toList() == other.fields().toList()
        assert one.crs() == other.crs()
        assert one.metadata().abstract() == other.metadata().abstract() != ""
    for output in ("CLUSTERS", "SITES"):
        shapes = [[shape.asWkt(17) for shape in each.geometries(output)] for each in (opened, submitted)]
        assert shapes[0] == shapes[1]
    assert opened.feedback.warnings == submitted.feedback.warnings[1:], (
        "but for the edition, which is not its own"
    )
    assert opened.results["NUM_CLUSTERS"] == submitted.results["NUM_CLUSTERS"]


def test_cancel_while_boundaries_are_drawn(
    run: Any, feedback: Any, python: Plan, tmp_path: Path, result: Path
) -> None:
    """Hours may be in what has ended."""
    drawing = "2 clusters from 3 places."
    there = chosen(tmp_path, python(copy=str(result)), CLUSTERS=str(tmp_path / "clusters.gpkg"))
    done = run("clustersonspark", there, feedback(lambda told: drawing in told.lines))
    assert not done.succeeded
    assert "Cancelled. No layers were written; the run itself had ended." in done.feedback.text
    assert "Nothing was written" not in done.feedback.text
    assert not (tmp_path / "clusters.gpkg").exists()
    folder = tmp_path / "결과"
    assert f"its result stays in {folder}, and the algorithm “Open a run” loads it" in done.feedback.text
    assert "goes when QGIS ends" not in done.feedback.text
    opened = run("openrun", {"FOLDER": str(folder), "CLUSTERS": "memory:"})
    assert opened.results["NUM_CLUSTERS"] == 2


def test_cancel_when_the_run_has_just_ended(
    run: Any, feedback: Any, python: Plan, tmp_path: Path, result: Path
) -> None:
    done = run(
        "clustersonspark",
        chosen(tmp_path, python(copy=str(result), waits=True)),
        feedback(lambda told: (tmp_path / "결과" / run_folder.RUN).exists()),
    )
    assert not done.succeeded
    assert "the run itself had ended" in done.feedback.text
    assert (tmp_path / "결과" / run_folder.RUN).exists()


def test_a_temporary_folder_is_told_to_be_one(
    run: Any, feedback: Any, python: Plan, tmp_path: Path, result: Path
) -> None:
    there = chosen(tmp_path, python(copy=str(result)), OUTPUT="TEMPORARY_OUTPUT")
    done = run("clustersonspark", there, feedback(lambda told: "2 clusters from 3 places." in told.lines))
    assert "its result stays in" in done.feedback.text
    assert "goes when QGIS ends" in done.feedback.text


def test_metadata_tells_no_folders(run: Any, python: Plan, tmp_path: Path, result: Path) -> None:
    done = run("clustersonspark", chosen(tmp_path, python(copy=str(result))))
    history = done.layer("CLUSTERS").metadata().history()
    assert "INVENTORS=inventors.parquet" in history
    assert str(tmp_path) not in "\n".join(history)


@pytest.mark.parametrize("group", [False, True])
def test_cancel_ends_all_that_was_started(
    run: Any, feedback: Any, python: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, group: bool
) -> None:
    monkeypatch.setattr(f"{ATTACHED_RUN}.PATIENCE_SECONDS", 2.0)
    begun: list[float] = []

    def stop(told: Any) -> bool:
        # Once the run is under way.
        if "under way" in told.lines and not begun:
            begun.append(time.monotonic())
        return bool(begun)

    lines = ['{"message": "under way", "values": {}}']
    path = python(waits=True, group=group, part=True, lines=lines)
    done = run("clustersonspark", chosen(tmp_path, path), feedback(stop))
    assert time.monotonic() - begun[0] < (8.0 if group else 3.0)
    assert not done.succeeded
    assert "Cancelled" in done.feedback.text
    assert not list(tmp_path.glob("*결과*"))
    if group:
        # The child does not hear, so the user is told, and then it is killed.
        assert any("asked to end" in told for told in done.feedback.lines)
        assert gone(int((tmp_path / "stands in" / "child").read_text()))


def test_cancel_of_a_run_that_does_not_listen(
    run: Any, feedback: Any, python: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{ATTACHED_RUN}.PATIENCE_SECONDS", 1.0)
    path = python(waits=True, deaf=True, lines=['{"message": "under way", "values": {}}'])
    done = run("clustersonspark", chosen(tmp_path, path), feedback(lambda told: "under way" in told.lines))
    assert not done.succeeded
    assert any("asked to end" in told for told in done.feedback.lines)


def test_nothing_of_the_run_is_imported_here() -> None:
    assert not {"pyspark", "grpc"} & set(sys.modules)
