"""Cut text into chunks, by words: about three quarters of a token each."""

import re
from typing import Any

DEFAULT_TOKENS = 300
WORDS_PER_TOKEN = 0.75
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def chunk_text(text: str, ingestion: dict[str, Any]) -> list[str]:
    """Chunks as the data source wants them, in the form in which a search answers them."""
    chunking = ingestion.get("chunkingConfiguration", {})
    strategy = chunking.get("chunkingStrategy")
    if not text.strip():
        return []
    if strategy == "NONE":
        return [text]
    if strategy == "HIERARCHICAL":
        # Small chunks are searched for, but the large ones that they are part of are answered.
        parent, _child = chunking["hierarchicalChunkingConfiguration"]["levelConfigurations"]
        return fixed(text, parent["maxTokens"])
    if strategy == "SEMANTIC":
        return sentences(text, chunking["semanticChunkingConfiguration"]["maxTokens"])
    settings = chunking.get("fixedSizeChunkingConfiguration", {})
    return fixed(text, settings.get("maxTokens", DEFAULT_TOKENS), settings.get("overlapPercentage", 0))


def fixed(text: str, tokens: int, overlap: int = 0) -> list[str]:
    size = word_count(tokens)
    step = max(1, size - size * overlap // 100)
    words = text.split()
    return [" ".join(words[start : start + size]) for start in range(0, len(words), step)]


def sentences(text: str, tokens: int) -> list[str]:
    """Whole sentences together, as many as fit. (AWS also looks where the meaning changes.)"""
    chunks: list[list[str]] = [[]]
    for sentence in SENTENCE_END.split(text.strip()):
        words = sentence.split()
        if chunks[-1] and len(chunks[-1]) + len(words) > word_count(tokens):
            chunks.append([])
        chunks[-1] += words
    return [piece for words in chunks for piece in fixed(" ".join(words), tokens)]


def word_count(tokens: int) -> int:
    return max(1, round(tokens * WORDS_PER_TOKEN))
