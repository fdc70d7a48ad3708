"""A small writer of Outlook's container format, for .msg files of invented messages."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR, _SMALL = 512, 64
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SUBJECT, _BODY, _HEADERS, _FILE_NAME = 0x0037, 0x1000, 0x007D, 0x3707


@dataclass
class _Node:
    name: str
    data: bytes | None = None
    children: list[_Node] = field(default_factory=list)


def make_outlook_file(
    *, subject: str, body: str, headers: str = "", files: tuple[str, ...] = ()
) -> bytes:
    """Return a .msg with these words; what it attaches is only named."""
    texts = {_SUBJECT: subject, _BODY: body, _HEADERS: headers}
    head = struct.pack("<8x4I8x", 0, len(files), 0, len(files))
    root = _Node("Root Entry", None, _storage(texts, head=head))
    for place, name in enumerate(files):
        inside = _storage({_FILE_NAME: name}, head=bytes(8))
        root.children.append(_Node(f"__attach_version1.0_#{place:08X}", None, inside))
    return _written(root)


def _storage(texts: dict[int, str], *, head: bytes) -> list[_Node]:
    nodes, rows = [], b""
    for number, text in texts.items():
        if text:
            data = text.encode("utf-16-le")
            nodes.append(_Node(f"__substg1.0_{number:04X}001F", data))
            rows += struct.pack("<HHIII", 0x001F, number, 6, len(data) + 2, 0)
    return [_Node("__properties_version1.0", head + rows), *nodes]


def _written(root: _Node) -> bytes:
    nodes: list[_Node] = []
    links: list[tuple[int, int]] = []  # next sibling, first child

    def number(node: _Node, following: int = _FREE) -> int:
        place = len(nodes)
        nodes.append(node)
        links.append((following, _FREE))
        child = _FREE
        for inner in node.children:
            child = number(inner, child)
        links[place] = (following, child)
        return place

    number(root)
    sectors: list[bytes] = []
    chains: list[int] = []

    def put(data: bytes) -> int:
        first = len(sectors)
        pieces = [data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR)]
        for piece in pieces:
            sectors.append(piece.ljust(_SECTOR, b"\0"))
            chains.append(len(sectors))
        chains[-1] = _END
        return first

    # Every stream here is small, so all of them lie in the "mini stream" of the root.
    small = b""
    small_chains: list[int] = []
    starts = {}
    for place, node in enumerate(nodes):
        if node.data:
            starts[place] = len(small_chains)
            count = -(-len(node.data) // _SMALL)
            small += node.data.ljust(count * _SMALL, b"\0")
            small_chains += [starts[place] + at + 1 for at in range(count)]
            small_chains[-1] = _END
    root.data = small
    starts[0] = put(small)
    small_fat = put(struct.pack(f"<{len(small_chains)}I", *small_chains))
    entries = b""
    for place, (node, (following, child)) in enumerate(zip(nodes, links, strict=True)):
        kind = 5 if node is root else 1 if node.data is None else 2
        start = starts.get(place, _END)
        name = node.name.encode("utf-16-le") + b"\0\0"
        entries += name.ljust(64, b"\0") + struct.pack(
            "<HBBIII16sIQQIQ",
            *(len(name), kind, 1, _FREE, following, child, bytes(16), 0, 0, 0),
            *(start, len(node.data or b"")),
        )
    directory = put(entries)
    fat_at = len(sectors)
    table = [*chains, _FAT]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    sectors.append(struct.pack(f"<{len(table)}I", *table))
    header = struct.pack(
        "<8s16s5H6xIIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, directory, 0, 0x1000, small_fat, 1, _END, 0, fat_at),
    )
    return header.ljust(_SECTOR, b"\xff") + b"".join(sectors)
