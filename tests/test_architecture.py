"""What belongs where: libraries, the clock, sentences, and the size of a module."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import bot

ROOT = Path(bot.__file__).parent
FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py"))

ONLY_IN = {
    "telegram": ("channels/telegram_bot/",),
    "sqlite_utils": ("store/",),
    "sqlcipher3": ("store/",),
    "psycopg": ("store/postgres/",),
    "cryptography": ("store/postgres/",),
    "transitions": ("engine/machine.py", "authoring/diagram.py"),
    "yaml": ("content/yaml_reader.py",),
    "typer": ("cli/",),
    "rich": ("channels/terminal.py", "authoring/link_report.py"),
    "prompt_toolkit": ("channels/line_editor.py",),
    "filelock": ("store/",),
    "pydantic_settings": ("settings.py",),
    "asyncio": (
        "services/",
        "store/",
        "page.py",
        "running.py",
        "cli/",
        "channels/",
        "authoring/link_check.py",
    ),
    "aiohttp": (
        "channels/telegram_bot/",
        "channels/web/",
        "channels/watching.py",
        "authoring/link_check.py",
    ),
    "Stemmer": ("analysis/",),
    "PIL": ("pictures/",),
    "segno": ("pictures/",),
    "docx": ("exports/",),
    "odfdo": ("exports/",),
    "typst": ("typesetting.py",),
    "jinja2": ("authoring/preview.py", "channels/web/"),
    "uvloop": ("channels/telegram_bot/bot.py",),
    "sklearn": ("authoring/training.py", "authoring/harm_learning.py"),
    "scipy": ("authoring/training.py", "authoring/harm_learning.py"),
    "numpy": ("authoring/",),
}
PURE = ("domain/", "analysis/", "exports/", "engine/", "flows/", "errors.py")
IMPURE = {"os", "pathlib", "time", "socket", "subprocess", "random", "logging", "asyncio", "io"}


@cache
def text_of(file: str) -> str:
    """The text of a file, which is read once for all tests."""
    return (ROOT / file).read_text()


@cache
def tree_of(file: str) -> tuple[ast.AST, ...]:
    """All nodes of a file."""
    return tuple(ast.walk(ast.parse(text_of(file))))


def imports(file: str) -> set[str]:
    found = set[str]()
    for node in tree_of(file):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide where a name comes from"
            found |= {node.module or ""}
    return found


def test_a_library_is_used_only_where_it_belongs() -> None:
    assert [
        f"{file} imports {name}"
        for file in FILES
        for name in imports(file)
        if not file.startswith(ONLY_IN.get(name.partition(".")[0], ""))
    ] == []


def test_the_core_is_pure() -> None:
    # A Word file is written into memory, which is nowhere.
    assert [
        f"{file} imports {name}"
        for file in FILES
        if file.startswith(PURE)
        for name in imports(file)
        if name.partition(".")[0] in IMPURE - ({"io"} if file.startswith("exports/") else set())
    ] == []


READING = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}
"""What reads the clock, by the name it is called of and its own."""


def test_nobody_else_reads_the_clock() -> None:
    assert [
        f"{file}:{node.lineno}"
        for file in FILES
        if file != "clock.py"
        for node in tree_of(file)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in READING
    ] == []


OF_TELEGRAM = ("sendMessage", "deleteMessage", "reply_markup", "callback_data", "4,096", "64 bytes")
"""How Telegram says things, which only its own room knows."""


def test_nobody_else_knows_how_telegram_says_things() -> None:
    assert [
        f"{file}: {each}"
        for file in FILES
        if not file.startswith(("channels/telegram_bot/", "store/"))
        for each in OF_TELEGRAM
        if each in text_of(file)
    ] == []


def test_the_walks_on_the_page_go_through_files_that_there_are() -> None:
    page = (ROOT.parent / "docs" / "architecture.md").read_text()
    walks = "".join(re.findall(r"```text\n(.*?)```", page, re.DOTALL)).replace(".py", "")
    walked = set(re.findall(r"[\w/]+", walks))
    assert len(walked) > 80
    assert walked <= {file.removesuffix(".py") for file in FILES}


def test_no_package_shadows_a_library() -> None:
    assert not (ROOT / "telegram").exists()


def test_a_module_stays_small() -> None:
    lines = {file: text_of(file).count("\n") for file in FILES}
    assert {file: many for file, many in lines.items() if many > 300} == {}


SPEAKING = ("engine/", "flows/", "channels/terminal.py", "channels/line_editor.py")


def test_no_sentence_that_a_learner_reads_stands_in_code() -> None:
    """In the engine and the flows, text in code is a name, a format or a docstring."""
    speaking = [file for file in FILES if file.startswith(SPEAKING)]
    assert [each for file in speaking for each in sentences_in(file)] == []


def sentences_in(file: str) -> Iterator[str]:
    unseen = set[int]()
    for node in tree_of(file):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            unseen.add(id(node.value))  # docstrings
        if isinstance(node, ast.Assert) and node.msg:
            unseen.add(id(node.msg))
    for node in tree_of(file):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in unseen
        ) and node.value.strip().count(" ") >= 3:
            yield f"{file}:{node.lineno}: {node.value!r}"


LINES_OF_A_FUNCTION = 40
"""The most lines below the signature and the docstring."""

LONGER = {"take_turn"}
"""A turn reads from top to bottom in one place."""


def test_a_function_is_seen_at_one_look() -> None:
    assert [each for file in FILES for each in long_functions_of(file)] == []


def long_functions_of(file: str) -> Iterator[str]:
    for node in tree_of(file):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            begin = node.body[1 if ast.get_docstring(node) and node.body[1:] else 0].lineno
            lines = node.end_lineno - begin + 1
            is_left = node.name in LONGER or re.match(r"m\d\d\d_", node.name)
            if lines > LINES_OF_A_FUNCTION and not is_left:
                yield f"{file}: {node.name} has {lines} lines"
