"""Places that an engine knows, as a source of the analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..addresses import ACCEPTED, REASONS, Judgement, Place, judge
from ..counting import Source, make_source
from ..monitor import Monitor
from .answers import Places
from .engine import Engine
from .records import RecordsAtSource
from .tables import TableAtSource


def judge_places(
    places: Places,
    *,
    geographic: bool = True,
    to_degrees: Place | None = None,
    monitor: Monitor | None = None,
) -> Judgement:
    """Decide on groups as `addresses.judge` does on rows; raises Cancelled."""
    judgement = judge(
        places.x, places.y, geographic=geographic, faults=places.fault, to_degrees=to_degrees, monitor=monitor
    )
    reasons = judgement.reasons.copy()
    reasons[~places.recorded & judgement.accepted] = REASONS.index("record_missing")
    return replace(judgement, reasons=reasons)


def rejected_rows(judgement: Judgement, places: Places) -> Mapping[str, int]:
    """Return how many rows were rejected for each reason that occurs, in the order of REASONS."""
    rows = np.zeros(len(REASONS), dtype=np.int64)
    np.add.at(rows, judgement.reasons, places.rows)
    rows[ACCEPTED] = 0
    return {reason: count for reason, count in zip(REASONS, rows.tolist(), strict=True) if count}


def source_of(
    metric: str, engine: Engine, table: TableAtSource, places: Places, judgement: Judgement
) -> Source:
    """Make a source of the groups that can be used; the engine is asked about their records."""
    located: NDArray[np.bool_] = judgement.accepted
    at = np.flatnonzero(located)
    return make_source(
        metric,
        judgement.longitude,
        judgement.latitude,
        addresses=places.addresses,
        count=places.fraction,
        economy=places.economy,
        organisation=places.organisation,
        field=places.field,
        located=located,
        elsewhere=RecordsAtSource(engine, table, places, at) if table.columns.record else None,
    )
