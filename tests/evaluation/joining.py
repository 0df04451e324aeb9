"""How often lines are joined that were meant, and broken ones are not: ``python -m tests.evaluation.joining``.

Texts with the truth known: prose in many languages, broken at a column in the ways programs and people do; texts whose
lines were meant (``tests/evaluation/lines``: chats, lists, verse, addresses, tables, messages, subtitles), by
themselves and among broken prose; and what commands print here and now. A line counts as joined where it goes on in the
paragraph of the line before it. ``FILE…``: files of one JSON string a line, paragraphs to be broken at columns chosen
at random, as a trial with texts that nobody looked at.
"""

import json
import random
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.formats import parse_text
from reader.model import BlockKind
from tests.evaluation.encodings import PROSE
from tests.samples import article

LINES = Path(__file__).parent / "lines"
WIDTHS = (40, 55, 66, 72, 78, 98)

COMMANDS = (
    ("ls", "-l", "/usr/bin"),
    ("ls", "-la", "/etc"),
    ("ls", "/usr/lib"),
    ("df", "-h"),
    ("df",),
    ("ps", "aux"),
    ("ps", "-ef"),
    ("mount",),
    ("env",),
    ("du", "-h", "/usr/share/doc/python3"),
    ("git", "log", "-n", "40"),
    ("git", "log", "-p", "-n", "3"),
    ("git", "log", "--oneline", "-n", "60"),
    ("git", "log", "--stat", "-n", "10"),
    ("git", "show", "--stat"),
    ("git", "--help"),
    ("ls", "--help"),
    ("python3", "--help"),
    ("cat", "/etc/passwd"),
    ("cat", "/etc/services"),
    ("free",),
    ("lscpu",),
    ("stat", "/etc/passwd"),
    ("dpkg", "-l"),
    ("wc", "-l", "/etc/passwd", "/etc/group", "/etc/services"),
)


class Case(NamedTuple):
    """A text, and of every line that is not blank whether it goes on with the one before."""

    name: str
    text: str
    goes_on: tuple[bool, ...]


class Piece(NamedTuple):
    """Lines, and whether all but the first go on."""

    lines: list[str]
    joined: bool


def case_of(name: str, pieces: Sequence[Piece], between: str = "\n\n") -> Case:
    """A case of pieces that stand after each other."""
    text, goes_on = [], list[bool]()
    for piece in pieces:
        text.append("\n".join(piece.lines))
        said = [line for line in piece.lines if line.strip()]
        goes_on += [piece.joined and bool(i) for i in range(len(said))]
    return Case(name, between.join(text) + "\n", tuple(goes_on))


