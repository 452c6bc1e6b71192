"""Something made in a process of its own, whose memory goes when it is done.

What reads and checks all files takes 30 MB that Python does not give back, and a bot runs for
months. So a child makes it and hands it over as bytes, where a process can have one.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable


def made_apart(make: Callable[[], bytes]) -> bytes | None:
    """Return what is made in a child, None where none can be had or it fails: then make it here.

    A process of several threads has none: what another thread holds would stay locked in it.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return None
    out, into = os.pipe()
    child = os.fork()
    if not child:
        _hand_over(make, into)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        made = pipe.read()
    _, status = os.waitpid(child, 0)
    return made if status == 0 else None


def _hand_over(make: Callable[[], bytes], into: int) -> None:
    """Make it in the child, and end there, whatever happens."""
    status = 1
    try:
        made = make()
        with os.fdopen(into, "wb") as pipe:
            pipe.write(made)
        status = 0
    finally:
        os._exit(status)
