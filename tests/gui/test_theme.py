"""Colours, fonts and icons."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton

from briefing_app import resources
from briefing_app.gui import theme as theme_module
from briefing_app.gui.theme import TEXT_STEPS, Reading, Theme
from briefing_app.gui.tokens import DARK, LIGHT

GROUNDS = ("window", "side", "surface", "sunken", "hover", "accent_soft")
"""What lies behind texts: panes, fields, tiles, rows under the mouse, chosen rows."""

TEXT_ON = [
    *product(("text", "text2", "text3", "accent", "warn"), GROUNDS),
    *product(("quote", "fact", "plain"), ("window", "side", "surface")),
    *(("ok", ground) for ground in ("window", "side", "surface")),
    *(("text2", "canvas"), ("text3", "canvas")),
    *product(("text",), ("quote_bg", "quote_hi", "fact_bg", "fact_hi", "plain_bg", "plain_hi")),
    *product(("text",), ("selection", "warn_bg")),
    *(("quote", "quote_bg"), ("fact", "fact_bg"), ("plain", "plain_bg"), ("warn", "warn_bg")),
    *(("on_accent", "accent"), ("on_accent", "accent_hi"), ("surface", "text")),
    *(("accent_hi", "window"), ("accent_hi", "surface")),
    *(("toast_text", "toast"), ("toast_link", "toast")),
]
"""All texts on all grounds that they stand on; what is off is exempt."""

LINES_ON = [
    *product(("accent", "field"), ("window", "surface", "side")),
    *product(("quote_line", "fact_line", "plain_line"), ("surface",)),
    *(("accent", ground) for ground in ("hover", "accent_soft", "sunken")),
    *(("text", "window"), ("toast_link", "toast"), ("warn", "warn_bg")),
]
"""Borders of fields, rings around what has the keyboard, and lines that tell kinds apart."""


def luminance(color: str) -> float:
    """Relative luminance, 0..1 (WCAG 2.2)."""
    shares = (QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1..21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_stands_out_from_its_ground(palette: dict[str, str], text: str, ground: str) -> None:
    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINES_ON)
def test_lines_that_carry_meaning_are_seen(palette: dict[str, str], line: str, ground: str) -> None:
    assert contrast(palette[line], palette[ground]) >= 3


def test_both_themes_have_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_switching_the_theme_repaints_the_application(qtbot) -> None:
    theme = Theme("light")
    theme.apply()
    button = QPushButton("Export")
    button.setProperty("look", "primary")
    qtbot.addWidget(button)
    button.resize(200, 40)
    light = button.grab().toImage().pixelColor(20, 5)
    with qtbot.waitSignal(theme.changed):
        theme.set(name="dark")
    dark = button.grab().toImage().pixelColor(20, 5)
    assert light == QColor(LIGHT["accent"])
    assert dark == QColor(DARK["accent"])


def test_text_size_scales_fonts_and_style_sheet(qtbot) -> None:
    theme = Theme("light", 2.0)
    theme.apply()
    assert theme.font(13).pixelSize() == 26
    assert theme.px(40) == 80
    sheet = QApplication.instance().styleSheet()
    assert "font-size: 26px" in sheet
    assert "$" not in sheet


def test_an_icon_takes_the_colour_of_the_theme(qtbot) -> None:
    theme = Theme("light")
    image = theme.pixmap("plus", "accent", 18).toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle == QColor(LIGHT["accent"])


def test_an_icon_that_does_not_exist_is_an_error(qtbot) -> None:
    with pytest.raises(FileNotFoundError):
        Theme().pixmap("no such icon", "text")


class Restyled(QPushButton):
    """Counts how often it takes on a style."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def changeEvent(self, event: QEvent) -> None:
        self.times += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_widgets_take_the_style_on_anew_only_when_it_differs(qtbot, theme: Theme) -> None:
    button = Restyled()
    qtbot.addWidget(button)
    button.show()
    before = button.times
    theme.set(scale=theme.scale)
    assert button.times == before
    theme.set(scale=1.5)
    assert button.times > before


def test_the_text_size_goes_step_by_step_and_no_further(qtbot) -> None:
    theme = Theme()
    seen = []
    for _ in TEXT_STEPS:
        theme.enlarge()
        seen.append(theme.scale)
    assert seen[-1] == seen[-2] == TEXT_STEPS[-1]
    theme.reset_size()
    theme.shrink()
    theme.shrink()
    assert theme.scale == TEXT_STEPS[0]
    theme.reset_size()
    assert theme.scale == 1.0


def test_the_reading_text_has_a_size_and_a_font_of_its_own(qtbot) -> None:
    theme = Theme()
    other = theme.reading_families[-1]
    with qtbot.waitSignal(theme.changed):
        theme.set(reading=Reading(other, 27, 560))
    assert theme.reading_px(18) == 27
    assert theme.font(18, reading=True).family() == other
    assert theme.font(18).family() == theme.ui_family
    theme.set(reading=Reading())
    assert theme.reading_family == theme.best_reading_family


def rules() -> list[tuple[str, str, str]]:
    """(what for, colour of its words, of its ground) where the style sheet sets both."""
    sheet = resources.path("style.qss").read_text(encoding="utf-8")
    found = []
    for chosen, body in re.findall(r"([^{}/]+)\{([^}]*)\}", sheet):
        words = re.search(r"(?<![-\w])color: \$(\w+)", body)
        ground = re.search(r"background: \$(\w+)", body)
        if words and ground and ":disabled" not in chosen:
            found.append((chosen.strip(), words.group(1), ground.group(1)))
    return found


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_the_style_sheet_can_be_read(palette: dict[str, str]) -> None:
    assert len(rules()) > 15
    faint = [
        (chosen, words, ground)
        for chosen, words, ground in rules()
        if contrast(palette[words], palette[ground]) < 4.5
    ]
    assert faint == []


def test_nothing_in_the_window_moves_of_itself(qapp: QApplication) -> None:
    moving = re.compile(r"Animation\b|QTimeLine|QMovie|setAnimated\(True")
    sources = Path(theme_module.__file__).parent.rglob("*.py")
    found = [path.name for path in sources if moving.search(path.read_text(encoding="utf-8"))]
    assert found == []
    effects = Qt.UIEffect
    for effect in (effects.UI_AnimateMenu, effects.UI_AnimateCombo, effects.UI_FadeMenu):
        assert not QApplication.isEffectEnabled(effect)
