"""Complaints of pydantic about a file, as sentences for its author with the mend."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import core_schema

from bot.content import text_kinds
from bot.content.yaml_reader import Place, Source
from bot.errors import ContentError

Model = TypeVar("Model", bound=BaseModel)


def build(source: Source, model: type[Model]) -> Model | None:
    """Return the model of a file, or None with its problems noted in the source."""
    if source.data is None or source.problems:
        return None
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            # pydantic names the kind of a step inside the place; in the file it does not stand.
            place = tuple(key for key in one["loc"] if " " not in str(key))
            tags = {str(key) for key in one["loc"] if " " in str(key)}
            source.note(place, _plain(one, place, _fields(model, place[:-1], tags)))
        return None


def built(source: Source, model: type[Model]) -> Model:
    """Return the model of a file. Raises ContentError with all that is wrong in it."""
    found = build(source, model)
    if found is None:
        raise ContentError(source.problems)
    return found


_PYDANTICS = frozenset(get_args(core_schema.ErrorType))
"""The kinds of complaint whose words are pydantic's: English for programmers."""

_MENDS = {
    "missing": "is missing; add it",
    "string_type": "must be text; put it in quotes",
    "tuple_type": "must be a list; begin each line with “- ”",
    "model_type": "must hold named fields, a line each",
    "model_attributes_type": "must hold named fields, a line each",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "too_short": "needs at least {min_length}",
    "too_long": "has at most {max_length}",
    "string_too_short": "must not be empty",
    "string_too_long": "has at most {max_length} characters",
    "greater_than_equal": "must be {ge} or more",
    "greater_than": "must be more than {gt}",
    "less_than_equal": "must be {le} or less",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "date_type": "must be a day such as 2026-11-29",
    "date_parsing": "must be a day such as 2026-11-29",
    "date_from_datetime_parsing": "must be a day such as 2026-11-29",
    "date_from_datetime_inexact": "must be a day such as 2026-11-29",
    "dict_type": "must hold named fields, a line each",
}

_PATTERN_MENDS = {
    text_kinds.TEXT_PATTERN: "is only spaces; write it or remove the key",
    text_kinds.URL_PATTERN: "must be a web address that begins with http:// or https://",
    text_kinds.LABEL_PATTERN: (
        "must be one line that does not begin with / or a space, nor end with one"
    ),
    text_kinds.STEM_PATTERN: "must be letters, digits, _ and -, as part of a file's name",
    text_kinds.WORD_PATTERN: "must be small letters and spaces, perhaps with * at the end",
    text_kinds.ID_PATTERN: "must be small letters, digits and _, beginning with a letter",
}


def _plain(one: Any, place: Place, fields: list[str]) -> str:
    """Return one complaint of pydantic in an author's words."""
    name, kind = (str(place[-1]) if place else "file"), one["type"]
    if kind == "extra_forbidden":
        return f"“{name}” is not a field here{nearest(name, fields)}"
    if kind == "string_pattern_mismatch":
        shown = one["input"] if isinstance(place[-1], int) else name
        return f"“{shown}” {_PATTERN_MENDS[one['ctx']['pattern']]}"
    if kind == "literal_error":
        expected = one["ctx"]["expected"].replace("'", "")
        return f"“{name}” must be {expected}"
    if kind in _MENDS:
        return f"“{name}” {_MENDS[kind].format(**one.get('ctx', {}))}"
    if kind not in _PYDANTICS or kind == "value_error":  # said by us, in an author's words
        own = one["msg"].removeprefix("Value error, ")
        return f"“{name}”: {own[0].lower()}{own[1:]}"
    return f"“{name}” is not what belongs here; compare it with a file that works"


def _fields(model: type[BaseModel], place: Place, tags: Collection[str]) -> list[str]:
    """The names that could stand at a place of a model. ``tags`` name the kinds that it is of."""
    models = [model]
    for key in place:
        if isinstance(key, str):
            fields = [each.model_fields[key] for each in models if key in each.model_fields]
            models = [found for field in fields for found in _models(field.annotation, tags)]
    return list(dict.fromkeys(name for each in models for name in each.model_fields))


def _models(annotation: Any, tags: Collection[str]) -> list[type[BaseModel]]:
    """Return the models inside an annotation such as ``tuple[Step, ...]`` or ``Badge | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    inner = get_args(annotation)
    if any(getattr(each, "tag", None) not in (None, *tags) for each in inner):
        return []
    return [found for each in inner for found in _models(each, tags)]


def nearest(name: str, known: list[str]) -> str:
    """Return ``; did you mean “hint”?`` or, when nothing is near, a list of all that is known."""
    close = difflib.get_close_matches(name, known, n=1)
    if close:
        return f"; did you mean “{close[0]}”?"
    return f"; there is: {', '.join(sorted(known))}" if known else ""


def raise_problems(sources: list[Source]) -> None:
    """Raise ContentError when any source has a problem."""
    problems = [problem for source in sources for problem in source.problems]
    if problems:
        raise ContentError(problems)
