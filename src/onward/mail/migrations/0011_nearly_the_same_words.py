from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mail", "0010_overtaken_by_own_word"),
    ]

    operations = [
        migrations.AddField(
            model_name="learnedchange",
            name="is_nearly",
            field=models.BooleanField(default=False),
        ),
    ]
