from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message

UNPAID = [
    (
        "Volunteer shift",
        "Hi Sam,\n\nWe would like to offer you a volunteer shift at the food bank on Saturday. Please let us know if you accept.\n\nBest,\nAnn",
    ),
    (
        "Volunteering with us",
        "Dear Sam,\n\nWe are pleased to offer you a volunteer role at the Harbour Museum. You would start on 4 May. The role is unpaid; we cover travel.\n\nAnn Roe",
    ),
    (
        "Your volunteer application",
        "Dear Sam,\n\nCongratulations! We are delighted to offer you the position of Volunteer Guide. Please sign the volunteer agreement.\n\nAnn",
    ),
    (
        "Ehrenamt im Tierheim",
        "Hallo Sam,\n\nwir freuen uns, dir eine ehrenamtliche Stelle im Tierheim anbieten zu können. Du kannst am 4. Mai anfangen.\n\nLiebe Grüße\nAnn",
    ),
    (
        "Mitarbeit",
        "Hallo Sam,\n\nwir möchten Ihnen gerne die ehrenamtliche Tätigkeit als Lesepate anbieten. Bitte sagen Sie uns, ob Sie zusagen.\n\nAnn",
    ),
    (
        "Bénévolat",
        "Bonjour Sam,\n\nNous avons le plaisir de vous proposer un poste de bénévole à la bibliothèque. Vous commenceriez le 4 mai.\n\nAnne",
    ),
    (
        "Voluntariado",
        "Hola Sam,\n\nNos complace ofrecerte un puesto de voluntario en el comedor social. Empezarías el 4 de mayo.\n\nAna",
    ),
    (
        "Volontariato",
        "Ciao Sam,\n\nsiamo lieti di offrirti un posto come volontario al canile. Inizieresti il 4 maggio.\n\nAnna",
    ),
    (
        "Voluntariado",
        "Olá Sam,\n\nTemos o prazer de lhe oferecer um lugar de voluntário no museu. Começaria a 4 de maio.\n\nAna",
    ),
    (
        "Vrijwilligerswerk",
        "Hallo Sam,\n\nwe bieden je graag een plek als vrijwilliger in het museum aan. Je kunt 4 mei beginnen.\n\nAnna",
    ),
    (
        "Wolontariat",
        "Dzień dobry,\n\nz przyjemnością oferujemy Panu stanowisko wolontariusza w schronisku. Początek 4 maja.\n\nAnna",
    ),
    (
        "Volontär",
        "Hej Sam,\n\nvi är glada att erbjuda dig en plats som volontär på djurhemmet. Du kan börja den 4 maj.\n\nAnna",
    ),
    (
        "Gönüllülük",
        "Merhaba Sam,\n\nsize barınağımızda gönüllü pozisyonu teklif etmekten mutluluk duyuyoruz. 4 Mayıs'ta başlayabilirsiniz.\n\nAyşe",
    ),
    (
        "Your shift",
        "Hi Sam,\n\nThank you for coming in. We would love to offer you a place as a volunteer driver; lunch and fuel are on us.\n\nAnn",
    ),
]
PAID = [
    (
        "Job offer",
        "Dear Sam,\n\nWe are pleased to offer you the position of Volunteer Coordinator at Harbour Trust at a salary of £28,000. Please sign the contract.\n\nAnn",
    ),
    (
        "Offer",
        "Dear Sam,\n\nWe are pleased to offer you the position of Fundraiser. We are a charity run by volunteers; your salary will be £24,000.\n\nAnn",
    ),
    (
        "Zusage",
        "Liebe Frau Sand,\n\nwir freuen uns, Ihnen die Stelle als Referentin für Ehrenamt anbieten zu können. Der Arbeitsvertrag geht Ihnen zu.\n\nAnn",
    ),
    (
        "Offre",
        "Bonjour,\n\nNous avons le plaisir de vous proposer le poste de responsable des bénévoles en CDI. Votre contrat suivra.\n\nAnne",
    ),
    (
        "Offer",
        "Dear Sam,\n\nWe would like to offer you the job of Shop Manager at our charity. You will lead 12 volunteers.\n\nAnn",
    ),
    (
        "Zusage",
        "Liebe Frau Sand,\n\nwir freuen uns, Ihnen die Stelle als Sozialpädagogin anzubieten. Neben Ehrenamtlichen arbeiten bei uns 20 Angestellte.\n\nAnn",
    ),
    (
        "Offer",
        "Hi Sam,\n\nYou came to us as a volunteer two years ago. We are now pleased to offer you the position of Kitchen Manager.\n\nAnn",
    ),
    (
        "Zusage",
        "Liebe Frau Sand,\n\nwir freuen uns, Ihnen die Stelle als Koordinatorin der ehrenamtlichen Mitarbeit anbieten zu können.\n\nAnn",
    ),
    (
        "Oferta",
        "Estimada Sra. Sanz:\n\nNos complace ofrecerle el puesto de técnica de voluntariado con contrato indefinido.\n\nAna",
    ),
    (
        "Oferta",
        "Szanowna Pani,\n\nz przyjemnością oferujemy Pani stanowisko koordynatora wolontariuszy. Umowa o pracę czeka na podpis.\n\nAnna",
    ),
    (
        "Erbjudande",
        "Hej Sam,\n\nvi är glada att erbjuda dig tjänsten som volontärsamordnare. Anställningsavtalet skickas i veckan.\n\nAnna",
    ),
]


@pytest.mark.parametrize(("subject", "text"), UNPAID)
def test_work_for_nothing_is_no_offer(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is not Verdict.OFFER


@pytest.mark.parametrize(("subject", "text"), PAID)
def test_a_job_at_a_charity_is_one(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.OFFER


@pytest.mark.parametrize(
    "job",
    [
        "the volunteer coordinator position",
        "the Volunteer Services Manager role",
        "the volunteer engagement officer post",
    ],
)
def test_who_leads_volunteers_is_offered_a_job(job: str) -> None:
    text = f"Dear Sam,\n\nWe are delighted to offer you {job} at Elm House. Please sign and return the attached letter.\n\nAnn"
    assert read_message(make_message("Our offer", text)).verdict is Verdict.OFFER
