"""Addresses of Spark, of masters and of Spark Connect servers: what of one may be told, and whether anybody
listens there.

Spark itself would ask for minutes where nobody does.
"""

from __future__ import annotations

import re
import socket

CONNECT = "sc://"

# Where a master and a server listen if their addresses do not tell.
_PORTS = {"spark://": 7077, CONNECT: 15002}

_PATIENCE_SECONDS = 10.0


def told_address(address: str) -> str:
    """Return the address of a master or a server as it may be written down: behind its first semicolon are
    settings of a connection, a token among them.
    """
    return address.partition(";")[0]


def hosts_of(address: str) -> list[tuple[str, int]]:
    """Return host and port of the masters or the server that an address names; none for those that are found
    another way, such as yarn.
    """
    scheme = next((each for each in _PORTS if address.startswith(each)), None)
    if scheme is None:
        return []
    # Behind a slash are the parameters of a connection; several masters may stand by for each other.
    places = address.removeprefix(scheme).split("/")[0].split(",")
    found = []
    for place in places:
        host, _, port = place.rpartition(":") if re.search(r":\d+$", place) else (place, "", "")
        found.append((host.strip("[]"), int(port or _PORTS[scheme])))
    return found


def require_listening(address: str) -> None:
    """Raise OSError where there are hosts to ask and none answers, the error of the last."""
    problem: OSError | None = None
    for host in hosts_of(address):
        try:
            socket.create_connection(host, _PATIENCE_SECONDS).close()
        except OSError as error:
            problem = error
        except (OverflowError, UnicodeError) as error:
            # No port has that number, no machine that name.
            problem = OSError(str(error))
        else:
            return
    if problem is not None:
        raise problem
