"""Prints maps for the algorithms: into files from a project of their own, or kept in the user's project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip

from ...processing_algorithms.base import tr
from ...processing_algorithms.outputs.economy_names import economy_name
from ...processing_algorithms.outputs.printing import MapLayers, MapPage, Template
from .. import styles
from . import frames
from .atlas import print_pages
from .basemap import basemap_of
from .exporting import export
from .filling import Drawn, fill_cluster, fill_inset, fill_map, fill_ranking_and_shares, fill_texts
from .fonts import contains_hangul, has_hangul, set_label_family
from .items import CHART_IDS, MAP_IDS, present, set_hangul_family
from .main_land import main_land
from .ranking import is_in
from .templates import load_template, shipped_template


class PrintedMaps:
    """Prints maps and atlases; handed to the algorithms by the provider."""

    def check_template(self, template: Template) -> None:
        """Raise ValueError with a sentence where a file of the user's cannot be used as a template."""
        if template.file is None:
            return
        project = QgsProject()
        try:
            _require_ids(load_template(project, template.file), template.file)
        finally:
            sip.delete(project)

    def print_map(
        self,
        layers: MapLayers,
        page: MapPage,
        pdf: Path | None,
        png: Path | None,
        keep_as: str,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str:
        """Print one page, see `Printing`."""
        kept_in = context.project() if keep_as else None
        with _project(kept_in) as project:
            drawn = _drawn(project, layers, kept=kept_in is not None)
            layout = make_layout(project, drawn, page, feedback)
            if keep_as:
                keep_as = _unused(project, keep_as)
            layout.setName(keep_as or page.title)
            export(layout, pdf, png)
            if keep_as:
                project.layoutManager().addLayout(layout)
            else:
                sip.delete(layout)
        return keep_as

    def print_atlas(
        self,
        layers: MapLayers,
        pages: Sequence[MapPage],
        pdf: Path | None,
        pngs: Sequence[Path],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> int:
        """Print one page per cluster, see `Printing`."""
        with _project(None) as project:
            drawn = _drawn(project, layers, kept=False)
            return print_pages(
                len(pages),
                lambda number: make_layout(project, drawn, pages[number], feedback, first=number == 0),
                pdf,
                (lambda number: pngs[number]) if pngs else None,
                feedback,
            )


def make_layout(
    project: QgsProject,
    drawn: Drawn,
    page: MapPage,
    feedback: QgsProcessingFeedback | None = None,
    *,
    first: bool = True,
) -> QgsPrintLayout:
    """Return the layout of a page, not yet among those of the project. Raises ValueError.

    What holds for all pages of an atlas is told with the `first`.
    """
    transforms = project.transformContext()
    chosen = [each for each in drawn.placed if not page.economy or is_in(page.economy, each.economies)]
    if not chosen:
        raise ValueError(
            tr("There is no cluster in {economy}.").format(economy=economy_name(page.economy))
            if page.economy
            else tr("There is no cluster to draw a map of.")
        )
    subject = page.template.subject
    if page.cluster is not None:
        placed = next((each for each in drawn.placed if each.feature == page.cluster.feature), None)
        if placed is None:
            raise ValueError(tr("The cluster of rank {rank} has no shape.").format(rank=page.cluster.rank))
        frame = frames.cluster_frame(placed, transforms)
        subject = subject or "cluster"
    elif subject == "world":
        frame = frames.world_frame(chosen, transforms)
    else:
        land = main_land(drawn.basemap, page.economy) if page.economy else None
        frame = frames.frame_of(chosen, transforms, land)
        subject = subject or ("world" if frame.is_world else "country")
    file = page.template.file
    layout = load_template(project, file or shipped_template(subject, page.template.page))
    missing = [] if file is None else _require_ids(layout, file)
    if file is None:
        set_hangul_family(layout)
    shortened = fill_texts(layout, page.title, page.subtitle, page.notes)
    fill_map(layout, frame, drawn)
    fill_inset(layout, frame, drawn)
    if page.cluster is not None:
        left_out = fill_cluster(layout, page.cluster)
    else:
        left_out = fill_ranking_and_shares(layout, drawn, chosen)
    if feedback is not None and first:
        _tell(feedback, page, missing, shortened, drawn)
    if feedback is not None and left_out:
        feedback.pushWarning(
            tr("{page}: there was no room for {parts}.").format(page=page.title, parts=", ".join(left_out))
        )
    return layout


def _require_ids(layout: QgsPrintLayout, file: Path) -> list[str]:
    """Return the ids a user's template lacks. Raises ValueError where it has none of ours."""
    there = present(layout)
    if not there:
        raise ValueError(
            tr(
                "{file} has no item with an id that is filled here; give its items ids such as {ids} under "
                "Item Properties, Item ID."
            ).format(file=file.name, ids=", ".join(("title", "map", "legend", "ranking", "notes")))
        )
    expected = ("title", "notes", *MAP_IDS[:4], *CHART_IDS[:2])
    return [name for name in expected if name not in there]


def _tell(
    feedback: QgsProcessingFeedback, page: MapPage, missing: list[str], shortened: list[str], drawn: Drawn
) -> None:
    if missing:
        feedback.pushWarning(
            tr("The template has no item with the id {ids}; the page goes without.").format(
                ids=", ".join(missing)
            )
        )
    for name in shortened:
        feedback.pushWarning(
            tr("The text of {item} is too long for its place and was shortened.").format(item=name)
        )
    warn_without_hangul(feedback, page, drawn)


def warn_without_hangul(feedback: QgsProcessingFeedback, page: MapPage, drawn: Drawn) -> None:
    """Warn once where there is Hangul to print and no font that has it."""
    words = [page.title, page.subtitle, *page.notes.remarks, *(each.name for each in drawn.placed)]
    if any(contains_hangul(word) for word in words) and not has_hangul():
        feedback.pushWarning(
            tr(
                "No font with Hangul is installed, so Korean letters come out as empty boxes; install Noto "
                "Sans CJK KR or Nanum Gothic."
            )
        )


@contextmanager
def _project(kept_in: QgsProject | None) -> Iterator[QgsProject]:
    """Give the project that a layout is made in: the user's, or one that is gone afterwards."""
    if kept_in is not None:
        root = kept_in.layerTreeRoot()
        before, groups = set(kept_in.mapLayers()), root.findGroups()
        try:
            yield kept_in
        except Exception:
            # What was added for a layout that there is not.
            kept_in.removeMapLayers(sorted(set(kept_in.mapLayers()) - before))
            for group in root.findGroups():
                if group not in groups:
                    root.removeChildNode(group)
            raise
        return
    project = QgsProject()
    try:
        yield project
    finally:
        sip.delete(project)


def _drawn(project: QgsProject, layers: MapLayers, *, kept: bool) -> Drawn:
    basemap = basemap_of(project)
    group = None

    def take(layer: QgsVectorLayer | None, style: str) -> QgsVectorLayer | None:
        nonlocal group
        if layer is None:
            return None
        if kept and project.mapLayer(layer.id()) is layer:
            return layer
        copy = layer.clone()
        if _is_plain(copy):
            styles.apply(style, copy)
        if not kept:
            set_label_family(copy)
        if kept:
            group = group or project.layerTreeRoot().insertGroup(0, tr("Innovation clusters"))
            project.addMapLayer(copy, False)
            group.addLayer(copy)
        else:
            project.addMapLayer(copy, False)
        return copy

    clusters = take(layers.clusters, "clusters")
    if clusters is None:
        raise ValueError(tr("There is no cluster to draw a map of."))
    of_points = layers.zones is not None and (
        QgsWkbTypes.geometryType(layers.zones.wkbType()) == Qgis.GeometryType.Point
    )
    sites = take(layers.sites, "sites")
    zones = take(layers.zones, "zone_points" if of_points else "zones")
    ranking = take(layers.ranking, "ranking")
    return Drawn(clusters, sites, zones, basemap, frames.placed_clusters(clusters), ranking)


def _is_plain(layer: QgsVectorLayer) -> bool:
    """Tell whether a layer looks as QGIS makes every layer look that nobody has styled."""
    return isinstance(layer.renderer(), QgsSingleSymbolRenderer) and not layer.labelsEnabled()


def _unused(project: QgsProject, name: str) -> str:
    """Return a name that no layout of the project has."""
    taken = {layout.name() for layout in project.layoutManager().layouts()}
    names = (name if number == 1 else f"{name} ({number})" for number in range(1, len(taken) + 2))
    return next(each for each in names if each not in taken)
