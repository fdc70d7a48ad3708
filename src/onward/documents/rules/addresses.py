"""What is a web address: one of http or https, without user and password."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

MAX_ADDRESS_CHARS = 2_000


def web_address(text: str) -> str:
    """Return a typed web address in full; "https://" is understood.

    Raises:
        ValueError: If it is no http or https address, or names a user or password.
    """
    typed = text.strip()
    if "://" not in typed:
        typed = f"https://{typed}"
    try:
        typed.encode()
        parts = urlsplit(typed)
        _ = parts.port
    except ValueError as error:
        raise ValueError("not a web address") from error
    if not _is_web(parts) or len(typed) > MAX_ADDRESS_CHARS:
        raise ValueError("not a web address")
    return parts._replace(fragment="").geturl()


def _is_web(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    return (
        parts.scheme in {"http", "https"}
        and bool(host)
        and not any(sign.isspace() or sign in '<>"\\^`{|}' for sign in parts.geturl())
        and parts.username is None
        and ("." in host or ":" in host or host == "localhost")
    )
