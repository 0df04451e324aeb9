"""Tables for tests, and what a screen shows of them."""

from html import escape

from hypothesis import strategies as st

from reader.model import Document, Pos, Range
from reader.view.arrange import PaneName
from reader.view.flow import Flow
from reader.view.page import painted_page
from reader.view.reading_state import ReadingState
from reader.view.styled import TextRole
from tests.formats.making import page, parsed
from tests.view.replaying import Replay

Rows = list[list[str]]

WORDS = st.lists(
    st.sampled_from(["a", "bcd", "wordy", "12,5", "שלום", "سلام", "لا", "漢字", "e\u0301", "(x)", "representation"]),
    max_size=5,
).map(" ".join)

ROWS = st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=5)


def made(rows: Rows, *, rtl: bool = False, heads: int = 1, spans: tuple[int, ...] = ()) -> Document:
    """A table of some rows, the first of them its header; the first cell of a row reaches over so many columns."""
    body = ""
    for number, row in enumerate(rows):
        name = "th" if number < heads else "td"
        span = f" colspan={spans[number]}" if number < len(spans) else ""
        first, *others = row
        cells = f"<{name}{span}>{escape(first)}</{name}>" + "".join(f"<{name}>{escape(c)}</{name}>" for c in others)
        body += f"<tr>{cells}</tr>"
    return parsed("html", page(f"<table{' dir=rtl' if rtl else ''}>{body}</table>"))


def drawn(document: Document, width: int, *, sideways: bool | None = False) -> list[str]:
    """The lines of a document as they are painted from left to right."""
    flow = Flow(document, width, sideways=sideways)
    rows = [row for i in range(len(document.blocks)) for row in flow.rows_of(i)]
    return [" " * row.offset + row.line.text if row.line else "" for row in rows]


def screen(reading: ReadingState, pane: int = 0) -> list[str]:
    """What stands on the screen, without the gutter and blanks at the end."""
    pane = pane or reading.flow.width + 3
    return ["".join(run.text for run in row) for row in painted_page(reading, pane)]


def shown(replay: Replay) -> list[str]:
    """The same of a session."""
    return screen(replay.workspace.reading, replay.workspace.arrangement.width_of(PaneName.TEXT) - 1)


def lit(reading: ReadingState, role: TextRole = TextRole.TARGET) -> str:
    """The text that is marked on the screen, row by row from left to right."""
    rows = painted_page(reading, reading.flow.width + 3)
    return "".join(run.text for row in rows for run in row if role in run.roles)


def pos_of(document: Document, words: str) -> Range:
    """Where some words stand for the first time."""
    at = document.slice(document.range).index(words)
    return Range(Pos(at), Pos(at + len(words)))
