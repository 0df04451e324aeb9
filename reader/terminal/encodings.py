"""Ways to send a finished visual row, so that each terminal shows it as it was painted.

Some terminals put right-to-left text in order and join its letters themselves, each in its own way. What they are
sent must come out as the row that was laid out: an *encoding* says how. All of them are functions of one whole row,
because a terminal that reorders does so over a whole row; all keep the row's width. In three steps:

1. a row without a right-to-left character is sent as it is: no terminal reorders it;
2. every cell gets the bidi class of its character (UAX#9 table 4; marks go with their letter), and the classes,
   one letter a cell, are cut into groups by a regular expression for each encoding;
3. groups are reversed, anchored with U+200E LEFT-TO-RIGHT MARK, or turned into base letters, and put together again;
   where the terminal joins letters anew, those of a word that a ZWNJ parted are parted by one again.

Reversed cells take their colours along, but in kitty, where colours stay in their columns.

Deviations, each of a form that the terminal's own algorithm cannot be made to show: in ``b2`` a European digit that
touches a right-to-left letter on its left comes out on the letter's other side; in ``w`` a word that runs from
right-to-left letters on the left to left-to-right ones on the right without a blank stays as kitty makes it, and so
do digits and punctuation that touch letters which kitty takes from another font and then orders apart; and ``w`` leaves
out the marks inside a word from right to left, but those that Hebrew has in one character with their letter: kitty
gives a mark the cell of a letter, and the letters of the word then fall on each other.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import assert_never

from reader.enumerations import StrEnum
from reader.terminal.base_letters import kept_apart, left_to_join, with_base_letters
from reader.terminal.glyphs import ALL_DRAWN, Glyphs, drawable, single
from reader.terminal.row import Row, ScreenCell, continuation, row_of
from reader.terminal.style import Rgb, components
from reader.text.patterns import lazy_pattern
from reader.text.properties import BIDI_CLASS, MIRROR

LRM = "\u200e"
BRAILLE_BLANK = "\u2800"

_width_of = itemgetter(1)


class TerminalEncoding(StrEnum):
    """How rows are sent; the names are those of the command line.

    Attributes:
        V: Visual order, presentation forms, nothing else: for terminals that leave text alone.
        L: The same with a mark after every right-to-left character: for most that reorder.
        WL: Words of right-to-left letters in logical order and as base letters, a mark after every group of them:
            Konsole, which joins them anew.
        W: Words in logical order: kitty, which reorders inside each word.
        B2: Logical order between blanks that are strong left-to-right characters: PuTTY. The first column is kept
            blank.
        LC: As L, and no two right-to-left neighbours of one colour (where they have one of their own): QTerminal,
            which reorders what looks alike.
        VB: Visual order between the blanks of B2: for two that reorder, one within the other (Emacs in a terminal).
        WB: Words as in W between them: the same where the outer one is kitty.
        TERMINAL: Logical order and base letters: everything is left to the terminal.
    """

    V = "v"
    L = "l"
    WL = "wl"
    W = "w"
    B2 = "b2"
    LC = "lc"
    VB = "vb"
    WB = "wb"
    TERMINAL = "terminal"

    @property
    def margin(self) -> int:
        """Columns at the left of every row that must stay blank: they give the row its direction."""
        return int(self in {TerminalEncoding.B2, TerminalEncoding.VB, TerminalEncoding.WB})


_MAY_RUN_RTL = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")

_LETTERS = lazy_pattern(r"[RA]+(?: [RA]+)*|[N]+|[^RAN]+")
"""Words of right-to-left letters, Arabic-Indic digits (which run left to right between them), the rest."""

_BETWEEN_BLANKS = lazy_pattern(r"[RAN](?:(?:[^L ]|(?<=A) (?=A)|(?<=R) (?=R))*[RAN])?")
"""From the first to the last right-to-left character of a stretch without a left-to-right letter or a blank, but for
single ones between letters."""

_BLANKS_BETWEEN = lazy_pattern(r"(?<![L ])(?!(?<=A) A|(?<=R) R) +(?![L ])")
"""Other blanks that no letter from left to right stands beside."""

_BETWEEN_LATIN = lazy_pattern(r"[RAN](?:[^L]*[RAN])?")
"""The same across blanks."""

_NUMBER = lazy_pattern(r"(?:(?<!%)%+)?E(?:[,+]?E)*%*|N(?:,?N)*")
"""W4, W5: digits, single separators between them, signs of percent and money beside them."""

_NUMBER_AFTER_ARABIC = lazy_pattern(r"[EN](?:,?[EN])*")
"""The same where W2 has made Arabic numbers of the digits."""

_DIGIT_FOLLOWS = lazy_pattern(r"[^LRA]*?[EN]")

_WORDS = lazy_pattern("[^ ]+")

_OF_LETTERS = frozenset("RA ")
"""The classes of a stretch in which nothing is mirrored, and no number stands."""

_COMMON_SCRIPT = frozenset("\u060c\u061b\u061f\u0640\ufd3e\ufd3f")
"""Right-to-left characters of no script (Scripts.txt: Common): they do not tell kitty a word's direction."""

