"""The capital region, Daejeon and the rest of Korea, side by side.

Policy papers on regional innovation compare these three: research money and its results lie in the capital
region and Daejeon, and policy is about the rest (KISTEP 2022, 지역혁신 메가프로젝트: shares of research and
development projects of the capital region, Daejeon and others). The capital region is Seoul, Incheon and
Gyeonggi (수도권정비계획법 제2조 1호).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from .catalogue import province_named

DAEJEON = "대전"


class Region(StrEnum):
    """A part of the country that is compared with others; OUTSIDE is in no province."""

    CAPITAL = "capital"
    DAEJEON = "daejeon"
    REST = "rest"
    OUTSIDE = "outside"


REGIONS = tuple(Region)


def region_of(name: str) -> Region:
    """Return the region of a province by any of its names; one that is not known is of the rest."""
    province = province_named(name)
    if province is not None and province.capital_region:
        return Region.CAPITAL
    return Region.DAEJEON if province is not None and province.name == DAEJEON else Region.REST


def regions_of(names: Sequence[str]) -> NDArray[np.int64]:
    """Return the place in REGIONS of provinces by their names, int64[p]."""
    return np.array([REGIONS.index(region_of(name)) for name in names], dtype=np.int64)
