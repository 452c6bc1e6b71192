"""What a start loads: nothing that only a page, a document or a change of the tables needs.

The files that read an answer are loaded, and their patterns wait until they are first tried: these
take longer to compile than all those files to load.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

LATER = {
    "bot.content.source_files": "where the content has changed",
    "yaml": "where the content has changed",
    "bot.channels.web.server": "where a page is served",
    "bot.channels.mail.outbox": "where letters are sent",
    "sqlite_utils": "where the tables may have to change",
    "docx": "with the first document",
    "odfdo": "with the first document",
    "PIL": "with the first picture",
    "prometheus_client": "with the first question for figures",
}
"""What is loaded later, and when."""


def file_of(module: str) -> Path | None:
    path = ROOT.joinpath(*module.split("."))
    found = [each for each in (path.with_suffix(".py"), path / "__init__.py") if each.is_file()]
    return found[0] if found else None


def at_once(body: list[ast.stmt]) -> Iterator[str]:
    """The modules that are imported when a file is, not in a function or for types only."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            inside = (f"{node.module}.{each.name}" for each in node.names)
            yield from (each for each in inside if file_of(each))
        elif isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test):
            yield from at_once([*node.body, *node.orelse])


@cache
def loaded_by(module: str) -> frozenset[str]:
    found, line = set[str](), [module]
    while line:
        each = line.pop()
        while each and each not in found:
            found.add(each)
            if (file := file_of(each)) and each.startswith("bot"):
                line.extend(at_once(ast.parse(file.read_text()).body))
            each = each.rpartition(".")[0]
    return frozenset(found)


@pytest.mark.parametrize("begun", ["bot.app", "bot.channels.telegram_bot.bot", "bot.cli.run"])
@pytest.mark.parametrize("module", LATER)
def test_no_start_waits_for_what_is_loaded_later(begun: str, module: str) -> None:
    loaded = loaded_by(begun)
    assert "bot.flows.registry" in loaded or begun != "bot.app", "the walk finds what is loaded"
    assert module not in loaded, f"it is loaded {LATER[module]}"


def test_no_start_waits_for_a_pattern_that_reads_an_answer() -> None:
    for file in (ROOT / "bot" / "analysis").rglob("*.py"):
        for statement in ast.parse(file.read_text()).body:
            if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
                assert "re.compile(" not in ast.unparse(statement), f"{file}: lazy() compiles later"
