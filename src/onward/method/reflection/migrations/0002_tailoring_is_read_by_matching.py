from django.db import migrations
from django.utils import timezone


def stop_what_waits(apps, schema_editor):
    # No worker knows this kind of work any more.
    apps.get_model("jobs", "Job").objects.filter(
        kind="reflection.tailoring", state__in=["waiting", "running"]
    ).update(state="stopped", finished_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [
        ("reflection", "0001_initial"),
        ("jobs", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(stop_what_waits, migrations.RunPython.noop),
        migrations.DeleteModel(name="TailoringSeen"),
    ]
