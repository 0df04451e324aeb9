"""Every encoding against a model of its terminal: what it makes of the cells it was sent is the row as painted."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Attributes
from reader.terminal.base_letters import ZWNJ
from reader.terminal.encodings import BRAILLE_BLANK, LRM, TerminalEncoding, encode, encode_text, next_encoding
from reader.terminal.glyphs import Glyphs
from reader.terminal.row import BLANK, Row, ScreenCell, row_of, runs_of
from reader.terminal.style import PLAIN, Rgb, Style
from reader.text.bidi import levels_of, visual_order
from reader.text.layout import analyse
from reader.text.properties import BIDI_CLASS, JOINING_TYPE, MIRROR

HOT = Style(background=3)
BOLD = Style(attributes=Attributes.BOLD)

PHRASES = (
    "تتجاوز نماذج «لاما» من 'ميتا' مليار تحميل (نعم!)",
    "بِسْمِ اللهِ الرَّحْمٰنِ الرَّحِيمِ",
    "يعمل Meta AI عبر WhatsApp و Instagram، في 2023.",
    'שלום עולם: צה"ל, (בראשית) ברא',
    "گفتگوی فارسی ۱۲۳ پچپچ — ٹھیک",
    "من ٢٠٢٥-٢٠٢٦ إلى ٣٫٥ ٪",
    "ارتفع 12٪ و(50%) ثم ١٢٪ عام و2010.",
    "日本 عربي 中文 (بيتا) test",
    "plain Latin │ only",
)


def painted(text: str) -> Row:
    """A phrase as the reader paints it, in visual order."""
    (line,) = analyse(text, 1).wrap(10_000)
    return row_of("".join(cluster.shape for cluster in line.clusters))


def shown_by_bidi_terminal(sent: Sequence[ScreenCell]) -> list[ScreenCell]:
    """A terminal that applies UAX#9 to each row at level 0, marks of a cell included, and mirrors."""
    cells = [cell for cell in sent if cell.width]
    text = "".join(cell.text for cell in cells)
    starts = [sum(len(cell.text) for cell in cells[:i]) for i in range(len(cells))]
    levels = levels_of(text, 0)
    # L1: blanks at the end of the row take its level.
    end = len(text.rstrip())
    levels = levels[:end] + bytes(len(text) - end)
    cell_at = dict(zip(starts, cells, strict=True))
    return [mirrored(cell_at[i]) if levels[i] % 2 else cell_at[i] for i in visual_order(levels) if i in cell_at]


def shown_by_kitty(sent: Sequence[ScreenCell]) -> list[ScreenCell]:
    """A terminal that lays a word out from right to left when its first character of a script is right-to-left."""
    shown: list[ScreenCell] = []
    word: list[ScreenCell] = []
    for cell in [*sent, BLANK]:
        if cell.width and (cell.text == " " or "\u2500" <= cell.text <= "\u259f"):
            first = next((BIDI_CLASS[ord(c.text[0])] for c in word if in_script(c.text[0])), "L")
            colours = [c.style for c in word]
            turned = [mirrored(c) for c in reversed(word)] if first in "RANE%" else word
            shown += [c._replace(style=colour) for c, colour in zip(turned, colours, strict=True)]
            shown.append(cell)
            word = []
        elif cell.width:
            word.append(cell)
    return shown[:-1]


FORMS = {
    (unicodedata.decomposition(form).split()[0], unicodedata.normalize("NFKC", form)): form
    for form in map(chr, range(0xFE80, 0xFEF5))
}


KNOWN_TO_PUTTY = frozenset(map(chr, (*range(0x621, 0x63B), *range(0x640, 0x64B))))


