"""Texts that hold personal data, and texts that only look as if: made from templates, the same ones every time.

No number is anybody's. NHS numbers are of the test range 999, pupil numbers of a school 0000, learner numbers just
below the one kept for "unknown", National Insurance numbers of the prefix NC (which only ever ended in M or F),
telephone numbers of Ofcom's range for drama, postcodes of an area that there is not. Innocent numbers of ten digits are
chosen to pass the checksum of an NHS number or of a learner number: those are what digits alone would accuse.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from coparent.checking import Report
from coparent.diagnostics import Diagnostic
from coparent.reporters.style import location_of
from tests.workspaces import judge_texts, lay_over

FAMILY = ("personal-data", "contact-details", "identifying-detail")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_TOWNS = ("Harlow", "Basildon", "Chelmsford", "Colchester", "Clacton", "Braintree")
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the corpus, and the value that must be found in it; none in an innocent one."""

    text: str
    value: str = ""
    rule: str = ""


def nhs_number(random: Random) -> str:
    """A number of the test range 999, with its check digit."""
    while True:
        first = f"999{random.randrange(1_000_000):06}"
        check = 11 - sum(int(digit) * weight for digit, weight in zip(first, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            return f"{first}{check % 11}"


def pupil_number(random: Random) -> str:
    """A check letter, and a number of a school that there is not."""
    rest = f"881000026{random.randrange(1_000):03}"
    return _LETTERS[sum(int(digit) * place for place, digit in enumerate(rest, 2)) % 23] + rest


def learner_number(random: Random) -> str:
    """A number just below the one that is kept for "unknown"."""
    while True:
        number = f"99999{random.randrange(100_000):05}"
        if _is_learner_number(number):
            return number


def insurance_number(random: Random) -> str:
    """Of a prefix that was never given to anybody with this last letter."""
    return f"NC{random.randrange(1_000_000):06}{random.choice('ABCD')}"


def birthday(random: Random) -> str:
    """A day in one of the forms that people write."""
    day, month, year = random.randint(13, 28), random.randint(1, 10), random.randint(2004, 2019)
    return random.choice(
        (
            f"{day}/{month:02}/{year}",
            f"{day}.{month}.{year % 100:02}",
            f"{year}-{month:02}-{day}",
            f"{day} {_MONTHS[month - 1]} {year}",
            f"{day}th {_MONTHS[month - 1][:3]} {year}",
            f"{_MONTHS[month - 1]} {day}, {year}",
        )
    )


def unlucky_number(random: Random) -> str:
    """Ten digits, no person's, that pass a checksum by chance."""
    while True:
        number = f"45{random.randrange(10**8):08}"
        if _passes_as_nhs_number(number) or _is_learner_number(number):
            return number


def _passes_as_nhs_number(number: str) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(number, range(10, 0, -1), strict=True)) % 11 == 0


def _is_learner_number(number: str) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(number, range(10, 0, -1), strict=True)) % 11 == 10


def _spaced(number: str, between: str = " ") -> str:
    return between.join((number[:3], number[3:6], number[6:]))


def _in_pairs(number: str) -> str:
    return f"{number[:2]} {number[2:4]} {number[4:6]} {number[6:8]} {number[8]}"


def _full_width(number: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() or sign.isalpha() else sign for sign in number)


def _compact_birthday(random: Random) -> str:
    day, month, year = random.randint(13, 28), random.randint(1, 10), random.randint(2004, 2019)
    return random.choice((f"{day}{month:02}{year}", f"{year}{month:02}{day}", f"{day}{month:02}{year % 100:02}"))


def _dashed_birthday(random: Random) -> str:
    day, month, year = random.randint(13, 28), random.randint(1, 10), random.randint(2004, 2019)
    between = random.choice((" / ", "\u2013", " \u2014 ", "_", " . ", "\u2011"))
    return f"{day}{between}{month:02}{between}{year}"


def _telephone(random: Random) -> str:
    last = f"{random.randrange(1_000):03}"
    return random.choice(
        (f"01632 960{last}", f"01632 960 {last}", f"(01632) 960{last}", f"07700 900{last}", f"07700900{last}",
         f"+44 7700 900{last}", f"+44 (0)1632 960{last}", f"020 7946 0{last}", f"0113 496 0{last}")
    )  # fmt: skip


