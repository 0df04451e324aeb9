"""Frozen values every other floor shares: the document, its positions, facts, anchors and errors."""

from reader.model.anchor import Anchor, AnchorState
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
from reader.model.citations import AnswerPart, Citation, FoundQuotation, Plain, Standing, Task
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
from reader.model.facts import NAME_KINDS, Fact, FactKind, FactLook, FactValue, Gathered
from reader.model.looks import Attributes, Look
from reader.model.notices import Notice, NoticeCode, notice_of
from reader.model.positions import Pos, Range, range_of
from reader.model.section_tree import Section
from reader.model.source import Blocks, BlockTable, Text, TextSource

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
