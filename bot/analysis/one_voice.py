"""A message in one voice: broad Scots, text-speak and spelling by ear made plain.

Whoever reads *who is spoken to* reads a message so, and so do the rows that it was learned from:
“a dinnae dae management” and “I don't do management” are one. Only how a message is understood
depends on it. What is kept, said back and sent is always what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import methodcaller
from typing import NamedTuple

from bot.analysis.in_place import IN_PLACE, JOINS, in_place
from bot.analysis.letters import small_pieces
from bot.analysis.patterns import lazy
from bot.analysis.tokens import word_set

_HEARD = """
what: whit wit wat wot whut whot; what's: whats whits whit's wots wot's wats wat's; do: dae; to:
tae; does: diz dus duz disnt; are: r; you: u ye yi ya yae youse yous yiz yez; your: yur; you're:
youre yer're yir're u're; yourself: yersel yersell yoursel urself; i: ah; i'm: im ahm ah'm a'm;
i've: ive ah've ahve a've; i'll: il ah'll ahll a'll; i'd: ah'd; my: ma mah; myself: masel masell
mysel maself; our: oor; with: wi wae wiv; she's: shes; he's: hes; they're: theyre; you've: youve
ye've yeve; you'll: youll ye'll; you'd: youd ye'd; we've: weve; that's: thats dats; there's:
theres; it's: itz; who: wha whae; who's: whos whas wha's; where: whaur whar whur wher whaure;
where's: wheres; when: whan wen; when's: whens; how: hoo foo; how's: hows hoos; why: wy whi; which:
wich whilk; voice: voyce voise; is: iz; was: wis wiz wos wus; were: wur; don't: dont dinnae dinna
dinny dunnae don't doant donae; doesn't: doesnt doesnae disnae disna; didn't: didnt didnae didna
didny; isn't: isnt isnae isna; wasn't: wasnt wasnae wasna wisnae wisna; aren't: arent arenae;
weren't: werent werenae; can't: cant cannae canna cannie canne; couldn't: couldnt couldnae couldna
cudnae cudnt; won't: wont wullnae winnae winna willnae; wouldn't: wouldnt wouldnae widnae widna
wudnae wudnt; shouldn't: shouldnt shouldnae shidnae shudnt; haven't: havent havenae havena hivnae
huvnae hinnae; hasn't: hasnt hasnae hisnae; hadn't: hadnt hadnae hudnae; can: kin cin cn; could:
cud culd cood; should: shid shud shuld shood shoud; would: wid wud wuld wood; have: hae huv hiv
haf hav; had: hud; will: wull wul; going: gaun gawn gon; going to: gonna gunna gona; got to: gotta;
want to: wanna; give me: gimme gies gie's; let me: lemme; give: gie; take: tak; make: mak; go: gan;
get: git; got: goat; told: telt tellt tolt towld tld; said: sed sayd; write: wryte;
wrote: rote wroat;
writing: riting ritin writin writting writeing; written: writen ritten; read: reed redd; reads:
reeds; reading: reeding readin reedin; right: richt rihgt; wrong: rong wrang wronge; know: kno knaw
knw; knew: kent; think: fink thnk; thought: thort thot thocht; mean: meen mene; meant: ment; heard:
herd; hear: heer; speak: speek; speaking: speeking speakin; talk: tok tawk tork; just: jist jus
juist jst; only: anly ownly; already: awready alredy allready alreddy; before: afore befor b4;
after: efter aftr; again: agen agin; now: noo; out: oot; about: aboot abt abowt; down: doon; from:
fae frae frm; for: fur fir; of: ov; and: nd; all: aw awe; one: yin wan; more: mair mor; nothing:
nuthin nothin naething naethin nuthing nowt nuffin nohin; something: somethin sumthin sumthing
suhin; anything: anythin oanything enything anyfin; everything: everythin evrything evrythin;
someone: sumone sumwan somewan some1 sum1; anyone: enyone anywan any1 ne1; somebody: sumbody
sumbdy; nobody: naebody nobuddy nobdy noboddy nobodi; nobody's: nobuddys naebodys nobodys
naebody's; everybody: evrybody awbody a'body; anybody: enybody; any: ony eny; no one: noone no1;
everyone: every1 evry1; because: cos coz cuz cause becos becuz becoz bcos bcoz bcs bc becaus
beacuse; please: pls plz plees; thanks: thx tnx thanx fanks; later: l8r laiter; friend: freind
frend frnd freend; friends: freinds frends; people: ppl peple pepole peeple; phone: fone; phoned:
foned; answer: anser awnser answr anwser ansur; answers: ansers awnsers; answered: ansered
awnsered; question: qwestion kwestion questoin qestion queston quesion; questions: qwestions
questons qestions; instead: insted insteid; listen: lissen lisen lissn; listening: listenin
lissening lisnin listnin; understand: unnerstaun understaun undastand unnerstand; friendly:
frendly; sorry: sory sorrie sorey; really: realy relly rly; stupid: stoopit stupit; working: workin
wurkin wurking; work: wurk wrk wark werk; job: joab; word: wurd werd; words: wurds wirds; home:
hame; away: awa awaw; council: cooncil; alright: awrite awright awricht; they: thay; finish:
feenish finnish; on: oan; head: heid; afraid: feart fear't; skills: skils; spelling's: spellins
spellin's; engineer: enjineer; old: auld; use: yuse; used: yused; school: skool skule; enough: enuf
enuff eneuch; wrongly: rongly; stop: stoap stahp; saying: sayin sayn; asking: askin askn; asked:
askit askt; telling: tellin; doing: daein doin duin; talking: talkin tawkin tokin torking torkin;
done: dun;
meaning: meanin; trying: tryin; coming: comin; typing: typin tyipng; making: makin; waiting:
waitin; joking: jokin; kidding: kiddin; messing: messin; wasting: wastin; taking: takin; putting:
puttin pittin; put: pit; getting: gettin; being: bein; having: havin haein; leaving: leavin;
thinking: thinkin finkin; looking: lookin; answering: answerin; helping: helpin; helped: helpt;
changing: changin; keeping: keepin; calling: callin; using: usin; deleting: deletin; spelling:
spellin speling spelin speeling; finishing: finishin; giving: givin gien; leading: leadin leedin
leeding; managing: managin; lead: leed; leader: leeder; example: exampel exsample eksample;
message: msg mesage messege; about: bout; isn't it: innit intit; this: dis;
tomorrow: tmrw tmoro tomorow tommorow tomorra; that: dat
tht; the: teh; dying: dyin; do you: d'ye d'you dya; back: bk bck bak; many:
mony monie; other: ither uther; house: hoose; over: ower;
don't: dnt; told: tolld; sure: shur shure shoor shor; going to: gna; know: noe;
matter: mater mattur; long: lang lng; whole: hale haill; take: tke; button: buton; buttons: butons;
can't: carnt cnt; give: giv; since: sinse sinsce sens; still: stil; never: nevr nevver neva;
enough: anuff; nobody: naebdy naeb'dy nbdy noebody; everybody: evrybdy evribody;
what do you mean: wdym; who: fa; how: hw; words: wrds; far: faur;
how: foo; many: meny meney; will: wil; speaking: spikkin spikin; speak: spik; between: atween;
must: maun; every: ilka; count: coont cownt; counts: coonts; better: beter betr bettr;
"""
"""What is meant, and how it is typed."""

_BY_EAR = word_set("""
    management manager managers managed leadership leaders situation statement overlap example
    examples question questions confidential confidentiality organisation coordinator dyslexic
    dyslexia understand understanding misunderstood everybody anybody something anything
    everything mistake sentence sentences paragraph delete remove message private privacy
    believe difference different evidence supposed definitely complain ridiculous relevant
    explanation explain confused confusing certificate supervisor safeguarding suicidal emergency
    ambulance hospital listening
