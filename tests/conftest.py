"""Hypothesis for properties: no deadline, for a slow machine breaks no property.

``--hypothesis-profile=long`` tries more, ``few`` what a further Python may do differently. No test reads or writes what
the reader remembers of the person who runs it.
"""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("short", deadline=None)
settings.register_profile("long", deadline=None, max_examples=3000)
settings.register_profile("few", deadline=None, max_examples=15)
settings.load_profile("short")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs the tests behind its "&" has Ctrl+C ignored, in every process that they start, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _nobody_has_read_before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A state, a configuration and a cache of the tests' own, for all processes they start, too."""
    folder = tmp_path_factory.mktemp("nobody")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("READER_STATE", "READER_CONFIG", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(variable, str(folder / variable.lower()))
        yield
