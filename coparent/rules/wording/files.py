"""The texts of each file, gathered once for all the rules about wording."""

from functools import cached_property

from coparent.schema.record import Record
from coparent.schema.texts import Gathered, Said, find_texts
from coparent.workspace import Workspace


class FileTexts:
    """One file's texts: joined, to be looked over quickly, and one by one where something is found."""

    def __init__(self, records: list[Record]) -> None:
        gathered = Gathered(records)
        self.records = records
        self.joined = "\n".join(gathered.texts)
        self.lowered = self.joined.lower()
        self.plain = "\n".join(gathered.plain).lower()
        self.longest_title = max(map(len, gathered.titles), default=0)

    @cached_property
    def texts(self) -> list[Said]:
        """Each text with its place."""
        return [said for record in self.records for said in find_texts(record)]


def texts_by_file(workspace: Workspace) -> list[FileTexts]:
    """The texts of every plan, return, paper and file of measures; not the strategy's, which nobody may reword."""
    return workspace.remember(_read_files)


def _read_files(workspace: Workspace) -> list[FileTexts]:
    measures: dict[str, list[Record]] = {}
    for measure in workspace.measures:
        measures.setdefault(measure.where.path, []).append(measure)
    singles: tuple[Record, ...] = (*workspace.plans, *workspace.returns, *workspace.papers)
    return [FileTexts([record]) for record in singles] + [FileTexts(records) for records in measures.values()]
