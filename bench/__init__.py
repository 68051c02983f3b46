"""How fast the platform is deployed and looked at again, on local clouds of its own: python -m bench."""
