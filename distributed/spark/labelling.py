"""Rows get the number of their cluster where they are: by the places that came here, or by those that the
workers keep, of which none comes here then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import DataFrame, functions

from ...analysis.atlas import Atlas
from .. import at_source
from ..at_source import NOISE, Account, naming_arguments, tell_labelled
from ..ending import Labelled
from ..voice import part
from .places import judged
from .ranking import Ranked, place_alone

if TYPE_CHECKING:
    from .session import Run


def require_targets(run: Run) -> None:
    """Raise InputError where rows cannot be labelled as they are to be."""
    at_source.require_targets(run.engine, run.tables, run.labels, run.voice.monitor.part(0.0, 0.0))


def label_here(run: Run, atlas: Atlas, accounts: dict[str, Account]) -> Labelled:
    """Label the rows by places that came here; return what became of them by metric."""
    voice = part(run.voice, run.voice.monitor.part(1.0, 1.0))
    return at_source.label(run.engine, run.tables, run.labels, atlas, accounts, voice)


def label_on_workers(run: Run, ranked: Ranked) -> Labelled:
    """Label the rows by sites that the workers keep; return what became of them by metric."""
    if not run.labels:
        return {}
    asked = [
        (run.tables[metric], _labelled(run, ranked, metric), target) for metric, target in run.labels.items()
    ]
    with naming_arguments(run.labels):
        made = run.engine.label_by(asked, run.voice.monitor.part(1.0, 1.0))
    labelled = dict(zip(run.labels, made, strict=True))
    tell_labelled(run.labels, labelled, run.voice)
    return labelled


def _labelled(run: Run, ranked: Ranked, metric: str) -> DataFrame:
    """Return the places of a table as its rows state them, each once, and the `label` of their site: also
    those of rows that took no part, where a site is.
    """
    table = place_alone(run.tables[metric])
    label = functions.coalesce("cluster_id", functions.lit(NOISE)).alias("label")
    sites = ranked.sites.select("longitude", "latitude", label)
    place = run.engine.rows(table).place
    return (
        judged(run.engine, table)
        .where("reason = 0")
        .join(sites, ["longitude", "latitude"])
        .groupBy(*place)
        .agg(functions.min("label").alias("label"))
    )
