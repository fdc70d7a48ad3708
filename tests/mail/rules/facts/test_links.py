from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.links import MOST_LINKS, are_links, web_host
from onward.mail.rules.facts.links import links_of, without_trackers


def _read(text: str) -> list[tuple[str, str]]:
    return [(link.kind.value, link.url) for link in links_of(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Please choose a time that suits you: https://larch.example/x/1", "booking"),
        ("Bitte wählen Sie einen Termin: https://larch.example/x/1", "booking"),
        ("Start your assessment (https://larch.example/x/1)", "test"),
        ("Hier geht es zum Online-Test:\n\nhttps://larch.example/x/1", "test"),
        ("Join the call here: https://larch.example/x/1", "call"),
        ("The job description is at https://larch.example/x/1.", "posting"),
        ("Zur Stellenanzeige: <https://larch.example/x/1>", "posting"),
        ("Log in to see where you stand: https://larch.example/x/1", "portal"),
        ("Ihr Bewerberkonto: https://larch.example/x/1", "portal"),
        ("Wir sehen uns per Video: https://larch.example/x/1", "call"),
        ("Raum: https://larch.example/x/1", "call"),
        ("Wählen Sie sich über https://larch.example/x/1 ein.", "call"),
        ("Die Visio: https://larch.example/x/1", "call"),
        ("Bitte buchen Sie unter https://larch.example/x/1 einen Termin.", "booking"),
        (
            "Bitte sagen Sie zu.\nEinladung annehmen: https://larch.example/x/1",
            "answer",
        ),
        ("Accept your offer at https://larch.example/x/1", "answer"),
        ("Your letter is ready for signature: https://larch.example/x/1", "sign"),
        ("Zum Unterschreiben: https://larch.example/x/1", "sign"),
        ("Please upload your licence at https://larch.example/x/1", "form"),
        ("Füllen Sie https://larch.example/x/1 bitte vollständig aus.", "form"),
        ("Confirm your e-mail address: https://larch.example/x/1", "portal"),
    ],
)
def test_words_say_where_a_link_leads(text: str, kind: str) -> None:
    assert _read(text) == [(kind, "https://larch.example/x/1")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Merci de choisir un créneau : https://larch.example/x/1", "booking"),
        ("Rejoignez-nous ici : https://larch.example/x/1", "call"),
        ("Veuillez confirmer votre présence : https://larch.example/x/1", "answer"),
        ("Le questionnaire est à remplir ici : https://larch.example/x/1", "test"),
        ("Merci de déposer vos diplômes ici : https://larch.example/x/1", "form"),
        ("Votre espace candidat : https://larch.example/x/1", "portal"),
        ("Voici l'exercice : https://larch.example/x/1", "test"),
        ("Te mando un reto: https://larch.example/x/1", "test"),
        ("Elige una fecha: https://larch.example/x/1", "booking"),
        ("Conéctate aquí: https://larch.example/x/1", "call"),
        ("Confirma tu asistencia: https://larch.example/x/1", "answer"),
        ("Rellena el formulario: https://larch.example/x/1", "form"),
        ("Firma el contrato aquí: https://larch.example/x/1", "sign"),
        ("Scegli un orario: https://larch.example/x/1", "booking"),
        ("Collegati da qui: https://larch.example/x/1", "call"),
        ("Carica i documenti qui: https://larch.example/x/1", "form"),
        ("Escolha um horário: https://larch.example/x/1", "booking"),
        ("Preencha a ficha: https://larch.example/x/1", "form"),
        ("Assine o contrato aqui: https://larch.example/x/1", "sign"),
        ("Kies een moment: https://larch.example/x/1", "booking"),
        ("Vul de gegevens hier in: https://larch.example/x/1", "form"),
        ("Bevestig je komst: https://larch.example/x/1", "answer"),
        ("Wybierz termin: https://larch.example/x/1", "booking"),
        ("Dołącz do rozmowy: https://larch.example/x/1", "call"),
        ("Wypełnij dane: https://larch.example/x/1", "form"),
        ("Sana uyan saati seç: https://larch.example/x/1", "booking"),
        ("Görüşmeye katıl: https://larch.example/x/1", "call"),
        ("Sözleşmeyi imzala: https://larch.example/x/1", "sign"),
        ("Boka en tid: https://larch.example/x/1", "booking"),
        ("Anslut här: https://larch.example/x/1", "call"),
        ("Ladda upp ditt intyg: https://larch.example/x/1", "form"),
    ],
)
def test_words_of_each_language_say_where_a_link_leads(text: str, kind: str) -> None:
    assert _read(text) == [(kind, "https://larch.example/x/1")]


@pytest.mark.parametrize(
    "words",
    [
        "Go to your candidate page",
        "Open your candidate page",
        "Zur Kandidatenseite",
        "Öffnen Sie Ihre Bewerberseite",
        "Ouvrir votre page candidat",
        "Ve a tu página de candidato",
        "Vai alla tua pagina candidato",
        "Ir para a página do candidato",
        "Ga naar je kandidaatpagina",
        "Przejdź do strony kandydata",
        "Aday sayfanıza gidin",
        "Gå till din kandidatsida",
    ],
)
def test_a_page_of_the_candidate_is_no_call(words: str) -> None:
    text = f"We're happy you want to join Larch Mobility.\n\n{words}\nhttps://larch.example/x/1"
    assert _read(text) == [("portal", "https://larch.example/x/1")]


