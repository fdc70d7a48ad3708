"""Who asks to be rung asks for something: it is no talk and no receipt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Message, Verdict
from tests.mail.rules.letters import make_message

_TOLD_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _mail(subject: str, text: str) -> Message:
    return replace(make_message(subject, text), sent_at=_TOLD_AT)


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ('Re: Bewerbung Lager und Auslieferung', 'Tag Herr Kuhnert, bitte mal zurückrufen: 034205 55512. Abends ab 18 Uhr am besten.\nJens Abendroth'),
        ('Re: Bewerbung Lager und Auslieferung', 'Guten Tag Herr Kuhnert, rufen Sie mich doch bitte mal an. Jens Abendroth'),
        ('Re: Bewerbung Lagerist / Materialverwalter', 'Guten Tag Herr Kuhnert,\nich habe Sie telefonisch nicht erreicht. Bitte melden Sie sich unter 0172 5550183.\n\nGruß Heike Kretzschmar'),
        ('Re: Cook', 'Hi Ruth, give me a ring on 07700 900123, evenings best. Karen'),
        ('Re: Cook', 'Hi Ruth could you give us a bell when you get this, 07700 900123'),
        ('Your application', 'Please call me on 07700 900123 at your convenience regarding your application.'),
        ('Re: Candidature cuisinière', 'Bonjour, pouvez-vous me rappeler au 06 39 98 00 12 ? Le soir de préférence.'),
        ('Re: Candidature cuisinière', "Bonjour, j'ai essayé de vous joindre par téléphone. Merci de me rappeler au 06 39 98 00 12."),
        ('Re: Candidatura cocinera', 'Hola, llámeme por favor al 555 010 123, mejor por la tarde.'),
        ('Re: Candidatura cocinera', 'Hola, la he llamado y no la he localizado. Devuélvame la llamada al 555 010 123.'),
        ('Re: Candidatura cuoca', 'Buongiorno, mi richiami per favore al 555 010 1234, meglio la sera.'),
        ('Re: Candidatura cuoca', 'Ho provato a chiamarla senza successo. Mi può richiamare al 555 010 1234?'),
        ('Re: Candidatura cozinheira', 'Olá, ligue-me por favor para o 555 010 123, de preferência ao fim do dia.'),
        ('Re: Candidatura cozinheira', 'Tentei ligar-lhe mas não atendeu. Pode devolver a chamada para 555 010 123?'),
        ('Re: Sollicitatie kok', "Hoi, bel me even terug op 06 5550 1234, 's avonds het liefst."),
        ('Re: Sollicitatie kok', 'Ik heb u telefonisch niet kunnen bereiken. Kunt u mij terugbellen op 06 5550 1234?'),
        ('Re: Aplikacja kucharka', 'Dzień dobry, proszę o telefon pod numer 555 010 123, najlepiej wieczorem.'),
        ('Re: Aplikacja kucharka', 'Nie mogłam się do Pani dodzwonić. Proszę oddzwonić: 555 010 123.'),
        ('Re: Ansökan kock', 'Hej, ring mig på 070 555 01 23, helst på kvällen.'),
        ('Re: Aşçı başvurusu', 'Merhaba, beni 0555 010 12 34 numaradan arar mısınız, akşamları daha iyi olur.'),
        ('Re: Aşçı başvurusu', 'Size telefonla ulaşamadım. Lütfen beni 0555 010 12 34 numaradan geri arayın.'),
        ('Re: Bewerbung Lager', 'Bitte rufen Sie uns unter 034205 55512 zurück.'),
        ('Re: Bewerbung Lager', 'Hallo, können Sie mich bitte anrufen? Bin ab 17 Uhr da.'),
    ],
)  # fmt: skip
def test_to_be_rung_is_asked_for(subject: str, text: str, is_known: bool) -> None:
    reading = read_message(_mail(subject, text), is_known=is_known)
    assert reading.verdict is Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ('Re: Your application', 'Tried to ring you but no answer. Can you call me back on 07700 900123 please? Karen'),
        ('Re: Your application', "I couldn't reach you by phone this morning. Please ring 01632 960123, best after 6pm."),
    ],
)  # fmt: skip
def test_a_known_writer_asks_in_few_words(subject: str, text: str) -> None:
    reading = read_message(_mail(subject, text), is_known=True)
    assert reading.verdict is Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize(
    ("verdict", "subject", "text"),
    [
        (Verdict.INTERVIEW, "Your application", "Thank you for your application. We will call you on Tuesday at ten for a first interview."),
        (Verdict.INTERVIEW, "Re: Cook", "I'll give you a ring on Tuesday at 10 to talk about the job."),
        (Verdict.INTERVIEW, "Interview", "We would like to invite you to an interview on Tuesday 1 December at 10am. If you can't make it, please call me on 07700 900123."),
        (Verdict.INTERVIEW, "Interview", "Can you come in Thursday at 4? Give me a ring if not."),
        (Verdict.INTERVIEW, "Re: Cook", "Give me a ring and we'll sort out a time for you to come in for an interview."),
        (Verdict.INTERVIEW, "Next steps", "We'd like to arrange a telephone interview. Please call me on Wednesday 25 November at 2pm on 01632 960123."),
        (Verdict.INTERVIEW, "Ihre Bewerbung", "Wir möchten Sie kennenlernen. Rufen Sie uns bitte an, um einen Termin für ein Vorstellungsgespräch zu vereinbaren."),
        (Verdict.INTERVIEW, "Ihre Bewerbung", "Wir rufen Sie am Dienstag um 10 Uhr für ein erstes Gespräch an."),
        (Verdict.INTERVIEW, "job", "Got your CV off Steph. When can you come down the workshop and have a look round, I'm there till 4 most days. Give us a bell 07700 900218"),
        (Verdict.CONFIRMATION, "Ihre Bewerbung", "Ihre Bewerbung ist eingegangen. Bei Fragen rufen Sie uns bitte an: 034205 55512."),
        (Verdict.CONFIRMATION, "Ihre Bewerbung", "Ihre Bewerbung ist bei uns eingegangen, herzlichen Dank! Noch Fragen? Rufen Sie uns an: 034205 55512."),
        (Verdict.REJECTION, "Your application", "Unfortunately we have chosen another candidate. Give me a ring if you would like feedback."),
        (Verdict.REJECTION, "Ihre Bewerbung", "Leider haben wir uns für jemand anderen entschieden. Rufen Sie mich gern an, wenn Sie wissen möchten, warum."),
        (Verdict.OFFER, "Offer", "We are delighted to offer you the job. Please ring me to accept."),
        (Verdict.OTHER, "Sunday", "Give me a ring when you get home love"),
        (Verdict.OTHER, "Appointment", "Please call us back on 01632 960123 to book your check-up."),
    ],
)  # fmt: skip
def test_what_else_is_said_beside_a_call_stays(
    verdict: Verdict, subject: str, text: str
) -> None:
    assert read_message(_mail(subject, text)).verdict is verdict


def test_a_no_that_names_who_rang_asks_for_no_call() -> None:
    text = (
        "G'day, cheers for getting in touch. Crew is full up, had the same backpackers "
        "ring me in January."
    )
    reading = read_message(_mail("Re: picking season", text), is_known=True)
    assert reading.verdict is not Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize(
    ("verdict", "subject", "text"),
    [
        (Verdict.CONFIRMATION, 'Ihre Bewerbung', 'Danke für Ihre Mail. Rückruf nicht erwünscht, wir melden uns.'),
        (Verdict.CONFIRMATION, 'Ihre Bewerbung', 'Danke, ist da. Melde mich. Bitte nicht mehr anrufen.'),
        (Verdict.CONFIRMATION, 'Re: Bewerbung', 'Ein Rückruf ist nicht erwünscht. Wir melden uns.'),
        (Verdict.CONFIRMATION, 'Your CV', 'Cheers got it and call me Dave, not sir. Will have a read.'),
        (Verdict.CONFIRMATION, 'Su CV', 'Gracias, ya lo tengo. Llámame Pepe. Lo miro el domingo.'),
        (Verdict.CONFIRMATION, 'CV', 'Grazie, arrivato. Non mi chiami, la chiamo io.'),
        (Verdict.CONFIRMATION, 'CV', 'Tack, framme. Ring mig inte, jag ringer.'),
        (Verdict.INTERVIEW, 'Re: Cook', "Please call me tomorrow morning and we'll go through your application together."),
        (Verdict.INTERVIEW, 'Re: Cook', 'Liked your CV. Please call me so I can tell you about the job and hear about you.'),
        (Verdict.INTERVIEW, 'Re: Cook', "Pop round Thursday morning. Please ring us when you're at the gate"),
        (Verdict.CONFIRMATION, 'Re: Candidatura', 'Lo siento, ahora no hay nada. Llámeme en primavera.'),
        (Verdict.CONFIRMATION, 'CV', 'Nada por ahora. Llámeme en mayo.'),
        (Verdict.CONFIRMATION, 'Re: Ansökan', 'Inget just nu. Ring mig i vår.'),
        (Verdict.CONFIRMATION, 'Re: Başvuru', 'Şu an yok. Beni ilkbaharda arayın.'),
    ],
)  # fmt: skip
def test_no_call_now_is_asked_for(verdict: Verdict, subject: str, text: str) -> None:
    assert read_message(_mail(subject, text), is_known=True).verdict is verdict


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ('CV', 'Bedankt, binnen. Bel me niet, ik bel jou.'),
        ('CV', 'Obrigado, chegou. Não me ligue, eu ligo.'),
        ('CV', "Merci, c'est arrivé. Appelez-moi Paul. Je regarde dimanche."),
        ('CV', 'Grazie, arrivato. Mi chiami pure Anna. Lo guardo domenica.'),
        ('Your CV', "Got it thanks. Please don't ring, just wait. So call me old-fashioned but I like paper."),
        ('Re: Cook', 'Thanks for your message and please call me Karen'),
        ('Re: Cook', 'Would you like to see the kitchen? Give us a ring first, 07700 900123.'),
        ('CV', 'Nu niks vrij. Bel me in mei.'),
        ('CV', 'Niente adesso. Mi chiami a maggio.'),
        ('CV', 'Rien pour le moment. Rappelez-moi en mai.'),
        ('CV', 'Nichts frei zur Zeit. Rufen Sie mich im Mai bitte an.'),
        ('Re: Candidatura', 'De momento não há nada. Ligue-me na primavera.'),
        ('Re: Aplikacja', 'Chcielibyśmy panią zobaczyć. Proszę o telefon 555 010 123.'),
    ],
)  # fmt: skip
def test_who_is_to_ring_at_no_time_or_later_is_asked_for_nothing(
    subject: str, text: str, *, is_known: bool
) -> None:
    reading = read_message(_mail(subject, text), is_known=is_known)
    assert reading.verdict is not Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize("is_known", [False, True])
def test_a_call_beside_more_that_sounds_like_an_invitation_is_asked_about(
    *, is_known: bool
) -> None:
    message = _mail(
        "Re: Bewerbung Lagerist / Materialverwalter",
        "Guten Morgen Herr Kuhnert,\ndas klingt nicht schlecht. Rückruf erbeten unter 0172 5550183, am besten vor 7 oder in der Mittagspause.\n\nGruß Heike Kretzschmar",
    )
    assert read_message(message, is_known=is_known).verdict is Verdict.AMBIGUOUS
