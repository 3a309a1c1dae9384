"""Pages in nine languages, in the layouts of their outlets: text word for word, date, author."""

# ruff: noqa: E501 (signs count double, and sentences are best read whole)

from __future__ import annotations

from typing import NamedTuple

import pytest

from briefing_app.readers import read_bytes


class Sample(NamedTuple):
    """An article as a page in some language shows it."""

    language: str
    headline: str
    signed: str
    byline: str
    dated: str
    published: str
    paragraphs: tuple[str, str, str]
    pointer: str


SAMPLES = [
    Sample("fa", "نشست سران در بروکسل درباره عراق", "", "",
           "<time>۱۶ دی ۱۳۹۸ - ۱۴:۳۰</time>", "2020-01-06T14:30:00",
           ("سران پیمان روز دوشنبه در بروکسل درباره ماموریت خود در عراق گفتگو کردند و خواستار خویشتنداری شدند.",
            "«ما در عراق می‌مانیم»؛ دبیرکل این را در نشست خبری پس از نشست گفت و افزود که آموزش نیروها ادامه دارد.",
            "او گفت: «ایران باید از خشونت و تحریک بیشتر خودداری کند.»"),
           "بیشتر بخوانید: گزارش دیگری درباره ایران"),
    Sample("ar", "الحلف يجتمع في بروكسل بشأن العراق", "<div class='author'>ليلى منصور</div>", "ليلى منصور",
           "<div class='date-published'>6 يناير/ كانون الثاني 2020</div>", "2020-01-06",
           ("اجتمع قادة الحلف يوم الاثنين في بروكسل لبحث مهمة الحلف في العراق، ودعوا إلى ضبط النفس.",
            'قال الأمين العام: "نحن باقون في العراق، وسوف نواصل تدريب القوات عندما يسمح الوضع بذلك".',
            "وأضاف: «على إيران أن تمتنع عن المزيد من العنف والاستفزازات»."),
           "اقرأ أيضا: تقرير آخر عن إيران"),
    Sample("he", "הברית התכנסה בבריסל בנושא עיראק", "<span class='byline'>מאת דנה כהן</span>", "דנה כהן",
           "<span class='publish-date'>06.01.2020 14:30</span>", "2020-01-06T14:30:00",
           ("מנהיגי הברית נפגשו ביום שני בבריסל כדי לדון במשימה בעיראק וקראו לאיפוק ולשיקול דעת.",
            '"אנחנו נשארים בעיראק ונמשיך לאמן את הכוחות ברגע שהמצב יאפשר זאת", אמר המזכיר הכללי.',
            'הוא הוסיף: "על איראן להימנע מאלימות ומפרובוקציות נוספות".'),
           "קראו גם: דיווח אחר על איראן"),
    Sample("ru", "Альянс обсудил в Брюсселе ситуацию в Ираке", "<p class='byline'>Иван Петров</p>",
           "Иван Петров", "<div class='publish-date'>6 января 2020, 14:30</div>", "2020-01-06T14:30:00",
           ("Послы стран альянса в понедельник обсудили в Брюсселе миссию в Ираке и призвали к сдержанности.",
            "«Мы остаёмся в Ираке и продолжим обучение, как только позволит обстановка», — заявил секретарь.",
            "— Иран должен воздержаться от дальнейшего насилия, — добавил он."),
           "Читайте также: Другая новость об Иране"),
    Sample("zh", "联盟在布鲁塞尔讨论伊拉克局势", "", "",
           "<div class='publish-time'>2020年01月06日 14:30 来源：北方社</div>", "2020-01-06T14:30:00",
           ("联盟各国大使星期一在布鲁塞尔讨论了在伊拉克的训练任务，并呼吁各方保持克制，避免局势升级。",
            "“我们将留在伊拉克，一旦局势允许，就恢复训练。”秘书长在会后对记者说，各国对此表示同意。",
            "他还说：“伊朗必须避免进一步的暴力和挑衅。”"),
           "（责任编辑：王小明）"),
    Sample("ja", "同盟、イラク情勢をブリュッセルで協議", "", "",
           "<time>2020年1月6日 14時30分</time>", "2020-01-06T14:30:00",
           ("同盟は月曜日、ブリュッセルで大使級の会合を開き、イラクでの任務について協議し、自制を呼びかけた。",
            "「われわれはイラクにとどまり、状況が許せば訓練を再開する」と事務総長は会合後の記者会見で述べた。",
            "また「イランはさらなる暴力と挑発を控えなければならない」と付け加えた。"),
           "関連記事"),
    Sample("tr", "İttifak, Brüksel'de Irak'ı görüştü", "<span class='byline'>Mehmet Yılmaz</span>",
           "Mehmet Yılmaz", "<span class='publish-date'>6 Ocak 2020 Pazartesi 14:30</span>",
           "2020-01-06T14:30:00",
           ("İttifakın büyükelçileri pazartesi günü Brüksel'de Irak'taki görevi görüştü ve itidal çağrısı yaptı.",
            "“Irak'ta kalıyoruz ve durum izin verir vermez eğitime devam edeceğiz” dedi genel sekreter.",
            "“İran daha fazla şiddet ve tahrikten kaçınmalı” diye ekledi."),
           "İlgili haberler"),
    Sample("de", "Bündnis berät in Brüssel über den Irak",
           "<p class='byline'>Von Petra Klein und Hans Groß, Brüssel</p>", "Petra Klein, Hans Groß",
           "<time datetime='2020-01-06T14:30:00+01:00'>6. Januar</time>", "2020-01-06T14:30:00+01:00",
           ("Die Botschafter des Bündnisses haben am Montag in Brüssel über die Mission im Irak beraten.",
            "„Wir bleiben im Irak und setzen die Ausbildung fort, sobald es geht“, sagte der Generalsekretär.",
            "»Der Iran muss weitere Gewalt und Provokationen unterlassen«, fügte er hinzu."),
           "Lesen Sie auch: Eine andere Meldung"),
    Sample("fr", "L’Alliance se penche sur l’Irak à Bruxelles",
           "<p class='byline'>Par Anne Dubois (à Bruxelles)</p>", "Anne Dubois",
           "<p class='publish-date'>Publié le 6 janvier 2020 à 14h30</p>", "2020-01-06T14:30:00",
           ("Les ambassadeurs de l’Alliance ont discuté lundi à Bruxelles de la mission en Irak.",
            "« Nous restons en Irak et nous reprendrons la formation dès que possible », a-t-il déclaré.",
            "« L’Iran doit s’abstenir de toute nouvelle violence », a-t-il ajouté."),
           "Lire aussi : Une autre nouvelle"),
]  # fmt: skip


