"""The reading of a command line by the table of :mod:`reader.cli.grammar`."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from reader import __version__
from reader.cli.arguments import BOOKMARK_FORMS, Options, WrongValueError
from reader.cli.grammar import COMMANDS, COMMON, NOT_SET, READER, Argument, Command, Option, checked_format, unknown
from reader.cli.usual import runner


class _Parser(argparse.ArgumentParser):
    """Errors are one line, raised like every other failure; the help is the table's."""

    def error(self, message: str) -> NoReturn:
        raise _misuse(f"{_cut(message)}; see '{self.prog} --help'")

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002 - the base class's signature
        """The version, on standard output; unlike the base class's, this one does not hide that it cannot."""
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


def _helping(command: Command) -> type[argparse.Action]:
    """The action of ``--help``: it comes before anything that is missing is missed."""

    class Help(argparse.Action):
        def __call__(self, _parser: object, options: argparse.Namespace, *_: object) -> None:
            from reader.cli.helping import print_help

            assert isinstance(options, Options)  # noqa: S101 - parsed() makes it
            print_help(command, options)
            raise SystemExit(0)

    return Help


class _Keep(argparse.Action):
    """Keeps what was typed, checked; what was not typed needs no check."""

    def __init__(self, *flags: object, check: Callable[[str], object], repeated: bool, **settings: object) -> None:
        super().__init__(*flags, **settings)  # type: ignore[arg-type]
        self._check, self._repeated = check, repeated

    def __call__(self, _parser: object, options: argparse.Namespace, typed: object, *_: object) -> None:
        try:
            value = self._check(str(typed))
        except WrongValueError as error:
            raise argparse.ArgumentError(self, str(error)) from None
        before = getattr(options, self.dest, None) or []
        setattr(options, self.dest, [*before, value] if self._repeated else value)


def _add_option(parser: argparse._ActionsContainer, option: Option) -> None:
    if option.takes == "nothing":
        parser.add_argument(*option.flags, dest=option.kept, action="store_true")
        return
    default = argparse.SUPPRESS if option.default is NOT_SET else option.default
    check = _one_of(option) if option.takes == "value" else option.check
    parser.add_argument(
        *option.flags, dest=option.kept, action=_Keep, default=default, check=check, repeated=option.repeated
    )


def _one_of(option: Option) -> Callable[[str], str]:
    def check(typed: str) -> str:
        if typed not in option.values():
            what = f"{typed!r} is none of {', '.join(option.values())}"
            raise WrongValueError(unknown(what, typed, option.values()))
        return typed

    return check


def _add_argument(parser: argparse.ArgumentParser, argument: Argument) -> None:
    if argument.several:
        parser.add_argument(argument.dest, metavar=argument.metavar, nargs=argument.several, default=argument.default)
    else:
        parser.add_argument(argument.dest, metavar=argument.metavar)


def _common() -> _Parser:
    common = _Parser(add_help=False, allow_abbrev=False)
    for _, options in COMMON:
        for option in options:
            _add_option(common, option)
    return common


def _parser_of(command: Command) -> _Parser:
    parser = _Parser(prog=f"reader {command.name}".rstrip(), add_help=False, allow_abbrev=False, parents=[_common()])
    _fill(parser, command)
    if command is READER:
        parser.add_argument("--version", action="version", version=f"reader {__version__}")
        parser.set_defaults(json=False, order="")
    return parser


def _fill(parser: argparse.ArgumentParser, command: Command) -> None:
    """Add a command's arguments and options to its parser."""
    parser.add_argument("-h", "--help", nargs=0, action=_helping(command))
    for argument in command.arguments:
        _add_argument(parser, argument)
    apart = parser.add_mutually_exclusive_group()
    for option in command.options:
        _add_option(apart if option.apart else parser, option)
    if command.run:
        parser.set_defaults(run=runner(command.run))
    if command.name in {"list", "export"}:
        parser.set_defaults(path="-", paths=[])
    if command.actions:
        actions = parser.add_subparsers(metavar="ACTION", required=True)
        for action in command.actions:
            _fill(actions.add_parser(action.name, add_help=False, allow_abbrev=False), action)


def parsed(argv: Sequence[str]) -> Options:
    """The options of a command line.

    A word that names a command is one when it comes first; to open a file of that name, write ``./print``.

    Raises:
        UsageError: The command line is not understood; the text is one line.
        SystemExit: ``--help`` or ``--version`` was answered.
    """
    options, rest = _common().parse_known_args(argv, Options())
    _sort_out_format(options, is_form=rest[:1] == ["bookmarks"])
    command = COMMANDS.get(rest[0], READER) if rest else READER
    if command is not READER:
        rest.pop(0)
    elif rest:
        _check_command(rest[0])
    _check_flags(command, rest)
    if command.actions and rest:
        _check_action(command, rest)
    parsed_options = _parser_of(command).parse_args(rest, options)
    if command is READER and (options.completion or options.man):
        options.run = runner("completion.run" if options.completion else "manual.run")
    return parsed_options


def _check_command(word: str) -> None:
    """A first word that is no file and much like a command.

    Raises:
        UsageError: It is one.
    """
    if not (word.isascii() and word.isalpha()) or os.path.exists(word):  # noqa: PTH110 - pathlib costs its time
        return
    from reader.cli.suggestions import meant

    if close := meant(word, COMMANDS):
        raise _misuse(f"{word}: no such file, and no such command; did you mean 'reader {close}'?")


def _check_action(command: Command, rest: Sequence[str]) -> None:
    """The first word behind a command that wants an action.

    Raises:
        UsageError: There is no such action.
    """
    names = [action.name for action in command.actions]
    word = next((word for word in rest if not word.startswith("-")), "")
    if word and word not in names:
        what = unknown(f"{word!r} is none of {', '.join(names)}", word, tuple(names))
        raise _misuse(f"{_cut(what)}; see 'reader {command.name} --help'")


def _check_flags(command: Command, rest: Sequence[str]) -> None:
    """Long options that are none, which is told before anything that is missing.

    Raises:
        UsageError: There is one.
    """
    known = {*_flags_of(command), "--help", *(("--version",) if command is READER else ())}
    for word in rest[: rest.index("--")] if "--" in rest else rest:
        flag = word.partition("=")[0]
        if flag.startswith("--") and flag not in known:
            prog = f"reader {command.name}".rstrip()
            what = unknown(f"no such option: {flag}", flag, tuple(known))
            raise _misuse(f"{_cut(what)}; see '{prog} --help'")


def _flags_of(command: Command) -> Iterable[str]:
    options = [*(one for _, group in COMMON for one in group), *command.options]
    yield from (flag for option in options for flag in option.flags)
    for action in command.actions:
        yield from _flags_of(action)


def _sort_out_format(options: Options, *, is_form: bool) -> None:
    """``--format`` names a document's format, or with ``bookmarks`` the form of a file of them.

    Raises:
        UsageError: There is none of that name.
    """
    options.form = options.format if is_form and options.format != "auto" else ""
    if is_form:
        options.format = "auto"
        if options.form not in {"", *BOOKMARK_FORMS}:
            what = unknown(f"--format is one of {', '.join(BOOKMARK_FORMS)}", options.form, BOOKMARK_FORMS)
            raise _misuse(f"{what}; see 'reader bookmarks --help'")
        return
    try:
        options.format = checked_format(options.format)
    except WrongValueError as error:
        raise _misuse(f"argument --format: {error}; see 'reader --help'") from None