""")
"""Long words of what is said to a coach. Any spelling that sounds alike is heard as one of them."""

_NOT_MEANT = word_set("""
    manger mangers manageress massage massages previous station stations impertinent dilute
    diluted
""")
"""Words that sound like one of these and are others."""

_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (lazy(r"^(?:wr|rh)"), "r"),
    (lazy(r"^kn"), "n"),
    (lazy(r"(?:t|c|s|sh|sch|tch)(?:i|e)?(?:on|un|an)(?=s|al|ed|$)"), "#n"),
    (lazy(r"c(?=[eiy])"), "s"),
    (lazy(r"ph"), "f"),
    (lazy(r"qu|kw|q"), "kw"),
    (lazy(r"ck|c"), "k"),
    (lazy(r"x"), "ks"),
    (lazy(r"dg|j"), "g"),
    (lazy(r"z"), "s"),
    (lazy(r"(?<=.)[aeiouyhw]+"), ""),
    (lazy(r"^[aeiouy]"), "a"),
    (lazy(r"(.)\1+"), r"\1"),
)
"""How letters sound, in the order in which they are heard."""

LEAST_BY_EAR = 6
"""Letters of the shortest word that is heard by ear."""


def sound_of(word: str) -> str:
    """Return how a word in small letters sounds, for one to be held against another."""
    for letters, heard in _SOUNDS:
        word = letters.sub(heard, word)
    return word


@lru_cache(maxsize=1)  # made with the first message, as no start waits for it
def _known() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what each odd word is, and what each long sound is."""
    plain = {
        odd: meant.strip()
        for meant, _, spelt in (line.partition(":") for line in _HEARD.split(";"))
        for odd in spelt.split()
    }
    # Of two that sound alike the shorter is heard, in every process: a set has no order of its own.
    longest_first = sorted(_BY_EAR, key=lambda word: (-len(word), word))
    return plain, {sound_of(word): word for word in longest_first}


