#!/usr/bin/env python3
"""Write where the land of each Korean province lies, as a coarse table of facts.

Usage: ``scripts/env.sh .venv/bin/python scripts/build_province_extents.py MUNICIPALITIES``

MUNICIPALITIES is a GeoJSON file of Statistics Korea's boundaries (those of 2018 were used) in longitude and
latitude with the properties ``code`` and ``name`` (KOGL type 1, free use with attribution). It is needed for
this build only and never ships.

Written: ``resources/zones/province_extents.csv``. For each tenth of a degree of latitude, from where to where
a province has land, rounded outward to a tenth of a degree of longitude. A border is not to be had from it.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape

ROOT = Path(__file__).resolve().parent.parent
PROVINCES = ROOT / "resources" / "zones" / "provinces.csv"
EXTENTS = ROOT / "resources" / "zones" / "province_extents.csv"

STEPS = 10

# Gunwi went from Gyeongbuk to Daegu in July 2023: either may be stated of it.
MOVED = {"군위군": "대구"}


def bands(land: Any) -> list[tuple[int, int, int]]:
    """Return rows of south, west and east, in tenths of a degree, of a shapely geometry in degrees."""
    _, south, _, north = land.bounds
    rows = []
    for band in range(math.floor(south * STEPS), math.ceil(north * STEPS)):
        strip = shapely.intersection(land, shapely.box(-180, band / STEPS, 180, (band + 1) / STEPS))
        parts = [part.bounds for part in shapely.get_parts(strip) if part.area > 0.0]
        stretches: list[list[int]] = []
        for west, east in sorted((math.floor(w * STEPS), math.ceil(e * STEPS)) for w, _, e, _ in parts):
            if stretches and west <= stretches[-1][1]:
                stretches[-1][1] = max(stretches[-1][1], east)
            else:
                stretches.append([west, east])
        rows += [(band, west, east) for west, east in stretches]
    return rows


def rows_of(municipalities: Path) -> list[tuple[str, str, str, str]]:
    """Return sido, south, west and east of all provinces, in the order of provinces.csv."""
    with PROVINCES.open(encoding="utf-8", newline="") as file:
        sido_of = {row["code_kostat"]: row["province"] for row in csv.DictReader(file)}
    land: dict[str, list[Any]] = {sido: [] for sido in sido_of.values()}
    for feature in json.loads(municipalities.read_text(encoding="utf-8"))["features"]:
        part = shapely.make_valid(shape(feature["geometry"]))
        land[sido_of[feature["properties"]["code"][:2]]].append(part)
        if feature["properties"]["name"] in MOVED:
            land[MOVED[feature["properties"]["name"]]].append(part)
    rows = []
    for sido, parts in land.items():
        for band in bands(shapely.union_all(parts)):
            south, west, east = (f"{value / STEPS:.1f}" for value in band)
            rows.append((sido, south, west, east))
    return rows


def main(arguments: list[str]) -> int:
    """Write the table; return 0, or 2 where the file is missing on the command line."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    rows = rows_of(Path(arguments[0]))
    with EXTENTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("sido", "south", "west", "east"))
        writer.writerows(rows)
    print(f"{EXTENTS.relative_to(ROOT)}: {len(rows)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
