"""Resource types that are ours: declared in a few lines, answered from the botocore service model."""
