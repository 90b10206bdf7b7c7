"""How titles of journals and proceedings look."""

from __future__ import annotations

import re

from refcheck.text.word_tables import word_set

_JOURNAL_WORDS = re.compile(
    r"\b(?:journal|j|review|rev|letters|lett|annals|ann|annual|annu|archives?|arch|acta|bulletin|bull|transactions|trans|"
    r"proceedings|proc|magazine|"
    r"quarterly|monthly|zeitschrift|z|revista|revue|rivista|cahiers|annales|anales|gazette|advances|adv|studies|science|sci|"
    r"nature|lancet|cell|"
    r"plos|bmc|bmj|int|international|eur|am|amer|am|res|research|reports?|communications?|commun|biol|chem|phys|med|clin|soc|opin|"
    r"curr|frontiers|front|"
    r"ieee|acm|sensors|notes|forum|perspectives?|newsletter|journals|jahrbuch|archiv|blätter|mitteilungen|tidsskrift|tijdschrift|časopis|"
    r"rendiconti|mathematica|physica|chimica|memoirs|record|news|times|post|herald|digest|nucleic|genet|astrophys|astron|math|"
    r"appl|mech|eng|comput)\b",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(
    r"\b(?:conference|conf|symposium|symp|workshop|congress|kongress|tagung|colloquium|colloque|congreso|congresso|convegno|"
    r"lecture notes|lncs|advances in neural)\b|"
    r"\bproceedings of (?:the )?(?!(?:royal|national|american|london|ieee|institut|academy|society|yorkshire|aristotelian)\b)|^\s*actes d|"
    r"\b(?:IJCAI|AAAI|ICML|NIPS|NeurIPS|CVPR|ICCV|ECCV|SIGIR|SIGGRAPH|SIGMOD|VLDB|OOPSLA|PLDI|POPL|COLING|LREC|EMNLP|NAACL|"
    r"INTERSPEECH|ICASSP)\b",
    re.IGNORECASE,
)
_ABBREVIATIONS = word_set(
    "phys chem biol math rev mod opt appl nucl am acad sci soc med astron astrophys eur int lett res mech fluid mater vac "
    "comput comp exp theor stat geophys polym org inorg anal biochem physiol pharmacol clin surg pathol immunol virol "
    "bacteriol microbiol neurosci psychol econ nat natl proc trans ann bull arch instrum meth quant fiz zh mat symp conf ser "
    "grav cosmol geom funct electr electron eng ind agric jpn amer angew commun cryst curr opin dev dokl ed educ endocrinol "
    "environ ergod evol expt gastroenterol genet gynecol hematol hum hydrol izv jour landsc lab mem metab metall mol mon "
    "notic nutr obstet oceanogr oncol ophthal ophthalmol paediatr pediatr perspect pharm philos photochem phil pol prog "
    "psychiatr publ quart radiat radiol rep russ sect sociol sov spectrosc struct stud surf syst tech technol ther tijdschr "
    "univ usp ultrason verh vet weld wiss z zool zeitschr jap akad nauk roy astronom mathem abh ber dtsch ges helv ital adv "
    "assoc catal colloid corros crit dyn fert inf inst"
)
_SMALL = word_set(
    "of the for and de la du des der die das für und y e en et in on del do da dos van voor het & - to a an las los el les le "
    "l d di al och og av à im zur zum von with at by"
)
_BEFORE_STOP = re.compile(r"([^\W\d_]+)\s?\.")
_SHORT = 6
"""Letters that the abbreviation of a word has at most."""
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’.-][^\W_]+)*")


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is one that titles of journals are abbreviated with, or a single letter."""
    return len(word) == 1 or word.lower() in _ABBREVIATIONS


def is_proceedings(text: str) -> bool:
    """Tell whether a container is a conference's."""
    return bool(_PROCEEDINGS.search(text))


def venue_score(text: str) -> float:
    """Tell how much a text looks like the title of a journal or of proceedings; negative when it does not."""
    words = _WORD.findall(text)
    if not words:
        return -9.0
    weighty = [word for word in words if word.lower() not in _SMALL or (word.isupper() and len(words) < 4)]  # noqa: PLR2004
    if not weighty:
        return -5.0
    small = sum(word.islower() for word in weighty)
    score = 2.5 - 2.2 * small if small else 2.5
    score += 1.5 * min(2, len(_JOURNAL_WORDS.findall(text)))
    score += 1.0 * min(2, len(_DOTTED.findall(text)))
    score -= 2.0 * sum(not is_abbreviation(word) for word in _FULL_STOP.findall(text))
    if re.match(r"\s*(?:in\b|proceedings|journal)", text, re.IGNORECASE):
        score += 1.5
    score -= 0.4 * max(0, len(words) - 7)
    if text.lstrip()[:1].islower() and not re.match(r"\s*(?:in\b|npj|[a-z]+[A-Z])", text):
        score -= 2
    if re.search(r"[?!“”\"]", text):
        score -= 2
    return score


_DOTTED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]|[A-Z][^\W\d_]{1,7})\s?\.(?=\s?[^\s\d])")
_FULL_STOP = re.compile(r"(?<![^\W\d_])([^\W\d_]{4,})[?!.]\s?(?=[^\W\d_a-z])")


def ends_in_abbreviation(text: str) -> bool:
    """Tell whether the word before a full stop is likely the abbreviation of a word of a journal's title."""
    word = re.split(r"[\s(.,;:]", text[-14:].rstrip(" ."))[-1]
    if is_abbreviation(word):
        return True
    known = sum(len(other) > 1 and is_abbreviation(other) for other in _BEFORE_STOP.findall(text))
    return word[:1].isupper() and len(word) <= _SHORT and known > 1


def ends_in_short_word(text: str) -> bool:
    """Tell whether the word before a full stop is one that always has it: "vs.", "St.", a single letter."""
    return bool(
        re.search(
            r"(?:^|[\s(.\-])(?:[^\W\d_]|vs|cf|ca|approx|nos?|nr|vol|eds?|St|Dr|Mr|Mrs|Ms|Prof|Inc|Ltd|Corp|Jr|e\.g|i\.e|U\.S|spp?|"
            r"var|subsp|Nat|Natl|Dept|Univ|Hrsg|Bd|Nr|bzw|z\.B|u\.a|d\.h|ff?)$",
            text[-12:],
        )
    )
