"""What stands on the cards of the garden: every field that is read by name, and its type.

Names of attributes are English, ids those of the forms; the options of a choice are the literals of
its type, „“ where none is chosen. A test holds all of it beside the forms.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from gartenjahr_tui.garden import reading as read
from gartenjahr_tui.garden.reading import CardView, Dated, EntryView, Read, Was
from gartenjahr_tui.workbook.dates import day_of, no_day, number_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

Done = Literal["offen", "erledigt"]
YesNo = Literal["", "ja", "nein"]
Partly = Literal["", "ja", "teils", "nein"]
Judged = Literal["", "ja", "teils", "nein", "unklar"]
MilestoneState = Literal["offen", "erreicht", "verschoben"]
Hands = Literal["", "wir", "partner", "gemeinsam"]
Lifespan = Literal["", "einjaehrig", "mehrjaehrig", "offen"]
Side = Literal["", "team", "foerderverein", "verwaltung", "partner"]
Renewal = Literal["", "selbst", "absprache", "endet"]
Door = Literal["", "offen", "angelehnt", "zu"]
Talked = Literal["", "ja", "noch-nicht"]
Topic = Literal["", "familien", "quartier", "beruf", "region", "gesundheit", "kultur", "sonst"]
Stage = Literal["", "initiiert", "gespraeche", "ziele", "strategisch"]
Growth = Literal["", "samenkorn", "keim", "gruen", "pflanze", "frucht"]
Phase = Literal["", "1", "2", "3"]
SeedState = Literal["", "gefunden", "geprueft", "gesaet", "gewachsen", "aufgehoben", "verworfen"]
Settled = Literal["", "erledigt", "offen", "eruebrigt"]
Outcome = Literal["offen", "erledigt", "gemeinsam", "abgelehnt"]
Asked = Literal["", "bewerben", "stattfinden", "verteilen", "zusammenarbeit", "anderes"]
Staying = Literal["weiter", "stabilisieren", "verfeinern", "ausbauen", "zurueckschneiden"]
Way = Literal["", Staying, "umpflanzen", "ruhen", "beenden", "neu-saeen"]
School = Literal["schule", "kita"]
Trade = Literal["kultur", "verwaltung", "verein", "gesundheit", "bildung", "medien", "sonst"]
Category = Literal["", School, "soziales", "kirche", "wirtschaft", Trade]
Known = Literal["", "neu", "bekannt", "vertraut"]
Meeting = Literal["", "besuch", "treffen", "veranstaltung", "telefon", "mail", "zufall"]
Where = Literal["", "wir-hin", "zu-uns", "dritter-ort", "fern"]
FirstStep = Literal["", "wir", "partner", "ergab-sich"]
ReplyState = Literal["", "offen", "ja", "nein"]
Channel = Literal["", "medien", "netz", "gremium", "aushang", "gespraech"]
Yearly = Literal["jahr", "jahr-tag", "einzeln"]
OtherDay = Literal["dazu", "aus"]
CheckResult = Literal["", "vereinbart", "bewusst-nichts", "offen"]


class Attended(CardView):
    """A card of something people came to."""

    guests = Read("gaeste", read.figure)
    children = Read("gaeste_kinder", read.figure)
    online = Read("gaeste_online", read.figure)


# Partnerships


class VoiceEntry(EntryView):
    """What somebody said of a partnership."""

    on = Read("am", day_of)
    when = Read("am", no_day)
    role = Read("rolle", read.text)
    said = Read("stimme", read.text)
    critical: Read[YesNo] = Read("kritisch", read.chosen)
    reply = Read("antwort", read.text)

    @property
    def waits(self) -> bool:
        """Whether it is criticism of which nobody has said yet what becomes of it."""
        return self.critical == "ja" and not self.reply


class Partnership(CardView, kind="partnership"):
    """A partnership."""

    title = Read("titel", read.text)
    partners = Read("partner", read.names)
    topic: Read[Topic] = Read("themenfeld", read.chosen)
    about = Read("worum", read.text)
    aims = Read("ziele", read.text)
    lifespan: Read[Lifespan] = Read("lebensdauer", read.chosen)
    begin = Read("beginn", day_of)
    end = Read("ende", day_of)
    hours = Read("stunden", number_of)
    carers = read.column("verantwortlich", "name")
    caring = read.rows("verantwortlich", "name", "aufgabe")
    in_charge: Read[tuple[tuple[str, Side, str], ...]] = read.rows(
        *("verantwortlich", "name", "rolle", "aufgabe")
    )
    helpers = read.column("kreis", "name")
    helping = read.rows("kreis", "name", "beitrag")
    stand_in = Read("vertretung", read.text)
    criteria = Read("kriterien", read.names)
    stages: Read[tuple[Was[Stage], ...]] = read.history("stufen", "stufe")
    stage: Read[Stage] = read.now("stufen", "stufe")
    growths: Read[tuple[Was[Growth], ...]] = read.history("wachstum", "bild")
    growth: Read[Growth] = read.now("wachstum", "bild")
    former_share = Read("anteil", read.figure)
    shares = read.rows("anteile", "am", "prozent")
    milestones: Read[tuple[Dated[MilestoneState], ...]] = read.dated(
        *("meilensteine", "am", "was", "stand")
    )
    planned: Read[tuple[tuple[str, str, Literal["", MilestoneState]], ...]] = read.rows(
        *("meilensteine", "am", "was", "stand")
    )
    ways = Read("methoden", read.names)
    ways_more = Read("methoden_notiz", read.text)
    agreements = read.dated("absprachen", "bis", "was")
    agreed = read.rows("absprachen", "was", "von", "bis", "ort")
    audience = Read("zielgruppe", read.text)
    talks_due = Read("austausch", read.text)
    renewal: Read[Renewal] = Read("verlaengerung", read.chosen)
    notice = Read("kuendigung", read.text)
    tasks = read.dated("rollen", "bis", "aufgabe")
    hands: Read[tuple[Hands, ...]] = read.column("rollen", "wer")
    doers = read.column("rollen", "person")
    roles: Read[tuple[tuple[str, Hands, str, str], ...]] = read.rows(
        *("rollen", "aufgabe", "wer", "person", "bis")
    )
    goals = read.dated("plan", "wann", "ziel")
    evaluating = read.rows("plan", "ziel", "woran", "wer", "wann")
    collected = read.rows("werte", "am", "ziel", "wert")
    looks_back = read.dated("rueckblick", "wann")
    hindered = read.rows("rueckblick", "am", "herausforderungen")
    voices = read.entries("stimmen", VoiceEntry)
    decisions: Read[tuple[Was[Way], ...]] = read.history("entscheidungen", "weg")
    decision: Read[Way] = read.now("entscheidungen", "weg")
    decided: Read[tuple[tuple[str, Way, str], ...]] = read.rows(
        *("entscheidungen", "am", "weg", "warum")
    )
    talks: Read[tuple[Was[Talked], ...]] = read.history("entscheidungen", "besprochen")
    end_talked: Read[Talked] = Read("ende_besprochen", read.chosen)
    end_why = Read("ende_grund", read.text)
    remains = Read("ende_bleibt", read.text)
    thanked = read.column("ende_danken", "wem")
    thanking = read.rows("ende_danken", "wem", "wofuer")
    former_thanks = Read("ende_dank", read.text)
    door: Read[Door] = Read("ende_tuer", read.chosen)
    lessons = Read("ende_lehren", read.text)
    knock_on = Read("anklopfen_am", day_of)
    knock_state: Read[Done] = Read("anklopfen_stand", read.open_unless)

    @property
    def lives(self) -> bool:
        """Whether it is a living one: its last decision did not end it."""
        return self.decision not in ENDING

    @property
    def ended_on(self) -> date | None:
        """Day of the decision that ended it; None while it lives, or where no day is known."""
        return None if self.lives else self.decisions[0].day

    @property
    def door_open(self) -> bool:
        """Whether it has ended and one may knock again."""
        return not self.lives and self.door in ("offen", "angelehnt")

    @property
    def talk(self) -> Was[Talked] | None:
        """What was said last of having talked with the partner about how it goes on, or ends."""
        if not self.lives and self.end_talked:
            return Was(self.end_talked, self.ended_on)
        return next(iter(self.talks), None)

    @property
    def share_now(self) -> float | None:
        """The part of the work, in percent, that was estimated last."""
        return next((part for _, part in self.shares_known), None)

    @property
    def shares_known(self) -> list[tuple[date | None, float]]:
        """All estimates of it, the latest first; what was noted without a day comes last."""
        known = ((day_of(day), read.figure(part)) for day, part in self.shares)
        dated = [(day, part) for day, part in known if part is not None]
        dated.sort(key=lambda one: one[0] or date.min, reverse=True)
        former = self.former_share
        return dated if former is None else [*dated, (None, former)]


ENDING = frozenset[Way]({"beenden"})
"""Decisions after which a partnership is no longer a living one."""


def living(cards: Cards) -> list[Card]:
    """The partnerships that live, by name."""
    alive = cards.each(Partnership.KIND, _lives)
    return [card for card in cards.of(Partnership.KIND) if card.id in alive]


def _lives(card: Card) -> bool:
    return Partnership(card).lives


def partnerships_of(cards: Cards, card: Card) -> list[Card]:
    """The partnerships that a card of any kind names; those that were put away left out."""
    return cards.named(card, Step.partnerships.id)


# Partners


class CriterionEntry(EntryView):
    """What is true of a partner, or is not."""

    name = Read("kriterium", read.text)
    judged: Read[Judged] = Read("wertung", read.chosen)


class Partner(CardView, kind="partner"):
    """A partner."""

    category: Read[Category] = Read("kategorie", read.chosen)
    known: Read[Known] = Read("bekanntheit", read.chosen)
    address = Read("anschrift", read.text)
    phone = Read("telefon", read.text)
    mail = Read("mail", read.text)
    web = Read("web", read.text)
    known_by = read.column("wer_kennt", "person")
    trust_why = Read("vertrauen_notiz", read.text)
    stereotypes = read.rows("stereotype", "satz", "antwort")
    alliance: Read[YesNo] = Read("ist_buendnis", read.chosen)
    taking_part: Read[Partly] = Read("dabei", read.chosen)
    next_meeting = Read("naechster", day_of)
    criteria = read.entries("kriterien", CriterionEntry)
    images: Read[tuple[Was[Phase], ...]] = read.history("bild", "phase")
    image: Read[Phase] = read.now("bild", "phase")
    ideal_days = Read("ideal_tage", number_of)
    most_days = Read("hoechst_tage", number_of)
    winter_days = Read("winter_tage", number_of)
    rhythm_why = Read("rhythmus", read.text)


class Contact(CardView, kind="contact"):
    """A person at a partner's."""

    partner = Read("partner", read.names)
    function = Read("funktion", read.text)
    phone = Read("telefon", read.text)
    mail = Read("mail", read.text)
    note = Read("notiz", read.text)
    source = Read("quelle", read.text)
    used = Read("zuletzt", day_of)
    erase_by = Read("loeschen_bis", day_of)


