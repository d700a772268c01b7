type Gender = 'female' | 'male'

/** Relatives, and the gender that the word tells. */
export const KINSHIP: Readonly<Record<string, Gender | undefined>> = {
  wife: 'female',
  husband: 'male',
  mother: 'female',
  father: 'male',
  mum: 'female',
  mom: 'female',
  dad: 'male',
  daughter: 'female',
  son: 'male',
  sister: 'female',
  brother: 'male',
  aunt: 'female',
  uncle: 'male',
  niece: 'female',
  nephew: 'male',
  grandmother: 'female',
  grandfather: 'male',
  granddaughter: 'female',
  grandson: 'male',
  widow: 'female',
  widower: 'male',
  girlfriend: 'female',
  boyfriend: 'male',
  fiancée: 'female',
  fiancé: 'male',
  'ex-wife': 'female',
  'ex-husband': 'male',
  stepmother: 'female',
  stepfather: 'male',
  stepson: 'male',
  stepdaughter: 'female',
  partner: undefined,
  spouse: undefined,
  parent: undefined,
  child: undefined,
  twin: undefined,
  cousin: undefined,
  sibling: undefined,
  relative: undefined,
  fiance: 'male',
  fiancee: 'female',
}

/** People whose word tells their gender. */
export const GENDERED_PEOPLE: Readonly<Record<string, Gender>> = {
  woman: 'female',
  man: 'male',
  girl: 'female',
  boy: 'male',
  lady: 'female',
  gentleman: 'male',
  actress: 'female',
  waitress: 'female',
  heiress: 'female',
  hostess: 'female',
  nun: 'female',
  queen: 'female',
  princess: 'female',
  king: 'male',
  prince: 'male',
  spokesman: 'male',
  spokeswoman: 'female',
  chairman: 'male',
  chairwoman: 'female',
  congressman: 'male',
  congresswoman: 'female',
  businessman: 'male',
  businesswoman: 'female',
  policeman: 'male',
  policewoman: 'female',
  fisherman: 'male',
  fireman: 'male',
  salesman: 'male',
  saleswoman: 'female',
  frontman: 'male',
  craftsman: 'male',
  statesman: 'male',
  nobleman: 'male',
  schoolboy: 'male',
  schoolgirl: 'female',
  heroine: 'female',
  landlady: 'female',
  landlord: 'male',
  councilman: 'male',
  councilwoman: 'female',
  midwife: 'female',
}

/** Nouns for one person: trades, offices, standings. */
export const PERSON_NOUNS: ReadonlySet<string> = new Set(
  (
    'person president premier chancellor minister secretary undersecretary senator congressman congresswoman lawmaker ' +
    'legislator politician representative governor mayor ambassador diplomat councillor councilman councilwoman delegate ' +
    'mp leader speaker nominee candidate contender incumbent aide adviser advisor strategist pollster operative ' +
    'campaigner activist organiser organizer supporter critic opponent rival judge justice magistrate coroner juror ' +
    'lawyer attorney solicitor barrister counsel prosecutor defendant plaintiff witness suspect victim detainee inmate ' +
    'officer policeman policewoman constable detective inspector superintendent sheriff sergeant lieutenant captain ' +
    'major colonel general admiral commander soldier veteran pilot sailor skipper coach manager player striker forward ' +
    'midfielder defender goalkeeper keeper winger footballer cricketer batsman bowler golfer boxer cyclist runner ' +
    'swimmer athlete champion teammate team-mate referee umpire singer songwriter musician guitarist drummer bassist ' +
    'vocalist frontman rapper crooner soprano tenor composer conductor dancer choreographer actor actress star ' +
    'comedian director producer screenwriter writer novelist poet author biographer playwright artist painter sculptor ' +
    'photographer designer model presenter broadcaster host anchor narrator moderator interviewer celebrity blogger ' +
    'youtuber critic reviewer journalist reporter correspondent columnist editor publisher owner founder co-founder ' +
    'cofounder chairman chairwoman chair chairperson chief executive ceo boss director-general treasurer accountant ' +
    'banker trader investor analyst economist consultant entrepreneur businessman businesswoman billionaire ' +
    'millionaire tycoon mogul magnate shareholder employee worker colleague member official spokesman spokeswoman ' +
    'spokesperson representative commissioner administrator superintendent professor lecturer academic scholar ' +
    'historian scientist researcher biologist chemist physicist geologist psychologist economist engineer architect ' +
    'inventor doctor physician surgeon psychiatrist dentist nurse midwife paramedic therapist patient teacher ' +
    'headteacher headmaster principal student pupil graduate librarian priest vicar pastor bishop archbishop cardinal ' +
    'rabbi imam pope monk nun chaplain verger king queen prince princess duke duchess earl baron heir heiress farmer ' +
    'fisherman baker butcher potter ceramicist weaver brewer grocer tailor dressmaker jeweller publican shopkeeper chef cook waiter waitress barman bartender barista driver conductor mechanic plumber ' +
    'electrician carpenter builder gardener caretaker cleaner porter firefighter fireman carer volunteer tenant ' +
    'landlord landlady neighbour neighbor resident local passer-by bystander onlooker eyewitness passenger motorist ' +
    'commuter customer shopper visitor tourist caller reader viewer listener fan spectator questioner voter protester ' +
    'source insider whistleblower expert specialist veteran survivor native immigrant refugee migrant man woman boy ' +
    'girl child baby teenager pensioner mother father grandmother grandfather gentleman lady friend lawyer agent ' +
    'publicist biographer secretary-general operator poster commenter user counterpart predecessor successor ' +
    'congressperson republican democrat conservative liberal socialist independent tory'
  ).split(' '),
)

