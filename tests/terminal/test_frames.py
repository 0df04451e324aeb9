"""Whatever was shown before, a frame looks the same; and little is sent for it."""

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Attributes
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.frames import Output, Shown, update
from reader.terminal.identity import Terminal
from reader.terminal.pen import Cursor
from reader.terminal.row import BLANK, Row, fitted, row_of, spliced
from reader.terminal.shifting import Region
from reader.terminal.style import PLAIN, ColourDepth, Rgb, Style
from tests.terminal.known import KNOWN
from tests.terminal.played import Look, Played

COLUMNS, ROWS = 24, 8
STYLES = (
    PLAIN,
    Style(attributes=Attributes.BOLD),
    Style(background=4),
    Style(foreground=Rgb(10, 200, 30), background=Rgb(1, 2, 3)),
    Style(attributes=Attributes.REVERSE | Attributes.UNDERLINE),
)
OUTPUTS = (
    Output(),
    Output(margins=True, erases_in_colour=True, erases_runs=True),
    Output(TerminalEncoding.L, ColourDepth.PALETTE, synchronised=True),
    Output(TerminalEncoding.WL, ColourDepth.ANSI, erases_runs=True),
    Output(TerminalEncoding.W, erases_in_colour=True),
    Output(TerminalEncoding.TERMINAL, ColourDepth.MONO, margins=True),
    *dict.fromkeys(map(Output.of, KNOWN.values())),
)

pieces = st.tuples(
    st.sampled_from(["ﻡ", "ﻼ", "abc", "ﻢﻠﻋ ﻦﻣ", "שלום", "123", "日本", " ", "      ", "│", "é", "ﺐ\u064e"]),
    st.sampled_from(STYLES),
)


def joined(parts: Sequence[tuple[str, Style]]) -> Row:
    return fitted([cell for text, style in parts for cell in row_of(text, style)], COLUMNS)


rows = st.lists(pieces, max_size=6).map(joined)
frames = st.lists(rows, min_size=ROWS, max_size=ROWS)


@st.composite
def successors(draw: st.DrawFn) -> tuple[list[Row], list[Row]]:
    """A frame and one after it: part of it scrolled, some of it changed."""
    before = draw(frames)
    after = list(before)
    if draw(st.booleans()):
        left, right = sorted(draw(st.tuples(st.integers(0, COLUMNS), st.integers(0, COLUMNS))))
        by = draw(st.integers(-ROWS, ROWS))
        pane = [row[left:right] for row in before]
        moved = [pane[y + by] if 0 <= y + by < ROWS else (BLANK,) * (right - left) for y in range(ROWS)]
        after = [
            fitted(spliced(row, left, fitted(part, right - left)), COLUMNS)
            for row, part in zip(before, moved, strict=True)
        ]
        after = [whole(row) for row in after]
    for y in draw(st.sets(st.integers(0, ROWS - 1), max_size=3)):
        after[y] = draw(rows)
    return before, after


def whole(row: Row) -> Row:
    """No half of a wide character."""
    cells = list(row)
    for x, cell in enumerate(cells):
        alone = cell.width == 0 and (x == 0 or cells[x - 1].width != 2)
        cut = cell.width == 2 and (x + 1 == len(cells) or cells[x + 1].width != 0)
        if alone or cut:
            cells[x] = BLANK
    return tuple(cells)


def shown_after(output: Output, *played: Sequence[Row]) -> tuple[list[list[Look]], list[str]]:
    """What a terminal shows after some frames, and what was written for each."""
    terminal = Played(COLUMNS + output.encoding.margin, ROWS)
    shown = Shown()
    written = []
    for frame in played:
        text, shown = update(shown, frame, output, [Region(2, 0, 14, ROWS), Region(14, 1, COLUMNS, ROWS - 1)])
        terminal.feed(text)
        written.append(text)
    return terminal.screen.looks(), written


