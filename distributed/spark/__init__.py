"""Density clustering on Apache Spark: workers run the kernels of `analysis`, Spark carries the rows.

`ranked_clusters` is a whole run, from tables to a folder; `cluster` clusters the rows of a DataFrame.
"""

from .clustering import Clustering, cluster
from .in_python import ranked_clusters

__all__ = ["Clustering", "cluster", "ranked_clusters"]
