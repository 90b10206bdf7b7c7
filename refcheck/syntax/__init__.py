"""One module a format: where values stand in it and how one value is written there."""
