"""What a printed page is made of, and who prints it: printing lives above this room and is handed in by the
provider, as the presentation of layers is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ..base import Algorithm, Presentation, tr

SUBJECTS = ("world", "country", "cluster")
PAGES = ("a4_landscape", "a4_portrait", "a3_landscape", "a3_portrait")


@dataclass(frozen=True)
class Notes:
    """What a page tells of its making: what the data is not, the method, the sources, the date."""

    remarks: Sequence[str] = ()
    method: Sequence[str] = ()
    sources: Sequence[str] = ()
    date: str = ""


@dataclass(frozen=True)
class Listing:
    """A small table of a page; `numbers` are its columns with numbers."""

    heading: str
    rows: Sequence[tuple[str, ...]]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class ClusterPage:
    """What the page of one cluster shows beside its map; `feature` is the id of the cluster's in its layer.

    `shares` are (metric, share of the cluster, mean share of all clusters), in per cent, with their title and
    whom they are compared with; `history` are (edition, rank or None) from the earliest; `listings` stand by
    the ids of their items. `more_neighbours` are longer lists of the neighbours, the longest first, for a
    page that has room.
    """

    feature: int
    rank: int
    title: str
    subtitle: str
    shares: Sequence[tuple[str, float, float | None]]
    shares_title: str
    compared: str
    listings: dict[str, Listing] = field(default_factory=dict)
    history: Sequence[tuple[str, int | None]] = ()
    remarks: Sequence[str] = ()
    more_neighbours: Sequence[Sequence[tuple[str, ...]]] = ()


@dataclass(frozen=True)
class MapLayers:
    """The layers that maps are drawn from; only clusters there must be."""

    clusters: QgsVectorLayer
    sites: QgsVectorLayer | None = None
    zones: QgsVectorLayer | None = None
    ranking: QgsVectorLayer | None = None


@dataclass(frozen=True)
class Template:
    """A shipped template by its subject and page, or a file of the user's; an empty subject is chosen by
    where the clusters lie.
    """

    subject: str = ""
    page: str = PAGES[0]
    file: Path | None = None


@dataclass(frozen=True)
class MapPage:
    """A map of all clusters, or of those of one economy, or of one cluster with its page."""

    title: str
    subtitle: str
    notes: Notes
    template: Template
    economy: str = ""
    cluster: ClusterPage | None = None


class Printing(Protocol):
    """Prints maps; problems with a template are InputError, with a file OSError."""

    def check_template(self, template: Template) -> None:
        """Raise ValueError with a sentence where a template cannot be used."""
        ...

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
        """Print one page into files, and keep its layout in the project of the context under a name where
        `keep_as` is not empty; return the name it has there.

        Raises ValueError where there is nothing to print, and OSError.
        """
        ...

    def print_atlas(
        self,
        layers: MapLayers,
        pages: Sequence[MapPage],
        pdf: Path | None,
        pngs: Sequence[Path],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> int:
        """Print one page per cluster into one PDF, and a PNG each where there are files for them; return how
        many pages were printed.

        Raises ValueError, OSError and Cancelled.
        """
        ...


class PrintedAlgorithm(Algorithm):
    """An algorithm that prints maps; the provider hands it who does."""

    def __init__(self, presentation: Presentation | None = None, printing: Printing | None = None) -> None:
        super().__init__(presentation)
        self._printing = printing

    def createInstance(self) -> Self:
        return type(self)(self._presentation, self._printing)

    def group(self) -> str:
        return tr("Maps")

    def groupId(self) -> str:
        return "maps"

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        # Layouts belong to the thread of the window.
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    @property
    def printing(self) -> Printing:
        """Who prints maps. Raises QgsProcessingException for an algorithm outside its provider."""
        if self._printing is None:
            raise QgsProcessingException(tr("Maps are printed by the plugin; run this from its provider."))
        return self._printing
