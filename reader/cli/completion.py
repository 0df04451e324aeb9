"""``--completion SHELL``: a script that completes the command line in bash, zsh or fish, made from its table."""

import sys
from collections.abc import Callable, Iterator

from reader.cli.arguments import Options
from reader.cli.grammar import COMMANDS, COMMON, READER, Command, Option
from reader.locale import Messages
from reader.model import ExitCode
from reader.named_tuples import NamedTuple


class Place(NamedTuple):
    """Where on a command line one is.

    Attributes:
        words: The command, and the action behind it; () where neither is typed.
        command: What these words name.
        options: What may be given there, the common ones and ``--help`` included.
    """

    words: tuple[str, ...]
    command: Command
    options: tuple[Option, ...]


_COMMON = tuple(option for _, group in COMMON for option in group)
_HELP = Option(("-h", "--help"), "cli.help")
_VERSION = Option(("--version",), "cli.version")


def places() -> Iterator[Place]:
    """Every place, the nearest to the beginning first."""
    yield Place((), READER, (*READER.options, *_COMMON, _HELP, _VERSION))
    for command in COMMANDS.values():
        yield Place((command.name,), command, (*command.options, *_COMMON, _HELP))
        for action in command.actions:
            own = {flag for option in action.options for flag in option.flags}
            common = (option for option in _COMMON if own.isdisjoint(option.flags))
            yield Place((command.name, action.name), action, (*action.options, *common, _HELP))


def run(options: Options) -> ExitCode:
    """Print the script."""
    sys.stdout.write(_SHELLS[options.completion]())
    return ExitCode.DONE


def _names(place: Place) -> list[str]:
    """The words that may follow: commands, or actions of one."""
    following = COMMANDS.values() if not place.words else place.command.actions
    return [each.name for each in following]


# bash: words are cut at "=", so that behind it only the value is completed.

_BASH = """\
# Completion of reader for bash: source it, or put it into ~/.local/share/bash-completion/completions/reader
_reader() {
    local current=${COMP_WORDS[COMP_CWORD]} flag= place= word i
    if [[ $current == "=" ]]; then current=; flag=${COMP_WORDS[COMP_CWORD-1]}
    elif [[ ${COMP_WORDS[COMP_CWORD-1]} == "=" ]]; then flag=${COMP_WORDS[COMP_CWORD-2]}
    elif [[ ${COMP_WORDS[COMP_CWORD-1]} == --* ]]; then flag=${COMP_WORDS[COMP_CWORD-1]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        [[ $word == -* || $word == "=" || ${COMP_WORDS[i-1]} == "=" ]] && continue
        case "$place:$word" in
%s            *) break ;;
        esac
    done
    case "$place:$flag" in
%s    esac
    local words=
    case "$place" in
%s    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    if [[ $current != -* && $place != bookmarks ]]; then
        local IFS=$'\\n'
        COMPREPLY+=($(compgen -f -- "$current"))
        compopt -o filenames 2>/dev/null
    fi
    return 0
}
complete -F _reader reader
"""


def _bash() -> str:
    steps, values, words = [], [], []
    for place in places():
        name = ":".join(place.words)
        if place.words:
            before = place.words[0] if len(place.words) > 1 else ""
            steps.append(f'            "{before}:{place.words[-1]}") place="{name}" ;;\n')
        for option in place.options:
            if option.takes == "nothing":
                continue
            given = " ".join(option.values())
            reply = f'COMPREPLY=($(compgen -W "{given}" -- "$current"))' if given else "COMPREPLY=()"
            values.append(f'        "{name}:{option.flags[-1]}") {reply}; return 0 ;;\n')
        flags = [option.flags[-1] for option in place.options]
        words.append(f'        "{name}") words="{" ".join([*_names(place), *flags])}" ;;\n')
    return _BASH % ("".join(steps), "".join(values), "".join(words))


# zsh

_ZSH = """\
#compdef reader
# Completion of reader for zsh: put it as _reader into a folder of $fpath
_reader_words() {
    _describe -t commands command following
    [[ -n $place ]] || _files
}
_reader() {
    local place= word i
    local -a following
    for ((i = 2; i < CURRENT; i++)); do
        word=${words[i]}
        [[ $word == -* ]] && continue
        case "$place:$word" in
%s            *) break ;;
        esac
    done
    case "$place" in
%s    esac
}
if [[ $funcstack[1] == _reader ]]; then _reader "$@"; else compdef _reader reader; fi
"""


def _zsh() -> str:
    messages = Messages("en")
    steps, cases = [], []
    for place in places():
        name = ":".join(place.words)
        if place.words:
            before = place.words[0] if len(place.words) > 1 else ""
            steps.append(f'            "{before}:{place.words[-1]}") place="{name}" ;;\n')
        specs = [_zsh_option(option, messages) for option in place.options]
        following = [_quoted(f"{each}:{_plain(messages.text(text))}") for each, text in _described(place)]
        cases.append(f'        "{name}")\n')
        if following:
            cases.append(f"            following=({' '.join(following)})\n")
        specs.append("'*:: :_reader_words'" if following else "'*:file:_files'")
        cases.append(f"            _arguments -s {' '.join(specs)}\n            ;;\n")
    return _ZSH % ("".join(steps), "".join(cases))


def _described(place: Place) -> list[tuple[str, str]]:
    following = COMMANDS.values() if not place.words else place.command.actions
    return [(each.name, each.text) for each in following]


def _zsh_option(option: Option, messages: Messages) -> str:
    about = _plain(messages.text(option.text)).replace("[", "(").replace("]", ")")
    flag = option.flags[-1]
    if option.takes == "nothing":
        return _quoted(f"{flag}[{about}]")
    repeated = "*" if option.repeated else ""
    values = f"({' '.join(option.values())})" if option.values() else " "
    return _quoted(f"{repeated}{flag}=[{about}]:value:{values}")


def _plain(text: str) -> str:
    """A text in one line, without what only orders it and without colons, which part fields in zsh."""
    return " ".join(text.translate(_ISOLATES).split()).replace(":", " -")


_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def _quoted(text: str) -> str:
    """A word of a shell, whatever is in it."""
    return "'" + text.replace("'", "'\\''") + "'"


# fish


def _fish() -> str:
    messages = Messages("en")
    lines = ["# Completion of reader for fish: put it into ~/.config/fish/completions/reader.fish"]
    for place in places():
        if not place.words:
            where = "not __fish_seen_subcommand_from " + " ".join(COMMANDS)
        elif len(place.words) == 1 and place.command.actions:
            names = " ".join(each.name for each in place.command.actions)
            where = f"__fish_seen_subcommand_from {place.words[0]}; and not __fish_seen_subcommand_from {names}"
        else:
            where = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in place.words)
        condition = f"complete -c reader -n {_fish_quoted(where)}"
        for name, text in _described(place):
            files = " -f" if place.words else ""
            lines.append(f"{condition}{files} -a {name} -d {_fish_quoted(_plain(messages.text(text)))}")
        for option in place.options:
            named = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
            given = ""
            if option.takes != "nothing":
                given = f" -x -a {_fish_quoted(' '.join(option.values()))}" if option.values() else " -x"
            lines.append(f"{condition} {named}{given} -d {_fish_quoted(_plain(messages.text(option.text)))}")
    return "\n".join(lines) + "\n"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


_SHELLS: dict[str, Callable[[], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
