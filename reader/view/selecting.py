"""Selecting by keyboard: one end stands, the other is moved by letter, word, line, sentence and paragraph.

Letters are gone through in the order they are read in, or as the eye moves: then the arrows mean left and right on the
screen, and where a line holds both directions, what is taken in is what lies between in the text.

Units: ``Pos``.
"""

from collections.abc import Callable, Mapping

from reader.model import Document, Pos, Range, range_of
from reader.search import WORD, word_from
from reader.text.graphemes import boundaries
from reader.values import dataclass, replace
from reader.view.events import KeyPressed
from reader.view.flow_row import FlowRow
from reader.view.keys import Action
from reader.view.reading_state import ReadingState
from reader.view.sentence_at import sentence_at
from reader.view.steps import Step
from reader.view.workspace import Workspace

LOOK = 4096
"""Code points in which the next word is looked for."""

_CLUSTER = 64
"""Code points in which a letter with its marks ends."""

ACTING = frozenset(
    (
        Action.COPY,
        Action.HIGHLIGHT,
        Action.NOTE,
        Action.BOOKMARK,
        Action.COLOUR,
        Action.EXPLAIN,
        Action.TRANSLATE,
    )
)
"""Actions that act on the selection, and end selecting."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """The end that stands and the one that is moved."""

    anchor: Pos
    head: Pos


_Move = Callable[[ReadingState, _Ends], Pos]


def begin(workspace: Workspace) -> Step:
    """Begin with what is selected already, else with the word at the reading position, else the sentence's first."""
    reading = workspace.reading
    part = reading.selection or word_at(reading.document, reading.cursor)
    if not part.length:
        part = word_at(reading.document, reading.sentence.start)
    if not part.length:
        return workspace, ()
    return _at(workspace, _Ends(part.start, part.end)), ()


def press(workspace: Workspace, event: KeyPressed, act: Callable[[Workspace, Action], Step]) -> Step:
    """A key while one selects: a movement, what acts on the selection, or the end of selecting."""
    ends = _Ends(*(workspace.selecting or (Pos(0), Pos(0))))
    if move := _MOVES.get(event.command):
        return _at(workspace, _Ends(ends.anchor, move(workspace.reading, ends))), ()
    if event.command == "o":
        return _at(workspace, _Ends(ends.head, ends.anchor)), ()
    action = workspace.keymap.action_of(event.command)
    if action in ACTING:
        acted, effects = act(replace(workspace, selecting=None), action)
        return acted.with_reading(replace(acted.reading, selection=None)), effects
    if action in {Action.SELECT, Action.CANCEL, Action.QUIT}:
        return ended(workspace), ()
    return workspace.said("selecting.keys"), ()


def ended(workspace: Workspace) -> Workspace:
    """Nothing selected any more."""
    return replace(workspace, selecting=None).with_reading(replace(workspace.reading, selection=None))


def _at(workspace: Workspace, ends: _Ends) -> Workspace:
    reading = workspace.reading.extended(ends.anchor, ends.head)
    selecting = (ends.anchor, ends.head)
    return replace(workspace, selecting=selecting).with_reading(reading).said("selecting.keys")


def word_at(document: Document, pos: Pos) -> Range:
    """The word at a position, else the next one of its block; an empty range where there is none."""
    return word_from(document, pos) or Range(pos, pos)


# Movements


def _letter_on(reading: ReadingState, ends: _Ends) -> Pos:
    text = reading.document.slice(range_of(ends.head, ends.head + _CLUSTER))
    return Pos(ends.head + (boundaries(text)[0] if text else 0))


def _letter_back(reading: ReadingState, ends: _Ends) -> Pos:
    start = max(0, ends.head - _CLUSTER)
    text = reading.document.slice(range_of(start, ends.head))
    cuts = [0, *boundaries(text)] if text else [0]
    return Pos(start + (cuts[-2] if len(cuts) > 1 else 0))


def _word_on(reading: ReadingState, ends: _Ends) -> Pos:
    text = reading.document.slice(range_of(ends.head, ends.head + LOOK))
    match = WORD.search(text)
    return Pos(ends.head + (match.end() if match else len(text)))


def _word_back(reading: ReadingState, ends: _Ends) -> Pos:
    start = max(0, ends.head - LOOK)
    found = list(WORD.finditer(reading.document.slice(range_of(start, ends.head))))
    return Pos(start + (found[-1].start() if found else 0))


