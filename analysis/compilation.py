"""Compiling kernels with numba."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba


def njit(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile `function` without the interpreter lock, caching the machine code where a place can be written.

    numba looks for such a place when it decorates and raises RuntimeError where the plugin folder and the
    user's cache folder are both read-only; the kernel is then compiled anew in every process.
    """
    try:
        return numba.njit(nogil=True, cache=True)(function)  # type: ignore[no-any-return]
    except RuntimeError:
        return numba.njit(nogil=True)(function)  # type: ignore[no-any-return]
