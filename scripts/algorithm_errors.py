"""What an algorithm refuses: the sentences of `InputError` that can reach its parameters, from the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

# What analysis refuses of places, algorithms do not hand to it: they leave such rows out.
LEFT_OUT = "x"

ROOT = Path(__file__).resolve().parent.parent
ALGORITHMS = ROOT / "processing_algorithms"


def refusals(name: str, parameters: list[str], arguments: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the sentences by parameter, in the order of `parameters`; English templates.

    `arguments` are the names that `analysis` uses for parameters, as in `Algorithm.arguments`. Sentences
    whose parameter is only known in a run are under the empty name.
    """
    source = ALGORITHMS / f"{name}.py"
    found: dict[str, list[str]] = {parameter: [] for parameter in (*parameters, "")}
    if not source.is_file():
        return {}
    for path in _reachable(source):
        for parameter, sentence in _sentences(path):
            if parameter is None:
                # Shared code that is told the parameter; of analysis only what is named can be placed.
                target = "" if path.is_relative_to(ALGORITHMS) else None
            elif parameter == LEFT_OUT:
                target = None
            else:
                target = arguments.get(parameter, parameter)
            if target is not None and sentence not in found.get(target, [sentence]):
                found[target].append(sentence)
    return {parameter: sentences for parameter, sentences in found.items() if sentences}


def _reachable(source: Path) -> list[Path]:
    """Return the file and all of the package it imports, directly or not, but no other algorithm."""
    seen: list[Path] = []
    waiting = [source]
    while waiting:
        path = waiting.pop(0)
        if path not in seen:
            seen.append(path)
            waiting += _imports(path)
    return [path for path in seen if path == source or path.parent != ALGORITHMS]


@cache
def _imports(path: Path) -> list[Path]:
    found = []
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        folder = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
        candidates = [folder.with_suffix(".py"), folder / "__init__.py"]
        candidates += [folder / f"{alias.name}.py" for alias in node.names]
        found += [candidate for candidate in candidates if candidate.is_file()]
    return found


@cache
def _sentences(path: Path) -> list[tuple[str | None, str]]:
    return list(_errors_in(_tree(path)))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _errors_in(tree: ast.Module) -> Iterator[tuple[str | None, str]]:
    """Yield the parameter, None where it is computed, and the sentence of every InputError."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "InputError":
            continue
        if len(node.args) < 2:
            continue
        parameter, sentence = node.args[:2]
        if isinstance(sentence, ast.Call) and sentence.args:
            sentence = sentence.args[0]
        if isinstance(sentence, ast.Constant) and isinstance(sentence.value, str):
            named = str(parameter.value) if isinstance(parameter, ast.Constant) else None
            yield named, sentence.value
