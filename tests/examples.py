"""How many examples a property is tried with: a share of what the profile says, so that it is felt everywhere."""

from hypothesis import settings

_USUAL = 100
"""Examples of a property that says nothing of it, in the usual profile."""


def examples(usual: int) -> settings:
    """So many examples in the usual profile, and in another more or fewer by the same measure."""
    return settings(deadline=None, max_examples=max(1, usual * settings().max_examples // _USUAL))
