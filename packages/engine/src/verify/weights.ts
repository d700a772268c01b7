/** Words that any sentence may share with any other. */
const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those of in on at by for from to with into onto over under about as than and or but so if then ' +
    'i me my we us our you your he him his she her they them their it its who which what when where how there here ' +
    "is are was were be been being am has have had having do does did will would shall should can could may might must not no n't " +
    "it's that's we're i'm they're he's she's we've i've they've there's don't doesn't didn't isn't aren't wasn't weren't won't " +
    "i'll we'll they'll you're also just very more some any all one"
  ).split(' '),
)

/** How much sharing a word tells: 1, or little for a function word. */
export const weightOf = (key: string): number => (FUNCTION_WORDS.has(key) || key === '1' ? 0.35 : 1)
