"""Hypothesis for properties: no deadline, for a slow machine breaks no property.

``--hypothesis-profile=long`` tries more, ``few`` what a further Python may do differently.
"""

from hypothesis import settings

settings.register_profile("short", deadline=None)
settings.register_profile("long", deadline=None, max_examples=3000)
settings.register_profile("few", deadline=None, max_examples=15)
settings.load_profile("short")
