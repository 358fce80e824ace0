"""The folders that templates lie in: the shipped one, and `templates/` beside the plans; no link leads out of them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from coparent.errors import CoparentError
from coparent.text.patterns import compile_later

FOLDER = "templates"
SUFFIX = ".j2"
"""What the name of every template ends in."""
THEME = "theme.css"
BUILTIN = "builtin"
"""What a template calls the folder of the shipped ones, even where one beside the plans has the same name."""
UNPRINTABLE = compile_later("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What would move the cursor of whoever reads a template or a paper, or turn the text round."""
LARGEST = 1 << 18
"""How many bytes a file in `templates/` may have."""


@cache
def shipped_folder() -> Path:
    """The folder of the shipped templates: in the package where it is installed, beside it in a clone."""
    package = Path(__file__).absolute().parents[1]
    within = package / FOLDER
    return within if within.is_dir() else package.parent / FOLDER


def own_folder(plans: Path) -> Path | None:
    """The folder of a user's own templates, beside the plans; None if there is none, or it is the shipped one.

    Raises CoparentError if it is a link that leads out of the folder that holds the plans, or to one that holds them.
    """
    own = plans.absolute().parent / FOLDER
    if not own.is_dir() or own.resolve() == shipped_folder().resolve():
        return None
    beside, target = plans.resolve().parent, own.resolve()
    if target == beside or not target.is_relative_to(beside):
        raise CoparentError(
            f"{FOLDER}/ is a link that leads out of the folder that holds {plans.name}/",
            "put the templates themselves there",
        )
    return own


def names_below(folder: Path) -> Iterator[str]:
    """The names of the templates in a folder, as an `extends`, an `include` or an `import` writes them."""
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        yield path.relative_to(folder).as_posix()


def replaces_parts(own: Path) -> bool:
    """Whether a template in a folder stands in place of a part that shipped templates share."""
    return any("/" in name and (shipped_folder() / name).is_file() for name in names_below(own))


def read_file(path: Path, shown: str, folder: Path) -> str:
    """The text of a file in a folder of templates. Raises CoparentError if it lies elsewhere or cannot be read."""
    if not path.resolve().is_relative_to(folder.resolve()):
        raise CoparentError(f"{shown}: this link leads out of {FOLDER}/", "put the file itself there")
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CoparentError(f"{shown}: this file cannot be read: {reason}", "check who may read it") from None
    if len(content) > LARGEST:
        raise CoparentError(f"{shown}: this file is too large: {LARGEST >> 10} KiB is the most")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise CoparentError(f"{shown}: this file is not written in UTF-8", "save it as UTF-8") from None
    if found := UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise CoparentError(
            f"{shown}:{line}: this line holds a character that cannot be seen, U+{ord(found[0]):04X}",
            "delete it, or type the line again",
        )
    return text
