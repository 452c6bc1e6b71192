"""Who may import what. A new dependency between parts is a decision, made here."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import bot

ROOT = Path(bot.__file__).parent

FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py"))

ONLY_IN = {
    "telegram": ("telegram_bot/", "app.py"),
    "sqlite_utils": ("store/",),
    "sqlcipher3": ("store/",),
    "transitions": ("conversation/machine.py",),
    "yaml": ("content/loader.py",),
    "typer": ("cli.py", "cohort_cli.py"),
    "rich": ("terminal.py", "link_table.py"),
    "prompt_toolkit": ("typing_line.py",),
    "filelock": ("store/",),
    "pydantic_settings": ("settings.py",),
    "asyncio": (
        *("service.py", "store/commits.py", "app.py", "cli.py", "cohort_cli.py", "telegram_bot/"),
        "link_check.py",
    ),
    "aiohttp": ("telegram_bot/", "link_check.py"),
    "snowballstemmer": ("coaching/",),
    "PIL": ("drawing.py", "pictures.py", "cohort_pictures.py"),
    "segno": ("cohort_pictures.py",),
    "jinja2": ("preview.py",),
    "uvloop": ("app.py",),
}

PURE = (
    *("conversation/", "coaching/", "exports/", "statement.py", "model.py", "errors.py"),
    *("cohorts.py", "deeds.py", "facts.py", "reminders.py", "snooze.py"),
)

PURE_MAY = {
    "bot.model",
    "bot.errors",
    "bot.cohorts",
    "bot.deeds",
    "bot.facts",
    "bot.reminders",
    "bot.snooze",
    "bot.content.counted",
    "bot.content.schema",
    "bot.content.words",
    "bot.content.kinds",
    "bot.content.content",
    "bot.content.frameworks",
    "bot.content.coaching",
    "bot.content.questions",
    "bot.content.resources",
    "bot.content.sentences",
    "bot.content.support",
    "bot.conversation",
    "bot.coaching",
    "bot.exports",
    "bot.statement",
    "transitions",
}

IMPURE = {"os", "pathlib", "time", "socket", "subprocess", "random", "logging", "asyncio", "io"}

WALL_CLOCK = ("app.py", "cli.py")


def imports(file: str) -> set[str]:
    found = set[str]()
    for node in ast.walk(ast.parse((ROOT / file).read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide where a name comes from"
            found |= {node.module or ""}
    return found


@pytest.mark.parametrize("file", FILES)
def test_a_library_is_used_only_where_it_belongs(file: str) -> None:
    for name in imports(file):
        allowed = ONLY_IN.get(name.partition(".")[0])
        assert allowed is None or file.startswith(allowed), f"{file} imports {name}"


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith(PURE)])
def test_the_core_is_pure(file: str) -> None:
    for name in imports(file):
        top = name.partition(".")[0]
        assert top not in IMPURE, f"{file} imports {name}"
        if top in {"bot", "telegram", "sqlite_utils", "rich", "typer", "yaml", "transitions"}:
            known = any(name == each or name.startswith(each + ".") for each in PURE_MAY)
            assert known, f"{file} imports {name}"


@pytest.mark.parametrize("file", [file for file in FILES if file not in WALL_CLOCK])
def test_nobody_else_reads_the_clock(file: str) -> None:
    for node in ast.walk(ast.parse((ROOT / file).read_text())):
        if isinstance(node, ast.Attribute):
            of = node.value.id if isinstance(node.value, ast.Name) else ""
            read = {
                ("datetime", "now"),
                ("datetime", "utcnow"),
                ("date", "today"),
                ("time", "time"),
            }
            assert (of, node.attr) not in read, f"{file}:{node.lineno} reads the clock"


def test_no_package_shadows_a_library() -> None:
    assert not (ROOT / "telegram").exists()


@pytest.mark.parametrize("file", FILES)
def test_a_module_stays_small(file: str) -> None:
    lines = (ROOT / file).read_text().count("\n")
    assert lines <= 400, f"{file} has {lines} lines: what is it hiding?"


@pytest.mark.parametrize("file", FILES)
def test_no_sentence_that_a_learner_reads_stands_in_the_core(file: str) -> None:
    """In the engine and the terminal, text in code is a name, a format or a docstring."""
    if not file.startswith(("conversation/", "terminal.py", "typing_line.py", "headless.py")):
        return
    tree = ast.parse((ROOT / file).read_text())
    unseen = set[int]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            unseen.add(id(node.value))  # docstrings
        if isinstance(node, ast.Assert) and node.msg:
            unseen.add(id(node.msg))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "BadLine":
            unseen |= {id(inner) for inner in ast.walk(node)}  # read by programs' authors
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in unseen
        ):
            assert node.value.strip().count(" ") < 3, f"{file}:{node.lineno}: {node.value!r}"
