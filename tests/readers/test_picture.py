"""Pictures of articles: recognised when wanted and possible, and a clear word when not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont

from briefing_app.errors import BriefingError, PicturesOnly, UnreadableFile, UnsupportedFormat
from briefing_app.readers import Options, picture
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.pdf import ocr
from briefing_app.readers.reading import read_whole

Install = Callable[..., None]

pytestmark = pytest.mark.usefixtures("forgotten")

posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for it")
needs_tesseract = pytest.mark.skipif("eng" not in ocr.languages(), reason="needs tesseract")

HEADLINE = "Allies wait for a map of the missing trainers"
TEXT = ("The ambassadors asked on Monday for a map", "that shows where the trainers have gone.")
NEXT = "The next meeting is planned for Wednesday."


def page(*lines: str, size: tuple[int, int] = (900, 300), mode: str = "RGB") -> Image.Image:
    """A page with lines; an empty one leaves room between paragraphs."""
    drawn = Image.new("RGB", size, "white")
    font = ImageFont.load_default(28)
    for number, line in enumerate(lines):
        ImageDraw.Draw(drawn).text((40, 30 + 40 * number), line, "black", font)
    return drawn.convert(mode)


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def read(data: bytes, name: str = "a.png") -> Any:
    return read_whole(Incoming(name, data, options=Options(recognise_text=True)))


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF"])
def test_the_text_of_a_picture_comes_in_with_a_word_that_it_was_recognised(kind: str) -> None:
    data = saved(page(HEADLINE, "", *TEXT, "", NEXT), kind)
    whole = read(data, f"a.{kind.lower()}")
    (article,) = whole.articles
    assert article.headline == HEADLINE
    assert article.body == f"{' '.join(TEXT)}\n{NEXT}"
    assert article.page_starts == (0,)
    assert "recognised by machine" in whole.warnings[0]
    assert whole.original.data == data


@needs_tesseract
def test_a_photo_is_turned_as_the_camera_was_held() -> None:
    upright = page(HEADLINE, "", *TEXT, "", NEXT)
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(upright.rotate(90, expand=True), "JPEG", exif=exif, quality=95)
    (article,) = read(data).articles
    assert article.headline == HEADLINE
    drawn = picture.page_picture(data, 1, 300)
    assert (drawn.width, drawn.height) == (300, 100)


@needs_tesseract
def test_letters_on_what_is_transparent_are_read() -> None:
    inked = page(HEADLINE, "", *TEXT, "", NEXT, mode="L")
    clear = Image.new("RGBA", inked.size, (0, 0, 0, 0))
    clear.putalpha(inked.point(lambda value: 255 - value))
    assert read(saved(clear)).articles[0].headline == HEADLINE


@posix
def test_the_pages_of_a_fax_follow_each_other_and_can_be_looked_at(install: Install) -> None:
    install('printf "A page of words that say enough\\nto be a paragraph of an article.\\n"')
    pages = [page("one", mode="1"), page("two", mode="1", size=(900, 600))]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4")
    (article,) = read(data, "fax.tif").articles
    assert len(article.page_starts) == 2
    assert article.page_starts[1] > 0
    drawn = picture.page_picture(data, 9, 90)
    assert (drawn.number, drawn.page_count, drawn.width, drawn.height) == (2, 2, 90, 60)
    assert len(drawn.pixels) == 3 * 90 * 60


@posix
@pytest.mark.parametrize(("width", "given"), [(600, 1200), (1000, 1600), (3000, 3000)])
def test_small_letters_are_enlarged(
    width: int, given: int, install: Install, tmp_path: Path
) -> None:
    install('printf "Words that stand for what is in it.\\n"')
    read(saved(page(size=(width, 200))))
    assert (tmp_path / "given").read_bytes().split()[1] == b"%d" % given


@posix
def test_without_leave_nothing_is_recognised(install: Install, tmp_path: Path) -> None:
    install("exit 1")
    with pytest.raises(PicturesOnly, match=r"“a\.png”: this is a picture") as refused:
        read_whole(Incoming("a.png", saved(page(HEADLINE))))
    assert "Have its text recognised" in refused.value.hint
    assert not (tmp_path / "given").exists()


@posix
def test_a_picture_without_words_says_so(install: Install) -> None:
    install("printf '\\n\\n'")
    with pytest.raises(PicturesOnly, match="no text could be recognised"):
        read(saved(page()))


def test_where_nothing_can_be_recognised_the_way_out_names_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnsupportedFormat, match="text recognition is not installed") as refused:
        read(saved(page(HEADLINE)))
    assert "tesseract" in refused.value.hint
    assert refused.value.hint.startswith("Save the article itself")


def test_a_logo_is_no_article() -> None:
    with pytest.raises(UnsupportedFormat, match="too small"):
        read(saved(page(size=(400, 60))))


def test_a_picture_that_is_too_large_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_LARGEST_PIXELS", 10_000)
    with pytest.raises(UnreadableFile, match="too large"):
        read(saved(page(HEADLINE)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
def test_damaged_pictures_are_refused_and_nothing_worse(kind: str, install: Install) -> None:
    install('printf "Words that stand for what is in it.\\n"')
    sound = saved(page(HEADLINE, size=(300, 200)), kind)
    for place in range(8, len(sound), max(1, len(sound) // 40)):
        broken = sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :]
        for data in (broken, sound[:place]):
            try:
                read(data)
            except BriefingError as error:
                assert error.hint
