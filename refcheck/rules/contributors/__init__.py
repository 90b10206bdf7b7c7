"""Names of people and organisations."""
