"""The arguments of the command line, the same for all engines, and what they mean to the analysis."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from ..analysis.address_tables import AddressColumns
from ..analysis.at_source.tables import TableAtSource, Target
from ..analysis.collaboration import MEASURES
from ..analysis.counting import Counting
from ..analysis.density import BORDER_RULES
from ..analysis.editions import AUTHOR_WEIGHT, METRICS
from ..analysis.errors import InputError
from ..analysis.merging import Chains, Edge, MergeRule, Merging, Side, parse_pairs
from ..analysis.pipeline import Parameters
from ..analysis.spark_addresses import told_address

COLUMNS = {
    "x": "longitude",
    "y": "latitude",
    "geometry": "",
    "record": "record",
    "weight": "",
    "count": "",
    "economy": "",
    "organisation": "",
    "field": "",
    "row": "",
}

DISTANCE_ALONE = "none"

TABLE, VIEW = "table", "view"

# What the analysis calls otherwise than the command line.
_ARGUMENTS = {
    "min_weight": "min-density",
    "weights": "weight",
    "distance": "merge-distance",
    "connection": "postgis",
    "sources": "patents",
    # Of places, not of the column.
    "x": "",
}


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m innovation_clusters.distributed",
        description="Density clusters of addresses, ranked by shares of patents, publications and deals, "
        "from where the rows are: a cluster of Spark, a database with PostGIS, files through DuckDB.",
    )
    _add_tables(parser.add_argument_group("tables, a row an address"))
    _add_labels(parser.add_argument_group("rows with their clusters, where the rows are"))
    _add_method(parser.add_argument_group("method"))
    _add_engines(parser.add_argument_group("engine"))
    parser.add_argument("--output", required=True, help="a new folder for the results")
    parser.add_argument(
        "--attached",
        action="store_true",
        help="for programs: tell in lines of JSON, and end when standard input closes",
    )
    return parser


def _add_tables(group: argparse._ArgumentGroup) -> None:
    for metric in METRICS:
        group.add_argument(
            f"--{metric}",
            metavar="TABLE",
            help=f"addresses of {metric}: Parquet or CSV, a file or a folder of files; of PostGIS "
            "schema.table, or a query in brackets",
        )
    for metric in METRICS:
        group.add_argument(
            f"--total-{metric}", metavar="N", type=float, help="the world's records, if not the input's own"
        )
    for name, default in COLUMNS.items():
        group.add_argument(
            f"--{name}", metavar="COLUMN", default=default, help=f"default: {default or 'none'}"
        )
    group.add_argument(
        "--crs",
        default="",
        help="what coordinates are in, default: what the geometries say, else longitude and latitude, "
        "EPSG:4326",
    )
    group.add_argument("--where", default="", help="a condition in SQL that rows have to meet")


def _add_labels(group: argparse._ArgumentGroup) -> None:
    for metric in METRICS:
        group.add_argument(
            f"--label-{metric}",
            metavar="TARGET",
            help=f"make a table of all rows of {metric} with the number of their cluster, -1 for noise, none "
            "for rows at no site; in PostGIS a new schema.table, with DuckDB a new folder or .parquet file, "
            "on Spark a new folder at an address that all workers reach",
        )
    group.add_argument(
        "--label-as",
        choices=(TABLE, VIEW),
        default=TABLE,
        help="view: of PostGIS alone, it follows the rows; default: table",
    )
    group.add_argument(
        "--label-field",
        metavar="COLUMN",
        default="cluster_id",
        help="the new column with the cluster, default: cluster_id",
    )


def _add_method(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--eps", type=float, default=15_000.0, help="distance in metres, default: 15000")
    group.add_argument("--min-density", type=float, default=4_500.0, help="default: 4500")
    group.add_argument(
        "--address-weights",
        type=_address_weights,
        default={"patents": 1.0, "publications": AUTHOR_WEIGHT},
        metavar="P,A,D",
        help="what an address of patents, publications and deals weighs in the density, default: "
        f"1,{AUTHOR_WEIGHT:.6f},0",
    )
    group.add_argument("--border", choices=BORDER_RULES, default=BORDER_RULES[0])
    group.add_argument(
        "--counting", choices=[str(each) for each in Counting], default=str(Counting.FRACTIONAL)
    )
    merging = Merging()
    group.add_argument(
        "--merge-distance",
        type=float,
        default=merging.distance,
        help=f"metres between edges of clusters that may merge, default: {merging.distance:.0f}; 0: none",
    )
    group.add_argument("--merge-edge", choices=[str(each) for each in Edge], default=str(merging.edge))
    group.add_argument("--merge-ties", choices=[*MEASURES, DISTANCE_ALONE], default=merging.measure)
    group.add_argument("--merge-side", choices=[str(each) for each in Side], default=str(merging.rule.side))
    group.add_argument("--merge-noise", choices=["yes", "no"], default="yes" if merging.rule.noise else "no")
    group.add_argument(
        "--merge-chains", choices=[str(each) for each in Chains], default=str(merging.rule.chains)
    )
    group.add_argument(
        "--keep-apart", metavar="PAIRS", default="", help="clusters not to merge, as 3-17,8-21"
    )


def _add_engines(group: argparse._ArgumentGroup) -> None:
    engine = group.add_mutually_exclusive_group()
    engine.add_argument("--master", help="a master of Spark such as local[2] or spark://HOST:7077")
    engine.add_argument("--remote", help="a Spark Connect server such as sc://HOST:15002")
    group.add_argument(
        "--most-places",
        metavar="N",
        type=_from(0),
        default=30_000_000,
        help="of Spark: up to so many places, table by table, come here, where the rest is done and names "
        "are known; of more the workers keep theirs, default: 30000000",
    )
    group.add_argument(
        "--sites-per-tile",
        metavar="N",
        type=_from(1),
        default=1_000_000,
        help="of Spark: what a worker holds at a time of places that it keeps, and those around them, "
        "default: 1000000",
    )
    engine.add_argument(
        "--postgis",
        metavar="CONNECTION",
        help="a database, as host=… dbname=… user=…; passwords are better in a password file or PGPASSWORD",
    )
    engine.add_argument("--duckdb", action="store_true", help="DuckDB on this machine")
    group.add_argument("--memory", default="", help="what DuckDB may take, such as 4GB; default: four fifths")
    group.add_argument("--temporary", default="", help="a folder for what DuckDB has no memory for")


def chosen_in_python(choices: Mapping[str, object], left_out: Collection[str] = ()) -> argparse.Namespace:
    """Return what the command line would make of choices by name, with a low line for every hyphen: numbers,
    texts, paths, True and False for yes and no, several values as a list; None is the default.

    Raises TypeError for names that there are not, or that are `left_out`, and ValueError for values.
    """
    parser = arguments()
    parser.exit_on_error = False
    known = set(vars(parser.parse_args(["--output", ""]))) - set(left_out)
    for name in choices:
        if name not in known:
            raise TypeError(f"There is no choice {name}; there are {', '.join(sorted(known))}.")
    told = [
        f"--{name.replace('_', '-')}={_as_typed(value)}"
        for name, value in choices.items()
        if value is not None
    ]
    try:
        return parser.parse_args(told)
    except argparse.ArgumentError as error:
        raise ValueError(str(error)) from error


def _as_typed(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _from(least: int) -> Callable[[str], int]:
    def whole_number(text: str) -> int:
        number = int(text)
        if number < least:
            raise argparse.ArgumentTypeError(f"a whole number from {least}")
        return number

    return whole_number


def _address_weights(text: str) -> Mapping[str, float]:
    weights = [float(part) for part in text.split(",")]
    if len(weights) != len(METRICS):
        raise argparse.ArgumentTypeError("three numbers with commas between")
    return dict(zip(METRICS, weights, strict=True))


def parameters_of(chosen: argparse.Namespace) -> Parameters:
    """Return what an analyst has chosen; raises InputError where pairs are none."""
    pairs = parse_pairs(chosen.keep_apart, "keep-apart")
    return Parameters(
        chosen.eps,
        chosen.min_density,
        Merging(
            chosen.merge_distance,
            Edge(chosen.merge_edge),
            "" if chosen.merge_ties == DISTANCE_ALONE else chosen.merge_ties,
            MergeRule(Side(chosen.merge_side), chosen.merge_noise == "yes", Chains(chosen.merge_chains)),
            [(first - 1, second - 1) for first, second in pairs],
        ),
        chosen.address_weights,
        {metric: total for metric in METRICS if (total := getattr(chosen, f"total_{metric}")) is not None},
        chosen.border,
        Counting(chosen.counting),
    )


def tables_of(chosen: argparse.Namespace) -> dict[str, TableAtSource]:
    """Return the tables by metric; raises InputError where there is none, or columns do not go together."""
    if chosen.record and chosen.count:
        raise InputError("count", "Give either the record of every row or the records in it, not both.")
    if not any(getattr(chosen, metric) for metric in METRICS):
        raise InputError("patents", "Give the addresses of one or more of patents, publications, deals.")
    longitude, latitude = ("", "") if chosen.geometry else (chosen.x, chosen.y)
    columns = AddressColumns(
        longitude,
        latitude,
        chosen.geometry,
        chosen.crs,
        chosen.record,
        chosen.weight,
        chosen.count,
        chosen.economy,
        chosen.organisation,
        chosen.field,
    )
    return {
        metric: TableAtSource(address, columns, chosen.where, chosen.row, metric)
        for metric in METRICS
        if (address := getattr(chosen, metric))
    }


def targets_of(chosen: argparse.Namespace) -> dict[str, Target]:
    """Return what is to be made of the rows by metric; raises InputError where there are no such rows, and
    where two are to be in one place, within the results, or within what is read.
    """
    targets = {
        metric: Target(address, chosen.label_field, chosen.label_as == VIEW)
        for metric in METRICS
        if (address := getattr(chosen, f"label_{metric}"))
    }
    if targets and not chosen.label_field.strip():
        raise InputError("label-field", "Give the new column with the clusters a name.")
    taken = {place_of(chosen.output): "output"}
    for metric, target in targets.items():
        argument = f"label-{metric}"
        if not getattr(chosen, metric):
            raise InputError(
                argument, "There are no {metric} to label; give their table, or leave it out.", metric=metric
            )
        if target.as_view and not chosen.postgis:
            raise InputError("label-as", "Files have no views; make a table.")
        place = target.address.strip() if chosen.postgis else place_of(target.address)
        if not chosen.postgis:
            _require_outside(place, chosen, argument)
        for other, name in taken.items():
            if place == other or place.startswith(f"{other}/") or other.startswith(f"{place}/"):
                raise InputError(
                    argument,
                    "{target} is where something else is to be, of {other}; name another one.",
                    target=target.address,
                    other=f"--{name}",
                )
        taken[place] = argument
    return targets


def _require_outside(place: str, chosen: argparse.Namespace, argument: str) -> None:
    """Raise InputError where a place is that of a table, of whichever metric, or within it: the next run
    would take what is made there for rows.
    """
    for read in filter(None, (getattr(chosen, metric) for metric in METRICS)):
        if place == place_of(read) or place.startswith(f"{place_of(read)}/"):
            raise InputError(
                argument, "The folder {folder} is what is read; name a target somewhere else.", folder=read
            )


def place_of(address: str) -> str:
    """Return an address so that the same place has one name, as far as that can be told from here."""
    if address.startswith("file:"):
        address = re.sub("^file:/+", "/", address)
    return address.rstrip("/") if "://" in address else Path(address).resolve().as_posix()


def argument_of(parameter: str) -> str:
    """Return what the command line calls a parameter that an InputError names, empty where it has none."""
    name = _ARGUMENTS.get(parameter, parameter).replace("-", "_")
    known = vars(arguments().parse_args(["--output", ""]))
    return f"--{name.replace('_', '-')}" if name in known else ""


def facts(chosen: argparse.Namespace) -> dict[str, object]:
    """Return the choices of a run as run.json keeps them: nothing that lets anybody in."""
    kept_out = ("postgis", "attached", "output", "memory", "temporary")
    found = {
        name: value for name, value in vars(chosen).items() if name not in kept_out and value is not None
    }
    if chosen.remote:
        found["remote"] = told_address(chosen.remote)
    return found
