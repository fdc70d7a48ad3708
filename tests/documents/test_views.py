from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.documents import blobs
from onward.documents.models import Advert, Document, Version
from onward.documents.rules.kinds import ReadState
from onward.documents.services import (
    advert_of,
    keep_pasted,
    mark_sent,
    sent_with,
)
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.documents import files
from tests.documents.conftest import Worker
from tests.documents.make import make_version


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner)


def upload(data: bytes, name: str = "CV.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_a_file_is_added_read_and_shown_with_its_sections(
    owner_client: Client, owner: Person, work: Worker
) -> None:
    answer = owner_client.post(
        "/documents/add/", {"file": upload(files.pdf()), "kind": "resume"}
    )
    version = Version.objects.for_person(owner).get()
    assert answer.headers["Location"] == f"/documents/versions/{version.pk}/"
    waiting = page(owner_client, answer.headers["Location"])
    assert "It is being read" in waiting
    assert 'hx-trigger="every 1s"' in waiting
    work()
    read = page(owner_client, answer.headers["Location"])
    assert "Planned the weekly tours" in read
    assert "under “Work Experience”" in read
    assert "every 1s" not in read
    assert "CV" in page(owner_client, "/documents/")


def test_only_the_reading_comes_where_it_is_asked_for_in_place(
    owner_client: Client, owner: Person
) -> None:
    version = make_version(person=owner)
    answer = owner_client.get(
        f"/documents/versions/{version.pk}/", headers={"HX-Request": "true"}
    )
    assert answer.content.decode().strip().startswith('<div id="reading"')


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (files.scanned_pdf(), "scan.pdf", "pictures without text"),
        (files.pdf(password="secret"), "cv.pdf", "locked with a password"),
        (b"{\\rtf1 words}", "cv.rtf", "no kind of file"),
    ],
)
def test_a_bad_file_comes_back_with_one_sentence_and_is_kept(
    owner_client: Client,
    owner: Person,
    work: Worker,
    data: bytes,
    name: str,
    words: str,
) -> None:
    owner_client.post("/documents/add/", {"file": upload(data, name), "kind": "resume"})
    work()
    version = Version.objects.for_person(owner).get()
    shown = page(owner_client, f"/documents/versions/{version.pk}/")
    assert words in shown
    assert "The file itself is kept" in shown
    assert blobs.is_kept(owner, version.digest)


def test_a_file_called_something_else_is_read_and_that_is_said(
    owner_client: Client, owner: Person, work: Worker
) -> None:
    version = make_version(person=owner, name="CV.docx", data=files.pdf())
    work()
    shown = page(owner_client, f"/documents/versions/{version.pk}/")
    assert "of another kind (PDF)" in shown


def test_a_form_without_a_file_comes_back_with_what_was_chosen(
    owner_client: Client,
) -> None:
    answer = owner_client.post("/documents/add/", {"kind": "letter"})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Choose a file." in shown
    assert 'value="letter"' in shown
    assert not Document.objects.exists()


def test_the_same_file_again_leads_to_the_version_it_is(
    owner_client: Client, owner: Person
) -> None:
    version = make_version(person=owner)
    answer = owner_client.post(
        "/documents/add/",
        {"file": upload(files.RESUME_TEXT.encode(), "b.txt"), "kind": "resume"},
        follow=True,
    )
    assert answer.request["PATH_INFO"] == f"/documents/versions/{version.pk}/"
    assert "is kept already, as “CV, version 1”" in answer.content.decode()


def test_a_version_can_be_added_to_a_chosen_document(
    owner_client: Client, owner: Person
) -> None:
    first = make_version(person=owner)
    address = f"/documents/add/?document={first.document_id}"
    assert f'value="{first.document_id}" selected' in page(owner_client, address)
    owner_client.post(
        "/documents/add/",
        {
            "file": upload(b"Two", "b.txt"),
            "kind": "resume",
            "document": first.document_id,
        },
    )
    assert first.document.versions.count() == 2