def laid_out(layout: str, paragraphs: tuple[str, ...]) -> str:
    """Paragraphs as elements, as text parted by breaks, or as boxes in boxes."""
    if layout == "breaks":
        return f"<div>{'<br><br>'.join(paragraphs)}</div>"
    before, after = {
        "paragraphs": ("<p>", "</p>"),
        "boxes": ("<div class='css-1'><div><p dir='auto'>", "</p></div></div>"),
        "spans": ("<div><span>", "</span></div>"),
    }[layout]
    return "".join(f"{before}{paragraph}{after}" for paragraph in paragraphs)


@pytest.mark.parametrize("layout", ["paragraphs", "boxes", "breaks", "spans"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.language)
def test_a_page_in_any_language_comes_in_word_for_word(sample: Sample, layout: str) -> None:
    text = laid_out(layout, sample.paragraphs)
    page = (
        f"<html lang='{sample.language}'><head><meta charset='utf-8'>"
        f"<title>{sample.headline} | Planet Post</title></head><body>"
        "<nav><a href='/'>Planet Post</a></nav>"
        f"<main><h1>{sample.headline}</h1>{sample.signed}{sample.dated}{text}"
        f"<p>{sample.pointer}</p></main>"
        "<aside><ul><li><a href='/1'>Another story of another day</a></li></ul></aside></body></html>"
    )
    (article,) = read_bytes("page.html", page.encode()).articles
    assert article.paragraphs == sample.paragraphs
    assert article.headline == sample.headline
    assert (article.byline, article.published) == (sample.byline, sample.published)
    assert article.language == sample.language
