"""Progress without reading: a table, a picture and a file for a spreadsheet. Nobody's words.

Of a group of fewer than five only how many there are: a breakdown would single somebody out.
"""

from __future__ import annotations

import csv
import json
from types import SimpleNamespace

from bot.domain.cohort import SMALL, Cohort, Member
from bot.domain.cohort_progress import by_step, finished_by_week, stuck
from bot.domain.cohort_view import View
from bot.domain.turn import File
from bot.engine.context import Talk
from bot.engine.dates import day
from bot.engine.wording import Text


def who(talk: Talk, member: Member) -> str:
    """What a coordinator sees of somebody: the name that they let be seen, or a number."""
    words = talk.content.words.desk
    return member.name or str(talk.fill(words.learner, number=member.number))


def step_name(talk: Talk, cohort: Cohort, step: str) -> str:
    """What a place is called: the label of a step, or not begun, ready, sent."""
    dialogue = talk.content.dialogues.get(cohort.dialogue)
    found = dialogue.step(step) if dialogue else None
    return found.label if found else getattr(talk.content.words.places, step, step)


def steps(talk: Talk, cohort: Cohort) -> list[str]:
    """The ids of the places between *not begun* and *ready*, in their order."""
    dialogue = talk.content.dialogues.get(cohort.dialogue)
    return [*(each.id for each in dialogue.steps), "review", "statement"] if dialogue else []


def rows(talk: Talk, view: View) -> list[tuple[str, int]]:
    """How many stand where, without the places in between where nobody is."""
    counts = by_step(view.here, steps(talk, view.cohort))
    named = [(step_name(talk, view.cohort, step), step, count) for step, count in counts]
    return [
        (name, count) for name, step, count in named if count or step not in ("review", "statement")
    ]


def show_progress(talk: Talk, view: View, _: str = "") -> None:
    """How many stand where, who has not moved on for a week, and the picture of it."""
    words, here = talk.content.words.desk, view.here
    talk.say(words.progress, cohort=view.cohort.name, people=len(here), left=view.left)
    if len(here) < SMALL:
        talk.say(words.small, most=SMALL)
        return
    lines: list[Text] = [
        talk.fill(words.row, name=name, count=count) for name, count in rows(talk, view)
    ]
    still = stuck(here, talk.now)
    if still:
        lines.append(talk.fill(words.stuck))
        lines += [
            talk.fill(words.row, name=step_name(talk, view.cohort, step), count=count)
            for step, count in still.most_common()
        ]
    talk.tell("\n".join(lines), file=_chart(talk, view))


def _chart(talk: Talk, view: View) -> File:
    """The picture, by the numbers that it shows and nothing else."""
    words = talk.content.words.desk
    weeks = finished_by_week(view.cohort, view.here, talk.now)[-16:]
    still = stuck(view.here, talk.now).most_common(6)
    numbers = {
        "title": view.cohort.name,
        "subtitle": talk.fill(
            words.chart_subtitle, people=len(view.here), date=day(view.cohort.today(talk.now))
        ),
        "steps_title": words.chart_steps,
        "steps": rows(talk, view),
        "finished_title": words.chart_finished,
        "finished": [(f"{on.day} {on:%b}", count) for on, count in weeks],
        "stuck_title": words.chart_stuck,
        "stuck": [(step_name(talk, view.cohort, step), count) for step, count in still],
    }
    return File(
        talk.content.words.file_name.progress,
        "png",
        "image/png",
        picture=f"progress {json.dumps(numbers)}",
    )


def show_csv(talk: Talk, view: View, _: str = "") -> None:
    """The same for a spreadsheet."""
    words = talk.content.words
    file = File(words.file_name.progress, "csv", "text/csv", as_csv(talk, view))
    talk.tell(talk.fill(words.desk.csv), file=file)


def as_csv(talk: Talk, view: View) -> str:
    """The table for a spreadsheet: nobody's words. Of a small group only how many there are."""
    lines, words = list[str](), talk.content.words.desk
    table = csv.writer(SimpleNamespace(write=lines.append))
    if len(view.here) < SMALL:
        table.writerow([words.csv_people])
        table.writerow([len(view.here)])
        return "".join(lines)
    heads = (words.csv_who, words.csv_place, words.csv_words, words.csv_moved)
    table.writerow(heads)
    for member in view.here:
        place = member.step if member.status == "in_progress" else member.status
        moved = member.progressed_at
        table.writerow(
            [
                harmless(who(talk, member)),
                harmless(step_name(talk, view.cohort, place)),
                member.own_words,
                view.cohort.today(moved).isoformat() if moved else "",
            ]
        )
    return "".join(lines)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip()[:1] in tuple("=+-@\t\r|%") else text