def test_what_changed_between_two_versions_is_marked_in_words_too(
    owner_client: Client, owner: Person, work: Worker
) -> None:
    old = make_version(person=owner)
    new = make_version(
        person=owner, text=files.RESUME_TEXT.replace("twelve", "<b>twenty</b>")
    )
    work()
    shown = page(owner_client, f"/documents/{old.document_id}/")
    assert f"/documents/compare/?old={old.pk}&amp;new={new.pk}" in shown
    shown = page(owner_client, f"/documents/compare/?old={old.pk}&new={new.pk}")
    assert '<del><span class="visually-hidden">went out: </span>twelve' in shown
    assert "came in: </span>&lt;b&gt;twenty&lt;/b&gt;" in shown
    assert "One word came in, one went out." in " ".join(shown.split())
    same = page(owner_client, f"/documents/compare/?old={old.pk}&new={old.pk}")
    assert "The words are the same" in same


def test_versions_without_text_are_not_compared(
    owner_client: Client, owner: Person
) -> None:
    old = make_version(person=owner)
    new = make_version(person=owner, text="Two")
    shown = page(owner_client, f"/documents/compare/?old={old.pk}&new={new.pk}")
    assert "has no text to compare" in shown
    assert owner_client.get("/documents/compare/?old=x").status_code == 404


def test_the_file_comes_back_as_it_was_given(
    owner_client: Client, owner: Person
) -> None:
    version = make_version(person=owner, name="Mein Lebenslauf.html", data=b"<b>x</b>")
    answer = owner_client.get(f"/documents/versions/{version.pk}/file/")
    content = getattr(answer, "streaming_content", ())
    assert b"".join(content) == b"<b>x</b>"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    blobs.blob_path(owner, version.digest).unlink()
    gone = owner_client.get(f"/documents/versions/{version.pk}/file/")
    assert gone.status_code == 404
    assert "not where it was" in gone.content.decode()


def test_deleting_says_where_it_was_sent_and_then_deletes(
    owner_client: Client, owner: Person, application: Application
) -> None:
    version = make_version(person=owner)
    mark_sent(owner, application, version, now=NOW)
    address = f"/documents/versions/{version.pk}/delete/"
    shown = page(owner_client, address)
    assert "You sent it with this application" in shown
    assert "Bright Harbour" in shown
    assert owner_client.post(address).headers["Location"] == "/documents/"
    assert not Version.objects.exists()
    assert Event.objects.filter(kind=EventKind.DOCUMENT, voided_by=None).count() == 1
    timeline = page(owner_client, f"/applications/{application.pk}/")
    assert "CV, version 1" in timeline


def test_a_document_gets_another_name_and_an_empty_one_is_refused(
    owner_client: Client, owner: Person
) -> None:
    document = make_version(person=owner).document
    address = f"/documents/{document.pk}/rename/"
    owner_client.post(address, {"name": "For clinics", "kind": "resume"})
    assert "For clinics" in page(owner_client, f"/documents/{document.pk}/")
    refused = owner_client.post(address, {"name": " ", "kind": "resume"})
    assert refused.status_code == 422
    assert "Give it a name." in refused.content.decode()


def test_a_file_added_on_an_application_is_noted_as_sent(
    owner_client: Client, owner: Person, application: Application, work: Worker
) -> None:
    address = f"/documents/application/{application.pk}/"
    assert "Nothing is noted yet." in page(owner_client, address)
    answer = owner_client.post(
        f"{address}add/", {"file": upload(files.word(), "CV.docx"), "kind": "resume"}
    )
    assert answer.headers["Location"] == address
    assert "every 1s" in page(owner_client, address)
    work()
    shown = page(owner_client, address)
    assert "CV, version 1" in shown
    assert "every 1s" not in shown
    (sent,) = sent_with(owner, application)
    assert "Bright Harbour" in sent.text
    owner_client.post(f"/documents/sent/{sent.event_id}/undo/")
    assert sent_with(owner, application) == []
    assert Version.objects.count() == 1


def test_a_file_form_on_an_application_comes_back_open_with_what_is_off(
    owner_client: Client, owner: Person, application: Application
) -> None:
    make_version(person=owner)
    refused = owner_client.post(
        f"/documents/application/{application.pk}/add/", {"kind": "letter"}
    )
    assert refused.status_code == 422
    shown = refused.content.decode()
    assert "Choose a file." in shown
    assert '<details class="fold" open>' in shown


def test_a_version_is_read_again_on_a_press(
    owner_client: Client, owner: Person, work: Worker
) -> None:
    version = make_version(person=owner)
    work()
    owner_client.post(f"/documents/versions/{version.pk}/read/")
    version.refresh_from_db()
    assert version.is_waiting
    assert work() == 1


