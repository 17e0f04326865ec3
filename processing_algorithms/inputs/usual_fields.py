"""The names under which the fields of addresses usually come, for whoever fills in what a user would."""

from __future__ import annotations

from collections.abc import Iterable

# The likeliest first. The same wherever fields are recognised, so that one layer weighs the same in the dock,
# in the explorer and in the demo.
USUAL_FIELDS = {
    "record": ("record", "record_id", "doi", "appln_id", "application_id", "article_id", "deal_id"),
    "weight": ("weight", "addresses", "n_addresses"),
    "economy": ("economy", "country_code", "ctry_code", "iso2", "country"),
    "organisation": ("organisation", "organization", "institution", "applicant", "company", "firm"),
}


def usual_field(names: Iterable[str], column: str) -> str | None:
    """Return which of the names of fields goes for a column of USUAL_FIELDS, whatever its case; None for
    none.
    """
    by_name = {name.lower(): name for name in names}
    return next((by_name[usual] for usual in USUAL_FIELDS[column] if usual in by_name), None)
