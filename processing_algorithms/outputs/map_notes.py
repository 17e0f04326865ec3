"""What a map says of its making: from the history that clusters carry, and from the layers on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from qgis.core import Qgis, QgsFeatureRequest, QgsVectorLayer

from ...analysis.editions import EDITIONS
from ..base import tr
from ..metadata import NAME, VERSION
from .printing import Notes

# Those whose history has the parameters of a whole run.
MAKERS = tuple(f"innovationclusters:{name} " for name in ("innovationclusters", "clustersonspark", "openrun"))


def told_parameters(clusters: QgsVectorLayer) -> dict[str, str]:
    """Return the parameters of the run that made the clusters, as its metadata tells them; none where it
    does not.
    """
    history = list(clusters.metadata().history())
    if not any(line.startswith(MAKERS) for line in history):
        return {}
    return dict(line.split("=", 1) for line in history if "=" in line)


def map_notes(clusters: QgsVectorLayer, zones: QgsVectorLayer | None, sources: str) -> Notes:
    """Return the notes of a map; `sources` are the user's own words, else the layers the clusters are made
    from.
    """
    told = told_parameters(clusters)
    # The remark on the sample is one of ours, and known in every language.
    remarks = [tr(told["REMARK"])] if told.get("REMARK") else []
    remarks += _approximate(zones)
    if not sources:
        named = named_sources(told)
        sources = tr("Sources: {files}.").format(files=", ".join(named)) if named else ""
    return Notes(remarks, _method(told), [sources] if sources else [], made_on())


def named_sources(told: Mapping[str, str]) -> list[str]:
    """Return what the addresses were of, each layer once and with its name unless that says nothing more."""
    kinds = {"INVENTORS": tr("inventors"), "AUTHORS": tr("authors"), "DEALS": tr("deals")}
    nameless = tuple(words.lower() for words in ("Address points", tr("Address points")))
    of_layer: dict[str, list[str]] = {}
    for name, kind in kinds.items():
        layer = told.get(name, "")
        if layer:
            says_more = not layer.lower().endswith(nameless) and layer.lower() not in (name.lower(), kind)
            of_layer.setdefault(layer if says_more else f"\0{name}", []).append(kind)
    return [
        tr("{kinds} ({layer})").format(kinds=tr(", ").join(found), layer=layer)
        if not layer.startswith("\0")
        else found[0]
        for layer, found in of_layer.items()
    ]


def made_on() -> str:
    """Return with what and when a page was made, and whose the basemap is."""
    return tr("Made with {name} {version} on {date}. Basemap: Natural Earth.").format(
        name=NAME, version=VERSION, date=date.today().isoformat()
    )


def _method(told: Mapping[str, str]) -> list[str]:
    edition = EDITIONS.get(told.get("EDITION", ""))
    eps = _number(told.get("EPS")) or (edition.eps if edition else None)
    density = _number(told.get("MIN_DENSITY")) or (edition.min_density if edition else None)
    if eps is None or density is None:
        if edition is None:
            return [
                tr(
                    "Method: density clustering (DBSCAN) after WIPO's Global Innovation Index; the layer "
                    "does not tell its parameters."
                )
            ]
        lines = [
            tr(
                "Method: WIPO's Global Innovation Index, edition {edition}: density clustering (DBSCAN) on "
                "the ellipsoid, with a minimum density proposed from the data. Score: sum of the shares in "
                "per cent."
            ).format(edition=edition.name)
        ]
    elif edition is None:
        lines = [
            tr(
                "Method: density clustering (DBSCAN) after WIPO's Global Innovation Index, on the ellipsoid, "
                "radius {eps:g} km, minimum density {density:,.0f}. Score: sum of the shares in per cent."
            ).format(eps=eps / 1000.0, density=density)
        ]
    else:
        lines = [
            tr(
                "Method: WIPO's Global Innovation Index, edition {edition}: density clustering (DBSCAN) on "
                "the ellipsoid, radius {eps:g} km, minimum density {density:,.0f}. Score: sum of the shares "
                "in per cent."
            ).format(edition=edition.name, eps=eps / 1000.0, density=density)
        ]
    names = {
        "TOTAL_PATENTS": tr("patent applications"),
        "TOTAL_PUBLICATIONS": tr("publications"),
        "TOTAL_DEALS": tr("venture capital deals"),
    }
    totals = [
        f"{words} {value:,.0f}"
        for name, words in names.items()
        if (value := _number(told.get(name))) is not None
    ]
    if totals:
        lines.append(tr("World totals: {totals}.").format(totals=tr(", ").join(totals)))
    else:
        lines.append(tr("Shares are of the input: no world totals were given."))
    return lines


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def _approximate(zones: QgsVectorLayer | None) -> list[str]:
    """Say how many zones are not where they are drawn."""
    if zones is None or zones.fields().lookupField("approximate") < 0:
        return []
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes(["approximate"], zones.fields())
    count = sum(_is_true(feature["approximate"]) for feature in zones.getFeatures(request))
    if not count:
        return []
    return [
        tr(
            "Positions of {count} zones are approximate, within about 2 km; shapes are not boundaries."
        ).format(count=count)
    ]


def _is_true(value: object) -> bool:
    return isinstance(value, bool | int) and bool(value)
