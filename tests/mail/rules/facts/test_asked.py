from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.asked import asked_person


@pytest.mark.parametrize(
    ("prose", "name", "work"),
    [
        ("Ihr Ansprechpartner ist Anna Lind, Zimmer 4.", "Anna Lind", "Zimmer 4"),
        ("Rückfragen beantwortet Ihnen Herr Belti, Telefon 12.", "Herr Belti", "Telefon 12"),
        ("Your contact person is Anna Lind.", "Anna Lind", ""),
        ("Votre interlocutrice est Anna Lind.", "Anna Lind", ""),
        ("Auskunft erteilt Frau Anna Lind, Revierförsterin.", "Anna Lind", "Revierförsterin"),
        ("Für Rückfragen steht Ihnen Anna Lind zur Verfügung.", "Anna Lind", ""),
        ("Interviewer: Anna Lind, Kiln Team Leader", "Anna Lind", "Kiln Team Leader"),
        ("This interview's with Anna Lind (Head of Ovens).", "Anna Lind", "Head of Ovens"),
        ("Questions may be put to Anna Lind, Master Baker, by post.", "Anna Lind", "Master Baker"),
        ("If in doubt, ring Anna Lind, Kiln Team Leader, on 12.", "Anna Lind", "Kiln Team Leader"),
        ("Please call the jury chair, Anna Lind, on 12.", "Anna Lind", "jury chair"),
        ("You may write to Anna Lind in ten days.", "Anna Lind", ""),
        ("Wir bitten um Bestätigung bis zum 11. Mai bei Frau Belti.", "Frau Belti", ""),
        ("Bei Fragen hilft Ihnen Herr Belti weiter.", "Herr Belti", ""),
        ("Bitte teilen Sie Frau Dr. Anna Lind mit, ob Sie kommen.", "Dr. Anna Lind", ""),
        ("Die Sichtung übernimmt Frau Belti aus dem Amt.", "Frau Belti", ""),
        ("Wenden Sie sich an die Leiterin, Frau Belti.", "Frau Belti", "Leiterin"),
        ("Questions about the ovens may be directed to Assoc. Prof. Anna Lind.", "Assoc. Prof. Anna Lind", ""),
        ("Any query on the rota goes to Anna Lind.", "Anna Lind", ""),
        ("Enquiries: Anna Lind, extension 12.", "Anna Lind", ""),
        ("Questions? Contact your recruiter, Anna Lind, at anna.lind@kiln.example.", "Anna Lind", "recruiter"),
        ("You will be meeting Prua Belti, Care Team Leader.", "Prua Belti", "Care Team Leader"),
        ("You will be meeting Old Friends, Room 4.", "", ""),
        ("It is under review by Mr. Oro Belti, Talent Partner.", "Oro Belti", "Talent Partner"),
        ("Your recruiter was Oro Belti, Talent Partner (oro.belti@kiln.example).", "Oro Belti", "Talent Partner"),
        ("Any questions sing out to Oro Belti (Kiln Manager).", "Oro Belti", "Kiln Manager"),
        ("Please RSVP to Oro Belti (oro.b@kiln.example) by Friday.", "Oro Belti", ""),
        ("Email Oro Belti in our early careers team at oro.belti@kiln.example.", "Oro Belti", ""),
        ("Eine Nachricht an unsere Leiterin Anna Lind genügt.", "Anna Lind", "Leiterin"),
        ("Wende dich an Oro Belti (Betriebsleiter).", "Oro Belti", "Betriebsleiter"),
        ("Für Auskünfte steht Ihnen Herr Mag. Oro Belti bereit.", "Mag. Oro Belti", ""),
        ("Pour toute question, écrivez à Anna Lind.", "Anna Lind", ""),
        ("Puede contactar con Anna Lind.", "Anna Lind", ""),
        ("Per informazioni rivolgersi a Anna Lind.", "Anna Lind", ""),
        ("Neem gerust contact op met Anna Lind.", "Anna Lind", ""),
        ("Kontakta Anna Lind vid frågor.", "Anna Lind", ""),
        ("Oro Belti, oro.belti@kiln.example", "Oro Belti", ""),
        ("Oro Belti and the team, jobs@kiln.example", "", ""),
        ("Belti Kilns, belti@belti-kilns.example", "", ""),
        ("Anna Lind (anna.lind@kiln.example) or Jo Vale (jo.vale@kiln.example)", "", ""),
        ("Thank you for speaking with our recruiter last week about the Quality Technician opening.", "", ""),
        ("For questions, contact your recruiter at Larch Bank.", "", ""),
        ("Bei Fragen hilft Ihnen die Leiterin Notfall, Frau Anna Lind, weiter.", "Anna Lind", "Leiterin Notfall"),
        ("Enquiries: Harbour Services, Room 4.", "", ""),
        ("Please write to Harbour House, Leeds.", "", ""),
        ("Please call the jury on 12.", "", ""),
        ("Fragen beantwortet unser Team.", "", ""),
        ("Ansprechpartner: Anna Lind. Ansprechpartner: Jo Vale.", "", ""),
    ],
)  # fmt: skip
def test_a_mail_may_say_whom_to_ask(prose: str, name: str, work: str) -> None:
    assert asked_person(prose) == (name, work)


@given(st.text(max_size=60))
def test_any_text_names_one_person_or_none(text: str) -> None:
    name, work = asked_person(f"Ansprechpartner: {text}")
    assert name or not work
