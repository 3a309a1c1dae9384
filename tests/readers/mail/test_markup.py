"""The lines of a mail written in markup."""

from __future__ import annotations

from briefing_app.readers.mail.markup import lines_of_markup


def lines(source: str) -> list[str]:
    return lines_of_markup(f"<html><body>{source}</body></html>")[0]


def test_paragraphs_and_breaks_are_lines_and_hidden_text_is_left_out() -> None:
    hidden = '<div style="display:none">preheader</div><img src="https://track.example/1.gif">'
    assert lines(f"{hidden}<p>One<br>two</p><table><tr><td>three</td></tr></table>") == [
        "One", "two", "three",
    ]  # fmt: skip


def test_quoted_mail_is_marked_once_a_level_and_quotations_are_not() -> None:
    source = (
        "<p>New</p><blockquote type=cite>Old<blockquote class='gmail_quote'>Older</blockquote>"
        "</blockquote><blockquote><p>“A quotation”</p></blockquote>"
        "<blockquote style='border-left: 2px solid #000'>Outlook’s</blockquote>"
    )
    assert lines(source) == ["New", "> Old", "> > Older", "“A quotation”", "> Outlook’s"]


def test_marked_signatures_are_set_aside() -> None:
    found, aside, _ = lines_of_markup(
        "<p>Text</p><div class='gmail_signature'>Lena<br>Wire</div><div id='Signature'>Tomas</div>"
    )
    assert found == ["Text"]
    assert [(item.kind, item.text) for item in aside] == [
        ("signature", "Lena"), ("signature", "Wire"), ("signature", "Tomas"),
    ]  # fmt: skip


def test_head_lines_in_a_table_are_joined() -> None:
    source = (
        "<table><tr><th>Subject: </th><td>A</td></tr><tr><th>From: </th><td>Lena</td></tr></table>"
    )
    assert lines(source) == ["Subject: A", "From: Lena"]


def test_preformatted_lines_that_were_wrapped_are_joined() -> None:
    words = "The alliance has stopped training soldiers in Iraq for the time being and " * 9
    wrapped = "\n".join(words[i : i + 74] for i in range(0, len(words), 74))
    assert lines(f"<pre>{wrapped}\n\nSecond</pre>") == [words.strip(), "Second"]


def test_the_address_of_the_web_version_is_found() -> None:
    source = (
        '<a href="https://x.example/a">Here</a><a href="https://x.example/b">View in browser</a>'
    )
    assert lines_of_markup(source)[2] == "https://x.example/b"


def test_nothing_and_endless_nesting_are_no_trouble() -> None:
    assert lines_of_markup("") == ([], [], "")
    assert lines("<blockquote type=cite>" * 3000 + "deep") == ["deep"]


def test_numbers_of_lists_are_written_and_marks_of_notes_are_not() -> None:
    source = "<p>We decided.<sup>1</sup></p><ol start=3><li>The mission stays.</li></ol>"
    assert lines_of_markup(source)[0] == ["We decided.", "3. The mission stays."]