def _address(random: Random) -> str:
    number = f"{random.randint(1, 240)}{random.choice(('', 'a', 'B'))}"
    road = random.choice(("Elm Road", "Mill Lane", "The Chase", "St Mary's Close", "Station Way"))
    return f"{number} {road}, {random.choice(_TOWNS)} YY{random.randint(1, 9)} {random.randint(1, 9)}YY"


def _email(random: Random) -> str:
    name = random.choice(("k.smith", "team", "pa_north"))
    return f"{name}{random.randint(1, 99)}@example.{random.choice(('org', 'co.uk'))}"


Maker = Callable[[Random], str]

_NHS: tuple[str, ...] = (
    "The child's NHS number is {} and the first check is booked.",
    "NHS no. {}",
    "NHS No: {}, seen twice",
    "NHS number:{}",
    "Passport given (NHS {})",
    "Seen on {month} 3, NHS number {}.",
    "{} (NHS number) has no dentist",
    "{} is the NHS number of the boy who waits longest",
    "Patient {} waits for an answer",
    "nhs number {} again",
    "Purchase order 4500123456 is for the child with NHS number {}",
    "NHS# {}",
    "N.H.S. number {}",
    "NHS ref {}",
    "NHS ref: {} has moved",
    "NHS reference {}, no dentist yet",
    "N H S number {}",
    "On 12/03/2026 NHS number {} 12 days late",
)
_NHS_SPACED = ("Ask about {} at the next meeting.", "{} has moved home", "The case of {}: no dentist yet")
_UPN = (
    "UPN {}", "The pupil's UPN is {}.", "Unique Pupil Number: {}", "{} moved school in {month}",
    "pupil number {} has no plan", "Exclusion of {} was withdrawn", "UPNs: {}",
)  # fmt: skip
_ULN = ("ULN {}", "ULN: {}, on a course since {month}", "Unique Learner Number {}", "learner number {}", "{} (ULN)")
_NINO = (
    "NI number {}",
    "National Insurance number: {}",
    "Her NINO is {}",
    "NI no. {} came in {month}",
    "{} (National Insurance)",
    "National Insurance No. {}",
    "NI {}",
    "NI: {} has no account",
    "N.I. {}",
    "NINO ref {}",
)
_NINO_SPACED = ("Payslip for {} was late", "{} has no bank account")
_BIRTH = (
    "DOB {}",
    "DOB: {}, placed in {month}",
    "d.o.b. {}",
    "Date of birth: {}",
    "date of birth {}",
    "The boy (born {}) moved twice.",
    "DoB (child): {}",
    "date-of-birth: {}",
    "Born: {}",
    "She was born on {} and came into care in {month}.",
    "{} (date of birth)",
    "date of birth (as told): {}",
    "born {}",
    "His birthday is {}",
    "K, born {}, waits for a dentist",
    "{} is her date of birth",
    "She was born in Colchester on {}.",
    "born in Southend-on-Sea, {}",
    "a boy born at Broomfield Hospital on {} waits",
    "born in colchester on the {}",
    "DOB of the child: {}",
    "Date of birth (Sam): {}",
    "D-O-B {}",
    "Name | DOB | School\nSam | {} | Elm Primary",
    "| Name | Date of birth |\n|---|---|\n| Sam | {} |",
    "| Name | Date of birth | Review |\n|---|---|---|\n| Sam | {} | yes |",
    "Name\tDOB\nSam\t{}",
    "Name, Date of birth, Town\nSam, {}, Harlow",
)
_BIRTH_COMPACT = ("DOB {}", "DOB: {} placed in {month}", "date of birth {}", "born {}", "Born on {} in {town}")

