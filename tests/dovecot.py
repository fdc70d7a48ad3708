"""A real Dovecot for one test run: own folder, own ports, own certificate, gone at the end."""

from __future__ import annotations

import contextlib
import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

USER = "robin@person.example"
PASSWORD = "correct-horse"

_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.key
disable_plaintext_auth = no
auth_failure_delay = 0
auth_mechanisms = plain login xoauth2
mail_location = maildir:{folder}/mail/%u
mail_uid = {mail_user}
mail_gid = {mail_group}
first_valid_uid = 1
first_valid_gid = 1
default_login_user = {login_user}
default_internal_user = {internal_user}
default_internal_group = {internal_group}
mail_max_userip_connections = {most}
protocol imap {{
  imap_capability = +SPECIAL-USE
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    special_use = \\Sent
  }}
  mailbox Junk {{
    special_use = \\Junk
  }}
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth2.conf
}}
userdb {{
  driver = static
  args = uid={mail_user} gid={mail_group} home={folder}/mail/%u
}}
{more}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""
_SHARED = """
namespace team {{
  type = public
  separator = .
  prefix = Team.
  location = maildir:{folder}/mail/team
  mailbox Sent {{
    special_use = \\Sent
  }}
}}
"""
_OAUTH = """
introspection_url = {address}
introspection_mode = post
username_attribute = user
active_attribute = active
active_value = true
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Dovecot:
    """The running server; mail is put into it as Maildir files."""

    folder: Path
    port: int
    tls_port: int
    process: subprocess.Popen[bytes] | None = None
    _count: int = field(default=0)

    @property
    def authority(self) -> Path:
        """The certificate that vouches for the server's."""
        return self.folder / "authority.pem"

    def seed(
        self, *messages: bytes, folder: str = "", user: str = USER, flags: str = ""
    ) -> None:
        """Put messages into a folder, as delivered; "" is the inbox."""
        maildir = self.folder / "mail" / user / (f".{folder}" if folder else "")
        for name in ("cur", "new", "tmp"):
            (maildir / name).mkdir(parents=True, exist_ok=True)
        for message in messages:
            self._count += 1
            name = f"{1790000000 + self._count}.M{self._count}.host:2,{flags}"
            (maildir / "cur" / name).write_bytes(message)
        # Not the mail of all others, of whom one may have 20,000 messages.
        self._hand_over(self.folder / "mail" / user)

    def deliver(self, message: bytes, *, folder: str, user: str = USER) -> None:
        """Put a message into a folder as the server's own filter does, or a mail program."""
        with imaplib.IMAP4("127.0.0.1", self.port, 20) as client:
            client.login(user, PASSWORD)
            status, said = client.append(folder, None, None, message)
            assert status == "OK", said

    def flags(self, *, folder: str = "", user: str = USER) -> list[str]:
        """Return the flags of every message, as the Maildir holds them."""
        maildir = self.folder / "mail" / user / (f".{folder}" if folder else "")
        files = [*(maildir / "cur").iterdir(), *(maildir / "new").iterdir()]
        return sorted(file.name.partition(":2,")[2] for file in files)

    def number_anew(self, *, user: str = USER) -> None:
        """Lose the numbers of the inbox: the next answer has another UIDVALIDITY."""
        root = self.folder / "mail" / user
        for name in (
            *("dovecot-uidlist", "dovecot.index", "dovecot.index.log"),
            *("dovecot.index.cache", "dovecot-uidvalidity"),
        ):
            (root / name).unlink(missing_ok=True)
        for file in root.glob("dovecot-uidvalidity.*"):
            file.unlink()
        # UIDVALIDITY is the second in which the list is made.
        time.sleep(1.1)

    def accept_tokens_of(self, address: str) -> None:
        """Ask this address whether an access token is good."""
        (self.folder / "oauth2.conf").write_text(_OAUTH.format(address=address))
        subprocess.run(
            [_program("doveadm"), "-c", self.folder / "dovecot.conf", "reload"],
            check=True,
            capture_output=True,
        )
        time.sleep(0.3)

    def start(self) -> None:
        self.process = subprocess.Popen(
            [_program("dovecot"), "-F", "-c", str(self.folder / "dovecot.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(100):
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", self.port), timeout=5) as probe,
            ):
                if probe.recv(100).startswith(b"* OK"):
                    return
            time.sleep(0.1)
        log = self.folder / "log"
        raise RuntimeError(log.read_text() if log.exists() else "no answer")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _hand_over(self, path: Path) -> None:
        if os.geteuid() != 0:
            return
        user, group = _mail_identity()
        # The folder of all mailboxes, too: under a narrow umask nobody else gets in.
        for place in (path.parent, path, *path.rglob("*")):
            with contextlib.suppress(FileNotFoundError):
                shutil.chown(place, user, group)


def make_dovecot(*, most_connections: int = 50, is_shared: bool = False) -> Dovecot:
    """Return a started server with an empty mailbox of USER.

    Args:
        most_connections: How many one user may have open at once.
        is_shared: Everybody sees the folders of the user "team", too, under "Team".
    """
    # In memory where the system offers that: many thousand small files.
    memory = Path("/dev/shm")  # noqa: S108
    place = memory if os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="onward-dovecot-", dir=place))
    folder.chmod(0o755)
    dovecot = Dovecot(folder, free_port(), free_port())
    for name in ("run", "state", "mail"):
        (folder / name).mkdir()
    make_certificate(folder, name="server", host="127.0.0.1")
    (folder / "oauth2.conf").write_text(_OAUTH.format(address="http://127.0.0.1:9/"))
    mail_user, mail_group = _mail_identity()
    is_root = os.geteuid() == 0
    me = pwd.getpwuid(os.geteuid()).pw_name
    my_group = grp.getgrgid(os.getegid()).gr_name
    (folder / "dovecot.conf").write_text(
        _CONFIG.format(
            folder=folder,
            password=PASSWORD,
            most=most_connections,
            more=_SHARED.format(folder=folder) if is_shared else "",
            port=dovecot.port,
            tls_port=dovecot.tls_port,
            mail_user=mail_user,
            mail_group=mail_group,
            login_user="dovenull" if is_root else me,
            internal_user="dovecot" if is_root else me,
            internal_group="dovecot" if is_root else my_group,
        )
    )
    dovecot.seed()
    dovecot.start()
    return dovecot