@pytest.mark.parametrize(
    "said",
    [
        "We're happy you want to join Larch Mobility.",
        "Great that you wanted to join Larch!",
        "Thank you for applying to join Larch.",
    ],
)
def test_who_wants_to_join_a_house_joins_no_call(said: str) -> None:
    assert _read(f"{said}\n\nOpen it here: https://larch.example/x/1") == []


@pytest.mark.parametrize(
    "said",
    [
        "If you want to join the call, click here:",
        "If you want to join our meeting by phone, click here:",
        "When you want to join, click here:",
        "Please join ten minutes early. The link:",
        "Want to join: ",
        "To join the interview, open this:",
        "You can join us for the video interview here:",
        "Joining details are here:",
        "Join here:",
        "Dial in here:",
    ],
)
def test_who_joins_a_call_is_shown_to_it(said: str) -> None:
    assert _read(f"{said} https://larch.example/x/1") == [
        ("call", "https://larch.example/x/1")
    ]


def test_a_sentence_that_a_line_breaks_is_read_as_one() -> None:
    text = (
        "Damit es für beide Seiten passt, können Sie Ihren Termin jederzeit\n"
        "auch unter https://larch.example/x/1 buchen."
    )
    assert _read(text) == [("booking", "https://larch.example/x/1")]


def test_what_was_said_before_tells_what_a_bare_here_leads_to() -> None:
    task = "We have a small coding task for you. Please complete it by May.\n\n"
    assert _read(f"{task}Start here: https://larch.example/x/1") == [
        ("test", "https://larch.example/x/1")
    ]
    assert _read(f"{task}Larch Bakery\nhttps://larch.example/x/1") == []


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://meet.larch.example/r/12-a", "call"),
        ("https://video.larch.example/ida", "call"),
        ("https://larch.example/room/7f", "call"),
        ("https://larch.example/buchen/ida", "booking"),
        ("https://agenda.larch.example/ida", "booking"),
        ("https://prenota.larch.example/ida", "booking"),
        ("https://larch.example/confirm/12", "answer"),
        ("https://sign.larch.example/d/12", "sign"),
        ("https://upload.larch.example/12", "form"),
        ("https://larch.example/candidate/interviews", "portal"),
        ("https://larch.zoom.us/j/123", "call"),
        ("https://teams.microsoft.com/l/meetup-join/1", "call"),
        ("https://calendly.com/larch/intro", "booking"),
        ("https://app.codility.com/test/ABC", "test"),
        ("https://larch.example/jobs/4711-baker", "posting"),
        ("https://portal.larch.example/home", "portal"),
    ],
)
def test_a_host_or_a_path_says_where_a_link_leads(url: str, kind: str) -> None:
    assert _read(f"See you there.\n{url}\n") == [(kind, url)]


@pytest.mark.parametrize(
    "text",
    [
        "Unsubscribe: https://larch.example/u/1",
        "Take the test: https://facebook.com/larch",
        "Take the test: ftp://larch.example/1",
        "Take the test: javascript:alert(1)",
        "Take the test: https://bank.example@evil.example/1",
        "Take the test: https://localhost/1",
        "Our values: https://larch.example/about",
        "Join our talent community: https://larch.example/x/1",
        "Weitere Stellen finden Sie hier: https://larch.example/jobs",
        "Se désinscrire : https://larch.example/x/1",
        "Avprenumerera här: https://larch.example/x/1",
        "> Take the test: https://larch.example/x/1\n\nThank you for all of it.",
        "",
    ],
)
def test_what_is_not_safe_or_not_useful_is_left_out(text: str) -> None:
    assert _read(text) == []


def test_trackers_go_and_everything_else_stays() -> None:
    url = "https://larch.example/t?token=a%2Bb&utm_source=mail&gclid=9"
    assert without_trackers(url) == "https://larch.example/t?token=a%2Bb"
    same = "https://larch.example/t?a=1&b=&c=%20x"
    assert without_trackers(same) == same


def test_a_host_in_other_letters_is_shown_as_it_is_reached() -> None:
    assert web_host("https://lаrch.example/") == "xn--lrch-53d.example"


def test_the_same_link_and_many_of_one_kind_stand_once() -> None:
    lines = [f"Take the test: https://larch.example/{n}" for n in (1, 1, 2, 3)]
    assert len(_read("\n".join(lines))) == 2


@given(st.text(max_size=400))
def test_any_text_gives_links_that_can_be_kept(text: str) -> None:
    found = links_of(f"{text} https://{text} test https://larch.example/{text}")
    kept = [{"kind": link.kind.value, "url": link.url} for link in found]
    assert len(kept) <= MOST_LINKS
    assert are_links(kept)


@given(st.text(max_size=100))
def test_any_address_has_a_host_or_none(address: str) -> None:
    assert isinstance(web_host(address), str)
    assert isinstance(without_trackers(address), str)


@pytest.mark.parametrize(
    "value",
    [
        "https://larch.example",
        [{"kind": "test", "url": "javascript:alert(1)"}],
        [{"kind": "magic", "url": "https://larch.example"}],
        [{"kind": "test"}],
        [{"kind": "test", "url": "https://larch.example"}] * 7,
    ],
)
def test_only_a_few_well_formed_links_can_be_kept(value: object) -> None:
    assert not are_links(value)
