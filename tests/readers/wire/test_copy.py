"""Copy of news agencies as it comes over the wire."""

from __future__ import annotations

import pytest

from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.readers import read_bytes

ANPA = (
    b"\x16\x16\x01a0123\x1fu i\x1fbc-iraq-trainers 01-06 0123\x1d\r\n"
    b"\x02^BC-Iraq-Trainers,0123<\r\n^Trainers stay in Iraq, for now<\r\n"
    b"^Eds: Updates with ministry<\r\n^By PETER ASHDOWN=\r\n^Sample Press Writer=\r\n"
    b"   BRUSSELS (SP) _ The alliance will pause its courses in Iraq and\r\n"
    b"withdraw nobody, a spokeswoman _ the first to speak _ said.\r\n"
    b"   ``The safety of our people comes first,'' she said.\r\n"
    b"   Two governments have moved some of their teachers.\r\n"
    b"\x03SP-WF-01-06-20 1432GMT<\r\n\x04"
)
IPTC = (
    "\x01abc0123 4 pl 123  xyz0456\r\n\r\nIrak/Ausbilder/\r\n"
    "Ausbilder bleiben vorerst im Irak =\r\n\x02"
    "   Brüssel (xyz) - Das Bündnis lässt seine Lehrgänge ruhen und zieht\r\n"
    "niemanden ab, sagte eine Sprecherin. xyz ab cd\r\n\x03\r\n061432 Jan 20\r\n\x04"
).encode("cp1252")


@pytest.mark.parametrize("name", ["a.txt", "a", "a.wire"])
def test_a_message_of_an_american_wire_is_an_article(name: str) -> None:
    (article,) = read_bytes(name, ANPA).articles
    assert article.headline == "Trainers stay in Iraq, for now"
    assert (article.byline, article.dateline) == ("Peter Ashdown", "BRUSSELS")
    assert article.published == "2020-01-06T14:32:00+00:00"
    assert article.paragraphs[0].endswith(
        "will pause its courses in Iraq and withdraw nobody, a spokeswoman — the first to speak — "
        "said."
    )
    assert article.paragraphs[1] == "“The safety of our people comes first,” she said."
    assert len(article.paragraphs) == 3
    assert "BC-Iraq-Trainers,0123" in [part.text for part in article.set_aside]


def test_a_message_of_the_international_format_is_one_too() -> None:
    (article,) = read_bytes("a.txt", IPTC).articles
    assert article.headline == "Ausbilder bleiben vorerst im Irak"
    assert article.published[:16] == "2020-01-06T14:32"
    assert "niemanden ab, sagte eine Sprecherin." in article.body
    assert "Irak/Ausbilder/" not in article.body


def test_each_message_of_a_file_is_an_article() -> None:
    assert len(read_bytes("a.txt", ANPA + ANPA.replace(b"0123", b"0124")).articles) == 2


def test_messages_without_text_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        read_bytes("a.txt", ANPA[: ANPA.index(b"\x02")] + b"\x02\r\n\x03")


def test_a_message_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    for end in range(1, len(ANPA), 7):
        try:
            read_bytes("a.txt", ANPA[:end])
        except BriefingError as error:
            assert error.hint
    (article,) = read_bytes("a.txt", ANPA[: ANPA.index(b"Two")]).articles
    assert article.headline == "Trainers stay in Iraq, for now"