def test_an_empty_file_is_not_kept_as_an_advert(
    owner_client: Client, application: Application
) -> None:
    answer = owner_client.post(
        f"/documents/application/{application.pk}/advert/",
        {"file": upload(b"", "job.html")},
    )
    assert answer.status_code == 422
    assert "This file is empty: it has 0 bytes" in answer.content.decode()
    assert not Advert.objects.exists()


def test_what_is_kept_already_is_noted_as_sent_by_choosing_it(
    owner_client: Client, owner: Person, application: Application
) -> None:
    version = make_version(person=owner)
    address = f"/documents/application/{application.pk}/send/"
    refused = owner_client.post(address, {"version": ""})
    assert refused.status_code == 422
    assert "Choose what you sent." in refused.content.decode()
    owner_client.post(address, {"version": version.pk})
    assert [one.version_id for one in sent_with(owner, application)] == [version.pk]


def test_a_pasted_advert_is_kept_and_shown_as_text_never_as_a_page(
    owner_client: Client, owner: Person, application: Application, work: Worker
) -> None:
    address = f"/documents/application/{application.pk}/"
    text = files.ADVERT_TEXT + "<script>alert(1)</script>"
    owner_client.post(f"{address}advert/", {"text": text})
    assert "It is being read" in page(owner_client, address)
    work()
    shown = page(owner_client, address)
    assert "Warehouse Planner" in shown
    advert = Advert.objects.get()
    shown = page(owner_client, f"/documents/adverts/{advert.pk}/")
    assert "<li>Excel and route planning</li>" in shown
    assert "&lt;script&gt;" in shown
    assert "<script>alert" not in shown


def test_a_page_file_is_kept_as_an_advert(
    owner_client: Client, owner: Person, application: Application, work: Worker
) -> None:
    owner_client.post(
        f"/documents/application/{application.pk}/advert/",
        {"file": upload(files.saved_page(), "job.mhtml")},
    )
    work()
    advert = advert_of(owner, application)
    assert advert is not None
    shown = page(owner_client, f"/documents/adverts/{advert.pk}/")
    assert "The advert as it stood on 2 November 2026" in shown
    answer = owner_client.get(f"/documents/adverts/{advert.pk}/file/")
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_an_empty_advert_form_and_a_wrong_address_come_back(
    owner_client: Client, application: Application
) -> None:
    address = f"/documents/application/{application.pk}/advert/"
    refused = owner_client.post(address, {})
    assert refused.status_code == 422
    assert "Give an address, paste the text" in refused.content.decode()
    refused = owner_client.post(address, {"address": "file:///etc/passwd"})
    assert refused.status_code == 422
    assert "file:///etc/passwd" in refused.content.decode()
    assert not Advert.objects.exists()


def test_an_address_waits_for_the_job_and_what_cannot_be_had_is_said(
    owner_client: Client, application: Application, work: Worker
) -> None:
    address = f"/documents/application/{application.pk}/"
    owner_client.post(f"{address}advert/", {"address": "localhost:9/job"})
    advert = Advert.objects.get()
    assert advert.address == "https://localhost:9/job"
    work()
    assert "private network" in page(owner_client, address)
    assert "private network" in page(owner_client, f"/documents/adverts/{advert.pk}/")
    assert owner_client.get(f"/documents/adverts/{advert.pk}/file/").status_code == 404
    owner_client.post(f"/documents/adverts/{advert.pk}/again/")
    advert.refresh_from_db()
    assert advert.state == ReadState.WAITING


def test_an_advert_is_put_right_and_deleted(
    owner_client: Client, owner: Person, application: Application, work: Worker
) -> None:
    advert = keep_pasted(
        owner, application, text=files.ADVERT_TEXT, address="", now=NOW
    )
    work()
    edit = f"/documents/adverts/{advert.pk}/edit/"
    assert "Excel and route planning" in page(owner_client, edit)
    form = {"title": "Planner", "company": "Oak", "requirements": "Excel\n\nSQL"}
    owner_client.post(edit, form)
    advert.refresh_from_db()
    assert (advert.title, advert.requirements) == ("Planner", ["Excel", "SQL"])
    refused = owner_client.post(edit, {"title": "x" * 400})
    assert refused.status_code == 422
    delete = f"/documents/adverts/{advert.pk}/delete/"
    assert "deleted for good" in page(owner_client, delete)
    owner_client.post(delete)
    assert not Advert.objects.exists()


