"""``reader doctor``: what this terminal does with right-to-left text, and what the reader does about it."""

import os
import sys

from reader.cli.arguments import Options
from reader.cli.terminals import encoding_asked_for, output_in, probed
from reader.model import ExitCode
from reader.terminal.doctor import doctor_lines


def run(options: Options) -> ExitCode:
    """Ask the terminal, and print what it said and rows to judge by eye."""
    found = probed()
    output = output_in(found.terminal, encoding_asked_for(options))
    sys.stdout.write(output.enter)
    for line in doctor_lines(found.terminal, found.parser.answers, os.environ, output.encoding):
        sys.stdout.write(line + "\n")
    sys.stdout.write(output.leave)
    sys.stdout.flush()
    return ExitCode.DONE
