"""Density clustering on Apache Spark: workers run the kernels of `analysis`, Spark carries the rows."""

from .clustering import Clustering, cluster

__all__ = ["Clustering", "cluster"]
