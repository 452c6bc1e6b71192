"""The ``coach`` command with a log of the calls between its files, for ``tests/bench/walk.py``.

Started as ``python -m tests.bench.call_log FOLDER ARGUMENT…``, where ``FOLDER`` is the package. A
line on standard input is an order, and each is answered by a line of JSON on standard output:

``start``  forget what is logged and log from now on
``quiet``  seconds since the last call that was logged, null where there is none
``take``   stop, and hand over the calls
"""

from __future__ import annotations

import dis
import json
import re
import runpy
import sys
import threading
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

LOOPS = ("/asyncio/runners.py", "/asyncio/base_events.py", "/asyncio/events.py", "/uvloop/")
"""Whose frames stand between a task and whatever started the loop: no call goes across them."""

RESUME = dis.opmap["RESUME"]

_INSIDE = re.compile(r"(\.<locals>)?\.<(listcomp|setcomp|dictcomp|genexpr|lambda)>")


class CallLog:
    """Every first entry into a function of one folder, with the function that led to it."""

    def __init__(self, folder: Path) -> None:
        """Nothing is logged before ``start``."""
        self._folder = f"{folder.resolve()}/"
        self._is_on = False
        self._calls: list[tuple[float, str, str, str, str]] = []
        self.place = cache(self._place)

    def hook(self, frame: FrameType, event: str, _: Any) -> None:
        """Log a call. It is for ``sys.setprofile``."""
        if not self._is_on or event != "call":
            return
        to = self.place(frame.f_code)
        if to is None or not is_entry(frame):
            return
        self._calls.append((time.monotonic(), *self._caller(frame), *to))

    def _place(self, code: CodeType) -> tuple[str, str] | None:
        """The file within the folder, and the function that a piece of code belongs to."""
        if not code.co_filename.startswith(self._folder):
            return None
        return code.co_filename.removeprefix(self._folder), _INSIDE.sub("", code.co_qualname)

    def _caller(self, frame: FrameType) -> tuple[str, str]:
        """The nearest function of the folder up the stack. None of it stands above a task."""
        above = frame.f_back
        while above is not None:
            if found := self.place(above.f_code):
                return found
            if any(each in above.f_code.co_filename for each in LOOPS):
                break
            above = above.f_back
        return "", ""

    def obey(self, order: str) -> Any:
        """Carry out an order, and return its answer."""
        match order:
            case "start":
                self._calls, self._is_on = [], True
            case "quiet":
                return time.monotonic() - self._calls[-1][0] if self._calls else None
            case "take":
                self._is_on = False
                return self._calls
        return None


@cache
def _entries(code: CodeType) -> frozenset[int]:
    """Where execution enters a function anew: RESUME with 0. With 1, 2 or 3 it is going on."""
    found = zip(code.co_code[::2], code.co_code[1::2], strict=True)
    return frozenset(
        2 * place for place, (what, how) in enumerate(found) if what == RESUME and how & 3 == 0
    )


def is_entry(frame: FrameType) -> bool:
    """Whether a call begins here. A comprehension is part of its function and begins nothing."""
    name = frame.f_code.co_name
    is_part = name.startswith("<") and name not in ("<lambda>", "<module>")
    return not is_part and frame.f_lasti in _entries(frame.f_code)


def _serve(obey: Callable[[str], Any]) -> None:
    for order in sys.stdin:
        print(json.dumps(obey(order.strip())), flush=True)


def main() -> None:
    """Run the command with the arguments that follow the folder."""
    log = CallLog(Path(sys.argv[1]))
    threading.Thread(target=_serve, args=(log.obey,), daemon=True).start()
    threading.setprofile(log.hook)
    sys.setprofile(log.hook)
    sys.argv[1:] = sys.argv[2:]
    runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
