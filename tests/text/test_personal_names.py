"""A person's name is told from the names of roles, teams, homes and bodies, whoever wrote it and however."""

from pathlib import Path

import pytest

from coparent.text.personal_names import find_person
from coparent.text.personal_names.lists import BODIES, GIVEN_NAMES_OF_THINGS

PEOPLE = {
    "Jane Smith": "Jane Smith",
    "jane smith": "jane smith",
    "JANE SMITH": "JANE SMITH",
    "Jane A. Smith": "Jane A. Smith",
    "Mary Jane Wilson": "Mary Jane Wilson",
    "Jane Smith MBE": "Jane Smith",
    "Smith, Jane": "Smith, Jane",
    "Smith, J": "Smith, J",
    "Smith J": "Smith J",
    "J Smith": "J Smith",
    "J. Okonjo": "J. Okonjo",
    "A.B. Jones": "A.B. Jones",
    "A. B. Jones": "A. B. Jones",
    "Siân Jones": "Siân Jones",
    "Zoë O'Connor": "Zoë O'Connor",
    "Zoe O\N{RIGHT SINGLE QUOTATION MARK}Connor": "Zoe O\N{RIGHT SINGLE QUOTATION MARK}Connor",
    "Sarah-Jane Khan-Begum": "Sarah-Jane Khan-Begum",
    "Mohammed Ali": "Mohammed Ali",
    "Piotr Nowak": "Piotr Nowak",
    "Grace Okafor": "Grace Okafor",
    "Victoria Carter": "Victoria Carter",
    "Jane Wood": "Jane Wood",
    "Dr Patel": "Dr Patel",
    "Dr. A. Patel": "Dr. A. Patel",
    "Mrs. Jones": "Mrs. Jones",
    "mr smith": "mr smith",
    "Cllr Okonjo": "Cllr Okonjo",
    "Councillor Jane Smith": "Councillor Jane Smith",
    "Sir John Smith": "Sir John Smith",
    "Dr Anita Patel, designated doctor": "Dr Anita Patel",
    "Head of Fostering (Sarah Okafor)": "Sarah Okafor",
    "Head of Fostering: Jane Smith": "Jane Smith",
    "Jane Smith \N{EN DASH} Head of Fostering": "Jane Smith",
    "Jane Smith Head of Fostering": "Jane Smith",
    "Director Jane Smith": "Jane Smith",
    "led by Jane Smith": "Jane Smith",
    "Fostering and Jane Smith": "Jane Smith",
    "Jane Smith's team": "Jane Smith's",
    "Fiona Harrowby": "Fiona Harrowby",
    "Paul Frensham \N{EN DASH} CCG": "Paul Frensham",
    "Sarah Wield": "Sarah Wield",
    "FIONA HARROWBY": "FIONA HARROWBY",
    "HARROWBY, Fiona": "HARROWBY, Fiona",
    "Harrowby, Fiona": "Harrowby, Fiona",
    "SMITH, Jane": "SMITH, Jane",
    "J. Harrowby": "J. Harrowby",
    "Jane Harrowby (Head of Placements)": "Jane Harrowby",
    "Cllr Harrowby, Cabinet Member": "Cllr Harrowby",
    "Cllr Harrowby Cabinet Member": "Cllr Harrowby",
    "Jane Harrowby / Head of Homes": "Jane Harrowby",
    "Jane Harrowby/Tom Jones": "Jane Harrowby",
    "Jane & Tom": "Jane & Tom",
    "Jane and Tom": "Jane and Tom",
    "Jane S.": "Jane S.",
    "Jane S": "Jane S",
    "Jane Harrowby-Wield": "Jane Harrowby-Wield",
    "Anne-Marie O'Malloran": "Anne-Marie O'Malloran",
    "Siobhán O' Brien": "Siobhán O' Brien",
    "Jan van der Berg": "Jan van der Berg",
    "J. van der Berg": "J. van der Berg",
    "Maria da Silva": "Maria da Silva",
    "Fatima al-Sayed": "Fatima al-Sayed",
    "Omar bin Said": "Omar bin Said",
    "Mohammed Abdul Rahman": "Mohammed Abdul Rahman",
    "Balwinder Kaur": "Balwinder Kaur",
    "Priya Venkataraman": "Priya Venkataraman",
    "Iqra Mahamud": "Iqra Mahamud",
    "Chukwuemeka Ezenwa": "Chukwuemeka Ezenwa",
    "Ngozi Anyanwu": "Ngozi Anyanwu",
    "Kwame Boateng": "Kwame Boateng",
    "Tendai Moyo": "Tendai Moyo",
    "Fatou Jallow": "Fatou Jallow",
    "Agnieszka Wisniewska": "Agnieszka Wisniewska",
    "Zoltán Szabó": "Zoltán Szabó",
    "Ioana Radulescu": "Ioana Radulescu",
    "Wei Ling Tan": "Wei Ling Tan",
    "Rhys ap Gwilym": "Rhys ap Gwilym",
    "Eilidh Macaskill": "Eilidh Macaskill",
    "Head of Fostering Sarah Wield": "Sarah Wield",
    "Sarah Wield Head of Service": "Sarah Wield",
    "Sarah Wield Team Manager": "Sarah Wield",
    "Sarah Wield ECC": "Sarah Wield",
    "Sarah Wield's team": "Sarah Wield's",
    "DCI Jones": "DCI Jones",
    "Inspector Patel": "Inspector Patel",
    "Det Supt Sarah Wield": "Sarah Wield",
    "Grace Thornbury": "Grace Thornbury",
    "Lily Hartnell": "Lily Hartnell",
    "Victoria Hartnell": "Victoria Hartnell",
    "Mark Thompson": "Mark Thompson",
    "Will Carter": "Will Carter",
    "Jane Foster": "Jane Foster",
    "Tom Hill": "Tom Hill",
    "Claire Applegarth and team": "Claire Applegarth",
    "Team Manager, Claire Applegarth": "Claire Applegarth",
}

ROLES = Path(__file__).with_name("roles.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("text", "name"), PEOPLE.items())
def test_a_person_is_found(text: str, name: str) -> None:
    span = find_person(text)
    assert span is not None
    assert text[slice(*span)] == name


def test_nobody_is_found_in_roles_teams_services_and_places() -> None:
    accused = {text: find_person(text) for text in ("", " - ", *ROLES) if not text.startswith("#")}
    assert len(accused) > 400
    assert {text: span for text, span in accused.items() if span is not None} == {}


def test_nobody_is_found_in_a_building_that_bears_a_name() -> None:
    named = (f"{name.title()} {body.title()}" for name in GIVEN_NAMES_OF_THINGS for body in BODIES)
    assert [name for name in named if find_person(name) is not None] == []