def test_an_advert_that_was_deleted_is_offered_back_nowhere(
    owner_client: Client, owner: Person, application: Application, work: Worker
) -> None:
    advert = keep_pasted(
        owner, application, text=files.ADVERT_TEXT, address="", now=NOW
    )
    work()
    event = Event.objects.get(kind=EventKind.ADVERT)
    back = f"/applications/events/{event.pk}/bring-back/"
    timeline = f"/applications/{application.pk}/"
    owner_client.post(f"/applications/events/{event.pk}/undo/")
    assert back in page(owner_client, timeline)
    owner_client.post(back)
    owner_client.post(f"/documents/adverts/{advert.pk}/delete/")
    for place in (timeline, "/applications/changes/"):
        assert back not in page(owner_client, place)
        assert "It was deleted for good." in page(owner_client, place)
    answer = owner_client.post(back, follow=True)
    assert "What this told of was deleted for good." in answer.content.decode()
    event.refresh_from_db()
    assert event.is_void


def test_a_joined_application_leads_to_the_one_it_is_part_of(
    owner_client: Client, owner: Person, application: Application
) -> None:
    part = make_application(person=owner, company="Oak")
    Application.objects.filter(pk=part.pk).update(merged_into=application)
    answer = owner_client.get(f"/documents/application/{part.pk}/")
    assert answer.headers["Location"] == f"/documents/application/{application.pk}/"


def addresses(owner: Person, application: Application) -> Iterator[tuple[str, str]]:
    """Yield every address of what the owner keeps, with how it is asked for."""
    version = make_version(person=owner)
    event = mark_sent(owner, application, version, now=NOW)
    advert = keep_pasted(owner, application, text="x", address="", now=NOW)
    of_version, of_advert = {"version_id": version.pk}, {"advert_id": advert.pk}
    of_document = {"document_id": version.document_id}
    of_application = {"application_id": application.pk}
    for name, what, methods in (
        ("document", of_document, "get"),
        ("rename", of_document, "post"),
        ("version", of_version, "get"),
        ("file", of_version, "get"),
        ("read", of_version, "post"),
        ("delete", of_version, "get post"),
        ("application", of_application, "get"),
        ("add_to", of_application, "post"),
        ("send", of_application, "post"),
        ("keep_advert", of_application, "post"),
        ("unsend", {"event_id": event.pk}, "post"),
        ("advert", of_advert, "get"),
        ("advert_file", of_advert, "get"),
        ("advert_edit", of_advert, "get post"),
        ("advert_again", of_advert, "post"),
        ("advert_delete", of_advert, "get post"),
    ):
        for method in methods.split():
            yield method, reverse(f"documents:{name}", kwargs=what)
    yield "get", f"/documents/compare/?old={version.pk}&new={version.pk}"


def test_an_outsider_finds_nothing_of_the_owner(
    owner: Person, outsider_client: Client, application: Application
) -> None:
    for method, address in addresses(owner, application):
        assert getattr(outsider_client, method)(address).status_code == 404, address
    assert "CV" not in strip_tags(page(outsider_client, "/documents/"))
    assert Version.objects.count() == Advert.objects.count() == 1


def test_an_outsider_cannot_choose_the_owners_document(
    owner: Person, outsider: Person, outsider_client: Client
) -> None:
    version = make_version(person=owner)
    mine = make_application(person=outsider)
    refused = outsider_client.post(
        f"/documents/application/{mine.pk}/send/", {"version": version.pk}
    )
    assert refused.status_code == 422


def test_the_library_takes_as_many_queries_for_many_documents_as_for_one(
    owner_client: Client, owner: Person
) -> None:
    make_version(person=owner)
    with CaptureQueriesContext(
        connection,
    ) as few:
        page(owner_client, "/documents/")
    for number in range(6):
        make_version(person=owner, name=f"Other {number}.txt", text=str(number))
    with CaptureQueriesContext(connection) as many:
        page(owner_client, "/documents/")
    assert len(many) == len(few)
