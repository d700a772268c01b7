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
