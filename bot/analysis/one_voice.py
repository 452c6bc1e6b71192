"""A message in one voice: broad Scots, text-speak and spelling by ear made plain.

Whoever reads *who is spoken to* reads a message so, and so do the rows that it was learned from:
“a dinnae dae management” and “I don't do management” are one. Only how a message is understood
depends on it. What is kept, said back and sent is always what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

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
where's: wheres; when: whan wen; when's: whens; how: hoo; how's: hows hoos; why: wy whi; which:
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
get: git; got: goat; told: telt tellt tolt towld; said: sed sayd; write: wryte; wrote: rote wroat;
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
give: giv;
what do you mean: wdym; who: fa; how: hw; words: wrds; far: faur;
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


def _sound(word: str) -> str:
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
    return plain, {_sound(word): word for word in longest_first}


_I_BEFORE = word_set("""
    don't didn't can't couldn't wouldn't wasn't won't haven't hadn't am was have had did do
    told said would could never just will wrote went asked wanted got know
""")
"""Verbs before which a lone “a” is “I”."""

_I_BEFORE_AT_START = word_set("""
    think want mean hate only already thought tried done see feel still really gave put
""")
"""The same where it begins a clause: “a think so”, and not “give it a think”."""

_JOINS = word_set("""
    and but so because if then that or when what who how where well ok okay right no
""")
"""Words behind which a clause begins."""

_NO_AM = word_set("i ah a what who where how why when which that am")
"""Before or behind one of these “am” stands for itself."""

_KNOWERS = word_set("""
    boss manager coordinator people anyone anybody everyone everybody they she he will to
""")
_KNOWN = word_set("what who how if i i'm it it's that that's my me we why where when")
"""Between these “no” is “know”: “will my boss no i said that”."""

_SEE_AFTER = word_set("""
    can could will would does do to who she he they manager boss coordinator people anyone
    anybody someone nobody everyone else family
""")
"""Words behind which a lone “c” is “see”: “who can c this”, and no vitamin."""

_IS = word_set("i'm am you're he's she's they're we're")
_ITS = word_set("it's that's is was this you me")
_ASKING = word_set("what where who how why when which")
_TO_WRITE = word_set("""
    i can't cannot to can could couldn't don't didn't you and just will never me
""")
_KNOWS = word_set("to i you they people folk don't didn't do already")
_NOT_FOR = word_set("for to what")
_YOU_ARE = word_set("not no a just so the")


def _in_place(  # noqa: C901, PLR0911, PLR0912 - each word has its line
    word: str, before: str, after: str, *, begins: bool
) -> str | None:
    """Return what a word is that means one thing here and another there, None for another word."""
    if word == "a":
        is_i = after in _I_BEFORE or (begins and after in _I_BEFORE_AT_START)
        return "i" if is_i else None
    if word == "am":
        is_own = after and not (after in _NO_AM or before in _NO_AM or before[:1].isdigit())
        return "i'm" if is_own else None
    if word in ("ur", "yer", "yir"):
        is_verb = after in _YOU_ARE or (after.endswith("ing") and not before)
        if before in _ASKING and after.endswith("ing"):
            return "you're"
        return "are" if before in _ASKING else "you're" if is_verb else "your"
    if word == "no" and before in _KNOWERS and after in _KNOWN:
        return "know"
    if word == "no":
        if before in ("don't", "didn't") or (before in ("i", "you") and not after):
            return "know"
        return "not" if before in _IS or (before in _ITS and after in _NOT_FOR) else None
    if word == "ken":
        return "know" if before in _KNOWS else None
    if word == "dis":
        return "does" if begins and after in _DOES else None
    if word == "rite":
        return "write" if before in _TO_WRITE else "right"
    if word in ("gonnae", "gonny", "gony"):
        return "will you" if begins else "going to"
    if word in ("2", "4", "d"):
        return _OF_TEXT_SPEAK[word] if after in _BEHIND[word] else None
    if word in ("c", "cs", "c's"):
        return (
            "see" + "s" * word.endswith("s") if before in _SEE_AFTER and after != "diff" else None
        )
    return "why" if word == "y" and (begins or after in _IS_ASKED) else None


_IS_ASKED = word_set("you you're ur u are r do does did is it that")
"""Behind these a lone “y” is “why”: “i dont get y ur asking”."""

_DOES = word_set("my ma the it he she they this that any anyone anybody")
"""Behind these a “dis” that begins is “does”: “dis ma boss get tae read it”."""

_OF_TEXT_SPEAK = {"2": "to", "4": "for", "d": "the"}
"""Figures and letters that are words in text-speak."""

_BEHIND = {
    "2": word_set("do be get go see say write put the d me u you my him her them it stop keep"),
    "4": word_set("the d me u you my ur your him her them it us this that help"),
    "d": word_set("""
        situation management leadership overlap question badge statement other next last first 1
        one bit answer word words coach
    """),
}
"""Words before which they are: “4 d situation bit”, “wots d overlap 1”."""


_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = lazy(r"[.,;:!?\n…–—()“”\"]")


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a text, ``start`` to ``end``, as it is in one voice: it may be several then."""

    start: int
    end: int
    plain: str


@lru_cache(maxsize=16)  # all that asks who is spoken to begins with it, and nothing else is kept
def said_in_one_voice(text: str) -> tuple[Said, ...]:
    """Return the words of a text, each as it is in one voice; those that are plain as typed."""
    found = list(_WORD.finditer(text))
    words = [each[0].casefold().replace("’", "'") for each in found]
    plain = [word_in_one_voice(word) for word in words]
    said, end = list[Said](), 0
    for place, each in enumerate(found):
        is_new = not place or _STOP.search(text, end, each.start()) is not None
        before = "" if is_new else plain[place - 1]
        after = plain[place + 1] if place + 1 < len(plain) else ""
        meant = _in_place(words[place], before, after, begins=is_new or before in _JOINS)
        plain[place] = meant or plain[place]
        typed = each[0] if plain[place] == words[place] else plain[place]
        said.append(Said(each.start(), each.end(), typed))
        end = each.end()
    return tuple(said)


@lru_cache(maxsize=16)  # the same texts
def in_one_voice(text: str) -> str:
    """Return a text in which odd spellings are plain; what stands between its words stays."""
    made, end = list[str](), 0
    for each in said_in_one_voice(text):
        made += [text[end : each.start], each.plain]
        end = each.end
    return "".join([*made, text[end:]])


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
    return by_ear.get(_sound(word), word)
