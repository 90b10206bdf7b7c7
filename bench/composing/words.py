"""Invented words, sentences and headings in six languages."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """What prose and headings are made of."""

    things: tuple[str, ...]
    deeds: tuple[str, ...]
    ends: tuple[str, ...]
    found: str
    """How a sentence reports what others found; takes names, year and the sentence."""
    lists: tuple[str, ...]
    """Headings of reference lists."""
    notes: tuple[str, ...]
    """Headings of notes."""
    parts: tuple[str, ...]
    """Headings of parts of a list."""
    heads: tuple[str, ...]
    """Headings of other sections."""


LANGUAGES = {
    "en": Language(
        ("the harbour", "a new tariff", "river water", "the old archive", "every second school", "the committee", "winter wheat"),
        ("was measured in spring", "has changed little", "may depend on the weather", "is seldom described", "had to be rebuilt"),
        ("although nobody had asked for it", "because costs were rising", "when the survey began", "which came as a surprise"),
        "{} ({}) found that {}",
        ("References", "REFERENCES", "Works Cited", "7. References", "## Literature", "Bibliography", "Literature cited:"),
        ("Notes", "Endnotes", "Footnotes"),
        ("Books", "Articles", "Primary sources", "Secondary literature", "Web pages"),
        ("Introduction", "2. Methods", "Results and Discussion", "What We Did", "Conclusions", "Acknowledgements"),
    ),
    "de": Language(
        ("der Hafen", "ein neuer Tarif", "das Flusswasser", "das alte Archiv", "jede zweite Schule", "der Ausschuss"),
        ("wurde im Frühjahr vermessen", "hat sich kaum verändert", "mag vom Wetter abhängen", "wird selten beschrieben"),
        ("obwohl niemand danach gefragt hatte", "weil die Kosten stiegen", "als die Erhebung begann", "was alle überraschte"),
        "{} ({}) haben gezeigt: {}",
        ("Literaturverzeichnis", "Literatur", "Quellen- und Literaturverzeichnis", "6 Literatur", "LITERATUR", "Quellen"),
        ("Anmerkungen", "Fußnoten"),
        ("Bücher", "Aufsätze", "Gedruckte Quellen", "Sekundärliteratur"),
        ("Einleitung", "2. Methode", "Ergebnisse", "Schluss", "Danksagung"),
    ),
    "fr": Language(
        ("le port", "un nouveau tarif", "l’eau du fleuve", "l’ancienne archive", "la moitié des écoles", "le comité"),
        ("a été mesuré au printemps", "n’a guère changé", "dépend peut-être du temps", "est rarement décrit"),
        ("bien que personne ne l’ait demandé", "parce que les coûts montaient", "au début de l’enquête", "ce qui a surpris"),
        "{} ({}) ont montré que {}",
        ("Références", "Bibliographie", "Références bibliographiques", "Ouvrages cités", "BIBLIOGRAPHIE"),
        ("Notes",),
        ("Livres", "Articles", "Sources imprimées"),
        ("Introduction", "2. Méthode", "Résultats", "Conclusion", "Remerciements"),
    ),
    "es": Language(
        ("el puerto", "una tarifa nueva", "el agua del río", "el archivo antiguo", "la mitad de las escuelas", "el comité"),
        ("se midió en primavera", "ha cambiado poco", "depende quizá del tiempo", "se describe raras veces"),
        ("aunque nadie lo había pedido", "porque los costes subían", "cuando empezó la encuesta", "lo que sorprendió a todos"),
        "{} ({}) mostraron que {}",
        ("Referencias", "Bibliografía", "Referencias bibliográficas", "Literatura citada", "REFERENCIAS"),
        ("Notas",),
        ("Libros", "Artículos", "Fuentes impresas"),
        ("Introducción", "2. Métodos", "Resultados", "Conclusiones", "Agradecimientos"),
    ),
    "it": Language(
        ("il porto", "una tariffa nuova", "l’acqua del fiume", "il vecchio archivio", "metà delle scuole", "il comitato"),
        ("è stato misurato in primavera", "è cambiato poco", "dipende forse dal tempo", "è descritto di rado"),
        ("anche se nessuno lo aveva chiesto", "perché i costi salivano", "quando cominciò l’indagine", "con sorpresa di tutti"),
        "{} ({}) hanno mostrato che {}",
        ("Bibliografia", "Riferimenti bibliografici", "Opere citate", "BIBLIOGRAFIA"),
        ("Note",),
        ("Libri", "Articoli"),
        ("Introduzione", "2. Metodi", "Risultati", "Conclusioni", "Ringraziamenti"),
    ),
    "pt": Language(
        ("o porto", "uma tarifa nova", "a água do rio", "o arquivo antigo", "metade das escolas", "o comitê"),
        ("foi medido na primavera", "mudou pouco", "depende talvez do tempo", "raramente é descrito"),
        ("embora ninguém o tivesse pedido", "porque os custos subiam", "quando começou a pesquisa", "o que surpreendeu a todos"),
        "{} ({}) mostraram que {}",
        ("Referências", "Referências bibliográficas", "Bibliografia", "REFERÊNCIAS"),
        ("Notas",),
        ("Livros", "Artigos"),
        ("Introdução", "2. Métodos", "Resultados", "Conclusões", "Agradecimentos"),
    ),
}
FAMILIES = (
    *("Aldous", "Brandt", "Cissé", "Dorfman", "Eklund", "Farrow", "Giraud", "Hollis", "Ibarra", "Jansen", "Kessler", "Lomax"),
    *("Marchetti", "Nyberg", "Ochoa", "Prior"),
)
OWN_HEADINGS = ("Lab Tests in This Article", "About this page", "What we read")
"""Headings that no list of headings holds."""
FURNITURE = (
    *("Share this article", "Read more", "Subscribe to our newsletter for free!", "© 2024 Example Media. All rights reserved."),
    *("Peer Reviewed Journal", "Visit Source", "Published on March 3, 2021", "Was this page helpful?", "Order now in 20 seconds"),
    *("Related: Ten Quiet Places For 2023", "By Anna Example, 4 May 2022", "Contact: office@example.org", "Previous | Next"),
    *("Received: 2 May 2019 / Accepted: 11 July 2019", "The authors declare no conflict of interest.", "https://www.example.org/about"),
    *("Tags: water, tariffs", "12"),
)


def sentence(draw: random.Random, language: Language, *, cites: bool = True) -> str:
    """Write a sentence, often with a citation."""
    text = f"{draw.choice(language.things)} {draw.choice(language.deeds)} {draw.choice(language.ends)}"
    one, two, year = draw.choice(FAMILIES), draw.choice(FAMILIES), draw.randrange(1975, 2025)
    form = draw.random() if cites else 1.0
    if form < 0.25:
        text += f" ({one} & {two}, {year})"
    elif form < 0.4:
        text = language.found.format(f"{one} et al.", year, text)
    elif form < 0.5:
        text += f" [{draw.randrange(1, 30)}]"
    return text[0].upper() + text[1:] + "."


def paragraph(draw: random.Random, language: Language, *, cites: bool = True) -> str:
    """Write a paragraph."""
    return " ".join(sentence(draw, language, cites=cites) for _ in range(draw.randrange(1, 7)))
