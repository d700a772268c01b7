import { desk } from './types.js'

const STORY =
  'The council of Halm voted on Tuesday to keep its two libraries. “We have listened to the people of this town,” said Mayor Ines Dorn, “and we will keep both libraries open until 2030.” She said the money would come from the sale of the old fire station. “It was not an easy decision,” she added. “There are roads to mend and roofs to mend, and there is never enough money for all of it.” Per Asker, who leads the opposition, called the plan a bribe. “You can’t sell a building twice,” he said. “The station was sold in March to a hotel firm from Varn, and the £2m has been spent.” Ms Dorn denied this. “The contract has not been signed,” she said. “If it is signed, we will tell the council first.”'

/** Where quote and no quote lie close together: all claims against one story. */
export const BORDER = desk('border', [
  [
    'exact',
    'we have listened to the people of this town and we will keep both libraries open',
    STORY,
  ],
  [
    'altered',
    'We have listened to the people of this town and we will close both libraries',
    STORY,
    ['close > keep'],
  ],
  ['altered', 'We listened to the people of this town', STORY, ['- have']],
  [
    'altered',
    'we will keep both libraries open until 2035',
    STORY,
    ['2035 > 2030'],
    ['date changed'],
  ],
  [
    'altered',
    'we will keep all libraries open until 2030',
    STORY,
    ['all > both'],
    ['quantifier changed'],
  ],
  ['altered', 'The contract has been signed', STORY, ['- not'], ['negation dropped']],
  [
    'altered',
    'There is always enough money for all of it',
    STORY,
    ['always > never'],
    ['negation dropped', 'quantifier added', 'opposite changed'],
  ],
  [
    'altered',
    'The station was sold in May to a hotel firm from Varn',
    STORY,
    ['May > March'],
    ['date changed'],
  ],
  ['altered', 'The station was sold in March to a firm from Varn', STORY, ['- hotel']],
  ['altered', 'the £3m has been spent', STORY, ['£3m > £2m'], ['amount changed']],
  ['absent', 'It was a difficult decision', STORY],
  ['exact', 'You can’t sell a building twice', STORY],
  ['altered', 'You cannot sell a building twice', STORY, ['cannot > can’t']],
  ['exact', 'we will tell the council first', STORY, [], ['condition cut']],
  ['exact', 'There are roads to mend … and there is never enough money', STORY],
  [
    'joined',
    'The contract has not been signed and there is never enough money for all of it',
    STORY,
    ['~ The contract has not been signed'],
  ],
  ['joined', 'It was not an easy decision. You can’t sell a building twice', STORY],
  ['absent', 'The libraries will be closed because the town has no money', STORY],
  ['absent', 'We sold the fire station to pay for the libraries', STORY],
  ['absent', 'The people of Halm love their libraries', STORY],
  ['absent', 'The mayor has bribed the voters with their own money', STORY],
  ['absent', 'I have always said that the opposition would do anything for a headline', STORY],
  ['absent', 'There is enough money in this town for a hotel', STORY],
  ['absent', 'It will not be easy to mend the roads and the roofs', STORY],
  ['absent', 'The council will have to sign the contract with the firm', STORY],
  ['absent', 'We will build a third library by 2030', STORY],
  ['absent', 'You can never trust a politician who sells a building', STORY],
  ['absent', 'she said that it was', STORY],
  ['absent', 'If we sign it, the council will be the first to know', STORY],
  ['absent', 'We are not going to sell both of the libraries to a hotel firm', STORY],
  ['absent', 'We have always listened to our critics', STORY],
])

/** Known to be called altered: a noun phrase of the story with another predicate. */
export const MISSED = desk('missed', [
  ['absent', 'The sale of the fire station was illegal', STORY],
])
