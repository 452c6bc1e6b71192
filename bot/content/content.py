"""Everything the coach can say and ask, in one frozen object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.checks import check_dialogues, check_resources, check_words
from bot.content.loader import build, raise_problems, read
from bot.content.schema import Dialogue, Resource, Resources, Topic
from bot.content.words import Words

DIALOGUES = "dialogues"
WORDS = "common.yaml"
RESOURCES = Path("frameworks") / "resources.yaml"


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs this coach. Empty when nobody has said."""

    name: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Dialogues in their order, the words they share, the links, and who runs this."""

    dialogues: Mapping[str, Dialogue]
    words: Words
    resources: Mapping[str, Resource]
    topics: tuple[Topic, ...]
    operator: Operator = Operator()

    @property
    def first(self) -> Dialogue:
        """The dialogue that a newcomer meets."""
        return next(iter(self.dialogues.values()))


def shipped_folder() -> Path:
    """The folder with the content that comes with the coach: the checkout, or inside the wheel."""
    package = Path(__file__).parent.parent
    inside = package / "_shipped"
    return inside if inside.is_dir() else package.parent


def load_words(folder: Path) -> Words:
    """Only the shared words, for a command that must say something. Raises ContentError."""
    source = read(folder / DIALOGUES / WORDS, _shown(folder / DIALOGUES / WORDS))
    words = build(source, Words)
    raise_problems([source])
    assert words is not None, "build returns None only with a problem noted"  # noqa: S101
    return words


def load_content(folder: Path, operator: Operator = Operator()) -> Content:
    """Read and check all content below a folder. Raises ContentError with every problem."""
    files = sorted((folder / DIALOGUES).glob("*.yaml"))
    sources = {path: read(path, _shown(path)) for path in files if path.name != WORDS}
    words_source = read(folder / DIALOGUES / WORDS, _shown(folder / DIALOGUES / WORDS))
    resources_source = read(folder / RESOURCES, _shown(folder / RESOURCES))

    words = build(words_source, Words)
    resources = build(resources_source, Resources)
    built = {path: build(source, Dialogue) for path, source in sources.items()}
    dialogues = {path: dialogue for path, dialogue in built.items() if dialogue}

    if words:
        check_words(words, words_source)
    if resources:
        check_resources(resources, resources_source)
    known = {resource.id for resource in resources.resources} if resources else None
    check_dialogues([(d, sources[path]) for path, d in dialogues.items()], known)
    if not files or files == [folder / DIALOGUES / WORDS]:
        words_source.note((), "there is no dialogue beside this file; add one, as thing_2.yaml")
    raise_problems([words_source, resources_source, *sources.values()])

    assert words is not None  # noqa: S101 - a missing model has a problem, raised above
    assert resources is not None  # noqa: S101
    in_order = sorted(dialogues.values(), key=lambda dialogue: dialogue.order)
    return Content(
        {dialogue.id: dialogue for dialogue in in_order},
        words,
        {resource.id: resource for resource in resources.resources},
        resources.topics,
        operator,
    )


def _shown(path: Path) -> str:
    """How a file is named in messages: from the working folder when it is below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
