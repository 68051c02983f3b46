"""guardduty: the detector of an account and region. It detects nothing."""

from emulator.modeled.service import Service
from emulator.services.guardduty import detector

SERVICE = Service("guardduty", types=[detector.Detector], operations={"ListDetectors": detector.list_ids})
