"""The command line: what is asked for, the commands, exit statuses and one-line errors.

Textual is imported only by the command that opens the reader; everything else runs without it.
"""

import gc
import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: The arguments without the program's name; the process's own by default.

    Returns:
        The exit status, one of :class:`~reader.model.ExitCode`.
    """
    try:
        from reader.cli.usual import understood

        words = sys.argv[1:] if argv is None else argv
        options = understood(words)
        if options is None:
            from reader.cli.options import parsed

            options = parsed(words)
        status = int(options.run(options))
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last line of defence
        from reader.cli.failures import status_of

        return status_of(error)
    return status


def run() -> None:
    """The entry point of the ``reader`` command."""
    # Modules and documents are many values that stay: looking through them again and again finds no garbage.
    gc.set_threshold(_VALUES_MADE)
    try:
        from reader.cli.streams import prepare

        prepare()
        status = main()
    except KeyboardInterrupt:  # while something was imported
        status = _INTERRUPTED
    if status == _INTERRUPTED:  # so that a shell loop around the command ends too
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    sys.exit(status)


_VALUES_MADE = 50_000
"""How many values are made before the young ones are looked through for garbage; Python's own 700 cost a twentieth."""

_INTERRUPTED = 130
"""``ExitCode.INTERRUPTED``, known before anything is imported."""