class Step(CardView):
    """A card on which a next step may stand."""

    on = Read("am", day_of)
    step = Read("schritt", read.text)
    until = Read("schritt_am", day_of)
    state: Read[Done] = Read("schritt_stand", read.open_unless)
    partnerships = Read("kooperation", read.names)


class Encounter(Step, Attended, kind="encounter"):
    """An encounter."""

    partners = Read("partner", read.names)
    people = Read("personen", read.names)
    occasion = Read("anlass", read.text)
    meeting: Read[Meeting] = Read("art", read.chosen)
    where: Read[Where] = Read("richtung", read.chosen)
    first_step: Read[FirstStep] = Read("anstoss", read.chosen)
    happened = Read("wobei", read.names)
    said = Read("erzaehlt", read.text)
    result: Read[CheckResult] = Read("ergebnis", read.chosen)
    result_text = Read("ergebnis_text", read.text)


class Checkup(Step, kind="checkup"):
    """What was said of one partnership in a check-in."""

    round = Read("runde", read.names)
    good = Read("gut", read.text)
    bad = Read("nicht", read.text)
    change = Read("aendern", read.text)
    stage: Read[Stage] = Read("stufe", read.chosen)
    growth: Read[Growth] = Read("wachstum", read.chosen)
    states_why = Read("stand_beleg", read.text)
    transparency_why = Read("transparenz_notiz", read.text)
    step_before: Read[Settled] = Read("schritt_vorher", read.chosen)


