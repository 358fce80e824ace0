"""Plans and papers agree on where a link may lead."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coparent.papers.paper_forms import FORMS
from coparent.papers.rich_text import RichText
from coparent.text.addresses import is_address
from tests.workspaces import judge_texts, lay_over

ADDRESSES = st.builds(
    lambda scheme, rest: scheme + rest,
    st.sampled_from(
        ["https://", "http://", "mailto:", "HTTPS://", "//", "", "ma\u0130lto:", "http\u017f://", "javascript:"]
    ),
    st.text(st.sampled_from("ab./:@?#[]%<>()\"'\\ \t\u202e\u200b\u00adé") | st.characters(), max_size=12),
)


def is_accepted(url: str) -> bool:
    written = "".join(map(escape, url))
    texts = lay_over({"settings": f'help: [{{title: Help, url: "{written}"}}]'})
    return all(found.path != "plans/settings.yaml" for found in judge_texts({**texts}).diagnostics)


def escape(character: str) -> str:
    return f"\\U{ord(character):08x}"


@given(ADDRESSES)
@settings(deadline=None)
def test_what_a_plan_may_hold_a_paper_can_link_to(url: str) -> None:
    assert is_accepted(url) == is_address(url.strip()) or not url.strip()
    if is_address(url.strip()):
        for form in FORMS.values():
            assert form.show_address(url.strip())


@given(ADDRESSES)
@settings(deadline=None)
def test_no_address_holds_what_cannot_be_seen_or_would_be_run(url: str) -> None:
    if is_address(url):
        assert url.lower().startswith(("https://", "http://", "mailto:"))
        assert url.isprintable()
        assert " " not in url
        for form in FORMS.values():
            assert "<a" not in form.lines(RichText(f"[x]({url})")).lower() or "javascript" not in url.lower()