def make_certificate(folder: Path, *, name: str, host: str) -> None:
    """Write NAME.pem and NAME.key for a host, signed by authority.pem, made if needed."""
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    authority = folder / "authority.pem"
    if not authority.exists():
        _openssl(
            *("req", "-x509", *key, "-days", "2", "-subj", "/CN=Test Authority"),
            *("-keyout", folder / "authority.key", "-out", authority),
        )
    request = folder / f"{name}.csr"
    _openssl(
        *("req", "-new", *key, "-subj", f"/CN={host}"),
        *("-keyout", folder / f"{name}.key", "-out", request),
    )
    kind = "IP" if host[0].isdigit() else "DNS"
    extensions = folder / f"{name}.ext"
    extensions.write_text(f"subjectAltName={kind}:{host}\n")
    _openssl(
        *("x509", "-req", "-days", "2", "-in", request, "-CA", authority),
        *("-CAkey", folder / "authority.key", "-CAcreateserial"),
        *("-extfile", extensions, "-out", folder / f"{name}.pem"),
    )


def _openssl(*words: object) -> None:
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)


def _mail_identity() -> tuple[str, str]:
    if os.geteuid() == 0:
        return "mail", "mail"
    group = grp.getgrgid(os.getegid()).gr_name
    return pwd.getpwuid(os.geteuid()).pw_name, group


def _program(name: str) -> str:
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/bin"))
    found = shutil.which(name, path=places)
    if found is None:
        raise RuntimeError(
            "Dovecot is not installed: apt-get install dovecot-imapd (see .ci)"
        )
    return found


class CuttingProxy:
    """Passes bytes on to a port, and cuts each of the first connections after so many."""

    def __init__(
        self,
        target: int,
        *,
        cut_after: Sequence[int] = (),
        instead: tuple[bytes, bytes] = (b"", b""),
    ) -> None:
        """Make one.

        Args:
            instead: Words of the server, and what is passed on instead of them.
        """
        self._target = target
        self._instead = instead
        self._cuts = list(cut_after)
        self.connections = 0
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def cut(self) -> None:
        """Cut every connection that is open now; later ones are passed on again."""
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._ends.clear()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            limit = self._cuts.pop(0) if self._cuts else None
            server = socket.create_connection(("127.0.0.1", self._target))
            self._ends += [client, server]
            threading.Thread(
                target=self._pass_on, args=(client, server, None), daemon=True
            ).start()
            threading.Thread(
                target=self._pass_on, args=(server, client, limit), daemon=True
            ).start()

    def _pass_on(
        self, source: socket.socket, target: socket.socket, limit: int | None
    ) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while data := source.recv(16_384):
                if self._instead[0]:
                    data = data.replace(*self._instead)
                if limit is not None and passed + len(data) > limit:
                    target.sendall(data[: max(0, limit - passed)])
                    break
                passed += len(data)
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def trusting(authority: Path) -> Iterator[None]:
    """Let TLS trust this authority meanwhile, as a person's own server may need."""
    before = os.environ.get("SSL_CERT_FILE")
    os.environ["SSL_CERT_FILE"] = str(authority)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SSL_CERT_FILE"]
        else:
            os.environ["SSL_CERT_FILE"] = before
