"""What of a message's parts is its text."""

from __future__ import annotations

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers.mail.body import (
    MOST_CHARACTERS,
    MOST_LINES,
    Body,
    Mail,
    kind_of_file,
    lines_of_text,
    read_body,
)
from briefing_app.readers.mail.parts import Part

TEXT, PAGE = {"content-type": "text/plain"}, {"content-type": "text/html"}


def multipart(kind: str, *parts: Part) -> Part:
    return Part({"content-type": f"multipart/{kind}; boundary=x"}, b"", parts)


def file(kind: str, name: str, disposition: str = "attachment") -> Part:
    fields = {"content-type": kind, "content-disposition": f'{disposition}; filename="{name}"'}
    return Part(fields, b"data")


def test_texts_that_follow_one_another_are_joined() -> None:
    body = read_body(multipart("mixed", Part(TEXT, b"one"), Part(PAGE, b"<p>two</p>")))
    assert [line for line in body.lines if line] == ["one", "two"]


def test_what_hangs_on_the_alternative_not_taken_is_kept() -> None:
    calendar = multipart("mixed", Part(PAGE, b"<p>short</p>"), file("application/pdf", "a.pdf"))
    body = read_body(multipart("alternative", Part(TEXT, b"much longer text"), calendar))
    assert body.lines == ["much longer text"]
    assert [item.name for item in body.attachments] == ["a.pdf"]


def test_empty_multiparts_have_no_text() -> None:
    assert read_body(multipart("alternative")).lines == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [("image/png", "a.png"), ("application/octet-stream", "a.jpg"), ("text/calendar", "a.ics"),
     ("audio/mpeg", "a.mp3")],
)  # fmt: skip
def test_files_that_are_no_articles_are_named(kind: str, name: str) -> None:
    body = read_body(multipart("mixed", Part(TEXT, b"text"), file(kind, name)))
    assert (body.left_out, body.attachments) == ([name], [])


@pytest.mark.parametrize(
    "part",
    [file("application/pgp-signature", "signature.asc"), file("image/png", "a.png", "inline")],
)
def test_signatures_and_pictures_in_the_text_are_not(part: Part) -> None:
    body = read_body(multipart("mixed", Part(TEXT, b"text"), part))
    assert (body.left_out, body.attachments) == ([], [])


def test_an_attached_text_is_a_file_of_its_own() -> None:
    body = read_body(multipart("mixed", Part(TEXT, b"text"), file("text/plain", "b.txt", "inline")))
    assert body.lines == ["text"]
    assert [item.content() for item in body.attachments] == [b"data"]


@pytest.mark.parametrize(
    "part",
    [multipart("encrypted"), file("application/octet-stream", "smime.p7m"),
     Part({"content-type": "application/pkcs7-mime; smime-type=enveloped-data"}, b""),
     Part(TEXT, b"-----BEGIN PGP MESSAGE-----\n\nabc\n")],
)  # fmt: skip
def test_encrypted_messages_are_refused(part: Part) -> None:
    with pytest.raises(UnreadableFile, match="the message is encrypted"):
        read_body(part)


def test_a_signed_text_is_read_without_its_armour() -> None:
    armour = (
        "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nThe text\r\n"
        "-----BEGIN PGP SIGNATURE-----\r\n\r\niQEz\r\n-----END PGP SIGNATURE-----\r\n"
    )
    assert lines_of_text(armour, flowed=False).lines == ["The text"]


def test_addresses_behind_words_go_and_lines_of_addresses_are_set_aside() -> None:
    body = lines_of_text(
        "Read <https://x.example/a> this [cid:1@2]\n<https://x.example/b>\nPlain https://x.example/c",
        flowed=False,
    )
    assert body.lines == ["Read this", "Plain https://x.example/c"]
    assert body.address == "https://x.example/b"
    assert [item.text for item in body.aside] == ["<https://x.example/b>"]


def test_a_body_is_cut_at_its_limits() -> None:
    for lines in (["x"] * (MOST_LINES + 1), ["x" * (MOST_CHARACTERS + 1)]):
        body = Body(list(lines))
        body.cut()
        assert body.is_cut
        assert 0 < body.length <= MOST_CHARACTERS
        assert len(body.lines) <= MOST_LINES
    body = Body(["text"])
    body.cut()
    assert (body.lines, body.is_cut) == (["text"], False)


def test_the_kind_of_a_file_comes_from_its_name_where_nobody_knew() -> None:
    assert kind_of_file("application/octet-stream", "a.PDF") == "application/pdf"
    assert kind_of_file("", "a.unheard-of") == "application/octet-stream"
    assert kind_of_file("Text/Plain", "a.pdf") == "text/plain"


def test_the_address_of_a_mailing_list_is_not_that_of_the_message() -> None:
    text = b"one\n\nhttps://x.example/mailman/listinfo/desk\n\nhttps://x.example/a\n"
    assert read_body(Part(TEXT, text)).address == "https://x.example/a"


def test_certificates_and_pieces_of_messages_are_no_attached_articles() -> None:
    kind = {"content-type": "application/pkcs7-mime; smime-type=certs-only; name=smime.p7m"}
    piece = {"content-type": "message/partial; number=2"}
    body = read_body(multipart("mixed", Part(TEXT, b"one"), Part(kind, b"x"), Part(piece, b"x")))
    assert (body.lines, body.attachments) == (["one"], [])


def test_where_a_newsletter_stands_on_the_web_is_its_address() -> None:
    body = lines_of_text(
        "View this post on the web at https://notes.example/p/a\n\nThe text.", flowed=False
    )
    assert (body.address, [line for line in body.lines if line]) == (
        "https://notes.example/p/a", ["The text."],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("post", "expected"),
    [("<mailto:l@x.example>", True), ("<https://notes.example/p/a>", False), ("NO", False)],
)
def test_people_write_to_a_list_by_mail(post: str, expected: bool) -> None:
    assert Mail({"list-post": post}, Body()).is_among_people is expected
