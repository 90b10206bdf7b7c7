"""How titles of journals, proceedings, publishers and places look."""

from __future__ import annotations

import re

_JOURNAL_WORDS = re.compile(
    r"\b(?:journal|j|review|rev|letters|lett|annals|ann|annual|annu|archives?|arch|acta|bulletin|bull|transactions|trans|proceedings|proc|magazine|"
    r"quarterly|monthly|zeitschrift|z|revista|revue|rivista|cahiers|annales|anales|gazette|advances|adv|studies|science|sci|nature|lancet|cell|"
    r"plos|bmc|bmj|int|international|eur|am|amer|am|res|research|reports?|communications?|commun|biol|chem|phys|med|clin|soc|opin|curr|frontiers|front|"
    r"ieee|acm|sensors|notes|forum|perspectives?|newsletter|journals|jahrbuch|archiv|blätter|mitteilungen|tidsskrift|tijdschrift|časopis|"
    r"rendiconti|mathematica|physica|chimica|memoirs|record|news|times|post|herald|digest|nucleic|genet|astrophys|astron|math|appl|mech|eng|comput)\b",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(
    r"\b(?:conference|conf|symposium|symp|workshop|congress|kongress|tagung|colloquium|colloque|congreso|congresso|convegno|lecture notes|lncs|advances in neural)\b|"
    r"\bproceedings of (?:the )?(?!(?:royal|national|american|london|ieee|institut|academy|society|yorkshire|aristotelian)\b)|^\s*actes d|"
    r"\b(?:IJCAI|AAAI|ICML|NIPS|NeurIPS|CVPR|ICCV|ECCV|SIGIR|SIGGRAPH|SIGMOD|VLDB|OOPSLA|PLDI|POPL|COLING|LREC|EMNLP|NAACL|INTERSPEECH|ICASSP)\b",
    re.IGNORECASE,
)
PUBLISHER = re.compile(
    r"\b(?:press|presses|publish(?:ers?|ing)|publications?|verlag|verlags\w+|éditions?|editions|ediciones|edizioni|editora?|editorial|editore|editrice|forlag|uitgeverij|"
    r"wydawnictwo|books|springer|elsevier|wiley|routledge|sage|kluwer|birkhäuser|birkhauser|addison[- ]wesley|mcgraw[- ]hill|prentice[- ]hall|macmillan|penguin|"
    r"pergamon|plenum|dekker|freeman|thieme|karger|brill|de gruyter|world scientific|north[- ]holland|academic|blackwell|longman|harper|norton|knopf|doubleday|"
    r"random house|o['’]reilly|erlbaum|pearson|palgrave|ashgate|elgar|suhrkamp|metzler|winter|beck|mohr|siebeck|vandenhoeck|gallimard|seuil|puf|"
    r"armand colin|larousse|flammarion|harmattan|anthropos|dunod|hachette|einaudi|mondadori|laterza|il mulino|alianza|tecnos|universit(?:y|aire|é|ät|à)|univ|universidad|"
    r"companhia|livraria|zahar|nauka|наука|ios press|morgan kaufmann|benjamins|mouton|hachette|houghton|mifflin|little, brown|jossey[- ]bass|guilford|lippincott|saunders|mosby|"
    r"ministry|institut\w*|agency|organization|organisation|council|commission|association|society|center|centre|department|dept|office|foundation|inc|ltd|gmbh|& co|& sons|"
    r"ieee|acm|siam|ams|aip|aaai|usenix|w3c|who|oecd|fao|unesco)\b",
    re.IGNORECASE,
)
_ABBREVIATIONS = frozenset(
    "phys chem biol math rev mod opt appl nucl am acad sci soc med astron astrophys eur int lett res mech fluid mater vac comput comp exp theor stat geophys "
    "polym org inorg anal biochem physiol pharmacol clin surg pathol immunol virol bacteriol microbiol neurosci psychol econ nat natl proc trans ann bull arch "
    "instrum meth quant fiz zh mat symp conf ser grav  cosmol geom funct electr electron eng ind agric jpn amer angew commun cryst curr opin dev "
    "dokl ed educ endocrinol environ ergod evol expt gastroenterol genet gynecol hematol hum hydrol izv jour landsc lab mem metab metall mol mon notic nutr "
    "obstet oceanogr oncol ophthal ophthalmol paediatr pediatr perspect pharm philos photochem phil pol prog psychiatr publ quart radiat radiol rep "
    "russ sect sect sociol sov spectrosc struct stud surf syst tech technol ther tijdschr univ usp ultrason verh vet weld wiss z zool zeitschr jap "
    "akad nauk roy astronom mathem abh ber dtsch ges helv ital ann adv assoc catal colloid corros crit dyn fert inf inst"
    .split()
)
_PLACES = frozenset(
    """london|new york|new york city|paris|berlin|cambridge|oxford|boston|chicago|philadelphia|washington|amsterdam|dordrecht|heidelberg|leipzig|munich|münchen|muenchen|stuttgart|
    frankfurt|frankfurt am main|frankfurt/main|frankfurt a. m|hamburg|köln|cologne|bonn|göttingen|tübingen|wiesbaden|weinheim|freiburg|darmstadt|dresden|mainz|würzburg|
    vienna|wien|zurich|zürich|basel|bern|geneva|genève|lausanne|brussels|bruxelles|leuven|louvain|ghent|antwerp|the hague|den haag|rotterdam|leiden|utrecht|rome|roma|milan|
    milano|torino|turin|bologna|firenze|florence|napoli|venezia|venice|padova|madrid|barcelona|valencia|sevilla|lisbon|lisboa|porto|coimbra|são paulo|sao paulo|rio de janeiro|
    belo horizonte|brasília|curitiba|porto alegre|buenos aires|santiago|bogotá|lima|mexico|méxico|mexico city|stockholm|uppsala|lund|copenhagen|københavn|oslo|bergen|
    helsinki|warsaw|warszawa|kraków|cracow|prague|praha|budapest|bucharest|bucurești|sofia|belgrade|zagreb|ljubljana|athens|istanbul|ankara|moscow|москва|moskva|saint petersburg|
    st. petersburg|kiev|kyiv|tokyo|kyoto|osaka|beijing|shanghai|hong kong|singapore|seoul|taipei|delhi|new delhi|mumbai|bombay|calcutta|cairo|jerusalem|tel aviv|toronto|
    montreal|montréal|vancouver|ottawa|sydney|melbourne|canberra|auckland|wellington|johannesburg|cape town|nairobi|dublin|edinburgh|glasgow|manchester|liverpool|
    los angeles|san francisco|san diego|seattle|baltimore|princeton|new haven|ithaca|berkeley|stanford|palo alto|menlo park|san mateo|reading|reading, ma|englewood cliffs|
    upper saddle river|mahwah|hillsdale|thousand oaks|newbury park|beverly hills|hoboken|norwell|boca raton|detroit|ann arbor|minneapolis|madison|bloomington|durham|
    chapel hill|atlanta|austin|houston|dallas|denver|pittsburgh|cleveland|columbus|rockville|bethesda|gaithersburg|malden|lanham|westport|greenwich|urbana|champaign|
    nashville|lincoln|tucson|honolulu|aldershot|cheltenham|farnham|abingdon|basingstoke|harmondsworth|chichester|bristol|leeds|sheffield|nottingham|york|norwich|
    mineola|redwood city|sebastopol|piscataway|los alamitos|silver spring|arlington|cham|secaucus|oxford/new york|london/new york|paderborn|opladen|bielefeld|neuwied|reinbek|
    lyon|grenoble|toulouse|marseille|rennes|strasbourg|montpellier|usa|uk|england|germany|france|italy|spain|netherlands|the netherlands|switzerland|austria|canada|australia|japan|china|
    sweden|norway|denmark|finland|poland|portugal|brazil|india|ireland|belgium|greece|turkey|russia|scotland|israel|korea|south korea|new zealand|singapore""".replace(
        "\n    ", ""
    ).split("|")
)
_STATE = re.compile(
    r"^(?:[A-Z]{2}|[DU]\.?\s?[CSK]\.?(?:A\.?)?|Mass\.?|Calif\.?|Conn\.?|Ill\.?|Mich\.?|Minn\.?|Wash\.?|Tex\.?|N\.\s?[JY]\.?|U\.S\.A\.?|England|USA|UK|Great Britain)$"
)
_SMALL = frozenset(
    "of the for and de la du des der die das für und y e en et in on del do da dos van voor het & - to a an las los el les le l d di al och og av a à im zur zum von with at by".split()
)
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’.-][^\W_]+)*")


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is one that titles of journals are abbreviated with, or a single letter."""
    return len(word) == 1 or word.lower() in _ABBREVIATIONS


def is_place(text: str) -> bool:
    """Tell whether a text is the name of a place known for publishing, or of a place with its state."""
    bare = text.strip(" .,;:()[]").casefold()
    if bare in _PLACES:
        return True
    town, comma, state = text.strip(" .;:()[]").rpartition(",")
    if comma and (_STATE.match(state.strip()) or state.strip().casefold() in _PLACES):
        return bool(re.fullmatch(r"[A-Z][^\d,:;()]{1,30}(?:,[^\d,:;()]{2,20})?", town.strip()))
    parts = [part for part in re.split(r"\s*(?:/|&|;|\band\b|\bet\b|\bund\b|-|–|,)\s*", bare) if part]
    if len(parts) > 1 and parts[0] in _PLACES and all(part in _PLACES or (len(part) == 2 and part.isalpha()) for part in parts):  # noqa: PLR2004
        return True
    last = bare.rpartition(" ")
    return bool(last[0] in _PLACES and _STATE.match(text.strip(" .,;:()[]").rpartition(" ")[2]))


def is_state(text: str) -> bool:
    """Tell whether a text is the abbreviation of a state or country, as printed after a town."""
    return bool(_STATE.match(text.strip(" ,;:()[]"))) or text.strip(" .,;:()[]").casefold() in (
        "usa",
        "uk",
        "england",
        "germany",
        "france",
        "italy",
        "japan",
        "china",
    )


def is_proceedings(text: str) -> bool:
    """Tell whether a container is a conference's."""
    return bool(_PROCEEDINGS.search(text))


