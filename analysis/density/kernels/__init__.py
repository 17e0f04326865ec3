"""The compiled loops of density clustering; their story is in `dbscan.py`, their twin `vectorised.py`.

All take plain arrays: `coordinates` float64[axes, n], `begin`, `end`, `box` and `first_leaf` as `BoxTree` has
them; `rule`, two numbers in the plane and four on the globe, and `place` float64[2, sites] as `Space` has
them, `site` int32[n] what column of `place` a point is. `state` is int64[8]: the caller raises state[CANCEL],
the kernel counts finished points into state[DONE] and distance tests into state[TESTS].
"""
