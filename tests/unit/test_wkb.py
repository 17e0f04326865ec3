"""Well-known binary as any program writes it."""

from __future__ import annotations

import struct

import numpy as np
import pytest
import shapely

from innovation_clusters.analysis.wkb import Decoded, Form, decode

TEXTS = {
    "POINT (1 2)": (Form.POINT, 1),
    "POINT Z (1 2 3)": (Form.POINT, 1001),
    "POINT EMPTY": (Form.NOTHING, 1),
    "MULTIPOINT ((1 2))": (Form.POINT, 4),
    "MULTIPOINT Z ((1 2 3))": (Form.POINT, 1004),
    "MULTIPOINT ((1 2), (3 4))": (Form.SEVERAL_POINTS, 4),
    "MULTIPOINT EMPTY": (Form.NOTHING, 4),
    "LINESTRING (1 2, 3 4)": (Form.NOT_A_POINT, 2),
    "GEOMETRYCOLLECTION EMPTY": (Form.NOT_A_POINT, 7),
}


@pytest.mark.parametrize("byte_order", [0, 1])
@pytest.mark.parametrize("flavor", ["iso", "extended"])
def test_mixed_sizes_types_and_byte_orders(byte_order: int, flavor: str) -> None:
    blobs = [shapely.to_wkb(shapely.from_wkt(text), byte_order=byte_order, flavor=flavor) for text in TEXTS]
    # Rows of the other order and rows of none among them.
    blobs += [b"", shapely.to_wkb(shapely.Point(1, 2), byte_order=1 - byte_order)]
    order = np.random.default_rng(byte_order).permutation(len(blobs))
    decoded = decode([blobs[place] for place in order])
    forms = [*(form for form, _ in TEXTS.values()), Form.NOTHING, Form.POINT]
    assert decoded.form.tolist() == [forms[place] for place in order]
    points = decoded.form == Form.POINT
    assert decoded.x[points].tolist() == [1.0] * 5
    assert decoded.y[points].tolist() == [2.0] * 5
    assert np.isnan(decoded.x[~points]).all()
    assert (decoded.with_z, decoded.with_m) == (2, 0)
    assert decoded.types == {type_ for _, type_ in TEXTS.values()}


def test_pieces_one_after_the_other() -> None:
    pieces = [decode([shapely.to_wkb(shapely.Point(n, 0))] * n) for n in (1, 2)]
    joined = Decoded.joined([pieces[0], Decoded.nothing(1), pieces[1]])
    assert joined.x.tolist() == pytest.approx([1.0, np.nan, 2.0, 2.0], nan_ok=True)
    assert joined.types == {1}


def test_a_coordinate_that_is_not_a_number_is_no_empty_point() -> None:
    """And heights of the types before ISO's, which QGIS calls 25D."""
    old = b"\x01" + struct.pack("<I3d", 0x80000001, 1.0, 2.0, 3.0)
    half = b"\x01" + struct.pack("<I2d", 1, np.nan, 2.0)
    decoded = decode([old, half])
    assert decoded.x.tolist() == pytest.approx([1.0, np.nan], nan_ok=True)
    assert decoded.y.tolist() == [2.0, 2.0]
    assert decoded.form.tolist() == [Form.POINT, Form.POINT]
    assert (decoded.with_z, decoded.with_m) == (1, 0)
    assert decoded.types == {1, 1001}