def joined_by_putty(sent: Sequence[ScreenCell]) -> list[ScreenCell]:
    """The forms a terminal puts in the place of the letters it knows, by their neighbours among these."""
    cells = [cell for cell in sent if cell.width]
    types = [JOINING_TYPE[ord(c.text[0])] if c.text[0] in KNOWN_TO_PUTTY else "U" for c in cells]
    joined = []
    for cell, before, own, after in zip(cells, ["U", *types], types, [*types[1:], "U"], strict=False):
        form = own in "DR" and 2 * (before in "DC") + (own == "D" and after in "DRC")
        name = ("<isolated>", "<initial>", "<final>", "<medial>")[form]
        joined.append(cell._replace(text=FORMS.get((name, cell.text[0]), cell.text[0]) + cell.text[1:]))
    return joined


def in_script(char: str) -> bool:
    return char.isalpha() or "٠" <= char <= "٪" or "۰" <= char <= "۹"


def mirrored(cell: ScreenCell) -> ScreenCell:
    return cell._replace(text=MIRROR.get(cell.text, cell.text))


def readable(cells: Sequence[ScreenCell]) -> list[tuple[str, Style]]:
    """What a person sees: neither marks of direction nor non-joiners, blanks as blanks."""
    seen = str.maketrans({LRM: "", ZWNJ: "", BRAILLE_BLANK: " "})
    return [(cell.text.translate(seen), cell.style) for cell in cells if cell.width]


def in_base_letters(cells: Sequence[ScreenCell]) -> list[tuple[str, Style]]:
    """The same without joining forms, which a terminal that joins letters makes itself."""
    return [(encode_text(text, TerminalEncoding.WL).replace(LRM, ""), style) for text, style in readable(cells)]


def letters_of(cells: Sequence[ScreenCell]) -> list[tuple[str, Style]]:
    """The same without the marks on letters, which kitty makes cells of where a word runs from right to left."""
    return [(unicodedata.normalize("NFD", text)[0], style) for text, style in readable(cells)]


def coloured(row: Row, colours: Sequence[Style]) -> Row:
    return tuple(cell._replace(style=colours[i % len(colours)]) for i, cell in enumerate(row))


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize(
    "encoding", [TerminalEncoding.L, TerminalEncoding.WL, TerminalEncoding.B2, TerminalEncoding.TERMINAL]
)
def test_a_bidi_terminal_shows_the_row_that_was_painted(phrase: str, encoding: TerminalEncoding) -> None:
    row = coloured((BLANK,) * encoding.margin + painted(phrase), (PLAIN, PLAIN, HOT))
    shown = shown_by_bidi_terminal(encode(row, encoding))
    if encoding is TerminalEncoding.TERMINAL:
        assert [style for _, style in readable(shown)] == [style for _, style in readable(row)]
        shown = list(encode(tuple(shown), TerminalEncoding.V))
        row = tuple(cell._replace(text=encode_text(cell.text, encoding).replace(LRM, "")) for cell in row)
        row = tuple(mirrored(cell) if cell.text in MIRROR else cell for cell in row)
        shown = [mirrored(cell) if cell.text in MIRROR else cell for cell in shown]
    seen = in_base_letters if encoding is TerminalEncoding.WL else readable
    assert seen(shown) == seen(row)


@pytest.mark.parametrize("phrase", PHRASES)
def test_kitty_shows_the_row_that_was_painted(phrase: str) -> None:
    row = coloured(painted(phrase), (PLAIN, HOT))
    assert letters_of(shown_by_kitty(encode(row, TerminalEncoding.W))) == letters_of(row)


@pytest.mark.parametrize("phrase", PHRASES)
def test_of_two_that_reorder_the_second_shows_the_row_that_was_painted(phrase: str) -> None:
    row = coloured((BLANK, *painted(phrase)), (PLAIN, PLAIN, HOT))
    within = shown_by_bidi_terminal(encode(row, TerminalEncoding.VB))
    assert readable(shown_by_bidi_terminal(within)) == readable(row)


@pytest.mark.parametrize("phrase", [phrase for phrase in PHRASES if "و2" not in phrase])  # what b2 cannot send
def test_within_one_that_reorders_kitty_is_sent_what_it_is_sent_alone(phrase: str) -> None:
    row = coloured((BLANK, *painted(phrase)), (PLAIN, HOT))
    within = shown_by_bidi_terminal(encode(row, TerminalEncoding.WB))
    assert readable(within) == readable(encode(row, TerminalEncoding.W))


