"""The parameter explorer: clusters on the map and in curves while one moves eps and the minimum weight."""
