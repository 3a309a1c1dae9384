"""Which font of this computer draws a text: one that has every letter of it, or none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from briefing_app.memo import scripts
from briefing_app.memo.wording import has_right_to_left

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FONTS = (
    "Carlito-Regular.ttf", "calibri.ttf", "Calibri.ttf", "LiberationSans-Regular.ttf", "arial.ttf",
    "Arial.ttf", "DejaVuSans.ttf", "NotoSans-Regular.ttf",
)  # fmt: skip
"""Files of fonts, the best first."""

RIGHT_TO_LEFT_FONTS = (
    "NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf", "Arial Unicode.ttf",
)  # fmt: skip

EASTERN_FONTS = {
    "zh-CN": ("msyh.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc", "simsun.ttc"),
    "zh-TW": ("msjh.ttc", "PingFang.ttc", "mingliu.ttc"),
    "ja-JP": ("YuGothM.ttc", "meiryo.ttc", "msgothic.ttc", "ヒラギノ角ゴシック W3.ttc"),
    "ko-KR": ("malgun.ttf", "AppleSDGothicNeo.ttc", "AppleGothic.ttf"),
}
"""By language: the same sign is drawn in another way in each."""

ALL_OF_THE_EAST = "NotoSansCJK-Regular.ttc"
_NUMBERS = {"ja-JP": 0, "ko-KR": 1, "zh-CN": 2, "zh-TW": 3}
"""Of each language's font in that file."""

_SMALL = 20
# No font has a sign for what is no character: it draws the box that stands for missing ones.
_MISSING = "\uffff"
_UNSEEN = ("Cc", "Cf", "Mn", "Zs")


def font_for(text: str, size: float) -> FreeTypeFont | None:
    """The best font at that size, in pixels; None where no font can draw every letter."""
    if not text.isascii() and has_right_to_left(text) and not _joins_letters():
        return None
    for file, number in _candidates(text):
        if all(_has(file, number, letter) for letter in set(text)):
            return _font(file, number, size)
    return None


def _candidates(text: str) -> Iterator[tuple[str, int]]:
    """Files that are worth a look, with the number of the font in each; "" for Pillow's own."""
    if not text.isascii() and scripts.has_eastern(text):
        language = scripts.tag(text, "", right=False, eastern=True)
        yield from ((file, 0) for file in EASTERN_FONTS.get(language, ()))
        yield ALL_OF_THE_EAST, _NUMBERS.get(language, 0)
        yield from ((file, 0) for files in EASTERN_FONTS.values() for file in files)
        return
    yield from ((file, 0) for file in (*FONTS, *RIGHT_TO_LEFT_FONTS))
    yield "", 0


@cache
def _font(file: str, number: int, size: float) -> FreeTypeFont | None:
    """None where this computer does not have the file."""
    from PIL import ImageFont

    if not file:
        plain = ImageFont.load_default(size)
        assert isinstance(plain, ImageFont.FreeTypeFont)
        return plain
    try:
        return ImageFont.truetype(file, size, index=number)
    except OSError:
        return None


@cache
def _has(file: str, number: int, letter: str) -> bool:
    font = _font(file, number, _SMALL)
    if font is None:
        return False
    if unicodedata.category(letter) in _UNSEEN:
        return True
    return bytes(font.getmask(letter)) != _box(file, number)


@cache
def _box(file: str, number: int) -> bytes:
    font = _font(file, number, _SMALL)
    assert font is not None
    return bytes(font.getmask(_MISSING))


@cache
def _joins_letters() -> bool:
    """True when Pillow brings along what Arabic letters and their order need."""
    from PIL import features

    return bool(features.check("raqm"))