_ARABIC_SIGNS = frozenset("۰۱۲۳۴۵۶۷۸۹\u0606\u0607\u0609\u060a\u060e\u060f\u066a\u06de\u06e9")
"""Numbers, and signs of no direction, to the bidi algorithm, but of Arabic script (Scripts.txt)."""

_BLOCKS = ("\u2500", "\u259f")
"""Box drawing and block elements, which kitty draws itself and which therefore end a word."""

_BRIGHTEST = 255


def encode(row: Sequence[ScreenCell], encoding: TerminalEncoding, glyphs: Glyphs = ALL_DRAWN) -> Row:
    """The row as it is to be sent, as cells from the first column on.

    Args:
        row: Cells in visual order; second columns of wide characters may be left out.
        encoding: The terminal's.
        glyphs: What it draws.

    Returns:
        Cells of the same total width; ``text`` may hold marks of its own. Columns where nothing needed to change are
        the cells that were given.
    """
    row = drawable(row, glyphs)
    text = "".join([cell.text for cell in row])
    if encoding is TerminalEncoding.V or not _MAY_RUN_RTL.search(text):
        return tuple(row)
    sent = _ENCODERS[encoding]([cell for cell in row if cell.width])
    if glyphs.joins and encoding is TerminalEncoding.B2:
        sent = left_to_join(sent)
    return _with_continuations(sent)


def encode_text(text: str, encoding: TerminalEncoding, glyphs: Glyphs = ALL_DRAWN) -> str:
    """The same for text without colours: what is printed rather than painted on a screen.

    Printable characters are painted as themselves, so a row of nothing else is sent in visual order as it is.
    """
    if glyphs == ALL_DRAWN and text.isprintable() and (encoding is TerminalEncoding.V or not _MAY_RUN_RTL.search(text)):
        return text
    return "".join([cell.text for cell in encode(row_of(text), encoding, glyphs)])


def next_encoding(encoding: TerminalEncoding) -> TerminalEncoding:
    """The one after this, around and around: what a person tries when the screen looks wrong."""
    order = list(TerminalEncoding)
    return order[(order.index(encoding) + 1) % len(order)]


def _with_continuations(cells: Sequence[ScreenCell]) -> Row:
    if max(map(_width_of, cells)) < 2:
        return tuple(cells)
    columns: list[ScreenCell] = []
    for cell in cells:
        columns.append(cell)
        if cell.width > 1:
            columns.append(continuation(cell.style))
    return tuple(columns)


@lru_cache(maxsize=4096)
def _class_of(text: str) -> str:
    """The code of a cell's bidi class; blanks, which are theirs alone, are a space."""
    code = " " if text in {" ", "\u00a0"} else BIDI_CLASS[ord(text[0])]
    return {"W": " ", "S": " ", "B": " "}.get(code, code)


def _classes(cells: Sequence[ScreenCell]) -> str:
    return "".join([_class_of(cell.text) for cell in cells])


def _marked(cell: ScreenCell) -> ScreenCell:
    text, width, style = cell
    return ScreenCell(text + LRM, width, style)


def _marked_clusters(cells: list[ScreenCell]) -> list[ScreenCell]:
    """``l``: with every right-to-left character anchored, all of them stand between left-to-right ones."""
    return [_marked(cell) if code in "RAN" else cell for cell, code in zip(cells, _classes(cells), strict=True)]


def _marked_and_tinted(cells: list[ScreenCell]) -> list[ScreenCell]:
    """``lc``: neighbours differ by a step of blue that nobody sees, so that each is drawn, and turned round, alone."""
    sent = _marked_clusters(cells)
    for x, code in enumerate(_classes(cells)):
        if code in "RAN":
            style = sent[x].style
            if style.foreground is None:
                continue
            red, green, blue = components(style.foreground)
            tint = Rgb(red, green, min(blue, _BRIGHTEST - 1) + x % 2)
            sent[x] = sent[x]._replace(style=style._replace(foreground=tint))
    return sent


def _marked_groups(cells: list[ScreenCell]) -> list[ScreenCell]:
    """``wl``: the terminal turns each group round and joins it anew; anchors keep the groups where they are.

    Base letters take two bytes, presentation forms three; Konsole draws both alike.
    """
    sent: list[ScreenCell] = []
    for match in _LETTERS.finditer(_classes(cells)):
        group = cells[match.start() : match.end()]
        if match[0][0] in "RA":
            group.reverse()
            group = [with_base_letters(cell) for cell in kept_apart(group)]
        # What is of no direction, or from left to right, stands between two marks, or at the row's end.
        sent += [*group[:-1], _marked(group[-1])] if match[0][0] in "RAN" else group
    return sent


