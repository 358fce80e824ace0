"""Fields, values and files that the plan format does not know. schema/ and workspace/ do the finding."""

from typing import get_args

from coparent.rules.registry import Family
from coparent.schema.kinds import FileKind
from coparent.text.sentences import listing

_ERRORS = {
    "unknown-kind": f"""
    A file whose `kind` is none of {listing(get_args(FileKind))}.

    Why: nobody can tell what the file is for, so none of it is checked.
    Fix: write one of the kinds.

    Before:
        kind: delivery plan
    After:
        kind: plan
    """,
    "missing-field": """
    A field that every record of its sort must have is not there, or has nothing after it.

    Why: an action with no title, or an update with no day, cannot be put before anyone.
    Fix: add the line.

    Before:
        milestones:
          - title: Site agreed
    After:
        milestones:
          - title: Site agreed
            due: September 2026
    """,
    "unknown-field": """
    A field that no record of its sort has: most often misspelt, or standing in the wrong record.

    Why: what is written there would be read by nobody.
    Fix: write the name as suggested, move the line, or take it out.

    Before:
        titel: Open two homes
    After:
        title: Open two homes
    """,
    "wrong-type": """
    A list where text belongs, text where a list belongs, or something that is not a plain number.

    Why: the value cannot be counted, compared or printed.
    Fix: write it as the finding shows.

    Before:
        outcomes: o1
    After:
        outcomes: [o1]
    """,
    "unknown-value": """
    A field that has a few fixed values has another one.

    Why: stages and ratings are counted; one that is spelt its own way is counted nowhere.
    Fix: write one of the fixed values. The finding knows what councils often write, and what it means here. The units
    of a measure are percent, percentage-points, percent-change, count, number, rate-per-10000, ratio, days, weeks,
    months, pounds and score.

    Before:
        stage: completed
    After:
        stage: complete
    """,
    "out-of-range": """
    A number that makes no sense in its field, such as a likelihood of 6 out of 5.

    Why: a score off its scale spoils every comparison.
    Fix: write a number within the range.

    Before:
        likelihood: 6
    After:
        likelihood: 5
    """,
    "empty-text": """
    A text field, or an item of a list, with no text in it.

    Why: a blank looks like an answer to the reader of a paper.
    Fix: write the text, or take the field out.

    Before:
        success: ""
    After:
        success: Two homes are registered.
    """,
    "bad-id": """
    An id with capitals, spaces or signs in it.

    Why: ids are typed by hand and stand in web addresses; one spelling keeps them findable.
    Fix: write it in small letters, digits and single hyphens.

    Before:
        id: Home 02
    After:
        id: home-02
    """,
    "bad-date": """
    A day that cannot be read as a date, or that the calendar does not have.

    Why: nobody can be held to 30 February.
    Fix: write a real day, such as 31 March 2027.

    Before:
        due: 2026-02-30
    After:
        due: 2026-02-28
    """,
    "bad-timescale": """
    A timescale that does not say when: no year, two years, "early", "within six weeks".

    Why: an action whose date can be read two ways is late for one reader and on time for the other.
    Fix: write a day, a month, a quarter with its year, or one of the other forms.

    Before:
        due: Q3 2025
    After:
        due: Q3 2025/26
    """,
    "bad-link": """
    A link that leads nowhere: no address, two of them, not a web address, or a file that is not there.

    Why: evidence nobody can open is no evidence.
    Fix: give one of url, path and held_by, and write the whole address.

    Before:
        url: www.essex.gov.uk
    After:
        url: https://www.essex.gov.uk
    """,
    "no-strategy": """
    No file of kind strategy.

    Why: without goals nobody can see which of them is left out.
    Fix: add a file strategy.yaml with the strategy's priorities, outcomes and organisations.

    Before:
        plans/home.yaml is the only file
    After:
        plans/strategy.yaml stands beside it
    """,
    "second-strategy": """
    Two files of kind strategy.

    Why: plans would serve goals of two different strategies, and be counted for neither.
    Fix: keep one.

    Before:
        plans/strategy.yaml and plans/old/strategy.yaml
    After:
        plans/strategy.yaml
    """,
    "second-settings": """
    Two files of kind settings.

    Why: the same plan would be judged by two sets of rules.
    Fix: keep one.

    Before:
        plans/settings.yaml and plans/home/settings.yaml
    After:
        plans/settings.yaml
    """,
}

FAMILY = Family("shape")
FAMILY.pages(_ERRORS)
