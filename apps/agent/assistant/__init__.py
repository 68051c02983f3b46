"""An agent that answers questions from a knowledge base and remembers the conversation."""
