"""What PostgreSQL says when it cannot do what it was asked, in one sentence with the mend."""

from __future__ import annotations

from ..errors import InputError
from .tables import TableAtSource


def said(error: Exception, table: TableAtSource) -> InputError:
    """Return what a psycopg2 error means to who asked for `table`."""
    code = getattr(error, "pgcode", None) or ""
    lines = [" ".join(line.split()) for line in str(error).splitlines() if line.strip()]
    problem = lines[0].rstrip(".") if lines else type(error).__name__
    known = _known(table, problem)
    if code in known or code[:2] in known:
        return known.get(code) or known[code[:2]]
    if not code or code.startswith(("08", "57P")):
        return InputError(
            "connection",
            "The connection to the database was lost ({problem}); nothing was written. Run it again when it "
            "answers.",
            problem=problem,
        )
    return InputError(
        table.parameter,
        "The database cannot answer from {table}: {problem}.",
        table=table.address,
        problem=problem,
    )


def _known(table: TableAtSource, problem: str) -> dict[str, InputError]:
    """Return what is said by SQLSTATE (PostgreSQL 15, appendix A), or by its first two signs."""
    name, told = table.parameter, {"table": table.address, "problem": problem}
    return {
        "42501": InputError(
            name,
            "The database does not allow it ({problem}); ask its owner for that right.",
            **told,
        ),
        "42P01": InputError(
            name,
            "The database does not have what was asked for ({problem}); choose a table that it has.",
            **told,
        ),
        "42703": InputError(
            name,
            "The database does not have what was asked for ({problem}); choose columns that it has.",
            **told,
        ),
        "42P07": InputError(
            name,
            "The database has it already ({problem}); name a new table.",
            **told,
        ),
        "3F000": InputError(
            name,
            "The database does not have that schema ({problem}); name one that it has.",
            **told,
        ),
        "25006": InputError(
            name,
            "The database takes no tables, not even for a moment ({problem}); ask one that does.",
            **told,
        ),
        "57014": InputError(
            name,
            "The database ended the question ({problem}); ask for more time, or when it has less to do.",
            **told,
        ),
        "53": InputError(
            name,
            "The database has not enough memory, disk or connections ({problem}); ask its keeper for more.",
            **told,
        ),
        "42": InputError(
            name,
            "The condition or the query on {table} cannot be used ({problem}); mend it.",
            **told,
        ),
        "22": InputError(
            name,
            "The values of {table} cannot be read as they are chosen ({problem}); choose other columns.",
            **told,
        ),
    }
