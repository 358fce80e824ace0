"""The one way to say that some words are not a timescale."""


class NotATimescale(ValueError):  # noqa: N818 - it reads as what is wrong
    """Words that cannot be read, with what could be written instead.

    `message` fits after a field's name; every one of `offers` would be read; `hint` says what else to do,
    or is empty; `impossible_day` marks a day the calendar does not have, such as 30 February.
    """

    def __init__(
        self, message: str, offers: tuple[str, ...] = (), hint: str = "", *, impossible_day: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.offers = offers
        self.hint = hint
        self.impossible_day = impossible_day


def quote(words: str) -> str:
    """Words in quotation marks, cut where they would swamp the sentence around them."""
    return f'"{words}"' if len(words) <= 60 else f'"{words[:57]}..."'