_INNOCENT: tuple[str, ...] = (
    "Purchase order {ten} was raised for two homes.",
    "PO {ten} is closed",
    "P.O. {ten}, {ten} and {ten} are for furniture",
    "The NHS invoice {ten} was paid in {month}.",
    "Invoice no. {ten} from the NHS trust is disputed",
    "UPRN {ten}",
    "UPRNs {ten} and {ten} are empty homes in {town}",
    "Property reference {ten} has three bedrooms.",
    "The property at UPRN: {ten} is let to a care leaver",
    "Budget code {ten} holds £{pounds} for 2026/27.",
    "Cost centre {ten}",
    "£{ten} is what England spends",
    "Contract {ten} with NHS Mid and South Essex runs to {month} 2027",
    "Account {ten} is where young people's savings go",
    "Tender {ten} closes on 12 {month} 2027",
    "Grant reference {ten}, agreed by the panel",
    "ISBN {ten}",
    "Charity no. {ten}",
    "VAT registration {ten}",
    "See https://example.org/reports/{ten} for the figures",
    "{ten}",
    "The number {ten} stands on the form.",
    "Item {ten} of the ledger",
    "Case {ten} in the council's system is closed",
    "Meter MPRN {ten} at the new home",
    "Serial {ten} on the laptop given to a care leaver",
    "NHS England asked for the return under reference {ten}.",
    "We match NHS numbers weekly; purchase order {ten} pays for it.",
    "We match NHS numbers weekly. {ten} rows were sent",
    "All UPNs are checked under contract {ten}",
    "Purchase order {spaced}",
    "Invoice {spaced} was paid in {month}",
    "Budget line {spaced} (purchase order)",
    "Order {upn} was delivered in {month}",
    "Asset {upn} is a minibus",
    "Contract {nino} ends in {month} 2027",
    "Paper {nino}, agenda item 4",
    "Reference {pairs} on the ledger",
    "NHS numbers are held for {percent}% of children on 31 March 2027",
    "UPN and ULN are held for {percent}% of {count} children",
    "National Insurance numbers come to young people at 15 and three quarters",
    "Childline is 0800 1111, day and night.",
    "Call 0808 157 0{three}",
    "Ring 0300 123 0{three} or 03069 990{three}",
    "Samaritans: 116 123. Emergency: 999. Health: 111. Police: 101.",
    "County Hall, Market Road, Chelmsford CM1 1QH",
    "PO Box 11, County Hall, Chelmsford CM1 1QH",
    "Floor 2, County Hall, Chelmsford CM1 1QH",
    "The drop-in is at {town} Library, YY1 1YY",
    "Paper PAF/{two}/26 went to scrutiny on 14 {month} 2026",
    "Minute {two} of 12 {month} 2026, CAB/2026/0{two}",
    "FP/{three}/04/26 is the forward plan's reference",
    "Children aged 9 to 12 in {town}",
    "Young people aged 16 and 17 in {town} who are homeless",
    "Care leavers aged 18 to 25 at {town} College",
    "Children aged 5 in {town} schools read together",
    "Everyone aged 16 or over in {town}",
    "Homes for {two} young people aged 16+ in {town}",
    "A child aged 5 to 10 has a check every year",
    "Children born between 1 September 2010 and 31 August 2011",
    "Children born on or after 1 {month} 2011",
    "Babies born before 31 March 2027 in {town}",
    "Every child born on 1 September 2014 or later starts school in 2019",
    "Children born on 1 September 2014 start school in 2019",
    "Everyone born 1 September 2010 to 31 August 2011 sits GCSEs in 2027",
    "The service was born on 1 {month} 2019",
    "Date of birth is checked at every review from 1 {month} 2027.",
    "Dates of birth are recorded by 31 {month} 2027 for all",
    "Birth families were asked on 12 {month} 2026",
    "The strategy was agreed on 12 {month} 2022, and its third birthday is celebrated",
    "From 1 April 2026 to 31 March 2027 we opened {two} homes",
    "Figures for 2021, 2022, 2023, 2024 and 2025: 1081, 1118, 1163, 1152 and 1141",
    "Two children's homes open in {month}; five children in ten move",
    "One in five children went missing from care in 2025",
    "Fewer than five young people are in custody at any time",
    "No more than two children are excluded in a year",
    "Exclusions of {percent} children were looked at",
    "{percent} children went missing from care {count} times",
    "Two children were left out, excluded from the count",
    "After each missing episode one child talks to a person they chose",
    "Child A&E visits fell by {percent}%",
    "Each child at Level 2 or above",
    "The Children's Plan B is ready",
    "Report to info at example dot org",
    "Follow @essexcares for news",
    "Room 12, Floor 3, {town}",
    "Scored 0 10 20 30 40 50 on the scale",
    "The grid reference is TL 7070 0680 70",
    "Version 2.10.12.2026",
    "Ring-fenced grant {ten}",
    "Tender notice 026521-2024, Find a Tender",
    "Find a Tender 026521-2024",
    "IBAN GB29 NWBK 6016 1331 9268 19",
    "Between 01-04-2026 31-03-2027",
    "01.04.2026 - 31.03.2027",
    "The DOB field was added 12/03/2026",
    "The idea, born on 12 March 2022 at a workshop, grew",
    "Children's homes: 5 children placed, 0 missing",
    "Train two young people to run missing return talks",
    "Two young people with experience of custody advise the panel",
    "The 10-year-old contract in {town}",
    "If a child aged 12 from {town} moves school, we pay the bus",
    "Grade 2 {town} College YY1 1YY",
    "By {month} 2027 {town} Council, YY1 1YY",
    "Reduce exclusions to two children a year",
    "Three young people join the custody panel",
    "Two care leavers advise the police on missing protocols",
    "We train three girls to run missing return talks",
    "Two boys told the board what exclusion means",
    "One child talks to a person they chose after each missing episode",
    "Missing return talks are run by two young people",
    "Four young people wrote the exclusions guide",
    "No more than three children are missing at once",
    "Homes open in {town} (3), Basildon (4) and Colchester (2)",
    "{town} (9), Harlow (12) and Clacton (4) have a home",
    "In {month}, 9, from {town}",
    "Priority 2, 9 from {town}",
    "Outcomes 3, 9 and 12 in {town}",
    "Three boys joined the football club. Nobody was excluded",
    "Two girls moved school; exclusions fell by {percent}%",
    "450.123.4563",
    "Reference 450/123/4563, agenda item 4",
    "Purchase order 450/123/4563",
    "NHS invoice ref {ten}",
    "Version 450.123.4563 of the form",
    "Rows 412 530 4120 3000",
    "In NI {ten} rows were read",
    "Order no. 03022011 was paid",
    "Born leaders met on 12/03/2026",
    "A plan born in {town} on 12 {month} 2022 grew",
    "Children born in {town} on 1 September 2014 start school in 2019",
    "She was born in {town} and moved on 3 {month} 2026",
    "| Name | Date | Review |\n|---|---|---|\n| Home | 12/03/2026 | 3/4/2027 |",
    "The service was born in {town} on 12 {month} 2019",
    "We saw 12 children walk in the park in {town} yy1 1yy",
    "county hall, market road, chelmsford cm1 1qh",
    "12 people meet at {town} library yy1 1yy",
    "Two homes for children, and the custody suite, were inspected",
    "[the form](https://example.org/a/01632960123)",
    "Grade 4, 9 from {town} passed",
    "Date of birth is a field of the form. Sent on 12/03/2026",
    "Up to three girls may be excluded from the trial",
    "Five children's offences were looked at by nobody",
    "Three brothers live in one home; none of them is missing",
    "Three siblings, none of them missing school, moved",
    "Ages 0 1 2 3 4 5 6 7 8 9 10",
)
_GUILTY_CONTACTS = (
    "Write to {email} by {month}",
    "Ring {phone} to book",
    "Tel: {phone}",
    "{email}",
    "The worker's mobile is {phone}.",
    "A place at {address} is ready",
    "Lives at {address}",
    "{address}",
    "[write to us](mailto:{email})",
    "mailto:{email}?subject=A place",
    "tel:{phone}",
    "[ring](tel:{phone}) to book",
    "a home at {small_address}",
    "{small_address}",
    "Ring {slashed_phone} to book",
    "WRITE TO {email}",
)
_GUILTY_DETAILS = (
    "Child {initial} moved to a new school",
    "Young person {initial} told the panel",
    "A boy aged {age} from {town} waits",
    "A {age}-year-old girl at {town} High School told us",
    "In {town} a child aged {age} has no dentist",
    "Sam, aged {age}, moved from {town}",
    "{few} children were permanently excluded this term",
    "{few} young people are in custody",
    "an offence by {few} children was recorded",
    "{few} girls became pregnant",
    "{few} children went missing in {month}",
    "Missing from care: {few} children",
    "{few} girls were excluded last week",
    "{few} boys from {town} were arrested",
    "{few} care leavers are in prison",
    "Last week {few} of the girls at the home committed offences",
    "{few} young people had 12 missing episodes",
    "There were missing episodes for {few} children in {month}",
    "{few} girls, both new to {town}, are pregnant",
    "Custody was given to {few} young men",
    "We know that {few} care leavers are pregnant or parents",
    "{few} boys got excluded",
    "{few} pupils received fixed-term exclusions",
    "{few} 15-year-old boys were remanded to custody",
    "Both girls went missing",
    "A couple of boys were convicted",
    "Excluded last week: {few} girls",
    "{few} {town} girls ran away and were missing for days",
    "An offence was recorded against {few} young people",
    "{few} o\ufb00ences: no. {few} children were convicted of o\ufb00ences",
    "Ann, 9, from {town}",
    "Ann, {age}, from {town}, waits",
    "Jayden ({age}) lives in {town}",
    "Kye, {age}, who lives in {town}",
    "In {town} Sarah, {age}, has no dentist",
    "Sam is {age} and goes to {town} High School",
    "{age}-year-old Ann from {town} waits",
    "Ann, nine, from {town}",
    "A {age} year old girl from {town} told us",
)


