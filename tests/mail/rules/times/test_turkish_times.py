"""Hours and days of Turkish mail: "salı sabahı dokuz buçukta", "salı günü görüşmeye bekliyoruz"."""

from __future__ import annotations

from datetime import date

import pytest

from onward.mail.rules.times.day_alone import day_alone
from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("salı sabahı 9 buçukta uğrayabilir misin?", "2026-12-01 09:30"),
        ("salı saat 9 buçukta uğrayabilir misin?", "2026-12-01 09:30"),
        ("Salı günü 9.30'da görüşmeye gelebilir misin?", "2026-12-01 09:30"),
        ("salı sabahı dokuz buçukta uğrayabilir misin?", "2026-12-01 09:30"),
        (
            "Çarşamba öğleden sonra üçte görüşebilir miyiz?",
            "2026-12-02 15:00",
        ),
        ("Perşembe akşam altı buçukta görüşelim mi?", "2026-12-03 18:30"),
        ("çarşamba günü ikide gelebilir misin?", "2026-12-02 14:00"),
        (
            "Çarşamba günü saat ikide görüşmeye bekliyoruz.",
            "2026-12-02 14:00",
        ),
        (
            "Cuma günü on bir buçukta mülakata bekliyoruz.",
            "2026-12-04 11:30",
        ),
        ("Pazartesi sabah onda görüşelim.", "2026-11-30 10:00"),
        ("Salı akşamı yedide görüşelim mi?", "2026-12-01 19:00"),
        ("Perşembe günü öğlen on ikide bekliyoruz.", "2026-12-03 12:00"),
        (
            "4 Aralık Cuma günü dörtte görüşmeye davetlisiniz.",
            "2026-12-04 16:00",
        ),
        ("Cuma öğleden sonra 3'te görüşelim.", "2026-12-04 15:00"),
        ("Cuma öğleden sonra 3 buçukta görüşelim.", "2026-12-04 15:30"),
        ("Cuma saat üç buçukta görüşelim.", "2026-12-04 15:30"),
        ("Cuma günü saat on buçukta görüşelim.", "2026-12-04 10:30"),
        ("Salı 9 buçukta görüşelim.", "2026-12-01 09:30"),
        ("Salı dokuzda görüşelim.", "2026-12-01 09:00"),
        ("Salı günü akşam 7'de görüşelim.", "2026-12-01 19:00"),
        ("Salı sabah saat onda görüşelim.", "2026-12-01 10:00"),
        ("Dün akşam görüştük, salı günü dokuzda gel.", "2026-12-01 09:00"),
    ],
)
def test_an_hour_in_its_case_is_read(text: str, at: str) -> None:
    told = appointment(text, told_on=TOLD_ON)
    assert told is not None
    assert told.isoformat(" ", "minutes") == at


@pytest.mark.parametrize(
    "text",
    [
        "Salı günü iki kişiyle görüşeceksiniz.",
        "Salı günü üçte biri uzaktan olan işi konuşuruz.",
        "Salı günü altıncı katta görüşeceğiz.",
        "Salı günü 9 buçuk saatlik vardiyamız var, görüşürüz.",
        "Salı günü bir buçuk saat sürecek görüşmemiz.",
        "Salı günü bir saat sürecek görüşmeye bekliyoruz.",
        "Salı günü onda kalan evrakları getir, görüşelim.",
        "Haftada iki gün, salı ve perşembe, beş saat çalışırsın; görüşürüz.",
        "Salı günü birde şunu konuşalım istiyorum.",
        "Salı günü onda bir indirim var.",
        "Salı günü yedi buçuk lira yol parası veriyoruz, görüşelim.",
        "Salı günü beş numaralı odada görüşelim.",
        "Salı günü iki buçuk yıldır çalışan ustamızla görüşeceksin.",
        "Salı akşamı dörtte üçü dolu olan salonda görüşelim.",
        "Salı günü görüşelim. Vardiya sabah 8'de başlar.",
        "Salı günü görüşelim. Mağaza sabah dokuzda açılıyor.",
        "Akşam altıya kadar açığız, salı günü gel.",
        "Salı günü ikide bir arayıp rahatsız etmeyin, görüşürüz.",
        "Salı günü dokuzda ya da onda görüşebiliriz.",
        "Salı günü yarımda gel, görüşelim.",
    ],
)
def test_what_only_looks_like_an_hour_is_none(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Salı günü görüşmeye bekliyoruz.", date(2026, 12, 1)),
        ("8 Aralık Salı günü sizi mülakata davet ediyoruz.", date(2026, 12, 8)),
        ("Mülakatınız 8 Aralık Salı günü yapılacaktır.", date(2026, 12, 8)),
        ("Görüşmeniz 8 Aralık 2026 tarihinde ofisimizde olacak.", date(2026, 12, 8)),
        (
            "Başvurun için teşekkürler. Çarşamba günü atölyemize iş görüşmesine bekliyoruz.",
            date(2026, 12, 2),
        ),
        ("Seni cuma günü görüşmeye çağırıyoruz.", date(2026, 12, 4)),
    ],
)
def test_the_day_of_a_talk_without_an_hour_is_read(text: str, day: date) -> None:
    assert day_alone(text, told_on=TOLD_ON) == day


@pytest.mark.parametrize(
    "text",
    [
        "Salı günü görüşme sonucunu bildireceğiz.",
        "Salı günü görüşmeye gelemezseniz haber verin.",
        "Salı günü diğer adaylarla görüşmeye devam edeceğiz.",
        "Salı gününe kadar görüşmeye bekliyoruz.",
        "Salı gününden itibaren görüşmeye bekliyoruz.",
        "Salı veya çarşamba günü görüşmeye bekliyoruz.",
        "Salı günü ekibimiz görüşme için sizi arayacak.",
        "Salı günü görüşmeye gelebilir misiniz?",
        "Salı günü görüşmeye gelen arkadaşlar bekliyor.",
        "Salı günü ofiste olmayacağız, görüşmeye bekliyoruz.",
        "Mülakatlar salı günü bitiyor.",
        "Salı günü eğitime bekliyoruz.",
        "Salı günü işe başlamanızı bekliyoruz.",
        "Salı ile perşembe arasında görüşmeye bekliyoruz.",
        "Görüşmeniz salı günü olmayacak.",
        "Salı günü cevabınızı bekliyoruz.",
        "Görüşmeniz salı günü iptal.",
    ],
)
def test_another_day_is_none_of_a_talk(text: str) -> None:
    assert day_alone(text, told_on=TOLD_ON) is None
