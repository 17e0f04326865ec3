"""How colours look: in the eyes of the colour-blind, on paper without colour, and how far they are apart.

Sources: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for Simulation
of Color Vision Deficiency", IEEE TVCG 15 (2009), matrices of severity 1.0; CIE 142-2001 (CIEDE2000) after
G. Sharma, W. Wu and E. N. Dalal, Color Research and Application 30 (2005); IEC 61966-2-1 (sRGB).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Colour = NDArray[np.float64]

VISIONS: dict[str, Colour] = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
D65 = TO_XYZ.sum(axis=1)


def linear(code: str) -> Colour:
    """Return the linear red, green and blue of "#rrggbb"."""
    values = np.array([int(code[place : place + 2], 16) for place in (1, 3, 5)]) / 255.0
    return np.where(values > 0.04045, ((values + 0.055) / 1.055) ** 2.4, values / 12.92)


def over(code: str, opacity: float, ground: str) -> str:
    """Return the colour of something translucent on a ground; computers mix what is not linear."""
    parts = [(int(code[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    mixed = [round(opacity * own + (1.0 - opacity) * below) for own, below in parts]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def lab(code: str, vision: str = "usual") -> Colour:
    """Return CIELAB under D65, as seen with a kind of vision."""
    seen = np.clip(VISIONS[vision] @ linear(code), 0.0, 1.0)
    ratios = (TO_XYZ @ seen) / D65
    roots = np.where(ratios > 216 / 24389, np.cbrt(ratios), (24389 / 27 * ratios + 16) / 116)
    return np.array([116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])])


def lightness(code: str) -> float:
    """Return L*: what is left of a colour on paper without colour."""
    return float(lab(code)[0])


def difference(first: Colour, second: Colour) -> float:
    """Return CIEDE2000 between two colours in CIELAB."""
    lightness_1, a_1, b_1 = map(float, first)
    lightness_2, a_2, b_2 = map(float, second)
    chroma = (math.hypot(a_1, b_1) + math.hypot(a_2, b_2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    chroma_1, chroma_2 = math.hypot(stretch * a_1, b_1), math.hypot(stretch * a_2, b_2)
    hue_1 = math.degrees(math.atan2(b_1, stretch * a_1)) % 360 if chroma_1 else 0.0
    hue_2 = math.degrees(math.atan2(b_2, stretch * a_2)) % 360 if chroma_2 else 0.0
    turn = hue_2 - hue_1
    if chroma_1 * chroma_2 == 0.0:
        turn = 0.0
    elif abs(turn) > 180:
        turn -= math.copysign(360, turn)
    mean_hue = hue_1 + hue_2
    if chroma_1 * chroma_2 != 0.0:
        mean_hue = (mean_hue + (360 if abs(hue_1 - hue_2) > 180 and mean_hue < 360 else 0)) / 2
        if abs(hue_1 - hue_2) > 180 and hue_1 + hue_2 >= 360:
            mean_hue -= 180
    mean_lightness, mean_chroma = (lightness_1 + lightness_2) / 2, (chroma_1 + chroma_2) / 2
    weight = (
        1
        - 0.17 * math.cos(math.radians(mean_hue - 30))
        + 0.24 * math.cos(math.radians(2 * mean_hue))
        + 0.32 * math.cos(math.radians(3 * mean_hue + 6))
        - 0.20 * math.cos(math.radians(4 * mean_hue - 63))
    )
    offset = (mean_lightness - 50) ** 2
    of_lightness = (lightness_2 - lightness_1) / (1 + 0.015 * offset / math.sqrt(20 + offset))
    of_chroma = (chroma_2 - chroma_1) / (1 + 0.045 * mean_chroma)
    hue = 2 * math.sqrt(chroma_1 * chroma_2) * math.sin(math.radians(turn / 2))
    of_hue = hue / (1 + 0.015 * mean_chroma * weight)
    rotation = (
        -2
        * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7))
        * math.sin(math.radians(60 * math.exp(-(((mean_hue - 275) / 25) ** 2))))
    )
    return math.sqrt(of_lightness**2 + of_chroma**2 + of_hue**2 + rotation * of_chroma * of_hue)


def apart(first: str, second: str) -> float:
    """Return CIEDE2000 between two colours, in the eyes of those who see them least apart."""
    return min(difference(lab(first, vision), lab(second, vision)) for vision in VISIONS)
