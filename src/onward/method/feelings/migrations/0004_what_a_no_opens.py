from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feelings", "0003_a_no_folded_in_quiet"),
    ]

    operations = [
        migrations.AddField(
            model_name="noinwindow",
            name="hours",
            field=models.PositiveSmallIntegerField(
                blank=True,
                choices=[(0, "No quiet time"), (24, "A day"), (48, "Two days")],
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="noinwindow",
            name="is_gone",
            field=models.BooleanField(default=False),
        ),
    ]
