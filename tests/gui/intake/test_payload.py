"""What is made of everything that other programs put on a drag or the clipboard."""

from __future__ import annotations

import os
import random
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QImage

from briefing_app.gui.intake import payload
from briefing_app.gui.intake.addresses import Link
from briefing_app.gui.intake.payload import HandedFile, Selection, read_payload
from tests.gui.intake import offers
from tests.gui.intake.offers import PAGE, QUOTED, SITE, offer, windows

TITLED = Link(PAGE, "A link to the story")


class Counted(QMimeData):
    """Counts how often each format is asked for."""

    def __init__(self, formats: dict[str, bytes]) -> None:
        super().__init__()
        self._formats = formats
        self.asked: list[str] = []

    def formats(self) -> list[str]:
        return list(self._formats)

    def hasFormat(self, name: str) -> bool:
        return name in self._formats

    def retrieveData(self, name: str, _kind: object) -> object:
        self.asked.append(name)
        return QByteArray(self._formats.get(name, b""))


def address(path: Path) -> str:
    return QUrl.fromLocalFile(str(path)).toEncoded().data().decode()


@pytest.mark.parametrize("make", [offers.chromium_link, offers.firefox_link])
def test_a_link_keeps_its_words(make) -> None:
    found = read_payload(make())
    assert found.links == [TITLED]
    assert found.selection is None and not found.paths


def test_a_page_dragged_by_its_address_has_the_title_of_the_page() -> None:
    found = read_payload(offers.firefox_address_icon())
    assert found.links == [Link(PAGE, "Mayor “wins” vote — The Daily Test")]


def test_a_tab_is_a_link_or_the_file_that_it_shows(tmp_path: Path) -> None:
    tab = offers.firefox_tab(PAGE)
    assert payload.is_known(tab) and payload.holds_link(tab)
    assert read_payload(tab).links == [Link(PAGE)]
    page = tmp_path / "saved page.html"
    assert read_payload(offers.firefox_tab(address(page))).paths == [str(page)]
    assert read_payload(offers.firefox_tab("about:blank")).is_empty


@pytest.mark.parametrize("make", [offers.picture_with_link, offers.chromium_picture_with_link])
def test_a_picture_with_a_link_is_the_link(make) -> None:
    found = read_payload(make())
    assert [link.url for link in found.links] == [PAGE]
    assert not found.files


def test_a_mere_picture_is_nothing_to_read() -> None:
    found = read_payload(offers.chromium_picture())
    assert found.is_empty
    assert found.remarks == ["This is a picture without a link; take the text itself."]


def test_a_picture_that_was_copied_alone_comes_in_as_a_file() -> None:
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    data = QMimeData()
    data.setImageData(picture)
    (file,) = read_payload(data).files
    assert file.name == "Copied picture.png"
    assert QImage.fromData(file.data, "PNG") == picture
    data.setHtml('<img src="https://news.example.org/i.png">')
    assert not read_payload(data).files


@pytest.mark.parametrize(
    ("make", "url"),
    [
        (offers.chromium_selection, SITE),
        (offers.chromium_copy, PAGE),
        (offers.firefox_selection, ""),
        (offers.firefox_copy, PAGE),
        (offers.firefox_153_copy, SITE),
    ],
)
def test_a_selection_has_its_markup_its_text_and_its_page_or_site_where_that_is_told(
    make, url
) -> None:
    data = make()
    found = read_payload(data)
    assert found.selection == Selection(data.data("text/html").data(), QUOTED, url)
    assert not found.links and not found.remarks


def test_a_selection_in_the_windows_format_names_its_page() -> None:
    data = offer({"text/html": "<p>other</p>", "text/plain": QUOTED})
    data.setData(windows("HTML Format"), offers.cf_html(offers.FRAGMENT))
    found = read_payload(data)
    assert found.selection == Selection(offers.FRAGMENT.encode(), QUOTED, PAGE)


def test_text_alone_is_a_selection_without_markup() -> None:
    found = read_payload(offer({"text/plain": "Allies met.\n\nThey left."}))
    assert found.selection == Selection(b"", "Allies met.\n\nThey left.")


def test_addresses_alone_are_links() -> None:
    found = read_payload(offer({"text/plain": f"{PAGE}\n https://example.org/b \n"}))
    assert found.links == [Link(PAGE), Link("https://example.org/b")]


def test_an_address_among_words_is_text() -> None:
    found = read_payload(offer({"text/plain": f"Read this: {PAGE}"}))
    assert found.selection is not None and not found.links


