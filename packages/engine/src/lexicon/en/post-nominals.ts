/**
 * Letters behind a person's name, as written; they are no part of it. Those of an office or a rank tell the noun that its
 * bearer answers to, the others none.
 */
export const POST_NOMINALS: Readonly<Record<string, string | undefined>> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    (
      'OBE MBE CBE KBE DBE GBE BEM KCB DCB CB KCMG DCMG CMG KCVO DCVO CVO LVO MVO DSO DSC DFC CGC QGM QPM KPM ' +
      'FRS FBA FRSL FRSA FRCS FRCP FRIBA RIBA PhD DPhil MBBS LLB LLM MBA RN CPA JP DL PC VC GC'
    )
      .split(' ')
      .map(letters => [letters, undefined]),
  ),
  { MP: 'mp', MEP: 'mep', MSP: 'msp', MLA: 'mla', TD: 'td', KC: 'barrister', QC: 'barrister' },
)

/** Of these letters the ones that are an office's title. */
export const OFFICE_LETTERS: ReadonlySet<string> = new Set('MP MEP MSP MLA TD'.split(' '))
