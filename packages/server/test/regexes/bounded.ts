/**
 * Regular expressions whose time grows faster than their input, or which recheck cannot judge, and what keeps that input
 * short.
 */
export const BOUNDED: Readonly<Record<string, string>> = {
  '/["“”‘’\'(]([\\p{L}\\p{M}\\p{N}][^"“”)]{0,80}?)["“”‘’\')]{1,4}\\s/u':
    'at most 80 characters behind each mark are looked at',
  '/["“‘\'(][^"“”)]{0,80}["”’\')]\\s/u': 'at most 80 characters behind each mark are looked at',
  '/[a-z&-]+$/i': '14 characters: the caller cuts them out',
  '/\\b(?:photo\\w*|picture[ds]?|portrait|footage|film) [^.;]*$/i':
    '120 characters: the caller cuts them out',
  '/\\B(?=(?:\\d{3})+(?!\\d))(?<!\\.\\d*)/g': 'a number as the program prints it',
  '/([\\p{L}-]+)\\.?\\s+$/u': '24 characters: the caller cuts them out',
  '/(\\p{L}+),?\\s+$/u': '30 characters: the caller cuts them out',
  "/[\\p{L}\\p{M}\\p{N}&]+(?:[.’'][\\p{L}\\p{M}\\p{N}&]+)*$/u":
    'the characters before a stop, NEAR at most: the caller cuts them out',
  '/"((?:[^"\\\\]|\\\\.)*)"|[{}[\\]:,]/gs': 'the beginning of a file, as long as sniffing reads',
  '/(?:^|[\\s.])(?:photo|photograph|picture|image|illustration|foto|credit|arkivfoto)s?\\s?(?:by|:|\\/|©|credit|courtesy of)\\s?[^.!?:]{2,80}$/i':
    '450 characters: isCredit looks at no longer line',
  '/^[\\s[(•▶►→»›*_–—-]+|[\\s\\])•▶►→»›*_–—-]+$/g':
    '300 characters: isForeignLine looks at no longer line',
  '/<meta\\s[^>]{0,1000}>|<\\?xml\\s[^>]{0,200}\\?>/gi': 'the first 4,096 bytes of a page',
  '/<?[\\w.+-]{1,64}@[\\w.-]{1,100}>?/g': '500 characters: peopleIn reads no longer byline',
  '/\\s[|•·–—]\\s.*$/': '500 characters: peopleIn reads no longer byline',
  '/\\s(?:for|in|at|of|from|on|published|updated|posted|special to)\\s(?:the\\s)?[\\p{L}\\d].*$/iu':
    '500 characters: peopleIn reads no longer byline',
  '/\\s*(?:[,;&/]|\\b(?:and|og|och|und|et|y|en|with|med|mit|avec)\\b)\\s*/iu':
    '500 characters: peopleIn reads no longer byline',
  '/^[\\s.:*–—-]+|[\\s:*–—-]+$/g': '500 characters: peopleIn reads no longer byline',
  '/\\s*;\\s*|\\s+(?:and|&)\\s+/': '1,000 characters: bylineOf cuts them out',
  '/\\s*,\\s*/': '1,000 characters: bylineOf cuts them out',
  '/[^\\s;,<>]+@[^\\s;,<>]+/g': '500 characters: bylineNames cuts them out',
  '/ (?:at|for|from|in) .*$/': '500 characters: bylineNames cuts them out',
  '/=+$/': '44 characters: a digest in base64',
  '/\\[([^\\]]*)\\]|\\{(\\w+)(\\*?)\\}|([^[{]+)/g': "forms of sentences that are the program's own",
  "new RegExp(`(?<![\\\\p{L}\\\\p{N}])${common}(?![\\\\p{L}\\\\p{N}])`, 'u')":
    'a word of a name, letters, digits, apostrophes, dots and hyphens alone, looked for in 400 characters',
  "new RegExp(`[${HIDDEN}]`, 'gu')": 'one character of a set',
  "new RegExp(`[${APOSTROPHES}]`, 'gu')": 'one character of a set',
  'new RegExp(`<${name}[\\\\s>]`)': "the program's own names of elements, and one character",
  'new RegExp(`(?:/|\\\\||—|–|via|©|\\\\()\\\\s?(?:${AGENCIES})\\\\)?\\\\.?$`)':
    '450 characters: isCredit looks at no longer line',
  'new RegExp(`^(?:${BREAKS.source})$`)': 'ends of lines alone, as the literal BREAKS',
  'new RegExp(`^${letter}[1-9]\\\\d{0,8}$`)': 'ten characters',
  "new RegExp( [ `[[(]\\\\s?(?:${DOTS})\\\\s?[\\\\])]`, '(?<head>(?<![\\\\p{L}\\\\p{M}])\\\\p{L}{1,30})?\\\\[(?<inner>\\\\p{L}{1,20})\\\\](?<tail>\\\\p{L}{0,30})', '\\\\[[^\\\\][\\\\n]{0,300}\\\\]', DOTS, ].join('|'), 'gu', )":
    'every repetition is of 300 characters at most, or of one set with nothing behind it',
  "new RegExp( [ // dotted letters: U.S., p.m. '(?<![\\\\p{L}\\\\p{N}])\\\\p{L}\\\\.(?:\\\\p{L}\\\\.)+', '\\\\d+(?:[.,]\\\\d+)*[\\\\p{L}\\\\p{M}]*', `(?:${LETTER})+(?:[${APOSTROPHES}](?:${LETTER})+)*`, '[%&\\\\p{Sc}]', ].join('|'), 'gu', )":
    'nothing stands behind its repetitions, so that a word once begun is never tried again',
  "/^(?:read(?: more| next| also| the full [a-z]+| this)?|also read|see also|see more|more(?: on this(?: story)?| from .{1,30}| stories)?|related(?: (?:stories|articles?|content|links?|topics?|coverage|posts?|story|news|reading))?|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested in)|watch(?: also| more| now)?|listen|don['’]t miss|in pictures|in other news|up next|go deeper|learn more|find out more|click here|further reading|editor['’]s picks?|most (?:read|popular|viewed)|læs (?:også|mere)|les (?:også|mer)|läs (?:också|även|mer)|lue myös|mehr (?:zum thema|dazu)|lesen sie auch|lees ook|lire aussi|à lire aussi|lea también|leia também|leggi anche)(?:\\s*[:：|–—-]|$|\\s{1,3}(?=\\p{Lu}))/iu":
    '300 characters: isForeignLine looks at no longer line',
  '/(?<=^|: )middle names .* and .*/su': 'a sentence of the archive’s own with two names in it',
  "new RegExp(String.raw`^\\s+(${WHO}) (\\p{Ll}+)(?=[\\s.,;]|$)`, 'u')":
    '90 characters, NEAR: ownTag cuts them out',
  "new RegExp(String.raw`^\\s+(\\p{Ll}+) (${WHO})(?=[\\s.,;]|$)`, 'u')":
    '90 characters, NEAR: ownTag cuts them out',
  "new RegExp( String.raw`^(${PLACE})((?:${REGION})?(?:${DAY})?(?:${AGENCY})?) ?(?:[—–―]|--?(?= ))(?! ?[\"“'‘«])`, 'u', )":
    '90 characters, LONGEST: the beginning of a paragraph',
  "new RegExp( String.raw`^(\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3})(?:${REGION})?(?:${DAY})?${AGENCY} ?(?:[—–―]|--?(?= ))`, 'u', )":
    '90 characters, LONGEST: the beginning of a paragraph',
}
