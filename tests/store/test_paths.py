"""The folders of the user, without the package that knows them on every platform."""

import sys

import platformdirs
import pytest

from reader.store.paths import xdg_folder


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms have other customs")
@pytest.mark.parametrize("home", ["/home/somebody", "/home/some body", "relative", ""])
@pytest.mark.parametrize("chosen", [None, "", "/elsewhere", "/else where/", "relative", "~/state"])
def test_folders_are_where_platformdirs_has_them(
    home: str, chosen: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANDROID_ROOT", raising=False)
    monkeypatch.setenv("HOME", home)
    for variable in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        if chosen is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, chosen)
    known = xdg_folder("XDG_STATE_HOME", ".local/state"), xdg_folder("XDG_CONFIG_HOME", ".config")
    if not home.startswith("/"):
        assert known == (None, None)
    else:
        assert known == (platformdirs.user_state_path("reader"), platformdirs.user_config_path("reader"))
