"""What each page spares itself is what it would have found."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from aiohttp.test_utils import make_mocked_request
from jinja2 import DictLoader, Environment

from bot.channels.web.pages import WordsInPlace
from bot.channels.web.visitor import COOKIES, token_in

MINE, OTHER = "0" * 31 + "1", "0" * 31 + "2"


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (f"coach={MINE}", MINE),
        (f"a=b; coach={MINE}; c=d", MINE),
        (f"a=b;coach={MINE} ", MINE),
        (f"xcoach={MINE}", ""),
        (f"a=coach={MINE}", ""),
        (f"coach={MINE}0", ""),
        (f"coach={MINE[1:]}", ""),
        (f"__Host-coach={MINE}", ""),
        (f"coach={OTHER}; coach={MINE}", MINE),
        ("coach=\xff; =;;;", ""),
        ("", ""),
    ],
)
def test_a_visitor_is_known_by_a_whole_cookie_of_that_name_alone(header: str, found: str) -> None:
    request = make_mocked_request("GET", "/", headers={"Cookie": header} if header else {})
    assert token_in(request, COOKIES[False]) == found


@dataclass
class Said:
    send: str = 'Send <b>"it"</b> & {{ go }} {% if %} {# on #}'


def read(source: str, words: object) -> str:
    pages = Environment(loader=DictLoader({"page": source}), autoescape=True)
    pages.globals["words"] = words
    pages.add_extension(WordsInPlace)
    return pages.get_template("page").render()


def test_words_in_a_template_are_escaped_and_never_read_as_one() -> None:
    expected = "Send &lt;b&gt;&#34;it&#34;&lt;/b&gt; &amp; &#123;&#123; go }} &#123;% if %} "
    assert read("<p>{{ words.send }}</p>", Said()) == f"<p>{expected}&#123;# on #}}</p>"


def test_a_template_with_a_word_that_there_is_not_is_not_read() -> None:
    with pytest.raises(AttributeError):
        read("{% if no %}{{ words.sent }}{% endif %}", Said())
