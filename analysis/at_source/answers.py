"""Answers of engines as plain arrays, whichever engine gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..sums import Sums, whole_and_rest
from ..table_columns import Pairs, Points
from ..table_files import arrow_module, is_text
from ..texts import Coded, code_texts
from .questions import LARGEST_WEIGHT
from .tables import STATED, TableAtSource, Target


@dataclass(frozen=True)
class Places:
    """Groups of rows that state the same place, and the same economy, organisation and field where those were
    chosen: arrays of length n, in the order of their first rows, where rows have an order, else of their
    coordinates.

    `x`, `y` float64, in the system of the table, NaN where there is none: `fault` uint8, the place in
    `addresses.REASONS` of why, 0 where both are numbers; nothing else has been judged. `rows` int64, how many
    there are; `first_row` int64, the lowest, -1 where rows have no order; `addresses` float64, how many they
    stand for; `fraction`, how many records in fractions, of which rows at no place are a part too;
    `recorded` bool, False where they name no record: those have fraction 0 and take no part. `economy`,
    `organisation`, `field` are None where not chosen. `key` is a pyarrow table of n rows by which the engine
    knows the groups again: the same place can be there twice, as -0.0 and 0.0, as 180 and -180.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    fault: NDArray[np.uint8]
    rows: NDArray[np.int64]
    first_row: NDArray[np.int64]
    addresses: NDArray[np.float64]
    fraction: Sums
    recorded: NDArray[np.bool_]
    economy: Coded | None
    organisation: Coded | None
    field: Coded | None
    key: Any

    def __len__(self) -> int:
        return self.x.size


@dataclass(frozen=True)
class LabelledPlaces:
    """Those of `places` that were located, with their clusters.

    `at` int64[m], which of the places; `label` int64[m], -1 for noise; `economy` int64[m], the number of the
    economy, below 0 for none, None where nobody asks for economies.
    """

    places: Places
    at: NDArray[np.int64]
    label: NDArray[np.int64]
    economy: NDArray[np.int64] | None = None


@dataclass(frozen=True)
class Patterns:
    """Records that lie in the same clusters and economies, with as many addresses in each and in all.

    By pattern, length p: `whole` float64, the addresses of such a record, located or not; `times` int64, how
    many there are. By entry, length n: `pattern` int64, in ascending order; `label` int64, -1 for noise;
    `economy` int64, below 0 for none; `addresses` float64, more than 0. A pattern without a located address
    has no entry; records without any addresses are in no pattern.
    """

    whole: NDArray[np.float64]
    times: NDArray[np.int64]
    pattern: NDArray[np.int64]
    label: NDArray[np.int64]
    economy: NDArray[np.int64]
    addresses: NDArray[np.float64]


@dataclass(frozen=True)
class Labelling:
    """A table whose rows are to get the clusters of their places."""

    table: TableAtSource
    labelled: LabelledPlaces
    target: Target


@dataclass(frozen=True)
class LabelledRows:
    """What became of labels: how many `rows` were written, how many of them lie at no known place."""

    rows: int
    unknown: int


def places_from(answer: Any, table: TableAtSource) -> Places:
    """Return places from the pyarrow table that `questions.places` asks for.

    Raises InputError where weights or counts are no numbers of 0 or more: a record that has lost an address
    without a trace would be counted wrongly.
    """
    arrow = arrow_module()
    answer = answer.combine_chunks()
    require_weights(answer, table)
    named = answer.column_names[: answer.column_names.index("recorded")]
    key = answer.select(named)
    place = Points(len(answer)) if "geometry" in named else Pairs(len(answer))
    place.add(*(_from_hexadecimal(_array(key, name), name) for name in named if name not in STATED))
    x, y, fault = place.whole()
    first = answer.column("first_row")
    first_row = first.cast(arrow.int64()).fill_null(-1).to_numpy()
    # Groups come in any order; what states a place first comes first, whoever counted.
    texts = {name: _coded(_array(key, name)) for name in named if name in STATED}
    order = np.lexsort((*(coded.code for coded in texts.values()), y, x, first_row)).astype(np.int64)

    def numbers(name: str) -> NDArray[np.int64]:
        values: NDArray[np.int64] = answer.column(name).cast(arrow.int64()).to_numpy()[order]
        return values

    economy, organisation, field = (texts[name].select(order) if name in texts else None for name in STATED)
    return Places(
        x[order],
        y[order],
        fault[order],
        numbers("row_count"),
        first_row[order],
        whole_and_rest(numbers("addresses"), numbers("addresses_rest")).value,
        whole_and_rest(numbers("fraction"), numbers("fraction_rest")),
        numbers("recorded") == 1,
        economy,
        organisation,
        field,
        key.take(arrow.array(order)),
    )


def labelled_table(labelled: LabelledPlaces) -> Any:
    """Return the pyarrow table that `patterns` and `full_counts` compare rows with: the key, `place`, `label`
    and `economy_number`.
    """
    arrow = arrow_module()
    economy = np.full(labelled.at.size, -1) if labelled.economy is None else labelled.economy
    table = labelled.places.key.take(arrow.array(labelled.at))
    for name, values in (("place", labelled.at), ("label", labelled.label), ("economy_number", economy)):
        table = table.append_column(name, arrow.array(values, arrow.int64()))
    return table


