"""Tools for agents, offered over the Model Context Protocol: one module a server."""
