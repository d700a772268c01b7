/** Currencies by sign, code and word. */

/** Signs; with the letters that the press sets before a dollar sign. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₴': 'UAH',
  '₦': 'NGN',
  '₫': 'VND',
  '₱': 'PHP',
  '฿': 'THB',
}

/** Letters before `$` ("US$5", "A$5"). */
export const DOLLAR_PREFIXES: Readonly<Record<string, string>> = {
  us: 'USD',
  u: 'USD',
  a: 'AUD',
  au: 'AUD',
  aus: 'AUD',
  c: 'CAD',
  ca: 'CAD',
  cdn: 'CAD',
  cad: 'CAD',
  mex: 'MXN',
  aud: 'AUD',
  usd: 'USD',
  can: 'CAD',
  nz: 'NZD',
  hk: 'HKD',
  s: 'SGD',
  nt: 'TWD',
  r: 'BRL',
}

/** Codes, as written before or behind an amount; upper case only. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  (
    'USD GBP EUR JPY CNY RMB INR AUD CAD NZD CHF SEK NOK DKK PLN CZK HUF RON BGN RUB UAH TRY ILS ZAR NGN KES GHS EGP ' +
    'BRL MXN ARS CLP COP PEN KRW HKD SGD TWD THB IDR MYR PHP VND PKR BDT LKR SAR AED QAR KWD ISK'
  ).split(' '),
)

/** Words for a currency, and how much of it one is. `code` is left out where the word does not tell which. */
export interface CurrencyWord {
  readonly code?: string
  /** 0.01 for cents and pence. */
  readonly part?: number
  /** The word means other things as well: only large amounts count, or a word of paying near. */
  readonly doubtful?: true
}

export const CURRENCY_WORDS: Readonly<Record<string, CurrencyWord>> = {
  dollar: { code: 'USD' },
  dollars: { code: 'USD' },
  buck: { code: 'USD' },
  bucks: { code: 'USD' },
  cent: { code: 'USD', part: 0.01 },
  cents: { code: 'USD', part: 0.01 },
  pound: { code: 'GBP', doubtful: true },
  pounds: { code: 'GBP', doubtful: true },
  sterling: { code: 'GBP' },
  quid: { code: 'GBP' },
  pence: { code: 'GBP', part: 0.01 },
  penny: { code: 'GBP', part: 0.01 },
  euro: { code: 'EUR' },
  euros: { code: 'EUR' },
  yen: { code: 'JPY' },
  yuan: { code: 'CNY' },
  renminbi: { code: 'CNY' },
  rmb: { code: 'CNY' },
  rupee: { code: 'INR' },
  rupees: { code: 'INR' },
  ruble: { code: 'RUB' },
  rubles: { code: 'RUB' },
  rouble: { code: 'RUB' },
  roubles: { code: 'RUB' },
  hryvnia: { code: 'UAH' },
  zloty: { code: 'PLN' },
  zlotys: { code: 'PLN' },
  forint: { code: 'HUF' },
  forints: { code: 'HUF' },
  lira: { code: 'TRY' },
  shekel: { code: 'ILS' },
  shekels: { code: 'ILS' },
  naira: { code: 'NGN' },
  rand: { code: 'ZAR', doubtful: true },
  baht: { code: 'THB' },
  dong: { code: 'VND', doubtful: true },
  ringgit: { code: 'MYR' },
  rupiah: { code: 'IDR' },
  won: { code: 'KRW', doubtful: true },
  real: { code: 'BRL', doubtful: true },
  reais: { code: 'BRL' },
  franc: {},
  francs: {},
  peso: {},
  pesos: {},
  krone: {},
  kroner: {},
  kronor: { code: 'SEK' },
  krona: { code: 'SEK' },
  koruna: { code: 'CZK' },
  dinar: {},
  dinars: {},
  dirham: { code: 'AED' },
  dirhams: { code: 'AED' },
  riyal: { code: 'SAR' },
  riyals: { code: 'SAR' },
  rial: { code: 'IRR' },
  rials: { code: 'IRR' },
  shilling: {},
  shillings: {},
  guilder: {},
  guilders: {},
  bitcoin: { code: 'XBT' },
  bitcoins: { code: 'XBT' },
}

/** A nationality before a word of several countries ("Canadian dollars"): nationality, then the word's singular. */
export const NATIONAL_CURRENCIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  us: { dollar: 'USD' },
  american: { dollar: 'USD' },
  canadian: { dollar: 'CAD' },
  australian: { dollar: 'AUD' },
  zealand: { dollar: 'NZD' },
  kong: { dollar: 'HKD' },
  singapore: { dollar: 'SGD' },
  british: { pound: 'GBP' },
  egyptian: { pound: 'EGP' },
  indian: { rupee: 'INR' },
  pakistani: { rupee: 'PKR' },
  qatari: { riyal: 'QAR', rial: 'QAR' },
  saudi: { riyal: 'SAR', rial: 'SAR' },
  omani: { riyal: 'OMR', rial: 'OMR' },
  iranian: { riyal: 'IRR', rial: 'IRR' },
  swiss: { franc: 'CHF' },
  mexican: { peso: 'MXN' },
  argentine: { peso: 'ARS' },
  chilean: { peso: 'CLP' },
  colombian: { peso: 'COP' },
  philippine: { peso: 'PHP' },
  norwegian: { krone: 'NOK', kroner: 'NOK' },
  danish: { krone: 'DKK', kroner: 'DKK' },
  swedish: { krona: 'SEK', kronor: 'SEK' },
  japanese: { yen: 'JPY' },
  chinese: { yuan: 'CNY' },
  russian: { ruble: 'RUB', rouble: 'RUB' },
  turkish: { lira: 'TRY' },
  kenyan: { shilling: 'KES' },
  kuwaiti: { dinar: 'KWD' },
}

/** Words of paying, which make a doubtful currency word one. */
export const PAYING: ReadonlySet<string> = new Set(
  (
    'pay pays paid paying cost costs costing worth price prices priced sold sell buy bought fine fined spend spent ' +
    'raise raised earn earned owe owed charge charged salary wage wages tax taxes save saved loan debt'
  ).split(' '),
)

/** Abbreviations of currencies before an amount: "Rs 20", "Rs. 20". */
export const CURRENCY_SHORTS: Readonly<Record<string, string>> = { rs: 'INR' }
