"""The map of a project as one of its layouts: made of layers that the project has, replaced where it was
there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import QgsPrintLayout, QgsProject, QgsVectorLayer

from ...processing_algorithms.outputs.map_notes import made_on
from ...processing_algorithms.outputs.printing import MapPage, Notes, Template
from . import frames
from .exporting import RESOLUTION
from .filling import Drawn
from .printing import make_layout


def build_map_layout(
    project: QgsProject,
    clusters: QgsVectorLayer,
    title: str,
    *,
    sites: QgsVectorLayer | None = None,
    basemap: Sequence[QgsVectorLayer] = (),
    subtitle: str = "",
    notes: Iterable[str] = (),
    template: Template | None = None,
) -> QgsPrintLayout:
    """Add the map of clusters, which must be styled layers of the project, to the project's layouts.

    A layout of the same title is replaced. `notes` are lines at the foot: method, sources, what the data is
    not. Raises ValueError where there is no cluster to show.
    """
    told = Notes(method=[line for line in notes if line], date=made_on())
    drawn = Drawn(clusters, sites, None, basemap, frames.placed_clusters(clusters))
    layout = make_layout(project, drawn, MapPage(title, subtitle, told, template or Template()))
    layout.setName(title)
    layout.renderContext().setDpi(RESOLUTION)
    layouts = project.layoutManager()
    former = layouts.layoutByName(title)
    if former is not None:
        layouts.removeLayout(former)
    layouts.addLayout(layout)
    return layout
