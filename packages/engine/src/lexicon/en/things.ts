/** Nouns for works: what is written, filmed, recorded, drawn, built to be shown. */
export const WORK_NOUNS: ReadonlySet<string> = new Set(
  (
    'film movie documentary short feature sequel prequel remake thriller comedy drama musical opera operetta ballet play ' +
    'novel novella book memoir autobiography biography collection anthology poem cookbook debut bestseller trilogy album ep lp ' +
    'single song record track symphony concerto sonata score mixtape soundtrack series sitcom soap show programme program ' +
    'podcast miniseries mini-series painting portrait sculpture statue mural installation photograph fresco tapestry bust ' +
    'game comic adaptation screenplay script essay volume follow-up spin-off blockbuster'
  ).split(' '),
)

/** Nouns for events: what is held, attended, hosted. */
export const EVENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'festival concert gig recital performance premiere première screening exhibition fair show gala ball party reception ' +
    'dinner supper lunch luncheon breakfast banquet wedding funeral memorial vigil ceremony launch opening unveiling auction ' +
    'sale conference summit congress convention forum meeting rally march protest demonstration hustings debate lecture talk ' +
    'seminar workshop symposium panel hearing inquest trial match game final semi-final derby race regatta marathon tournament ' +
    'championship championships championships cup parade carnival fête fete event awards gathering fundraiser celebration ' +
    'commemoration anniversary service assembly audition signing reading open-day session talks retreat christening tour ' +
    'press-conference briefing afterparty after-party tasting barbecue picnic'
  ).split(' '),
)