def _words(cells: list[ScreenCell]) -> list[ScreenCell]:
    """``w``: the terminal takes a word's direction from the first character in it that has a script."""
    sent: list[ScreenCell] = []
    start = 0
    breaks = "".join([_word_or_break(cell.text) for cell in cells])
    for match in _WORDS.finditer(breaks):
        sent += cells[start : match.start()]
        start = match.start()
        while start < match.end():
            end = start + 1
            style = cells[start].style
            while end < match.end() and (cells[end].style is style or cells[end].style.face == style.face):
                end += 1
            sent += _word(cells[start:end])
            start = end
    return sent + cells[start:]


@lru_cache(maxsize=4096)
def _word_or_break(text: str) -> str:
    """A blank for what ends a word, a letter for what a word is made of."""
    return " " if _class_of(text) == " " or _BLOCKS[0] <= text[0] <= _BLOCKS[1] else "x"


def _word(word: list[ScreenCell]) -> list[ScreenCell]:
    for cell in reversed(word):
        char, code = cell.text[0], _class_of(cell.text)
        if char in _ARABIC_SIGNS or (code in "RAN" and char not in _COMMON_SCRIPT):
            return _turned_in_place(word)
        if code == "L":
            return word
    return word


def _turned_in_place(word: list[ScreenCell]) -> list[ScreenCell]:
    """The word's characters backwards, the colours of its columns where they are; the terminal mirrors brackets."""
    if len(word) > 1:
        word = [cell if len(cell.text) == 1 else cell._replace(text=single(cell.text)) for cell in word]
    styles = [style for cell in word for style in [cell.style] * cell.width]
    turned: list[ScreenCell] = []
    column = 0
    for text, width, _ in reversed(word):
        turned.append(ScreenCell(MIRROR.get(text, text), width, styles[column]))
        column += width
    return turned


def _between_blanks(cells: list[ScreenCell]) -> list[ScreenCell]:
    """``b2``: between words one blank becomes a left-to-right character; the terminal reorders nothing across it.

    A letter from left to right that stands beside blanks does the same. Words of letters alone are one stretch.
    """
    classes = _classes(cells)
    # Blanks at the end stay: nothing stands behind them, and an erased row is made of such.
    end = len(classes.rstrip())
    sent = list(cells)
    for blanks in _BLANKS_BETWEEN.finditer(classes, 0, end):
        sent[blanks.start()] = sent[blanks.start()]._replace(text=BRAILLE_BLANK)
    return _logical(sent, _BETWEEN_BLANKS, classes)


def _between_blanks_twice(cells: list[ScreenCell]) -> list[ScreenCell]:
    """``vb``: what the first of two makes of it is what the second is to be sent."""
    return _between_blanks(_between_blanks(cells))


def _words_between_blanks(cells: list[ScreenCell]) -> list[ScreenCell]:
    """``wb``: the same where the second is kitty."""
    return _between_blanks(_words(cells))


def _left_to_terminal(cells: list[ScreenCell]) -> list[ScreenCell]:
    """``terminal``: logical order over whole phrases, with the letters the document has."""
    return _logical(cells, _BETWEEN_LATIN, _classes(cells))


def _logical(cells: list[ScreenCell], stretch: re.Pattern[str], classes: str) -> list[ScreenCell]:
    """The characters that the bidi algorithm, at level 0, puts into the order given; none is a left-to-right letter."""
    sent: list[ScreenCell] = []
    end = 0
    for match in stretch.finditer(classes):
        sent += cells[end : match.start()]
        end = match.end()
        turned = cells[match.start() : end][::-1]
        codes = match[0][::-1]
        if stretch is _BETWEEN_LATIN:
            turned = [with_base_letters(cell) for cell in kept_apart(turned)]
        if not _OF_LETTERS.issuperset(codes):
            turned = [_mirrored(cell) for cell in turned]
        number = _NUMBER_AFTER_ARABIC if "A" in codes else _NUMBER
        for digits in number.finditer(codes):
            turned[digits.start() : digits.end()] = turned[digits.start() : digits.end()][::-1]
        if _DIGIT_FOLLOWS.match(classes, end) and stretch is _BETWEEN_LATIN:
            turned[-1] = _marked(turned[-1])
        sent += turned
    return sent + cells[end:]


def _mirrored(cell: ScreenCell) -> ScreenCell:
    """Rule L4 is the terminal's to apply, so it is undone."""
    mirror = MIRROR.get(cell.text)
    return cell._replace(text=mirror) if mirror else cell


def _encoder(encoding: TerminalEncoding) -> Callable[[list[ScreenCell]], list[ScreenCell]]:
    match encoding:
        case TerminalEncoding.V:
            return list
        case TerminalEncoding.L:
            return _marked_clusters
        case TerminalEncoding.WL:
            return _marked_groups
        case TerminalEncoding.W:
            return _words
        case TerminalEncoding.B2:
            return _between_blanks
        case TerminalEncoding.VB:
            return _between_blanks_twice
        case TerminalEncoding.WB:
            return _words_between_blanks
        case TerminalEncoding.LC:
            return _marked_and_tinted
        case TerminalEncoding.TERMINAL:
            return _left_to_terminal
        case _:
            assert_never(encoding)


_ENCODERS = {encoding: _encoder(encoding) for encoding in TerminalEncoding}
