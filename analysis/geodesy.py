"""Positions and distances on the sphere and on the WGS 84 ellipsoid.

The scalar functions use `math` alone, so that numba compiles the very same source for the kernels.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

# WGS 84 (NGA.STND.0036): semi-major axis in metres and flattening.
SEMI_MAJOR_AXIS = 6378137.0
FLATTENING = 1.0 / 298.257223563
ECCENTRICITY_SQUARED = FLATTENING * (2.0 - FLATTENING)

# The smallest radius of curvature anywhere on the ellipsoid, in metres: the meridian's at the equator.
SMALLEST_RADIUS = SEMI_MAJOR_AXIS * (1.0 - ECCENTRICITY_SQUARED)

# IUGG mean radius (2a + b) / 3 in metres, rounded as in Moritz (2000), Geodetic Reference System 1980.
MEAN_RADIUS = 6371008.8

# Half the meridian ellipse: no two points of the ellipsoid are farther apart (Karney 2013).
LONGEST_GEODESIC = 20003931.4586

# Vincenty's iteration converges below this distance; nearly antipodal points lie beyond it.
LONGEST_ITERATED_GEODESIC = 19_800_000.0

_CONVERGED = 1e-15
_MOST_ITERATIONS = 200


def one_meridian(longitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return longitudes in degrees with one name for the meridian of ±180, so that its places are the same
    wherever they are compared by their coordinates.
    """
    return np.where(longitude == 180.0, -180.0, longitude)


def unit_vectors(longitude: NDArray[np.float64], latitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return float64[3, n] on the unit sphere from longitudes and latitudes in radians."""
    cosine = np.cos(latitude)
    return np.stack([cosine * np.cos(longitude), cosine * np.sin(longitude), np.sin(latitude)])


def earth_centred(longitude: NDArray[np.float64], latitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return earth-centred, earth-fixed metres float64[3, n] from geodetic radians at height 0."""
    sine = np.sin(latitude)
    prime_vertical = SEMI_MAJOR_AXIS / np.sqrt(1.0 - ECCENTRICITY_SQUARED * sine * sine)
    across = prime_vertical * np.cos(latitude)
    return np.stack(
        [
            across * np.cos(longitude),
            across * np.sin(longitude),
            prime_vertical * (1.0 - ECCENTRICITY_SQUARED) * sine,
        ]
    )


def squared_half_chord(longitude_1: float, latitude_1: float, longitude_2: float, latitude_2: float) -> float:
    """Return the haversine of the central angle between two points in radians: sin²(angle / 2)."""
    sine_latitude = math.sin(0.5 * (latitude_1 - latitude_2))
    sine_longitude = math.sin(0.5 * (longitude_1 - longitude_2))
    return (
        sine_latitude * sine_latitude
        + math.cos(latitude_1) * math.cos(latitude_2) * sine_longitude * sine_longitude
    )


def geodesic_distance(longitude_1: float, latitude_1: float, longitude_2: float, latitude_2: float) -> float:
    """Return the length in metres of the geodesic between two points in radians on WGS 84.

    Vincenty (1975), Survey Review 23(176), with the expansion parameter of his 1976 note; iterated to the
    last bit. Valid up to LONGEST_ITERATED_GEODESIC; nearly antipodal points do not converge and give NaN.
    """
    if (latitude_1, longitude_1) > (latitude_2, longitude_2):
        # One way round only, so that rounding cannot make the way back longer.
        longitude_1, latitude_1, longitude_2, latitude_2 = longitude_2, latitude_2, longitude_1, latitude_1
    reduced_1 = math.atan((1.0 - FLATTENING) * math.tan(latitude_1))
    reduced_2 = math.atan((1.0 - FLATTENING) * math.tan(latitude_2))
    sin_u1, cos_u1 = math.sin(reduced_1), math.cos(reduced_1)
    sin_u2, cos_u2 = math.sin(reduced_2), math.cos(reduced_2)
    difference = longitude_1 - longitude_2
    if difference > math.pi:
        difference -= 2.0 * math.pi
    elif difference < -math.pi:
        difference += 2.0 * math.pi
    lambda_ = difference
    for _ in range(_MOST_ITERATIONS):
        sin_lambda, cos_lambda = math.sin(lambda_), math.cos(lambda_)
        first = cos_u2 * sin_lambda
        second = cos_u1 * sin_u2 - sin_u1 * cos_u2 * cos_lambda
        sin_sigma = math.sqrt(first * first + second * second)
        if sin_sigma == 0.0:
            return 0.0
        cos_sigma = sin_u1 * sin_u2 + cos_u1 * cos_u2 * cos_lambda
        sigma = math.atan2(sin_sigma, cos_sigma)
        sin_alpha = cos_u1 * cos_u2 * sin_lambda / sin_sigma
        cos_alpha_squared = 1.0 - sin_alpha * sin_alpha
        # On the equator the line has no midpoint off it; the term vanishes.
        cos_mid = cos_sigma - 2.0 * sin_u1 * sin_u2 / cos_alpha_squared if cos_alpha_squared > 1e-16 else 0.0
        c = FLATTENING / 16.0 * cos_alpha_squared * (4.0 + FLATTENING * (4.0 - 3.0 * cos_alpha_squared))
        previous = lambda_
        lambda_ = difference + (1.0 - c) * FLATTENING * sin_alpha * (
            sigma + c * sin_sigma * (cos_mid + c * cos_sigma * (2.0 * cos_mid * cos_mid - 1.0))
        )
        if abs(lambda_ - previous) <= _CONVERGED:
            second_eccentricity = ECCENTRICITY_SQUARED / (1.0 - ECCENTRICITY_SQUARED)
            root = math.sqrt(1.0 + second_eccentricity * cos_alpha_squared)
            k = (root - 1.0) / (root + 1.0)
            a = (1.0 + 0.25 * k * k) / (1.0 - k)
            b = k * (1.0 - 0.375 * k * k)
            correction = (
                b
                * sin_sigma
                * (
                    cos_mid
                    + 0.25
                    * b
                    * (
                        cos_sigma * (2.0 * cos_mid * cos_mid - 1.0)
                        - b
                        / 6.0
                        * cos_mid
                        * (4.0 * sin_sigma * sin_sigma - 3.0)
                        * (4.0 * cos_mid * cos_mid - 3.0)
                    )
                )
            )
            return SEMI_MAJOR_AXIS * (1.0 - FLATTENING) * a * (sigma - correction)
    return math.nan
