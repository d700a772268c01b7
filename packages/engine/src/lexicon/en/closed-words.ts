/** Words that no noun phrase goes on behind: prepositions, conjunctions, auxiliaries, relatives, adverbs. */
export const CLOSED_WORDS: ReadonlySet<string> = new Set(
  (
    'of in on at by for from to with without into onto over under between among through during before after since until till ' +
    'about against around across along alongside amid behind beside besides beyond despite except inside outside near off out up down per ' +
    'than as like via within throughout towards toward upon and or but nor yet so if unless whether because although though ' +
    'while whereas when where why how who whom whose which that what whatever whoever whichever is are was were be been being ' +
    "am has have had having do does did done doing will would shall should can could may might must cannot can't won't not no " +
    'never also already still just now then soon later earlier recently once twice again ago too very quite rather almost ' +
    'nearly here there thus hence however meanwhile instead both either neither each every said says say told tells asked asks ' +
    'added adds insisted argued claimed claims claiming warned explained wrote writes i you he she it we they me him us them ' +
    'respectively himself herself itself themselves myself made makes make took takes take went goes go came comes come got gets get gave ' +
    'gives give saw sees see knew knows know thought thinks think became becomes become remained remains remain began begins ' +
    'begin kept keeps keep let lets left leaves lost loses put puts ran runs sat sits set sets sold sells sent sends stood stands ' +
    'spoke speaks won wins wore wears met meets paid pays held holds brought brings bought buys built builds caught drew drove ' +
    'ate felt found flew grew heard hit led lay meant read rose sang spent taught tore understood woke ' +
    'beat beats beaten cut cuts cost costs quit quits shot shoots fought fights sought seeks bid fed hid slept swam drank joined joins ' +
    'chose chooses rang sued sues told bet hung shook threw wed wept woke struck swore stole broke wound bore begged died dies dying married marries born named appointed elected charged including based'
  ).split(' '),
)

/** Determiners that open a noun phrase. */
export const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an this that these those another some one'.split(' '),
)

/** Auxiliary verbs, the forms of "be" apart. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'has have had having do does did will would shall should can could may might must cannot'.split(
    ' ',
  ),
)

/** The forms of "be". */
export const BE: ReadonlySet<string> = new Set('is are was were be been being am'.split(' '))

/** Adverbs that stand between a subject and its verb. */
export const ADVERBS: ReadonlySet<string> = new Set(
  (
    'also already still just now then soon later once twice again first since ever always often thus first posthumously ' +
    'subsequently eventually finally formally officially recently reportedly previously originally initially jointly ' +
    'unanimously narrowly duly quietly secretly privately suddenly peacefully himself herself itself themselves both all today yesterday ' +
    'tonight famously briefly immediately promptly well'
  ).split(' '),
)

/** Words that make what follows possible only, wished for or unsaid. */
export const UNREAL: ReadonlySet<string> = new Set(
  'would could might may should can cannot if unless whether nearly almost'.split(' '),
)

/** Words that say no. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  'not never no neither nor nobody none without cannot'.split(' '),
)

/** Verbs that take back what follows ("denied being", "failed to"), and those that only look forward ("hopes to"). */
export const WITHHOLDING: ReadonlySet<string> = new Set(
  (
    'deny denies denied denying refuse refuses refused declined declines fail fails failed hope hopes hoped hoping want wants ' +
    'wanted wanting wish wishes wished plan plans planned planning intend intends intended aim aims aimed seek seeks sought ' +
    'seeking expect expects expected expecting try tries tried trying offer offers offered propose proposes proposed consider ' +
    'considers considered considering threaten threatens threatened likely unlikely set due about ready rumoured rumored ' +
    'tipped favourite favorite bid bids bidding dream dreams dreamed dreamt promised promise vowed vow pledged supposed ' +
    'alleged allegedly refusing declining failing hopeful eager keen able unable dispute disputes disputed attempt attempts ' +
    'attempted agree agrees agreed'
  ).split(' '),
)
