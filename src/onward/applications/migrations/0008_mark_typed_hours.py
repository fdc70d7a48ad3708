from datetime import datetime, time

from django.db import migrations
from django.db.models import Q

from onward.applications.rules.payload import own_hour
from onward.core.dates import zone

BATCH = 500


def mark(apps, schema_editor):
    """Mark the days and hours that people typed as those of their own clock."""
    Event = apps.get_model("applications", "Event")
    Person = apps.get_model("people", "Person")
    for person in Person.objects.iterator():
        events = Event.objects.filter(person=person)
        own = zone(person.time_zone)
        typed = Q(decided_by="person") | Q(source_kind="file")
        told = events.filter(typed | Q(payload__has_key="time_zone"))
        changed, zones = [], {}
        for event in told.order_by("number").iterator(chunk_size=BATCH):
            round_id = event.payload.get("event") or str(event.pk)
            if "time_zone" in event.payload and event.voided_by is None:
                zones[round_id] = event.payload["time_zone"]
            if event.decided_by != "person" and event.source_kind != "file":
                continue
            event.clock = _typed(event, own=own)
            # Whoever moved the hour of another zone's clock stayed with that.
            is_own = zones.get(round_id, "") in ("", person.time_zone)
            begins = _begins(event, own=own) if is_own else None
            if begins is not None:
                event.payload |= own_hour(begins, own=person.time_zone)
            if event.clock or begins is not None:
                changed.append(event)
        Event.objects.bulk_update(changed, ["clock", "payload"], batch_size=BATCH)


def _typed(event, *, own):
    """Return what the clock showed; a moment that nobody typed falls on no whole minute."""
    local = event.at.astimezone(own).replace(tzinfo=None)
    is_whole = local.second == local.microsecond == 0
    is_noon = local.time() == time(12)
    is_hand = event.source_kind == "hand" and event.at != event.recorded_at
    is_day = event.source_kind == "file" and is_noon
    return local.isoformat() if is_whole and (is_hand or is_day) else ""


def _begins(event, *, own):
    payload = event.payload
    is_told = event.decided_by != "person" or payload.get("time_zone")
    if is_told or "invitation" in payload:
        return None
    try:
        begins = datetime.fromisoformat(payload["starts_at"])
    except (KeyError, TypeError, ValueError):
        return None
    return begins.astimezone(own).replace(tzinfo=None) if begins.tzinfo else None


class Migration(migrations.Migration):
    dependencies = [("applications", "0007_hours_by_the_own_clock")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
