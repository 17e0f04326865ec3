"""Whether anything answers at the address of a master or a server, asked before Spark asks for minutes."""

from __future__ import annotations

import re
import socket

from ...analysis.errors import InputError
from ...analysis.run_folder import told_address
from .command import CONNECT

_STANDALONE = "spark://"
_CONNECT_PORT = 15002

_PATIENCE_SECONDS = 5.0


def hosts_of(master: str) -> list[tuple[str, int]]:
    """Return host and port of the masters or the server that an address names; none for those that are found
    another way, such as yarn.
    """
    scheme = next((each for each in (_STANDALONE, CONNECT) if master.startswith(each)), None)
    if scheme is None:
        return []
    # Behind a slash are the parameters of a connection; several masters may stand by for each other.
    places = master.removeprefix(scheme).split("/")[0].split(",")
    found = []
    for place in places:
        host, _, port = place.rpartition(":") if re.search(r":\d+$", place) else (place, "", "")
        found.append((host.strip("[]"), int(port or _CONNECT_PORT)))
    return found


def require_answer(master: str) -> None:
    """Raise InputError, naming MASTER, where there are hosts to ask and none answers."""
    hosts = hosts_of(master)
    problem: OSError | None = None
    for host in hosts:
        try:
            socket.create_connection(host, _PATIENCE_SECONDS).close()
        except OSError as error:
            problem = error
        else:
            return
    if problem is not None:
        raise InputError(
            "MASTER",
            "Nothing answers at {master} ({problem}); start it, or correct the address.",
            master=told_address(master),
            problem=problem.strerror or problem,
        ) from problem
