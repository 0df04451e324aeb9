"""A release is its version, in the package, in the changelog and in the manual page."""

import re
import tomllib
from itertools import pairwise

from reader import __version__
from tests.samples import ROOT

HEADINGS = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_newest_heading_of_the_changelog_is_the_packages_version() -> None:
    assert HEADINGS[0].split(" — ")[0] == __version__


def test_every_heading_is_a_version_with_its_date_the_newest_first() -> None:
    newest, *released = HEADINGS
    assert re.fullmatch(r"\d+\.\d+\.\d+ — (\d{4}-\d\d-\d\d|unreleased)", newest)
    assert [each for each in released if not re.fullmatch(r"\d+\.\d+\.\d+ — \d{4}-\d\d-\d\d", each)] == []
    versions = [tuple(int(part) for part in each.split(" — ")[0].split(".")) for each in HEADINGS]
    assert all(newer > older for newer, older in pairwise(versions))


def test_the_manual_page_is_of_this_version() -> None:
    assert f'"reader {__version__}"' in (ROOT / "man" / "reader.1").read_text(encoding="utf-8")


def test_the_check_runs_on_the_pythons_that_the_package_is_for() -> None:
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
    named = [each.rpartition(" ")[2] for each in classifiers if "Python :: 3." in each]
    workflow = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert re.findall(r'"(3\.\d+)"', workflow) == named
