"""An agency puts the person forward to two firms in one breath, and tells two noes in one mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.people.models import Person
from tests.mail.test_feedback_answers import read
from tests.mail.test_sent import ME, raw

AGENCY = "Carmen Soler <carmen.soler@temporalia.example>"
SIGNED = "\n\nCarmen Soler\nTemporalia"
FORWARD = raw(
    number=1,
    sender=AGENCY,
    to=ME,
    subject="Vacantes de almacen",
    text="Hola:\n\nRecibido, gracias. Hoy mismo presento tu candidatura a Frutas Cervera y "
    f"a Almacenes Roig. Te digo algo en cuanto sepa.{SIGNED}",
)
NOES = raw(
    number=9,
    sender=AGENCY,
    to=ME,
    subject="Frutas Cervera y Almacenes Roig",
    text="Hola:\n\nTe escribo con noticias de los dos procesos y no son las que quería "
    "darte. En Frutas Cervera han cubierto el puesto internamente, y Almacenes Roig se ha "
    f"quedado con otra persona que ya conocía su programa de gestión.{SIGNED}",
)


@pytest.mark.django_db
@pytest.mark.parametrize("order", [(FORWARD, NOES), (NOES, FORWARD)])
def test_each_client_has_its_own_application_and_its_own_no(
    owner: Person, tmp_path: Path, order: tuple[bytes, ...]
) -> None:
    read(owner, tmp_path, *order)
    found = Application.objects.filter(merged_into=None).order_by("company")
    assert [each.company for each in found] == ["Almacenes Roig", "Frutas Cervera"]
    assert not any(each.is_open or each.place for each in found)
