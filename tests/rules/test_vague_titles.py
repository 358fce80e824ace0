"""vague-action accuses the titles that councils write when nobody could see the work done, and no others."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.workspaces import judge_texts, lay_over

TITLES = Path(__file__).with_name("action-titles.txt")


def _titles() -> Iterator[tuple[str, str]]:
    for line in TITLES.read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r"\[([a-z ]*)\] (.+)", line):
            yield found[2], found[1]


def test_a_title_is_accused_of_how_it_opens_and_of_nothing_else() -> None:
    expected = dict(_titles())
    assert min(list(expected.values()).count(""), sum(map(bool, expected.values()))) > 45
    actions = [{"id": f"a{number}", "title": title} for number, title in enumerate(expected)]
    report = judge_texts(lay_over({"plan": yaml.safe_dump({"actions": actions}, allow_unicode=True)}))
    found = {
        actions[int(str(finding.spot.place.route[1]))]["title"]: finding.message
        for finding in report.diagnostics
        if finding.rule == "vague-action"
    }
    openings = {title: found[title].partition(' opens with "')[2].partition('"')[0] for title in found}
    assert openings == {title: opening for title, opening in expected.items() if opening}
