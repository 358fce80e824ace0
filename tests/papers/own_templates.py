"""A little view, and folders of templates to show it with."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coparent.papers.rich_text import RichText
from coparent.papers.template_folders import own_folder


@dataclass(frozen=True, slots=True)
class Part:
    """A section."""

    name: str


RICH = RichText("One **bold** word.\n\n- a\n- b")


@dataclass(frozen=True, slots=True)
class Page:
    """A paper, as far as these tests need one."""

    running: str = "PAF/31/23"
    title: str = "Music & memories"
    rich: RichText = RICH
    nothing: Part | None = None
    number: float = 2.5
    sections: tuple[Part, ...] = (Part("purpose"), Part("risks"))


SECTIONS = ("purpose", "changes", "risks")
BASE = (
    "{% block head %}# {{ paper.title }}{% endblock %}\n{% for s in paper.sections %}{{ self[s.name]() }}{% endfor %}\n"
)


def write_templates(folder: Path, templates: Mapping[str, str]) -> Path:
    """Put templates beside plans; the folder they lie in."""
    (folder / "plans").mkdir(exist_ok=True)
    for name, text in templates.items():
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    own = own_folder(folder / "plans")
    assert own is not None
    return own
