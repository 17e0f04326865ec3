"""Whether what a computation will need fits into the memory there is, asked before it begins."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

from .errors import InputError

_TENTH_OF_GB = 10**8


def require_memory(needed: int, count: int, parameter: str) -> None:
    """Raise InputError where `needed` bytes, for so many points of a parameter, are more than are free.

    It tells both in tenths of a GB, what is needed rounded up and what there is rounded down, so that the two
    never read the same.
    """
    free = available()
    if free is not None and needed > free:
        raise InputError(
            parameter,
            "{count} points need about {needed} GB of memory, and {free} GB are free; close other programs, "
            "take fewer points, or sum the rows of every place first.",
            count=count,
            needed=-(-needed // _TENTH_OF_GB) / 10,
            free=free // _TENTH_OF_GB / 10,
        )


def available() -> int | None:
    """Return how many bytes a program can take before the system swaps, None where it does not tell."""
    if sys.platform == "win32":
        return _available_on_windows()
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    amounts = dict(line.split(":", 1) for line in lines)
    return int(amounts["MemAvailable"].split()[0]) * 1024 if "MemAvailable" in amounts else None


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of the Windows API."""

    _fields_ = (
        ("dwLength", ctypes.c_uint32),
        ("dwMemoryLoad", ctypes.c_uint32),
        ("ullTotalPhys", ctypes.c_uint64),
        ("ullAvailPhys", ctypes.c_uint64),
        ("ullTotalPageFile", ctypes.c_uint64),
        ("ullAvailPageFile", ctypes.c_uint64),
        ("ullTotalVirtual", ctypes.c_uint64),
        ("ullAvailVirtual", ctypes.c_uint64),
        ("ullAvailExtendedVirtual", ctypes.c_uint64),
    )


def _available_on_windows() -> int | None:
    status = _MemoryStatus(dwLength=ctypes.sizeof(_MemoryStatus))
    if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):  # type: ignore[attr-defined]
        return None
    return int(status.ullAvailPhys)
