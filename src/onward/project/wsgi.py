"""The application that a WSGI server runs."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from onward.project.home import prepare_home

# Before anything is read or written: one key for all processes, files for their owner alone.
prepare_home()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.project.settings")
application = get_wsgi_application()
