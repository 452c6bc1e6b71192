"""Sealing: what people typed is closed before the server has it.

AES-256-GCM under a key made from that of the data. What is sealed is bound to its table, its column
and its row: copied to another place it opens no more. What is empty stays empty.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12
"""Bytes, chosen by chance: one key is good for 2**32 of them (NIST SP 800-38D, 8.3)."""

_FOR = b"reflection-coach: columns on a server, 1"

_PLAIN = ("", "[]")
"""The form of an empty value. Statements set it so, and ask whether it is."""


class CannotOpen(Exception):
    """Sealed under another key, for another row, or damaged."""


class Sealer:
    """Seals and opens with one key."""

    def __init__(self, key: str) -> None:
        """``key`` is that of the data, in hex."""
        made = HKDF(algorithm=SHA256(), length=32, salt=None, info=_FOR)
        self._aes = AESGCM(made.derive(bytes.fromhex(key)))

    def seal(self, text: str, place: bytes) -> bytes:
        """Return a text so that only this key opens it, and only in this place."""
        if text in _PLAIN:
            return text.encode()
        nonce = os.urandom(NONCE)
        # Half a character, which some devices send, is no UTF-8; it comes back as it was.
        return nonce + self._aes.encrypt(nonce, text.encode("utf-8", "surrogatepass"), place)

    def open(self, sealed: bytes, place: bytes) -> str:
        """Return what was sealed. Raise CannotOpen."""
        if sealed.decode("latin-1") in _PLAIN:
            return sealed.decode()
        try:
            text = self._aes.decrypt(sealed[:NONCE], sealed[NONCE:], place)
        except (InvalidTag, ValueError) as error:
            raise CannotOpen from error
        return text.decode("utf-8", "surrogatepass")


def place_of(table: str, column: str, row: Sequence[object]) -> bytes:
    """Return what a sealed value is bound to."""
    return "\x1f".join((table, column, *map(str, row))).encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Sealed:
    """Where in a statement what is sealed stands.

    ``given`` and ``read`` lead from a column to its position, in what fills the statement in or in
    the rows that come back. ``row`` names the row: positions in what is given, or, below zero, in
    what is read: -1 is the first.
    """

    table: str
    row: tuple[int, ...]
    given: tuple[tuple[str, int], ...] = ()
    read: tuple[tuple[str, int], ...] = ()

    def close(self, sealer: Sealer, given: Sequence[Any]) -> list[Any]:
        """Return what fills the statement in, sealed."""
        filled, row = list(given), [given[each] for each in self.row]
        for column, position in self.given:
            place = place_of(self.table, column, row)
            filled[position] = sealer.seal(filled[position], place)
        return filled

    def opened(self, sealer: Sealer, found: Sequence[Any], given: Sequence[Any]) -> list[Any]:
        """Return a row that was read, opened. Raise CannotOpen."""
        row = [given[each] if each >= 0 else found[-each - 1] for each in self.row]
        filled = list(found)
        for column, position in self.read:
            place = place_of(self.table, column, row)
            # A row that another one has none beside it for gives nothing: that is empty, too.
            filled[position] = sealer.open(bytes(filled[position] or b""), place)
        return filled