/** Epithets: the definite form goes back to someone named, without an introduction of its own. */
export const EPITHETS: ReadonlySet<string> = new Set(
  (
    'star actor actress singer songwriter musician rapper drummer guitarist comedian director author writer novelist poet ' +
    'artist footballer striker midfielder defender goalkeeper winger player athlete golfer boxer champion politician ' +
    'lawmaker congressman congresswoman senator billionaire millionaire tycoon mogul magnate businessman businesswoman ' +
    'entrepreneur nominee candidate republican democrat tory native veteran pensioner teenager presenter broadcaster ' +
    'scientist academic historian banker trader baker runner-up winner pianist violinist ' +
    'conductor rower sailor sprinter climber rider driver jockey nurse surgeon farmer painter sculptor pilot ' +
    'astronaut prop captain skipper batsman bowler dancer designer chef photographer inventor'
  ).split(' '),
)

/** Words for someone by where he or she comes from. */
export const DEMONYM =
  /^(?:\p{L}{2,}(?:[aeicr]an|nese|ish|erman)|\p{L}{2,}(?:sh|ch|el)(?:man|woman)|scots?(?:man|woman)?|briton|dane|swede|finn|pole|turk|greek|spaniard|icelander|new yorker)$/u

/** Several people or a body of people. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  (
    'police officials authorities people voters critics experts analysts economists scientists researchers academics ' +
    'historians prosecutors lawyers attorneys detectives investigators officers firefighters paramedics medics doctors ' +
    'nurses teachers parents pupils students residents neighbours neighbors locals witnesses eyewitnesses bystanders ' +
    'onlookers passengers fans supporters opponents protesters demonstrators campaigners activists unions workers staff ' +
    'employees bosses executives managers directors shareholders investors traders bankers ministers lawmakers ' +
    'legislators senators congressmen councillors delegates diplomats aides advisers advisors allies rivals sources ' +
    'insiders friends relatives family families colleagues teammates players readers viewers listeners users customers ' +
    'reporters journalists editors authors writers women men children boys girls teenagers millennials republicans ' +
    'democrats conservatives liberals tories members leaders spokesmen jurors judges farmers fishermen tenants owners ' +
    'observers commentators others everyone everybody many some most several few those both neither all somebody someone ' +
    'nobody anyone crowd jury couple pair twins brothers sisters siblings duo band crew team surrogates defenders ' +
    'veterans troops soldiers rebels militants'
  ).split(' '),
)
