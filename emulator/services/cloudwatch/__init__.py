"""cloudwatch: alarms that act, dashboards and anomaly detectors. Metrics and all the rest are moto's."""

from emulator.modeled.service import Service
from emulator.services.cloudwatch import alarm, anomaly_detector, dashboard

SERVICE = Service(
    "cloudwatch",
    types=[alarm.MetricAlarm, alarm.CompositeAlarm, dashboard.Dashboard, anomaly_detector.AnomalyDetector],
    untaggable=(anomaly_detector.AnomalyDetector,),
    operations={**alarm.OPERATIONS, **dashboard.OPERATIONS, **anomaly_detector.OPERATIONS},
    beside_moto=True,
)
