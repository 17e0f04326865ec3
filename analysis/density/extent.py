"""The lowest and the highest of many numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .. import packages
from ..monitor import Monitor

# So few are looked through before the compiled loop, the first time, is ready.
_FEW = 1 << 16


def extent(values: NDArray[np.float64], monitor: Monitor) -> tuple[float, float]:
    """Return the lowest and the highest of float64[n], one of them NaN where there is one, 0 and 0 for none.

    Raises Cancelled.
    """
    if values.size == 0:
        return 0.0, 0.0
    if values.size <= _FEW or packages.find("numba").module is None:
        limits = monitor.blocks(lambda rows: (values[rows].min(), values[rows].max()), values.size)
    else:
        from .kernels import moving

        bits = values.view(np.int64)
        shares = [(*rows, bits) for rows in monitor.shares(values.size)]
        whole = np.array(monitor.run(moving.extremes, shares, values.size))
        limits = list((whole ^ ((whole >> 63) & (2**63 - 1))).view(np.float64))
    low, high = np.transpose(limits)
    return float(low.min()), float(high.max())
