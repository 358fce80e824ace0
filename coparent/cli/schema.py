"""`coparent schema`: the plan format as JSON Schema, for editors."""

from pathlib import Path
from typing import Annotated

import typer

from coparent.cli.options import option
from coparent.cli.output import say, write_out
from coparent.schema.kinds import FileKind


def add_to(app: typer.Typer) -> None:
    """Give the program this verb."""
    app.command("schema", epilog="Example:  coparent schema plan > plan.schema.json")(schema)


def schema(
    kind: Annotated[
        FileKind | None,
        typer.Argument(help="One kind of file: all of them in one schema if left out.", show_default=False),
    ] = None,
    write: Annotated[
        Path | None, option("--write", "DIR", "Write one file for each kind, and one for all, into this folder.")
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of file, so that editors can complete and explain fields while you type."""
    # The models are imported once their schema is asked for: the help of every verb stays quick.
    from coparent.schema.editor import file_names, write_schema

    if write is None:
        write_out(write_schema(kind), "json")
        return
    from coparent.cli.result_files import ResultFiles, find_trees

    texts = {write / name: write_schema(kind) for name, kind in file_names().items()}
    results = ResultFiles(texts, *find_trees(Path(), write))
    for path, text in texts.items():
        results.write(path, text)
    say(f"{len(texts)} schemas written to {write.as_posix()}")
