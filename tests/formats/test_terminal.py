"""What commands print: text, looks, links and sections; nothing else of it is obeyed."""

import os
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import OpenOptions, open_document
from reader.formats.raw import Raw
from reader.formats.sgr import look_after
from reader.formats.sniffing import format_of
from reader.formats.terminal import document_of, printed_text
from reader.model import Attributes, BlockKind, Direction, Document, Look, Mark
from reader.model.looks import PLAIN_LOOK
from tests.samples import ROOT

PRINTED = Path(__file__).parent / "printed"
GOLDENS = ROOT / "tests" / "goldens"

BOLD, UNDERLINE = Attributes.BOLD, Attributes.UNDERLINE


def opened(text: str) -> Document:
    return document_of(Raw(text.encode()))


def shown(text: str) -> str:
    """The text, looks and links written out."""
    printed = printed_text(text)
    pieces, at = [], 0
    for stretch in printed.stretches:
        pieces.append(printed.text[at : stretch.start])
        words = [name.lower() for name in Attributes.__members__ if name != "NONE"]
        look = [word for word in words if stretch.look.attributes & Attributes[word.upper()]]
        look += [stretch.look.foreground] if stretch.look.foreground else []
        look += [f"on {stretch.look.background}"] if stretch.look.background else []
        look += [stretch.link] if stretch.link else []
        pieces.append(f"⟨{' '.join(look)}: {printed.text[stretch.start : stretch.end]}⟩")
        at = stretch.end
    return "".join([*pieces, printed.text[at:]])


@pytest.mark.parametrize("name", ["tide.1", "log", "words.diff"])
def test_what_commands_print_looks_as_it_came(name: str) -> None:
    text = (PRINTED / f"{name}.txt").read_text(encoding="utf-8")
    path = GOLDENS / f"printed-{name}.txt"
    if os.environ.get("READER_UPDATE_GOLDENS"):
        path.write_text(shown(text), encoding="utf-8")
    assert shown(text) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("X\bX", "⟨bold: X⟩"),
        ("_\bX", "⟨underline: X⟩"),
        ("X\b_", "⟨underline: X⟩"),
        ("_\bX\bX", "⟨bold underline: X⟩"),
        ("X\bX\bX\bX", "⟨bold: X⟩"),
        ("abc\b\b\b___", "⟨underline: abc⟩"),
        ("+\bo", "o"),
        ("ش\bشا\bا", "⟨bold: شا⟩"),
        ("ש\u05b8\bש\u05b8", "⟨bold: ש\u05b8⟩"),
        ("_\bש\u05b8", "⟨underline: ש\u05b8⟩"),
        ("e\u0301\b_", "⟨underline: e\u0301⟩"),
        ("字\b字", "⟨bold: 字⟩"),
        ("字\b\b字", "⟨bold: 字⟩"),
        ("_\b__\ba", "⟨bold: _⟩⟨underline: a⟩"),
        ("_\ba_\b_", "⟨underline: a_⟩"),
        ("\x1b[31mX\bX\x1b[m", "⟨bold 1: X⟩"),
        ("ab\b", "ab"),
        ("a\b\b\b\bb", "b"),
    ],
)
def test_overstrike(text: str, look: str) -> None:
    assert shown(text) == look


