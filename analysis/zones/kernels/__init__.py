"""Compiled kernels of the zones, imported when they are first called for, and only where numba is."""
