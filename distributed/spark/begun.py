"""What a run has begun to write at addresses that know no renaming, and takes away again where it fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from ..ending import already_there
from .connecting import is_remote
from .failures import ERRORS


class Begun:
    """Addresses that workers write to; never one where somebody else has written first."""

    def __init__(self, session: SparkSession) -> None:
        self.session = session
        self._addresses: list[str] = []

    @contextmanager
    def writing(self, address: str, parameter: str, told: str = "") -> Iterator[None]:
        """Have workers write to an address that must be new; raises InputError where it is not, of the
        address as it is `told`.
        """
        self._addresses.append(address)
        try:
            yield
        except PySparkException as error:
            if error.getCondition() != "PATH_ALREADY_EXISTS":
                raise
            self._addresses.remove(address)
            raise already_there(told or address, parameter) from error

    def remove(self, around: str = "") -> None:
        """Take away what was begun, and the folder `around` it if nothing else is there, as far as Spark lets
        itself be asked: a server does not.
        """
        if is_remote(self.session):
            return
        for address in self._addresses:
            self._delete(address, whole=True)
        if around and self._addresses:
            self._delete(around, whole=False)

    def _delete(self, address: str, *, whole: bool) -> None:
        java: Any = self.session._jvm
        with suppress(*ERRORS):
            path = java.org.apache.hadoop.fs.Path(address)
            path.getFileSystem(self.session._jsc.hadoopConfiguration()).delete(path, whole)
