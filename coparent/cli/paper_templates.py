"""The templates that papers may name, shipped and beside the plans, looked for once a paper names one."""

from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from coparent.errors import CoparentError
from coparent.text.file_reading import is_folder
from coparent.workspace.templates import ShippedTemplates


class TemplatesInUse(ShippedTemplates):
    """The shipped templates, and those in `templates/` beside a folder of plans."""

    def __init__(self, plans: Path) -> None:
        self._plans = plans
        self._sections: dict[str, Collection[str]] = {}

    @cached_property
    def _own(self) -> Path | None:
        """The folder of a user's own templates; None where there is none, as for nearly everybody."""
        if not is_folder(self._plans.absolute().parent / "templates"):
            return None
        from coparent.papers.template_folders import own_folder  # It takes as long to import as a check.

        try:
            return own_folder(self._plans)
        except CoparentError:
            return None

    def names(self) -> Collection[str]:
        if self._own is None:
            return super().names()
        from coparent.papers.templates import all_templates

        try:
            return [template.name for template in all_templates(self._own)]
        except CoparentError:  # `coparent templates check` says what is wrong with the folder.
            return super().names()

    def sections(self, template: str) -> Collection[str]:
        if self._own is None:
            return super().sections(template)
        if template not in self._sections:
            self._sections[template] = self._read_sections(template)
        return self._sections[template]

    def _read_sections(self, template: str) -> Collection[str]:
        from coparent.papers import SECTIONS
        from coparent.papers.template_outlines import outline
        from coparent.papers.templates import find

        try:
            forms = [file.form for file in find(template, self._own).files]
            shown = [outline(template, form, self._own, SECTIONS) for form in forms]
        except CoparentError:  # `coparent templates check` says what is wrong with it.
            return ()
        return list(dict.fromkeys(section for sections in shown for section in sections))
