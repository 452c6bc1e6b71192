"""Makes every network but loopback impossible, in the tests and in each process they start.

Python imports this by itself at its start when this folder is on PYTHONPATH.
"""

from __future__ import annotations

import socket
from typing import Any

_connect = socket.socket.connect


class OfflineError(OSError):
    """Something tried to leave this machine."""


def _is_loopback(address: Any) -> bool:
    host = address[0] if isinstance(address, tuple) else "127.0.0.1"  # else a socket file
    return str(host).startswith("127.") or host in ("::1", "localhost")


def _only_loopback(self: socket.socket, address: Any) -> None:
    if not _is_loopback(address):
        raise OfflineError(f"tests stay on this machine: {address}")
    _connect(self, address)


socket.socket.connect = _only_loopback  # type: ignore[method-assign, assignment]
