"""What PostgreSQL says when it cannot do what it was asked, in one sentence with the mend."""

from __future__ import annotations

from ..errors import InputError
from .tables import TableAtSource

# By SQLSTATE (PostgreSQL 15, appendix A), or its first two signs.
_SENTENCES = {
    "42501": "The database does not allow it ({problem}); ask its owner for that right.",
    "42P01": "The database does not have what was asked for ({problem}); choose a table that it has.",
    "42703": "The database does not have what was asked for ({problem}); choose columns that it has.",
    "42P07": "The database has it already ({problem}); name a new table.",
    "3F000": "The database does not have that schema ({problem}); name one that it has.",
    "25006": "The database takes no tables, not even for a moment ({problem}); ask one that does.",
    "57014": "The database ended the question ({problem}); ask for more time, or when it has less to do.",
    "53": "The database has not enough memory, disk or connections ({problem}); ask its keeper for more.",
    "42": "The condition or the query on {table} cannot be used ({problem}); mend it.",
    "22": "The values of {table} cannot be read as they are chosen ({problem}); choose other columns.",
}
_LOST = (
    "The connection to the database was lost ({problem}); nothing was written. Run it again when it answers."
)


def said(error: Exception, table: TableAtSource) -> InputError:
    """Return what a psycopg2 error means to who asked for `table`."""
    code = getattr(error, "pgcode", None) or ""
    lines = [" ".join(line.split()) for line in str(error).splitlines() if line.strip()]
    problem = lines[0].rstrip(".") if lines else type(error).__name__
    sentence = _SENTENCES.get(code) or _SENTENCES.get(code[:2])
    if sentence is None and (not code or code.startswith(("08", "57P"))):
        return InputError("connection", _LOST, problem=problem)
    return InputError(
        table.parameter,
        sentence or "The database cannot answer from {table}: {problem}.",
        table=table.address,
        problem=problem,
    )
