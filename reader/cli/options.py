"""The command line's grammar: common options, commands and what each accepts."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn

from reader import __version__
from reader.cli.arguments import BOOKMARK_FORMS, ENCODINGS, JUSTIFICATIONS, LANGUAGES, THEMES, Options


class _Parser(argparse.ArgumentParser):
    """Errors are one line, raised like every other failure."""

    def error(self, message: str) -> NoReturn:
        raise _misuse(f"{_cut(message)}; see '{self.prog} --help'")

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002 - the base class's signature
        """Help and version, on standard output; unlike the base class's, this one does not hide that it cannot."""
        sys.stdout.write(message)
        sys.stdout.flush()


def _misuse(message: str) -> Exception:
    """The :class:`~reader.model.UsageError` of a message; the model is loaded for it and for no ``--version``."""
    from reader.model import UsageError

    return UsageError(message)


def _cut(message: str) -> str:
    """A message that quotes what was typed, of a length that is read."""
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}…"


_LONGEST_MESSAGE = 500


def _width(text: str) -> int:
    try:
        width = int(text)
    except ValueError:
        width = 0
    if not 1 <= width <= 10_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of columns from 1 to 10000")
    return width


def _encoding(text: str) -> str:
    if text != "auto":
        from reader.formats.encodings import known_encoding

        if not known_encoding(text):
            raise argparse.ArgumentTypeError(f"{text!r} is no character encoding that is known; try windows-1256")
    return text


def _format(text: str) -> str:
    if text != "auto":
        from reader.formats.plugins import format_named, names

        if not format_named(text):
            raise argparse.ArgumentTypeError(f"{text!r} is no format that is known; known are {', '.join(names())}")
    return text


def _command(module: str, name: str = "run") -> Callable[[Options], int]:
    """A function of a module of commands, loaded when it is called and not before."""

    def run(options: Options) -> int:
        command: Callable[[Options], int] = getattr(import_module(f"reader.cli.{module}"), name)
        return command(options)

    return run


def common_options() -> argparse.ArgumentParser:
    """The options every command takes."""
    common = _Parser(add_help=False, allow_abbrev=False)
    group = common.add_argument_group("common options")
    group.add_argument(
        "--bidi",
        choices=("auto", "app", "terminal"),
        default="auto",
        help="who puts right-to-left text in order: as the terminal needs it, the reader, or the terminal",
    )
    _choice(group, "--bidi-encoding", ENCODINGS, "how rows are sent to the terminal")
    group.add_argument("--dir", choices=("auto", "ltr", "rtl"), default="auto", help="the document's base direction")
    group.add_argument(
        "--isolate",
        choices=("auto", "none"),
        default="auto",
        help="machine text in prose (addresses, paths, options) as one thing each, or UAX#9 to the letter",
    )
    _choice(group, "--lang", LANGUAGES, "the interface's language")
    group.add_argument("--width", type=_width, metavar="N", help="columns of text")
    _choice(group, "--justify", JUSTIFICATIONS, "how lines are filled to the width")
    _choice(group, "--theme", THEMES, "colours of the reader")
    group.add_argument(
        "--encoding", type=_encoding, default="auto", metavar="NAME", help="the document's character encoding"
    )
    group.add_argument("--format", default="auto", metavar="NAME", help="the document's format")
    group.add_argument(
        "--repair", action="store_true", help="read plain text that was saved as it was painted as it was written"
    )
    group.add_argument("--no-state", action="store_true", help="remember nothing: no bookmarks, no place")
    return common


def _choice(group: argparse._ActionsContainer, flag: str, values: tuple[str, ...], purpose: str) -> None:
    """An option of few values, "" when it is not given."""
    group.add_argument(flag, choices=values, default="", metavar="|".join(values), help=purpose)


