"""Numbers spelt in words in every way a language has, for tests that read them back.

Each module has ``spelt(number, pick)``: the words of a number from 1 up, where ``pick`` chooses one of several
spellings.
"""

from collections.abc import Callable, Sequence

Pick = Callable[[Sequence[str]], str]
"""Chooses one of several spellings."""
