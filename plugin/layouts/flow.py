"""Parts of a page that follow each other: each as high as what is in it, what is empty takes no room.

A template says where, in a property of the layout: columns as [x, y, width, height] in millimetres, and the
parts in their order. A part is an item with its heading, `shares` and `shares_title`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsLayoutItem, QgsLayoutItemLabel, QgsPrintLayout

from .items import item_of, move, resize
from .legend import RAISED

FLOW = "innovation_clusters/flow"
GAP = 4.0


@dataclass(frozen=True)
class _Part:
    heading: QgsLayoutItemLabel | None
    body: QgsLayoutItem

    @property
    def height(self) -> float:
        above = self.heading.rect().height() if self.heading is not None else 0.0
        return float(above + self.body.rect().height())

    def put(self, x: float, y: float, width: float) -> None:
        if self.heading is not None:
            move(self.heading, x, y)
            resize(self.heading, width, self.heading.rect().height())
            y += self.heading.rect().height()
        move(self.body, x, y)


def written(columns: Sequence[Sequence[float]], parts: Sequence[str]) -> str:
    """Return the property of a layout."""
    rounded = [[round(value, 2) for value in column] for column in columns]
    return json.dumps({"columns": rounded, "parts": list(parts)})


def arrange(layout: QgsPrintLayout) -> list[str]:
    """Put the parts of a layout one below the other; return the ids of those that found no room."""
    told = layout.customProperty(FLOW)
    if not told:
        return []
    plan = json.loads(told)
    columns = _columns(layout)
    names, parts = _shown(layout, plan["parts"])
    heights = [part.height for part in parts]
    places = next(
        (found for fill in range(3, 11) if (found := _placed(heights, columns, fill / 10.0)) is not None),
        None,
    )
    if places is None:
        places = _as_far_as_there_is_room(heights, columns)
    for part, place in zip(parts, places, strict=True):
        if place is None:
            part.body.setVisibility(False)
            if part.heading is not None:
                part.heading.setText("")
        else:
            part.put(place[0], place[1], place[2])
    return [name for name, place in zip(names, places, strict=True) if place is None]


def fits(layout: QgsPrintLayout) -> bool:
    """Tell whether all parts of a layout find room as high as they are; never where it has no plan."""
    told = layout.customProperty(FLOW)
    if not told:
        return False
    heights = [part.height for part in _shown(layout, json.loads(told)["parts"])[1]]
    return _placed(heights, _columns(layout), 1.0) is not None


def _shown(layout: QgsPrintLayout, planned: Sequence[str]) -> tuple[list[str], list[_Part]]:
    """Return the parts of a plan that are there and shown, with their names."""
    names, parts = [], []
    for name in planned:
        body = item_of(layout, name, QgsLayoutItem)
        if body is not None and body.isVisible():
            heading = item_of(layout, f"{name}_title", QgsLayoutItemLabel)
            names.append(name)
            parts.append(_Part(heading if isinstance(heading, QgsLayoutItemLabel) else None, body))
    return names, parts


def room_for(layout: QgsPrintLayout, name: str) -> float | None:
    """Return how high a part may be if the others are as high as they are, without its heading; None where
    the layout has no such part or several columns.
    """
    columns = _columns(layout)
    parts = json.loads(layout.customProperty(FLOW))["parts"] if columns else []
    if len(columns) != 1 or name not in parts:
        return None
    room = columns[0][3]
    for other in parts:
        body = item_of(layout, other, QgsLayoutItem)
        heading = item_of(layout, f"{other}_title", QgsLayoutItemLabel)
        if heading is not None and body is not None and body.isVisible():
            room -= heading.rect().height()
        if other != name and body is not None and body.isVisible():
            room -= body.rect().height() + GAP
    return room


def _columns(layout: QgsPrintLayout) -> list[list[float]]:
    """Return the columns, shorter by what a legend beneath them has grown."""
    told = layout.customProperty(FLOW)
    raised = float(layout.customProperty(RAISED, 0.0))
    return [[x, y, width, high - raised] for x, y, width, high in json.loads(told)["columns"]] if told else []


def _placed(
    heights: Sequence[float], columns: Sequence[Sequence[float]], fill: float
) -> list[tuple[float, float, float] | None] | None:
    """Return where the parts stand if every column is filled to this part; None where they do not fit."""
    places: list[tuple[float, float, float] | None] = []
    column, used = 0, 0.0
    for height in heights:
        while column < len(columns):
            x, y, width, room = columns[column]
            if used + height <= room * fill + 0.01:
                places.append((x, y + used, width))
                used += height + GAP
                break
            column, used = column + 1, 0.0
        else:
            return None
    return places


def _as_far_as_there_is_room(
    heights: Sequence[float], columns: Sequence[Sequence[float]]
) -> list[tuple[float, float, float] | None]:
    used = [0.0] * len(columns)
    places: list[tuple[float, float, float] | None] = []
    for height in heights:
        free = (number for number, column in enumerate(columns) if used[number] + height <= column[3])
        number = next(free, None)
        if number is None:
            places.append(None)
            continue
        x, y, width, _ = columns[number]
        places.append((x, y + used[number], width))
        used[number] += height + GAP
    return places
