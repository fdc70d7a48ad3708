from collections import defaultdict

from django.db import migrations

from onward.applications.rules.history import summarise
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.past import PastEvent

BATCH = 500


def fill(apps, schema_editor):
    """Store since when each open application waits, which follows from its events."""
    Application = apps.get_model("applications", "Application")
    Event = apps.get_model("applications", "Event")
    open_ones = Application.objects.filter(merged_into=None, is_open=True)
    keys = list(open_ones.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        heads = {key: key for key in keys[start : start + BATCH]}
        merged = Application.objects.filter(merged_into__in=list(heads))
        heads |= merged.values_list("pk", "merged_into_id")
        histories = defaultdict(list)
        for event in Event.objects.filter(application__in=list(heads)).iterator():
            head = heads[event.application_id]
            past = PastEvent(
                number=event.number,
                kind=EventKind(event.kind),
                at=event.at,
                decided_by=DecidedBy(event.decided_by),
                payload=event.payload,
                is_void=event.voided_by is not None,
                is_own=head == event.application_id,
                identity=str(event.pk),
            )
            histories[head].append(past)
        for key, history in histories.items():
            summary = summarise(history)
            Application.objects.filter(pk=key).update(
                waiting_since=summary.waiting_since, follow_ups=summary.follow_ups
            )


class Migration(migrations.Migration):
    dependencies = [("applications", "0003_the_ledgers_full_strength")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
