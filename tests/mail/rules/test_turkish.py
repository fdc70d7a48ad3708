"""Turkish mail: legal forms, boards, titles in two parts, who signs, and what is said of an application."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.calm import calm_title
from onward.mail.rules.facts.employers.names import company_key, without_legal_form
from onward.mail.rules.facts.titles.bounds import sounds_like_work
from onward.mail.rules.facts.titles.joined import joined
from onward.mail.rules.read import read_message
from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import Address, Message, Reading
from onward.mail.rules.verdicts.classify import classify

TOLD_AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
IK = Address("Selvi Tekstil İK", "ik@selvitekstil.example")
READER = Address("Ayla Demirci", "ayla@posta.example")


def mail(subject: str, text: str, *, sender: Address = IK) -> Message:
    return Message("k", "k@x.example", TOLD_AT, sender, subject, text, to=(READER,))


def read(subject: str, text: str, *, sender: Address = IK) -> Reading:
    return read_message(mail(subject, text, sender=sender))


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Selvi Tekstil San. ve Tic. Ltd. Şti.", "Selvi Tekstil"),
        ("Bozok Kimya A.Ş.", "Bozok Kimya"),
        ("Ardıç Boya Ltd. Şti.", "Ardıç Boya"),
        ("Ova Belediyesi Personel A.Ş.", "Ova Belediyesi Personel"),
        ("Tuna Makina San. A.Ş.", "Tuna Makina"),
    ],
)
def test_legal_forms_are_no_part_of_how_a_firm_is_called(name: str, bare: str) -> None:
    assert without_legal_form(name) == bare
    assert company_key(name) == company_key(bare)


BOARD = Address("Kariyer.net", "bilgi@kariyer.net")
INDEED = Address("Indeed", "noreply@indeed.com")
ISKUR = Address("İŞKUR", "bilgilendirme@iskur.gov.tr")
LINKEDIN = Address("LinkedIn", "jobs-noreply@linkedin.com")
SECRETCV = Address("Secretcv", "bilgilendirme@secretcv.com")
YENIBIRIS = Address("Yenibiris.com", "bilgi@yenibiris.com")


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company", "role"),
    [
        (
            BOARD,
            "Başvurun iletildi: Depo Sorumlusu",
            "Merhaba Ayla,\n\nİlana yaptığın başvuru işverene iletildi.\n\nDepo Sorumlusu\n"
            "Selvi Tekstil San. ve Tic. Ltd. Şti.\nDenizli · Tam zamanlı\n\nKariyer.net Ekibi",
            "Selvi Tekstil San. ve Tic. Ltd. Şti.",
            "Depo Sorumlusu",
        ),
        (
            BOARD,
            "Özgeçmişin incelendi: Bozok Kimya",
            "Merhaba Ayla,\n\nBozok Kimya A.Ş., Kalite Uzmanı ilanına yaptığın başvuruyu inceledi.\n\nKariyer.net Ekibi",
            "Bozok Kimya A.Ş.",
            "Kalite Uzmanı",
        ),
        (
            ISKUR,
            "İş Başvurunuz Hakkında",
            '00009911 numaralı "TEMİZLİK GÖREVLİSİ" (KARADERE BELEDİYESİ PERSONEL A.Ş.) açık iş ilanına başvurunuz'
            " alınmıştır.\n\nTürkiye İş Kurumu Genel Müdürlüğü",
            "Karadere Belediyesi Personel A.Ş.",
            "Temizlik Görevlisi",
        ),
        (
            ISKUR,
            "Yönlendirme Sonucu",
            'SELVİ TEKSTİL işyerine yapılan yönlendirmeniz işveren tarafından "İŞE ALINMADI" gerekçesiyle'
            " sonuçlandırılmıştır.\n\nTürkiye İş Kurumu",
            "Selvi Tekstil",
            "",
        ),
        (
            LINKEDIN,
            "Ayla, Bozok Kimya şirketine başvurunuz gönderildi",
            "Başvurunuz Bozok Kimya şirketine gönderildi\n\nLaboratuvar Teknisyeni\nBozok Kimya · Kırıkkale, Türkiye\n"
            "3 Mart 2026 tarihinde başvuruldu\n\n© 2026 LinkedIn Ireland Unlimited Company",
            "Bozok Kimya",
            "Laboratuvar Teknisyeni",
        ),
        (
            SECRETCV,
            "Başvurunuz Başarıyla Tamamlandı",
            'ARDIÇ BOYA A.Ş. firmasının "Satış Elemanı (Toptan)" pozisyonuna başvurunuz gerçekleşmiştir.\n\nSecretcv.com',
            "Ardıç Boya A.Ş.",
            "Satış Elemanı (Toptan)",
        ),
        (
            YENIBIRIS,
            "Başvurun firmaya ulaştı",
            "Selam Ayla,\n\nTuna Medikal'in \"Satın Alma Uzmanı\" ilanına yaptığın başvuruyu firmaya ilettik.\n\nYenibiris.com",
            "Tuna Medikal",
            "Satın Alma Uzmanı",
        ),
        (
            INDEED,
            "Selvi Tekstil size bir mesaj gönderdi",
            'Selvi Tekstil - Çağrı Merkezi Elemanı\n\n"Merhaba, başvurunuz için sağ olun. Başka bir adayla anlaştık."\n\n'
            "© 2026 Indeed Ireland Operations Limited",
            "Selvi Tekstil",
            "Çağrı Merkezi Elemanı",
        ),
        (
            Address("Selvi Otel Önbüro", "onburo@selviotel.example"),
            "Başvurunuz",
            "Ayla Hanım, başvurunuz bize ulaştı, teşekkür ederiz.\n\nSaygılarımızla\nCem Alk\nÖnbüro Müdürü",
            "Selvi Otel",
            "",
        ),
        (
            Address("Kuzey Üniversitesi Personel", "personel@kuzeyuni.example"),
            "Sonuç",
            "Başvurunuz incelenmiş olup şartları taşımadığınızdan kabul edilmemiştir.\n\nDaire Başkanı",
            "Kuzey Üniversitesi",
            "",
        ),
    ],
)  # fmt: skip
def test_whose_opening_it_is(
    sender: Address, subject: str, text: str, company: str, role: str
) -> None:
    found = read(subject, text, sender=sender)
    assert (found.company, found.role) == (company, role)


def test_a_tax_adviser_who_signs_with_what_he_is_gives_no_firm_his_name() -> None:
    sender = Address("Nihat Orman", "nihat@ormandefter.example")
    text = (
        "Ayla Hanım, geldiğiniz için teşekkür ederim, maalesef başka bir adayla anlaştık."
        "\n\nSMMM Nihat ORMAN"
    )
    assert "Nihat" not in read("Görüşmemiz", text, sender=sender).company


def test_a_lawyer_is_no_firm_and_ours_is_no_part_of_a_title() -> None:
    sender = Address("Av. Tülay Sezer", "tulay@sezerdanisma.example")
    text = "Ayla Hanım, büromuzun sekreter ilanına başvurmuşsunuz. Salı günü uğrayabilir misiniz?\n\nAv. Tülay Sezer"
    found = read("Görüşme", text, sender=sender)
    assert "Tülay" not in found.company
    assert found.role == "sekreter"


@pytest.mark.parametrize(
    ("title", "text", "whole"),
    [
        ("Ön Büro Sorumlusu", "Kasa ve Ön Büro Sorumlusu ilanı", "Kasa ve Ön Büro Sorumlusu"),
        ("Çağrı Koordinatörü", "Konu: Saha ve Çağrı Koordinatörü", "Saha ve Çağrı Koordinatörü"),
        ("Danışma Personeli", "Hasta Kabul / Danışma Personeli", "Hasta Kabul / Danışma Personeli"),
        ("Depo Elemanı", "Depo Elemanı (Gece Vardiyası) arıyoruz", "Depo Elemanı (Gece Vardiyası)"),
        ("Büro asistanı", "büro işleri: Büro asistanı / sekreter.", "Büro asistanı / sekreter"),
        ("Satış Uzmanı", "Başvurduğunuz Satış Uzmanı kadrosu", "Satış Uzmanı"),
        ("Kalite Mühendisi", "BG-2026-118 / Kalite Mühendisi", "Kalite Mühendisi"),
        ("Satış Uzmanı", "Bozok Kimya Satış Uzmanı", "Satış Uzmanı"),
        ("B Büro Personeli", "4/B Büro Personeli alımı", "Büro Personeli"),
        ("Satış Uzmanı", "Sayın Satış Uzmanı adayı", "Satış Uzmanı"),
    ],
)  # fmt: skip
def test_titles_in_two_parts(title: str, text: str, whole: str) -> None:
    assert joined(title, text=text, company="Bozok Kimya") == whole


@given(st.text(max_size=60))
def test_a_joined_title_still_has_the_title(text: str) -> None:
    whole = joined("Depo Elemanı", text=f"{text} Depo Elemanı {text}", company="")
    assert "Depo Elemanı" in whole


def test_a_shouted_title_has_turkish_letters() -> None:
    told = calm_title("ÖN BÜRO ELEMANI", text="", language="tr")
    assert told == "Ön Büro Elemanı"


def test_what_somebody_is_stands_last() -> None:
    assert sounds_like_work("satış danışmanı", language="tr")
    assert not sounds_like_work("güler yüzünüz", language="tr")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Başvurunuz Bozok Kimya firmasına gönderilmiştir.", "confirmation"),
        ("Başvurunuz aday havuzumuza kaydedilmiştir.", "confirmation"),
        ("Yapılan sınavda 5. yedek aday olarak belirlendiniz.", "confirmation"),
        ("2 Nisan Perşembe günü saat 16:00'da büroya beklerim.", "interview"),
        ("Biraz önce telefonda konuştuk, sizi Salı günü mağazamıza bekliyoruz.", "interview"),
        ("Cuma öğleden sonra mağazaya uğrayabilir misiniz?", "interview"),
        ("Yazılı sınava girmeye hak kazanan adaylar arasındasınız.", "interview"),
        ("tamam o zaman salı 10:30 diyelim", "interview"),
        ("Kontenjan dolduğundan atamanız yapılamamıştır.", "rejection"),
        ("kadromuz doldu teşekkürler", "rejection"),
    ],
)  # fmt: skip
def test_what_a_sentence_says(text: str, expected: str) -> None:
    found = classify(mail("Satış elemanı başvurusu", text))
    assert found.verdict == expected


@pytest.mark.parametrize(
    "text",
    [
        "Görüşmeden önce Salı gününe kadar formu doldurun.",
        "Yedek listede yer alamadınız, başvurunuz kabul edilmemiştir.",
    ],
)
def test_what_is_no_invitation_and_no_receipt(text: str) -> None:
    found = classify(mail("Satış elemanı başvurusu", text))
    assert found.verdict not in {"interview", "confirmation"}


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Perşembe 14 te ofise gelin, konuşalım.", 14),
        ("Perşembe 11 de bekliyoruz, gelebilir misiniz?", 11),
        ("Perşembe günü saat 15'te görüşelim.", 15),
    ],
)
def test_an_hour_whose_ending_stands_apart(text: str, hour: int) -> None:
    found = appointments(text, told_on=date(2026, 3, 10))
    assert [each.isoformat() for each in found] == [f"2026-03-12T{hour}:00:00"]


def test_a_day_of_the_month_behind_a_weekday_is_no_hour() -> None:
    found = appointments("Perşembe 12 öğleden sonra gelin.", told_on=date(2026, 3, 10))
    assert "2026-03-12T12:00:00" not in {each.isoformat() for each in found}
