import type { Incoming } from '@onrecord/formats'

/** Why a story is not read for its language, where it says that it is in another than English. */
export const refusedLanguage = ({ language }: Pick<Incoming, 'language'>): string | undefined =>
  language && !/^en\b/i.test(language)
    ? `It says that it is in "${language}". Onrecord reads English.`
    : undefined
