"""The boxes in the documentation's picture are within, across and beyond its circle, as it says they are."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

PICTURES = sorted((Path(__file__).resolve().parents[3] / "docs" / "images").glob("density*.svg"))
SVG = "{http://www.w3.org/2000/svg}"


def test_there_is_one_for_every_language() -> None:
    assert [picture.name for picture in PICTURES] == ["density.ko.svg", "density.svg"]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_boxes_are_what_they_are_drawn_as(picture: Path) -> None:
    root = ElementTree.parse(picture).getroot()
    circles = [circle.attrib for circle in root.iter(f"{SVG}circle")]
    around = next(circle for circle in circles if circle.get("id") == "around")
    centre, radius = np.array([float(around["cx"]), float(around["cy"])]), float(around["r"])
    sites = np.array(
        [[float(site["cx"]), float(site["cy"])] for site in circles if site.get("class") == "site"]
    )
    drawn = {}
    for box in root.iter(f"{SVG}rect"):
        low = np.array([float(box.get("x", "0")), float(box.get("y", "0"))])
        high = low + np.array([float(box.attrib["width"]), float(box.attrib["height"])])
        held = sites[((low <= sites) & (sites <= high)).all(axis=1)]
        kind = box.get("class", "")
        if not kind.startswith("box") or not held.size:
            continue
        # Boxes are the tight hulls of their sites.
        np.testing.assert_array_equal([held.min(axis=0), held.max(axis=0)], [low, high])
        closest = np.linalg.norm(np.maximum(np.maximum(low - centre, centre - high), 0.0))
        farthest = np.linalg.norm(np.maximum(high - centre, centre - low))
        drawn[kind] = "inside" if farthest <= radius else "beyond" if closest > radius else "across"
        within = np.linalg.norm(held - centre, axis=1) <= radius
        assert drawn[kind] != "across" or 0 < within.sum() < within.size
    assert drawn == {f"box {kind}": kind for kind in ("inside", "across", "beyond")}
