"""Reasons in wording that no rule names word for word: who was taken, what was seen, what stood in the way."""

from __future__ import annotations

import pytest

from onward.method.feedback.rules.reasons import reasons_in
from onward.method.feedback.rules.said import meanings_of


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        # What somebody was uneasy about, what was asked for, what could not be made out.
        ("en", "Their only worry is the ferry, which leaves after the kiln is lit."),
        ("en", "Our advert asked for two winters on a trawler."),
        ("en", "From your letter we could see only the summer at the lock."),
        ("en", "We couldn't work out which of the mosaics were laid by you."),
        ("en", "They reckoned you would have the bees sorted within a week."),
        ("en", "You were asking six thousand above what the trust pays."),
        ("en", "Your labelling in the store room was methodical."),
        (
            "de",
            "Es geht nicht, weil für das Boot ein Patent zwingend vorgeschrieben ist.",
        ),
        # Who was taken, and with what.
        ("en", "We have settled on a glazier who did two winters on church roofs."),
        ("en", "I'm giving the round to Owen as he knows every farm gate on it."),
        ("en", "The trust has appointed a warden with an existing boat licence."),
        ("en", "In the end we picked one of our own."),
        ("en", "Another candidate held a pilot's ticket for the estuary."),
        (
            "en",
            "We won't take her on, we wanted more night ferry experience.",
        ),
        ("de", "Wir nehmen die Floristin, die schon Kränze binden kann."),
        ("de", "Die Stelle geht an Frau Rau, sie spricht auch Sorbisch."),
        ("de", "Man hat sich für Ole entschieden, weil der Kran ihm vertraut ist."),
        ("de", "Der Posten wird mit einem Kollegen aus dem eigenen Haus besetzt."),
        ("de", "Die andere Bewerberin war schon drei Jahre auf dem Schiff."),
        # What was scored.
        ("en", "You scored 12 on the map reading."),
        ("en", "The essay was marked at 40 of 100."),
        ("en", "You met every criterion on the sheet."),
        ("de", "Mit 48 Punkten belegen Sie Rang 9."),
        ("de", "Die Punktgrenze im Rechenteil haben Sie knapp nicht erreicht."),
        ("de", "In Geometrie lagst du über dem Durchschnitt."),
        # What was not there, or stood in the way.
        ("en", "Criterion 2 (keeping of bees) was not evidenced."),
        ("en", "Your diving card ran out in spring."),
        ("en", "Sadly you can't do the night ferry."),
        ("en", "The turning of the bowl was rougher than we need."),
        ("en", "The only thing against you was the drive."),
        ("en", "Where it fell down was the second kiln load."),
        ("en", "Really need somebody on the aluminium side."),
        ("en", "The harbour master's client wants somebody with a tug ticket."),
        ("en", "They had hoped to see a sketch of the drain."),
        ("de", "Der Nachweis über den Tauchschein ist nicht gültig."),
        ("de", "Der Weg über den Pass war das Problem."),
        ("de", "Die lange Lücke hat dem Vorstand Sorgen gemacht."),
        ("de", "Für die kleine Werkstatt sind Sie überqualifiziert."),
        ("de", "Am Ende wollten wir jemanden, der auch Orgel spielt."),
        ("de", "Samstags brauch ich wen, der die Kasse allein macht."),
        ("de", "Die Jury hatte das Gefühl, dass Sie lieber allein malen."),
        # What was seen of the person.
        ("en", "Your bread was grand but you went quiet at the counter."),
        ("en", "You were the strongest on knots."),
        ("en", "You interviewed well on Monday."),
        ("en", "Strengths: pace, tidiness, talk with guests."),
        ("de", "In der Gruppenübung hast du die anderen gut mitgenommen."),
        ("de", "Deine Skizze vom Brunnen ist pfiffig."),
        ("de", "Sie haben ein Händchen für scheue Tiere."),
    ],
)
def test_a_reason_is_known_by_what_it_means(language: str, sentence: str) -> None:
    assert [said.text for said in reasons_in(sentence, language=language)] == [sentence]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Denn die Gespräche waren durchweg auf hohem Niveau."),
        ("de", "Weil du so viel hineingesteckt hast, hier ehrlich, woran es lag."),
        ("en", "Next spring we will need more junior potters at the quay."),
        ("en", "I thought you should have your drawings back."),
        ("en", "I'm the one who has to tell you, and I am sorry."),
        ("en", "We would love to see you on the evening course."),
        ("en", "You may lodge a protest of any test item in five days."),
        ("en", "We have chosen another candidate who has accepted."),
        ("en", "We have appointed Ms Lund, who will start on Monday."),
        ("en", "We have selected candidates with a stronger profile."),
        ("de", "Ausschlaggebend war der Vergleich mit den Anforderungen."),
        ("de", "Die Stelle ist vergeben, und die anderen wissen es schon."),
        ("de", "Wir haben uns für jemanden entschieden, der gestern zugesagt hat."),
        ("de", "Ich muss Ihnen mitteilen, dass die Wahl nicht auf Sie gefallen ist."),
        ("de", "Es ist noch nie jemand nachgerückt."),
        ("de", "Da Sie eine Behinderung angaben, war die Vertretung beteiligt."),
    ],
)
def test_news_of_the_hiring_is_no_reason(language: str, sentence: str) -> None:
    assert reasons_in(sentence, language=language) == ()


