"""The reading of usual command lines: commands, files, switches, ``--option=WORD`` of a few words.

It says what :mod:`reader.cli.options` would say, a tenth as dear, for ``argparse`` is loaded for nothing else. Whatever
is unusual or wrong is not understood here.
"""

import os
from collections.abc import Callable, Sequence
from importlib import import_module

from reader import __version__
from reader.cli.arguments import Options
from reader.cli.grammar import COMMANDS, COMMON, READER, Argument, Command, Option


def runner(name: str) -> Callable[[Options], int]:
    """A command, loaded when it runs."""

    def run(options: Options) -> int:
        module, function = name.split(".")
        command: Callable[[Options], int] = getattr(import_module(f"reader.cli.{module}"), function)
        return command(options)

    return run


def understood(argv: Sequence[str]) -> Options | None:
    """The options of a command line; None where it takes ``argparse`` to tell."""
    if list(argv) == ["--version"]:
        return Options(run=_tell_version)
    options = Options(form="")
    rest = _taken(argv, [option for _, group in COMMON for option in group], options)
    if not rest:
        return None if rest is None else _completed(READER, [], options)
    command = COMMANDS.get(rest[0], READER)
    if command is not READER:
        return _completed(command, rest[1:], options)
    may_be_mistyped = rest[0].isascii() and rest[0].isalpha() and not os.path.exists(rest[0])  # noqa: PTH110 - pathlib costs its time
    return None if may_be_mistyped else _completed(READER, rest, options)


def _completed(command: Command, rest: list[str], options: Options) -> Options | None:
    """With what follows a command; None where that is unusual."""
    if not command.run:
        return None
    words = _taken(rest, command.options, options)
    if words is None or not all(word == "-" or (word and word[0] != "-") for word in words):
        return None
    begin = rest.index(words[0]) if words else 0
    if rest[begin : begin + len(words)] != words or not _follow(command.arguments, words, options):
        return None
    if command is READER:
        if options.completion or options.man:
            return None
        options.json, options.order = False, ""
    options.run = runner(command.run)
    return options


def _taken(words: Sequence[str], known: Sequence[Option], options: Options) -> list[str] | None:
    """The words that are none of some options, whose values are set; None where one is given in an unusual way."""
    flags: dict[str, Option] = {}
    for option in known:
        setattr(options, option.kept, option.default)
        flags |= dict.fromkeys(option.flags, option)
    rest = []
    for word in words:
        flag, given, value = word.partition("=")
        one = flags.get(flag)
        if one is None:
            rest.append(word)
        elif one.apart or bool(given) is (one.takes == "nothing"):
            return None
        elif one.takes == "nothing":
            setattr(options, one.kept, True)
        elif one.takes == "value" and value in one.values():
            setattr(options, one.kept, value)
        else:
            return None
    return rest


def _follow(arguments: Sequence[Argument], words: list[str], options: Options) -> bool:
    """Whether words are the arguments of a command, which are set; the last of these may be several."""
    for argument in arguments:
        if argument.several:
            setattr(options, argument.dest, words)
            return argument.several == "*" or (argument.several == "+" and bool(words))
        if not words:
            return False
        setattr(options, argument.dest, words[0])
        words = words[1:]
    return not words


def _tell_version(_options: Options) -> int:
    print(f"reader {__version__}")
    return 0
