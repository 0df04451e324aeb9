"""Standard output: JSON lines, and painted rows in the way the terminal needs them."""

import json
import shutil
import sys
from collections.abc import Mapping

from reader.cli.options import Options
from reader.model import Direction
from reader.view.styled import PaintedRow, StyledText, compose

DEFAULT_WIDTH = 80


def write_json(value: Mapping[str, object]) -> None:
    """One object on a line of its own, UTF-8, not ASCII-escaped."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def width_of(options: Options) -> int:
    """The columns to print in: those asked for, the terminal's, or 80."""
    if options.width:
        return options.width
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns or DEFAULT_WIDTH