def test_a_no_says_its_reason_behind_da_although_it_begins_as_a_phrase() -> None:
    said = "Sie konnten nicht berücksichtigt werden, da der Jagdschein nicht vorlag."
    phrase = "Sie konnten nicht berücksichtigt werden, da wir viele Briefe erhielten."
    assert [each.text for each in reasons_in(said, language="de")] == [said]
    assert reasons_in(phrase, language="de") == ()


def test_a_score_ends_a_sentence_where_no_day_is_written_so() -> None:
    text = "You scored 31 of 50. Your essay was vague on dates."
    first, second = reasons_in(text, language="en")
    assert (first.text, second.text) == (text[:20], text[21:])
    assert text[second.start :] == second.text


def test_a_day_in_german_ends_none() -> None:
    text = "Im Gespräch am 5. Mai waren Ihre Antworten zu allgemein."
    assert [said.text for said in reasons_in(text, language="de")] == [text]


def test_what_to_do_about_it_follows_a_reason() -> None:
    text = "Your sea pass lapsed in June. Get it renewed and write to us again."
    assert len(reasons_in(text, language="en")) == 2
    assert reasons_in("Get it renewed and write to us again.", language="en") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Hello,\n\nso you aren't left guessing: your plan was vague on cost.",
            "your plan was vague on cost.",
        ),
        (
            "Hallo,\n\nda Sie um ein offenes Wort gebeten hatten: Ihre Skizzen waren zu allgemein.",
            "Ihre Skizzen waren zu allgemein.",
        ),
    ],
)
def test_why_a_reason_is_told_is_not_part_of_it(text: str, reason: str) -> None:
    assert [said.text for said in reasons_in(text)] == [reason]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # Praise before a lack, and advice or more of the same behind it.
        (
            "You keep a tidy bench. The third vase was rougher than we need.",
            "You keep a tidy bench.",
        ),
        (
            "Your kayak roll lapsed in June. Your log also ends at two trips.",
            "Your log also ends at two trips.",
        ),
        (
            "What we missed was the tide table. The jury noted a steady hand on the oar.",
            "The jury noted a steady hand on the oar.",
        ),
        (
            "You scored 12 on the map. They found you quick on the compass, so it was near.",
            "They found you quick on the compass, so it was near.",
        ),
        (
            "Mauern kannst du, da sagt keiner was. Der Weg über den Pass war das Problem.",
            "Mauern kannst du, da sagt keiner was.",
        ),
        (
            "In der Probe waren Sie zu langsam. An Ihrer Stelle würde ich Knoten üben.",
            "An Ihrer Stelle würde ich Knoten üben.",
        ),
    ],
)
def test_what_is_about_the_person_counts_next_to_a_reason(
    text: str, shown: str
) -> None:
    assert shown in {said.text for said in reasons_in(text)}
    assert len(reasons_in(text)) == 2
    assert reasons_in(shown) == ()


