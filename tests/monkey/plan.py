"""A session's plan: which document, which terminal, what is done; all of it follows from a number, the seed.

An event is a tuple of a kind and what belongs to it, so that a plan can be shown, shrunk and done again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from reader.terminal.keyboard import _PLAIN_KEYS, _SHIFTED_KEYS, _TYPED, Layout

Event = tuple[Any, ...]
"""``("type", bytes)``, ``("size", columns, rows)``, ``("there and back", columns, rows, seconds between)``,
``("stop", seconds)``, ``("stop twice", seconds)``, ``("ctrl+z", seconds)``, ``("wait", seconds)``."""

IDENTITIES = ("xterm", "vte", "konsole", "kitty", "pterm", "")
"""Terminals by the names of their recordings; "" never answers."""

WAYS_OUT = ("q", "ctrl+c", "SIGTERM", "SIGHUP")

_COMMANDS = "jjjkkk  bgG]]][[\t\t\t/nNmm'aHo:sfwiyYuJ-=vvdL?  \r\r\r"
_SPECIAL = (
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x7f", "\x1b"),
    *("\x1b", "\x1b", "\r", "\r", "\x0c", "\x1b[3~", "\x1b[1;5C", "\x1b[1;3D", "\x1bOP", "\x1b[24~", "\x01", "\x05"),
    *("\x15", "\x04", "\x06", "\x02", "\x10", "\x00", "\x1bj", "\x17", "\x0b"),
)
_WORDS = ("ال", "the", "1", "/", "(", "ש", "نص", "50%", "0x", "9" * 30, "http://[", "\u064b", "e", "*", "\\", "а", "م")
_BROKEN = (
    *(b"\xff", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\x80", b"\x80\x80\x80", b"\xf8\x88"),
    *(
        b"\x1b[",
        b"\x1b[<",
        b"\x1b[<0;",
        b"\x1b]52;c;",
        b"\x1bP!|",
        b"\x1b[200~",
        b"\x1b[201~",
        b"\x1bO",
        b"\x1b[99999u",
    ),
    *(
        b"\x1b[M\xff\xff\xff",
        b"\x1b[<0;99999;99999M",
        b"\x1b[1;1R",
        b"\x1b[0n",
        b"\x1b[?64;1c",
        b"\x1bP>|kitty(9)\x1b\\",
    ),
    *(
        b"\x1b[8;1$y",
        b"\x1b]11;rgb:ffff/ffff/ffff\x07",
        b"\x1b[I",
        b"\x1b[O",
        b"\x1b[9999999;5u",
        b"\x1b[0;0;0u",
        b"\x1b[106;1:3u",
    ),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done in a session.

    Attributes:
        seed: The number all of it follows from.
        document: Which of the documents.
        identity: What the terminal says it is.
        late: Seconds after which it says so.
        size: Columns and rows at first.
        events: What is done, in order.
        way_out: How it is left.
        options: Of the command line.
    """

    seed: int
    document: int
    identity: str
    late: float
    size: tuple[int, int]
    events: tuple[Event, ...]
    way_out: str
    options: tuple[str, ...]

    def only(self, kept: Sequence[int]) -> "Plan":
        """The same with some of its events."""
        return replace(self, events=tuple(self.events[number] for number in kept))


def plan_of(seed: int, documents: int) -> Plan:
    """The plan of a seed, where there are so many documents."""
    chance = Random(seed)  # noqa: S311 - the same every time
    identity = chance.choice(IDENTITIES)
    layout = chance.choice((None, None, *Layout))
    return Plan(
        seed=seed,
        document=int(chance.random() * documents),
        identity=identity,
        late=chance.choice((0, 0, 0, 0.2, 0.9, 2.0)),
        size=chance.choice(((80, 24), (100, 30), (132, 43), (40, 12), (25, 6), (200, 60))),
        events=tuple(_event(chance, layout, identity) for _ in range(chance.randint(15, 60))),
        way_out=chance.choice(WAYS_OUT),
        options=chance.choice(((), (), (), ("--lang=ar",), ("--lang=he",), ("--dir=rtl",), ("--justify=kashida",))),
    )


