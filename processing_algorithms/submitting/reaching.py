"""Whether anything answers at the address of a master or a server, asked before a run is started."""

from __future__ import annotations

from ...analysis.errors import InputError
from ...analysis.spark_addresses import require_listening, told_address


def require_answer(master: str) -> None:
    """Raise InputError, naming MASTER, where there are hosts to ask and none answers."""
    try:
        require_listening(master)
    except OSError as error:
        raise InputError(
            "MASTER",
            "Nothing answers at {master} ({problem}); start it, or correct the address.",
            master=told_address(master),
            problem=error.strerror or error,
        ) from error
