"""Ports of loopback for what a test starts."""

from __future__ import annotations

import socket
import sys

_HELD = list[socket.socket]()


def free_port() -> int:
    """A port that nobody else is given, for as long as the tests run.

    It stays bound here, and nobody listens on it. Linux lets who names it bind it beside us, as
    servers do (SO_REUSEADDR), and hands it to no one who asks for any port. Elsewhere it is let
    go, and is only most likely free.
    """
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    port = int(held.getsockname()[1])
    if sys.platform == "linux":
        _HELD.append(held)
    else:
        held.close()
    return port
