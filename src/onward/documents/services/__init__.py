"""What was sent: documents in versions, where each went, and adverts as they stood.

For other rooms: `sent_with`, `versions_sent`, `advert_of`, `adverts_that_count`, `library`.
"""

from __future__ import annotations

from onward.documents.services.adverts import (
    advert_of,
    adverts,
    adverts_that_count,
    correct_advert,
    delete_advert,
    keep_address,
    keep_file,
    keep_pasted,
    try_again,
)
from onward.documents.services.exporting import advert_records, document_records
from onward.documents.services.library import (
    Added,
    add_file,
    delete_version,
    library,
    missing_files,
    read_again,
    rename,
)
from onward.documents.services.reading import (
    is_reading_left,
    note_broken,
    read_advert,
    read_version,
    read_waiting,
)
from onward.documents.services.sending import (
    Sent,
    mark_sent,
    sent_counts,
    sent_places,
    sent_with,
    take_back_sent,
    versions_sent,
)
from onward.documents.services.sent_mail import (
    ask_to_keep,
    ask_to_look,
    keep_sent_file,
    latest_look,
    look_through,
    mailboxes_there,
)

__all__ = (
    "Added",
    "Sent",
    "add_file",
    "advert_of",
    "advert_records",
    "adverts",
    "adverts_that_count",
    "ask_to_keep",
    "ask_to_look",
    "correct_advert",
    "delete_advert",
    "delete_version",
    "document_records",
    "is_reading_left",
    "keep_address",
    "keep_file",
    "keep_pasted",
    "keep_sent_file",
    "latest_look",
    "library",
    "look_through",
    "mailboxes_there",
    "mark_sent",
    "missing_files",
    "note_broken",
    "read_advert",
    "read_again",
    "read_version",
    "read_waiting",
    "rename",
    "sent_counts",
    "sent_places",
    "sent_with",
    "take_back_sent",
    "try_again",
    "versions_sent",
)
