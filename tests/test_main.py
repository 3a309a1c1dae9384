from __future__ import annotations

import subprocess
import sys

import pytest

from briefing_app import __version__
from briefing_app.__main__ import main


def test_commands_and_options_go_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"briefing {__version__}\n"


def test_a_command_loads_no_qt() -> None:
    code = (
        "import sys\n"
        "from briefing_app.__main__ import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: sys.exit('PySide6' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "commands:" in done.stdout
