"""The shipped templates are those that the script writes, with an item for everything that is filled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import (
    QgsApplication,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemPicture,
    QgsPrintLayout,
    QgsProject,
)
from qgis.PyQt import sip

from innovation_clusters.plugin.layouts import flow, items
from innovation_clusters.plugin.layouts.templates import TEMPLATES, load_template, shipped_template
from innovation_clusters.processing_algorithms.outputs.printing import PAGES, SUBJECTS
from innovation_clusters.scripts import layouts

pytestmark = pytest.mark.qgis

# What every page has, and what its subject asks for besides.
EVERYWHERE = {"title", "subtitle", "notes", "map", "inset", "legend", "shares", "shares_title"}
BESIDES = {
    "world": {"inset_title", "inset_scale_bar", "ranking", "ranking_title", "circles", "circles_title"},
    "country": {"scale_bar", "ranking", "ranking_title", "circles", "circles_title"},
    "cluster": {"scale_bar", "history", "history_title", *items.LIST_IDS},
}


@pytest.fixture
def project(qgis_app: QgsApplication) -> Iterator[QgsProject]:
    project = QgsProject()
    yield project
    sip.delete(project)


def told(text: str) -> list[tuple[str, str, str]]:
    """Return id, place and size of every item of a template, whatever version of QGIS has written it."""
    root = ElementTree.fromstring(text)
    return sorted(
        (each.get("id", ""), each.get("position", ""), each.get("size", ""))
        for each in root.iter("LayoutItem")
    )


def test_files_are_those_that_the_script_writes(qgis_app: QgsApplication) -> None:
    written = layouts.templates()
    assert {f"{name}.qpt" for name in written} == {path.name for path in TEMPLATES.glob("*.qpt")}
    for name, text in written.items():
        shipped = (TEMPLATES / f"{name}.qpt").read_text(encoding="utf-8")
        assert told(text) == told(shipped), name


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("page", PAGES)
def test_every_template_has_what_is_filled(project: QgsProject, subject: str, page: str) -> None:
    layout = load_template(project, shipped_template(subject, page))
    assert items.present(layout) >= EVERYWHERE | BESIDES[subject]
    names = [item.id() for item in items.items_of(layout) if item.id()]
    assert len(names) == len(set(names))


def test_parts_follow_each_other_and_what_is_empty_takes_no_room(project: QgsProject) -> None:
    layout = load_template(project, shipped_template("cluster", "a4_landscape"))
    for name in items.LIST_IDS:
        frame = items.item_of(layout, name, QgsLayoutFrame)
        assert frame is not None
        frame.setVisibility(name in ("facts", "zones"))
    for name in ("shares", "history"):
        picture = items.item_of(layout, name, QgsLayoutItemPicture)
        assert picture is not None
        picture.setVisibility(name == "shares")
    assert flow.arrange(layout) == []
    boxes = {name: box(layout, name) for name in ("facts", "shares", "zones")}
    ordered = sorted(boxes.values())
    for first, second in pairwise(ordered):
        same_column = first[0] == second[0]
        assert not same_column or first[1] + first[3] < second[1]
    assert min(y for _, y, _, _ in ordered) == pytest.approx(box(layout, "map")[1] + 5.0, abs=0.1)


def test_what_finds_no_room_is_said(project: QgsProject) -> None:
    layout = load_template(project, shipped_template("cluster", "a4_landscape"))
    for name in items.LIST_IDS:
        frame = items.item_of(layout, name, QgsLayoutFrame)
        assert frame is not None
        items.resize(frame, 58.0, 70.0)
    left_out = flow.arrange(layout)
    assert left_out
    for name in left_out:
        item = items.item_of(layout, name, QgsLayoutItem)
        assert item is not None
        assert not item.isVisible()


def box(layout: QgsPrintLayout, name: str) -> tuple[float, float, float, float]:
    item = items.item_of(layout, name, QgsLayoutItem)
    assert item is not None
    return item.pos().x(), item.pos().y(), item.rect().width(), item.rect().height()


def test_a_file_that_is_not_there(project: QgsProject, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        load_template(project, tmp_path / "missing.qpt")
