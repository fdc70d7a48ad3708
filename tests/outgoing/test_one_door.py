"""No room opens a connection past `onward.outgoing`, where the rule of reach is kept."""

from __future__ import annotations

import ast
from pathlib import Path

import onward

_PACKAGE = Path(onward.__file__).parent
_OPENERS = {
    "socket": {"create_connection", "socket", "getaddrinfo", "gethostbyname"},
    "imaplib": {"IMAP4", "IMAP4_SSL", "IMAP4_stream"},
    "smtplib": {"SMTP", "SMTP_SSL", "LMTP"},
    "poplib": {"POP3", "POP3_SSL"},
    "ftplib": {"FTP", "FTP_TLS"},
    "http.client": {"HTTPConnection", "HTTPSConnection"},
    "urllib.request": {"urlopen", "urlretrieve", "build_opener"},
    "httpx": {
        *("get", "post", "put", "patch", "delete", "head", "options", "request"),
        *("stream", "AsyncClient", "HTTPTransport"),
    },
    "httpcore": {"ConnectionPool", "SyncBackend", "request", "stream"},
}
# The program asks itself whether it runs already, at a loopback address of its own.
_ALLOWED = {("project/run.py", "urllib.request.urlopen")}


def _openings(path: Path) -> set[str]:
    """Return what a module opens connections with, and clients without our transport."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in _OPENERS:
            names = {alias.name for alias in node.names}
            found |= {f"{node.module}.{n}" for n in names & _OPENERS[node.module]}
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        room, _, name = called.rpartition(".")
        if name in _OPENERS.get(room, ()):
            found.add(called)
        options = {word.arg: word.value for word in node.keywords}
        if called == "httpx.Client" and not ast.unparse(
            options.get("transport", ast.Constant(None))
        ).startswith("Transport("):
            found.add("httpx.Client without our transport")
    return found


def test_every_connection_goes_through_the_one_door() -> None:
    opened = {
        (str(path.relative_to(_PACKAGE)), what)
        for path in _PACKAGE.rglob("*.py")
        if path.parent != _PACKAGE / "outgoing"
        for what in _openings(path)
    }
    assert opened == _ALLOWED


def test_the_search_sees_what_it_looks_for(tmp_path: Path) -> None:
    odd = tmp_path / "odd.py"
    odd.write_text(
        "import httpx, socket\nfrom smtplib import SMTP\n"
        "httpx.get('x')\nhttpx.Client(timeout=3)\nsocket.create_connection(('a', 1))\n"
    )
    assert _openings(odd) == {
        "smtplib.SMTP",
        "httpx.get",
        "httpx.Client without our transport",
        "socket.create_connection",
    }
