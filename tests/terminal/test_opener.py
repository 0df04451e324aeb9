"""The program that opens an address, where there is one."""

from pathlib import Path

import pytest

from reader.terminal.opener import launch, opener_of

ADDRESS = "https://example.org/a?b=c"
DESKTOP = {"DISPLAY": ":0"}


def found(name: str) -> str | None:
    return f"/usr/bin/{name}"


@pytest.mark.parametrize(
    ("address", "environ", "platform", "command"),
    [
        (ADDRESS, DESKTOP, "linux", ("/usr/bin/xdg-open", ADDRESS)),
        (ADDRESS, {"WAYLAND_DISPLAY": "wayland-0"}, "linux", ("/usr/bin/xdg-open", ADDRESS)),
        (ADDRESS, {"WSL_DISTRO_NAME": "Debian"}, "linux", ("/usr/bin/wslview", ADDRESS)),
        (ADDRESS, {}, "darwin", ("/usr/bin/open", ADDRESS)),
        ("mailto:a@example.org", DESKTOP, "linux", ("/usr/bin/xdg-open", "mailto:a@example.org")),
        (ADDRESS, {}, "linux", ()),
        (ADDRESS, {"SSH_CONNECTION": "1"}, "darwin", ()),
        ("file:///etc/passwd", DESKTOP, "linux", ()),
        ("javascript:alert(1)", DESKTOP, "linux", ()),
        ("ssh://-oProxyCommand=x", DESKTOP, "linux", ()),
        ("-h", DESKTOP, "linux", ()),
        ("https://example.org/ --x", DESKTOP, "linux", ("/usr/bin/xdg-open", "https://example.org/%20--x")),
    ],
)
def test_an_address_of_the_web_is_opened_where_there_is_a_desktop(
    address: str, environ: dict[str, str], platform: str, command: tuple[str, ...]
) -> None:
    assert opener_of(address, environ, platform=platform, which=found) == command


def test_another_program_serves_where_the_usual_one_is_missing() -> None:
    command = opener_of(ADDRESS, DESKTOP, platform="linux", which=lambda name: found(name) if name == "gio" else None)
    assert command == ("/usr/bin/gio", "open", ADDRESS)
    assert opener_of(ADDRESS, DESKTOP, platform="linux", which=lambda _: None) == ()


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    assert not launch((str(tmp_path / "missing"), ADDRESS))


@pytest.mark.parametrize("address", ["http://[", "http://℀.com/", "http://[::1/", "//["])
def test_an_address_that_no_parser_takes_is_not_opened(address: str) -> None:
    assert opener_of(address, DESKTOP, platform="linux", which=found) == ()


@pytest.mark.parametrize(
    "address", ["https://a.example/\nrm -rf", "\thttps://a.example/\x1b[2J", "https://a.example/\x85"]
)
def test_no_control_reaches_the_opener(address: str) -> None:
    command = opener_of(address, DESKTOP, platform="linux", which=found)
    assert command[0] == "/usr/bin/xdg-open"
    assert command[1].isprintable()
    assert " " not in command[1]