# Rounds


class RoundCard(CardView):
    """A round through the living partnerships."""

    on = Read("am", day_of)
    finished_on = Read("fertig_am", day_of)

    @property
    def finished(self) -> bool:
        """Whether it has been brought to its end, whatever is noted as its day."""
        return bool(self.value.get(RoundCard.finished_on.id))


class CheckInCard(RoundCard, kind="checkin"):
    """A check-in."""

    extent: Read[Literal["", "lang", "kurz"]] = Read("umfang", read.chosen)
    next_day = Read("naechster", day_of)
    joy = Read("freude", read.text)
    thirst = Read("durst", read.text)
    rest = Read("lassen", read.text)
    note = Read("notiz", read.text)


class WinterCard(RoundCard, kind="overwintering"):
    """An overwintering."""

    steps: Read[YesNo] = Read("schritte", read.chosen)
    thanks: Read[YesNo] = Read("dank", read.chosen)
    which_seeds: Read[Literal["", "alle", "einzelne", "keine"]] = Read("samen_wie", read.chosen)
    seeds = Read("samen", read.names)
    palm: Read[YesNo] = Read("palme", read.chosen)
    old_year = Read("jahr", number_of)
    new_year = Read("neues", number_of)


class WinterDecision(CardView, kind="wintering"):
    """What was decided about one partnership in an overwintering."""

    way: Read[Way] = Read("weg", read.chosen)
    why = Read("warum", read.text)
    talked: Read[Talked] = Read("besprochen", read.chosen)


# Harvest


class SharedEntry(EntryView):
    """When a harvest was told of: to whom, where, and by which way."""

    to = Read("mit", read.text)
    on = Read("am", day_of)
    where = Read("wo", read.text)
    channel: Read[Channel] = Read("art", read.chosen)


