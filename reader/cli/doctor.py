"""``reader doctor``: what this terminal does with right-to-left text, what the reader does about it, who is asked."""

import os
import sys

from reader.cli.arguments import Options
from reader.cli.terminals import encoding_asked_for, output_in, probed
from reader.model import ExitCode, ReaderError
from reader.store.assistant import assistant_settings
from reader.terminal.doctor import doctor_lines
from reader.text.printable import printable


def run(options: Options) -> ExitCode:
    """Ask the terminal, and print what it said and rows to judge by eye."""
    found = probed()
    output = output_in(found.terminal, encoding_asked_for(options))
    sys.stdout.write(output.enter)
    for line in doctor_lines(found.terminal, found.parser.answers, os.environ, output.encoding):
        sys.stdout.write(line + "\n")
    sys.stdout.write(output.leave)
    sys.stdout.flush()
    sys.stdout.write(f"\n{printable(assistant_line())}\n")
    return ExitCode.DONE


def assistant_line() -> str:
    """Who answers questions and what it can do; a model of this machine is started to tell."""
    try:
        settings = assistant_settings()
        if settings is None:
            return "assistant     none: see 'Ask the document' in the README"
        from reader.assist.abilities import abilities_of
        from reader.assist.client import Endpoint
        from reader.assist.local import LocalModel

        if settings.is_local:
            with LocalModel(settings.model, settings.context, settings.mmproj) as local:
                found = abilities_of(local.start())
            where = "this machine"
        else:
            endpoint = Endpoint(settings.url, settings.model, settings.key)
            found, where = abilities_of(endpoint), endpoint.url
    except ReaderError as error:
        return f"assistant     {error}"
    parts = [
        f"{found.model or 'a model'} at {where}",
        f"takes {found.context:,} tokens" if found.context else "does not say how many tokens it takes",
        _ability(found.calls, "calls tools"),
        _ability(found.sees, "sees pictures"),
        f"{found.others} more models" if found.others else "",
    ]
    return f"assistant     {', '.join(part for part in parts if part)}"


def _ability(has: bool | None, words: str) -> str:  # noqa: FBT001 - what a server says, or does not
    return "" if has is None else words if has else f"{words}: no"
