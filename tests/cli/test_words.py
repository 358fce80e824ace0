"""The words that options take are those of the rooms that know what they mean."""

from typing import get_args

import pytest

from coparent.cli import coverage, render
from coparent.cli import list as list_
from coparent.coverage import GOAL_KINDS
from coparent.schema.kinds import KINDS, FileKind
from coparent.tables import coverage as coverage_tables
from coparent.tables.lists import LISTS
from coparent.workspace.audience import Audience


@pytest.mark.parametrize(
    ("offered", "known"),
    [
        (get_args(FileKind), KINDS),
        (get_args(coverage.Format), coverage_tables.FORMATS),
        (get_args(coverage.By), (*GOAL_KINDS, "organisation")),
        (list_.LISTED, LISTS),
        (render.AUDIENCES, Audience),
    ],
    ids=["kinds of file", "formats of coverage", "what coverage is by", "lists", "audiences"],
)
def test_what_an_option_offers_is_all_there_is(offered: tuple[str, ...], known: tuple[str, ...]) -> None:
    assert offered == tuple(known)
