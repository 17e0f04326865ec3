"""Tables in files as batches of columns: Parquet, a folder of it, and text with delimiters (CSV, TSV).

Everything that only pyarrow knows about files is here; what the columns mean is the reader's business.
"""

from __future__ import annotations

import codecs
import gzip
import json
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, TypeVar

from . import packages
from .errors import InputError
from .monitor import POLL_SECONDS, Monitor

PARQUET = ".parquet"
TEXT = (".csv", ".csv.gz", ".tsv", ".tsv.gz")

# Rows between two looks at Cancel; text is cut by bytes instead.
_BATCH = 1 << 17
_BLOCK_BYTES = 4 << 20
# Read at once from a column of a Parquet file, however much of it was written in one piece.
_BUFFER_BYTES = 1 << 20
# What encoding and delimiter are told from, before the rows are read.
_SAMPLE_BYTES = 1 << 20
# pyarrow's own names; the second is what Korean Windows and Excel write.
_ENCODINGS = ("utf8", "cp949")
_DELIMITERS = (",", ";", "\t")

T = TypeVar("T")


@dataclass(frozen=True)
class Geometry:
    """The geometry column of a GeoParquet file: its name, how it is stored, and what its coordinates are in,
    as PROJ reads it ("EPSG:5186", or PROJJSON), empty where it is not known.
    """

    column: str
    encoding: str
    crs: str


class TableFile(Protocol):
    """A table that has been opened: the `names` of its columns, how many `rows` it has, 0 where that is not
    known before they are read, and its geometry if it has points.
    """

    names: list[str]
    rows: int
    geometry: Geometry | None

    def batches(self, columns: Sequence[str]) -> Iterator[tuple[Any, float]]:
        """Yield pyarrow record batches of some columns, and how much of the whole has been read, 0 to 1.

        Raises InputError where the file breaks.
        """


def arrow_module(part: str = "") -> ModuleType:
    """Return pyarrow, or a part of it; raises InputError where it is not installed."""
    return packages.require(f"pyarrow.{part}" if part else "pyarrow", "tables in Parquet and CSV files")


def is_table_file(path: str) -> bool:
    """Say whether a path is a Parquet or text file by its suffix, or a folder that has Parquet files, or that
    is divided into folders as programs divide Parquet; those are told apart where it is opened.
    """
    if not path or "|" in path:
        return False
    there = Path(path)
    if there.name.lower().endswith((PARQUET, *TEXT)):
        return True
    return there.is_dir() and (
        any(files_in(there, PARQUET))
        or any(_divides(each.name) and each.is_dir() for each in there.iterdir())
    )


def is_utf8(path: str) -> bool:
    """Say whether a text file begins as one in UTF-8, so that programs that know no other read it."""
    opened = gzip.open if path.lower().endswith(".gz") else open
    try:
        with opened(path, "rb") as file:
            return _decodes(file.read(_SAMPLE_BYTES), _ENCODINGS[0])
    except (EOFError, zlib.error, gzip.BadGzipFile):
        # Nobody reads it then; who reads rows says so.
        return False


def delimiter_of(header: str) -> str:
    """Return what stands between the names of columns in the first line of a text file."""
    return max(_DELIMITERS, key=header.count)


def text_format(path: str, parameter: str) -> tuple[list[str], str]:
    """Return the names of the columns of a text file and its delimiter; raises InputError as `open_table`."""
    file = _TextFile(Path(path), parameter)
    return file.names, file.delimiter


def open_table(path: str, parameter: str) -> TableFile:
    """Open a table; raises InputError, naming the parameter, where there is none that can be read."""
    there = Path(path)
    if not there.exists():
        raise InputError(parameter, "There is no file {file}; choose one that exists.", file=path)
    arrow_module()
    if there.is_dir():
        require_whole(there, PARQUET, parameter)
        files = files_in(there, PARQUET)
        if not files:
            raise InputError(
                parameter, "The folder {file} has no Parquet files; choose one that has.", file=path
            )
        return _ParquetFiles(files, parameter)
    if there.name.lower().endswith(TEXT):
        return _TextFile(there, parameter)
    return _ParquetFiles([there], parameter)


def files_in(folder: Path, *endings: str) -> list[Path]:
    """Return the files of a folder with such endings, in the order of their names; not of folders in it."""
    return sorted(
        file
        for file in folder.iterdir()
        if file.name.lower().endswith(endings) and not _unfinished(file.name) and not file.is_dir()
    )


