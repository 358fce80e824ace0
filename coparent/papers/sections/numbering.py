"""The numbers of sections, paragraphs, tables and figures, given once so that they agree in every format."""

from coparent.papers.facts import Caption, Heading, Paragraph, Words


class Numbers:
    """Counts through a paper while its sections are built; a paper without numbers gets anchors alone."""

    def __init__(self, *, are_shown: bool) -> None:
        self._are_shown = are_shown
        self._section = self._paragraph = self._table = self._figure = 0

    def section(self, name: str, title: str) -> Heading:
        """The head of the next section."""
        self._section += 1
        self._paragraph = 0
        number = str(self._section) if self._are_shown else ""
        return Heading(name=name, number=number, title=title, anchor=f"s{self._section}")

    def paragraph(self, text: Words) -> Paragraph:
        """The next paragraph of the section."""
        self._paragraph += 1
        number = f"{self._section}.{self._paragraph}" if self._are_shown else ""
        return Paragraph(number=number, anchor=f"p{self._section}-{self._paragraph}", text=text)

    def paragraphs(self, *texts: Words) -> tuple[Paragraph, ...]:
        """The next paragraphs, less empty texts."""
        return tuple(self.paragraph(text) for text in texts if text)

    def table(self, text: str) -> Caption:
        """The caption of the next table."""
        self._table += 1
        return Caption(label=f"Table {self._table}", text=text, anchor=f"table-{self._table}")

    def figure(self, text: str) -> Caption:
        """The caption of the next figure."""
        self._figure += 1
        return Caption(label=f"Figure {self._figure}", text=text, anchor=f"figure-{self._figure}")
