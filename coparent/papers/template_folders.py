"""The folders that templates lie in: the shipped one, and `templates/` beside the plans; no link leads out of them."""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from coparent.errors import CoparentError
from coparent.text.file_reading import is_folder, is_link, read_ordinary, real_path
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
MOST_FILES = 2_000
"""How many files and folders may lie in `templates/`."""


@cache
def shipped_folder() -> Path:
    """The folder of the shipped templates: in the package where it is installed, beside it in a clone."""
    package = Path(__file__).absolute().parents[1]
    within = package / FOLDER
    return within if within.is_dir() else package.parent / FOLDER


def own_folder(plans: Path) -> Path | None:
    """The folder of a user's own templates, beside the plans; None if there is none, or it is the shipped one.

    Raises CoparentError if it is a link that leads nowhere, or to where templates could show what no paper may: out of
    the folder that holds the plans, to that folder itself, to the plans or to a hidden folder.
    """
    holder = plans.absolute().parent
    own = holder / FOLDER
    if not is_folder(own):
        if is_link(own):
            raise CoparentError(f"{FOLDER}/ is a link that leads nowhere", "put the templates themselves there")
        return None
    target, top = real_path(own), real_path(holder)
    if target == real_path(shipped_folder()):
        return None
    if reason := _why_not_templates(target, top, plans):
        raise CoparentError(f"{FOLDER}/ is a link {reason}", "put the templates themselves there")
    return own


def _why_not_templates(target: Path, top: Path, plans: Path) -> str:
    """Why a folder must not be read as templates; "" if it may."""
    if not target.is_relative_to(top):
        return f"that leads out of the folder that holds {plans.name}/"
    below_plans = target.is_relative_to(real_path(plans))
    if below_plans or real_path(plans).is_relative_to(target) or top.is_relative_to(target):
        return f"to {plans.name}/, or to a folder that holds it"
    if _is_hidden(target, top):
        return "to a hidden folder"
    return ""


def _is_hidden(path: Path, folder: Path) -> bool:
    """Whether a file, or a folder it lies in, has a name that starts with a dot, as .git has."""
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def files_in(folder: Path) -> Sequence[Path]:
    """What lies in a folder of templates, by name, but for names that start with a dot; nothing if there is no folder.

    Raises CoparentError if nobody may look into it, or it holds too much.
    """
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, MOST_FILES + 1)]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CoparentError(
            f"cannot look into {folder.as_posix()}: {reason}", "check who may read the folder"
        ) from None
    if len(names) > MOST_FILES:
        raise _too_many(folder)
    return [folder / name for name in sorted(names) if not name.startswith(".")]


def files_below(folder: Path) -> Iterator[Path]:
    """The files in a folder of templates and in those below it; no link to a folder is followed.

    Raises CoparentError as `files_in` does.
    """
    folders, found = [folder], 0
    while folders:
        for path in files_in(folders.pop()):
            found += 1
            if found > MOST_FILES:
                raise _too_many(folder)
            if is_folder(path):
                if not is_link(path):
                    folders.append(path)
            else:
                yield path


def names_below(folder: Path) -> Sequence[str]:
    """The names of the templates in a folder, as an `extends`, an `include` or an `import` writes them."""
    return sorted(path.relative_to(folder).as_posix() for path in files_below(folder) if path.suffix == SUFFIX)


def _too_many(folder: Path) -> CoparentError:
    return CoparentError(
        f"there are more than {MOST_FILES:,} files and folders in {folder.as_posix()}",
        "take out of it what is no template",
    )


def refuse_link_out(path: Path, shown: str, folder: Path) -> None:
    """Raise CoparentError for a link that leads out of a folder of templates, or to a hidden file in it."""
    target, top = real_path(path), real_path(folder)
    if not target.is_relative_to(top) or _is_hidden(target, top):
        raise CoparentError(f"{shown}: this link leads out of {FOLDER}/", "put the file itself there")


def replaces_parts(own: Path) -> bool:
    """Whether a template in a folder stands in place of a part that shipped templates share."""
    return any("/" in name and (shipped_folder() / name).is_file() for name in names_below(own))


def read_file(path: Path, shown: str, folder: Path) -> str:
    """The text of a file in a folder of templates. Raises CoparentError if it lies elsewhere or cannot be read."""
    refuse_link_out(path, shown, folder)
    try:
        content = read_ordinary(path, LARGEST + 1)
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