_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_SPAN = methodcaller("span")
_STOP = lazy(r"[.,;:!?\n…–—()“”\"]")


class Said(NamedTuple):
    """A word of a text, ``start`` to ``end``, as it is in one voice: it may be several then."""

    start: int
    end: int
    plain: str


@lru_cache(maxsize=64)  # the texts of a turn: all that asks who is spoken to begins with them
def _words_in(text: str) -> tuple[Sequence[tuple[int, int]], Sequence[str], Sequence[str]]:
    """Return where the words of a text stand, as they are in small letters, and in one voice."""
    spans = [*map(_SPAN, _WORD.finditer(text))]
    words = small_pieces(text, spans)
    plain = [*map(word_in_one_voice, words)]
    if IN_PLACE.isdisjoint(words):
        return spans, words, plain
    for place, word in enumerate(words):
        if word not in IN_PLACE:
            continue
        start = spans[place][0]
        is_new = not place or _STOP.search(text, spans[place - 1][1], start) is not None
        before = "" if is_new else plain[place - 1]
        after = plain[place + 1] if place + 1 < len(plain) else ""
        meant = in_place(word, before, after, begins=is_new or before in JOINS)
        plain[place] = meant or plain[place]
    return spans, words, plain


def said_in_one_voice(text: str) -> tuple[Said, ...]:
    """Return the words of a text, each as it is in one voice; those that are plain as typed."""
    spans, words, plain = _words_in(text)
    return tuple(
        [
            Said(start, end, text[start:end] if word == voiced else voiced)
            for (start, end), word, voiced in zip(spans, words, plain, strict=True)
        ]
    )


@lru_cache(maxsize=64)  # the same texts
def in_one_voice(text: str) -> str:
    """Return a text in which odd spellings are plain; what stands between its words stays."""
    spans, words, plain = _words_in(text)
    if words == plain:
        return text
    made, after = list[str](), 0
    for (start, end), word, voiced in zip(spans, words, plain, strict=True):
        if word != voiced:
            made += [text[after:start], voiced]
            after = end
    return "".join([*made, text[after:]])


def as_typed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return which characters of a text stand in one voice from ``start`` to ``end``."""
    begins, ends, more = start, end, 0
    for each in said_in_one_voice(text):
        at = each.start + more
        more += len(each.plain) - (each.end - each.start)
        if at <= start:
            begins = each.start if start < each.end + more else start - more
        if at < end:
            ends = each.end if end <= each.end + more else end - more
    return begins, max(begins, ends)


@lru_cache(maxsize=4096)  # words alone, as a lexicon remembers them: their sound is dear
def word_in_one_voice(word: str) -> str:
    """Return what a word in small letters is wherever it stands."""
    known, by_ear = _known()
    if meant := known.get(word):
        return meant
    if len(word) < LEAST_BY_EAR or word in _NOT_MEANT or word in _BY_EAR or not word.isalpha():
        return word
    return by_ear.get(sound_of(word), word)