@pytest.mark.parametrize(
    ("parameters", "look"),
    [
        ("1;4", Look(BOLD | UNDERLINE)),
        ("1;22", PLAIN_LOOK),
        ("31;42", Look(foreground="1", background="2")),
        ("97;100", Look(foreground="15", background="8")),
        ("38;5;200", Look(foreground="200")),
        ("48;2;1;2;3", Look(background="#010203")),
        ("38:5:200", Look(foreground="200")),
        ("38:2::1:2:3", Look(foreground="#010203")),
        ("38:2:1:2:3", Look(foreground="#010203")),
        ("4:3", Look(UNDERLINE)),
        ("4;4:0", PLAIN_LOOK),
        ("21", Look(UNDERLINE)),
        ("58;2;1;2;3;1", Look(BOLD)),
        ("58;5;1;1", Look(BOLD)),
        ("38;5", PLAIN_LOOK),
        ("38;5;300;1", Look(BOLD)),
        ("38;2;1;2", PLAIN_LOOK),
        ("31;39", PLAIN_LOOK),
        ("1;31;", PLAIN_LOOK),
        ("", PLAIN_LOOK),
        ("8", PLAIN_LOOK),
        ("1000", PLAIN_LOOK),
        ("9" * 10_000, PLAIN_LOOK),
        ("1;" * 1000 + "3", Look(BOLD | Attributes.ITALIC)),
    ],
)
def test_sgr(parameters: str, look: Look) -> None:
    assert look_after(PLAIN_LOOK, parameters) == look
    assert Look.of(look.target) == look


def test_a_look_that_is_never_reset_goes_on() -> None:
    assert shown("a\x1b[31mb\nc\n") == "a⟨1: b\nc\n⟩"


def test_a_hyperlink_is_a_link() -> None:
    document = opened("see \x1b]8;id=1;https://example.org/a?b=c\x1b\\here\x1b]8;;\x07 and there")
    (span,) = document.blocks[0].spans
    assert (span.mark, span.target, document.slice(span.range)) == (Mark.LINK, "https://example.org/a?b=c", "here")
    assert document.slice(document.range) == "see here and there"


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[2Jx",
        "\x1b[31",
        "\x1b]0;title\x07x",
        "\x1bP1$r0m\x1b\\",
        "\x1b]8;;http://a\nb",
        "\x1b[?1049hx",
        "\x9b31mx",
        "\x1bcx",
        "\b\bx",
    ],
)
def test_every_other_control_stays_in_the_text(text: str) -> None:
    assert printed_text(text).text == text
    assert printed_text(text).stretches == []


@pytest.mark.parametrize(
    "text",
    ["\b" * 10**6, "a\b" * 10**5, "\x1b[31" * 10**5, "\x1b]8;;" * 10**5, "\x1b[31mx" * 10**5, "\x1b[" + "1;" * 10**6],
    ids=["backspaces", "struck", "unfinished", "unfinished links", "colours", "endless"],
)
def test_hostile_output_is_read_in_time_that_grows_with_it(text: str) -> None:
    assert len(opened(text)) <= len(text)


def test_broken_bytes_in_colour_are_shown() -> None:
    document = document_of(Raw(b"\x1b[31m\xff\xfe red\x1b[0m " + "é".encode() * 20))
    assert document.slice(document.range).startswith("\ufffd\ufffd red")
    assert document.blocks[0].spans[0].range.length == 6


def test_a_man_page_has_its_sections() -> None:
    document = document_of(Raw((PRINTED / "tide.1.txt").read_bytes()))
    titles = [(section.level, document.slice(section.title)) for section in document.sections]
    assert titles == [(1, "NAME"), (1, "SYNOPSIS"), (1, "DESCRIPTION"), (2, "Exit status"), (1, "SEE ALSO")]
    assert document.meta.title == "TIDE(1)"


def test_commits_and_files_are_sections() -> None:
    document = document_of(Raw((PRINTED / "log.txt").read_bytes()))
    assert [section.level for section in document.sections] == [1, 2, 2, 1, 2, 2]
    assert document.slice(document.sections[1].title) == "diff --git a/notes.txt b/notes.txt"


def test_lines_run_by_their_own_letters_and_stand_as_they_came() -> None:
    document = opened("one\n\n  two\nשלום\n\nעולם\nend\n\n")
    assert [(block.kind, block.direction, document.slice(block.range)) for block in document.blocks] == [
        (BlockKind.CODE, Direction.LTR, "one\n\n  two"),
        (BlockKind.CODE, Direction.RTL, "שלום\n\nעולם"),
        (BlockKind.CODE, Direction.LTR, "end"),
    ]
    assert [block.source.line for block in document.blocks] == [1, 4, 7]


