from refcheck.text.registry_names import registry_name


def test_registries_are_called_what_they_call_themselves():
    assert registry_name("crossref") == "Crossref"
    assert registry_name("somewhere") == "somewhere"
