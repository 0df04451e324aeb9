"""The report of ``reader doctor``: everything found out about the terminal, and rows to judge by eye."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reader.terminal.encodings import TerminalEncoding, encode, encode_text
from reader.terminal.glyphs import Glyphs
from reader.terminal.identity import Terminal
from reader.terminal.kinds import BETWEEN, KINDS
from reader.terminal.replies import BIDI_MODE, Answers
from reader.terminal.row import row_of, runs_of
from reader.terminal.style import PLAIN, ColourDepth, sgr
from reader.text.layout import analyse

TEST_SENTENCE = "حمّل الناس «لاما» من Meta 1.5 مليار مرة (٣٠٪)."
"""Joined letters, a mark, a quoted and a Latin word, both kinds of digits, brackets."""

_OWN = ("TERM", "COLORTERM", "NO_COLOR", "LANG")
_SHOWN = tuple(
    dict.fromkeys(
        (
            *_OWN,
            *(name for kind in KINDS for name in kind.variables),
            *(row.variable for row in BETWEEN if row.variable),
        )
    )
)
"""Variables that tell something of a terminal."""

_DEPTHS = {
    ColourDepth.MONO: "none",
    ColourDepth.ANSI: "16",
    ColourDepth.PALETTE: "256",
    ColourDepth.TRUE: "16 million",
}
_BIDI_STATES = {
    0: "no answer",
    1: "on, and can be switched off",
    2: "off, and can be switched on",
    3: "always on",
    4: "always off",
}


def doctor_lines(
    terminal: Terminal, answers: Answers, environ: Mapping[str, str], encoding: TerminalEncoding
) -> Iterator[str]:
    """The lines to print, each for a row of its own, between what the terminal is to be entered and left with.

    Args:
        terminal: What was found out.
        answers: What the terminal said, shown as it came.
        environ: The environment that was looked at.
        encoding: The encoding the reader is going to use.
    """
    name = " ".join(part for part in (terminal.name, terminal.version) if part) or "not recognised"
    yield f"terminal      {name}{f', inside {terminal.multiplexer}' if terminal.multiplexer else ''}"
    yield f"says          {_said(answers) or 'nothing'}"
    shown = (key for key in _SHOWN if environ.get(key))
    yield f"environment   {' '.join(f'{key}={_printable(environ[key])}' for key in shown)}"
    yield f"bidi mode     {_BIDI_STATES.get(answers.mode(BIDI_MODE), 'unknown')}"
    yield f"colours       {_DEPTHS[terminal.depth]}, background {terminal.ground}"
    offered = {
        "margins": terminal.margins,
        "synchronised frames": terminal.synchronised,
        "kitty keyboard": terminal.keyboard,
    }
    yield f"offers        {', '.join(name for name, has in offered.items() if has) or 'nothing more'}"
    yield f"marks         {terminal.glyphs.marks}"
    yield f"emoji         {_emoji(terminal.glyphs)}"
    yield f"rows sent as  {encoding}{' with the terminal told not to reorder' if terminal.enter else ''}"
    yield ""
    yield from test_rows(encoding, terminal)
    yield ""
    yield advice(terminal)


def test_rows(encoding: TerminalEncoding, terminal: Terminal) -> Iterator[str]:
    """A sentence as each encoding sends it, the one in use marked."""
    for each in TerminalEncoding:
        yield sample(f"{'>' if each is encoding else ' '} {each}", each, terminal)


ASKED_ABOUT = tuple(encoding for encoding in TerminalEncoding if encoding is not TerminalEncoding.TERMINAL)
"""The subjects of the rows that :func:`question_rows` numbers, from 1 on."""


def question_rows(terminal: Terminal, questions: Sequence[str]) -> list[str]:
    """Numbered samples under a question, each for a row of its own; the question in several languages, logical."""
    painted = [_painted(text, 0 if text.isascii() else 1) for text in questions]
    asked = [encode_text(text, terminal.encoding, terminal.glyphs) for text in painted]
    return asked + [sample(f"  {n}", encoding, terminal) for n, encoding in enumerate(ASKED_ABOUT, 1)]


def sample(label: str, encoding: TerminalEncoding, terminal: Terminal) -> str:
    """The sentence as an encoding sends it, behind a label, with no more in it than the terminal draws."""
    cells = encode(row_of(f"{label:12}{_painted(TEST_SENTENCE, 1)}"), encoding, terminal.glyphs)
    runs = runs_of(cells)
    looks = [PLAIN, *(run.style for run in runs)]
    changes = [sgr(old, new, terminal.depth) for old, new in pairwise((*looks, PLAIN))]
    return "".join([*(change + run.text for change, run in zip(changes, runs, strict=False)), changes[-1]])


def _painted(text: str, level: int) -> str:
    (line,) = analyse(text, level).wrap(2 * len(text))
    return "".join(cluster.shape for cluster in line.clusters)


def advice(terminal: Terminal) -> str:
    """One sentence: what to do when it looks wrong."""
    if not terminal.paints:
        return "This is no terminal that can move its cursor: use 'reader print'."
    look = (
        "The row marked > should show joined letters, and at its left end a number between round brackets; "
        "if another row does instead, press v in the reader until the text looks like that row, "
        "or start it with --bidi-encoding=NAME."
    )
    return f"{look} {terminal.hint}".strip()


def _emoji(glyphs: Glyphs) -> str:
    columns = "two columns" if glyphs.wide_emoji else "one column"
    return f"{columns}, families {'whole' if glyphs.families else 'by their first'}"


def _said(answers: Answers) -> str:
    parts = {
        "XTVERSION": answers.version,
        "DA1": answers.da1 or "",
        "DA2": answers.da2,
        "DA3": answers.da3,
        "background": answers.background,
    }
    modes = [f"mode {name}: {state}" for name, state in answers.modes]
    return ", ".join([*(f"{name} {_printable(text)}" for name, text in parts.items() if text), *modes])


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in text)