def require_whole(folder: Path, endings: str | tuple[str, ...], parameter: str) -> None:
    """Raise InputError where folders within a folder have files with such endings: their rows would be left
    out, and what their names tell, as year=2020 does, is in no column.
    """
    known: set[str] = set()
    for inner, folders, files in os.walk(folder, followlinks=True):
        place = os.path.realpath(inner)
        if place in known:
            # Links may lead in circles.
            folders.clear()
            continue
        known.add(place)
        folders[:] = sorted(name for name in folders if not _unfinished(name))
        if Path(inner) != folder and any(
            name.lower().endswith(endings) and not _unfinished(name) for name in files
        ):
            raise left_out(str(folder), inner, parameter)


def left_out(folder: str, inner: str, parameter: str) -> InputError:
    """Return what it means that a folder would be read in part."""
    return InputError(
        parameter,
        "The folder {file} has tables in the folder {inner} within it too, whose rows would be left out; put "
        "all files into one folder, or choose one folder after the other.",
        file=folder,
        inner=inner,
    )


def _unfinished(name: str) -> bool:
    # What begins so is what a program that writes such folders is still busy with, but for its columns.
    return name.startswith(".") or (name.startswith("_") and not _divides(name))


def _divides(name: str) -> bool:
    """Say whether a folder is named as one value of a column is, such as year=2020."""
    return "=" in name and not name.startswith(".")


def is_text(kind: Any) -> bool:
    """Say whether a pyarrow type is one of texts."""
    types = arrow_module().types
    return bool(types.is_string(kind) or types.is_large_string(kind))


