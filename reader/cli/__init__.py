"""The command line: what is asked for, the commands, exit statuses and one-line errors.

Textual is imported only by the command that opens the reader; everything else runs without it.
"""

import os
import signal
import sys
from collections.abc import Sequence

from reader.cli.diagnostics import say
from reader.cli.options import parsed
from reader.cli.streams import abandon, prepare
from reader.model import ExitCode, OutputError, ReaderError


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: The arguments without the program's name; the process's own by default.

    Returns:
        The exit status, one of :class:`~reader.model.ExitCode`.
    """
    try:
        options = parsed(sys.argv[1:] if argv is None else argv)
        status = int(options.run(options))
        sys.stdout.flush()
    except OutputError as error:
        abandon()
        say(str(error))
        return int(error.exit_code)
    except ReaderError as error:
        say(str(error))
        return int(error.exit_code)
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # Whoever reads the output has had enough; what Python would still flush goes nowhere.
        abandon()
        return int(ExitCode.DONE)
    except Exception as error:  # noqa: BLE001 - the last line of defence
        from reader.cli.defects import defect_line

        say(defect_line(error))
        return int(ExitCode.DEFECT)
    return status


def run() -> None:
    """The entry point of the ``reader`` command."""
    prepare()
    status = main()
    if status == ExitCode.INTERRUPTED:  # so that a shell loop around the command ends too
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    sys.exit(status)
