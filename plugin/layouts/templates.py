"""Layout templates: those that ship with the plugin, and files of the user's own."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsPrintLayout, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ...processing_algorithms.base import tr

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "resources" / "layouts"


def shipped_template(subject: str, page: str) -> Path:
    """Return the file of a shipped template: `subject` world, country or cluster, `page` such as
    a4_landscape.
    """
    return TEMPLATES / f"{subject}_{page}.qpt"


def load_template(project: QgsProject, path: Path) -> QgsPrintLayout:
    """Return a layout of a project made from a template, not yet among the project's layouts.

    Raises ValueError, with the sentence for the user, where the file is no template.
    """
    name = path.name
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ValueError(tr("{file} cannot be read as a layout template.").format(file=name)) from None
    document = QDomDocument()
    # QGIS takes any XML for a template without items.
    if not document.setContent(text) or document.documentElement().tagName() != "Layout":
        raise ValueError(
            tr("{file} is no layout template; save one with Layout, Save as Template.").format(file=name)
        )
    layout = QgsPrintLayout(project)
    layout.loadFromTemplate(document, QgsReadWriteContext(), True)
    if layout.pageCollection().pageCount() == 0:
        raise ValueError(tr("{file} has no page.").format(file=name))
    return layout
