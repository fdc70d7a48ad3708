from datetime import datetime

from django.db import migrations

from onward.mail.rules.basics.text import fold, own_text
from onward.mail.rules.times.named_zones import zone_named

BATCH = 200


def mark(apps, schema_editor):
    """Mark the hours that mail told in words, without a zone, as those of the own clock."""
    Event = apps.get_model("applications", "Event")
    Message = apps.get_model("mail", "MailMessage")
    events = Event.objects.filter(
        decided_by="rule", source_kind="message", payload__has_key="starts_at"
    )
    told = []
    for event in events.select_related("person").iterator(chunk_size=BATCH):
        is_own = event.payload.get("time_zone") == event.person.time_zone
        if is_own and "invitation" not in event.payload and _is_naive(event.payload):
            told.append(event)
    for start in range(0, len(told), BATCH):
        part = told[start : start + BATCH]
        mails = Message.objects.in_bulk([event.source_id for event in part])
        marked = [e for e in part if _is_in_words(e, mail=mails.get(e.source_id))]
        for event in marked:
            event.payload["own_clock"] = True
        Event.objects.bulk_update(marked, ["payload"])


def _is_naive(payload):
    try:
        return datetime.fromisoformat(payload["starts_at"]).tzinfo is None
    except (TypeError, ValueError):
        return False


def _is_in_words(event, *, mail):
    if mail is None or event.key.startswith("chosen:"):
        return True
    if mail.calendar:
        return False
    return not zone_named(f"{fold(mail.subject)}\n{fold(own_text(mail.text))}")


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0007_hours_by_the_own_clock"),
        ("mail", "0011_nearly_the_same_words"),
    ]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
