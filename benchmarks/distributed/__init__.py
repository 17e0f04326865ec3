"""Engines measured beside one machine: `make bench-distributed`.

made_points     distinct points of a modelled world, in files of blocks
sources         rows through PostGIS, DuckDB and Spark SQL to ranked clusters, beside our own reader
tile_runs       a run of tiles on Spark, and the kernel of one machine on the same points
overhead        what Spark adds: seconds by phase, processor time in kernels and elsewhere
shuffles        bytes that travel, beside the sites and their halo, and beside the pairs of neighbours
worker_memory   what a worker holds, by the sites of a tile
skew            tile times where half of all sites are in one city
spark_told      what Spark tells of its stages; processes: what the system tells of its processes
run             the front door
"""