@pytest.mark.parametrize(
    "beside",
    [
        "Thank you for the day you gave us.",
        "You are on our list for the spring.",
        "We have decided to leave your place open.",
        "You asked us to be plain with you.",
        "You will find your drawings at the gate.",
        "You're right to ask us about it.",
        "Wir haben Ihre Bilder zu dritt angesehen.",
        "Ihre Mappe erhalten Sie am Tor zurück.",
        "Haben Sie Dank für Ihre Geduld mit uns.",
        "Du hattest uns um ein offenes Wort gebeten.",
        "Sie haben am Montag an der Probe teilgenommen.",
    ],
)
def test_news_and_thanks_do_not_count_next_to_a_reason(beside: str) -> None:
    german = beside.startswith(("Wir", "Ihre", "Haben", "Du", "Sie"))
    reason = (
        "Ihre Skizzen waren zu allgemein." if german else "Your plan was vague on cost."
    )
    for text in (f"{beside} {reason}", f"{reason} {beside}"):
        assert [said.text for said in reasons_in(text)] == [reason]


def test_what_is_about_the_person_counts_in_the_paragraph_of_a_reason_alone() -> None:
    reason, beside = "Your sea pass lapsed in June.", "You keep a tidy deck."
    assert len(reasons_in(f"{reason} {beside}")) == 2
    assert len(reasons_in(f"{reason}\n\n{beside}")) == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Mo, who ran the kiln with you, praised your glazes."),
        ("en", "She was less happy that you left the gate open."),
        (
            "en",
            "While we enjoyed the walk, we are looking for somebody who has felled.",
        ),
        ("en", "Your work so far lies mostly with small boats."),
        ("en", "You were not shortlisted because your form did not name a vessel."),
        ("en", "You came a very close second on the day, you know."),
        ("en", "The warden thought highly of the nets in your sketch."),
        ("en", "You were ranked ninth of twelve on knots."),
        ("en", "The ferry goes to Skye and you've never sailed past Mull."),
        ("en", "The pass mark was 60 this spring."),
        ("en", "Your plum jam was delicious, honestly."),
        ("de", "Ihre Taucherstunden liegen klar unter dem, was die Werft verlangt."),
        ("de", "Ihr Patent ist hierzulande noch nicht anerkannt."),
        ("de", "Für die Orgel setzen wir ein Examen in Kirchenmusik voraus."),
        ("de", "Die Pläne dafür blieben im Gespräch eher vage."),
        ("de", "Pluspunkte waren der Aufschlag und die Ruhe."),
        ("de", "Ihr Lebenslauf zeigt drei Werften in zwei Jahren."),
        ("de", "Am Steilhang bist du nie gefahren, das fehlt uns."),
        ("de", "Der Meister meint, dass Schweißen nicht so deins ist."),
        ("de", "Ihre Zeichnung vom Brunnen ist ordentlich, das sieht man."),
        ("de", "Die Gäste mochten dich an der Theke."),
    ],
)
def test_a_reason_is_known_whoever_says_it(language: str, sentence: str) -> None:
    assert [said.text for said in reasons_in(sentence, language=language)] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Although it is a no, we were impressed by you and your experience.",
        "We chose three applications and yours is not among them.",
        "You have not been selected for the evening boat.",
        "We are looking for someone who better matches the crew.",
        "Das ist schade, wir fanden dich alle angenehm.",
        "Wie Ihre Daten bewahrt werden, finden Sie an der Tafel.",
    ],
)
def test_a_phrase_close_to_a_reason_is_none(sentence: str) -> None:
    assert reasons_in(sentence) == ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "I wish you the very best in your search."),
        ("en", "We all wish you the very best with what you do next."),
        ("de", "Ich wünsche Ihnen das Beste für Ihre Suche."),
    ],
)
def test_good_wishes_are_no_view_of_anybody(language: str, sentence: str) -> None:
    assert meanings_of(language).is_told(sentence) is False  # type: ignore[union-attr]


