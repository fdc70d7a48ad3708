from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mail", "0013_what_waits_in_a_folder")]

    operations = [
        migrations.AddField(
            model_name="mailrun",
            name="taken_back",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
