"""Which codes are those of economies, and what rows state instead."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .economies import economy_codes
from .texts import Coded

# ISO 3166-1 alpha-2, all codes that are officially assigned, and XK, which WIPO and others use for Kosovo.
_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
    UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    XK
"""
ECONOMIES = frozenset(_CODES.split())

# What is stated, and by how many rows.
Stated = tuple[str, int]


def strange_economies(
    stated: Coded, rows: NDArray[np.int64] | None = None
) -> tuple[list[Stated], list[Stated]]:
    """Return what rows state that has not the form of a code ("KOR", "Korea"), and codes that no economy has
    ("ZZ"), each with the number of its rows, most first, equal ones by text.

    Rows that state none are in order. Case makes no difference, and UK and EL are GB and GR. `rows` int64[n]
    are how many each stands for, 1 where left out.
    """
    stating = stated.code >= 0
    each = None if rows is None else rows[stating]
    stated_by = np.bincount(stated.code[stating], weights=each, minlength=len(stated.names))
    counts = stated_by.astype(np.int64)
    codes, known_form = economy_codes(np.array([*stated.names, ""], dtype=object))
    codes, known_form = codes[:-1], known_form[:-1]
    foreign = np.array([code not in ECONOMIES for code in codes.tolist()], dtype=bool)
    return _listed(stated.names, counts, ~known_form), _listed(stated.names, counts, known_form & foreign)


def _listed(names: Sequence[str], rows: NDArray[np.int64], chosen: NDArray[np.bool_]) -> list[Stated]:
    found = [(names[place], int(rows[place])) for place in np.flatnonzero(chosen & (rows > 0)).tolist()]
    return sorted(found, key=lambda each: (-each[1], each[0]))
