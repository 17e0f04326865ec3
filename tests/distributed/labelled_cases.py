"""Random tables of addresses, and what cluster every row is in on one machine that reads them row by row."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from innovation_clusters.analysis.addresses import Judgement, judge
from innovation_clusters.analysis.counting import Source, make_source
from innovation_clusters.analysis.editions import AUTHOR_WEIGHT
from innovation_clusters.analysis.geodesy import one_meridian
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.pipeline import Parameters, find_clusters

GAZETTEER = Path(__file__).resolve().parents[2] / "resources" / "gazetteer" / "cities.csv"

# What SQL, or the questions themselves, would read as something else.
NUMBER, X, Y, RECORD, WEIGHT = "NUMBER", 'Longi"tude', "위 도", "Rec'ord", "place_x"
FURTHER = {"label": "text of a row; -- '", "select": None, "x.y": 0.5, "기관;": "한글"}

TOWNS = [(127.0, 37.5), (127.3, 37.5), (-180.0, 10.0), (0.0, 0.0), (-74.0, 40.7)]
NOWHERE = [(None, 37.5), (127.0, None), (float("nan"), 37.5), (200.0, 37.5), (127.0, 95.0), (None, None)]

EPS, MIN_DENSITY = 15_000.0, 12.0
GIVEN = ["--x", X, "--y", Y, "--record", RECORD, "--weight", WEIGHT]
GIVEN += ["--eps", str(EPS), "--min-density", str(MIN_DENSITY)]


def random_table(seed: int, rows: int = 150) -> pa.Table:
    """Return rows in and between towns, some without a place or a record; several at one place, at both names
    of the antimeridian and at zero with either sign.
    """
    dice = np.random.default_rng(seed)
    places: list[tuple[float | None, float | None]] = []
    for _ in range(rows):
        chance = dice.random()
        if chance < 0.1:
            places.append(NOWHERE[dice.integers(len(NOWHERE))])
        elif chance < 0.2:
            places.append((round(float(dice.uniform(-170, 170)), 1), round(float(dice.uniform(-60, 60)), 1)))
        else:
            x, y = TOWNS[dice.integers(len(TOWNS))]
            x += float(dice.integers(-3, 4)) / 20.0
            x = x + 360.0 if x < -180.0 else -x if x in (0.0, -180.0) and dice.random() < 0.5 else x
            places.append((x, y + float(dice.integers(-3, 4)) / 20.0))
    records = [None if dice.random() < 0.1 else f"r{dice.integers(rows // 3)}" for _ in range(rows)]
    return pa.table(
        {
            NUMBER: range(rows),
            X: pa.array([x for x, _ in places], pa.float64()),
            Y: pa.array([y for _, y in places], pa.float64()),
            RECORD: pa.array(records, pa.string()),
            WEIGHT: dice.choice([0.0, 0.5, 1.0, 2.0, 3.0], rows),
            **{
                name: pa.array([value] * rows, pa.float64() if name == "x.y" else pa.string())
                for name, value in FURTHER.items()
            },
        }
    )


def expected(tables: dict[str, pa.Table]) -> dict[str, dict[int, int | None]]:
    """Return by metric and number of row the cluster, -1 for noise, None at no site."""
    sources, judgements = [], {}
    for metric, table in tables.items():
        source, judgements[metric] = _source(metric, table)
        sources.append(source)
    weights = {"patents": 1.0, "publications": AUTHOR_WEIGHT}
    atlas = find_clusters(
        sources, Parameters(EPS, MIN_DENSITY, address_weights=weights), read_gazetteer(GAZETTEER)
    )
    number = np.append(atlas.clusters.identifier, -1)[atlas.sites.cluster]
    sites = zip(_names(atlas.sites.longitude, atlas.sites.latitude), number.tolist(), strict=True)
    known = dict(sites)
    assert len(set(known.values())) > 3
    return {
        metric: {
            row: known.get(place) for row, place in enumerate(_names(judgement.longitude, judgement.latitude))
        }
        for metric, judgement in judgements.items()
    }


def _source(metric: str, table: pa.Table) -> tuple[Source, Judgement]:
    x, y = (np.array(table[name].to_pylist(), dtype=float) for name in (X, Y))
    judgement = judge(x, y)
    record = table[RECORD].to_pylist()
    named = np.array([each is not None for each in record])
    codes = np.unique([each for each in record if each is not None], return_inverse=True)[1]
    source = make_source(
        metric,
        judgement.longitude[named],
        judgement.latitude[named],
        record=codes.astype(np.int64),
        addresses=table[WEIGHT].to_numpy()[named],
        located=judgement.accepted[named],
    )
    return source, judgement


def _names(longitude: NDArray[np.float64], latitude: NDArray[np.float64]) -> list[tuple[float, float] | None]:
    places = zip((one_meridian(longitude) + 0.0).tolist(), (latitude + 0.0).tolist(), strict=True)
    return [None if np.isnan(x) or np.isnan(y) else (x, y) for x, y in places]
