"""How a command ends that has failed: one line on standard error, and an exit status."""

from reader.cli.diagnostics import say
from reader.cli.streams import abandon
from reader.model import ExitCode, OutputError, ReaderError


def status_of(error: BaseException) -> int:
    """Say what went wrong; the exit status that goes with it, one of :class:`~reader.model.ExitCode`."""
    match error:
        case KeyboardInterrupt():
            return int(ExitCode.INTERRUPTED)
        case BrokenPipeError():
            # Whoever reads the output has had enough; what Python would still flush goes nowhere.
            abandon()
            return int(ExitCode.DONE)
        case OutputError():
            abandon()
            say(str(error))
            return int(error.exit_code)
        case ReaderError():
            say(str(error))
            return int(error.exit_code)
        case _:
            from reader.cli.defects import defect_line

            say(defect_line(error))
            return int(ExitCode.DEFECT)
