"""Frozen values every other floor shares: the document, its positions, facts, anchors and errors.

What is said of a document, and of places in it that were kept, is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.model.blocks import (
    Alignment,
    Block,
    BlockKind,
    Cell,
    Direction,
    Mark,
    Source,
    Span,
    Table,
    TableRow,
    inline_code_of,
)
from reader.model.document import FOLDER, PRINTED, Awaited, Document, Metadata
from reader.model.errors import (
    AssistantError,
    DocumentError,
    ExitCode,
    OutputError,
    ReaderError,
    StateError,
    TerminalError,
    UsageError,
)
from reader.model.looks import Attributes, Look
from reader.model.notices import Notice, NoticeCode, notice_of
from reader.model.positions import Pos, Range, range_of
from reader.model.section_tree import Section
from reader.model.source import Blocks, BlockTable, Text, TextSource

if TYPE_CHECKING:
    from reader.model.anchor import Anchor, AnchorState
    from reader.model.citations import AnswerPart, Citation, FoundQuotation, Plain, Standing, Task
    from reader.model.facts import NAME_KINDS, Fact, FactKind, FactLook, FactValue, Gathered

__all__ = [
    "FOLDER",
    "NAME_KINDS",
    "PRINTED",
    "Alignment",
    "Anchor",
    "AnchorState",
    "AnswerPart",
    "AssistantError",
    "Attributes",
    "Awaited",
    "Block",
    "BlockKind",
    "BlockTable",
    "Blocks",
    "Cell",
    "Citation",
    "Direction",
    "Document",
    "DocumentError",
    "ExitCode",
    "Fact",
    "FactKind",
    "FactLook",
    "FactValue",
    "FoundQuotation",
    "Gathered",
    "Look",
    "Mark",
    "Metadata",
    "Notice",
    "NoticeCode",
    "OutputError",
    "Plain",
    "Pos",
    "Range",
    "ReaderError",
    "Section",
    "Source",
    "Span",
    "Standing",
    "StateError",
    "Table",
    "TableRow",
    "Task",
    "TerminalError",
    "Text",
    "TextSource",
    "UsageError",
    "inline_code_of",
    "notice_of",
    "range_of",
]

_OWNERS = {
    **dict.fromkeys(("Anchor", "AnchorState"), "anchor"),
    **dict.fromkeys(("AnswerPart", "Citation", "FoundQuotation", "Plain", "Standing", "Task"), "citations"),
    **dict.fromkeys(("NAME_KINDS", "Fact", "FactKind", "FactLook", "FactValue", "Gathered"), "facts"),
}


def __getattr__(name: str) -> object:
    if name not in _OWNERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_OWNERS[name]}"), name)