def label_table(labelled: LabelledPlaces) -> Any:
    """Return the pyarrow table that `labels` compares rows with: every place once, and its `label`."""
    arrow, compute = arrow_module(), arrow_module("compute")
    place = [name for name in labelled.places.key.column_names if name not in STATED]
    # Points of GeoParquet may be coordinates within a column, by which pyarrow cannot group.
    nested = labelled.places.key.select(place).schema
    table = labelled_table(labelled).select([*place, "label"]).flatten()
    parts = [name for name in table.column_names if name != "label"]
    for name in parts:
        if arrow.types.is_floating(table.schema.field(name).type):
            # -0.0 becomes 0.0: one place to the engines, two to pyarrow.
            table = table.set_column(
                table.schema.get_field_index(name), name, compute.add(table.column(name), 0.0)
            )
    once = table.group_by(parts).aggregate([("label", "min")]).combine_chunks()
    columns, flat = [], iter(_array(once, name) for name in parts)
    for of in nested:
        if arrow.types.is_struct(of.type):
            within = [next(flat) for _ in range(of.type.num_fields)]
            columns.append(arrow.StructArray.from_arrays(within, fields=list(of.type)))
        else:
            columns.append(next(flat))
    return arrow.table([*columns, _array(once, "label_min")], names=[*place, "label"])


def patterns_from(answer: Any) -> Patterns:
    """Return patterns from the pyarrow table that `questions.patterns` asks for."""
    arrow, compute = arrow_module(), arrow_module("compute")
    answer = answer.sort_by([(name, "ascending") for name in ("entries", "whole", "whole_rest")])
    answer = answer.combine_chunks()

    def numbers(name: str) -> NDArray[np.int64]:
        values: NDArray[np.int64] = answer.column(name).cast(arrow.int64()).to_numpy()
        return values

    entries = _array(answer, "entries").cast(arrow.large_string())
    listed = compute.split_pattern(entries, ",")
    entry = listed.flatten()
    pattern = np.repeat(np.arange(len(answer)), np.diff(listed.offsets.to_numpy()))
    there = np.asarray(compute.not_equal(entry, "").to_numpy(zero_copy_only=False), dtype=bool)
    parts = compute.split_pattern(entry.filter(arrow.array(there)), ":").flatten().cast(arrow.int64())
    label, economy, addresses, rest = parts.to_numpy().reshape(-1, 4).T
    return Patterns(
        whole_and_rest(numbers("whole"), numbers("whole_rest")).value,
        numbers("times"),
        pattern[there],
        label.copy(),
        economy.copy(),
        whole_and_rest(addresses, rest).value,
    )


def full_counts_from(answer: Any, places: int) -> Sums:
    """Return a number for each of the places from the pyarrow table that `questions.full_counts` asks for."""
    whole, rest = np.zeros((2, places), dtype=np.int64)
    at = answer.column("place").to_numpy()
    whole[at], rest[at] = (answer.column(name).to_numpy() for name in ("full_count", "full_count_rest"))
    return whole_and_rest(whole, rest)


def require_weights(answer: Any, table: TableAtSource) -> None:
    """Raise InputError where `lacking` and `negative` of a pyarrow table tell of weights that are none."""
    compute = arrow_module("compute")
    column = table.columns.weight or table.columns.count
    lacking, negative = (compute.sum(answer.column(name)).as_py() or 0 for name in ("lacking", "negative"))
    if lacking:
        raise InputError(
            table.parameter,
            "The column {column} has no number up to {largest} in {count} rows; fill it, or filter those "
            "rows out.",
            column=column,
            largest=LARGEST_WEIGHT,
            count=lacking,
        )
    if negative:
        raise InputError(
            table.parameter,
            "The column {column} is negative in {count} rows; weights must be 0 or more.",
            column=column,
            count=negative,
        )


def _array(table: Any, name: str) -> Any:
    column = table.column(name)
    if column.num_chunks == 1:
        return column.chunk(0)
    return arrow_module().array([], column.type) if not column.num_chunks else column.combine_chunks()


def _from_hexadecimal(values: Any, name: str) -> Any:
    """Return geometries as bytes where a database gave them as text, "\\x" and two signs for each."""
    arrow, compute = arrow_module(), arrow_module("compute")
    if name != "geometry" or not is_text(values.type):
        return values
    signs = compute.utf8_slice_codeunits(values.cast(arrow.large_string()), 2)
    _, bounds, text = signs.buffers()
    offsets = np.frombuffer(bounds, dtype=np.int64)[signs.offset :][: len(signs) + 1]
    content = np.frombuffer(text or b"", dtype=np.uint8)[offsets[0] : offsets[-1]]
    # 0 to 9 begin at 48, a to f at 97.
    digits = np.where(content < 97, content - 48, content - 87).reshape(-1, 2)
    whole = (digits[:, 0] << 4 | digits[:, 1]).astype(np.uint8)
    missing = compute.is_null(values).to_numpy(zero_copy_only=False)
    return arrow.LargeBinaryArray.from_buffers(
        arrow.large_binary(),
        len(values),
        [
            arrow.array(~missing).buffers()[1],
            arrow.py_buffer((offsets - offsets[0]) // 2),
            arrow.py_buffer(whole),
        ],
    )


def _coded(texts: Any) -> Coded:
    """Return texts, equal ones looked at once, as `texts.code_texts` does."""
    coded = texts.dictionary_encode()
    names = code_texts(np.array([*coded.dictionary.to_pylist(), None], dtype=object))
    return names.select(
        coded.indices.fill_null(len(names) - 1).to_numpy(zero_copy_only=False).astype(np.int64)
    )
