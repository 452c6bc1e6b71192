"""What people say to the coach that is no answer and asks it nothing."""

from __future__ import annotations

from collections.abc import Mapping

NOTHING = "none"
"""The label of a row, and of a table, for what neither asks nor says anything to the coach."""

KIND_OF: Mapping[str, str] = {
    **dict.fromkeys(("going", "goodbye", "thanks", "hello", "apology", "passed"), "talk"),
    **dict.fromkeys(("move_on", "done", "ready", "unsure", "has_sent"), "talk"),
    **dict.fromkeys(("bad_news", "good_news", "chat", "joke"), "chat"),
    **dict.fromkeys(("tired", "fed_up", "hurt", "afraid", "pleased"), "feeling_about_task"),
    **dict.fromkeys(("moved", "low"), "feeling_about_task"),
    **dict.fromkeys(("angry", "asked_before", "no_answer", "misread"), "complaint_about_coach"),
    **dict.fromkeys(("wrong_place", "wrong_name", "changed_it"), "complaint_about_coach"),
    **dict.fromkeys(("mend_it", "translate", "write_it", "longer", "give_one"), "request"),
    **dict.fromkeys(("keep_out", "put_in", "take_back", "take_out"), "correction"),
    **dict.fromkeys(("change_word", "move_it"), "correction"),
    **dict.fromkeys(("declines", "stop_messages"), "stop"),
    "back": "back",
    "where": "back",
    "already_told": "already_told",
    "rank": "denial",
    "so_far": "request",
    "delete_all": "delete",
}
"""What is said to the coach, and the kind of message that it is."""

_LISTED = (
    *("going", "goodbye", "thanks", "hello", "where", "tired", "fed_up", "hurt", "afraid"),
    *("pleased", "moved", "angry", "asked_before", "no_answer", "wrong_place", "wrong_name"),
    *("changed_it", "declines", "done", "unsure", "bad_news", "mend_it", "translate"),
    *("give_one", "passed"),
)

LEARNED_CUES: Mapping[str, str] = {
    "stop_messages": "no_messages",
    **dict(zip(_LISTED, _LISTED, strict=True)),
}
"""Those of which an author lists words, too, and the name of the list."""

CALM = frozenset(KIND_OF) - {
    *("goodbye", "tired", "fed_up", "hurt", "afraid", "moved", "low", "bad_news", "done"),
}
"""What says by itself that nobody is in danger."""