def _json(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _document(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="a file or a folder; - for standard input")


def _print(parser: argparse.ArgumentParser) -> None:
    _document(parser)
    _json(parser)
    _choice(parser, "--order", ("visual", "logical"), "lines as painted, or as they stand in the document")
    parser.set_defaults(run=_command("printing"))


def _outline(parser: argparse.ArgumentParser) -> None:
    _document(parser)
    _json(parser)
    parser.set_defaults(run=_command("outline"))


def _facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files and folders; - for standard input")
    shape = parser.add_mutually_exclusive_group()
    _json(shape)
    shape.add_argument("--csv", action="store_true", help="comma-separated values with a header")
    shape.add_argument("--markdown", action="store_true", help="a table for each kind")
    parser.add_argument("--kind", action="append", type=_kind, metavar="KIND", help="only facts of a kind")
    parser.add_argument("--section", metavar="TITLE", help="only facts of the section with this in its title")
    parser.set_defaults(run=_command("facts"))


def _kind(name: str) -> str:
    """The name of a kind of fact; those of other packages are known once these are loaded."""
    from reader.facts.extractor import installed_extractors
    from reader.model import FactKind

    if name not in FactKind.known():
        installed_extractors()
    if name not in FactKind.known():
        raise argparse.ArgumentTypeError(f"no such kind: {name} (choose from {', '.join(FactKind.known())})")
    return name


def _find(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help="what to look for; vowel marks and spelling do not matter")
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files and folders; - for standard input")
    _json(parser)
    parser.set_defaults(run=_command("find"))


def _ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUESTION", help="what to ask, in any language")
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files and folders; - for standard input")
    _json(parser)
    parser.add_argument("--section", metavar="TITLE", help="only about the section with this in its title")
    parser.add_argument("--send", action="store_true", help="the text may be sent to the server that is configured")
    parser.set_defaults(run=_command("ask"))


def _bookmarks(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="the bookmarks and where they are now", allow_abbrev=False)
    listing.add_argument("paths", metavar="PATH", nargs="*", help="only those of these documents")
    shape = listing.add_mutually_exclusive_group()
    _json(shape)
    _form(shape, "print them in a form of 'export'")
    listing.set_defaults(run=_command("bookmarks", "listed"), path="-")
    export = actions.add_parser("export", help="all bookmarks, in a file to keep or to take along", allow_abbrev=False)
    export.add_argument("path", metavar="FILE", nargs="?", default="-", help="- or nothing: standard output")
    _form(export, "by default what the file's ending says, else jsonl")
    export.set_defaults(run=_command("bookmarks", "exported"), paths=[])
    taken = actions.add_parser(
        "import", help="take in an export, Web Annotations, KOReader's or Kindle's clippings", allow_abbrev=False
    )
    taken.add_argument("path", metavar="FILE", help="- for standard input")
    taken.set_defaults(run=_command("bookmarks", "imported"))
    removal = actions.add_parser("remove", help="remove bookmarks", allow_abbrev=False)
    removal.add_argument("ids", metavar="ID", nargs="+", help="as the list shows it")
    removal.set_defaults(run=_command("bookmarks", "removed"))


def _form(parser: argparse._ActionsContainer, purpose: str) -> None:
    """The form of a file of bookmarks: it has the name of the common option, which is read first (:func:`parsed`)."""
    parser.add_argument(
        "--format", dest="form", default=argparse.SUPPRESS, metavar="|".join(BOOKMARK_FORMS), help=purpose
    )


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_command("doctor"))


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a file or a folder, or several; - or nothing for piped input; begin at PATH:LINE, +LINE, +G or +/WORDS",
    )
    parser.add_argument(
        "-F",
        "--quit-if-one-screen",
        action="store_true",
        help="print what fits on one screen and end; so does an F in LESS, which git sets, for piped input",
    )
    parser.set_defaults(run=_command("opening"), json=False, order="")


COMMANDS: dict[str, tuple[Callable[[argparse.ArgumentParser], None], str]] = {
    "print": (_print, "the document on standard output: bidi-corrected for this terminal, else in logical order"),
    "outline": (_outline, "its sections"),
    "facts": (_facts, "its money, dates, names, terms and other facts"),
    "find": (_find, "hits in files and folders"),
    "bookmarks": (_bookmarks, "bookmarks of all documents: list, export, import, remove"),
    "ask": (_ask, "an answer with quotations and their places, where an assistant is configured"),
    "doctor": (_doctor, "what this terminal does with right-to-left text, and what the reader does about it"),
}


def parsed(argv: Sequence[str]) -> Options:
    """The options of a command line.

    A word that names a command is one when it comes first; to open a file of that name, write ``./print``.

    Raises:
        UsageError: The command line is not understood; the text is one line.
        SystemExit: ``--help`` or ``--version`` was answered.
    """
    common = common_options()
    options, rest = common.parse_known_args(argv, Options())
    _sort_out_format(options, is_form=rest[:1] == ["bookmarks"])
    if rest and rest[0] in COMMANDS:
        name = rest.pop(0)
        add, description = COMMANDS[name]
        parser = _Parser(prog=f"reader {name}", description=description, parents=[common], allow_abbrev=False)
    else:
        add = _open
        parser = _Parser(
            prog="reader",
            description="Read right-to-left and mixed-direction documents in a terminal.",
            epilog=_epilog(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=[common],
            allow_abbrev=False,
        )
        parser.add_argument("--version", action="version", version=f"reader {__version__}")
    add(parser)
    return parser.parse_args(rest, options)


def _sort_out_format(options: Options, *, is_form: bool) -> None:
    """``--format`` names a document's format, or with ``bookmarks`` the form of a file of them.

    Raises:
        UsageError: There is none of that name.
    """
    options.form = options.format if is_form and options.format != "auto" else ""
    if is_form:
        options.format = "auto"
        if options.form not in {"", *BOOKMARK_FORMS}:
            raise _misuse(f"--format is one of {', '.join(BOOKMARK_FORMS)}; see 'reader bookmarks --help'")
        return
    try:
        options.format = _format(options.format)
    except argparse.ArgumentTypeError as error:
        raise _misuse(f"argument --format: {error}; see 'reader --help'") from None


def _epilog() -> str:
    lines = "\n".join(f"  {name:9} {description}" for name, (_, description) in COMMANDS.items())
    return f"commands (reader COMMAND --help tells more):\n{lines}\n\nIn the reader, ? shows the keys."
