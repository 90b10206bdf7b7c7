"""How publishers and their places look."""

from __future__ import annotations

import re

from refcheck.text.word_tables import phrase_set, word_set

_PUBLISHER = re.compile(
    r"\b(?:press|presses|publish(?:ers?|ing)|publications?|verlag|verlags\w+|éditions?|editions|ediciones|edizioni|editora?|"
    r"editorial|editore|editrice|forlag|uitgeverij|"
    r"wydawnictwo|books|springer|elsevier|wiley|routledge|sage|kluwer|birkhäuser|birkhauser|addison[- ]wesley|mcgraw[- ]hill|"
    r"prentice[- ]hall|macmillan|penguin|"
    r"pergamon|plenum|dekker|freeman|thieme|karger|brill|de gruyter|world scientific|north[- ]holland|academic|blackwell|longman|"
    r"harper|norton|knopf|doubleday|"
    r"random house|o['’]reilly|erlbaum|pearson|palgrave|ashgate|elgar|suhrkamp|metzler|winter|beck|mohr|siebeck|vandenhoeck|"
    r"gallimard|seuil|puf|"
    r"armand colin|larousse|flammarion|harmattan|anthropos|dunod|hachette|einaudi|mondadori|laterza|il mulino|alianza|tecnos|"
    r"universit(?:y|aire|é|ät|à)|univ|universidad|"
    r"companhia|livraria|zahar|nauka|наука|ios press|morgan kaufmann|benjamins|mouton|hachette|houghton|mifflin|little, brown|"
    r"jossey[- ]bass|guilford|lippincott|saunders|mosby|"
    r"ministry|institut\w*|agency|organization|organisation|council|commission|association|society|center|centre|department|dept|"
    r"office|foundation|inc|ltd|gmbh|& co|& sons|"
    r"ieee|acm|siam|ams|aip|aaai|usenix|w3c|who|oecd|fao|unesco)\b",
    re.IGNORECASE,
)
_PLACES = phrase_set(
    "london|new york|new york city|paris|berlin|cambridge|oxford|boston|chicago|philadelphia|washington|amsterdam|dordrecht|"
    "heidelberg|leipzig|munich|münchen|muenchen|stuttgart|frankfurt|frankfurt am main|frankfurt/main|frankfurt a. m|hamburg|köln|"
    "cologne|bonn|göttingen|tübingen|wiesbaden|weinheim|freiburg|darmstadt|dresden|mainz|würzburg|vienna|wien|zurich|zürich|"
    "basel|bern|geneva|genève|lausanne|brussels|bruxelles|leuven|louvain|ghent|antwerp|the hague|den haag|rotterdam|leiden|"
    "utrecht|rome|roma|milan|milano|torino|turin|bologna|firenze|florence|napoli|venezia|venice|padova|madrid|barcelona|valencia|"
    "sevilla|lisbon|lisboa|porto|coimbra|são paulo|sao paulo|rio de janeiro|belo horizonte|brasília|curitiba|porto alegre|"
    "buenos aires|santiago|bogotá|lima|mexico|méxico|mexico city|stockholm|uppsala|lund|copenhagen|københavn|oslo|bergen|"
    "helsinki|warsaw|warszawa|kraków|cracow|prague|praha|budapest|bucharest|bucurești|sofia|belgrade|zagreb|ljubljana|athens|"
    "istanbul|ankara|moscow|москва|moskva|saint petersburg|st. petersburg|kiev|kyiv|tokyo|kyoto|osaka|beijing|shanghai|hong kong|"
    "singapore|seoul|taipei|delhi|new delhi|mumbai|bombay|calcutta|cairo|jerusalem|tel aviv|toronto|montreal|montréal|vancouver|"
    "ottawa|sydney|melbourne|canberra|auckland|wellington|johannesburg|cape town|nairobi|dublin|edinburgh|glasgow|manchester|"
    "liverpool|los angeles|san francisco|san diego|seattle|baltimore|princeton|new haven|ithaca|berkeley|stanford|palo alto|"
    "menlo park|san mateo|reading|reading, ma|englewood cliffs|upper saddle river|mahwah|hillsdale|thousand oaks|newbury park|"
    "beverly hills|hoboken|norwell|boca raton|detroit|ann arbor|minneapolis|madison|bloomington|durham|chapel hill|atlanta|"
    "austin|houston|dallas|denver|pittsburgh|cleveland|columbus|rockville|bethesda|gaithersburg|malden|lanham|westport|greenwich|"
    "urbana|champaign|nashville|lincoln|tucson|honolulu|aldershot|cheltenham|farnham|abingdon|basingstoke|harmondsworth|"
    "chichester|bristol|leeds|sheffield|nottingham|york|norwich|mineola|redwood city|sebastopol|piscataway|los alamitos|"
    "silver spring|arlington|cham|secaucus|oxford/new york|london/new york|paderborn|opladen|bielefeld|neuwied|reinbek|lyon|"
    "grenoble|toulouse|marseille|rennes|strasbourg|montpellier|usa|uk|england|germany|france|italy|spain|netherlands|"
    "the netherlands|switzerland|austria|canada|australia|japan|china|sweden|norway|denmark|finland|poland|portugal|brazil|india|"
    "ireland|belgium|greece|turkey|russia|scotland|israel|korea|south korea|new zealand"
)
"""Places that publish, and countries printed after them, folded."""
_STATE = re.compile(
    r"^(?:[A-Z]{2}|[DU]\.?\s?[CSK]\.?(?:A\.?)?|Mass\.?|Calif\.?|Conn\.?|Ill\.?|Mich\.?|Minn\.?|Wash\.?|Tex\.?|N\.\s?[JY]\.?|"
    r"U\.S\.A\.?|England|USA|UK|Great Britain)$"
)
_TOWN = re.compile(r"[^\W\d_a-z][^\d,:;()]{1,30}(?:,[^\d,:;()]{2,20})?")
_AND = re.compile(r"\s*(?:/|&|;|\band\b|\bet\b|\bund\b|-|–|,)\s*")
_STATE_LENGTH = 2
_LONGEST = 90
"""Signs that the name of a publisher has at most."""
_COUNTRIES = word_set("usa uk england germany france italy japan china")


def is_place(text: str) -> bool:
    """Tell whether a text is the name of a place known for publishing, or of a place with its state."""
    printed = re.sub(r"\s*[(\[]([^()\[\]]*)[)\]]", r", \1", text).strip(" .,;:()[]")
    bare = printed.casefold()
    town, comma, state = printed.rpartition(",")
    if bare in _PLACES:
        return True
    if comma and (_STATE.match(state.strip()) or state.strip().casefold() in _PLACES):
        return bool(_TOWN.fullmatch(town.strip()))
    parts = [part for part in _AND.split(bare) if part]
    if len(parts) > 1 and parts[0] in _PLACES:
        return all(part in _PLACES or (len(part) == _STATE_LENGTH and part.isalpha()) for part in parts)
    before, _, last = printed.rpartition(" ")
    return before.casefold() in _PLACES and bool(_STATE.match(last) or last.casefold() in _PLACES)


def is_state(text: str) -> bool:
    """Tell whether a text is the abbreviation of a state or country, as printed after a town."""
    return bool(_STATE.match(text.strip(" ,;:()[]"))) or text.strip(" .,;:()[]").casefold() in _COUNTRIES


def is_publisher(text: str) -> bool:
    """Tell whether a text names a publisher by the words publishers' names are made of."""
    return bool(_PUBLISHER.search(text)) and len(text) < _LONGEST and text.strip()[:1].isupper()
