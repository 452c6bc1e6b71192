"""Progress without reading: a table, a picture and a file for a spreadsheet. Nobody's words.

Of a group of fewer than five only how many there are: a breakdown would single somebody out.
"""

from __future__ import annotations

import csv
import json
from types import SimpleNamespace

from bot.domain.cohort import SMALL, Cohort, Member
from bot.domain.cohort_progress import by_step, finished_by_week, stuck
from bot.domain.cohort_view import CohortView
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import Text


def who(turn: TurnContext, member: Member) -> str:
    """What a coordinator sees of somebody: the name that they let be seen, or a number."""
    words = turn.content.words.coordinator
    return member.name or str(turn.fill(words.learner, number=member.number))


def step_name(turn: TurnContext, cohort: Cohort, step: str) -> str:
    """What a place is called: the label of a step, or not begun, ready, sent."""
    dialogue = turn.content.dialogues.get(cohort.dialogue)
    found = dialogue.step(step) if dialogue else None
    return found.label if found else getattr(turn.content.words.places, step, step)


def steps(turn: TurnContext, cohort: Cohort) -> list[str]:
    """The ids of the places between *not begun* and *ready*, in their order."""
    dialogue = turn.content.dialogues.get(cohort.dialogue)
    return [*(each.id for each in dialogue.steps), "review", "statement"] if dialogue else []


def rows(turn: TurnContext, view: CohortView) -> list[tuple[str, int]]:
    """How many stand where, without the places in between where nobody is."""
    counts = by_step(view.here, steps(turn, view.cohort))
    named = [(step_name(turn, view.cohort, step), step, count) for step, count in counts]
    return [
        (name, count) for name, step, count in named if count or step not in ("review", "statement")
    ]


def show_progress(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """How many stand where, who has not moved on for a week, and the picture of it."""
    words, here = turn.content.words.coordinator, view.here
    turn.say(words.progress, cohort=view.cohort.name, people=len(here), left=view.left)
    if len(here) < SMALL:
        turn.say(words.small, most=SMALL)
        return
    lines: list[Text] = [
        turn.fill(words.row, name=name, count=count) for name, count in rows(turn, view)
    ]
    still = stuck(here, turn.now)
    if still:
        lines.append(turn.fill(words.stuck))
        lines += [
            turn.fill(words.row, name=step_name(turn, view.cohort, step), count=count)
            for step, count in still.most_common()
        ]
    turn.tell("\n".join(lines), file=_chart(turn, view))


def _chart(turn: TurnContext, view: CohortView) -> File:
    """The picture, by the numbers that it shows and nothing else."""
    words = turn.content.words.coordinator
    weeks = finished_by_week(view.cohort, view.here, turn.now)[-16:]
    still = stuck(view.here, turn.now).most_common(6)
    numbers = {
        "title": view.cohort.name,
        "subtitle": turn.fill(
            words.chart_subtitle, people=len(view.here), date=day(view.cohort.today(turn.now))
        ),
        "steps_title": words.chart_steps,
        "steps": rows(turn, view),
        "finished_title": words.chart_finished,
        "finished": [(f"{on.day} {on:%b}", count) for on, count in weeks],
        "stuck_title": words.chart_stuck,
        "stuck": [(step_name(turn, view.cohort, step), count) for step, count in still],
    }
    return File(
        turn.content.words.file_name.progress,
        "png",
        "image/png",
        picture=f"progress {json.dumps(numbers)}",
    )


def show_csv(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """The same for a spreadsheet."""
    words = turn.content.words
    file = File(words.file_name.progress, "csv", "text/csv", as_csv(turn, view))
    turn.tell(turn.fill(words.coordinator.csv), file=file)


def as_csv(turn: TurnContext, view: CohortView) -> str:
    """The table for a spreadsheet: nobody's words. Of a small group only how many there are."""
    lines, words = list[str](), turn.content.words.coordinator
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
                harmless(who(turn, member)),
                harmless(step_name(turn, view.cohort, place)),
                member.own_words,
                view.cohort.today(moved).isoformat() if moved else "",
            ]
        )
    return "".join(lines)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip()[:1] in tuple("=+-@\t\r|%") else text
