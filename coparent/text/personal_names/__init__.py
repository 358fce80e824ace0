"""Recognising a person's name among the names of roles, teams and places."""


def find_person(text: str) -> tuple[int, int] | None:
    """Where a person's name stands in a text; None where there is none."""
    # The lists of names are long, and most commands judge no role.
    from coparent.text.personal_names.detection import find_person as find

    return find(text)


def is_given(word: str) -> bool:
    """Whether a word, in small letters, is a given name of the United Kingdom."""
    from coparent.text.personal_names import lists

    return word in lists.GIVEN_NAMES


__all__ = ["find_person", "is_given"]