class Harvest(Attended, kind="harvest"):
    """A harvest."""

    on = Read("am", day_of)
    partnership = Read("kooperation", read.names)
    partners = Read("partner", read.names)
    people = Read("personen", read.names)
    what = Read("was", read.text)
    numbers = read.rows("zahlen", "was", "zahl")
    quotes = read.rows("zitate", "zitat", "rolle")
    shared = read.entries("geteilt", SharedEntry)


class Thanks(CardView, kind="thanks"):
    """Thanks that are owed, or were spoken."""

    state: Read[Done] = Read("stand", read.open_unless)
    people = Read("personen", read.names)
    organisation = Read("organisation", read.names)
    on = Read("am", day_of)
    harvest = Read("ernte", read.names)
    partnership = Read("kooperation", read.names)
    reason = Read("wofuer", read.text)
    words = Read("worte", read.text)


class Encouragement(CardView, kind="encouragement"):
    """A kind word somebody may need."""

    who = Read("wem", read.text)
    why = Read("warum", read.text)
    words = Read("worte", read.text)
    until = Read("bis", day_of)
    state: Read[Done] = Read("stand", read.open_unless)


class Advocacy(CardView, kind="advocacy"):
    """When a partner and the library stood up for each other."""

    direction: Read[Literal["", "fuer-uns", "fuer-partner"]] = Read("richtung", read.chosen)
    partners = Read("partner", read.names)
    what = Read("was", read.text)
    effect = Read("wirkung", read.text)


class Feast(CardView, kind="feast"):
    """A feast."""

    on = Read("am", day_of)
    title = Read("titel", read.text)
    place = Read("ort", read.text)
    programme = Read("programm", read.text)
    who_comes = read.column("gaeste", "wer")
    guests: Read[tuple[tuple[str, str, ReplyState], ...]] = read.rows(
        *("gaeste", "wer", "organisation", "zusage")
    )
    harvests = Read("ernten", read.names)
    tasks: Read[tuple[Dated[Done], ...]] = read.dated("aufgaben", "bis", "aufgabe", "erledigt")


# What recurs

Every = Literal["", "woche", "zwei-wochen", "monat", "monat-tag", "quartal", "halbjahr", Yearly]


class Recurring(CardView, kind="recurring"):
    """Something that comes again and again; see :mod:`gartenjahr_tui.garden.recurring`."""

    title = Read("titel", read.text)
    on = Read("am", day_of)
    every: Read[Every] = Read("takt", read.chosen)
    partners = Read("partner", read.names)
    partnerships = Read("kooperation", read.names)
    place = Read("ort", read.text)
    lasts_until = Read("dauert_bis", day_of)
    until = Read("bis", day_of)
    others: Read[tuple[Dated[OtherDay], ...]] = read.dated("ausnahmen", "am", "was", "gilt")

    @property
    def left_out(self) -> list[date]:
        """The days on which it is not."""
        return [one.day for one in self.others if one.day and one.state == "aus"]

    @property
    def added(self) -> list[date]:
        """The days on which it is beside those of its rule."""
        return [one.day for one in self.others if one.day and one.state != "aus"]


# Seeds and requests


class GiftEntry(EntryView):
    """What somebody brings in."""

    who = Read("wer", read.text)
    what = Read("beitrag", read.text)
    sure: Read[Partly] = Read("sicher", read.chosen)


class Seed(CardView, kind="seed"):
    """A seed."""

    title = Read("titel", read.text)
    about = Read("worum", read.text)
    state: Read[SeedState] = read.now("verlauf", "stand")
    need: Read[Judged] = Read("bedarf_da", read.chosen)
    engaged: Read[Judged] = Read("engagement_da", read.chosen)
    gifts = read.entries("beitraege", GiftEntry)


class Request(CardView, kind="request"):
    """A request."""

    on = Read("am", day_of)
    who = Read("wer", read.names)
    subject = Read("betreff", read.text)
    asked: Read[Asked] = Read("art", read.chosen)
    wording = Read("wortlaut", read.text)
    answer = Read("antwort", read.text)
    seed = Read("samenkorn", read.names)
    outcome: Read[Outcome] = Read("ausgang", read.open_unless)


class Pitch(CardView, kind="pitch"):
    """What is said to present the library."""

    title = Read("titel", read.text)
    why = Read("warum", read.text)
    story = Read("geschichte", read.text)
    facts = read.rows("fakten", "fakt", "eigene", "jahr", "quelle")
    wording = Read("wortlaut", read.text)
    seconds: Read[Literal["", "30", "60", "90"]] = Read("dauer", read.chosen)


class Capacity(CardView, kind="capacity"):
    """The time a team has in a quarter."""

    begin = Read("von", day_of)
    end = Read("bis", day_of)
    hours = Read("stunden", number_of)
