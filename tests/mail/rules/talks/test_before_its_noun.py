"""Turkish says first what somebody applies as: "Resepsiyonist başvurusu", "kaynakçı ilanınız"."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.own_title import role_applied_for


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Resepsiyonist başvurusu",
            "Otelinizde resepsiyonist olarak çalışmak istiyorum.",
            "Resepsiyonist",
        ),
        ("Resepsiyonist başvurusu - Robin Vale", "", "Resepsiyonist"),
        ("Depo Elemanı iş başvurusu", "", "Depo Elemanı"),
        ("Garson pozisyonu için başvuru", "", "Garson"),
        ("Kaynakçı ilanınız hk.", "", "Kaynakçı"),
        ("Başvuru: Garson", "", "Garson"),
        ("İş başvurusu - Garson", "", "Garson"),
        ("Kıdemli Test Uzmanı pozisyonu", "", "Kıdemli Test Uzmanı"),
        (
            "İlan",
            "Merhaba,\n\nKaynakçı ilanınız için özgeçmişimi ve belgelerimi ekte gönderiyorum.",
            "Kaynakçı",
        ),
        ("Merhaba", "Gazetedeki garson ilanınızı gördüm.", "garson"),
        ("Merhaba", "Depo elemanı ilanınız için yazıyorum.", "Depo elemanı"),
        (
            "Merhaba",
            "Bakım Teknisyeni pozisyonu için başvuruyorum.",
            "Bakım Teknisyeni",
        ),
    ],
)
def test_a_title_stands_before_its_noun(subject: str, text: str, role: str) -> None:
    assert role_applied_for(subject, text) == role


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("İş başvurusu", ""),
        ("İş başvurusu - Robin Vale", ""),
        ("Kurs başvurusu", ""),
        ("Vize başvurusu", ""),
        ("Burs başvurusu", ""),
        ("Kreş başvurusu", ""),
        ("Kredi başvurusu", ""),
        ("Kiracı ilanı", ""),
        ("Ev ilanı", ""),
        ("Bisiklet ilanınız", ""),
        ("Satılık kamyon ilanınız", ""),
        ("", "Dünkü ilanınız için yazıyorum."),
        ("Merhaba", "Deneyimli ve uzman kadronuza katılmak istiyorum."),
        ("İş başvurusu - Ayşe Usta", ""),
        ("Usta ilanınız", "Evimi boyatmak istiyorum."),
        ("Merhaba", "Müdür pozisyonu için yazıyorum."),
        ("Bewerbungsunterlagen für Köchin", ""),
        ("Solicitud de limpieza", ""),
        ("Zgłoszenie kuchnia, awaria", ""),
        ("", "Sitenizdeki elemanı ilanınız"),
    ],
)
def test_what_is_no_work_is_no_title(subject: str, text: str) -> None:
    assert role_applied_for(subject, text) == ""


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Merhaba",
            "Sevgili müdür pozisyonu için geçen yıl başvurmuştum, şimdi aşçı olarak yazıyorum.",
            "aşçı",
        ),
        (
            "Merhaba",
            "Garson pozisyonu için geçen yıl başvurmuştum, şimdi aşçı olarak yazıyorum.",
            "aşçı",
        ),
        (
            "Bewerbung Verkauf",
            "Ich möchte gern als Bäckereifachverkäuferin bei Ihnen arbeiten.",
            "Bäckereifachverkäuferin",
        ),
        ("Bewerbung Verkauf", "Anbei meine Unterlagen.", "Verkauf"),
    ],
)
def test_a_title_of_now_goes_before(subject: str, text: str, role: str) -> None:
    assert role_applied_for(subject, text) == role
