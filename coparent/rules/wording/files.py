"""The texts of each file, gathered once for all the rules about wording."""

from functools import cached_property

from coparent.schema.record import Record
from coparent.schema.texts import FieldText, TextCollection, find_texts
from coparent.workspace import Workspace


class FileTexts:
    """One file's texts: joined, to be looked over quickly, and one by one where something is found."""

    def __init__(self, record: Record) -> None:
        gathered = TextCollection(record)
        self.record = record
        self.joined = "\n".join(gathered.texts)
        self.lowered = self.joined.lower()
        self.plain = "\n".join(gathered.plain).lower()
        self.longest_title = max(map(len, gathered.titles), default=0)

    @cached_property
    def texts(self) -> list[FieldText]:
        """Each text with its place."""
        return find_texts(self.record)


def texts_by_file(workspace: Workspace) -> list[FileTexts]:
    """The texts of every file but those whose wording is fixed, such as the strategy."""
    return workspace.remember(_read_files)


def _read_files(workspace: Workspace) -> list[FileTexts]:
    return [FileTexts(file) for file in workspace.files if not file.has_fixed_wording]