class Ahead:
    """One thread that works while this one does something else, or listens for Cancel."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="innovation_clusters_tables")

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, *failure: object) -> None:
        # What is still being done touches nothing of ours: nobody has to wait for it.
        self._pool.shutdown(wait=False, cancel_futures=True)

    def call(self, work: Callable[[], T], monitor: Monitor) -> T:
        """Return what `work` does, which tells no progress; raises Cancelled."""
        return self._result(self._pool.submit(work), monitor)

    def each(self, items: Iterator[tuple[T, float]], monitor: Monitor) -> Iterator[T]:
        """Yield items that come with how much of the whole they are the end of, each fetched while the one
        before it is used; raises Cancelled.
        """
        coming = self._pool.submit(next, items, None)
        while (item := self._result(coming, monitor)) is not None:
            coming = self._pool.submit(next, items, None)
            monitor.progress(item[1])
            yield item[0]

    @staticmethod
    def _result(future: Future[T], monitor: Monitor) -> T:
        while not wait([future], timeout=POLL_SECONDS).done:
            monitor.check()
        return future.result()


@contextmanager
def readable(path: Path | str, parameter: str) -> Iterator[None]:
    """Turn what pyarrow says about a file that breaks while it is read into one sentence."""
    arrow = arrow_module()
    try:
        yield
    except (arrow.ArrowException, OSError) as error:
        raise InputError(
            parameter,
            "The file {file} cannot be read: {problem}. Write it again, or choose another one.",
            file=str(path),
            problem=" ".join(str(error).split()).rstrip("."),
        ) from error


class _ParquetFiles:
    """One Parquet file, or several of the same columns, one after the other."""

    def __init__(self, files: Sequence[Path], parameter: str) -> None:
        self._files = files
        self._parameter = parameter
        self.rows = 0
        for number, file in enumerate(files):
            with self._opened(file) as opened:
                self.rows += opened.metadata.num_rows
                schema = opened.schema_arrow
                if number == 0:
                    self.names: list[str] = list(schema.names)
                    self.geometry = _geometry(schema.metadata or {}, self.names)

    @contextmanager
    def _opened(self, file: Path) -> Iterator[Any]:
        parquet = arrow_module("parquet")
        arrow = arrow_module()
        try:
            opened = parquet.ParquetFile(file, buffer_size=_BUFFER_BYTES)
        except (arrow.ArrowException, OSError) as error:
            raise InputError(
                self._parameter,
                "The file {file} is not a Parquet file ({problem}); write it again, or choose another one.",
                file=str(file),
                problem=" ".join(str(error).split()).rstrip("."),
            ) from error
        with opened:
            yield opened

    def batches(self, columns: Sequence[str]) -> Iterator[tuple[Any, float]]:
        done = 0
        for file in self._files:
            with self._opened(file) as opened, readable(file, self._parameter):
                missing = [name for name in columns if name not in opened.schema_arrow.names]
                if missing:
                    raise InputError(
                        self._parameter,
                        "The file {file} has no column {column}, which others in its folder have.",
                        file=str(file),
                        column=missing[0],
                    )
                for batch in opened.iter_batches(_BATCH, columns=list(columns)):
                    done += batch.num_rows
                    yield batch, done / max(1, self.rows)


def _geometry(metadata: dict[bytes, bytes], names: Sequence[str]) -> Geometry | None:
    """Return the main geometry column where it may hold points (GeoParquet 1.1)."""
    try:
        geo = json.loads(metadata.get(b"geo", b"{}"))
        name = geo["primary_column"]
        column = geo["columns"][name]
        types = {str(kind).split()[0] for kind in column.get("geometry_types", [])}
    except (ValueError, KeyError, TypeError):
        # Not GeoParquet then, whatever it is; its columns may still be coordinates.
        return None
    encoding = str(column.get("encoding", ""))
    if name not in names or encoding not in ("WKB", "point") or (types and types <= _LINES_AND_POLYGONS):
        return None
    # Left out means longitude and latitude; null, that nobody knows.
    return Geometry(name, encoding, _crs(column["crs"]) if "crs" in column else "EPSG:4326")


_LINES_AND_POLYGONS = {"LineString", "MultiLineString", "Polygon", "MultiPolygon"}


def _crs(definition: object) -> str:
    if definition is None:
        return ""
    identifier = definition.get("id") if isinstance(definition, dict) else None
    if isinstance(identifier, dict) and {"authority", "code"} <= identifier.keys():
        name = f"{identifier['authority']}:{identifier['code']}"
        return "EPSG:4326" if name == "OGC:CRS84" else name
    return definition if isinstance(definition, str) else json.dumps(definition)


class _TextFile:
    """A text file with delimiters, compressed or not; every column is text."""

    geometry: Geometry | None = None
    rows = 0

    def __init__(self, path: Path, parameter: str) -> None:
        self._path = path
        self._parameter = parameter
        with readable(path, parameter):
            with self._stream()[0] as stream:
                sample = stream.read(_SAMPLE_BYTES)
            if not sample.strip():
                raise InputError(parameter, "The file {file} is empty; choose another one.", file=str(path))
            self._encodings = [name for name in _ENCODINGS if _decodes(sample, name)]
            if not self._encodings:
                raise self._not_text()
            if not sample.isascii():
                # Texts of the one are hardly ever texts of the other; where there are none yet, both may do.
                self._encodings = self._encodings[:1]
            header = sample.decode(self._encodings[0], errors="ignore").lstrip("\ufeff").splitlines()[0]
            self.delimiter = delimiter_of(header)
            with self._reader(self._encodings[0], None)[0] as reader:
                self.names: list[str] = list(reader.schema.names)

    def _not_text(self) -> InputError:
        return InputError(
            self._parameter,
            "The file {file} is text in neither UTF-8 nor CP949; save it as UTF-8.",
            file=str(self._path),
        )

    def _stream(self) -> tuple[Any, Any]:
        """Return what is read, and the file under it, which knows how far it is."""
        arrow = arrow_module()
        file = arrow.OSFile(str(self._path))
        if self._path.name.lower().endswith(".gz"):
            return arrow.CompressedInputStream(file, "gzip"), file
        return file, file

    def _reader(self, encoding: str, columns: Sequence[str] | None) -> tuple[Any, Any]:
        arrow = arrow_module()
        csv = arrow_module("csv")
        stream, file = self._stream()
        reader = csv.open_csv(
            stream,
            csv.ReadOptions(block_size=_BLOCK_BYTES, encoding=encoding),
            csv.ParseOptions(delimiter=self.delimiter, newlines_in_values=True),
            csv.ConvertOptions(
                include_columns=None if columns is None else list(columns),
                column_types={} if columns is None else dict.fromkeys(columns, arrow.string()),
                strings_can_be_null=False,
            ),
        )
        return reader, file

    def batches(self, columns: Sequence[str]) -> Iterator[tuple[Any, float]]:
        size = max(1, self._path.stat().st_size)
        done = 0
        for encoding in self._encodings:
            again = done
            try:
                with readable(self._path, self._parameter):
                    reader, file = self._reader(encoding, columns)
                    with reader:
                        for whole in reader:
                            # Rows that another encoding has read already.
                            batch = whole.slice(min(again, whole.num_rows))
                            again -= whole.num_rows - batch.num_rows
                            done += batch.num_rows
                            yield batch, min(1.0, file.tell() / size)
                return
            except (UnicodeDecodeError, InputError) as error:
                if isinstance(error, InputError) and "UTF8" not in str(error):
                    raise
                if encoding == self._encodings[-1]:
                    raise self._not_text() from error


def _decodes(sample: bytes, encoding: str) -> bool:
    """Say whether bytes are text of an encoding, but for a character that they may end within."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True
