"""The screen as lines one after the other, for screen readers and braille: what has changed is said, once.

Nothing is boxed and nothing that was written is written again: every step of the workspace becomes the lines that a
person has not been told. Text is in logical order, as such programs read it. A page says what it brings, a jump the
sentence it leads to, with the chapter where that is another; lists say the item under the cursor, and a line that is
typed is echoed as it grows.
"""

from collections.abc import Iterator

from reader.model import Block, range_of
from reader.text.printable import printable
from reader.values import replace
from reader.view.flow_row import FlowRow
from reader.view.list_model import Item, ListModel
from reader.view.panes.pane import ListContent
from reader.view.popups import ListPopup, NotePopup, SidePanel
from reader.view.reading_state import ReadingState
from reader.view.remarks import hits_remark
from reader.view.whereabouts import whereabouts
from reader.view.workspace import Workspace

_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"))
"""They order a line that is painted; in logical text they would be spoken, or be in the way."""


def opening(workspace: Workspace) -> str:
    """The lines said first: the document, where one is in it, its first page; then what there is to say."""
    shown = whereabouts(workspace)
    lines = [shown.title, *place_lines(workspace), *_rows(workspace.reading, ())]
    silent = replace(workspace, notice="", popup=None, prompt=None)
    return _written([*lines, *_news(silent, workspace)]) + _beginning_of_line(workspace)


def told(before: Workspace, after: Workspace) -> str:
    """The lines written of a step; line ends are line feeds.

    Args:
        before: The workspace before it; where a key was pressed, without the message that stood at its foot.
        after: The workspace after it.
    """
    if after.selecting:
        return _written([*_selected(before, after)])
    lines = [*_news(before, after)]
    was, line = _typed(before), _typed(after)
    ended = "\n" if was else ""
    if line is None:
        if was is not None:
            origin = before.prompt.origin.cursor if before.prompt else before.reading.cursor
            if after.reading.cursor != origin:
                lines += [*place_lines(after), _sentence(after.reading)]
        elif after.popup is None:
            lines += _moved(before, after)
        return ended + _written(lines) if lines or was else ""
    if was is None or lines or was[0] != line[0]:
        return ended + _written(lines) + _beginning_of_line(after)
    return _echo(line[0], was[1], line[1])


def place_lines(workspace: Workspace) -> tuple[str, ...]:
    """Where one is: the chapter, and how far one has come."""
    shown = whereabouts(workspace)
    return (" · ".join(part for part in (shown.chapter, shown.remark) if part),)


def _written(lines: list[str]) -> str:
    return "".join(f"{_plain(line)}\n" for line in lines if line.strip())


def _plain(line: str) -> str:
    return printable(line.translate(_MARKS).rstrip())


# What is typed


def _typed(workspace: Workspace) -> tuple[str, str] | None:
    """The label and the words of the line that is being typed; None where none is."""
    if workspace.prompt:
        return workspace.messages.text(f"{workspace.prompt.question}.prompt"), workspace.prompt.field.text
    if isinstance(workspace.popup, NotePopup):
        return workspace.messages.text("marks.note"), workspace.popup.area.text.replace("\n", " ")
    return None


def _beginning_of_line(workspace: Workspace) -> str:
    typed = _typed(workspace)
    return f"{_plain(typed[0])}: {_plain(typed[1])}" if typed else ""


def _echo(label: str, before: str, after: str) -> str:
    """A line that grew or shrank at its end, as such; any other anew."""
    if after.startswith(before):
        return printable(after[len(before) :].translate(_MARKS))
    if before.startswith(after):
        return "\b \b" * len(before[len(after) :])
    return f"\n{_plain(label)}: {_plain(after)}"


# What has changed


def _news(before: Workspace, after: Workspace) -> Iterator[str]:
    """Everything but the text: messages, lists, panels, panes, hits."""
    if after.document is not before.document and after.document.meta.path != before.document.meta.path:
        yield whereabouts(after).title
    if after.popup is not before.popup:
        yield from _popup(before, after)
    elif after.popup is None:
        yield from _pane(before, after)
    yield from _answer(before, after)
    remark = hits_remark(after)
    if remark and not after.prompt and (before.prompt or remark != hits_remark(before)):
        yield remark
    if after.notice and after.notice != before.notice:
        yield after.notice


def _popup(before: Workspace, after: Workspace) -> Iterator[str]:
    popup, was, messages = after.popup, before.popup, after.messages
    match popup:
        case ListPopup():
            same = isinstance(was, ListPopup) and was.kind is popup.kind
            if not same:
                count = sum(item.selectable for item in popup.model.items)
                yield f"{messages.text(popup.title)} ({messages.number(count)})"
            if not popup.model.items:
                yield messages.text(popup.empty)
            current = was.model.current if same and isinstance(was, ListPopup) else None
            yield from _current(popup.model, current)
            if popup.details and not (same and isinstance(was, ListPopup) and was.details == popup.details):
                yield from popup.details.splitlines()
        case SidePanel():
            if not isinstance(was, SidePanel) or was.reading.document is not popup.reading.document:
                yield messages.text(popup.title)
                document = popup.reading.document
                yield from (document.slice(block.range) for block in document.blocks)
        case _:
            pass


