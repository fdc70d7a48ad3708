"""Django's settings; importing them reads the home folder and writes nothing."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from onward.project.address import listed, own_address
from onward.project.database import database_settings
from onward.project.home import home, secret_key

HOME = home()
PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = secret_key()
DEBUG = False
# Where others open this Onward, such as https://onward.office.example; none at one's own
# computer. With https the cookies travel protected alone.
OWN_ADDRESS = own_address(os.environ.get("ONWARD_ADDRESS", ""))
# The one defence against DNS rebinding: a foreign Host header gets 400.
ALLOWED_HOSTS = [
    *("localhost", "127.0.0.1", "[::1]"),
    *([OWN_ADDRESS.host] if OWN_ADDRESS else []),
    *(MORE_HOSTS := listed(os.environ.get("ONWARD_HOSTS", ""))),
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "onward.people",
    "onward.jobs",
    "onward.applications",
    "onward.mail",
    "onward.documents",
    "onward.matching",
    "onward.exchange",
    "onward.method.plan",
    "onward.method.feelings",
    "onward.method.feedback",
    "onward.method.outlook",
    "onward.method.reflection",
    "onward.method.wins",
    "onward.method.applying",
    "onward.pages",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "onward.project.security.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "onward.project.middleware.DatabaseAway",
    "onward.project.middleware.LetIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "onward.project.middleware.FormAddress",
    "onward.project.middleware.PersonTimeZone",
    "onward.project.middleware.Rest",
    "onward.project.middleware.CatchUp",
    "onward.project.middleware.StorageTrouble",
]

ROOT_URLCONF = "onward.project.urls"
WSGI_APPLICATION = "onward.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "onward.project.context.page",
            ],
        },
    }
]

DATABASES = {"default": database_settings()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
LOGIN_URL = "people:launch_needed"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "onward.people.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {
        "NAME": "onward.people.passwords.UnlikeTheirName",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "onward.people.passwords.NotCommon"},
]
# Cookies ignore ports: two homes on one machine keep theirs apart by name.
HOME_MARK = hashlib.sha256(str(HOME).encode()).hexdigest()[:8]
SESSION_COOKIE_NAME = f"onward_session_{HOME_MARK}"
CSRF_COOKIE_NAME = f"onward_csrf_{HOME_MARK}"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "onward.pages.views.refused_form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(OWN_ADDRESS and OWN_ADDRESS.is_https)
# The proxy that speaks TLS hands on plain HTTP, by which forms would look foreign.
CSRF_TRUSTED_ORIGINS = [OWN_ADDRESS.origin] if OWN_ADDRESS else []
if SESSION_COOKIE_SECURE:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Not "no-referrer": browsers then send "Origin: null" and every form is refused.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
USE_I18N = True
LOCALE_PATHS = [PACKAGE / "locale"]
USE_TZ = True
# Django sets the variable to its own zone next; a container says the person's by it.
TOLD_TIME_ZONE = os.environ.get("TZ", "")
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 0
STATICFILES_DIRS = [PACKAGE / "static"]

# An uploaded mailbox can be any size; it goes to the home, not to a shared temporary folder.
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_TEMP_DIR = None

# Hosts and networks off the open internet that may be connected to all the same, with
# commas between: "mail.office.example,models.lan:11434,10.1.0.0/16". See people/reach.py.
PRIVATE_HOSTS = listed(os.environ.get("ONWARD_PRIVATE_HOSTS", ""))

# Where several people share an Onward: language models of their own that it may send mail
# to, as addresses with commas between. None: nobody may. One local person needs no list.
MODEL_ADDRESSES = listed(os.environ.get("ONWARD_MODEL_ADDRESSES", ""))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "doors": {"()": "onward.project.security.WithoutDoors"},
        "strangers": {"()": "onward.project.security.OneLine"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "level": "WARNING",
            "filters": ["doors", "strangers"],
        }
    },
    # That a page's files wait for one of four threads is no news for who reads the terminal.
    "loggers": {"waitress.queue": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
