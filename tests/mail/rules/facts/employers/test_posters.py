"""A board of any name that sent an application on is not the employer."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

_SENT_ON = [
    ("Frío Levante", "EmpleaTe", "avisos@empleate.example", "Te has inscrito en: Jefe/a de turno - Frío Levante", "Hola Inés:\n\nTu inscripción en la oferta Jefe/a de turno de Frío Levante se ha enviado correctamente. La empresa recibirá tu currículum.\n\nEmpleaTe"),
    ("Citrus Market", "EmpleaTe", "avisos@empleate.example", "Te has inscrito en: Responsable de expediciones - Citrus Market", "Hola Inés:\n\nTu inscripción en la oferta Responsable de expediciones de Citrus Market se ha enviado correctamente.\n\nEmpleaTe"),
    ("Frío Levante", "EmpleaTe", "avisos@empleate.example", "Frío Levante ha visto tu CV", "La empresa Frío Levante ha leído tu currículum en la oferta Jefe/a de turno. ¡Buena suerte!"),
    ("Cold Levant", "JobPort", "no-reply@jobport.example", "Your application: Shift Lead - Cold Levant", "Hi Ines,\n\nYour application for Shift Lead at Cold Levant has been sent. The company will receive your CV.\n\nJobPort"),
    ("Kühlhaus Nord", "StellenNetz", "no-reply@stellennetz.example", "Ihre Bewerbung: Schichtleiter (m/w/d) - Kühlhaus Nord", "Guten Tag,\n\nIhre Bewerbung als Schichtleiter bei Kühlhaus Nord wurde erfolgreich versendet.\n\nStellenNetz"),
    ("Froid Levant", "EmploiPlus", "no-reply@emploiplus.example", "Candidature envoyée : Chef d'équipe - Froid Levant", "Bonjour,\n\nVotre candidature à l'offre Chef d'équipe de Froid Levant a bien été envoyée.\n\nEmploiPlus"),
    ("Freddo Levante", "LavoroQui", "no-reply@lavoroqui.example", "Candidatura inviata: Capoturno - Freddo Levante", "Ciao Ines,\n\nla tua candidatura all'offerta Capoturno di Freddo Levante è stata inviata correttamente.\n\nLavoroQui"),
    ("Koelhuis Noord", "BaanNet", "no-reply@baannet.example", "Sollicitatie verzonden: Ploegleider - Koelhuis Noord", "Beste Ines,\n\nJe sollicitatie op de vacature Ploegleider bij Koelhuis Noord is verzonden.\n\nBaanNet"),
    ("Frio Levante", "EmpregoJá", "no-reply@empregoja.example", "Candidatura enviada: Chefe de turno - Frio Levante", "Olá Inês,\n\nA tua candidatura à oferta Chefe de turno de Frio Levante foi enviada com sucesso.\n\nEmpregoJá"),
    ("Chłodnia Północ", "PracaTeraz", "no-reply@pracateraz.example", "Aplikacja wysłana: Kierownik zmiany - Chłodnia Północ", "Dzień dobry,\n\nTwoja aplikacja na stanowisko Kierownik zmiany w firmie Chłodnia Północ została wysłana.\n\nPracaTeraz"),
    ("Nordkyla", "JobbNu", "no-reply@jobbnu.example", "Ansökan skickad: Skiftledare - Nordkyla", "Hej Ines,\n\nDin ansökan till Skiftledare hos Nordkyla har skickats.\n\nJobbNu"),
    ("Soğuk Doğu", "İşBul", "no-reply@isbul.example", "Başvurunuz gönderildi: Vardiya Amiri - Soğuk Doğu", "Merhaba Ines,\n\nSoğuk Doğu firmasındaki Vardiya Amiri ilanına başvurunuz gönderildi.\n\nİşBul"),
]  # fmt: skip
_OWN = [
    ("Frío Levante", "Frío Levante", "empleo@friolevante.example", "Te has inscrito en: Jefe de turno - Frío Levante", "Hola Inés:\n\nTu inscripción en la oferta Jefe de turno de Frío Levante se ha enviado correctamente.\n\nFrío Levante"),
    ("Bright Harbour", "Bright Harbour Careers", "careers@bright-harbour.example", "Your application: Night Porter - Leeds", "Dear Robin,\n\nYour application for Night Porter in Leeds has been submitted to our team. We will review it.\n\nBright Harbour Careers"),
    ("Bright Harbour", "Bright Harbour", "careers@bright-harbour.example", "Your application: Night Porter - Reference 4711", "Dear Robin,\n\nYour application for Night Porter with Reference 4711 has been submitted.\n\nBright Harbour"),
    ("Bright Harbour", "Bright Harbour", "careers@bright-harbour.example", "Your application: Night Porter - Grand Hotel", "Dear Robin,\n\nWe have received your application for Night Porter at our house Grand Hotel and will be in touch.\n\nBright Harbour"),
]  # fmt: skip

_SENT_IN_TEXT = [
    ('Studio Peer', 'Je sollicitatie is verstuurd', 'Hallo Yara,\n\nJe sollicitatie voor Boekhouder bij Studio Peer is verzonden.\n\nSucces!\nStapIn'),
    ('Brouwerij Peer', 'Je sollicitatie is verstuurd', 'Hallo Yara,\n\nJe sollicitatie voor Boekhouder bij Brouwerij Peer werd verzonden.\n\nSucces!\nStapIn'),
    ('Studio Peer', 'Je sollicitatie is verstuurd', 'Hallo Yara,\n\nJe sollicitatie als Boekhouder bij Studio Peer werd doorgestuurd.\n\nSucces!\nStapIn'),
    ('Brasserie Houblon', 'Votre candidature a été envoyée', 'Bonjour,\n\nVotre candidature au poste de Assistante de direction chez Brasserie Houblon a été envoyée.\n\nStapIn'),
    ('Brasserie Houblon', 'Votre candidature a été envoyée', "Bonjour,\n\nVotre candidature pour le poste d'Assistante de direction chez Brasserie Houblon a bien été transmise.\n\nStapIn"),
    ('Brasserie Houblon', 'Votre candidature a été envoyée', 'Bonjour,\n\nVotre candidature chez Brasserie Houblon a été envoyée.\n\nStapIn'),
    ('Forno Lumiera', 'La tua candidatura è stata inviata', 'Ciao,\n\nLa tua candidatura per Addetta vendite presso Forno Lumiera è stata inviata.\n\nStapIn'),
    ('Browar Chmiel', 'Twoja aplikacja została wysłana', 'Cześć,\n\nTwoja aplikacja na stanowisko Księgowa w firmie Browar Chmiel została wysłana.\n\nStapIn'),
    ('Bryggeri Humle', 'Din ansökan har skickats', 'Hej,\n\nDin ansökan till Ekonomiassistent hos Bryggeri Humle har skickats.\n\nStapIn'),
    ('Lale Gıda', 'Başvurunuz gönderildi', 'Merhaba,\n\nMuhasebeci pozisyonu için Lale Gıda şirketine yaptığınız başvuru gönderildi.\n\nStapIn'),
]  # fmt: skip
_OWN_IN_TEXT = [
    ('Your application', 'Dear Yara,\n\nYour application for Software Developer with React and Node has been submitted.\n\nPennine Table'),
    ('Your application', 'Dear Yara,\n\nYour application for Account Manager with German was sent.\n\nPennine Table'),
    ('Your application', 'Dear Yara,\n\nYour application for Driver with Class C Licence was sent.\n\nPennine Table'),
    ('Ihre Bewerbung', 'Guten Tag,\n\nIhre Bewerbung als Verkäufer bei Filiale Nord wurde versendet.\n\nPennine Table'),
    ('Ihre Bewerbung', 'Guten Tag,\n\nIhre Bewerbung als Assistenz bei Abteilung Einkauf wurde versendet.\n\nPennine Table'),
    ('Votre candidature', 'Bonjour,\n\nVotre candidature pour Vendeuse chez Rayon Frais a été envoyée.\n\nPennine Table'),
    ('La tua candidatura', 'Ciao,\n\nLa tua candidatura per Infermiera presso Reparto Chirurgia è stata inviata.\n\nPennine Table'),
    ('Je sollicitatie', 'Beste,\n\nJe sollicitatie als Verkoper bij Filiaal Noord is verzonden.\n\nPennine Table'),
    ('Din ansökan', 'Hej,\n\nDin ansökan till Sköterska hos Avdelning Fyra har skickats.\n\nPennine Table'),
    ('Twoja aplikacja', 'Cześć,\n\nTwoja aplikacja na stanowisko Kasjer w firmie Oddział Północ została wysłana.\n\nPennine Table'),
    ('Tu candidatura', 'Hola,\n\nTu candidatura para Auxiliar en Enfermería se ha enviado.\n\nPennine Table'),
    ('Tu candidatura', 'Hola,\n\nTu candidatura para Auxiliar en Turno de Noche se ha enviado.\n\nPennine Table'),
    ('A tua candidatura', 'Olá,\n\nA tua candidatura para Enfermeira no Serviço de Urgência foi enviada.\n\nPennine Table'),
    ('A tua candidatura', 'Olá,\n\nA tua candidatura para Rececionista em Part-Time foi enviada.\n\nPennine Table'),
    ('Your application', 'Dear Yara,\n\nYour application for Clerk at Head Office has been submitted.\n\nPennine Table'),
    ('Your application', 'Dear Yara,\n\nYour application for Clerk at our Leeds Branch has been submitted.\n\nPennine Table'),
    ('Ihre Bewerbung', 'Guten Tag,\n\nIhre Bewerbung als Fahrer bei uns wurde versendet.\n\nPennine Table'),
    ('Ihre Bewerbung', 'Guten Tag,\n\nIhre Bewerbung als Fahrer in Teilzeit wurde versendet.\n\nPennine Table'),
    ('Tu candidatura', 'Hola,\n\nTu candidatura para Camarero en Sevilla ha sido enviada.\n\nPennine Table'),
    ('Tu candidatura', 'Hola,\n\nTu candidatura para Camarero en Sala y Barra ha sido enviada.\n\nPennine Table'),
    ('A sua candidatura', 'Olá,\n\nA sua candidatura para Rececionista na Receção foi enviada.\n\nPennine Table'),
    ('Your application', 'Dear Yara,\n\nYour application for Nurse at Ward 4 has been forwarded to the team.\n\nPennine Table'),
    ('Your application', 'Dear Yara,\n\nYour application with Reference 4711 has been submitted.\n\nPennine Table'),
    ('Your application', 'Dear Yara,\n\nYour application at Monday 9 November was submitted.\n\nPennine Table'),
    ('Din ansökan', 'Hej,\n\nDin ansökan till Kock i Stockholm har skickats.\n\nPennine Table'),
    ('Ihre Bewerbung', 'Guten Tag,\n\nIhre Bewerbung bei Frau Berger wurde weitergeleitet.\n\nPennine Table'),
    ('Your application', 'Dear Yara,\n\nYour application for Clerk with HR Team has been forwarded.\n\nPennine Table'),
]  # fmt: skip


def _company(name: str, address: str, subject: str, text: str) -> str:
    sender = Address(name, address)
    message = Message("k", "k@mail.example", None, sender, subject, text)
    return read_message(message).company


@pytest.mark.parametrize(("company", "name", "address", "subject", "text"), _SENT_ON)
def test_the_house_of_the_title_is_the_employer(
    company: str, name: str, address: str, subject: str, text: str
) -> None:
    assert _company(name, address, subject, text) == company


@pytest.mark.parametrize(("company", "name", "address", "subject", "text"), _OWN)
def test_who_hires_and_says_where_stays_the_employer(
    company: str, name: str, address: str, subject: str, text: str
) -> None:
    assert _company(name, address, subject, text) == company


@pytest.mark.parametrize(("company", "subject", "text"), _SENT_IN_TEXT)
def test_the_house_that_it_was_sent_to_is_the_employer(
    company: str, subject: str, text: str
) -> None:
    assert _company("StapIn", "noreply@stapin.example", subject, text) == company


@pytest.mark.parametrize(("subject", "text"), _OWN_IN_TEXT)
def test_a_place_or_a_department_that_it_was_sent_to_is_no_employer(
    subject: str, text: str
) -> None:
    for box in ("jobs", "noreply"):
        found = _company("Pennine Table", f"{box}@penninetable.example", subject, text)
        assert found == "Pennine Table"
