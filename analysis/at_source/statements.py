"""Statements put together from their clauses, in which a dialect has quoted names and values already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def select(columns: Iterable[str], source: str, *, where: str = "", group: Iterable[str] = ()) -> str:
    """Return a query of `columns`, expressions with their names."""
    clauses = {
        "SELECT": ", ".join(columns),
        "FROM": source,
        "WHERE": where,
        "GROUP BY": ", ".join(group),
    }
    return "\n".join(f"{word} {clause}" for word, clause in clauses.items() if clause)


def named(expressions: Mapping[str, str]) -> list[str]:
    """Return columns from expressions by their names."""
    return [f"{expression} AS {name}" for name, expression in expressions.items()]


def following(steps: Mapping[str, str], last: str) -> str:
    """Return a query whose steps, by name, are queries of those before them."""
    return "WITH " + ",\n".join(f"{name} AS (\n{step}\n)" for name, step in steps.items()) + f"\n{last}"
