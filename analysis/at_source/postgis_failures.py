"""What PostgreSQL says when it cannot do what it was asked, in one sentence with the mend."""

from __future__ import annotations

from ..errors import InputError
from .tables import TableAtSource


def said(error: Exception, table: TableAtSource) -> InputError:
    """Return what a psycopg2 error means to who asked for `table`."""
    code = _code(error)
    problem = _problem(error)
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


def unreachable(error: Exception) -> InputError:
    """Return what it means that the server has not let us in; its words are the value `problem`."""
    return InputError(
        "connection",
        "The database cannot be reached ({problem}); check its host, port, name, user and password.",
        problem=" ".join(str(error).split()).rstrip("."),
    )


def why_not_made(error: Exception, target: str) -> InputError | None:
    """Return why the table `target` cannot be made, where that and not the question is what is wrong."""
    code, told = _code(error), {"target": target, "problem": _problem(error)}
    if code == "42501":
        return InputError(
            "target",
            "The database does not allow {target} to be made ({problem}); ask the owner of the schema for "
            "that right, or name another schema.",
            **told,
        )
    if code in ("42P07", "42710"):
        return InputError("target", "There is {target} already ({problem}); name a new one.", **told)
    if code == "3F000":
        return InputError(
            "target",
            "The database does not have the schema of {target} ({problem}); name one that it has.",
            **told,
        )
    return None


def unknown_end(error: Exception, target: str) -> InputError:
    """Return what it means that the connection was lost while `target` was committed."""
    return InputError(
        "connection",
        "The connection to the database was lost at the last step ({problem}); look whether {target} is "
        "there before you run it again.",
        target=target,
        problem=_problem(error),
    )


def _code(error: Exception) -> str:
    return getattr(error, "pgcode", None) or ""


def _problem(error: Exception) -> str:
    lines = [" ".join(line.split()) for line in str(error).splitlines() if line.strip()]
    return lines[0].rstrip(".") if lines else type(error).__name__


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
