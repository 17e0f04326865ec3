"""The same clusters from engines that hold more than one machine does: Spark, and others to come.

`analysis.density.tiles` has the protocol and its exactness; every room here carries it to one engine.
"""
