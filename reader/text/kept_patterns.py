"""Compiled patterns, kept beside the byte-compiled modules, and for the same reason.

Python compiles its modules once and its regular expressions in every process, a tenth of a millisecond to five each:
the first page needs sixty, facts two hundred, which takes as long as to load what uses them. What :mod:`re` makes of
one is a list of numbers. They stand in a file where this module's own byte-compiled one stands, under the same rules:
it is written where Python may write those, only ever replaced as a whole, and good for one build of Python. A pattern
that is not there is compiled, and a process that had to do so adds it when it ends.
"""

import marshal
import os
import re
import sys
from contextlib import suppress
from functools import cache
from typing import Any, AnyStr

_Key = tuple[bool, str | bytes, int]
"""Whether it is of bytes, the expression, the flags asked for."""

_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""All flags, the code in words of four bytes, how many groups, their names, the names by number."""

_MOST = 2_000
"""Patterns kept; of a checkout whose patterns are changed again and again the file is begun anew."""

_new: set[_Key] = set()


def compiled(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern as :func:`re.compile` makes it."""
    key = (isinstance(expression, bytes), expression, int(flags))
    made = _kept().get(key)
    if made is not None:
        try:
            return _pattern_of(expression, made)
        except (RuntimeError, TypeError, ValueError):
            pass
    if not _new:
        import atexit  # noqa: PLC0415 - most processes have nothing to add

        atexit.register(keep)
    _new.add(key)
    return re.compile(expression, flags)


def _pattern_of(expression: AnyStr, made: _Made) -> re.Pattern[AnyStr]:
    import _sre  # type: ignore[import-not-found] # noqa: PLC0415 - the module that matches, part of the interpreter

    flags, code, groups, names, by_number = made
    pattern: re.Pattern[AnyStr] = _sre.compile(
        expression, flags, memoryview(code).cast("I").tolist(), groups, names, by_number
    )
    return pattern


def _file() -> str:
    """Where the patterns are; "" where there is no place for byte-compiled modules."""
    cached = __spec__.cached if __spec__ else None
    return cached.removesuffix(".pyc") + ".marshal" if cached else ""


@cache
def _kept() -> dict[_Key, _Made]:
    return _read()


def _read() -> dict[_Key, _Made]:
    try:
        with open(_file(), "rb") as file:  # noqa: PTH123 - pathlib costs its time
            build, kept = marshal.loads(file.read())  # noqa: S302 - as good as a byte-compiled module
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return kept if build == sys.version and isinstance(kept, dict) else {}


def keep() -> None:
    """Add what this process had to compile. Done at its end; one that may be killed before does it when it has time."""
    if sys.dont_write_bytecode or not _file() or not _new:
        return
    new = set(_new)
    kept = _read()
    if len(kept) + len(new) > _MOST:
        kept = {}
    kept |= {key: made for key in new if (made := _made_of(*key))}
    written = f"{_file()}.{os.getpid()}"
    try:
        file = open(written, "xb")  # noqa: PTH123, SIM115 - closed below
    except OSError:  # nobody may write there, or another thread does
        return
    with suppress(OSError):  # no room
        with file:
            file.write(marshal.dumps((sys.version, kept)))
        os.replace(written, _file())  # noqa: PTH105
        _new.difference_update(new)
        return
    with suppress(OSError):
        os.unlink(written)  # noqa: PTH108


def _made_of(_: bool, expression: Any, flags: int) -> _Made | None:  # noqa: FBT001 - as a key has it
    """The numbers of a pattern; None where this Python makes them in another way than those known."""
    try:
        from array import array  # noqa: PLC0415
        from re import _compiler, _parser  # type: ignore[attr-defined] # noqa: PLC0415

        parsed = _parser.parse(expression, flags)
        names = dict(parsed.state.groupdict)
        numbers = {number: name for name, number in names.items()}
        groups = parsed.state.groups
        code = array("I", _compiler._code(parsed, flags)).tobytes()  # noqa: SLF001
        made = flags | parsed.state.flags, code, groups - 1, names, tuple(map(numbers.get, range(groups)))
        return made if _pattern_of(expression, made) == re.compile(expression, flags) else None
    except (ImportError, AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
        return None
