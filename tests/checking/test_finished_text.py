"""Finished texts without secrets, sound in the form they were in."""

import html
import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coparent.checking.finished_text import redact_finished, scan
from coparent.checking.redaction import Secrets

NUMBER = Secrets(["450 123 4563"])
SCALARS = st.integers() | st.floats(allow_nan=False) | st.text('45012 63\\"\u00a0x•') | st.just("NHS 450 123 4563")
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text("4501236 "), inner), max_leaves=9
)


@pytest.mark.parametrize(
    ("text", "form", "redacted"),
    [
        ("an NHS number, 450 123 4563, of", "text", "an NHS number, ••• ••• ••••, of"),
        ("\x1b[1m450\x1b[0m 123 4563", "text", "\x1b[1m•••\x1b[0m ••• ••••"),
        ("450&#160;123&nbsp;4563 &amp;", "markdown", "•••&#160;•••&nbsp;•••• &amp;"),
        ('{"n": 4501234563, "450 123 4563": 1}', "json", '{"n": "••••••••••", "••• ••• ••••": 1}'),
        ("[-4501234563.0]", "json", '["-••••••••••.0"]'),
        ('["450\\u00a0123\\n4563", "\\u0034501234563"]', "json", '["•••\\u00a0•••\\n••••", "•••••••••••••••"]'),
        ('{"line": 4501, "column": 234563}', "json", '{"line": 4501, "column": 234563}'),
        ('<p id="nhs-4501234563">450 <b>123</b> 4563</p>', "html", '<p id="nhs-••••••••••">••• <b>•••</b> ••••</p>'),
        ('<path d="M450 123L4563"/>', "html", '<path d="M450 123L4563"/>'),
        ('<case name="4501234563"/>', "xml", f"<case name=\"{10 * '&#8226;'}\"/>"),
        ("plans/NHS%20450%20123%204563.yaml", "text", "plans/NHS%20•••%20•••%20••••.yaml"),
    ],
)  # fmt: skip
def test_a_secret_is_found_however_it_is_written(text: str, form: str, redacted: str) -> None:
    assert redact_finished(text, NUMBER, form) == redacted


@given(VALUES, st.booleans())
def test_any_json_stays_json_and_holds_no_secret(value: object, only_ascii: bool) -> None:
    redacted = redact_finished(json.dumps(value, ensure_ascii=only_ascii, indent=1), NUMBER, "json")
    json.loads(redacted)
    assert "4501234563" not in redacted.replace(" ", "")


@given(st.text("450 123 63<>&\"'é", max_size=40))
def test_any_xml_stays_xml(text: str) -> None:
    element = ElementTree.Element("case", {"name": f"{text} 4501234563"})
    element.text = f"450 123 4563 {text}"
    written = ElementTree.tostring(element, encoding="us-ascii").decode()
    redacted = redact_finished(written, NUMBER, "xml")
    ElementTree.fromstring(redacted)  # noqa: S314 - we wrote it.
    assert redacted.isascii()
    assert "4501234563" not in html.unescape(redacted).replace(" ", "")


def test_nothing_secret_changes_nothing() -> None:
    assert redact_finished("450 123 4563", Secrets()) == "450 123 4563"


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("did you mean  plans/NHS_450_123_4563.yaml?", "did you mean  plans/NHS_••••••••••••.yaml?"),
        ("there is no k.smith@example.org", "there is no •••••••••••••••••••"),
        ("8 files below /home/plans, as at 2026-09-30", "8 files below /home/plans, as at 2026-09-30"),
    ],
)  # fmt: skip
def test_a_sentence_of_our_own_quotes_nobody(sentence: str, shown: str) -> None:
    assert redact_finished(sentence, scan(sentence)) == shown


def test_contacts_may_be_quoted() -> None:
    assert not scan("write to care@example.org", ("care@example.org",))
