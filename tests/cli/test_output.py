"""All that the program prints, by every verb and in every format: without personal data, and never a command."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from coparent.reporters import FORMATS
from tests.conftest import Run, Write
from tests.workspaces import lay_over

DAY = ("--as-at", "2026-09-30")
SCORE = "likelihood: 2, impact: 3"
NUMBER = "450 123 4563"
FINDS = ("4501234563", "4563", "0987654321", "12032011", "kenning", "zedchild")
"""What of each secret would be known again, once spaces and signs are gone."""

CHECKS = [("check", "--show", "note", "--format", form) for form in FORMATS]
SHOWN = [
    *(("list", what, "--format", form) for what in ("actions", "measures") for form in ("text", "json", "csv")),
    ("list", "risks"),
    *(("list", what, "--format", "markdown") for what in ("actions", "measures", "organisations", "updates-due")),
    *(("coverage", "--format", form) for form in ("text", "json", "markdown", "csv")),
    *(("coverage", *more) for more in (("--matrix",), ("--by", "outcome"), ("--by", "organisation"))),
    *(("show", name, "--format", form) for name in ("a1", "m1", "o1") for form in ("text", "json", "markdown")),
    *(("render", "--template", "plan", "--to", form) for form in ("md", "html")),
    ("render", "--template", "committee-paper", "--context"),
    ("render", "--all", "--dry-run"),
]  # fmt: skip
FAILING = [
    ("show", "nowhere"),
    ("show", f"nhs-number-{NUMBER.replace(' ', '')}"),
    ("render", "nothing"),
    ("render", "--template", f"NHS {NUMBER}"),
    ("list", "--plan", f"NHS number {NUMBER}"),
    ("list", "--lead", "kenning@example.org"),
    ("check", f"plans/NHS {NUMBER}.yml"),
    ("check", "plans/nhs.yaml"),
    ("check", "-", "--stdin-name", "nhs.yaml"),
    ("coverage", "--fail-under", f"NHS number {NUMBER}=3"),
    ("--nhs-number-4501234563",),
]
MORE = [
    ("check", "-v"),
    ("check", "--diff"),
    ("check", "--statistics"),
    ("check", "--baseline", "b.json"),
    ("check", "--write-baseline", "new.json"),
    ("check", "--select", "no-due-date", "--format", "json"),
    ("check", "--ignore", "contact-details", "--show", "note", "--format", "json"),
    ("templates", "list"),
    ("templates", "check"),
]
BASELINE = json.dumps(
    {"format": 1, "findings": [f"unknown-kind NHS {NUMBER}/p kind", "x\n::error::NHS number 943 476 5919"]}
)


def _plans_with_secrets(*, broken: bool) -> dict[str, str]:
    texts = lay_over({
        "plan": f"""\
summary: The NHS number is {NUMBER}. Write to kenning@example.org.
reports_to: [board]
risks: [{{id: k1, title: 'Telephone 07987 654321', owner: Head of care, status: open, actions: [a1], {SCORE}}}]
actions:
  - id: a1
    title: See the boy with DOB 12/03/2011 and NHS number {NUMBER}
    outcomes: [o1]
    lead: Head of care, kenning@example.org
    due: March 2027
    measures: [m1]
    why: A girl aged nine from Zedchild Grove
""",
        "measures": f"""\
measures:
  - id: m1
    title: NHS number {NUMBER}
    unit: percent
    better: higher
    outcomes: [o1]
    readings: [{{period: 2025/26, value: 6, comparators: {{NHS number {NUMBER}: 4, County: 4501234563}}}}]
""",
        "paper": f"""\
