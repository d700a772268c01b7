/** Words that make a name an organisation's. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  (
    'inc corp corporation co ltd plc llc llp gmbh ag sa company companies group holdings partners associates brothers ' +
    'bros sons enterprises industries motors airlines airways lines railways rail bank banks bancorp capital insurance mutual ' +
    'trust fund foundation institute institution university college school academy hospital clinic church diocese ' +
    'committee commission council board bureau office agency authority administration department dept ministry ' +
    'treasury court tribunal senate congress parliament assembly house party union federation association society ' +
    'league club fc afc united rovers athletic wanderers city team alliance coalition campaign movement network ' +
    'service services police constabulary force army navy guard brigade corps nato times post herald tribune gazette ' +
    'journal chronicle courier advertiser echo mail express guardian observer telegraph mirror star sun news press ' +
    'magazine daily weekly review media radio tv television broadcasting studios studio pictures films records ' +
    'entertainment productions theatre theater museum gallery orchestra opera ballet band choir center centre ' +
    'laboratory labs systems technologies technology software solutions energy oil gas electric power water ' +
    'pharmaceuticals veterans citizens reporters airport registry chamber exchange reserve commons lords'
  ).split(' '),
)

/** Words before "of" or "for" in the name of an organisation. */
export const ORGANISATION_HEADS: ReadonlySet<string> = new Set(
  (
    'university bank department ministry church house court board bureau committee commission council institute college ' +
    'school academy society association federation union league office chamber museum centre center fund campaign ' +
    'citizens friends veterans organisation organization confederation conference bishops archdiocese diocese ' +
    'hospital state daughters sons knights order confederation republic kingdom city town county ' +
    'port isle bay duke duchess prince princess earl lord mayor governors coalition alliance party museum library ' +
    'centers centres institutes administration agency authority'
  ).split(' '),
)

/** Nouns for a body that acts and speaks as one. */
export const ORGANISATION_NOUNS: ReadonlySet<string> = new Set(
  (
    'company firm corporation business bank lender airline carrier manufacturer maker retailer supermarket chain ' +
    'newspaper paper magazine tabloid broadsheet website site blog outlet publication publisher network channel ' +
    'broadcaster station agency bureau department ministry office government administration council committee ' +
    'commission board panel court tribunal union federation association society charity foundation institute ' +
    'university college school hospital church club team side franchise league party campaign coalition alliance ' +
    'movement group organisation organization body trust fund regulator watchdog thinktank think-tank studio label ' +
    'startup start-up giant operator developer landlord palace parliament senate congress embassy consulate inquiry force ' +
    'army navy military junta city nation country state pac'
  ).split(' '),
)

/** Nouns for what is written or said: it speaks for whoever made it. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'report study survey poll paper article book memoir letter note memo email e-mail message text tweet post blog ' +
    'statement release brief briefing filing submission complaint lawsuit indictment affidavit petition ruling verdict ' +
    'judgment judgement opinion order decision document documents transcript testimony account diary journal program ' +
    'programme show episode speech remarks words answer reply response comment comments review headline caption sign ' +
    'placard banner advert ad advertisement commercial video clip recording voicemail research findings finding ' +
    'analysis data figures results records polls reports rumours rumors page section website bulletin newsletter ' +
    'manifesto constitution law act bill rules standards guidelines lyrics song'
  ).split(' '),
)
