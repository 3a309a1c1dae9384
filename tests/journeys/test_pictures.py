"""The pictures that people look at can be drawn, each in its look."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from briefing_app.gui.tokens import DARK, LIGHT
from tests.journeys.hands import ROOT


def test_scenes_are_drawn_in_the_looks_that_were_asked_for(tmp_path: Path) -> None:
    looks, scenes = ("light", "dark", "arabic", "200-small"), ("outline nested", "File", "backups")
    command = [sys.executable, "-m", "tests.journeys.pictures", str(tmp_path)]
    for look in looks:
        command += ["--look", look]
    for scene in scenes:
        command += ["--scene", scene]
    drawn = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert drawn.returncode == 0, drawn.stderr
    names = {f"{scene.replace(' ', '-')}-{look}.png" for scene in scenes for look in looks}
    assert {path.name for path in tmp_path.iterdir()} == names
    sizes, corners = {}, {}
    for look in looks:
        window = QImage(str(tmp_path / f"outline-nested-{look}.png"))
        sizes[look] = (window.width(), window.height())
        corners[look] = window.pixelColor(1, 1).name().upper()
    assert sizes == dict.fromkeys(looks[:3], (1440, 900)) | {"200-small": (1100, 700)}
    light, dark = LIGHT["window"], DARK["window"]
    assert corners == dict(zip(looks, (light, dark, light, light), strict=True))
