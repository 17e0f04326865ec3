"""The folder that a run on an engine leaves: what is in it, and how it becomes an atlas again.

The one place that knows the names and types of its columns; docs/distributed.md tells what they mean.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .atlas import Atlas, ClusterTable, Collaboration, Leader, Mergers, SiteTable
from .economies import economy_labels
from .editions import METRICS
from .errors import InputError
from .monitor import Monitor
from .naming import Gazetteer, cluster_names
from .pipeline import EconomyLookup
from .table_files import TableFile, arrow_module, open_table
from .texts import code_texts

CLUSTERS, CLUSTERS_AS_TEXT, SITES, RUN = "clusters.parquet", "clusters.csv", "sites.parquet", "run.json"

# At an address that Spark alone reaches, what ran is in a text file that Spark has named, and this beside it
# is written last.
_WHOLE, _RUN_OF_SPARK = "_SUCCESS", "part-*.txt"

# Raised when something that is here already means another thing.
SCHEMA = 1

# What a metric's addresses are called, by place in METRICS.
ADDRESSES = ("inventors", "authors", "deals")

_SHARES = tuple(f"share_{metric}" for metric in METRICS)
_COUNTS = tuple(f"count_{metric}" for metric in METRICS)
_LEADERS = tuple(f"top_{metric}" for metric in METRICS)
_FIELDS = tuple(f"top_field_{metric}" for metric in METRICS)

# Names and pyarrow types of columns: those that every run writes, and those of runs that know them.
CLUSTER_COLUMNS = {
    "rank": "int64",
    "cluster_id": "int64",
    **dict.fromkeys((*METRICS, *_SHARES, "score"), "float64"),
    "focus": "string",
    "tier": "string",
    "addresses": "float64",
    "sites": "int64",
}
FURTHER_CLUSTER_COLUMNS = {
    **dict.fromkeys(("name", "name_ko", "economies", "top_organisation"), "string"),
    "top_organisation_share": "float64",
    **dict.fromkeys((*_LEADERS, *_FIELDS), "string"),
}
SITE_COLUMNS = {
    **dict.fromkeys(("longitude", "latitude"), "float64"),
    "cluster_id": "int64",
    "core": "bool",
    **dict.fromkeys(("weight", *ADDRESSES, *_COUNTS), "float64"),
}


def cluster_table(clusters: ClusterTable) -> Any:
    """Return the pyarrow table of clusters that a run writes, with all that one machine knows of them."""
    columns: dict[str, Any] = {
        "rank": clusters.rank,
        "cluster_id": clusters.identifier,
        **dict(zip(METRICS, clusters.counts.T, strict=True)),
        **dict(zip(_SHARES, clusters.shares.T, strict=True)),
        "score": clusters.score,
        "focus": clusters.focus,
        "tier": clusters.tier,
        "addresses": clusters.addresses,
        "sites": clusters.sites,
        "name": clusters.name,
        "name_ko": clusters.name_ko,
        "economies": clusters.economies,
        "top_organisation": [name for name, _ in clusters.leaders],
        "top_organisation_share": np.array([share for _, share in clusters.leaders], dtype=np.float64),
    }
    for names, found in ((_LEADERS, clusters.leaders_by_metric), (_FIELDS, clusters.fields_by_metric)):
        for name, leaders in zip(names, found, strict=True):
            columns[name] = [leader for leader, _ in leaders]
    return arrow_table(columns, CLUSTER_COLUMNS | FURTHER_CLUSTER_COLUMNS)


def site_table(sites: SiteTable, clusters: ClusterTable) -> Any:
    """Return the pyarrow table of sites that a run writes."""
    members = sites.cluster >= 0
    number = np.zeros(len(sites), dtype=np.int64)
    number[members] = clusters.identifier[sites.cluster[members]]
    columns: dict[str, Any] = {
        "longitude": sites.longitude,
        "latitude": sites.latitude,
        "cluster_id": arrow_module().array(number, mask=~members),
        "core": sites.core,
        "weight": sites.weight,
        **dict(zip(ADDRESSES, sites.addresses.T, strict=True)),
        **dict(zip(_COUNTS, sites.counts.T, strict=True)),
    }
    return arrow_table(columns, SITE_COLUMNS)


def arrow_table(columns: Mapping[str, Any], types: Mapping[str, str]) -> Any:
    """Return a pyarrow table of columns in the types of the schema; NaN and "" become null."""
    arrow = arrow_module()

    def array(name: str, values: Any) -> Any:
        kind = arrow.type_for_alias(types[name])
        if isinstance(values, arrow.Array | arrow.ChunkedArray):
            return values.cast(kind)
        if types[name] == "string":
            return arrow.array([text or None for text in values], kind)
        return arrow.array(values, kind, from_pandas=types[name] == "float64")

    return arrow.table({name: array(name, values) for name, values in columns.items()})


def write_clusters(folder: Path, clusters: Any) -> None:
    """Write the pyarrow table of clusters, also as text."""
    arrow_module("parquet").write_table(clusters, folder / CLUSTERS)
    arrow_module("csv").write_csv(clusters, folder / CLUSTERS_AS_TEXT)


def write_run(
    folder: Path,
    engine: str,
    parameters: Mapping[str, object],
    totals: NDArray[np.float64],
    records: NDArray[np.float64],
    told: Mapping[str, object] | None = None,
) -> None:
    """Write what ran; `totals` and `records` float64[3], NaN for a metric not given, `told` whatever else."""

    def by_metric(values: NDArray[np.float64]) -> dict[str, float]:
        numbers = zip(METRICS, values.tolist(), strict=True)
        return {metric: number for metric, number in numbers if not np.isnan(number)}

    facts = {
        "schema": SCHEMA,
        "engine": engine,
        "parameters": dict(parameters),
        "totals": by_metric(totals),
        "records": by_metric(records),
        **(told or {}),
    }
    (folder / RUN).write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class RunFolder:
    """A folder whose files are there; `facts` are those of run.json, `parameter` names it in messages."""

    path: Path
    facts: Mapping[str, Any]
    parameter: str

    def by_metric(self, fact: str) -> NDArray[np.float64]:
        """Return float64[3], NaN for a metric of which nothing is told."""
        told = self.facts.get(fact) or {}
        return np.array([float(told.get(metric, np.nan)) for metric in METRICS])


def unfinished(folder: Path, process: int) -> Path:
    """Return what a process writes before it takes the place of the folder."""
    return folder.with_name(f".{folder.name}.{process}.part")


def open_run(path: Path, parameter: str) -> RunFolder:
    """Open the folder of a run, also a copy of one that Spark has written at an address of its own.

    Raises InputError where something of it is missing, cannot be opened, lacks a column or is newer than
    this. What the rows hold is not looked at.
    """
    told = _told(path)
    for file in (told, path / CLUSTERS, path / SITES):
        if not file.exists():
            raise InputError(
                parameter,
                "The folder {folder} has no {file}, so it is not the result of a whole run; choose one that "
                "is, or run again.",
                folder=str(path),
                file=file.name,
            )
    try:
        facts = json.loads(told.read_text(encoding="utf-8"))
        schema = int(facts["schema"])
        run = RunFolder(path, facts, parameter)
        for fact in ("totals", "records") if schema <= SCHEMA else ():
            run.by_metric(fact)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            parameter,
            "{file} cannot be read ({problem}); choose the folder of another run, or run again.",
            file=str(told),
            problem=error,
        ) from error
    if schema > SCHEMA:
        raise InputError(
            parameter,
            "The folder {folder} was written by a newer version of the plugin; update the plugin.",
            folder=str(path),
        )
    for name, columns in ((CLUSTERS, CLUSTER_COLUMNS), (SITES, SITE_COLUMNS)):
        _open_table(run, name, columns)
    return run


def _told(path: Path) -> Path:
    """Return the file that tells what ran, whether it is there or not."""
    found = sorted(path.glob(_RUN_OF_SPARK)) if (path / _WHOLE).exists() else []
    return found[0] if len(found) == 1 and not (path / RUN).exists() else path / RUN


def _open_table(run: RunFolder, file: str, columns: Iterable[str]) -> TableFile:
    table = open_table(str(run.path / file), run.parameter)
    for name in columns:
        if name not in table.names:
            raise InputError(
                run.parameter,
                "{file} has no column {column}, so it was written by another version; run again.",
                file=str(run.path / file),
                column=name,
            )
    return table


def read_atlas(
    run: RunFolder,
    gazetteer: Gazetteer,
    economy_of: EconomyLookup,
    most_sites: int,
    monitor: Monitor | None = None,
) -> tuple[Atlas, int]:
    """Return what a run has found, named here, and how many sites it has.

    Sites of no cluster are left out where there are more than `most_sites` in all. Economies of a
    cluster that the run does not tell are those of its places. There are no mergers and no collaboration:
    runs do not keep them. Raises InputError where a file breaks or lacks a column, and Cancelled.
    """
    reading, naming, placing = (monitor or Monitor()).split(6, 2, 2)
    clusters = _read(run, CLUSTERS, CLUSTER_COLUMNS, FURTHER_CLUSTER_COLUMNS, None, Monitor())
    _require_usable_clusters(run, clusters)
    count = clusters["rank"].size
    found, whole = _read_sites(run, most_sites, reading)
    identifier = clusters["cluster_id"].astype(np.int64)
    _require_usable_sites(run, found, identifier)
    sites = _site_table(found, identifier)
    totals = run.by_metric("totals")
    output = np.nan_to_num(sites.counts * (100.0 / totals)).sum(axis=1)
    names = cluster_names(sites.longitude, sites.latitude, sites.cluster, output, gazetteer, naming)
    placing.progress(0.0)
    economies = _texts(clusters["economies"]) if "economies" in clusters else [""] * count
    if not all(economies):
        of_places = _economies(sites, output, count, economy_of)
        economies = [told or found for told, found in zip(economies, of_places, strict=True)]
    placing.progress(1.0)
    table = ClusterTable(
        identifier,
        clusters["rank"].astype(np.int64),
        _texts(clusters["tier"]),
        [english for english, _ in names],
        [korean for _, korean in names],
        economies,
        np.column_stack([clusters[metric] for metric in METRICS]),
        np.column_stack([clusters[name] for name in _SHARES]),
        clusters["score"],
        _texts(clusters["focus"]),
        clusters["addresses"],
        clusters["sites"].astype(np.int64),
        _leaders(clusters, "top_organisation", count, clusters.get("top_organisation_share")),
        [_leaders(clusters, name, count) for name in _LEADERS],
        [_leaders(clusters, name, count) for name in _FIELDS],
    )
    mergers = Mergers([], int(identifier.max(initial=0)), [], {}, {})
    return Atlas(sites, table, totals, run.by_metric("records"), mergers, Collaboration({}, {}, False)), whole


def _read_sites(run: RunFolder, most: int, monitor: Monitor) -> tuple[dict[str, NDArray[Any]], int]:
    """Return the columns of sites, those of no cluster only where there are not more than `most`, and how
    many there are.
    """
    whole = open_table(str(run.path / SITES), run.parameter).rows
    found = _read(run, SITES, SITE_COLUMNS, {}, None if whole <= most else "cluster_id", monitor)
    # Engines write in any order.
    order = np.lexsort((found["latitude"], found["longitude"]))
    return {name: values[order] for name, values in found.items()}, whole


def _read(
    run: RunFolder,
    file: str,
    columns: Mapping[str, str],
    further: Mapping[str, str],
    needed: str | None,
    monitor: Monitor,
) -> dict[str, NDArray[Any]]:
    """Return columns as arrays: numbers with NaN and texts with None for null. Rows in which `needed` is null
    are left out.
    """
    table = _open_table(run, file, columns)
    wanted = {name: kind for name, kind in {**columns, **further}.items() if name in table.names}
    parts: dict[str, list[NDArray[Any]]] = {
        name: [np.empty(0, dtype=_dtype(wanted[name]))] for name in wanted
    }
    monitor.progress(0.0)
    for batch, done in table.batches(list(wanted)):
        kept = (
            slice(None) if needed is None else batch.column(needed).is_valid().to_numpy(zero_copy_only=False)
        )
        for name, kind in wanted.items():
            values = batch.column(name).to_numpy(zero_copy_only=False)[kept]
            try:
                parts[name].append(values.astype(_dtype(kind)))
            except (ValueError, TypeError) as error:
                raise _broken(run, file, name) from error
        monitor.progress(done)
    return {name: np.concatenate(arrays) for name, arrays in parts.items()}


def _require_usable_clusters(run: RunFolder, clusters: Mapping[str, NDArray[Any]]) -> None:
    """Raise InputError where clusters have no rank, or not a number each."""
    for name in ("rank", "cluster_id", "sites"):
        if not (clusters[name] >= 1.0).all():
            raise _broken(run, CLUSTERS, name)
    if np.unique(clusters["cluster_id"]).size < clusters["cluster_id"].size:
        raise _broken(run, CLUSTERS, "cluster_id")


def _require_usable_sites(
    run: RunFolder, found: Mapping[str, NDArray[Any]], identifier: NDArray[np.int64]
) -> None:
    """Raise InputError where sites are nowhere, or in a cluster that there is not."""
    for name, most in (("longitude", 180.0), ("latitude", 90.0)):
        if not (np.abs(found[name]) <= most).all():
            raise _broken(run, SITES, name)
    number = found["cluster_id"][~np.isnan(found["cluster_id"])]
    strange = np.setdiff1d(number, identifier)
    if strange.size:
        raise InputError(
            run.parameter,
            "{sites} has cluster {number}, which {clusters} has not: they are not of one run; choose the "
            "folder of one.",
            sites=str(run.path / SITES),
            clusters=CLUSTERS,
            number=f"{strange[0]:.0f}",
        )


def _broken(run: RunFolder, file: str, column: str) -> InputError:
    return InputError(
        run.parameter,
        "{file} has values in the column {column} that no run writes; choose the folder of another run, or "
        "run again.",
        file=str(run.path / file),
        column=column,
    )


def _dtype(kind: str) -> type:
    # Whole numbers too, so that null can be among them; none of them is near 2^53.
    return {"string": object, "bool": bool}.get(kind, np.float64)


def _site_table(found: Mapping[str, NDArray[Any]], identifier: NDArray[np.int64]) -> SiteTable:
    number = np.nan_to_num(found["cluster_id"]).astype(np.int64)
    position = np.full(int(max(identifier.max(initial=0), number.max(initial=0))) + 1, -1, dtype=np.int64)
    position[identifier] = np.arange(identifier.size)
    return SiteTable(
        found["longitude"],
        found["latitude"],
        position[number],
        found["core"],
        found["weight"],
        np.nan_to_num(np.column_stack([found[name] for name in ADDRESSES])),
        np.column_stack([found[name] for name in _COUNTS]),
    )


def _economies(
    sites: SiteTable, output: NDArray[np.float64], count: int, economy_of: EconomyLookup
) -> list[str]:
    members = sites.cluster >= 0
    economy = code_texts(economy_of(sites.longitude[members], sites.latitude[members]))
    return economy_labels(sites.cluster[members], economy, output[members], count)


def _texts(values: NDArray[np.object_]) -> list[str]:
    return [text or "" for text in values.tolist()]


def _leaders(
    clusters: Mapping[str, NDArray[Any]], name: str, count: int, share: NDArray[np.float64] | None = None
) -> Sequence[Leader]:
    if name not in clusters:
        return [("", float("nan"))] * count
    shares = np.full(count, np.nan) if share is None else share
    return list(zip(_texts(clusters[name]), shares.tolist(), strict=True))
