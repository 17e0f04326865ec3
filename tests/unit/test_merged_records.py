"""Records with rows from several layers, against counting by hand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from innovation_clusters.analysis.merged_records import records_of_several_origins


@given(st.lists(st.tuples(st.integers(-1, 6), st.integers(-1, 3)), max_size=40))
def test_against_counting_by_hand(rows: list[tuple[int, int]]) -> None:
    record, origin = np.array(rows, dtype=np.int32).reshape(-1, 2).T
    expected = [
        number
        for number in range(7)
        if len({there for this, there in rows if this == number and there >= 0}) > 1
    ]
    assert records_of_several_origins(record, origin).tolist() == expected


def test_one_file_mixes_nothing_up() -> None:
    record = np.array([0, 0, 1, 2], dtype=np.int64)
    assert records_of_several_origins(record, np.zeros(4, dtype=np.int64)).tolist() == []
    assert records_of_several_origins(record, np.full(4, -1)).tolist() == []
