"""The economies named on a cluster."""

from __future__ import annotations

from collections.abc import Iterable

# GII 2024, note to Table 5: named where at least 1 per cent of the cluster's output occurred there.
LABEL_SHARE = 0.01


def economy_label(outputs: Iterable[tuple[str, float]]) -> str:
    """Return the codes of the economies with LABEL_SHARE of the output or more, greatest first, as "CN/HK".

    `outputs` are (code, output) of the addresses whose economy is known, greatest first.
    """
    outputs = list(outputs)
    total = sum(output for _, output in outputs)
    return "/".join(code for code, output in outputs if total > 0.0 and output >= LABEL_SHARE * total)
