"""Screens of the reader for tests: open a document at a size, press keys, compare what is on the screen.

A pytest plug-in (entry point ``pytest11``) that brings two fixtures. Nothing of the reader is imported before one of
them is used::

    def test_the_second_section(screen_compare):
        screen_compare("article.md", keys=["]", "]"], size=(80, 24))

``screen_compare`` compares with a file beside the test, ``__screens__/TEST MODULE/TEST NAME.txt``: the screen as text
in *reading order*, pane by pane, which a person can review in any editor and which does not change with colours.
``svg=True`` compares a picture instead, which reads right in a browser. ``pytest --update-screens`` writes the files
anew, to be looked at. ``open_screen`` gives the :class:`~reader.testing.screens.Screen` itself, to assert on.
"""
