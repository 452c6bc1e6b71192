"""Words that do the same work in a message, under one name: the words of leaving, of undoing …

A thousand messages are too few to learn that *erase*, *wipe* and *rub oot* mean one thing, so it
is said here once. Each class is a feature beside the word itself; what it means for a message is
learned and not written.
"""

from __future__ import annotations

from bot.analysis.reading.lexicon import Lexicon

CLASSES = Lexicon("""
you: you u ye yi yer your yours ur yous youse yourself ya bot robot machine computer app chatgpt ai
    coach you're youre you've youve ye're ye've yir
me: i ah i'm im ah'm me my ma mine masel myself i've ive ah've i'd i'll ill ah'll mysel
we: we us our oor wir we're we've we'd weve
other: he she they him her them his their folk he's she's hes shes they're who's manager depute
    deputy boss senior nurse cook colleague matron team staff lad lassie girl boy daughter son
step: leadership leader* leedership leadrship lead leading leadin leed* management mgmt manigment
    managment manage managin managing situation situasion sittuation situ overlap overlaps ovrlap
    meet both baith
part: bit by part pairt one yin 1 question answer section box paragraph para line sentence message
    thing first last second third next previous end
said: said sed told telt tellt wrote rote put pit mentioned answered explained covered gave gied
    gied dealt sent typed asked tell
already: already awready alredy above earlier before b4 previously twice again scroll repeat same
    see up
remove: delet* del remov* eras* wip* undo rub scrap bin binned lose unsend clear withdraw* destroy*
    forget rid strike gone ignore clean retract
change: meant ment mean change swap replace correct* typo mistake wrong wrang alter edit oops should
    read not
leave: bye brb gtg ttyl later bed tomorrow tmrw morra morn tonight nicht pause pausing stop stopping
    quit break bus shift leave run unsubscribe finish* enough cancel going awa off home hame exit
    resume
return: back bk bak again returned return continue carry resume here where whaur
help: write rite fix make sound finish give gie tidy polish translate suggest reword shorten
    sample example idea ideas words spelling spelin grammar wording copy longer better professional
    english ending
ask: what how why when where who which whit hoo wot wat whats what's whaur is are do does dae dis
    can could will would wid may must should am r wud cud
grasp: understand follow means meaning confus* get clear lost pardon huh eh simpler simple explain
    clue scooby wdym what whit dinnae ken
feel: hate nerv* scare* anxi* stress* stupid thick daft embaras* embarrass* ashamed hard difficult
    hopeless rubbish rubish useless bored boring proud pleased chuffed confidence afraid worri*
    tired overwhelm* dread* shy feel feels feeling struggl* awkward writer clever cry weird brain
    heid head scunnered
blame: listen* useless rubbish stupid same asked ask keep keeps why annoying seriously wrong again
    pointless joke waste understand machine broken twisted
greet: hi hiya hello hey yo dear morning afternoon evening sir miss madam teacher
thank: thanks thank thx cheers ta
small: weather rain* snow* football fitba telly holiday* hols weekend birthday tea biscuit chippy
    lol haha cat dog wedding traffic strictly love christmas friday saturday starving
no: not no never none nothing nobody noone naebody don't dont dinnae didn't didnt isn't isnae can't
    cant cannae no1 nae naw wouldn't wouldnt haven't havent hardly without
rank: leader boss manager charge just jist only student cleaner driver told job anything
theory: leaders managers theory theories kotter vision always style styles according says good
    inspire inspires influence people follow others definition style transformational should
office: tutor assessor coordinator group session link zoom teams certificate deadline extension
    login password email badge course trainer webinar class form office access moodle cohort
known: knows know kens lives address everybody everyone village toon town confidence paper news
    number surname named street drink drinking pregnant register guess tell her his
ok: ok okay yes aye yeah yep yup sure done fine great sound brilliant aye right k sweet nope no
or: or maybe mibbe instead insteid insted rather better other another anither different
    alternatively could perhaps story example
when: since now noo still after then until till ever
why: because cos coz cause cuz so wanted that's
""")
