"""Messages taken apart: heads, parts, transfer encodings, charsets."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers.mail.parts import LEVELS, PARTS, Part, decoded, fields_of, parse


def nested(levels: int) -> bytes:
    level = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
    return b"Subject: x\n" + b"".join(level % (n, n) for n in range(levels)) + b"\ntext"


def kinds(message: Part) -> list[str]:
    return [part.kind for part in message.walk()]


def test_parts_stand_between_lines_with_the_boundary() -> None:
    data = (
        b"Content-Type: multipart/mixed;\r\n boundary=\"a b\"\r\n\r\npreamble\r\n"
        b"--a b\r\n\r\nfirst --a b\r\n"
        b"--a b  \r\nContent-Type: text/html\r\n\r\n<p>second\r\n--a b--\r\nepilogue\r\n--a b\r\n"
    )  # fmt: skip
    message = parse(data)
    assert kinds(message) == ["multipart/mixed", "text/plain", "text/html"]
    assert [part.body for part in message.parts] == [b"first --a b", b"<p>second"]


def test_a_message_that_breaks_off_keeps_its_last_part() -> None:
    message = parse(
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nfirst\n--x\n\nsecond, cut"
    )
    assert [part.body for part in message.parts] == [b"first", b"second, cut"]


def test_a_multipart_without_boundary_has_no_parts() -> None:
    assert parse(b"Content-Type: multipart/mixed\n\ntext").parts == ()


def test_levels_and_parts_are_limited() -> None:
    assert len(kinds(parse(nested(LEVELS)))) == LEVELS + 1
    for data in (
        nested(LEVELS + 1), nested(50_000),
        b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhi\n" * PARTS,
    ):  # fmt: skip
        with pytest.raises(UnreadableFile, match="nested too deeply or has too many parts"):
            parse(data)


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: first\r\n line\r\nSubject: other\r\n\r\nbody", b"Subject: first\n\tline\n\nbody",
        b"Subject: first\r line\r\rbody", b"\n\n\xef\xbb\xbfSubject : first line\n\nbody",
        b"Broken line\nSubject: first line\n\nbody"[12:],
    ],
)  # fmt: skip
def test_fields_are_unfolded_whatever_ends_the_lines(data: bytes) -> None:
    message = parse(data)
    assert message.fields["subject"] == "first line"
    assert message.body == b"body"


def test_endless_heads_are_cut_short() -> None:
    head = b"".join(b"X-%d: y\n" % number for number in range(100_000))
    assert len(fields_of(head + b"\n")) < 40_000
    assert len(fields_of(b"To: " + b"(" * 1_000_000)["to"]) < 10_001


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=?utf-8?q?L=C3=BCbeck?= =?utf-8?b?IHVuZCBLaWVs?=", "Lübeck und Kiel"),
        ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
        ("=?utf-8?b?4oA=?= =?utf-8?b?nGE=?=", "“a"),
        ("=?x-unheard-of?q?caf=C3=A9?=", "café"),
        ("=?windows-1256?B?x+HI0e3P?=", "البريد"),
        ("plain, without words", "plain, without words"),
        ("Re: =?utf-8?q?=E2=80=9Cquoted=E2=80=9D?= text", "Re: “quoted” text"),
    ],
)
def test_encoded_words_are_decoded(value: str, text: str) -> None:
    assert decoded(value) == text


def test_bytes_in_a_head_are_decoded_without_being_declared() -> None:
    assert parse("Subject: Lübeck\n\n".encode()).fields["subject"] == "Lübeck"
    assert parse("Subject: die Lübecker Bucht\n\n".encode("cp1252")).fields["subject"] == (
        "die Lübecker Bucht"
    )


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("Content-Disposition: attachment; filename*=UTF-8''Erkl%C3%A4rung.pdf", "Erklärung.pdf"),
        ("Content-Disposition: attachment; filename*0*=utf-8''a%20; filename*1=b.pdf", "a b.pdf"),
        ('Content-Type: application/pdf; name="=?utf-8?q?Erkl=C3=A4rung=2Epdf?="', "Erklärung.pdf"),
        ("Content-Disposition: attachment; filename*=x-none''caf%E9.pdf", "café.pdf"),
        (r'Content-Disposition: attachment; filename="..\..\etc/passwd.txt"', "passwd.txt"),
        ("Content-Disposition: attachment", ""),
    ],
)
def test_names_of_files_are_decoded_and_lead_nowhere(field: str, name: str) -> None:
    assert parse(f"{field}\n\n".encode()).file_name == name


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("base64", base64.encodebytes("Lübeck".encode())), ("BASE64", b"TMO8 YmVj aw"),
        ("base64", b"TMO8YmVjaw==x"), ("quoted-printable", b"L=C3=BCb=\r\neck"), ("8bit",
        b"L\xc3\xbcbeck"),
        ("x-unknown", b"L\xc3\xbcbeck"),
    ],
)  # fmt: skip
def test_content_is_what_was_put_in(encoding: str, body: bytes) -> None:
    assert Part({"content-transfer-encoding": encoding}, body).text().startswith("Lübeck")


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("iso-2022-jp", "日本".encode("iso-2022-jp")), ("utf-8", "日本".encode()),
        ("shift_jis", "日本の首相は言った".encode("cp932")), ("x-unheard-of", "日本".encode()),
        ('"utf-7"', "日本".encode("utf-7")), ("base64", "日本".encode()),
    ],
)  # fmt: skip
def test_text_is_decoded_in_known_and_unknown_charsets(charset: str, data: bytes) -> None:
    text = Part({"content-type": f"text/plain; charset={charset}"}, data).text()
    assert text.startswith("日本")


def test_text_that_is_said_to_be_in_base64_is_left_as_it_is() -> None:
    text = b"The alliance has stopped training soldiers in Iraq, its spokesman said. " * 3
    assert Part({"content-transfer-encoding": "base64"}, text).content() == text


@pytest.mark.parametrize("cut", [str.rstrip, str.strip, lambda line: f"{line.rstrip()}  "])
def test_files_that_were_encoded_line_by_line_are_decoded(cut: Callable[[str], str]) -> None:
    data = bytes(range(256)) + b"The alliance has stopped training soldiers in Iraq.   "
    lines = [binascii.b2a_uu(data[n : n + 45]).decode() for n in range(0, len(data), 45)]
    body = "begin 644 a.txt\n" + "\n".join(map(cut, lines)) + "\n`\nend\n"
    part = Part({"content-transfer-encoding": "x-uuencode"}, body.encode())
    assert part.content() == data
    assert Part({"content-transfer-encoding": "x-uue"}, "ü\nbegin 6\nü".encode()).content() == b""


def test_the_parts_of_a_digest_are_messages() -> None:
    head = b"Content-Type: multipart/digest; boundary=x\n\n"
    inside = b"--x\n\nSubject: A\n\none\n--x\nContent-Type: text/plain\n\ntwo\n--x--\n"
    first, second = parse(head + inside).parts
    assert (first.kind, first.content()) == ("message/rfc822", b"Subject: A\n\none")
    assert (second.kind, second.text()) == ("text/plain", "two")


RUSSIAN = "Представитель альянса заявил в субботу в Брюсселе, что обучение приостановлено."


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "iso-8859-5"])
def test_a_raw_subject_is_in_the_charset_of_the_text(charset: str) -> None:
    field = f"Content-Type: text/plain; charset={charset}\n".encode()
    data = b"Subject: " + RUSSIAN[:13].encode(charset) + b"\n%s\n" + RUSSIAN.encode(charset)
    assert fields_of(data % field)["subject"] == RUSSIAN[:13]
    if charset == "koi8-r":
        assert fields_of(data % b"")["subject"] == RUSSIAN[:13]


def test_japanese_without_a_word_on_its_charset_is_read() -> None:
    text = "北大西洋条約機構は土曜日、イラクでの訓練を停止した。"
    message = parse(
        b"Subject: " + text[:8].encode("iso-2022-jp") + b"\n\n" + text.encode("iso-2022-jp")
    )
    assert (message.fields["subject"], message.text()) == (text[:8], text)


@pytest.mark.parametrize(
    ("charset", "encoding"), [("ISO-8859-8-I", "iso-8859-8"), ("unicode-1-1-utf-7", "utf-7")]
)
def test_charsets_have_more_than_one_name(charset: str, encoding: str) -> None:
    text = "דובר הברית אמר"
    part = Part({"content-type": f"text/plain; charset={charset}"}, text.encode(encoding))
    assert part.text() == text
