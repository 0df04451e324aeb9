"""Hypothesis for properties: no deadline, for a slow machine breaks no property.

``--hypothesis-profile=long`` tries more.
"""

from hypothesis import settings

settings.register_profile("short", deadline=None)
settings.register_profile("long", deadline=None, max_examples=3000)
settings.load_profile("short")
