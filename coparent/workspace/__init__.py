"""Every plan in the repository, read together so that they can refer to each other."""

from coparent.workspace.assembling import Texts, assemble
from coparent.workspace.records import DatedUpdate, Workspace

__all__ = ["DatedUpdate", "Texts", "Workspace", "assemble"]
