"""Questions to answers: the registries, the cache and the lock."""
