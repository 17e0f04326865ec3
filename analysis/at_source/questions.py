"""The questions as SQL, the same for all engines but for what `dialects` tells.

Sums do not hang on the order of addition: a number is added as its whole part and as its rest in units of
2**-60, both whole numbers, which engines add exactly and which mean the same to all of them and to `sums`.
Decimals would not: PostgreSQL makes 15 digits of a double, DuckDB multiplies it, Spark prints it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..sums import FINE_UNITS, UNITS
from .dialects import Dialect
from .statements import following, named, select
from .tables import Rows

# Weights above this are taken for none: doubles have no halves there any more.
LARGEST_WEIGHT = 10**15


def places(rows: Rows, dialect: Dialect) -> str:
    """Ask for the groups of rows that have their key in common.

    Columns: the key; `recorded`, 1 where rows name a record or there are none, else 0; `row_count`;
    `first_row`; `lacking` and `negative`, how many rows have no number as weight or count, or one below 0;
    `addresses`, `addresses_rest`, `fraction`, `fraction_rest`, sums in two parts.
    """
    key = [*rows.key, "recorded"]
    totals = _totals(rows, "record_id", dialect) if rows.record else []
    fraction = f"{_fraction(rows, dialect)} AS fraction"
    return following(
        {
            **_weighed(rows, dialect),
            "totalled": select(["weighed.*", *totals], "weighed"),
            "divided": select([*key, "row_key", "lacking", "negative", "addresses", fraction], "totalled"),
        },
        select(
            [
                *key,
                "COUNT(*) AS row_count",
                "MIN(row_key) AS first_row",
                "CAST(SUM(lacking) AS BIGINT) AS lacking",
                "CAST(SUM(negative) AS BIGINT) AS negative",
                *_sum("addresses", rows.whole_weight, dialect),
                *_sum("fraction", _whole_fractions(rows), dialect),
            ],
            "divided",
            group=key,
        ),
    )


def patterns(rows: Rows, labelled: str, dialect: Dialect) -> str:
    """Ask for the records that are alike: as many addresses in all, and in the same clusters and economies.

    `labelled` is a relation with the key, `label` and `economy_number` of every located group. Columns:
    `entries`, `label:economy:addresses:rest` of each with commas between, empty for a record without a
    located address; `whole`, `whole_rest`, the addresses of such a record; `times`, how many there are.
    Records without any addresses are left out.
    """
    parts = ("label", "economy_number", "addresses", "addresses_rest")
    entry = " || ':' || ".join(dialect.text(part) for part in parts)
    of_entry = ["record_id", "label", "economy_number"]
    return following(
        {
            **_weighed(rows, dialect),
            "located": select(
                [*of_entry, "addresses"],
                f"weighed LEFT JOIN {labelled} AS labelled ON {_same(rows.key)}",
                where="recorded = 1 AND addresses > 0",
            ),
            "entered": select(
                [*of_entry, *_sum("addresses", rows.whole_weight, dialect)], "located", group=of_entry
            ),
            "listed": select(
                [
                    f"COALESCE({dialect.listing.format(text=entry)}, '') AS entries",
                    *_carried(
                        dialect.summed("addresses"), dialect.summed("addresses_rest"), "whole", dialect
                    ),
                ],
                "entered",
                group=["record_id"],
            ),
        },
        select(
            ["entries", "whole", "whole_rest", "COUNT(*) AS times"],
            "listed",
            group=["entries", "whole", "whole_rest"],
        ),
    )


def full_counts(rows: Rows, labelled: str, dialect: Dialect) -> str:
    """Ask what groups count where every record is one in every cluster it has an address in.

    `labelled` is a relation with the key, `label` and `place` of every located group. Columns: `place`,
    `full_count`, `full_count_rest`, the sum over its rows of their part of the record's addresses in the
    cluster. Groups that count nothing are left out.
    """
    part = f"{dialect.double('addresses')} / {_total(rows, dialect)} AS full_count"
    return following(
        {
            **_weighed(rows, dialect),
            "located": select(
                ["place", "label", "record_id", "addresses"],
                f"weighed JOIN {labelled} AS labelled ON {_same(rows.key)}",
                where="recorded = 1 AND addresses > 0 AND label >= 0",
            ),
            "totalled": select(["located.*", *_totals(rows, "record_id, label", dialect)], "located"),
            "divided": select(["place", part], "totalled"),
        },
        select(["place", *_sum("full_count", False, dialect)], "divided", group=["place"]),
    )


def labels(rows: Rows, labelled: str, field: str, columns: Sequence[str], dialect: Dialect) -> str:
    """Ask for `columns` of all rows, and as `field` the cluster of each: NULL at no known place.

    `columns` are all that the table has; `labelled` is a relation with the place and the `label` of every
    place, each once.
    """
    # Whatever the columns are called, none of them is taken for a part of the place.
    prefix = "place_"
    while any(name.lower().startswith(prefix) for name in columns):
        prefix = f"the_{prefix}"
    place = {prefix + name: rows.key[name] for name in rows.place}
    same = " AND ".join(f"placed.{prefix}{name} = labelled.{name}" for name in rows.place)
    placed = select(["stated.*", *named(place)], f"{rows.relation} AS stated", where=rows.where)
    return select(
        [
            *(f"placed.{dialect.quote(name)}" for name in columns),
            f"labelled.label AS {dialect.quote(field)}",
        ],
        f"({placed}) AS placed LEFT JOIN {labelled} AS labelled ON {same}",
    )


def _weighed(rows: Rows, dialect: Dialect) -> dict[str, str]:
    """Return steps: the rows as stated, and with `addresses`, a number of 0 or more whatever was stated."""
    stated = {**rows.key, "row_key": rows.row or "CAST(NULL AS BIGINT)"}
    if rows.record:
        stated["record_id"] = rows.record
    given = [name for name in ("weight", "counted") if getattr(rows, name)]
    stated |= {name: getattr(rows, name) for name in given}
    usable = _usable("weight", dialect) if rows.weight else "1"
    counted = {name: f"NOT {_nan(name, dialect)} AND {name} <= {LARGEST_WEIGHT}" for name in given}
    weighed = {
        "addresses": f"CAST({usable} AS BIGINT)" if rows.whole_weight else _in_units(usable, dialect),
        "lacking": " + ".join(f"CASE WHEN {counted[name]} THEN 0 ELSE 1 END" for name in given),
        "negative": " + ".join(f"CASE WHEN {name} < 0 THEN 1 ELSE 0 END" for name in given),
        "recorded": "CASE WHEN record_id IS NULL THEN 0 ELSE 1 END" if rows.record else "1",
    }
    return {
        "stated": select(named(stated), f"{rows.relation} AS stated", where=rows.where),
        "weighed": select(
            ["stated.*", *named({name: number or "0" for name, number in weighed.items()})], "stated"
        ),
    }


def _usable(number: str, dialect: Dialect) -> str:
    wanted = f"NOT {_nan(number, dialect)} AND {number} >= 0 AND {number} <= {LARGEST_WEIGHT}"
    return f"CASE WHEN {wanted} THEN {number} ELSE 0 END"


def _nan(number: str, dialect: Dialect) -> str:
    """Say whether a number is none: DuckDB takes NaN for less than what is above the others of its file."""
    return dialect.not_a_number.format(number=number)


def _in_units(number: str, dialect: Dialect) -> str:
    """Return a number without what is smaller than a unit: parts of a whole are no more than it."""
    whole, units = f"floor({number})", dialect.double(str(UNITS))
    return f"({whole} + floor(({number} - {whole}) * {units}) / {units})"


def _same(key: Mapping[str, str]) -> str:
    return " AND ".join(f"weighed.{name} = labelled.{name}" for name in key)


def _fraction(rows: Rows, dialect: Dialect) -> str:
    if rows.record:
        part = f"{dialect.double('addresses')} / {_total(rows, dialect)}"
        return f"CASE WHEN recorded = 1 AND addresses > 0 THEN {part} ELSE 0 END"
    return _usable("counted", dialect) if rows.counted else "addresses"


def _whole_fractions(rows: Rows) -> bool:
    return not rows.record and not rows.counted and rows.whole_weight


def _totals(rows: Rows, partition: str, dialect: Dialect) -> list[str]:
    """Return columns `total` and `total_rest`, the addresses of all rows of one record."""
    over = f" OVER (PARTITION BY {partition})"
    whole, rest = (
        part and dialect.summed(part) + over for part in _parts("addresses", rows.whole_weight, dialect)
    )
    return _carried(whole, rest, "total", dialect)


def _total(rows: Rows, dialect: Dialect) -> str:
    if rows.whole_weight:
        return dialect.double("total")
    # Rounded once, as `sums.whole_and_rest` does it.
    parts = {dialect.division: UNITS // FINE_UNITS, dialect.remainder: UNITS}
    rests = (
        f"{dialect.double(part.format(a='total_rest', b=FINE_UNITS))} / {dialect.double(str(units))}"
        for part, units in parts.items()
    )
    return f"({' + '.join([dialect.double('total'), *rests])})"


def _sum(name: str, whole: bool, dialect: Dialect) -> list[str]:
    """Return columns `name` and `name_rest`, the sum over a group; `whole`: of whole numbers."""
    number, rest = (part and dialect.summed(part) for part in _parts(name, whole, dialect))
    return _carried(number, rest, name, dialect)


def _parts(name: str, whole: bool, dialect: Dialect) -> tuple[str, str]:
    """Return the whole part of a number and its rest, empty where there is none."""
    if whole:
        return name, ""
    rest = f"({name} - floor({name})) * {dialect.double(str(UNITS))}"
    return f"CAST(floor({name}) AS BIGINT)", f"CAST(floor({rest}) AS BIGINT)"


def _carried(whole: str, rest: str, name: str, dialect: Dialect) -> list[str]:
    """Return columns of a sum in which no rest is as large as one."""
    if not rest:
        return [f"CAST({whole} AS BIGINT) AS {name}", f"CAST(0 AS BIGINT) AS {name}_rest"]
    carried = dialect.division.format(a=rest, b=UNITS)
    return [
        f"CAST({whole} + {carried} AS BIGINT) AS {name}",
        f"CAST({dialect.remainder.format(a=rest, b=UNITS)} AS BIGINT) AS {name}_rest",
    ]
