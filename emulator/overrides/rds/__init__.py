"""RDS: Aurora clusters and their instances as AWS keeps them. What moto has of other databases stays moto's."""
