"""What thinking alone takes of the processor, beside two named peers, for ``tests/bench/turn.py``.

Texts are varied, and each was never read before in this process. The peer of reading is
scikit-learn's usual pipeline for one of our tables, the kinds: words, pairs and pieces of words by
TF-IDF into a logistic regression. The peer of a turn is python-telegram-bot's ConversationHandler:
a raw update through its application to a handler that keeps the answer in memory. It reads nothing
and sends nothing; ours hears and answers. aiogram, in an environment of its own, stands beside the
whole bot in ``tests/bench/telegram.py``.
"""

from __future__ import annotations

import asyncio
import csv
import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union
from telegram import Update
from telegram.ext import ApplicationBuilder, ConversationHandler, MessageHandler, filters
from telegram.request import BaseRequest

from bot.analysis.knowledge import Knowledge
from bot.clock import wall_clock
from bot.content.library import Content, shipped_folder
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.engine.turn import take_turn
from bot.flows.registry import FLOWS

OWN = (10, 1_000, 5_000)
"""Own messages that a conversation has before the turn."""

LONG = 240
"""Words of a long message."""


def texts() -> list[str]:
    """Return acts of 13 to 17 words."""
    path = shipped_folder() / "frameworks" / "labelled" / "acts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row["text"] for row in csv.DictReader(file)]
    return [text for text in rows if 13 <= len(text.split()) <= 17]


def median(work: Callable[[str], object], sample: Sequence[str]) -> float:
    """Return milliseconds of the processor that work on a text takes, each text once."""
    times = []
    for text in sample:
        begin = time.thread_time_ns()
        work(text)
        times.append((time.thread_time_ns() - begin) / 1e6)
    return statistics.median(times)


def conversation_of(content: Content, sample: Sequence[str], own: int) -> Conversation:
    """Return a conversation with so many messages of its learner in two answers."""
    conversation = Conversation("thinking")
    for number, text in enumerate(["Start", *sample[:5], "Next", *sample[5:10]]):
        conversation = turn_of(content, conversation, text, number)
    last = conversation.messages[-1]
    for number in range(len(conversation.messages), own):
        text, step = sample[number % len(sample)], ("situation", last.step)[number % 2]
        conversation.messages.append(replace(last, number=number + 1, text=text, step=step))
    return conversation


def turn_of(
    content: Content, before: Conversation, text: str, number: int = 10_000
) -> Conversation:
    """Return the conversation after one message."""
    came = Event(before.id, "say", text, f"thinking {number}", f"thinking {number}")
    return take_turn(FLOWS, content, before, came, wall_clock()).after


def scikit_learn(sample: Sequence[str]) -> Callable[[str], object]:
    """Return a reader of kinds in scikit-learn, learned from the rows that ours is."""
    path = shipped_folder() / "frameworks" / "labelled" / "speech.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["text"], row["kind"]) for row in csv.DictReader(file)]
    rows += [(text, "evidence") for text in sample]
    words = TfidfVectorizer(ngram_range=(1, 2))
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4))
    made = make_pipeline(make_union(words, pieces), LogisticRegression(max_iter=30, tol=0.1))
    made.fit(*zip(*rows, strict=True))
    return lambda text: made.predict_proba([text])


class Silent(BaseRequest):
    """Reaches nobody: Telegram's answer to everything is who the bot is."""

    read_timeout = None

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        """Return who the bot is."""
        bot = {"id": 1, "is_bot": True, "first_name": "A", "username": "a_bot"}
        return 200, json.dumps({"ok": True, "result": bot}).encode()


async def ptb(sample: Sequence[str]) -> float:
    """Return milliseconds that a turn takes in python-telegram-bot."""

    async def answered(update: Update, context: Any) -> int:
        answers = context.user_data.setdefault("answers", [])
        answers.append(update.message.text if update.message else "")
        return len(answers) % 4

    handlers: list[Any] = [MessageHandler(filters.TEXT, answered)]
    steps = ConversationHandler[Any](handlers, dict.fromkeys(range(4), handlers), [])
    application = ApplicationBuilder().token("1:a").request(Silent()).updater(None).build()
    application.add_handler(steps)
    await application.initialize()
    times = []
    for number, text in enumerate([*sample[:20], *sample]):
        chat = {"id": 7, "type": "private", "first_name": "A"}
        said = {"message_id": number, "date": 1, "chat": chat, "from": chat | {"is_bot": False}}
        raw = {"update_id": number, "message": said | {"text": text}}
        begin = time.thread_time_ns()
        await application.process_update(Update.de_json(raw, application.bot))
        times.append((time.thread_time_ns() - begin) / 1e6)
    await application.shutdown()
    return statistics.median(times[20:])


def report(content: Content) -> None:
    """Print every line: ratios first, then milliseconds."""
    every = texts()
    half = len(every) // 2
    known, fresh = every[:half], every[half:]
    reader, pipeline = Knowledge.of(content).reader, scikit_learn(known)
    mine = {own: conversation_of(content, known, own) for own in OWN}
    for text in known:  # what is made ready at its first use is not counted
        turn_of(content, mine[OWN[0]], text)
    other = asyncio.run(ptb(known[:100]))
    reading = median(lambda text: reader.read(text, "management"), fresh[::2])
    theirs = median(pipeline, fresh[::2])
    print(
        f"reading 15 words: {reading / theirs:.2f} x scikit-learn ({reading:.2f} of {theirs:.2f}ms)"
    )
    sample, turns = fresh[1::2], dict[int, float]()
    for place, own in enumerate(OWN):
        take = partial(turn_of, content, mine[own])
        turns[own] = median(take, sample[place :: len(OWN)])
    ten = turns[OWN[0]]
    print(f"turn 15 words: {ten / other:.2f} x PTB ({ten:.2f} of {other:.2f}ms)")
    long = [
        " ".join(". ".join(fresh[at : at + 20]).split()[:LONG]) for at in range(0, half - 20, 9)
    ]
    words = median(partial(turn_of, content, mine[OWN[0]]), long[1:])
    print(f"turn {LONG} words: {words / other:.1f} x PTB, {words / ten:.1f} x 15 ({words:.1f}ms)")
    for own in OWN[1:]:
        print(
            f"turn with {own:,} own messages: {turns[own] / ten:.2f} x with 10 ({turns[own]:.2f}ms)"
        )