def test_columns_that_end_with_right_to_left_names_stay_where_they_are() -> None:
    document = opened("total 8\n-rw-r--r-- 1 me me 9 May  1 10:00 ملاحظات عن المد والجزر في المدينة كلها\n")
    assert [block.direction for block in document.blocks] == [Direction.LTR]


DIFFERENCE = """diff --git a/poem.txt b/poem.txt
index 83db48f..bf2a1c0 100644
--- a/poem.txt
+++ b/poem.txt
@@ -1,3 +1,3 @@
 كان الماء يجري في النهر إلى البحر ولا يعود منه شيء إلى الجبال
-وكان الناس يقولون إن البحر لا يشبع
+وكان الناس في المدينة يقولون إن البحر لا يشبع أبدا
"""


@pytest.mark.parametrize(
    ("printed", "rtl"),
    [
        (DIFFERENCE, False),
        ("السلام عليكم\nReader هو اسم البرنامج الذي يقرأ النصوص\nانتهى\n", True),
        ("one\nالسلام عليكم ورحمة الله\n12\n", True),
        ("Reader הוא שם של תוכנה\n", True),
        ("12\n", False),
    ],
)
def test_the_whole_runs_as_most_of_its_lines_do(printed: str, rtl: bool) -> None:  # noqa: FBT001 - a table's column
    assert opened(printed).direction.is_rtl is rtl


def test_a_line_of_prose_that_begins_with_a_latin_word_follows_the_one_before() -> None:
    document = opened("הספר נקרא בעברית, ואחר כך\nReader הוא השם שלו באנגלית\n")
    assert [block.direction for block in document.blocks] == [Direction.RTL]


@pytest.mark.parametrize(
    ("data", "path", "name"),
    [
        (b"total 8\n-rw-r--r-- 1 me me 3 May  1 10:00 a\n", "", "terminal"),
        (b"total 8\n-rw-r--r-- 1 me me 3 May  1 10:00 a\n", "list.txt", "text"),
        (b"\x1b[31mred\x1b[m\n", "out.log", "terminal"),
        (b"\x1b[31mred\x1b[m\n", "out", "terminal"),
        (b"N\bNA\bA\n", "page.txt", "terminal"),
        (b"# \x1b[31mred\x1b[m\n", "a.py", "code"),
        (b"|\b/\b-\b\\", "spinner.txt", "text"),
        ("כל בני האדם נולדו בני חורין ושווים בערכם. ".encode() * 9, "", "text"),
    ],
)
def test_what_a_text_is_taken_for(data: bytes, path: str, name: str) -> None:
    assert format_of(data, path) == name


def test_the_format_can_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("a\n b\n", encoding="utf-8")
    assert open_document(path, OpenOptions(format="terminal")).is_printed


@given(
    st.lists(
        st.sampled_from(["a", "ש", "字", "\u05b8", "_", "\b", "\x1b[1m", "\x1b[", "m", "\x1b]8;;x\x07", "\n", "\t"])
    )
)
def test_blocks_and_spans_lie_in_the_text(parts: list[str]) -> None:
    document = opened("".join(parts))
    assert all(a.range.end < b.range.start for a, b in pairwise(document.blocks))
    for block in document.blocks:
        assert all(block.range.start <= s.range.start < s.range.end <= block.range.end for s in block.spans)


def test_a_manual_of_this_machine_is_read() -> None:
    try:
        made = subprocess.run(["man", "-P", "cat", "man"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no manual pages here")
    document = document_of(Raw(made.stdout))
    if "minimized" in document.slice(document.range) or not document.meta.title:
        pytest.skip("no manual pages here")
    assert len(document.sections) > 3
