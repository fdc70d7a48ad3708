from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.documents.rules.addresses import web_address
from onward.documents.rules.kinds import DocumentKind, FileFormat
from onward.documents.rules.names import (
    file_name,
    fits,
    is_other_paper,
    kind_by_name,
    title_of,
)


@given(st.text(max_size=400))
def test_a_name_is_never_a_path(name: str) -> None:
    safe = file_name(name)
    assert safe
    assert not set("/\\\0") & set(safe)
    assert 0 < len(title_of(name)) <= 200


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("CV_Robin-Vale.pdf", DocumentKind.RESUME),
        ("Lebenslauf 2026.docx", DocumentKind.RESUME),
        ("résumé.odt", DocumentKind.RESUME),
        ("Curriculum_Vitae.pdf", DocumentKind.RESUME),
        ("cover-letter-cv.pdf", DocumentKind.LETTER),
        ("Anschreiben_Oak.pdf", DocumentKind.LETTER),
        ("lettre de motivation.pdf", DocumentKind.LETTER),
        ("holiday.pdf", None),
        ("discovery.pdf", None),
    ],
)
def test_a_name_says_what_a_file_is_for(name: str, kind: DocumentKind | None) -> None:
    assert kind_by_name(name) == kind


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Betreibungsauszug.pdf",
            "Betreibungsregisterauszug_2026.pdf",
            "Strafregister.pdf",
        ),
        *(
            "Arbeitszeugnis Spital.pdf",
            "2026-10_Zeugnisse.pdf",
            "ArbeitszeugnisKlinik.pdf",
        ),
        *("Führungszeugnis.pdf", "Fuehrungszeugnis.pdf", "Personalausweis.pdf"),
        *("Diplom_HF.pdf", "Meldebescheinigung.pdf", "Lohnabrechnung September.pdf"),
        *("Mietanmeldung_Formular.pdf", "Selbstauskunft.pdf", "SCHUFA-Auskunft.pdf"),
        *("Transcript.pdf", "birth-certificate.pdf", "Signed Contract.pdf"),
        *("references (Dunlea).pdf", "Payslips Aug-Oct.pdf", "DBS.pdf"),
        *(
            "Diplôme d'État.pdf",
            "Extrait du registre des poursuites.pdf",
            "Carte d’identité.pdf",
        ),
        *("Vida laboral.pdf", "Certificado de estudios.pdf", "DNI.pdf"),
        *("Attestato OSS.pdf", "Busta paga.pdf", "VOG.pdf", "Cijferlijst.pdf"),
        *(
            "Certidão.pdf",
            "Comprovante de endereço.pdf",
            "Körkort.pdf",
            "Arbetsgivarintyg.pdf",
        ),
        *(
            "Świadectwo pracy.pdf",
            "Prawo jazdy.pdf",
            "Adli Sicil Kaydı.pdf",
            "Öğrenci Belgesi.pdf",
        ),
        *("Diplom Vale.pdf", "Diplom-Ingenieur Zeugnis.pdf", "Diploma Robin.pdf"),
        *("Transcript of Records.pdf", "Referenz Spital.pdf", "Referenz.pdf"),
    ],
)
def test_other_papers_are_told_by_their_names(name: str) -> None:
    assert is_other_paper(name)


@pytest.mark.parametrize(
    "name",
    [
        *("Lebenslauf und Zeugnisse.pdf", "CV + Diplome.pdf", "CV_references.pdf"),
        *(
            "Bewerbung mit Zeugnissen.pdf",
            "Bewerbungsunterlagen.pdf",
            "Dossier Aeschlimann.pdf",
        ),
        *("Bewerbungsmappe_Zeugnis.pdf", "Application with certificates.pdf"),
        *(
            "Robin Vale.pdf",
            "Robin Vale Contract Manager.pdf",
            "Invoice Clerk Robin.pdf",
        ),
        *(
            "Passport Officer.docx",
            "Medical Transcriptionist.docx",
            "Formgestalter Vale.pdf",
        ),
        *(
            "Vale_Platform Engineer.pdf",
            "License Manager Vale.pdf",
            "Diplomat Vale.pdf",
        ),
        *(
            "Motivationsschreiben Arbeitszeugnis.pdf",
            "resume-certificates.pdf",
            "scan0001.pdf",
        ),
        *(
            "Pflegefachfrau HF Vale.pdf",
            "Unterlagen.pdf",
            "Candidatura Vale diploma.pdf",
        ),
        *("Vale - Certified Nurse.pdf", "Formation et parcours.pdf", "Riba Vale.pdf"),
        *("Diplom-Ingenieur.pdf", "Diplom-Kauffrau Vale.pdf", "DiplomIngenieur.pdf"),
        *("Robin Diploma Engineer.pdf", "Transcript analyst Vale.pdf"),
        *("Referenz 4471 Vale.pdf", "Referenz-Nr. 4471_Vale.pdf"),
    ],
)
def test_what_may_be_a_resume_is_no_other_paper(name: str) -> None:
    assert not is_other_paper(name)


@pytest.mark.parametrize(
    ("name", "form", "is_fitting"),
    [
        ("cv.pdf", FileFormat.PDF, True),
        ("cv.pdf", FileFormat.DOCX, False),
        ("cv.txt", FileFormat.MARKDOWN, True),
        ("cv", FileFormat.PDF, True),
    ],
)
def test_an_ending_fits_or_does_not(
    name: str, form: FileFormat, is_fitting: bool
) -> None:
    assert fits(name, form=form) is is_fitting


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("jobs.example/planner", "https://jobs.example/planner"),
        (" http://jobs.example/a?b=c#d ", "http://jobs.example/a?b=c"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
    ],
)
def test_a_web_address_is_completed(typed: str, address: str) -> None:
    assert web_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "planner",
        "file:///etc/passwd",
        "ftp://a.example/",
        "https://me:pw@a.example/",
        "https://a.example:port/",
        "javascript:alert(1)",
        "http://",
        "https://a b.example/",
    ],
)
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a web address"):
        web_address(typed)