letters = st.sampled_from(
    ["ﻡ", "ﻼ", "ﺐ\u064e", "ש", "a", "é", "1", "٣", "۴", " ", " ", " ", ".", "(", "»", "│", "─", "日"]
)
rows = st.lists(st.tuples(letters, st.sampled_from([PLAIN, HOT, BOLD])), max_size=40).map(
    lambda cells: tuple(cell for text, style in cells for cell in row_of(text, style))
)


@given(rows)
@pytest.mark.parametrize("encoding", [TerminalEncoding.L, TerminalEncoding.WL])
def test_anchored_rows_hold_whatever_is_in_them(encoding: TerminalEncoding, row: Row) -> None:
    assert in_base_letters(shown_by_bidi_terminal(encode(row, encoding))) == in_base_letters(row)


@given(rows | st.sampled_from(PHRASES).map(painted))
def test_one_that_joins_base_letters_shows_what_it_shows_of_forms(row: Row) -> None:
    forms, letters = encode(row, TerminalEncoding.B2), encode(row, TerminalEncoding.B2, Glyphs(joins=True))
    assert joined_by_putty(letters) == joined_by_putty(forms) == [cell for cell in forms if cell.width]


def test_words_that_are_joined_as_they_stand_are_sent_as_base_letters() -> None:
    sent = encode_text("ﺔﻳﺮﺤﻟﺍ ﻼﺑ ﺏﺎﺘﮐ ﺐ\u064eﺘﻛ", TerminalEncoding.B2, Glyphs(joins=True))
    assert sent == "كتب\u064e ﮐﺘﺎﺏ ﺑﻼ الحرية"  # a lam-alef, and a letter of Persian, are not


@given(rows, st.sampled_from(list(TerminalEncoding)))
def test_an_encoding_keeps_every_cell_and_the_width(row: Row, encoding: TerminalEncoding) -> None:
    sent = encode(row, encoding)
    assert len(sent) == len(row)
    seen = letters_of if encoding in {TerminalEncoding.W, TerminalEncoding.WB} else readable
    base = [mirrored_pair(encode_text(text, TerminalEncoding.TERMINAL)) for text, _ in seen(row)]
    assert sorted(mirrored_pair(encode_text(text, TerminalEncoding.TERMINAL)) for text, _ in seen(sent)) == sorted(base)


def mirrored_pair(text: str) -> str:
    return min(text, MIRROR.get(text, text))


@given(rows)
def test_cells_without_right_to_left_neighbours_are_sent_as_they_are(row: Row) -> None:
    latin = tuple(cell for cell in row if cell.width == 1 and cell.text.isascii())
    assert all(encode(latin, encoding) == latin for encoding in TerminalEncoding)


def test_marks_go_with_their_letter() -> None:
    assert encode_text("ﺐ\u064eﺎ", TerminalEncoding.WL) == f"اب\u064e{LRM}"


def test_in_kitty_a_word_from_right_to_left_is_letters_alone() -> None:
    assert encode_text("ﺎﻧً", TerminalEncoding.W) == "ﻧﺎ"
    assert encode_text("ﺍ ﺭً", TerminalEncoding.W) == "ﺍ ﺭً"  # alone, a letter and its marks are one cell
    assert encode_text("e\u0301e\u0301", TerminalEncoding.W) == "e\u0301e\u0301"
    assert encode_text("ית" + "ש\u05bc\u05c1\u05b4", TerminalEncoding.W) == "\ufb2cתי"  # as much as is one character


