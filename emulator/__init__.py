"""The local cloud: AWS on 127.0.0.1, moto in the same process with our own resource types and corrections around it."""

VERSION = "1.0.0"
