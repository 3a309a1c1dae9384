"""Whose text a message is: the sender's, or that of one whom he passes on or answers."""

from __future__ import annotations

import pytest

from briefing_app.readers.mail.threads import Thread, take_thread

ARTICLE = [
    "The alliance has stopped training soldiers in Iraq, its spokesman said in Brussels.",
    "",
    "Ambassadors will meet on Monday and hear what the strike near the airport was about, he said.",
]
ANSWER = [
    "I do not think that this is the whole story; the mission goes on with fewer people, and the "
    "courses in Baghdad will begin again as soon as the roads there are safe."
]


def thread(*lines: str, forwards: bool = False, replies: bool = False) -> Thread:
    return take_thread(lines, forwards=forwards, replies=replies)


def aside(found: Thread, kind: str) -> list[str]:
    return [item.text for item in found.aside if item.kind == kind]


def text(found: Thread) -> list[str]:
    return [line for line in found.lines if line]


WORDS = [line for line in ARTICLE if line]


def test_a_message_without_any_marks_is_its_own_text() -> None:
    found = thread(*ARTICLE)
    assert (found.lines, found.aside, found.origin) == (ARTICLE, [], None)


@pytest.mark.parametrize(
    "head",
    [
        ["---------- Forwarded message ---------", "From: Lena <l@x.example>",
         "Date: Sat, Jan 4, 2020", "Subject: A", "To: <b@x.example>"],
        ["________________________________", "Von: Lena <l@x.example>",
         "Gesendet: Samstag, 4. Januar 2020", "An: B; C;", "D", "Betreff: A"],
        ["-----Message d'origine-----", "De : Lena <l@x.example>", "Envoyé : samedi", "Objet : A"],
        ["De: Lena <l@x.example>", "Enviado el: sábado, 4 de enero de 2020", "Asunto: A"],
        ["---------- رسالة معاد توجيهها ---------", "من: Lena <l@x.example>",
         "التاريخ: السبت", "الموضوع: A"],
        ["Begin forwarded message:", "", "Subject: A", "", "Date: 4 January 2020", "",
         "From: Lena <l@x.example>", "", "To: B"],
    ],
)  # fmt: skip
def test_a_forwarded_article_is_the_text_and_its_head_the_origin(head: list[str]) -> None:
    found = thread("Worth reading.", "", *head, "", *ARTICLE, forwards=True)
    assert text(found) == WORDS
    assert found.origin is not None
    assert found.origin.sender == "Lena <l@x.example>"
    assert found.origin.subject == "A"
    assert aside(found, "covering note")[0] == "Worth reading."
    assert {line for line in head if line} <= {item.text for item in found.aside}


def test_of_a_message_forwarded_twice_the_article_is_found() -> None:
    first = ["From: B", "Date: 5 January 2020", "Subject: Fwd: A", "To: C", "", "Look at this."]
    second = ["From: Lena", "Date: 4 January 2020", "Subject: A", "To: B", ""]
    found = thread("FYI", "", *first, "", *second, *ARTICLE, forwards=True)
    assert text(found) == WORDS
    assert found.origin is not None
    assert found.origin.sender == "Lena"
    assert "Look at this." in aside(found, "covering note")


def test_an_outlook_forward_is_known_without_its_prefix() -> None:
    head = ["From: Lena", "Sent: 4 January 2020", "To: B", "Subject: A", ""]
    assert text(thread("See below.", *head, *ARTICLE)) == WORDS


def test_what_is_answered_is_set_aside() -> None:
    wrote = "On Sat, Jan 4, 2020 at 3:12 PM Lena Aarts <l@x.example> wrote:"
    quoted = [f"> {line}" for line in ARTICLE]
    found = thread(*ANSWER, "", wrote, *quoted, replies=True)
    assert text(found) == ANSWER
    assert aside(found, "quoted mail") == [wrote, *WORDS]
    assert found.origin is None


def test_an_attribution_over_two_lines_is_one() -> None:
    wrote = ["On Sat, Jan 4, 2020 at 3:12 PM Lena Aarts", "<l@x.example> wrote:"]
    found = thread(*ANSWER, *wrote, "> Old text", replies=True)
    assert text(found) == ANSWER


def test_outlooks_answers_leave_the_older_messages_behind() -> None:
    old = ["-----Original Message-----", "From: Lena", "Sent: Saturday", "Subject: A", "", *ARTICLE]
    found = thread(*ANSWER, "", *old, replies=True)
    assert text(found) == ANSWER
    assert set(WORDS) <= set(aside(found, "quoted mail"))


def test_an_answer_that_says_nothing_leaves_the_text_that_is_quoted() -> None:
    wrote = "Am 04.01.2020 um 15:12 schrieb Lena Aarts <l@x.example>:"
    found = thread(wrote, *(f"> {line}" for line in ARTICLE), replies=True)
    assert text(found) == WORDS
    assert found.origin is not None
    assert found.origin.sender.endswith("<l@x.example>")
    assert found.origin.date == "2020-01-04T15:12:00"


