from collections import defaultdict

from django.db import migrations
from django.db.models.functions import Coalesce

from onward.applications.rules.history import summarise
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.services.deriving import DERIVED_FIELDS, derived_values

BATCH = 500


def put_away(apps, schema_editor):
    """Put away what all was moved away from, and name anew what was made whole again, as is done now."""
    Application = apps.get_model("applications", "Application")
    Event = apps.get_model("applications", "Event")
    columns = {field.name for field in Application._meta.concrete_fields}
    parted = Event.objects.filter(kind="split").order_by()
    head = Coalesce("application__merged_into", "application")
    keys = list(parted.annotate(head=head).values_list("head", flat=True).distinct())
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
        for key, told in histories.items():
            values = zip(DERIVED_FIELDS, derived_values(summarise(told)), strict=True)
            stored = {name: value for name, value in values if name in columns}
            Application.objects.filter(pk=key).update(**stored)


class Migration(migrations.Migration):
    dependencies = [("applications", "0010_a_no_keeps_its_first_day")]

    operations = [migrations.RunPython(put_away, migrations.RunPython.noop)]
