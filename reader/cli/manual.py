"""``--man``: the manual page, in the macros of man(7), made from the table of the command line and that of actions.

The page that is installed (``share/man/man1/reader.1``) is this program's output, kept in ``man/`` and compared with it
by a test.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from reader import __version__
from reader.cli.arguments import JUSTIFICATIONS, LANGUAGES, Options
from reader.cli.grammar import COMMANDS, COMMON, READER, Command, Option
from reader.cli.helping import usage_of
from reader.locale import Messages
from reader.model import ExitCode
from reader.store.configuration import WIDEST
from reader.view.actions import ACTIONS
from reader.view.keys import shown_key
from reader.view.theme_names import THEMES

_SETTINGS = (
    ("language", " | ".join(f'"{one}"' for one in LANGUAGES), "language of the interface"),
    ("theme", " | ".join(f'"{one}"' for one in THEMES), "colours"),
    ("width", f"1 to {WIDEST}", "columns of text at most"),
    ("justify", " | ".join(f'"{one}"' for one in JUSTIFICATIONS), "how lines are filled to the width"),
    ("linear", "true | false", "everything said in lines, for screen readers and braille"),
    ("[keys]", 'ACTION = ["KEY", ...]', "keys of an action, instead of those under KEYS"),
    ("[assistant]", "url, model, api_key_env, mmproj, context", "who answers questions"),
)

_ENVIRONMENT = (
    ("READER_STATE", "folder of bookmarks, places and set-up, instead of the user's state folder"),
    ("READER_CONFIG", "configuration, a file or the folder of config.toml, instead of the user's configuration folder"),
    ("LC_ALL, LC_MESSAGES, LANG", "language of the interface, where nothing else says it"),
    ("NO_COLOR", "where it is set, there are no colours"),
    ("VISUAL, EDITOR", "editor of notes and of files of text"),
    ("LESS", "an F in it has piped text that fits on one screen printed"),
    ("TEXTUAL_DRIVER", "a driver of Textual's that shows the reader elsewhere than in this terminal"),
)

_STATUS = {
    ExitCode.DONE: "done",
    ExitCode.NOTHING_FOUND: "nothing was found",
    ExitCode.USAGE: "the command line is not understood, or the output cannot be written",
    ExitCode.DOCUMENT: "the document cannot be read",
    ExitCode.TERMINAL: "the terminal cannot show the reader",
    ExitCode.UNREACHABLE: "the assistant cannot be reached",
    ExitCode.DEFECT: "a defect of the reader",
    ExitCode.INTERRUPTED: "interrupted",
}


def run(_options: Options) -> ExitCode:
    """Print the page."""
    sys.stdout.write(page())
    return ExitCode.DONE


def page() -> str:
    """The manual page, in English."""
    messages = Messages("en")
    return "\n".join(_lines(messages)) + "\n"


def _lines(messages: Messages) -> Iterator[str]:
    about = _text(messages.text("cli.about"))
    yield f'.TH READER 1 "" "reader {__version__}" "User Commands"'
    yield ".SH NAME"
    yield rf"reader \- {about[0].lower()}{about[1:].rstrip('.')}"
    yield ".SH SYNOPSIS"
    for line in usage_of(READER):
        yield rf".B {_text(line)}"
        yield ".br"
    yield ".SH DESCRIPTION"
    yield _text(messages.text("cli.closing"))
    yield from _arguments(READER, messages)
    yield ".SH COMMANDS"
    for command in COMMANDS.values():
        yield from _command(command, messages)
    yield ".SH OPTIONS"
    yield from _options(READER.options, messages)
    for heading, options in COMMON:
        yield f".SS {_text(messages.text(heading))}"
        yield from _options(options, messages)
    yield from _keys(messages)
    yield from _section(
        "CONFIGURATION", ((f"{name}{' = ' if name[0] != '[' else ' '}{may}", what) for name, may, what in _SETTINGS)
    )
    yield from _section(
        "EXAMPLES", ((f"reader {line}".rstrip(), messages.text(text)) for one in _all() for line, text in one.examples)
    )
    yield from _section("ENVIRONMENT", _ENVIRONMENT)
    yield from _section("EXIT STATUS", ((str(int(code)), text) for code, text in _STATUS.items()))


def _all() -> tuple[Command, ...]:
    return (READER, *COMMANDS.values())


def _command(command: Command, messages: Messages, above: Command | None = None) -> Iterator[str]:
    yield f".SS {_text(usage_of(command, above)[0])}"
    yield _text(messages.text(command.text))
    yield from _arguments(command, messages)
    yield from _options(command.options, messages)
    for action in command.actions:
        yield from _command(action, messages, command)


def _arguments(command: Command, messages: Messages) -> Iterator[str]:
    for argument in command.arguments:
        yield from _item(argument.metavar, messages.text(argument.text))


def _options(options: Iterable[Option], messages: Messages) -> Iterator[str]:
    for option in options:
        yield from _item(option.shown, messages.text(option.text))


def _keys(messages: Messages) -> Iterator[str]:
    """The keys, each with the name that the configuration calls its action by."""
    yield ".SH KEYS"
    for text, sharing in groupby((row for row in ACTIONS if row.help), key=lambda row: row.help):
        rows = [*sharing]
        names = ", ".join(str(row.action) for row in rows)
        yield from _item(" ".join(shown_key(key) for row in rows for key in row.keys), messages.text(text))
        yield rf"(\fI{_text(names)}\fR)"


def _section(heading: str, items: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f".SH {heading}"
    for term, text in items:
        yield from _item(term, text)


def _item(term: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield rf"\fB{_text(term)}\fR"
    yield _text(text)


_SIGNS = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq"}
_TO_WRITE = re.compile(r"[\\'`^~\"-]")
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def _text(text: str) -> str:
    """A text for troff: signs that mean something to it, or that it would change, written by their names."""
    written = _TO_WRITE.sub(lambda sign: _SIGNS[sign[0]], " ".join(text.translate(_ISOLATES).split()))
    return rf"\&{written}" if written.startswith(".") else written
