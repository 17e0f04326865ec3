"""Sites drawn as a picture of a map's extent, in the time of one frame for a million of them.

Every site is drawn, at its pixel. First all that share a pixel become one: the one with the highest label,
noise lowest. Then pixels grow to dots, clusters before noise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .colours import NOISE, PALETTE, Colouring

_OPAQUE = 0xFF000000
_NOISE_COLOUR = 0x80000000 | ((NOISE >> 17 & 0x7F) << 16 | (NOISE >> 9 & 0x7F) << 8 | (NOISE >> 1 & 0x7F))

# A dot is so many pixels wide to either side of its own, by how many sites are in view.
_DOTS = ((3_000, 3), (60_000, 2), (400_000, 1))


@dataclass(frozen=True)
class View:
    """What a canvas shows: `width` and `height` in device pixels, and the affine way there from coordinates
    of its reference system: column = a x + b y + c, line = d x + e y + f. `scale` device pixels are a logical
    one.
    """

    width: int
    height: int
    to_pixels: tuple[float, float, float, float, float, float]
    crs: str
    scale: float = 1.0


def draw(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    labels: NDArray[np.int32],
    colouring: Colouring,
    view: View,
) -> NDArray[np.uint32]:
    """Return the picture uint32[height, width], premultiplied ARGB, of sites float64[s] in the canvas's
    reference system (NaN: nowhere), label -1 for noise.
    """
    a, b, c, d, e, f = view.to_pixels
    with np.errstate(invalid="ignore", over="ignore"):
        column, line = a * x + b * y + c, d * x + e * y + f
    # Also false for what is no number.
    seen = np.flatnonzero((column >= 0.0) & (column < view.width) & (line >= 0.0) & (line < view.height))
    pixel = line[seen].astype(np.int64) * view.width + column[seen].astype(np.int64)
    label = labels[seen]
    # 0 nothing, 1 noise, then clusters. What is written last stays: clusters over noise.
    value = np.zeros(view.height * view.width, dtype=np.int32)
    noise = label < 0
    value[pixel[noise]] = 1
    value[pixel[~noise]] = label[~noise] + 2
    values = value.reshape(view.height, view.width)
    radius = next((size for most, size in _DOTS if seen.size <= most), 0) * max(1, round(view.scale))
    if seen.size:
        # A dot of noise is smaller, so that it does not hide what it is not part of.
        grown = _grown(np.where(values > 1, values, 0), radius)
        values = np.where(grown > 0, grown, _grown((values == 1).astype(np.int32), max(0, radius - 1)))
    table = np.empty(colouring.colour.size + 2, dtype=np.uint32)
    table[0], table[1] = 0, _NOISE_COLOUR
    table[2:] = (np.array(PALETTE, dtype=np.uint32) | np.uint32(_OPAQUE))[colouring.colour]
    return table[values]


def _grown(values: NDArray[np.int32], radius: int) -> NDArray[np.int32]:
    """Return int32[height, width] where every value has spread over a disc; where two meet, the higher."""
    result = values.copy()
    for lines in range(-radius, radius + 1):
        for columns in range(-radius, radius + 1):
            if 0 < lines * lines + columns * columns <= (radius + 0.5) ** 2:
                into = result[_part(lines), _part(columns)]
                np.maximum(into, values[_part(-lines), _part(-columns)], out=into)
    return result


def _part(shift: int) -> slice:
    return slice(max(shift, 0), None if shift >= 0 else shift)
