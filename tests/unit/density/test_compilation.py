"""Kernels compile where nothing can be written, and with a numba that lacks some of the options."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from typing import Any, NoReturn

import numba
import numpy as np
import pytest
from numba.core.cpu import CPUTargetOptions

from innovation_clusters.analysis import compilation


def double(values: Any) -> Any:
    return values + values


def kernel_with(inner: Callable[..., Any]) -> Callable[..., Any]:
    def kernel(values: Any) -> Any:
        return inner(values[0])

    return compilation.njit(kernel)


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """No folder can be made or written to; root would be let in, so the calls themselves refuse."""
    refused: list[object] = []

    def refuse(*arguments: object, **options: object) -> NoReturn:
        refused.append(arguments or options)
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(os, "makedirs", refuse)
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    return refused


def test_read_only_folders(read_only: list[object]) -> None:
    kernel = kernel_with(compilation.njit_inner(double))
    assert read_only
    assert kernel(np.array([21])) == 42
    # Machine code that was kept would be looked for again.
    assert type(kernel._cache).__name__ == "NullCache"  # type: ignore[attr-defined]


def test_machine_code_is_kept_where_it_can_be_written() -> None:
    kernel = compilation.njit(double)
    assert type(kernel._cache).__name__ == "FunctionCache"  # type: ignore[attr-defined]


def test_what_others_compile_is_kept_where_they_want_it() -> None:
    chosen = numba.config.CACHE_DIR
    compilation.njit(double)
    assert numba.config.CACHE_DIR is chosen


@pytest.mark.parametrize("option", ["_nrt", "no_cpython_wrapper", "no_cfunc_wrapper"])
def test_options_that_numba_does_not_know(option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """numba raises KeyError for them, and not before the function is first called."""
    owner = next(kind for kind in CPUTargetOptions.__mro__ if option in vars(kind))
    monkeypatch.delattr(owner, option)
    unknown = numba.njit(**{option: False})(double)
    with pytest.raises(KeyError, match="Unrecognized options"):
        unknown(1)
    compilation._options.cache_clear()
    try:
        assert kernel_with(compilation.njit_inner(double))(np.array([21])) == 42
    finally:
        compilation._options.cache_clear()
