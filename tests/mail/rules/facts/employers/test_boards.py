from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.employers.boards import sounds_like_board
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.facts_corpus import read_case
from tests.mail.rules.letters import make_message


def _company(sender: str, subject: str, text: str) -> str:
    row = {"from": sender, "subject": subject, "text": text}
    return read_case(row).found.company


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        (
            "Jobspring <alerts@jobspring.example>",
            "Your application was sent",
            "Hi Robin, your application was sent to Larch Grid. The employer will contact you directly.",
            "Larch Grid",
        ),
        (
            "Stellenwiese <post@stellenwiese.example>",
            "Deine Bewerbung",
            "Hallo Robin,\n\nLinde Optik hat deine Bewerbung geöffnet. Der Arbeitgeber meldet sich bei dir.",
            "Linde Optik",
        ),
        (
            "EmpleoSierra <avisos@empleosierra.example>",
            "Estado de tu candidatura",
            "Hola Robin: La empresa Talleres Urbina ha actualizado tu candidatura. Otras 20 ofertas similares te esperan.",
            "Talleres Urbina",
        ),
        (
            "Emploi Vallée <candidature@emploivallee.example>",
            "Votre candidature a été vue",
            "Bonjour Robin, Domaine Roussel a consulté votre candidature. Le recruteur n'a pas encore répondu.",
            "Domaine Roussel",
        ),
        (
            "LavoroVivo <avvisi@lavorovivo.example>",
            "La tua candidatura è stata visualizzata",
            "Ciao Robin, Tenuta Merani ha visualizzato la tua candidatura. L'azienda non ha ancora risposto.",
            "Tenuta Merani",
        ),
        (
            "Vacaturehaven <bericht@vacaturehaven.example>",
            "Je sollicitatie is verstuurd",
            "Beste Robin, je sollicitatie is bezorgd bij Bakkerij Holtman. De werkgever neemt contact met je op.",
            "Bakkerij Holtman",
        ),
        (
            "PracaWisła <powiadomienia@pracawisla.example>",
            "Twoja aplikacja została wysłana",
            "Dzień dobry, Twoja aplikacja została wysłana do pracodawcy.\nPracodawca: Drukarnia Olcha\nStanowisko: introligator",
            "Drukarnia Olcha",
        ),
        (
            "Vagas do Vale <avisos@vagasdovale.example>",
            "A sua candidatura",
            "Olá Robin, a empresa Moinho Dourado visualizou o seu currículo. Veja outras vagas parecidas.",
            "Moinho Dourado",
        ),
        (
            "Jobbviken <hej@jobbviken.example>",
            "Din ansökan",
            "Hej Robin, Glasbruket Ekdal har öppnat din ansökan. Arbetsgivaren kontaktar dig direkt.",
            "Glasbruket Ekdal",
        ),
        (
            "Kariyerdeniz <bilgi@kariyerdeniz.example>",
            "Başvurun iletildi",
            "Merhaba Robin, başvurun iletildi. İşveren başvurunu inceleyecek.\nŞirket: Ihlamur Gıda\nTeşekkürler",
            "Ihlamur Gıda",
        ),
        # Named without a word for jobs: it says itself that the application went through it.
        (
            "Hirondo <hello@hirondo.example>",
            "Application received",
            "Hi Robin, you applied via Hirondo. Thank you for applying for the Weaver position at Quince Optics.",
            "Quince Optics",
        ),
    ],
)  # fmt: skip
def test_a_board_that_no_table_knows_is_not_the_employer(
    sender: str, subject: str, text: str, company: str
) -> None:
    assert _company(sender, subject, text) == company