# Ways to break prose


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """As most programs do: as many words as fit."""
    if " " not in text:  # ideographs
        return [text[at : at + width // 2] for at in range(0, len(text), width // 2)]
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def by_hand(text: str, width: int, chance: random.Random, first: str = "", rest: str = "") -> list[str]:
    """As people do: somewhere before the edge."""
    lines, line = [], first
    limit = width - chance.randrange(8)
    for word in text.split():
        if line.strip() and len(line) + 1 + len(word) > limit:
            lines.append(line)
            line, limit = rest, width - chance.randrange(8)
        line = f"{line} {word}" if line.strip() else line + word
    return [*lines, line]


def balanced(text: str, width: int) -> list[str]:
    """As ``fmt`` does: lines about as long as each other, by the least sum of squares."""
    words = text.split()
    goal = width * 0.93
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(words) + 1)
    for start in range(len(words) - 1, -1, -1):
        length, found = -1, (float("inf"), len(words))
        for end in range(start + 1, len(words) + 1):
            length += 1 + len(words[end - 1])
            if length > width and end > start + 1:
                break
            cost = 0.0 if end == len(words) else (goal - length) ** 2
            found = min(found, (cost + best[end][0], end))
        best[start] = found
    lines, start = [], 0
    while start < len(words):
        lines.append(" ".join(words[start : best[start][1]]))
        start = best[start][1]
    return lines


def justified(text: str, width: int) -> list[str]:
    """As ``nroff`` does: spaces between words until the edge is met."""
    lines = wrapped(text, width)
    return [*(_filled(line, width, bool(i % 2)) for i, line in enumerate(lines[:-1])), lines[-1]]


def _filled(line: str, width: int, right: bool) -> str:  # noqa: FBT001
    words = line.split()
    gaps, spaces = len(words) - 1, width - sum(map(len, words))
    if not gaps:
        return line
    sizes = [spaces // gaps + (i < spaces % gaps) for i in range(gaps)]
    if right:
        sizes.reverse()
    return words[0] + "".join(" " * size + word for size, word in zip(sizes, words[1:], strict=True))


# The cases


def prose() -> Iterator[tuple[str, list[str]]]:
    """Paragraphs of every language there is text of."""
    for language, text in PROSE.items():
        yield language, [text]
    document = article()
    paragraphs = [document.slice(b.range) for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    yield "article", [p for p in paragraphs if len(p) > 200]
    for path in sorted(LINES.glob("prose-*.txt")):
        yield path.stem, path.read_text(encoding="utf-8").split("\n\n")


def meant() -> Iterator[tuple[str, str]]:
    """Texts whose lines were meant."""
    for path in sorted(LINES.glob("*.txt")):
        if not path.stem.startswith("prose-"):
            yield path.stem, path.read_text(encoding="utf-8")


def printed() -> Iterator[tuple[str, str]]:
    """What commands print here."""
    for command in COMMANDS:
        try:
            done = subprocess.run(command, capture_output=True, check=False, cwd=Path(__file__).parents[2])
        except OSError:
            continue
        if done.stdout:
            yield " ".join(command), done.stdout.decode("utf-8", "replace")


def wrapped_cases() -> Iterator[Case]:
    """Prose, broken in every way."""
    chance = random.Random(1)  # noqa: S311 - the same every time
    for name, paragraphs in prose():
        for width in WIDTHS:
            yield from broken(f"{name} at {width}", paragraphs, width, chance)


def broken(name: str, paragraphs: Sequence[str], width: int, chance: random.Random) -> Iterator[Case]:
    """Paragraphs broken near a column in the ways programs and people do."""
    ways: dict[str, Callable[[str], list[str]]] = {
        "filled": lambda text: wrapped(text, width),
        "indented": lambda text: wrapped(text, width, "    ", "    "),
        "first line in": lambda text: wrapped(text, width, "   "),
        "hanging": lambda text: wrapped(text, width, "- ", "  "),
        "justified": lambda text: justified(text, width),
    }
    if width >= 55:
        ways |= {"by hand": lambda text: by_hand(text, width, chance), "balanced": lambda text: balanced(text, width)}
    for way, lines_of in ways.items():
        yield case_of(f"{name}, {way}", [Piece(lines_of(text), joined=True) for text in paragraphs])
    if len(paragraphs) > 1:
        tight = [Piece(wrapped(text, width, "   "), joined=True) for text in paragraphs]
        yield case_of(f"{name}, first line in, nothing between", tight, "\n")


def mixed_cases() -> Iterator[Case]:
    """Lines that were meant among prose that was broken."""
    for name, text in meant():
        language = name.rsplit("-", 1)[-1]
        around = PROSE.get(language, PROSE["en"])
        pieces = [
            Piece(wrapped(around, 72), joined=True),
            *(Piece(part.split("\n"), joined=False) for part in text.strip("\n").split("\n\n")),
            Piece(wrapped(around, 72), joined=True),
        ]
        yield case_of(f"{name} in prose", pieces)


def kept_cases() -> Iterator[Case]:
    """Those that are the same everywhere."""
    for name, text in meant():
        yield case_of(name, [Piece(text.split("\n"), joined=False)])
    yield from mixed_cases()
    yield from wrapped_cases()


def cases() -> Iterator[Case]:
    """All of them."""
    for name, text in printed():
        yield case_of(name, [Piece(text.split("\n"), joined=False)])
    yield from kept_cases()


# Judging


class Wrong(NamedTuple):
    """Lines that were joined and should not have been, and those that were not and should."""

    joined: list[str]
    parted: list[str]


def judged(case: Case) -> Wrong:
    """What is wrong in a case."""
    document = parse_text(case.text)
    within: set[int] = set()
    for block in document.blocks:
        if block.kind not in (BlockKind.CODE, BlockKind.VERSE):
            at = case.text.find("\n", block.range.start, block.range.end)
            while at >= 0:
                within.add(at + 1)
                at = case.text.find("\n", at + 1, block.range.end)
    wrong = Wrong([], [])
    at = number = 0
    for line in case.text.split("\n"):
        if line.strip():
            if (at in within) is not case.goes_on[number]:
                (wrong.joined if at in within else wrong.parted).append(line)
            number += 1
        at += len(line) + 1
    return wrong


def of_files(names: Sequence[str]) -> Iterator[Case]:
    """Cases of paragraphs that nobody looked at."""
    chance = random.Random(7)  # noqa: S311 - the same every time
    for name in names:
        paragraphs = [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]
        chance.shuffle(paragraphs)
        for start in range(0, len(paragraphs), 3):
            width = chance.randrange(50, 100)
            yield from broken(f"{name} {start} at {width}", paragraphs[start : start + 3], width, chance)


def main(names: Sequence[str]) -> None:
    """Print what is wrong, and how much of how many."""
    texts = lines = joins = partings = bad = 0
    for case in of_files(names) if names else cases():
        wrong = judged(case)
        texts += 1
        lines += len(case.goes_on)
        joins += len(wrong.joined)
        partings += len(wrong.parted)
        if wrong.joined or wrong.parted:
            bad += 1
            print(f"{case.name}: {len(wrong.joined)} joined, {len(wrong.parted)} parted of {len(case.goes_on)}")
            for line in wrong.joined[:3]:
                print(f"    joined  {line[:100]}")
            for line in wrong.parted[:3]:
                print(f"    parted  {line[:100]}")
    print(f"{texts} texts, {lines} lines: {joins} wrongly joined, {partings} wrongly parted, in {bad} texts")


if __name__ == "__main__":
    main(sys.argv[1:])