def innocent(seeds: int = 4) -> Iterator[Text]:
    """Texts with nothing of any person in them."""
    for seed in range(seeds):
        for number, template in enumerate(_INNOCENT):
            random = Random(f"innocent {seed} {number}")  # noqa: S311
            yield Text(_fill(template, random))


def guilty(seeds: int = 4) -> Iterator[Text]:
    """Texts that hold a number of a person or a date of birth."""
    spaced = (lambda random: _spaced(nhs_number(random)), lambda random: _spaced(nhs_number(random), "-"))
    signs = (
        ".",
        "/",
        "\u2014",
        " \u2013 ",
        "\t",
        "\u200b",
        "\u00ad",
        " - ",
        "\u00a0",
        "_",
        ", ",
        "\u2060",
        "\n",
        "\n    ",
        " / ",
        "\u2009",
        "\u202f",
        "\u2011",
        "  ",
        "\u2212",
        "\u034f",
        "\ufe0f",
        ". ",
        ":",
        "|",
    )
    unseen = [
        *(lambda random, sign=sign: _spaced(nhs_number(random), sign) for sign in signs),
        lambda random: _full_width(nhs_number(random)),
        lambda random: _full_width(_spaced(nhs_number(random))),
        lambda random: "\u200b".join(nhs_number(random)),
        lambda random: "\u0332".join(nhs_number(random)) + "\u0332",
    ]
    makers: list[tuple[tuple[str, ...], tuple[Maker, ...]]] = [
        (_NHS, tuple(unseen)),
        (_UPN, (lambda random: _full_width(pupil_number(random)), lambda random: "\u00ad".join(pupil_number(random)))),
        (
            _UPN[:3],
            (lambda random: "/".join((lambda number: (number[:4], number[4:8], number[8:]))(pupil_number(random))),),
        ),
        (
            _ULN,
            (lambda random: _full_width(learner_number(random)), lambda random: _spaced(learner_number(random), ".")),
        ),
        (
            _NINO,
            (lambda random: _full_width(insurance_number(random)), lambda random: insurance_number(random).lower()),
        ),
        (_NINO, (lambda random: _in_pairs(insurance_number(random)).replace(" ", random.choice(".-/\u2014")),)),
        (_BIRTH, (_dashed_birthday,)),
        (_BIRTH_COMPACT, (_compact_birthday, lambda random: _full_width(_compact_birthday(random)))),
        (_NHS, (nhs_number, *spaced)),
        (_NHS_SPACED, spaced),
        (_UPN, (pupil_number,)),
        (_ULN, (learner_number,)),
        (_NINO, (insurance_number, lambda random: _in_pairs(insurance_number(random)))),
        (_NINO_SPACED, (lambda random: _in_pairs(insurance_number(random)),)),
        (_BIRTH, (birthday,)),
    ]
    yield from _make(makers, seeds, "personal-data")