def test_a_message_of_thunderbird_is_copied_at_once_and_asked_for_once(tmp_path: Path) -> None:
    message = tmp_path / "dnd_file-1" / "Mayor “wins” vote.eml"
    message.parent.mkdir()
    message.write_bytes(b"From: a@example.org\n\nBody.")
    offered = offers.thunderbird(address(message))
    data = Counted({name: offered.data(name).data() for name in offered.formats()})
    found = read_payload(data)
    message.unlink()
    assert found.files == [HandedFile("Mayor “wins” vote.eml", b"From: a@example.org\n\nBody.")]
    assert not found.paths and found.selection is None
    assert data.asked.count("text/uri-list") == 1
    assert "text/plain" not in data.asked


def test_several_messages_of_thunderbird_come_together(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.eml").write_text(f"Subject: {number}\n\nBody")
    messages = offers.thunderbird_list(*(address(f) for f in sorted(tmp_path.iterdir())))
    assert payload.holds_files(messages)
    assert payload.counted_paths(messages) == 0
    assert [file.name for file in read_payload(messages).files] == ["0.eml", "1.eml", "2.eml"]


def test_files_within_an_archive_come_out_of_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pack ü.zip", "w") as archive:
        archive.writestr("folder/a “x”.txt", "A")
        archive.writestr("b.txt", "B")
        archive.writestr("folder/c.txt", "C")
    names = ("folder/a “x”.txt", "folder/c.txt", "folder")
    dragged = offers.archive_manager(address(tmp_path / "pack ü.zip"), *names)
    assert payload.is_known(dragged) and payload.holds_files(dragged)
    found = read_payload(dragged)
    assert found.files == [HandedFile("a “x”.txt", b"A"), HandedFile("c.txt", b"C")]
    assert not found.paths and not found.remarks


def test_files_within_an_archive_that_is_not_read_are_explained(tmp_path: Path) -> None:
    (tmp_path / "pack.7z").write_bytes(b"7z\xbc\xaf")
    found = read_payload(offers.archive_manager(address(tmp_path / "pack.7z"), "a.txt"))
    assert found.is_empty
    assert found.remarks == [
        "Nothing could be taken out of “pack.7z”. Unpack it, then drop the files."
    ]


def test_a_promised_message_that_is_gone_is_missed_aloud(tmp_path: Path) -> None:
    found = read_payload(offers.thunderbird(address(tmp_path / "Gone.eml")))
    assert found.is_empty
    assert found.remarks == [
        "“Gone.eml” could not be read. Save it to a folder first, then drop the file."
    ]


def test_files_of_a_file_manager_stay_where_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a b “x”.txt"
    offered = offers.pcmanfm(address(file))
    data = Counted({name: offered.data(name).data() for name in offered.formats()})
    found = read_payload(data)
    assert found.paths == [str(file)]
    # What stands for an address in the other program's memory is left alone.
    assert data.asked == ["text/uri-list"]


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_names_that_are_not_utf8_are_kept(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_bytes(b"x")
    found = read_payload(offer({"text/uri-list": b"file://" + name.replace(b"\xe9", b"%E9")}))
    assert Path(found.paths[0]).read_bytes() == b"x"


def test_files_on_other_computers_are_refused_with_a_word() -> None:
    found = read_payload(offer({"text/uri-list": "file://host/share/a.txt\r\n"}))
    assert found.is_empty
    assert found.remarks == ["A file on another computer was left out; copy it to this one."]


def test_a_file_that_is_a_link_becomes_one(tmp_path: Path) -> None:
    (tmp_path / "Story.url").write_text(f"[InternetShortcut]\r\nURL={PAGE}\r\n")
    (tmp_path / "plain.txt").write_text("x")
    listed = "\r\n".join(map(address, sorted(tmp_path.iterdir())))
    found = read_payload(offer({"text/uri-list": listed}))
    assert found.links == [Link(PAGE, "Story")]
    assert found.paths == [str(tmp_path / "plain.txt")]


def test_more_than_fits_into_memory_is_left_out_with_a_word(monkeypatch) -> None:
    monkeypatch.setattr(payload, "MOST_HANDED_BYTES", 10)
    found = read_payload(offers.outlook(["a.txt", "b.txt", "c.txt"], [b"1234567", b"1234", b"123"]))
    assert [file.name for file in found.files] == ["a.txt", "c.txt"]
    assert "too much at once" in found.remarks[0]


def test_attachments_of_outlook_come_with_their_bytes() -> None:
    found = read_payload(offers.outlook(["a.pdf", "b.docx"], [b"%PDF-1.4", b"PK.."]))
    assert found.files == [HandedFile("a.pdf", b"%PDF-1.4"), HandedFile("b.docx", b"PK..")]
    assert found.selection is None and not found.remarks


def test_a_message_that_outlook_does_not_hand_over_is_explained() -> None:
    found = read_payload(offers.outlook(["Vote.msg", "b.txt"], [b"", b"text"]))
    assert [file.name for file in found.files] == ["b.txt"]
    assert found.remarks == [
        "Outlook did not hand “Vote.msg” over. Save it as .msg or drag it to the desktop first, "
        "then drop that file."
    ]


def test_a_virtual_shortcut_of_a_browser_is_a_link() -> None:
    shortcut = f"[InternetShortcut]\r\nURL={PAGE}\r\n".encode()
    found = read_payload(offers.outlook(["The story.url"], [shortcut]))
    assert found.links == [Link(PAGE, "The story")]


@pytest.mark.parametrize(
    ("formats", "words"),
    [
        ({"Chromium Web Custom MIME Data Format": b"{}", "maillistrow": b"x"}, "Outlook"),
        ({"com.apple.pasteboard.promised-file-url": b""}, "Drag it to the desktop first"),
        ({"text/uri-list": b"message:%3Cm1@example.org%3E\r\n"}, "Save the message"),
    ],
)
def test_what_is_not_handed_over_is_explained(formats: dict[str, bytes], words: str) -> None:
    found = read_payload(offer(formats))
    assert found.is_empty
    assert words in found.remarks[0]


def test_formats_of_other_purposes_hold_nothing() -> None:
    data = offer({"application/x-color": b"\0" * 8})
    assert not payload.is_known(data)
    assert read_payload(data).is_empty


def test_too_many_files_are_cut_with_a_word() -> None:
    listed = "\r\n".join(f"file:///tmp/{number}.txt" for number in range(2_500))
    found = read_payload(offer({"text/uri-list": listed}))
    assert len(found.paths) == payload.MOST_ADDRESSES
    assert "2000" in found.remarks[0]


HOSTILE = {
    "a path with a NUL": {"text/uri-list": b"file:///tmp/a%00b.txt"},
    "nothing in the list": {"text/uri-list": b"\r\n#only a remark\r\n"},
    "the root folder": {"text/uri-list": b"file:///"},
    "a script as a link": {"text/uri-list": b"javascript:alert(1)"},
    "no text in the markup": {"text/html": b"<script>alert(1)</script>"},
    "a hidden title": {"text/html": b"<title>x</title>"},
    "only NULs": {"text/plain": b"\0\0\0\0", "text/html": b"\0\0\0\0"},
    "half a character": {"text/x-moz-url-priv": b"h\0t"},
    "a descriptor without files": {windows("FileGroupDescriptorW"): b"\xff\xff\xff\xff"},
    "a short descriptor": {windows("FileGroupDescriptorW"): b"\x01"},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_offers_bring_nothing_in(name: str) -> None:
    assert read_payload(offer(HOSTILE[name])).is_empty


def test_large_formats_are_cut() -> None:
    found = read_payload(offer({"text/plain": b"a b " * (payload.MOST_BYTES // 4 + 1000)}))
    assert found.selection is not None
    assert len(found.selection.text) == payload.MOST_BYTES


def test_markup_longer_than_is_looked_at_is_a_selection() -> None:
    long = "<p>" + "<span style='color: red'></span>" * 2_000 + QUOTED
    found = read_payload(offer({"text/html": long, "text/plain": QUOTED}))
    assert found.selection == Selection(long.encode(), QUOTED)


def test_whatever_bytes_come_nothing_is_raised() -> None:
    dice = random.Random(3)
    makers = [offers.chromium_link, offers.firefox_copy, offers.picture_with_link]
    names = [name for make in makers for name in make().formats()]
    names += [windows("FileGroupDescriptorW"), windows("HTML Format")]
    for _ in range(400):
        chosen = dice.sample(names, 3)
        source = dice.choice(makers)()
        formats = {}
        for name in chosen:
            whole = bytearray(source.data(name).data() or dice.randbytes(700))
            for _ in range(dice.randrange(4)):
                whole[dice.randrange(len(whole))] = dice.randrange(256)
            formats[name] = bytes(whole[: dice.randrange(1, len(whole) + 1)])
        found = read_payload(Counted(formats))
        assert all("\0" not in path for path in found.paths)
        assert all(link.url.startswith("http") for link in found.links)


def test_counting_asks_nobody_to_write_a_file(tmp_path: Path) -> None:
    file = address(tmp_path / "a.eml")
    offered = offers.thunderbird(file)
    promised = Counted({name: offered.data(name).data() for name in offered.formats()})
    assert payload.counted_paths(promised) == 0
    assert promised.asked == []
    assert payload.counted_paths(offers.pcmanfm(file)) == 1


@pytest.mark.parametrize(
    ("make", "are_files"),
    [
        (lambda: offers.pcmanfm("file:///tmp/a.txt"), True),
        (lambda: offers.thunderbird("file:///tmp/a.eml"), True),
        (lambda: offers.outlook(["a.msg"], [b"x"]), True),
        (offers.chromium_link, False),
        (offers.chromium_selection, False),
        (offers.firefox_address_icon, False),
    ],
)
def test_files_are_told_from_the_names_of_the_formats(make, are_files: bool) -> None:
    data = make()
    assert payload.is_known(data)
    assert payload.holds_files(data) is are_files