def _event(chance: Random, layout: Layout | None, identity: str) -> Event:
    kinds: Sequence[tuple[int, Callable[[], Event]]] = (
        (30, lambda: ("type", _commands(chance, layout, identity))),
        (16, lambda: ("type", chance.choice(_SPECIAL).encode() * chance.choice((1, 1, 1, 3, 20)))),
        (10, lambda: ("type", _written(chance))),
        (12, lambda: ("type", b"".join(_mouse(chance) for _ in range(chance.choice((1, 2, 5, 30)))))),
        (5, lambda: ("type", _paste(chance))),
        (7, lambda: ("type", b"".join(chance.choice(_BROKEN) for _ in range(chance.randint(1, 4))))),
        (2, lambda: ("type", chance.randbytes(chance.randint(1, 60)).translate(None, b"\x03\x1a"))),
        (7, lambda: ("size", *_size(chance))),
        (5, lambda: ("there and back", *_size(chance), chance.choice((0, 0.002, 0.01, 0.05)))),
        (2, lambda: ("stop", chance.choice((0.0, 0.05, 0.3)))),
        (1, lambda: ("stop twice", chance.choice((0.0, 0.01, 0.05)))),
        (2, lambda: ("ctrl+z", chance.choice((0.0, 0.05, 0.3)))),
        (4, lambda: ("wait", chance.choice((0.1, 0.3, 0.8)))),
    )
    return chance.choices([make for _, make in kinds], [weight for weight, _ in kinds])[0]()


def _commands(chance: Random, layout: Layout | None, identity: str) -> bytes:
    keys = [chance.choice(_COMMANDS) for _ in range(chance.choice((1, 1, 2, 4, 12)))]
    return b"".join(_key(key, layout, kitty=identity == "kitty" and chance.random() < 0.7) for key in keys)


def _key(key: str, layout: Layout | None, *, kitty: bool) -> bytes:
    """A key as the layout types it, or as the kitty keyboard protocol tells it."""
    typed = key
    if layout:
        for latin, own in zip((_PLAIN_KEYS, _SHIFTED_KEYS), _TYPED[layout], strict=True):
            if key in latin and own[latin.index(key)] != "·":
                typed = own[latin.index(key)]
    if not kitty or key in "\r\t ":
        return typed.encode()
    base = _PLAIN_KEYS[_SHIFTED_KEYS.index(key)] if key in _SHIFTED_KEYS else key
    return f"\x1b[{ord(typed)}::{ord(base)};{2 if base != key else 1};{ord(typed)}u".encode()


def _written(chance: Random) -> bytes:
    """A field opened, something written into it, and perhaps taken or left."""
    text = "".join(chance.choice(_WORDS) for _ in range(chance.choice((1, 2, 5))))
    return (chance.choice("//:a'") + text + chance.choice(("", "\r", "\r\r", "\x1b", "\x7f\x7f", "\t\r"))).encode()


def _mouse(chance: Random) -> bytes:
    button = chance.choice((0, 0, 0, 2, 1, 32, 35, 64, 64, 65, 65, 4, 16, 128))
    return f"\x1b[<{button};{chance.randint(0, 130)};{chance.randint(0, 50)}{chance.choice('MMm')}".encode()


def _paste(chance: Random) -> bytes:
    piece = chance.choice(("نص ", "word ", "a\n", "\x1b[31m", "\u202e", "ש", "\t", "\x00\x07", "👨\u200d👩", "ب\u064b"))
    opened = chance.choice(("", "/", ":", "a"))
    return f"{opened}\x1b[200~{piece * chance.choice((1, 5, 100, 2000))}\x1b[201~".encode()


def _size(chance: Random) -> tuple[int, int]:
    return chance.choice(
        ((80, 24), (120, 40), (60, 20), (20, 5), (10, 3), (5, 2), (2, 2), (1, 1), (250, 10), (30, 70), (33, 9))
    )
