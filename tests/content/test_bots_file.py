"""``bots.yaml``: each mistake has its line and its mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.bots_file import read_bots
from bot.errors import ContentError

GOOD = """\
bots:
  - name: north
    token_file: north.token
    operator_name: North Care
    operator_contact: help@north.example
  - name: south
    token_file: south.token
    operator_name: South Homes
    operator_contact: help@south.example
    send_rate_limit: 20
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "north.token").write_text("4242:abc\n")
    (tmp_path / "south.token").write_text("4343:abc\n")
    (tmp_path / "bots.yaml").write_text(GOOD)
    return tmp_path / "bots.yaml"


def problems(file: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_bots(file)
    return [str(each).removeprefix(f"{file.parent}/") for each in caught.value.problems]


def test_a_good_file_is_read(file: Path) -> None:
    assert [bot.name for bot in read_bots(file)] == ["north", "south"]


MISTAKES = [
    (
        "name: south",
        "name: north",
        "6: the name is that of the bot north already; give each its own",
    ),
    (
        "name: south",
        "name: South-2",
        "6: “name” must be small letters, digits and _, beginning with a letter",
    ),
    (
        "token_file: south.token",
        "token_file: north.token",
        "7: the token is that of the bot north already; give each its own",
    ),
    (
        "south.token",
        "none.token",
        "7: none.token cannot be read (No such file or directory); put the token there",
    ),
    (
        "south.token",
        "bots.yaml",
        "7: bots.yaml holds no token; copy it again from @BotFather",
    ),
    ("    operator_name: South Homes\n", "", "6: “operator_name” is missing; add it"),
    (
        "send_rate_limit",
        "send_rate_limits",
        "10: “send_rate_limits” is not a field here; did you mean “send_rate_limit”?",
    ),
    (
        "send_rate_limit: 20",
        "content: .",
        "10: there is no dialogues/ in .; name a folder that has it",
    ),
    (
        "send_rate_limit: 20",
        "web_url: https://south.example",
        "10: web_url and web_port go together; write both or none",
    ),
    (
        "send_rate_limit: 20",
        "webhook_port: 8450",
        "10: webhook_url and webhook_port go together; write both or none",
    ),
    (
        "send_rate_limit: 20",
        "webhook_port: 8450\n    webhook_url: http://south.example/x",
        "11: must begin with https://; Telegram brings updates to no other",
    ),
    (
        "send_rate_limit: 20",
        "web_url: https://a.example\n    web_port: 8450\n"
        "    webhook_url: https://b.example/x\n    webhook_port: 8450",
        "13: the port is that of the bot south already; give each its own",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES)
def test_a_mistake_gets_its_line_and_its_mend(
    file: Path, right: str, wrong: str, said: str
) -> None:
    file.write_text(GOOD.replace(right, wrong))
    assert problems(file) == [f"bots.yaml:{said}"]


def test_all_mistakes_are_told_at_once(file: Path) -> None:
    file.write_text(GOOD.replace("north.token", "a").replace("south.token", "b"))
    assert [each.partition(": ")[0] for each in problems(file)] == ["bots.yaml:3", "bots.yaml:7"]


def test_a_token_that_is_no_text_is_told(file: Path) -> None:
    (file.parent / "south.token").write_bytes(b"\xff\xfe")
    said = "7: south.token is not UTF-8; write the token and nothing else"
    assert problems(file) == [f"bots.yaml:{said}"]


def test_a_file_that_is_gone_or_names_no_bot_is_told(file: Path) -> None:
    file.write_text("bots: []\n")
    assert problems(file) == ["bots.yaml:1: “bots” needs at least 1"]
    file.unlink()
    assert problems(file) == ["bots.yaml:1: cannot be read: No such file or directory"]
