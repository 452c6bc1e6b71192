"""Moving the data from a folder to a database server, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.operator import tell, words_of
from bot.cli.options import commands
from bot.errors import UsageError
from bot.installation import load_settings
from bot.store.place import DataPlace
from bot.store.places import server_place

app = commands()

_FOLDER = "sqlite:"

_SERVER = ("postgresql://", "postgres://")


@app.command()
def move_store(
    source: Annotated[str, typer.Argument(help="sqlite:FOLDER or postgresql://…, with data.")],
    target: Annotated[str, typer.Argument(help="The other one of both, with none.")],
) -> None:
    """Move all data between a folder and a database server. No coach may be running."""
    back = source.startswith(_SERVER)
    url, folder = (source, target) if back else (target, source)
    if not url.startswith(_SERVER) or not folder.startswith(_FOLDER):
        raise UsageError("move_what")
    path = Path(folder.removeprefix(_FOLDER)).expanduser().absolute()
    settings = load_settings(coach_data=path, database_url=url)
    there = server_place(settings)
    here = DataPlace(there.folder, there.key_file)
    if not back and not here.has_data():
        raise UsageError("nothing_to_move", path=str(path))
    key = (there if back else here).key_of_data()
    counts = there.moved(key, back=back)
    words, said = words_of(), words_of().operator
    people, messages = counts["conversations"], counts["messages"]
    tell(words, said.moved, people=people, messages=messages, rows=sum(counts.values()))
    tell(words, said.set_folder if back else said.set_server, path=path)
