import pytest

from refcheck.compare.conferences import other_conference, series_of


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("NIPS", {"NeurIPS"}),
        ("neurips", {"NeurIPS"}),
        ("Advances in Neural Information Processing Systems 33", {"NeurIPS"}),
        ("2022 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)", {"CVPR"}),
        ("Computer Vision – ECCV 2020", {"ECCV"}),
        ("Findings of the Association for Computational Linguistics: EMNLP 2020", {"ACL", "EMNLP"}),
        ("Proceedings of the AAAI Conference on Artificial Intelligence", {"AAAI"}),
        ("Soda making", set()),
        ("Chi-square letters", set()),
        ("Μηχανική μάθηση", set()),
    ],
)
def test_a_series_is_known_by_its_short_name_and_its_long_one(title, series):
    assert series_of(title) == series


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        ("ICML", ["NeurIPS"]),
        ("International Conference on Machine Learning", ["Advances in Neural Information Processing Systems"]),
        ("Journal of Adaptive Roofing", ["ICML"]),
        ("Symposium on Tiles", ["Lecture Notes in Computer Science", "Computer Vision – ECCV 2020"]),
    ],
)
def test_another_series_is_another_container(cited, registered):
    assert other_conference(cited, registered)


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        ("ACL", ["Findings of the Association for Computational Linguistics: EMNLP 2020"]),
        ("Symposium on Tiles", ["Proceedings of the Fifth Symposium on Roofs"]),
        ("Workshop on Tiles", ["ICML"]),
        ("Lecture Notes in Computer Science", ["ICML"]),
        ("International Conference on Reasoning and Machine Learning", ["ICML"]),
        ("International Symposium on Vision and Recognition", ["CVPR"]),
        ("Journal", ["CVPR"]),
        ("Tiles", []),
        ("Conference on Inference of Cool Meter Levels", ["ICML"]),
    ],
)
def test_what_may_be_the_same_conference_is_never_another(cited, registered):
    assert not other_conference(cited, registered)
