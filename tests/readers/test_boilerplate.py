"""What is no article text, and what only looks like it."""

from __future__ import annotations

import pytest

from briefing_app.readers.boilerplate import (
    is_about_author,
    is_archive_caption,
    kind_of,
    same_headline,
)


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("— Anzeige —", "advertisement"),
        ("إعلان", "advertisement"),
        ("To contact the reporter on this story: A B in C at d@e.example", "contact"),
        ("To contact the editors responsible for this story: A B", "contact"),
        ("©2020 Bloomberg L.P.", "copyright"),
        ("(c) 2020 Harbor Ledger", "copyright"),
        ("Copyright 2020 The Associated Press. All rights reserved.", "copyright"),
        ("Reporting by Robin Emmott; Editing by Gareth Jones", "credits"),
        ("(Reporting by A; Editing by B)", "credits"),
        ("--With assistance from John Doe.", "credits"),
        ("Associated Press writer Ann Lee in Paris contributed to this report.", "credits"),
        ("The chief speaks in Brussels January 6, 2020. REUTERS/Francois Lenoir", "caption"),
        ("FILE PHOTO: The chief in 2019", "caption"),
        ("A soldier stands guard. (AP Photo/John Doe)", "caption"),
        ("The chief in Brussels. Photo: Harbor Ledger/Ann Lee", "caption"),
        ("NATO Secretary General Jens Stoltenberg, via Express.", "caption"),
        ("Read more: Oil price rises", "navigation"),
        ("Sign up for our newsletter", "navigation"),
        ("Related articles", "navigation"),
        ("La lettre du matin : inscrivez-vous à notre newsletter", "navigation"),
        ("（责任编辑：王小明）", "navigation"),
        ("来源：北方社", "navigation"),
        ("相关推荐", "navigation"),
        ("関連記事", "navigation"),
        ("بیشتر بخوانید: نشست در بروکسل", "navigation"),
        ("مواضيع ذات صلة", "navigation"),
        ("Смотрите также: Встреча в Брюсселе", "navigation"),
        ("İlgili haberler", "navigation"),
        ("Zobacz też: spotkanie w Brukseli", "navigation"),
        ("الآراء الواردة أدناه لا تعبر عن رأي الموقع", "copyright"),
        ("Write to Jane Doe at jane.doe@planet-post.example", "copyright"),
    ],
)
def test_boilerplate_is_known_by_its_form(paragraph: str, kind: str) -> None:
    assert kind_of(paragraph) == kind


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We have recently seen an escalation by Iran,” he said.",
        "One possibility is a cyber attack against the U.S.",
        "Iranian media has issued video montages containing threats:",
        "The ad campaign against the alliance cost millions.",
        "Copyright law was another subject of the talks.",
        "Reporting from Baghdad has become dangerous, the agency said.",
        "The statement was sent to the ministers on Monday, via Twitter.",
        "Related to this is the question of Article 5.",
        "He told Reuters that the mission would go on.",
        "More on the table was not to be had, “and everybody knew it,” he said.",
        "Read the treaty, the envoy said.",
        "来源于伊拉克的消息说，训练任务将在夏天之前恢复，各国部长将在布鲁塞尔再次开会，讨论部队的安全和任务的未来，"
        "秘书长对记者这样说，并感谢各国的支持。",
        "Write to the ministers, he said.",
        "",
    ],
)
def test_article_text_is_left_alone(paragraph: str) -> None:
    assert kind_of(paragraph) == ""


def test_a_very_long_paragraph_is_text_whatever_it_begins_with() -> None:
    assert kind_of("Advertisement " * 1000) == ""


def test_the_headline_is_known_again_in_other_typography() -> None:
    assert same_headline("NATO’S CHIEF “IS MUM”", "NATO's chief 'is mum'")
    assert not same_headline("NATO’s chief is mum on Iran", "NATO’s chief is mum")
    assert not same_headline("", "")


def test_an_archive_picture_is_told_from_a_picture_of_the_day() -> None:
    assert is_archive_caption("FILE PHOTO: The chief speaks. REUTERS/A B")
    assert not is_archive_caption("The chief speaks in Brussels. REUTERS/A B")
    assert kind_of("FILE PHOTO: The chief speaks.") == "caption"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Lire aussi : « Bagdad demande un délai », un entretien", "navigation"),
        ("Lesen Sie auch: Was die Allianz nun plant", "navigation"),
        ("اقرأ أيضا: الحلف يعلق التدريب", "navigation"),
        ("READ MORE: “We stay”, says the chief", "navigation"),
        ("Follow Jane Doe on Twitter.", "navigation"),
        ("Sign up for our morning newsletter", "navigation"),
        ("Jetzt den Newsletter abonnieren", "navigation"),
        ("* * *", "navigation"),
        ("(END)", "navigation"),
        ("12 comments", "navigation"),
        ("jane.doe@example.org", "contact"),
        ("Jane Doe can be reached at jane@example.org.", "contact"),
        ("Aktualisiert am 6. Januar 2020, 14:03", "credits"),
        ("(Credit: Jane Doe / Agency)", "caption"),
        ("Symbolbild: Soldaten in Bagdad", "caption"),
        ("See more: and more than that, he told us, “we stayed where we were”.", "navigation"),
        ("“Read more books,” she said.", ""),
        ("Readers wrote more letters than ever about the withdrawal.", ""),
        ("Updated figures show that 500 trainers left. The rest will follow.", ""),
        ("The end of the mission was announced on Monday.", ""),
        ("Comments by the minister drew criticism from all sides.", ""),
        ("Subscribers to the plan say that allies should join it.", ""),
    ],
)
def test_lines_of_the_page_are_told_from_lines_of_the_text(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        ("Jane Doe is a reporter in the Brussels bureau.", True),
        ("Erika Muster ist Redakteurin im Ressort Politik.", True),
        ("Jane Doe is a general who commands 500 trainers.", False),
        ("“Jane Doe is a reporter,” he said.", False),
        ("He said the alliance is a community of values, the editor recalled.", False),
    ],
)
def test_the_note_about_an_author_is_known(line: str, is_it: bool) -> None:
    assert is_about_author(line) == is_it


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies and other technologies to improve your visit. By going on you accept it.",
        "We and our 120 partners use cookies to show you advertisements that may interest you.",
        "By continuing to browse this site you agree to our use of cookies.",
        "Wir verwenden Cookies, um Ihnen den Besuch dieser Seiten angenehmer zu machen.",
        "Nous utilisons des cookies pour mesurer combien de personnes lisent nos pages.",
        "Utilizamos cookies propias y de terceros para mejorar nuestros servicios.",
        "Мы используем файлы cookie, чтобы сделать сайт удобнее для вас.",
        "Bu sitede size daha iyi hizmet vermek için çerezler kullanılmaktadır.",
        "-30-",
        "Comments (3)",
    ],
)
def test_notices_of_cookies_and_signs_of_the_end_are_no_text(line: str) -> None:
    assert kind_of(line) == "navigation"


@pytest.mark.parametrize(
    "line",
    [
        "Cookies and tea were served while the ministers waited for the vote in Baghdad.",
        "“We use cookies on all our sites,” the company told the committee on Monday.",
        "The site uses cookies to follow readers, the regulator found, and fined its owner.",
        "He counted to 30.",
    ],
)
def test_what_is_told_of_cookies_is_text(line: str) -> None:
    assert kind_of(line) == ""
