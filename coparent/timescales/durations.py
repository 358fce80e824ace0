"""Lengths of time: "3 months", "6 weeks", "30 days", "1 year"."""

import re
from datetime import date, timedelta
from functools import lru_cache

from coparent.text.sentences import count
from coparent.timescales.calendars import add_months
from coparent.timescales.timescale import NotATimescale, quote
from coparent.values import frozen

_LONGEST_YEARS = 100
_MONTHS_IN = {"month": 1, "year": 12}
_DAYS_IN = {"day": 1, "week": 7}
_EXAMPLES = ("3 months", "6 weeks", "30 days")


@frozen
class Duration:
    """A length of time; months keep the day of the month where they can."""

    written: str
    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        return add_months(day, self.months) + timedelta(days=self.days)


@lru_cache(maxsize=256)
def parse_duration(written: str) -> Duration:
    """Parse a whole number of days, weeks, months or years; raises NotATimescale."""
    words = written.lower().split()
    if len(words) == 2 and re.fullmatch("[0-9]{1,5}", words[0]):
        number, unit = int(words[0]), words[1].removesuffix("s")
        months, days = number * _MONTHS_IN.get(unit, 0), number * _DAYS_IN.get(unit, 0)
        if max(months / 12, days / 366) > _LONGEST_YEARS:
            raise NotATimescale(f"{quote(written)} is longer than {_LONGEST_YEARS} years", (f"{_LONGEST_YEARS} years",))
        if unit in _MONTHS_IN or unit in _DAYS_IN:
            return Duration(written, months, days)
    raise NotATimescale(f"{quote(written)} is not a length of time", _offers(written.lower()))


def _offers(written: str) -> tuple[str, ...]:
    number = re.search("[0-9]{1,3}(?![0-9])", written)
    if number is None:
        return _EXAMPLES
    units = [unit for unit in ("day", "week", "month", "year") if re.search(rf"\b{number.group()} ?{unit[0]}", written)]
    return tuple(count(int(number.group()), unit) for unit in units or ("day", "week", "month"))
