"""accessanalyzer: analyzers and their archive rules. They find nothing here; moto checks policies."""

from emulator.modeled.service import Service
from emulator.services.accessanalyzer.analyzer import Analyzer, ArchiveRule

SERVICE = Service("accessanalyzer", types=[Analyzer, ArchiveRule], untaggable=(ArchiveRule,), beside_moto=True)