id: nhs-number-{NUMBER.replace(" ", "")}
title: About NHS number {NUMBER}
template: plan
""",
    })  # fmt: skip
    texts[f"plans/NHS {NUMBER}/kenning@example.org.yaml"] = texts.pop("plans/paper.yaml")
    if broken:
        texts["plans/broken.yaml"] = f"kind: NHS {NUMBER}\nid: p\nnhs_{NUMBER}: DOB 12/03/2011\n"
    return texts


def _day_for(arguments: tuple[str, ...]) -> tuple[str, ...]:
    takes_day = arguments[0] in ("check", "list", "show", "coverage", "render") and "--all" not in arguments
    return DAY if takes_day else ()


def _written(ran_out: str, folder: Path) -> str:
    files = [path.read_text(encoding="utf-8") for path in folder.glob("*.*") if path.name not in ("b.json", "tool.py")]
    return "\n".join([ran_out, *files])


def _letters(text: str) -> str:
    text = re.sub(r"\\u00[0-9a-f]{2}|\\x[0-9a-f]{2}|&#?\w+;|%[0-9A-F]{2}|\x1b\[[0-9;]*m|</?\w[^<>]*>", "", text)
    return re.sub(r"[\W_]+", "", text).lower()


@pytest.mark.parametrize("arguments", [*CHECKS, *SHOWN, *FAILING, *MORE], ids=" ".join)
@pytest.mark.parametrize("broken", [False, True], ids=["sound", "broken"])
def test_no_verb_prints_or_writes_personal_data(
    arguments: tuple[str, ...], broken: bool, run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write({**_plans_with_secrets(broken=broken), "b.json": BASELINE})
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("FORCE_COLOR", "1")
    draft = ("--draft",) if broken and arguments[0] in ("list", "show", "coverage", "render") else ()
    ran = run(*arguments, *draft, *_day_for(arguments))
    assert ran.code == 0 if arguments in SHOWN and not broken else ran.code in (0, 1, 2), ran.err
    assert "fault of its own" not in ran.err
    typed = " ".join(arguments)
    shown = _letters(_written(ran.out + ran.err, folder))
    assert not [find for find in FINDS if find in shown and find not in _letters(typed)], (ran.out, ran.err)
    assert "9434765919" not in shown


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "jsonl"])
def test_json_stays_json(form: str, run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(_plans_with_secrets(broken=True)))
    ran = run("check", "--format", form, *DAY)
    for text in ran.out.splitlines() if form == "jsonl" else [ran.out]:
        assert json.loads(text)
    assert all(re.fullmatch(r"[\w./%~-]+", uri) for uri in re.findall(r'"uri": "([^"]*)"', ran.out))


def test_a_number_of_json_becomes_a_text(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(_plans_with_secrets(broken=False)))
    (measure,) = json.loads(run("list", "measures", "--format", "json", *DAY).out)["measures"]
    assert "•" in json.dumps(measure, ensure_ascii=False)


def test_junit_stays_xml(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(_plans_with_secrets(broken=True)))
    written = run("check", "--format", "junit", *DAY).out
    assert written.isascii()
    cases = ElementTree.fromstring(written).iter("testcase")  # noqa: S314 - we wrote it.
    assert "\N{BULLET}" in "".join(case.get("name", "") for case in cases)


def test_a_baseline_knows_findings_again_whose_names_it_may_not_hold(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(_plans_with_secrets(broken=True)))
    run("check", "--write-baseline", "b.json", *DAY)
    ran = run("check", "--baseline", "b.json", "--show", "note", "--format", "json", *DAY)
    assert {found["rule"] for found in json.loads(ran.out)["diagnostics"]} == {"personal-data"}
    assert ran.err == ""


def test_what_somebody_ignores_with_a_reason_is_shown(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    ignored = "summary: Ring us at care@example.org  # coparent: ignore[contact-details]"
    texts = lay_over({})
    for reason, is_shown in ((" the team's own", True), ("", False)):
        texts["plans/plan.yaml"] += f"{ignored}{reason}\n" if is_shown else ""
        texts["plans/plan.yaml"] = texts["plans/plan.yaml"].replace(" the team's own", reason)
        monkeypatch.chdir(write(texts))
        assert ("care@example.org" in run("show", "home-plan", *DAY).out) is is_shown


def test_contacts_are_shown(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = lay_over({"plan": "summary: Ring care@example.org", "settings": "contacts: [care@example.org]"})
    monkeypatch.chdir(write(texts))
    assert "care@example.org" in run("show", "home-plan", *DAY).out


HOSTILE = "\n::error::PWN ##[error]PWN\x1b[41m\u202e\x07"
ODD = "\n  ::warning file=x::PWN\r::add-mask::x ##[group]"


def _hostile_plans(*, broken: bool) -> dict[str, str]:
    quoted = json.dumps(HOSTILE)
    texts = lay_over({
        "plan": f"""\
title: {quoted}
summary: {quoted}
risks: [{{id: k1, title: {json.dumps(ODD)}, owner: "::x", status: open, actions: [a1], {SCORE}}}]
actions: [{{id: a1, title: {quoted}, outcomes: [o1], lead: {json.dumps(ODD)}, due: March 2027, measures: [m1]}}]
""",
        "paper": f"title: {json.dumps(ODD)}\n",
        "settings": f"help: [{{title: {json.dumps(ODD)}, phone: '116 111'}}]\n",
    })  # fmt: skip
    if broken:
        texts["plans/::error::x ##[y].yaml"] = f"kind: plan\nid: {quoted}\n? {json.dumps(ODD)}\n: x\nstatus: '::x'\n"
    texts["templates/::own ##[x].md.j2"] = (
        "{# For: ::error::x #}\n::error::x\n  ::group::y ##[error]\n{{ paper.title }}\n"
    )
    texts["templates/::own ##[x].html.j2"] = "::error::x\n  ::group::y ##[error]\n<p>{{ paper.title }}</p>\n"
    return texts


@pytest.mark.parametrize(
    "arguments",
    [
        *CHECKS, *SHOWN, *FAILING, *MORE, ("explain",), ("explain", "::error::x"), ("show", "\n::error::x ##[y]"),
        ("templates", "show", "::own ##[x]"), ("templates", "show", "::own ##[x]", "--form", "html"),
        ("render", "--template", "::own ##[x]"), ("render", "--template", "::own ##[x]", "--to", "html"),
        ("schema", "plan"), ("check",), ("check", "::error::nowhere"), ("::error::x",), ("check", "--show", "::x"),
    ],
    ids=lambda arguments: " ".join(arguments).strip(),
)  # fmt: skip
@pytest.mark.parametrize("broken", [False, True], ids=["sound", "broken"])
def test_nothing_that_is_printed_in_a_workflow_is_a_command_or_moves_a_cursor(
    arguments: tuple[str, ...], broken: bool, run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    baseline = json.dumps({"format": 1, "findings": [HOSTILE, ODD]})
    monkeypatch.chdir(write({**_hostile_plans(broken=broken), "b.json": baseline}))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    ran = run(*arguments, *_day_for(arguments))
    assert "fault of its own" not in ran.err
    assert ran.code == 0 or broken or arguments not in SHOWN, ran.err
    for line in re.split(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", ran.out + ran.err):
        assert not line.lstrip().startswith("::") or re.match(r"::(error|warning|notice) (file|title)=", line), line
        assert "##[" not in line
        assert not re.search(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line), line
    if arguments[-1] == "json":
        assert json.loads(ran.out) if ran.code != 2 and ran.out else True
