"""One record of any kind, whole: what it says, what it serves and what serves it, and how far it has come."""

from coparent.tables.record.finding import Found, find_record
from coparent.tables.record.sheet import Sheet
from coparent.tables.record.showing import sheet_of, value_of
from coparent.tables.record.writing import write_sheet

__all__ = ["Found", "Sheet", "find_record", "sheet_of", "value_of", "write_sheet"]
