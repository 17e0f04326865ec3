"""Compiling kernels with numba."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import numba

from . import kernel_cache
from .monitor import compiling

_HERE = Path(__file__).parent

# The sources of kernels: their own, and what they take constants and functions from.
KERNEL_SOURCES = (
    "compilation.py",
    "geodesy.py",
    "monitor.py",
    "density/space.py",
    "density/tree.py",
    "density/kernels/*.py",
    "zones/kernels/*.py",
)


def njit(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a kernel, which Python calls, to run without the interpreter lock.

    The machine code is kept for the next process where a place for it can be written. numba looks for such a
    place when it decorates and raises RuntimeError where there is none, neither in the plugin's folder nor in
    the user's; the kernel is then compiled anew in every process.
    """
    options = {"nogil": True, **_known(no_cfunc_wrapper=True)}
    try:
        with _cache_folder():
            kernel = numba.njit(cache=True, **options)(function)
    except RuntimeError:
        kernel = numba.njit(**options)(function)
    else:
        _need_not_be_kept(kernel)
    _compile_undisturbed(kernel)
    return kernel  # type: ignore[no-any-return]


def _compile_undisturbed(kernel: Any) -> None:
    """Let no garbage be collected while a kernel compiles: to look again and again through all the objects of
    a program takes a fifteenth of the time, and what the compiler leaves can wait.
    """
    compile_kernel = kernel.compile

    def compile_undisturbed(*arguments: Any) -> Any:
        with compiling():
            collects = gc.isenabled()
            gc.disable()
            try:
                return compile_kernel(*arguments)
            finally:
                if collects:
                    gc.enable()

    kernel.compile = compile_undisturbed


def _need_not_be_kept(kernel: Any) -> None:
    """Let a call of a kernel go well that is compiled and cannot be kept: the disk is full by now, or the
    folder gone. numba would have it fail with OSError.
    """
    kept = kernel._cache
    keep = kept.save_overload

    def keep_if_possible(*arguments: Any) -> None:
        with suppress(OSError):
            keep(*arguments)

    kept.save_overload = keep_if_possible


def njit_inner(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a function that only kernels call and that makes no arrays.

    It has no entry for Python and is kept with the kernels it went into. It does not count references to the
    arrays it is lent: numba would do so with several atomic operations a call, which take longer than the
    work of a small function. A numba that does not know one of these options does more than it has to.
    """
    options = _known(no_cpython_wrapper=True, no_cfunc_wrapper=True, _nrt=False)
    return numba.njit(nogil=True, **options)(function)  # type: ignore[no-any-return]


def _known(**wishes: bool) -> dict[str, bool]:
    """Return the options that numba's compiler knows; of others it tells only at a function's first call."""
    return {name: wish for name, wish in wishes.items() if name in _options()}


@cache
def _options() -> frozenset[str]:
    try:
        from numba.core.cpu import CPUTargetOptions
    except ImportError:
        return frozenset()
    return frozenset(name for kind in CPUTargetOptions.__mro__ for name in vars(kind))


@contextmanager
def _cache_folder() -> Iterator[None]:
    """Lead numba to a folder of this version of the sources, unless a variable of its own names one, or none
    can be written to.

    numba keeps machine code with the file it was made from and does not see changes in the files whose
    functions went into it.
    """
    chosen = numba.config.CACHE_DIR
    folder = kernel_cache.cache_folder(_digest())
    if not chosen and folder is not None:
        numba.config.CACHE_DIR = str(folder)
    try:
        yield
    finally:
        numba.config.CACHE_DIR = chosen


@cache
def _digest() -> str:
    """Return a name for the state of the sources."""
    digest = hashlib.sha256()
    for pattern in KERNEL_SOURCES:
        for file in sorted(_HERE.glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