@pytest.mark.parametrize(
    ("subject", "text", "company"),
    [
        ("Your application: Welder", "Hi Jo,\n\n{} has declined your application for Welder. Keep going!", "Ferrow"),
        ("Deine Bewerbung als Koch", "Hallo Mia,\n\n{} hat deine Bewerbung als Koch leider abgelehnt.", "Hofgut Ilm"),
        ("Votre candidature : Comptable", "Bonjour Lise,\n\n{} a refusé votre candidature pour le poste Comptable.", "Orvane"),
        ("Je sollicitatie: Planner", "Beste Kim, {} heeft je sollicitatie op Planner afgewezen.", "Veldhuis"),
        ("Din ansökan: Kock", "Hej Mia, {} har avslagit din ansökan till Kock.", "Bergö Krog"),
        ("La tua candidatura: Cuoco", "Ciao Pia, {} ha rifiutato la tua candidatura per Cuoco.", "Trattoria Ombra"),
        ("Tu candidatura: Soldador", "Hola Eva, {} ha rechazado tu candidatura para Soldador.", "Talleres Rueda"),
        ("A sua candidatura", "Olá Rui, {} recusou a sua candidatura para Soldador.", "Ferrumar"),
        ("Twoja aplikacja: Spawacz", "Dzień dobry, {} odrzucił Twoją aplikację na stanowisko Spawacz.", "Hutmet"),
        ("Başvurunuz hakkında", "Merhaba Ece, {}, Aşçı başvurunuzu reddetti.", "Denizova Gıda"),
    ],
)  # fmt: skip
def test_who_declined_by_way_of_a_board_is_the_employer(
    subject: str, text: str, company: str
) -> None:
    found = read_message(
        make_message(subject, text.format(company), sender="noreply@indeed.com")
    )
    assert (found.company, found.verdict) == (company, Verdict.REJECTION)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Votre candidature : Comptable", "Bonjour,\n\nL'employeur a écarté votre candidature pour le poste Comptable."),
        ("Je sollicitatie: Planner", "Beste Kim, De werkgever heeft je sollicitatie op Planner afgewezen."),
        ("Din ansökan: Kock", "Hej Mia, Arbetsgivaren har avslagit din ansökan till Kock."),
        ("Twoja aplikacja: Spawacz", "Dzień dobry, Pracodawca odrzucił Twoją aplikację na stanowisko Spawacz."),
        ("Başvurunuz hakkında", "Merhaba Ece, İşveren, Aşçı başvurunuzu reddetti."),
        ("Tu candidatura: Soldador", "Hola Eva, La empresa ha rechazado tu candidatura para Soldador."),
    ],
)  # fmt: skip
def test_the_employer_is_no_name(subject: str, text: str) -> None:
    assert _company("Indeed <noreply@indeed.com>", subject, text) == ""


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("Jobspring <alerts@jobspring.example>", "The employer has closed this opening. See similar jobs below."),
        ("EmpleoSierra <avisos@empleosierra.example>", "El proceso de selección ha sido cancelado por la empresa, gracias."),
    ],
)  # fmt: skip
def test_a_board_that_names_no_employer_tells_none(sender: str, text: str) -> None:
    assert _company(sender, "Update", f"Hello Robin,\n\n{text}") == ""


@pytest.mark.parametrize(
    ("subject", "company"),
    [
        ("Re: Panadera - de parte de Nieves Corral", "Horno Lindo"),
        ("Re: Baker, recommended by Bridie Hallam", "Horno Lindo"),
        ("Re: Panadera - Hornolindo", "Hornolindo"),
    ],
)
def test_whoever_recommended_somebody_is_not_the_employer(
    subject: str, company: str
) -> None:
    sender = "Tomás Ruiz <tomas@hornolindo.example>"
    text = "Hola, pásate el martes a las 5 y hablamos del puesto de panadera. Tomás"
    assert _company(sender, subject, text) == company


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        # An employer's own portal, and its own address for applications.
        (
            "Karriereportal Stadtwerke Ahlen <noreply@stellen-ahlen.example>",
            "Ihre Bewerbung",
            "Guten Tag, Ihre Bewerbung bei den Stadtwerken Ahlen ist eingegangen.\n\nStadtwerke Ahlen",
            "Stadtwerke Ahlen",
        ),
        (
            "Larch Grid Jobs <jobs@larchgrid.example>",
            "Your application",
            "Thank you for applying via Larch Grid's website. We shall write soon.\n\nLarch Grid",
            "Larch Grid",
        ),
        # A board hires for itself.
        (
            "Jobspring <people@jobspring.example>",
            "Your application to Jobspring",
            "Thank you for applying to Jobspring. We have decided to go ahead with others.\n\nJobspring",
            "Jobspring",
        ),
        (
            "Empleo El Brezal <empleo@elbrezal.example>",
            "Tu candidatura",
            "Hola Robin: gracias por tu candidatura. La plaza ya está cubierta.\n\nEl Brezal",
            "El Brezal",
        ),
    ],
)  # fmt: skip
def test_an_employer_stays_one(
    sender: str, subject: str, text: str, company: str
) -> None:
    assert _company(sender, subject, text) == company


@given(
    st.sampled_from(["Jobs", "Empleo", "Lavoro", "Vacature", "Emploi", "Stellen"]),
    st.sampled_from(["Brisk", "Nimbo", "Tarro", "Velden"]),
    st.sampled_from(["Larch Grid", "Quince Optics", "Talleres Urbina", "Linde Optik"]),
)
def test_whatever_a_board_calls_itself_the_employer_is_who_is_applied_to(
    word: str, name: str, employer: str
) -> None:
    board = name + word.lower()
    assert sounds_like_board(board)
    company = _company(
        f"{board} <no-reply@{board.lower()}.example>",
        f"Your application via {board}",
        f"Hi Robin,\n\nthe Weaver position at {employer} is closed.\n\n{board}",
    )
    assert company == employer


@pytest.mark.parametrize("name", ["Larch Grid", "Eisenwerk Thal", "Jonas Baker", ""])
def test_other_names_do_not_sound_like_a_board(name: str) -> None:
    assert not sounds_like_board(name)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Votre candidature a bien été transmise à Quai Vert",
            "Votre candidature est entre de bonnes mains !\n\nL'équipe Hellowork",
        ),
        (
            "Candidature : vendeuse",
            "Candidature envoyée\n\nLes éléments suivants ont été envoyés à Quai Vert. "
            "Bonne chance !\n\n© 2026 Indeed Ireland Operations Limited",
        ),
    ],
)
def test_a_french_board_tells_to_whom_it_sent_an_application(
    subject: str, text: str
) -> None:
    sender = "Hellowork <no-reply@hellowork.com>"
    assert _company(sender, subject, text) == "Quai Vert"