def is_publisher(text: str) -> bool:
    """Tell whether a text names a publisher by the words publishers' names are made of."""
    return bool(PUBLISHER.search(text)) and len(text) < 90 and text.strip()[:1].isupper()  # noqa: PLR2004 -- no publisher's name is longer


def venue_score(text: str) -> float:
    """Tell how much a text looks like the title of a journal or of proceedings; negative when it does not."""
    words = _WORD.findall(text)
    if not words:
        return -9.0
    weighty = [word for word in words if word.lower() not in _SMALL or (word.isupper() and len(words) < 4)]  # noqa: PLR2004
    if not weighty:
        return -5.0
    small = sum(word[0].islower() for word in weighty)
    score = 2.5 - 2.2 * small if small else 2.5
    score += 1.5 * min(2, len(_JOURNAL_WORDS.findall(text)))
    score += 1.0 * min(2, len(_DOTTED.findall(text)))
    score -= 2.0 * sum(not is_abbreviation(word) for word in _FULL_STOP.findall(text))
    if re.match(r"\s*(?:in\b|proceedings|journal)", text, re.IGNORECASE):
        score += 1.5
    score -= 0.4 * max(0, len(words) - 7)
    if text.lstrip()[:1].islower() and not re.match(r"\s*(?:in|e[A-Z]|npj|m[A-Z])", text):
        score -= 2
    if re.search(r"[?!“”\"]", text):
        score -= 2
    return score


_DOTTED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]|[A-Z][^\W\d_]{1,7})\s?\.(?=\s?[^\s\d])")
_FULL_STOP = re.compile(r"(?<![^\W\d_])([^\W\d_]{4,})[?!.]\s?(?=[^\W\d_a-z])")
def ends_in_abbreviation(text: str) -> bool:
    """Tell whether the word before a full stop is likely the abbreviation of a word of a journal's title."""
    return is_abbreviation(re.split(r"[\s(.,;:]", text[-14:].rstrip(" ."))[-1])


def ends_in_short_word(text: str) -> bool:
    """Tell whether the word before a full stop is one that always has it: "vs.", "St.", a single letter."""
    return bool(
        re.search(
            r"(?:^|[\s(.\-])(?:[^\W\d_]|vs|cf|ca|approx|nos?|nr|vol|eds?|St|Dr|Mr|Mrs|Ms|Prof|Inc|Ltd|Corp|Jr|e\.g|i\.e|U\.S|spp?|var|subsp|Nat|Natl|Dept|Univ|Hrsg|Bd|Nr|bzw|z\.B|u\.a|d\.h|ff?)$",
            text[-12:],
        )
    )
