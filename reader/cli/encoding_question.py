"""The one question about the screen: which of some lines reads right, where nothing tells what the terminal does."""

import contextlib
import os
import termios
import tty
from codecs import getincrementaldecoder

from reader.locale import Messages
from reader.terminal.doctor import ASKED_ABOUT, question_rows
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.probe import Probed
from reader.terminal.replies import ReplyParser


def encoding_answered(found: Probed, language: str) -> TerminalEncoding | None:
    """Show a line in each encoding and wait for a key; the screen is as before then.

    Args:
        found: The terminal, which has one to read from.
        language: The interface's.

    Returns:
        The encoding whose number was pressed; None for any other key.
    """
    if found.descriptor is None:
        return None
    question = Messages(language).text("asking.question")
    rows = question_rows(found.terminal, list(dict.fromkeys((Messages("en").text("asking.question"), question))))
    os.write(found.descriptor, "".join(f"{row}\r\n" for row in rows).encode())
    pressed = _key(found.descriptor, found.parser)
    os.write(found.descriptor, f"\r\x1b[{len(rows)}A\x1b[J".encode())
    number = int(pressed) if pressed.isdecimal() else 0
    return ASKED_ABOUT[number - 1] if 1 <= number <= len(ASKED_ABOUT) else None


def _key(descriptor: int, parser: ReplyParser) -> str:
    """The key typed next; late answers of the terminal are not typed."""
    decode = getincrementaldecoder("utf-8")(errors="replace").decode
    typed = ""
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSANOW)
        while not typed and (data := os.read(descriptor, 64)):
            typed = parser.feed(decode(data)) or (parser.release() if data == b"\x1b" else "")
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSANOW, before)
    return typed
