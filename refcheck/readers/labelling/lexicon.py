"""Words that tell a field: what each class of them is called in the features of the tagger."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from refcheck.text.dates import MONTHS, SEASONS
from refcheck.text.names import PARTICLES

_CLASSES = {
    "in": "in dans en em nel nella w в",
    "and": "and und et y e og och en ja i и та & con avec mit",
    "others": "et al al. alii others autres otros outros altri u.a",
    "editor": "ed eds editor editors edited hrsg hg hgg herausgeber herausgegeben éd éds dir dirs direction coord coords coordinador "
    "coordinadores coordenação org orgs organizadores comp comps compiled curatore cura red redaktion ред под",
    "translator": "trans transl translated translator übers übersetzt übersetzung trad traduit traduction traducción traduzione tradução "
    "vertaald перевод",
    "volume": "vol vols volume volumes volumen bd bde band jg jahrgang jhg tome tomo t v bind т том 第 卷 권 제",
    "issue": "no nos nr num number issue iss n h heft fasc fascicule número numéro numero nº № # 号 号 호",
    "page": "p pp pg pgs page pages s ss seite seiten pag pág págs páginas pagine pags sp с стр f ff 頁 页 쪽",
    "edition": "edn edition aufl auflage édition edición edição edizione uitgave rev revised",
    "supplement": "suppl supplement sup sonderheft beiheft special part pt",
    "article": "article art artikel artículo e-locator paper",
    "thesis": "thesis dissertation diss phd doctoral doctorat dissertação master masters master's thèse tesis tese tesi mémoire "
    "diplomarbeit masterarbeit bachelorarbeit doktorarbeit habilitationsschrift proefschrift inaugural-dissertation "
    "unpublished",
    "report": "report rep technical tech memo memorandum bericht forschungsbericht rapport informe working white deliverable "
    "discussion policy brief note preprint",
    "access": "accessed retrieved available abgerufen zugriff verfügbar consulté disponible disponível acesso acessado online "
    "internet viewed visited last from url via zuletzt",
    "press": "press presses publishers publisher publishing publications verlag verlags verlagsgesellschaft éditions editions "
    "ediciones edizioni editora editorial editore editrice forlag förlag uitgeverij wydawnictwo books springer elsevier "
    "wiley routledge sage kluwer birkhäuser addison-wesley macmillan penguin pergamon plenum dekker freeman thieme karger "
    "brill gruyter blackwell longman harper norton knopf doubleday erlbaum pearson palgrave ashgate elgar suhrkamp metzler "
    "mohr siebeck vandenhoeck gallimard seuil puf larousse flammarion harmattan dunod hachette einaudi mondadori laterza "
    "mulino alianza tecnos presses universitaires livraria nauka benjamins mouton houghton mifflin guilford lippincott "
    "saunders mosby nomos beck campus reclam fischer rowohlt hanser klett franz steiner olms harrassowitz böhlau transcript "
    "olschki carocci vrin champ cerf fayard minuit classiques garnier droz brepols peeters eerdmans bloomsbury duckworth "
    "faber inc ltd gmbh llc co sons verl",
    "group": "collaboration consortium group team network investigators committee organization organisation organización ministry "
    "ministère ministerio ministerium institute institut institution instituto university université universität "
    "universidad universidade università agency agence agencia commission kommission comisión council conseil consejo "
    "association asociación society société sociedad gesellschaft foundation fondation fundación stiftung bank department "
    "departamento office bureau federation union alliance authority academy académie akademie academia center centre centro "
    "zentrum service services program programme nations government parliament board company corporation museum library "
    "hospital college school party forum initiative administration secretariat observatory national european world global "
    "international bundesamt statistics verein verband amt royal dept faculty",
    "journal": "journal j review rev letters lett annals ann annual annu archives arch archive acta bulletin bull transactions "
    "magazine quarterly monthly weekly zeitschrift ztschr zs z revista revue rivista cahiers annales anales annali gazette "
    "advances adv lancet frontiers front ieee acm plos bmc bmj int eur am amer newsletter jahrbuch archiv blätter "
    "mitteilungen tidsskrift tidskrift tijdschrift časopis rendiconti mathematica physica memoirs times post herald digest "
    "anuario boletín bollettino studi studia etudes études vierteljahrsschrift vierteljahresschrift forschungen beiträge "
    "rundschau wochenschrift vestnik вестник журнал arxiv biorxiv medrxiv ssrn zbl",
    "meeting": "proceedings proc conference conf symposium symp workshop congress kongress tagung colloquium colloque congreso "
    "congresso convegno actes atti lecture notes lncs conférence international annual meeting advances",
    "series": "series ser reihe collection colección coleção collana schriftenreihe studies studien lecture notes monographs "
    "handbook handbuch abhandlungen texte untersuchungen quellen beihefte bibliothek",
    "abbreviation": "phys chem biol math mod opt appl nucl acad sci soc med astron astrophys res mech fluid mater vac comput exp theor "
    "stat geophys polym org inorg anal biochem physiol pharmacol clin surg pathol immunol virol bacteriol microbiol neurosci "
    "psychol econ nat natl commun cryst curr opin dev environ evol genet hum hydrol lab mem metab metall mol nutr obstet "
    "oncol ophthalmol pediatr perspect pharm philos photochem phil pol prog psychiatr publ quart radiat radiol sect sociol "
    "spectrosc struct stud surf syst tech technol ther tijdschr univ verh vet zool akad roy mathem abh ber dtsch ital assoc "
    "dyn inf inst instrum meth quant symp eng ind agric lit hist lang ling philol theol arch kunst law rts educ",
    "place": "london york paris berlin cambridge oxford boston chicago philadelphia washington amsterdam dordrecht heidelberg "
    "leipzig munich münchen stuttgart frankfurt hamburg köln cologne bonn göttingen tübingen wiesbaden weinheim freiburg "
    "darmstadt dresden mainz würzburg vienna wien zurich zürich basel bern geneva genève lausanne brussels bruxelles leuven "
    "louvain ghent antwerp hague haag rotterdam leiden utrecht rome roma milan milano torino turin bologna firenze florence "
    "napoli venezia venice padova madrid barcelona valencia sevilla lisbon lisboa porto coimbra paulo janeiro brasília "
    "curitiba aires santiago bogotá lima mexico méxico stockholm uppsala lund copenhagen københavn oslo bergen helsinki "
    "warsaw warszawa kraków cracow prague praha budapest bucharest sofia belgrade zagreb ljubljana athens istanbul ankara "
    "moscow москва moskva petersburg kiev kyiv tokyo kyoto osaka beijing shanghai kong singapore seoul taipei delhi mumbai "
    "bombay calcutta cairo jerusalem aviv toronto montreal montréal vancouver ottawa sydney melbourne canberra auckland "
    "wellington johannesburg nairobi dublin edinburgh glasgow manchester liverpool angeles francisco diego seattle "
    "baltimore princeton haven ithaca berkeley stanford reading mahwah hillsdale oaks hoboken raton detroit arbor "
    "minneapolis madison bloomington durham atlanta austin houston dallas denver pittsburgh cleveland bethesda malden "
    "lanham westport aldershot cheltenham farnham abingdon basingstoke harmondsworth chichester bristol leeds sheffield "
    "nottingham norwich mineola cham paderborn opladen bielefeld neuwied reinbek lyon grenoble toulouse marseille rennes "
    "strasbourg montpellier graz innsbruck salzburg münster marburg kiel jena weimar potsdam konstanz usa uk england "
    "germany france italy spain netherlands switzerland austria canada australia japan china sweden norway denmark finland "
    "poland portugal brazil india ireland belgium greece turkey russia scotland israel korea zealand ca ny nj ma dc il pa "
    "tx va fl mass calif conn",
    "small": "of the for a an to on de la du des der die das den dem für und le les los las el del della di da do von zu zur zum im "
    "am at by with from into as is are its their how what why between among über aus nach sur pour par au aux una uno un "
    "une",
}
_TABLE: dict[str, set[str]] = {}
for _name, _words in _CLASSES.items():
    for _word in _words.split():
        _TABLE.setdefault(_word, set()).add(_name)
for _name, _folded in (("month", (*MONTHS, *SEASONS)), ("particle", PARTICLES)):
    for _word in _folded:
        _TABLE.setdefault(_word, set()).add(_name)

CLASS_NAMES = (*_CLASSES, "month", "particle")
CLASSES: Mapping[str, frozenset[str]] = MappingProxyType({word: frozenset(names) for word, names in _TABLE.items()})
"""Word in lower case -> the classes it is in."""
