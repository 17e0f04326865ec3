"""Economies: their codes, and which of them a cluster is named with."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

# GII 2024, note to Table 5: named where at least 1 per cent of the cluster's output occurred there.
LABEL_SHARE = 0.01

# What the European Union writes for two economies that ISO 3166-1 codes otherwise.
_EU_CODES = {"UK": "GB", "EL": "GR"}


def economy_codes(values: NDArray[np.object_]) -> tuple[NDArray[np.object_], NDArray[np.bool_]]:
    """Return the codes of cells in capitals, None where a cell is empty, and whether each has a known form.

    A code is two letters (ISO 3166-1 alpha-2); an empty cell is no fault.
    """
    texts = ["" if value is None else str(value).strip().upper() for value in values.tolist()]
    codes = np.empty(len(texts), dtype=object)
    codes[:] = [_EU_CODES.get(text, text) or None for text in texts]
    known_form = [not text or (len(text) == 2 and text.isascii() and text.isalpha()) for text in texts]
    return codes, np.array(known_form, dtype=bool)


def economy_label(outputs: Iterable[tuple[str, float]]) -> str:
    """Return the codes of the economies with LABEL_SHARE of the output or more, greatest first, as "CN/HK".

    `outputs` are (code, output) of the addresses whose economy is known, greatest first.
    """
    outputs = list(outputs)
    total = sum(output for _, output in outputs)
    return "/".join(code for code, output in outputs if total > 0.0 and output >= LABEL_SHARE * total)