def test_an_article_that_is_forwarded_in_quotes_is_found() -> None:
    head = ["Begin forwarded message:", "From: Lena", "Subject: A", "Date: 4 January 2020", ""]
    found = thread("FYI", *(f"> {line}" for line in [*head, *ARTICLE]), forwards=True)
    assert text(found) == WORDS
    assert found.origin is not None
    assert found.origin.subject == "A"


def test_signs_before_lines_only_set_text_off_where_nobody_answers() -> None:
    found = thread(*ANSWER, "> A pulled quotation of the text.")
    assert text(found) == [*ANSWER, "A pulled quotation of the text."]


@pytest.mark.parametrize(
    "signature",
    [
        ["--", "Lena Aarts", "Meridian Wire"], ["Best regards,", "", "Lena Aarts", "+32 2 000"],
        ["Sent from my iPhone"], ["Mit freundlichen Grüßen", "Lena Aarts"],
        ["_" * 47, "press mailing list", "press@list.example"],
        ["This e-mail is confidential and intended only for the addressee."],
    ],
)  # fmt: skip
def test_signatures_and_small_print_are_set_aside(signature: list[str]) -> None:
    found = thread(*ARTICLE, "", *signature)
    assert text(found) == WORDS
    assert aside(found, "signature") == [line for line in signature if line.strip("-_")]


def test_a_dash_in_the_middle_of_a_long_text_begins_no_signature() -> None:
    lines = [*ARTICLE, "--", *(f"Paragraph {number} of the text." for number in range(60))]
    assert len(text(thread(*lines))) == 63


def test_lines_of_newsletters_are_set_aside() -> None:
    found = thread("View this email in your browser", *ARTICLE, "Unsubscribe")
    assert text(found) == WORDS
    assert aside(found, "navigation") == ["View this email in your browser", "Unsubscribe"]


def test_nothing_is_lost_but_marks() -> None:
    head = ["From: Lena", "Date: 4 January 2020", "Subject: A", ""]
    lines = ["Note", "", *head, *ARTICLE, "> deeper", "--", "Lena"]
    found = thread(*lines, forwards=True)
    kept = [*found.lines, *(item.text for item in found.aside)]
    assert sorted(filter(None, kept)) == sorted(
        {line.removeprefix("> ") for line in lines if line.strip("-")}
    )


LETTER = ["From: Rick Roe", "To: Jane Doe", "Date: 1 March 2020", "Subject: The port", ""]


def test_a_letter_printed_in_an_article_stays_in_it() -> None:
    lines = [*ARTICLE, "", *LETTER, "We should close the port.", "", *ARTICLE]
    assert thread(*lines) == Thread(lines, [], None)


def test_a_letter_printed_in_an_article_that_is_forwarded_stays_in_it() -> None:
    mark = ["---------- Forwarded message ---------", "From: Lena <l@x.example>",
            "Date: Sun, 1 Mar 2020 at 10:00", "Subject: A", ""]  # fmt: skip
    lines = [*ARTICLE, "", *ARTICLE, "", *ARTICLE, "", *LETTER, *ARTICLE, "", *ARTICLE]
    found = thread("FYI", "", *mark, *lines, forwards=True)
    assert text(found) == [line for line in lines if line]


def test_a_letter_below_an_answer_is_what_was_answered() -> None:
    found = thread(*ANSWER, "", *LETTER, *ARTICLE, replies=True)
    assert text(found) == ANSWER


def test_an_answer_that_begins_with_what_somebody_wrote_keeps_it() -> None:
    lines = ["On Monday, the minister of Meridian wrote:", "“We will not go.”", "", *ARTICLE]
    assert text(thread(*lines, replies=True)) == [line for line in lines if line]


@pytest.mark.parametrize("rule", ["--", "_" * 24])
def test_a_rule_between_two_parts_of_a_text_begins_no_signature(rule: str) -> None:
    (first, second) = WORDS
    last = f"{second} Nobody in the room wanted to say more than that, and nobody was asked to."
    assert last in text(thread(first, "", rule, "", last))


def test_a_speech_keeps_its_last_words() -> None:
    assert text(thread(*ARTICLE, "", "Thank you."))[-1] == "Thank you."
    lines = [*ARTICLE, "", "Thank you.", "", "Then the hall was quiet.", "", "It stayed so long."]
    assert text(thread(*lines)) == [line for line in lines if line]


def test_a_letter_quoted_with_its_end_is_followed_by_text() -> None:
    lines = [*ARTICLE, "", "Best,", "the old general.", "", "He was never heard of again."]
    assert text(thread(*lines)) == [line for line in lines if line]
