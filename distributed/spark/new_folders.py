"""Folders of rows that workers write: there as a whole, all of them, or not at all.

A folder that this machine sees is made beside its place and takes it. At other addresses workers write where
it will be; _SUCCESS is written last, and without it nothing there is whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pyspark.sql import DataFrame, SparkSession, functions

from ...analysis.at_source.new_files import made_beside, require_new_file
from ...analysis.errors import InputError
from .begun import Begun
from .connecting import is_local
from .results import MARKED, Output, address_of, folder_of


def require_new_folder(session: SparkSession, address: str) -> None:
    """Raise InputError where there is something already, or workers do not reach it."""
    folder = folder_of(address)
    if folder is None:
        try:
            Output(address).require_new(session)
        except InputError as error:
            error.parameter = "target"
            raise
        return
    if not is_local(session) and not address.startswith("file:"):
        raise InputError(
            "target",
            "Workers on other machines do not reach {target}; give an address that they share, such as "
            "file:///…, hdfs://… or s3a://….",
            target=address,
        )
    require_new_file(str(folder))


@contextmanager
def made(session: SparkSession, addresses: Sequence[str]) -> Iterator[tuple[Begun, list[str]]]:
    """Give for each of the addresses the one to write to, and what keeps account of that. What fails leaves
    nothing there, as far as Spark lets itself be asked to take something away: a server does not.
    """
    begun = Begun(session)
    folders = {address: folder for address in addresses if (folder := folder_of(address)) is not None}
    try:
        with made_beside([str(folder) for folder in folders.values()]) as parts:
            beside = {
                address: address_of(part.resolve()) for address, part in zip(folders, parts, strict=True)
            }
            yield begun, [beside.get(address, address) for address in addresses]
    except BaseException:
        begun.remove()
        raise


def written_rows(begun: Begun, rows: DataFrame, address: str, field: str) -> tuple[int, int]:
    """Have workers write rows into a folder; return how many are there, and how many of them have the field.

    Raises InputError where workers wrote somewhere else: under the same name on other machines.
    """
    session = begun.session
    with begun.writing(address, "target"):
        rows.write.option(MARKED, "true").parquet(address)
    counted = session.read.schema(rows.schema).parquet(address)
    [[of_all, known]] = counted.agg(
        functions.count("*"), functions.count(functions.col(f"`{field.replace('`', '``')}`"))
    ).collect()
    if address.startswith("file:") and not is_local(session) and of_all != rows.count():
        raise InputError(
            "target",
            "What the workers wrote to {path} is not here: not all machines share the folder; give an "
            "address that they share.",
            path=address,
        )
    return int(of_all), int(known)
