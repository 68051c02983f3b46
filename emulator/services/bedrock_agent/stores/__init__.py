"""The vector stores that are looked into, each with check and is_there."""