def _pane(before: Workspace, after: Workspace) -> Iterator[str]:
    """The focused pane, where it is another, and the item under its cursor."""
    content = after.focused.content(after.messages)
    entered = after.focus != before.focus
    if entered:
        yield after.focused.heading(after.messages).title
    if not isinstance(content, ListContent):
        if entered:
            yield from place_lines(after)
        return
    was = before.focused.content(before.messages) if not entered else None
    current = was.model.current if isinstance(was, ListContent) else None
    if not content.model.items:
        yield content.empty
    yield from _current(content.model, current)
    if content.details and not (isinstance(was, ListContent) and was.details == content.details):
        yield from content.details.splitlines()


def _answer(before: Workspace, after: Workspace) -> Iterator[str]:
    """An answer, once it is over; while it comes, half sentences would be said."""
    was, last, page = before.conversation.last, after.conversation.last, after.conversation.page
    known = was is not None and last is not None and was.number == last.number and was.state.is_over
    if last is None or known or not last.state.is_over:
        return
    for block in page.document.blocks.between(
        page.document.blocks.first_from(page.starts[-1]), len(page.document.blocks)
    ):
        yield from page.document.slice(block.range).splitlines()


def _current(model: ListModel, before: Item | None) -> Iterator[str]:
    """The item under the cursor, where it is another."""
    item = model.current
    if item and (before is None or (item.key, item.text.text) != (before.key, before.text.text)):
        column = item.column.text.text if item.column else ""
        yield "  ".join(part for part in (item.text.text, column, item.trail.text) if part)


def _moved(before: Workspace, after: Workspace) -> Iterator[str]:
    """The text that a move has brought."""
    was, reading = before.reading, after.reading
    anew = was.document is not reading.document and before.document.meta.path != after.document.meta.path
    if not anew and (was.cursor, was.shown_top) == (reading.cursor, reading.shown_top):
        return
    if anew or whereabouts(before).chapter != whereabouts(after).chapter:
        yield from place_lines(after)
    if reading.hit != was.hit or reading.target != was.target:
        yield _sentence(reading)
        return
    lines = _rows(reading, () if anew else was.rows())
    yield from lines or (_row_of_cursor(reading),)


def _selected(before: Workspace, after: Workspace) -> Iterator[str]:
    """While one selects: what is selected at first, then the words that its end has passed."""
    if before.selecting is None or after.selecting is None or before.selecting == after.selecting:
        yield after.notice
    was, now = before.selecting, after.selecting
    if now is None or was == now:
        return
    passed = range_of(*sorted((was[1], now[1]))) if was and was[0] == now[0] else after.reading.selection
    if passed:
        yield " ".join(after.document.slice(passed).split())


def _sentence(reading: ReadingState) -> str:
    return " ".join(reading.document.slice(reading.sentence).split())


def _rows(reading: ReadingState, seen: tuple[FlowRow, ...]) -> list[str]:
    """The rows in sight but for those that were seen, in reading order; a table's row is said whole, once."""
    ranges, said = {row.range for row in seen}, {row.block for row in seen if row.line}
    lines = []
    for row in reading.rows():
        whole = reading.document.blocks[row.block].row is not None
        if row.line and row.range not in ranges and not (whole and row.block in said):
            lines.append(_text(reading, row))
            said.add(row.block)
    return lines


def _row_of_cursor(reading: ReadingState) -> str:
    place = reading.flow.position_of(reading.cursor)
    before = [row for row in reading.rows() if row.place <= place]
    return _text(reading, before[-1]) if before else ""


def _text(reading: ReadingState, row: FlowRow) -> str:
    """A row's text in logical order, its block's marker before the first."""
    block = reading.document.blocks[row.block]
    if block.row:
        return "; ".join(_values(reading, block))
    marker = block.marker if row.leads else ""
    return f"{marker} {reading.document.slice(row.range)}".strip()


def _values(reading: ReadingState, block: Block) -> Iterator[str]:
    """The values of a table's row, each behind the name of its column, as one cannot see what stands above it."""
    row = block.row
    names = reading.flow.columns_of(row.table).names if row and not row.header else ()
    for cell in row.cells if row else ():
        value = " ".join(reading.document.slice(cell.range).split())
        name = names[cell.column] if names else ""
        if value:
            yield f"{name}: {value}" if name else value
