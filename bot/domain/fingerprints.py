"""Fingerprints: a name or a text is known when it comes again, and is not kept.

They keep words from being read, not from being guessed: whoever can open the store can try names
until one fits. Of words that were dropped so little is kept that countless texts have the same, so
that no guess can be proved. One in 65,536 other texts is then taken for the dropped one.
"""

from __future__ import annotations

from hashlib import sha256

NAME, TEXT = 10, 4
"""Hexadecimal digits: enough to tell a name from all other words, too few to prove a text."""


def of_name(name: str, chat_id: str) -> str:
    """Return the fingerprint of what a name is known by in every spelling.

    Those of before are of the letters as typed.
    """
    return _hash(name, chat_id)[:NAME]


def of_text(text: str, chat_id: str) -> str:
    """Return the fingerprint of a whole text."""
    return _hash(text, chat_id)[:TEXT]


def short_number(conversation: str) -> str:
    """Return eight digits that a learner can read out, by which an operator finds them.

    Two may have the same, once in some thousand people; then both are found.
    """
    digits = int(sha256(f"number {conversation}".encode("utf-8", "surrogatepass")).hexdigest(), 16)
    whole = f"{digits % 10**8:08}"
    return f"{whole[:4]} {whole[4:]}"


def _hash(text: str, chat_id: str) -> str:
    # The same name has another fingerprint in every chat.
    return sha256(f"{chat_id}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def erased_as(conversation: str) -> str:
    """Return the mark of a conversation that was deleted. It tells nobody whose it was."""
    return sha256(f"erased {conversation}".encode("utf-8", "surrogatepass")).hexdigest()
