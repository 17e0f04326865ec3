"""The report of a run: one HTML page without scripts or outside files, and all its tables as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from qgis.core import QgsFields

from ...base import tr
from ...layers.columns import Column
from ...layers.fields import fields_of
from .. import page
from ..proposal_tables import CANDIDATE_FIELDS, candidate_columns
from .changes import changes_section, changes_table
from .collaboration import collaboration_section, links_table, network_of, partners_table
from .economies import economies_section, economies_table, national_leaders_table
from .intensity import intensity_section, intensity_table
from .mergers import mergers_section, mergers_table
from .method import method_section
from .ranking import (
    concentration_section,
    concentration_table,
    leaders_section,
    leaders_table,
    ranking_section,
)
from .run import Earlier, Run
from .sources import places_section, quality_section, rejects_table, sources_section, sources_table

__all__ = ["Earlier", "Run", "html_report", "network_of", "report_tables"]


def html_report(run: Run) -> str:
    """Return the page."""
    title = tr("Innovation clusters")
    subtitle = tr("Edition {edition}: {eps} km, minimum density {density} · {date}").format(
        edition=run.method.edition,
        eps=f"{run.method.eps / 1000.0:g}",
        density=f"{run.method.min_density:,g}",
        date=date.today().isoformat(),
    )
    return page.page(
        title,
        [
            page.title_heading(title),
            page.note(subtitle),
            page.strong(run.remark) if run.remark else "",
            *concentration_section(run),
            *quality_section(run),
            *ranking_section(run),
            *intensity_section(run),
            *economies_section(run),
            *leaders_section(run),
            *collaboration_section(run),
            *changes_section(run),
            *mergers_section(run),
            *sources_section(run),
            *places_section(run),
            *method_section(run),
        ],
    )


def report_tables(run: Run) -> Mapping[str, tuple[QgsFields, Sequence[Column]]]:
    """Return the tables of the page in whole, by the names of their files; the ranking has a layer."""
    tables = {
        "concentration": concentration_table(run),
        "economies": economies_table(run),
        "national_leaders": national_leaders_table(run),
        "leading_organisations": leaders_table(run),
        "mergers": mergers_table(run),
        "sources": sources_table(run),
        "rejects": rejects_table(run),
    }
    if run.earlier is not None:
        tables["changes"] = changes_table(run)
    if run.atlas.collaboration.ties:
        tables["collaboration_links"] = links_table(run)
        tables["collaboration_partners"] = partners_table(run)
    if run.people is not None and run.intensity is not None:
        tables["intensity"] = intensity_table(run, run.people, run.intensity)
    stored = {name: table.stored() for name, table in tables.items()}
    if run.proposal is not None:
        stored["parameter_candidates"] = fields_of(CANDIDATE_FIELDS), candidate_columns(run.proposal)
    return stored