def _sentence_on(reading: ReadingState, ends: _Ends) -> Pos:
    document, head = reading.document, ends.head
    text = document.slice(range_of(head, head + LOOK))
    beyond = Pos(min(len(document), head + len(text) - len(text.lstrip())))
    return max(head, sentence_at(document, head).end, sentence_at(document, beyond).end)


def _sentence_back(reading: ReadingState, ends: _Ends) -> Pos:
    document, head = reading.document, ends.head
    text = document.slice(range_of(max(0, head - LOOK), head)).rstrip()
    before = Pos(max(0, max(0, head - LOOK) + len(text) - 1))
    return min(head, sentence_at(document, before).start)


def _paragraph_on(reading: ReadingState, ends: _Ends) -> Pos:
    blocks, index = reading.document.blocks, reading.document.block_index_at(ends.head)
    if ends.head >= blocks[index].range.end and index + 1 < len(blocks):
        index += 1
    return max(ends.head, blocks[index].range.end)


def _paragraph_back(reading: ReadingState, ends: _Ends) -> Pos:
    blocks, index = reading.document.blocks, reading.document.block_index_at(ends.head)
    if ends.head <= blocks[index].range.start and index:
        index -= 1
    return min(ends.head, blocks[index].range.start)


def _row_of(reading: ReadingState, pos: Pos) -> FlowRow:
    return reading.flow.row_at(reading.flow.position_of(pos))


def _line(step: int) -> _Move:
    """A row up or down, to the cell above or below."""

    def move(reading: ReadingState, ends: _Ends) -> Pos:
        on = _stands_on(reading, ends)
        row, place = _row_of(reading, on), reading.flow.position_of(on)
        cells = row.cells_of(range_of(on, on + 1))
        while True:
            after = reading.flow.moved(place, step)
            if after == place:
                return ends.head
            place = after
            if (other := reading.flow.row_at(place)).line is not None:
                return _taking_in(reading, ends, other.pos_at(cells[0].start if cells else 0))

    return move


def _row_start(reading: ReadingState, ends: _Ends) -> Pos:
    return _row_of(reading, _stands_on(reading, ends)).range.start


def _row_end(reading: ReadingState, ends: _Ends) -> Pos:
    return _row_of(reading, _stands_on(reading, ends)).range.end


def _by_eye(step: int) -> _Move:
    """To the letter left (-1) or right (1) on the screen; at a line's end, on in the order of reading."""

    def move(reading: ReadingState, ends: _Ends) -> Pos:
        on = _stands_on(reading, ends)
        row = _row_of(reading, on)
        shown = [c for c in row.line.clusters if c.width and c.start < c.end] if row.line else []
        at = next((i for i, c in enumerate(shown) if c.start <= on - row.origin < c.end), None)
        if at is None or not 0 <= at + step < len(shown):
            rtl = reading.document.direction_at(on).is_rtl
            return _letter_on(reading, ends) if (step > 0) is not rtl else _letter_back(reading, ends)
        return _taking_in(reading, ends, Pos(row.origin + shown[at + step].start))

    return move


def _stands_on(reading: ReadingState, ends: _Ends) -> Pos:
    """The letter the moved end stands on: the last one taken in, or the first where it lies before the other end."""
    return _letter_back(reading, ends) if ends.head > ends.anchor else ends.head


def _taking_in(reading: ReadingState, ends: _Ends, letter: Pos) -> Pos:
    """The end that takes a letter in: behind it where it lies behind the end that stands."""
    return _letter_on(reading, _Ends(ends.anchor, letter)) if letter >= ends.anchor else letter


_MOVES: Mapping[str, _Move] = {
    "left": _by_eye(-1),
    "right": _by_eye(1),
    "l": _letter_on,
    "h": _letter_back,
    "w": _word_on,
    "b": _word_back,
    "ctrl+right": _word_on,
    "ctrl+left": _word_back,
    "down": _line(1),
    "j": _line(1),
    "up": _line(-1),
    "k": _line(-1),
    "home": _row_start,
    "end": _row_end,
    "s": _sentence_on,
    "S": _sentence_back,
    ")": _sentence_on,
    "(": _sentence_back,
    "p": _paragraph_on,
    "P": _paragraph_back,
    "}": _paragraph_on,
    "{": _paragraph_back,
}