def contacts_and_details(seeds: int = 3) -> Iterator[Text]:
    """Texts that say how to reach somebody, or describe a child."""
    for rule, templates in (("contact-details", _GUILTY_CONTACTS), ("identifying-detail", _GUILTY_DETAILS)):
        yield from _make([(templates, (lambda _: "",))], seeds, rule)


def _make(makers: list[tuple[tuple[str, ...], tuple[Maker, ...]]], seeds: int, rule: str) -> Iterator[Text]:
    for templates, values in makers:
        for seed in range(seeds):
            for number, template in enumerate(templates):
                random = Random(f"{rule} {seed} {number} {template}")  # noqa: S311
                value = values[(seed + number) % len(values)](random)
                yield Text(_fill(template.replace("{}", value), random), value, rule)


def _fill(template: str, random: Random) -> str:
    """The template with every word in braces made up anew each time it stands there."""
    makers: dict[str, Callable[[], str]] = {
        "ten": lambda: unlucky_number(random),
        "spaced": lambda: _spaced(nhs_number(random)),
        "upn": lambda: pupil_number(random),
        "nino": lambda: insurance_number(random),
        "pairs": lambda: _in_pairs(insurance_number(random)),
        "month": lambda: random.choice(_MONTHS),
        "town": lambda: random.choice(_TOWNS),
        "pounds": lambda: f"{random.randrange(1_000, 9_000_000):,}",
        "percent": lambda: str(random.randint(21, 99)),
        "count": lambda: f"{random.randint(1_000, 9_999):,}",
        "two": lambda: str(random.randint(10, 99)),
        "three": lambda: str(random.randint(100, 999)),
        "phone": lambda: _telephone(random),
        "slashed_phone": lambda: f"07700/900{random.randrange(1_000):03}",
        "small_address": lambda: _address(random).lower(),
        "email": lambda: _email(random),
        "address": lambda: _address(random),
        "initial": lambda: random.choice("ABCDEFGHJKLMNPRSTWXYZ"),
        "age": lambda: str(random.randint(6, 17)),
        "few": lambda: random.choice(("2", "3", "Two", "three", "Four", "5")),
    }
    text = template
    for name, make in makers.items():
        while f"{{{name}}}" in text:
            text = text.replace(f"{{{name}}}", make(), 1)
    return text


