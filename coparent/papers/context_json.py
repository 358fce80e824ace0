"""A paper's facts as JSON: what a template is given, for other programs."""

import json

from coparent.papers.rich_text import RichText
from coparent.papers.sections.registry import PaperView
from coparent.papers.sections.texts import field_names
from coparent.text.escaping import escape_json

FORMAT = 1
"""Rises with any change that could break a reader."""


def write_context(view: PaperView) -> str:
    """The facts of a paper as JSON: the fields of `PaperView`, rich text as its Markdown, what is not shown null."""
    value = {"format": FORMAT, "paper": _plain(view)}
    return escape_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, RichText):
        return value.source
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    names = field_names(value)
    return {name: _plain(getattr(value, name)) for name in names} if names else value
