"""The words with which people speak of the form and of what they write, by what they do there."""

from __future__ import annotations

from bot.analysis.reading.lexicon import Lexicon

FORM_WORDS = Lexicon("""
n: not isn't isnt isnae never wasn't wasnae wasnt rather instead
f: add adding addition addendum append put pit puttin pittin stick pop bung chuck include insert
   mention mentioned skip skippin skipping jump jumping say says tell write file said wrote told
   written goes belongs belong fits go returning
   return concerns supplement amend amendment attach enter submit
g: forgot forgoat forget forgotten missed meant should shoulda shouldve should've omitted
   minded mind remembered remember noticed needs reminds reminded recall
a: more mair another anither extra one's further
p: for fur fer fir 4 2 under in into intae to tae on oan with wi w about aboot abt at beside re
   regard regards regarding respect concerning relation relating referring
j: that dat how but so cos coz cus because cause and an nd then however though tho
o: o n k ps mean btw fyi nb edit keep keeping save take taking find outcome result ending clear
   others question's a the de da this dis that's thats it it's its yin's head heid these those here
   heres here's there theres there's one ones yin wan een ane 1 thing things something somethin
   summat
   summit somehin anything anythin bit bits part pairt parts piece section heading headings headins
   question questions qu box page form list answer answers anser label story point matter detail
   fact note line lines word words mine i i'll ill i'd id i've ive i'm im am ah ah'll ah've ah'd
   ahll ahve ahm ah'm my ma me myself we let lets let's lemme you you'll youll your ye yer yous u is
   was wis are be been being would wid wud will wull shall could can cud may might must do dae
   doing daein gone going gaun gonna gonnae come comes coming comin have hae has had got get getting
   puts writing telling tellin answering answered start started starting begin beginning
   nearly almost terms move moving turn turning deal dealing stay use using give gie
   giving leave leaving want wanted wantin wanna need like very important quite still think
   thinking thought know ken kent see seen saw read reading understand ask asks asked asking of from
   by until till ahead forward forwards doon down up over above below next now noo first furst last
   second secund third thurd fourth other ither same or if whether while as when since where after
   efter before afore b4 no nah naw yes aye ok okay right rite well oh och ach hi hello hiya sorry
   please pls plz thanks thank coach sir madam dear wait hang haud hold actually really maybe mibbe
   perhaps probably prob guess suppose reckon believe just jist already later late also again back
   too moment minute sec step wee tiny small quick quickly once all aw it'll best better easier
   which what whit wot whats what's permission kindly possible left out oot outside side wise bottom
   top end folk people others staff known finish finished done order remark remarks alright allowed
   wrong place wrang oops eh em er bear pal hen mate separately previous earlier following follows
   having dont don't dinnae dunno sure learn intended supposed properly additionally furthermore
   respectfully referred int innit isn't
""")
