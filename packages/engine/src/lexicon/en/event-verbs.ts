const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Verbs whose object is the event that their subject gives: "hosted a supper". */
export const HOSTS: ReadonlySet<string> = set(
  'hosted hosts hosting host chaired chairs chairing chair threw throws throwing throw gave given thrown held holding organised ' +
    'organized organises organizes organising organizing compered compèred compering moderated moderates moderating convened convenes staged ' +
    'stages staging emceed officiated co-hosted co-hosts co-hosting fronted fronts presented presents presenting arranged ' +
    'sponsored sponsors hosts laid',
)

/** Verbs whose object is the event that their subject does something in: "addressed a rally". */
export const DOES_IT: ReadonlySet<string> = set(
  'addressed addresses addressing headlined headlines headlining headline ran runs running run entered enters entering contested contest contests ' +
    'contesting opened conducted conducts conducting refereed referees umpired judged judges led leads leading closed ' +
    'played plays play playing closes completed completes completing joins sailed skippered',
)

/** … that their subject is at: "attended the gala". */
export const IS_AT_IT: ReadonlySet<string> = set(
  'attended attends attending watched watches watching graced witnessed gatecrashed crashed left leaving joined',
)

/** Verbs of those who do something before the others at an event: "sang at the gala". */
export const DOES_THERE: ReadonlySet<string> = set(
  'competed competes competing compete performed performs performing perform spoke speaks speaking speak sang sings singing sing appeared appears appearing ' +
    'appear played plays playing play raced races racing race rode rides riding ride swam swims swimming swim ran runs running run ' +
    'fought fights fighting lectured lectures finished finishes finishing debuted debuts exhibited exhibits exhibiting testified ' +
    'testifies testifying starred scored scores scoring skated skates guested guests bowled batted boxed wrestled lined premiered represented ' +
    'represents represent delivered delivers delivering deliver preached preaches officiated officiating debated debates debating ' +
    'clashed clashes faced faces face beat beats beating defeated defeats led leads marched marches paraded busked refereed umpired judged read reads ' +
    'reading danced dances dancing dance fenced sparred rowed rows rowing cycled sailed drummed dj-ed conducted recited ' +
    'headlined presents introduced introduces duetted jammed campaigned reached reaches lost loses qualified crossed ' +
    'placed came triumphed lifted headline participated participates participating participate partnered demonstrated unveiled modelled modeled exhibit',
)

/** Of these only with a word for what is done: "gave a speech at the gala". */
export const GIVES: ReadonlySet<string> = set(
  'gave gives give giving given made makes making make delivered topped took takes taking performed read staged',
)
export const GIVEN: ReadonlySet<string> = set(
  'speech talk lecture address keynote eulogy reading poem performance evidence debut tribute sermon toast bill up song collection ' +
    'paper testimony presentation stage floor part readings speeches appearance entrance solo set recital penalty catch',
)

/** Verbs of motion: the event stands behind "to" or "for" too. */
export const MOVES: ReadonlySet<string> = set(
  'came comes coming went goes going flew flies flying travelled traveled travelling traveling travels drove walked sailed brought ' +
    'brings bringing invited escorted accompanied drawn stepped arrived arriving arrives turned gathered packed headed rushed returned assembled crammed',
)

/**
 * Verbs that say nothing of anyone's being there, or of whom it is not known in what part: speech, prizes, deals, hopes.
 *
 * Not: "said at the gala", "was named best actress at the gala", "was sold at the auction".
 */
export const NOT_THERE: ReadonlySet<string> = set(
  'said says say saying told tells telling asked asks announced announces added adds warned warns insisted claimed claims argued called calls urged promised ' +
    'won wins winning win named names crowned awarded honoured honored nominated shortlisted given presented handed received receives ' +
    'collected collects picked scooped scoops sold sells selling bought buys paid auctioned raised held staged hosted opens opened opening ' +
    'took takes taken taking met meets begins began starts started ends ended runs is are was were be been being has have had having ' +
    'screened shown screens shows premiered premieres launched launches aimed planned scheduled due set expected invited missed ' +
    'skipped snubbed avoided cancelled canceled postponed boycotted banned barred excluded absent resigned retired died killed born ' +
    'married charged arrested convicted sentenced jailed appointed elected founded signed published released recorded filmed ' +
    'broadcast televised worked works working lives lived lives based happened occurred erupted broke looked looks looking hit hits seems thought knows knew learned ' +
    'heard agreed agrees pledged vowed accused denied revealed confirmed declared claimed noted wrote writes posted joked quipped ' +
    'described dedicated commissioned designed written composed directed features featured includes included involves involving ' +
    'apologised apologized supported funded organised organized failed fell died declined refused discussed spent used prepares preparing prepare hopes hope wants plans bowed qualify qualified withdrew withdraws pulled stayed sent pointed',
)

/** Words for those at an event. */
export const GUEST_NOUNS: ReadonlySet<string> = set(
  'guests guest attendees mourners audience crowd congregation spectators attendance present onlookers well-wishers dignitaries delegates revellers ' +
    'partygoers vips celebrities attending those crowds guest-list worshippers invitees visitors supporters watching fans thousands hundreds dozens faces names',
)
/** … and for those who do something at it. */
export const PERFORMER_NOUNS: ReadonlySet<string> = set(
  'speakers speaker performers performer panellists panelists competitors contestants runners finalists acts act headliners headliner artists exhibitors participants ' +
    'entrants soloists soloist players riders lineup line-up bill starters performing competing speaking taking appearing playing panel presenters entertainers musicians teams field bands finalist judges',
)