def _reasons(text: str, *, language: str) -> list[str]:
    return [said.text for said in reasons_in(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "reasons"),
    [
        (
            "en",
            "Hi Jo,\n\nThe feedback from the yard is below:\n- Steady with the crane.\n- Slow on the lashing.\n\nSo it is a no.",
            ["Steady with the crane.", "Slow on the lashing."],
        ),
        (
            "en",
            "Dear Jo\n\nWe will not go on.\n\nHere are the skippers' notes.\n\nKnots: You tied every one of them blind.\nWatch: Dozed off twice. You woke nobody.\n\nGoodbye",
            ["You tied every one of them blind.", "Dozed off twice.", "You woke nobody."],
        ),
        (
            "de",
            "Hallo Jo,\n\nes wird leider nichts.\n\nDamit du etwas davon hast:\n+ Knoten sitzen blind.\n- Auf Wache zweimal eingenickt.\n\nMach es gut",
            ["Knoten sitzen blind.", "Auf Wache zweimal eingenickt."],
        ),
        (
            "en",
            "Dear Jo\n\nIt is a no. The comments:\n\nStrengths: knots and lashing.\nTo improve: the night watch.\n",
            ["Strengths: knots and lashing.", "To improve: the night watch."],
        ),
    ],
)  # fmt: skip
def test_lines_below_what_announces_notes_are_reasons(
    language: str, text: str, reasons: list[str]
) -> None:
    found = _reasons(text, language=language)
    assert [each for each in found if each in reasons] == reasons


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jo,\n\nThank you for your application:\n- Deckhand, Ferry Four\n- Cook, Ferry Two\n\nIt is a no.",
        "Hi Jo,\n\nIt is a no. We would like your feedback:\n- https://ferry.example/survey\n- How was the form for you?\n",
        "Hi Jo,\n\nYour marks were as follows:\nIt is a no.",
        "Hallo Jo,\n\nes ist eine Absage. Hinweise zum Datenschutz:\n- Ihre Daten löschen wir nach sechs Monaten.\n",
    ],
)
def test_other_lists_and_what_leads_to_them_are_no_reasons(text: str) -> None:
    assert _reasons(text, language="de" if "Hallo" in text else "en") == []


@pytest.mark.parametrize(
    ("language", "text", "reasons"),
    [
        (
            "en",
            'Dear Ada\n\nIt is a no. The master wrote:\n\n"Ada presented calmly and clearly. Her answers on the tide were vague. She scored 4 out of 9."\n',
            [
                "Ada presented calmly and clearly.",
                "Her answers on the tide were vague.",
                "She scored 4 out of 9.",
            ],
        ),
        (
            "de",
            "Sehr geehrte Frau Wolter,\n\nwir sagen Ihnen ab.\n\nFrau Wolter hat bislang nur auf Flüssen gearbeitet.\n",
            ["Frau Wolter hat bislang nur auf Flüssen gearbeitet."],
        ),
    ],
)
def test_notes_that_name_the_reader_are_about_the_reader(
    language: str, text: str, reasons: list[str]
) -> None:
    found = reasons_in(text, language=language)
    assert [each.text for each in found] == reasons
    for each in found:
        assert text[each.start :].startswith(each.text)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Your pilotage licence still carries a limit on tonnage."),
        ("en", "Your work permit only covers the summer months."),
        ("en", "We cannot put you on the roster while that limit stands."),
        ("en", "My worry is that you would be lonely out on the rock."),
        ("en", "You sing beautifully and it carried across the hall."),
        ("en", "The cox was impressed by how you read the current."),
        ("de", "Sie erfüllen das Erfordernis eines Patents für Binnengewässer nicht."),
        ("de", "Ihr Patent ist dem verlangten nicht gleichwertig."),
        ("de", "Wer zweimal zu spät kommt, den kann ich am Steg nicht brauchen."),
        ("de", "Sie waren am Ende unter den letzten vier."),
        ("de", "Sie haben uns bislang nur auf Flüssen gezeigt, was Sie können."),
        ("de", "Auf der Brücke wirkten Sie eher zurückhaltend."),
        ("de", "Ein Lehrgang im Funken wäre ratsam."),
        ("de", "Mach doch noch einen Sprachkurs, dann sehen wir weiter."),
    ],
)
def test_more_ways_to_say_what_stood_in_the_way(language: str, sentence: str) -> None:
    assert [said.text for said in reasons_in(sentence, language=language)] == [sentence]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "We were impressed by your application and by the many others."),
        ("en", "We cannot reply to each applicant on this occasion."),
        ("de", "Andere erfüllen unsere Anforderungen besser."),
        ("de", "Sie erfüllen unsere Anforderungen leider nicht."),
        ("de", "Andere passen eher zu unserem Profil."),
    ],
)
def test_what_any_no_could_say_stays_out(language: str, sentence: str) -> None:
    assert reasons_in(sentence, language=language) == ()
