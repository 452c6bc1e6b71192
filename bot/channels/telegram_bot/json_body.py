"""The parameters of a call as one JSON object: a third of the work of PTB's own, which writes each
parameter as JSON of its own first.
"""

from __future__ import annotations

import json
import re
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which a command may quote: the wire takes UTF-8, which has none."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class JsonBody:
    """The body of a call that sends no file, with what PTB's RequestData has that is read."""

    contains_files = False

    def __init__(self, params: dict[str, Any]) -> None:
        """``params`` are what JSON knows."""
        self._params = params

    @property
    def json_payload(self) -> bytes:
        """The body in UTF-8."""
        try:
            return _encode(self._params).encode()
        except UnicodeEncodeError:
            return _encode(encodable(self._params)).encode()


def encodable(value: Any) -> Any:
    """Return the parameters of a call with a mark in the place of what cannot be encoded."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, dict):
        return {encodable(name): encodable(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(encodable(each) for each in value)
    return value
