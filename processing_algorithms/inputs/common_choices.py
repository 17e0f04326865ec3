"""The labels of choices that several algorithms, the models or the Options offer, by their ids."""

from __future__ import annotations

from ..base import tr


def metrics() -> dict[str, str]:
    """Return what records can be."""
    return {"patents": tr("Patents"), "publications": tr("Publications"), "deals": tr("Deals")}


def labelled_kinds() -> dict[str, str]:
    """Return what can be made of rows that get a cluster where they are."""
    return {"table": tr("Table"), "view": tr("View")}


def border_rules() -> dict[str, str]:
    """Return where points go that are not core but near a core point."""
    return {
        "first": tr("Lowest-numbered cluster"),
        "nearest": tr("Nearest core point"),
        "noise": tr("Leave out (noise)"),
    }


def countings() -> dict[str, str]:
    """Return how a record with addresses in several clusters counts."""
    return {"fractional": tr("Divided among its addresses"), "full": tr("One in every cluster")}


def ties() -> dict[str, str]:
    """Return how shared records tie two clusters."""
    return {
        "records": tr("Shared records"),
        "fractional": tr("Shared records, divided among addresses"),
        "pairs": tr("Pairs of people"),
        "fractional_pairs": tr("Pairs of people, divided among those of a record"),
    }
