"""Commands on files, each in a process of its own that is held to bounds and watched.

Run as a program with a folder for the state and a list of commands as JSON on standard input; gives a JSON object a
line, in order. Modules are loaded once and every command runs in a fork, so that it costs what it does and no more.

Bounds: the seconds of the processor's time and bytes of memory that are given; a process that needs more is killed or
fails. Watched by an audit hook (PEP 578): sockets, other programs, and files written anywhere but in the state folder
are refused and told. libxml2 reads files and hosts by itself, where no hook sees it; for that there are a secret and a
server in the test.
"""

import json
import os
import resource
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SECONDS = 60
MEMORY = 2 << 30
_OUTPUT = 1 << 16
"""Bytes of output that are read before whoever reads it has had enough, as of two hundred pages."""

_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.fork",
    "ctypes.",
    "webbrowser.",
)
_WRITING = (
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.symlink",
    "os.link",
    "os.truncate",
    "os.chmod",
    "shutil.",
)


class Ran(NamedTuple):
    """What became of a command.

    Attributes:
        status: Its exit status; the negative number of the signal that ended it.
        out: The beginning of its output.
        err: All it said.
        refused: What it tried that it must not.
        memory: Bytes it took at most.
        seconds: Of the processor's time.
    """

    status: int
    out: str
    err: str
    refused: list[str]
    memory: int
    seconds: float


def run_apart(commands: Sequence[Sequence[str]], state: Path) -> Iterator[Ran]:
    """Run commands of the reader's, in order."""
    import subprocess

    program = [sys.executable, "-m", "tests.formats.apart", str(state)]
    done = subprocess.run(
        program, input=json.dumps(list(map(list, commands))).encode(), capture_output=True, check=True
    )
    for line in done.stdout.splitlines():
        yield Ran(**json.loads(line))


def main() -> None:
    """Run what standard input says."""
    state = sys.argv[1]
    os.environ |= {"READER_STATE": state, "READER_CONFIG": f"{state}/config.toml", "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    commands = json.load(sys.stdin)
    sys.dont_write_bytecode = True  # what Python writes for itself is not the reader's
    import reader.cli

    _warm()
    for argv in commands:
        print(json.dumps(_forked(reader.cli.main, argv, state)._asdict()), flush=True)


def _warm() -> None:
    """Load and compile before the forks what each would: formats, commands, and patterns by using them."""
    from importlib import import_module

    from reader.formats.raw import Raw
    from reader.formats.registry import BY_NAME
    from reader.view.printing import unwrapped_lines
    from tests.formats.damaged import FORMATS
    from tests.fuzz.targets import good

    for module in ("outline", "printing"):
        import_module(f"reader.cli.{module}")
    for name in FORMATS:
        deque(unwrapped_lines(BY_NAME[name].document_of(Raw(good(name)))), maxlen=0)


def _forked(command: "object", argv: list[str], state: str) -> Ran:
    ends = {name: os.pipe() for name in ("out", "err", "refused")}
    child = os.fork()
    if child == 0:
        for read, _ in ends.values():
            os.close(read)
        _run(command, argv, state, {name: write for name, (_, write) in ends.items()})
    for _, write in ends.values():
        os.close(write)
    out, err, refused = _drained(*(read for read, _ in ends.values()))
    _, status, used = os.wait4(child, 0)
    return Ran(
        status=os.waitstatus_to_exitcode(status),
        out=out,
        err=err,
        refused=refused.splitlines(),
        memory=used.ru_maxrss * 1024,
        seconds=used.ru_utime + used.ru_stime,
    )


def _drained(*descriptors: int) -> list[str]:
    """What is written to some pipes, all read at once; the output is left when it is long, as ``head`` does."""
    import selectors

    data = {descriptor: bytearray() for descriptor in descriptors}
    with selectors.DefaultSelector() as waiting:
        for descriptor in descriptors:
            waiting.register(descriptor, selectors.EVENT_READ)
        while waiting.get_map():
            for key, _ in waiting.select():
                chunk = os.read(key.fd, 1 << 16)
                data[key.fd] += chunk
                if not chunk or len(data[key.fd]) > _OUTPUT:
                    waiting.unregister(key.fd)
                    os.close(key.fd)
    return [bytes(read).decode("utf-8", "replace") for read in data.values()]


def _run(command: "object", argv: list[str], state: str, ends: dict[str, int]) -> None:
    status = 99
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(ends["out"], 1)
        os.dup2(ends["err"], 2)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _watch(state, ends["refused"])
        assert callable(command)
        status = int(command(argv))
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - told by its traceback
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)


def _watch(state: str, told: int) -> None:
    def refuse(event: str, args: tuple[object, ...]) -> None:
        os.write(told, f"{event} {args!r}\n".encode("utf-8", "replace"))
        raise PermissionError(event)

    def inside(path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith((state, os.devnull))

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event.startswith(_REFUSED):
            refuse(event, args)
        elif event == "open":
            flags = args[2]
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
            if writes and not (isinstance(args[0], int) or inside(args[0])):
                refuse(event, args)
        elif event.startswith(_WRITING) and not inside(args[0]):
            refuse(event, args)

    sys.addaudithook(hook)


if __name__ == "__main__":
    main()
