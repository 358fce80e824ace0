"""Which templates there are for papers, and the sections that each shows: what a paper may name."""

from collections.abc import Collection, Mapping
from typing import Protocol


class Templates(Protocol):
    """Answers which templates a paper may name, and beside which of their sections its own may stand."""

    def names(self) -> Collection[str]:
        """Every template there is."""
        ...

    def sections(self, template: str) -> Collection[str]:
        """The sections a template shows, in their order; none where that cannot be said."""
        ...


_SHIPPED: Mapping[str, tuple[str, ...]] = {
    name: tuple(sections.split())
    for name, sections in {
        "action-log": "decisions log glossary",
        "closure": "decisions finished carried dropped unfinished glossary",
        "committee-paper": "purpose changes priorities attention decisions coverage timeline measures voices"
        " partnership tracker implications glossary appendices",
        "highlight": "spread exceptions decisions soon key",
        "outcomes": "decisions outcomes coverage glossary",
        "partner-brief": "asked leading joining ahead glossary",
        "plan": "decisions summary actions measures resources risks voices glossary",
        "young-people": "told doing upcoming help",
    }.items()
}
"""The shipped templates, so that a check need not open them. A test keeps this in step with what they show."""


class ShippedTemplates:
    """Those templates alone that are shipped."""

    def names(self) -> Collection[str]:
        """Every shipped template."""
        return _SHIPPED.keys()

    def sections(self, template: str) -> Collection[str]:
        """The sections of one of them."""
        return _SHIPPED.get(template, ())