@given(successors(), st.sampled_from(OUTPUTS))
def test_a_frame_looks_the_same_whatever_was_shown_before(pair: tuple[list[Row], list[Row]], output: Output) -> None:
    before, after = pair
    assert shown_after(output, before, after)[0] == shown_after(output, after)[0]


@given(frames, frames, frames)
def test_errors_do_not_gather(first: list[Row], second: list[Row], third: list[Row]) -> None:
    output = Output(margins=True, erases_in_colour=True, erases_runs=True)
    assert shown_after(output, first, second, third, first)[0] == shown_after(output, first)[0]


@given(frames)
def test_what_is_shown_is_what_was_painted(frame: list[Row]) -> None:
    looks, _ = shown_after(Output(), frame)
    assert [[look[0] for look in row] for row in looks] == [[composed(cell.text) for cell in row] for row in frame]


def composed(text: str) -> str:
    """Pyte composes a letter with its mark."""
    return unicodedata.normalize("NFC", text)


@given(frames, st.sampled_from(OUTPUTS))
def test_an_unchanged_frame_costs_nothing(frame: list[Row], output: Output) -> None:
    assert shown_after(output, frame, frame)[1][1] == ""


def test_colours_are_set_once_where_that_is_shorter() -> None:
    """QTerminal is sent neighbouring letters in two colours: each is set once, and its letters are gone to."""
    output = Output.of(KNOWN["qterminal"])
    frame = [fitted(row_of("ﻢﺴﺑ ﻦﻣ ﻢﺴﺑ ﻦﻣ"), COLUMNS)] * ROWS
    looks, written = shown_after(output, frame)
    assert [look[0] for look in looks[0]][:3] == ["ﻢ", "ﺴ", "ﺑ"]
    assert looks[0][0] != looks[0][1]
    assert written[0].count("38;2;") == 2


def test_short_ways_are_taken() -> None:
    def dotted(dots: str) -> list[Row]:
        return [fitted(row_of(f"abcdefghijklm{dot}nop"), COLUMNS) for dot in dots]

    shown = update(Shown(), dotted("00000000"), Output()).shown
    assert update(shown, dotted("01110000"), Output()).text == "\x1b[2;14H1\n\b1\n\b1"


def numbered(first: int, count: int = ROWS) -> list[Row]:
    return [fitted(row_of(f"line {chr(97 + n % 26) * 9} of it"), COLUMNS) for n in range(first, first + count)]


def test_a_line_of_scrolling_sends_one_line() -> None:
    looks, written = shown_after(Output(), numbered(0), numbered(1))
    assert looks == shown_after(Output(), numbered(1))[0]
    assert len(written[1]) < len("line iiiiiiiii of it") + 14


def test_scrolling_back_works_as_well() -> None:
    looks, written = shown_after(Output(), numbered(9), numbered(7))
    assert looks == shown_after(Output(), numbered(7))[0]
    assert len(written[1]) < 2 * len("line iiiiiiiii of it") + 20


def paned(first: int) -> list[Row]:
    """A still pane on the left, text that scrolls on the right."""
    side = [fitted(row_of(f"section {chr(65 + n)} │"), 12) for n in range(ROWS)]
    text = [fitted(row_of(f"word {n}"), COLUMNS - 12) for n in range(first, first + ROWS)]
    return [a + b for a, b in zip(side, text, strict=True)]


def test_side_panes_survive_scrolling() -> None:
    for output in (Output(), Output(margins=True)):
        assert shown_after(output, paned(0), paned(1))[0] == shown_after(output, paned(1))[0]


def test_margins_stay_for_the_next_line_of_scrolling() -> None:
    area = [Region(12, 0, COLUMNS, ROWS)]
    output = Output(margins=True)
    first = update(update(Shown(), paned(0), output, area).shown, paned(1), output, area)
    second = update(first.shown, paned(2), output, area)
    assert "\x1b[?69h\x1b[13;24s" in first.text
    assert "\x1b[?69" not in second.text
    assert len(second.text) <= len("\x1b[1;13H\x1b[M\x1b[8;13Hword 9")
    assert "section" not in first.text + second.text
    assert "\x1b[?69l\x1b[r" in update(Shown(), paned(0), output).text


