"""The texts of each file, collected once for all the rules about wording."""

from functools import cached_property

from coparent.schema.record import Record
from coparent.schema.texts import FieldText, TextCollection, find_texts
from coparent.workspace import Workspace


class FileTexts:
    """One file's texts: joined, to search them all at once, and one by one with their places.

    `lowered` and `plain` (what young people read) are in small letters; `longest_title` is in characters.
    """

    def __init__(self, record: Record) -> None:
        collection = TextCollection(record)
        self.record = record
        self.joined = "\n".join(collection.texts)
        self.lowered = self.joined.lower()
        self.plain = "\n".join(collection.plain).lower()
        self.longest_title = max(map(len, collection.titles), default=0)

    @cached_property
    def values(self) -> list[FieldText]:
        """Each text with its place."""
        return list(find_texts(self.record))


def texts_of_files(workspace: Workspace) -> list[FileTexts]:
    """The texts of every file but those whose wording is fixed, such as the strategy."""
    return workspace.remember(_collect_texts)


def _collect_texts(workspace: Workspace) -> list[FileTexts]:
    return [FileTexts(file) for file in workspace.files if not file.has_fixed_wording]
