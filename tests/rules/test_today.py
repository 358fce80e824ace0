"""Only a day that no calendar has reached yet is in the future."""

from datetime import date

from coparent.checking import check
from coparent.workspace import assemble
from tests.workspaces import AS_AT, lay_over

PLAN = """\
actions:
  - id: a1
    title: Open two homes
    updates:
      - {on: 2026-12-31, stage: in-progress, summary: Both are bought.}
"""


def _finds_the_future(as_at: date, today: date | None) -> bool:
    texts = lay_over({"plan": PLAN})
    report = check(assemble(texts, as_at, today=today), texts)
    return any(found.rule == "date-in-future" for found in report.diagnostics)


def test_what_is_later_than_the_day_judged_for_but_not_than_today_is_clean() -> None:
    assert not _finds_the_future(AS_AT, today=date(2027, 1, 1))


def test_what_is_later_than_today_but_not_than_the_day_judged_for_is_clean() -> None:
    assert not _finds_the_future(date(2027, 1, 1), today=AS_AT)


def test_what_is_later_than_both_is_flagged() -> None:
    assert _finds_the_future(AS_AT, today=date(2026, 12, 30))


def test_without_a_calendar_the_day_judged_for_is_today() -> None:
    assert _finds_the_future(AS_AT, today=None)
