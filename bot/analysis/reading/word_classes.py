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

WORK = Lexicon("""
do_check: check* chek* audit* tick* ticked coont* inspect* monitor* weigh* weighed measur* compar*
    track* test* sampl* review* tally* totted spot* notic* watch* miss* gap gaps figures numbers
    percent
do_record: wrote rote write log logs logged chart* sheet sheets book diary folder note notes noted
    notit form forms poster calendar board table notebook jotter spreadsheet record* recorded
    label* sticker* card cards list lists photo photos picture* post-it paper
do_plan: plan plans planned planning plann* schedul* timetabl* rota rotas dates booked order
    ordered budget* cost costs pound* quid fund* money ahead beforehand ready prepar* forecast
    backup back-up risk* steps deadline* advance january february march april june july august
    september october november december
do_time: monday* tuesday* wednesday* thursday* friday* saturday* sunday* mon tues thurs fri am pm
    o'clock morning* afternoon* daily weekly week weeks month* minute* mins hour* hoor* half
    quarter
do_share: swap* swop* split* share* shared allocat* assign* pair* match* divid* names roles job
    jobs each buddy cover* shift shifts double regular two three four six between group groups
    turn turns
do_mend: fix* fixed sort* sorted solv* switch* changed chynged moved move shiftit shifted broke*
    stuck rang phoned instead cancel* short sick late early different round backwards
do_ask: ask* askit spier* speir* wonder* invit* listen* heard choos* chose pick* picked vote*
    opinion* view* fear* like prefer*
do_tell: told telt tellt explain* show* shown showd shawed remind* persuad* convinc* talk* spoke
    discuss* agree* agreed meeting* chat* met backed side word
do_thank: thank* prais* proud credit brilliant appreciat* clap* cheer* weel well
do_trust: let trust* lead leads led taught teach* learn* learned own hersel* himsel* herself
    himself confiden* believ* belief idea ideas host charge run
do_self: myself masel mysel maself sorry mistake* first dropped front honest admit* wrong
do_beside: sat sit stood stayed steyed beside alongside wi with together join* joined doon down
do_care: wash* shower* bath* breakfast toilet fed feed tablets meds dress* pad hair shav* tea
    supper soup lunch dinner denner
do_heart: scared feart cry cried greet greetin laugh* smil* happy upset calm* worried proud shy
    nervous hope quiet alone lonely
do_aim: why matter* most point purpose dignity home goal goals aim* dream pictur* vision values
    respect good better right year future meant want
do_all: everybody everyone abody a'body awbody all staff team girls lads others kitchen cook
    janitor janny families family parents gp pharmac* church school office neighbour* nights days
    volunteers
do_one: resident* tenant* lady lady's man wumman wifie boy girl child lad lass lassie laddie bairn
    wean gentleman client* mr mrs
do_thing: printer hoist lift boiler bus van car key keys door doors tables chairs box boxes
    trolley cupboard fridge kettle
""")
"""Words of work: checking, planning, asking, trusting. They tell what an act is called, and little
of what a message is for."""
