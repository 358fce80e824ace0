"""Recognising a person's name among the names of roles, teams and places."""


def find_person(text: str) -> tuple[int, int] | None:
    """Where a person's name stands in a text; None where there is none."""
    # The lists of names are long, and most commands judge no role.
    from coparent.text.personal_names.detection import find_person as find

    return find(text)


def is_called(words: str) -> bool:
    """Whether one or two words end with a given name, or begin with one and do not name a place or a team."""
    from coparent.text.personal_names import lists

    *before, last = words.lower().split()
    return last in lists.GIVEN_NAMES or (
        bool(before) and before[0] in lists.GIVEN_NAMES and last not in lists.OTHER_WORDS
    )


__all__ = ["find_person", "is_called"]
