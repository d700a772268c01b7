/** What one is charged with, denies and admits before a court: the word that such a phrase begins or ends with. */
export const CRIMES: ReadonlySet<string> = new Set(
  (
    'murder manslaughter homicide assault assaulting battery wounding rape theft stealing burglary robbery fraud defrauding forgery arson ' +
    'perjury bribery bribing corruption blackmail extortion embezzlement laundering conspiracy conspiring kidnap kidnapping abduction ' +
    'harassment stalking trespass libel contempt affray treason espionage sedition smuggling trafficking dealing possession ' +
    'speeding driving drink-driving negligence misconduct obstruction perverting cruelty neglect vandalism evasion ' +
    'insider-trading counterfeiting racketeering terrorism riot incitement handling poaching piracy hacking'
  ).split(' '),
)
