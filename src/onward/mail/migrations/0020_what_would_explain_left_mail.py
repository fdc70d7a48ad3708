from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mail", "0019_resting_fold")]

    operations = [
        migrations.AddField(
            model_name="knownfile",
            name="clues",
            field=models.BinaryField(blank=True, default=bytes),
        ),
    ]