def test_a_scroll_bar_beside_what_scrolls_stays() -> None:
    def barred(first: int) -> list[Row]:
        return [row_of("▐" if y == 1 else "│") + row[1:] for y, row in enumerate(numbered(first))]

    output = Output(margins=True)
    shown = update(Shown(), barred(0), output).shown
    assert not set("▐│") & set(update(shown, barred(1), output).text)


def test_what_is_not_seen_of_a_blank_is_not_sent() -> None:
    green, blue = Style(foreground=2), Style(foreground=4, attributes=Attributes.BOLD)
    shown = update(Shown(), [row_of("one two ", green) + row_of(" " * 16, green)], Output()).shown
    assert update(shown, [row_of("one two ", green) + row_of(" " * 16, blue)], Output()).text == ""


def test_blanks_at_the_end_are_erased() -> None:
    full = [fitted(row_of("x" * COLUMNS), COLUMNS)] * ROWS
    short = [fitted(row_of("x"), COLUMNS)] * ROWS
    assert "  " not in shown_after(Output(), full, short)[1][1]


def test_coloured_blanks_are_erased_only_where_that_colours_them() -> None:
    blue = [row_of(" " * COLUMNS, Style(background=4))] * ROWS
    assert " " * COLUMNS in shown_after(Output(), blue)[1][0]
    assert "  " not in shown_after(Output(erases_in_colour=True), blue)[1][0]


def test_another_size_starts_anew() -> None:
    shown = update(Shown(), numbered(0), Output()).shown
    text = update(shown, [row[:10] for row in numbered(0)], Output()).text
    assert text.startswith("\x1b[2J")


def test_the_cursor_is_put_where_it_is_wanted() -> None:
    terminal = Played(COLUMNS + 1, ROWS)
    output = Output(TerminalEncoding.B2)
    terminal.feed(update(Shown(), numbered(0), output, cursor=Cursor(3, 5)).text)
    assert (terminal.screen.cursor.y, terminal.screen.cursor.x) == (3, 6)


def test_the_first_column_stays_blank_where_it_gives_the_direction() -> None:
    frame = [fitted(row_of("ﻡﻼﺳ"), COLUMNS)] * ROWS
    shown = update(Shown(), frame, Output(TerminalEncoding.B2)).shown
    assert {row[0].text for row in shown.sent} == {"\u2800"}
    assert all(len(row) == COLUMNS + 1 for row in shown.sent)


@pytest.mark.parametrize("depth", list(ColourDepth))
def test_colours_are_sent_in_the_depth_there_is(depth: ColourDepth) -> None:
    frame = [row_of("x" * COLUMNS, Style(Rgb(255, 0, 0), Rgb(0, 0, 0), Attributes.BOLD))] * ROWS
    text = update(Shown(), frame, Output(depth=depth)).text
    sequence = {
        ColourDepth.MONO: "\x1b[1m",
        ColourDepth.ANSI: "\x1b[1;91;40m",
        ColourDepth.PALETTE: "\x1b[1;38;5;196;48;5;16m",
        ColourDepth.TRUE: "\x1b[1;38;2;255;0;0;48;2;0;0;0m",
    }[depth]
    assert sequence in text


def test_output_follows_the_terminal() -> None:
    assert Output.of(Terminal(encoding=TerminalEncoding.W, margins=True)) == Output(
        TerminalEncoding.W, ColourDepth.ANSI, margins=True
    )


def test_long_frames_are_held_back_until_complete() -> None:
    text = update(Shown(), numbered(0, 40), Output(synchronised=True)).text
    assert text.startswith("\x1b[?2026h")
    assert text.endswith("\x1b[?2026l")
