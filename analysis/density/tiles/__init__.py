"""Density clustering in tiles that need not know of each other: what one machine cannot hold, several can.

`tiling.py` cuts space into tiles, `steps.py` is what is done within a tile, `joining.py` what is done between
them. Who carries the rows of a tile to whoever works on it is not their concern.
"""
