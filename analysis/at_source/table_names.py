"""Names of tables in a PostgreSQL database, as they are written by people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import InputError
from .dialects import POSTGRESQL

_PART = re.compile(r'"((?:[^"]|"")*)"|([^".]+)')


@dataclass(frozen=True)
class TableName:
    """A table as it is called: capital letters stay what they are. `schema` is empty where the database is to
    look for it.
    """

    schema: str
    name: str

    @classmethod
    def read(cls, address: str, parameter: str = "table") -> TableName:
        """Read `schema.table` or `table`; parts may be in double quotes, and have to be where they contain
        dots or quotes themselves. Raises InputError, naming the parameter, where it is neither.
        """
        parts, at = [], 0
        text = address.strip()
        while found := _PART.match(text, at):
            parts.append(found[1].replace('""', '"') if found[1] is not None else found[2].strip())
            at = found.end()
            if text[at : at + 1] != ".":
                break
            at += 1
        # A dot at the end has a part after it, which is empty.
        if at != len(text) or text.endswith(".") or not 1 <= len(parts) <= 2 or not all(parts):
            raise InputError(parameter, "{table} is no name of a table; write schema.table.", table=address)
        return cls("", parts[0]) if len(parts) == 1 else cls(*parts)

    def quoted(self) -> str:
        """Return the name for SQL."""
        return ".".join(POSTGRESQL.quote(part) for part in (self.schema, self.name) if part)

    def of_places(self) -> TableName:
        """Return the table of places that a view of labelled rows looks into."""
        return TableName(self.schema, f"{self.name}_places")
