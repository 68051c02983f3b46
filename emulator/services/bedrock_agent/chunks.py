"""Cut text into chunks, by words: about three quarters of a token each."""

from typing import Any

DEFAULT_TOKENS = 300
WORDS_PER_TOKEN = 0.75


def chunk_text(text: str, ingestion: dict[str, Any]) -> list[str]:
    """Chunks of the size that the data source wants. Every strategy but NONE is taken as one of fixed size."""
    chunking = ingestion.get("chunkingConfiguration", {})
    if not text.strip():
        return []
    if chunking.get("chunkingStrategy") == "NONE":
        return [text]
    fixed = chunking.get("fixedSizeChunkingConfiguration", {})
    size = max(1, round(fixed.get("maxTokens", DEFAULT_TOKENS) * WORDS_PER_TOKEN))
    step = max(1, size - size * fixed.get("overlapPercentage", 0) // 100)
    words = text.split()
    return [" ".join(words[start : start + size]) for start in range(0, len(words), step)]