@dataclass(frozen=True, slots=True)
class CheckedCorpus:
    """A corpus that was checked in one run: each text with what the family finds in it, and the whole report."""

    found: tuple[tuple[Text, tuple[Diagnostic, ...]], ...]
    report: Report


@dataclass(frozen=True, slots=True)
class Counts:
    """How the corpus went: innocent texts and those of them accused, guilty texts and those of them missed."""

    innocent: int
    accused: int
    guilty: int
    missed: int


def count() -> Counts:
    """Check the whole corpus by the rule personal-data, for the benchmark to report."""
    innocents, guilties = check_corpus(list(innocent())), check_corpus(list(guilty()))
    accused = sum(_is_found(found) for _, found in innocents.found)
    missed = sum(not _is_found(found) for _, found in guilties.found)
    return Counts(len(innocents.found), accused, len(guilties.found), missed)


def _is_found(found: tuple[Diagnostic, ...]) -> bool:
    return any(diagnostic.rule == "personal-data" for diagnostic in found)


def check_corpus(texts: list[Text]) -> CheckedCorpus:
    """Put each text into a file of its own: by turns as a value, a folded value, a comment, a comment after a value."""
    files = {f"plans/{number:04}.yaml": _write(number, text.text) for number, text in enumerate(texts)}
    report = judge_texts({**lay_over({}), **files})
    by_path: dict[str, list[Diagnostic]] = {path: [] for path in files}
    for diagnostic in report.diagnostics:
        if diagnostic.rule in FAMILY:
            by_path[location_of(diagnostic).path].append(diagnostic)
    return CheckedCorpus(tuple((text, tuple(by_path[path])) for text, path in zip(texts, files, strict=True)), report)


def _write(number: int, text: str) -> str:
    quoted = '"' + text.replace('"', '\\"').replace("\n", "\\n") + '"'
    head = f"kind: plan\nid: plan-{number}\ntitle: A plan\norganisation: ecc\nstatus: draft\n"
    lines = text.split("\n")
    folded = f"{head}summary: >-\n" + "".join(f"  {word}\n" for word in text.split(" "))
    literal = f"{head}summary: |-\n" + "".join(f"  {line}\n" for line in lines)
    comments = "".join(f"# {line}\n" for line in lines)
    ways = (
        f"{head}summary: {quoted}\n",
        folded if len(lines) == 1 else literal,
        f"{comments}{head}",
        f"{head}summary: A word # {text}\n" if len(lines) == 1 else f"{head}{comments}",
    )
    return ways[number % len(ways)]