def test_in_kitty_backgrounds_stay_and_bold_ends_a_word() -> None:
    row = (ScreenCell("ﻞ", 1, HOT), ScreenCell("ﺑ", 1), ScreenCell("ﻢ", 1, BOLD), ScreenCell("ﻋ", 1, BOLD))
    assert encode(row, TerminalEncoding.W) == (
        ScreenCell("ﺑ", 1, HOT),
        ScreenCell("ﻞ", 1),
        ScreenCell("ﻋ", 1, BOLD),
        ScreenCell("ﻢ", 1, BOLD),
    )


def test_elsewhere_colours_move_with_their_letter() -> None:
    row = (ScreenCell("ﻞ", 1, HOT), ScreenCell("ﺑ", 1))
    assert encode(row, TerminalEncoding.WL) == (ScreenCell("ب", 1), ScreenCell("ل" + LRM, 1, HOT))


def test_a_lam_alef_keeps_its_one_column_when_letters_are_left_to_the_terminal() -> None:
    assert encode_text("ﻡﻼﺳ", TerminalEncoding.TERMINAL) == "سﻼم"
    assert encode_text("ﻡﻼﺳ", TerminalEncoding.WL) == f"سﻼم{LRM}"


def test_words_of_one_script_are_one_stretch() -> None:
    assert encode_text("ﻢﻋ ﻦﻣ", TerminalEncoding.WL) == f"من عم{LRM}"
    assert encode_text("ﻢﻋ ﻦﻣ │ ﻢﻋ", TerminalEncoding.WL) == f"من عم{LRM} │ عم{LRM}"
    assert encode_text("ﻢﻋ ﻦﻣ  אב", TerminalEncoding.B2) == f"ﻣﻦ ﻋﻢ{BRAILLE_BLANK} בא"
    assert encode_text("ﻢﻋ אב", TerminalEncoding.B2) == f"ﻋﻢ{BRAILLE_BLANK}בא"


def test_digits_after_hebrew_are_held_in_place() -> None:
    assert encode_text("אב 12", TerminalEncoding.TERMINAL) == f"בא{LRM} 12"


def test_the_cycle_visits_every_encoding() -> None:
    seen = [TerminalEncoding.V]
    while (following := next_encoding(seen[-1])) not in seen:
        seen.append(following)
    assert following is TerminalEncoding.V
    assert set(seen) == set(TerminalEncoding)


def test_runs_gather_one_look() -> None:
    row = row_of("ab") + row_of("c", HOT)
    assert [tuple(run) for run in runs_of(row)] == [("ab", PLAIN), ("c", HOT)]


@pytest.mark.parametrize(
    ("logical", "apart"),
    [
        ("می\u200cخواهم", [2]),
        ("مشکل\u200cها", [4]),
        ("نمی\u200cلاف", [3]),
        ("کتاب\u200cهای", [4]),
        ("میخواهم", []),
        ("دار الزرع", []),
        ("پښ\u200cبه", [2]),
    ],
)
@pytest.mark.parametrize("encoding", [TerminalEncoding.WL, TerminalEncoding.TERMINAL])
def test_letters_that_a_non_joiner_parts_stay_apart_where_the_terminal_joins_anew(
    encoding: TerminalEncoding, logical: str, apart: list[int]
) -> None:
    painted = analyse(logical, 1).wrap(99)[0].text
    sent = encode_text(painted, encoding).replace(LRM, "")
    assert [at - number for number, at in enumerate(at for at, char in enumerate(sent) if char == "\u200c")] == apart


def test_neighbours_differ_by_a_step_of_colour() -> None:
    red = Style(Rgb(255, 0, 255), None, Attributes.NONE)
    sent = encode(row_of("a ﻢﺴﺑ b", red), TerminalEncoding.LC)
    colours = [cell.style.foreground for cell in sent]
    assert colours[:2] == [Rgb(255, 0, 255), None]
    assert {Rgb(255, 0, 254), Rgb(255, 0, 255)} == set(colours[2:5])
    assert all(one != other for one, other in pairwise(colours[2:5]))
    assert [cell.text for cell in sent[2:5]] == [f"{letter}{LRM}" for letter in "ﻢﺴﺑ"]
