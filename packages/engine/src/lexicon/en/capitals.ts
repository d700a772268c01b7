/** Words that a sentence begins with and that are no names, whatever their capital. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'a an the this that these those there here it its he him his himself she her hers herself they them their we us our i ' +
    'my me you your who whom whose which what when where why how whether if unless until while whilst because since as ' +
    'although though despite and or but nor so yet for from of in on at by to with within without into onto upon about ' +
    'above across after against along amid among around before behind below beneath beside besides between beyond ' +
    'down during except inside near off out outside over past per through throughout toward towards under up via ' +
    'according speaking asked pressed told said says writing referring responding replying adding noting citing given ' +
    'not no none nobody nothing never neither either both all any each every some someone somebody many much more most ' +
    'several few fewer less least other others another such same own one two three four five six seven eight nine ten ' +
    'eleven twelve twenty thirty forty fifty hundred thousand million billion first second third last next once twice ' +
    'half only just even also too very then than now today tomorrow yesterday tonight still already again always often ' +
    'sometimes soon later earlier ago meanwhile however therefore thus instead indeed perhaps maybe rather quite almost ' +
    'nearly about further moreover furthermore otherwise nevertheless nonetheless overall yes no oh well okay ok please ' +
    'thanks thank sorry hello dear is are was were be been being am do does did done has have had having can could may ' +
    'might must shall should will would let make made get got go goes going come came take took give gave see saw look ' +
    'looks looking say saying think thinks know knows want wants need needs ask asks call calls called find found feel ' +
    'felt keep kept put show shows showed try tried use used like unlike back good great new old big small young little long ' +
    'high low right left true false real full free early late recent former current top main major minor people police ' +
    'officials sources critics experts analysts everything anything something everyone everybody anyone anybody ' +
    'following including regarding concerning based born read watch listen click share related photo photos picture ' +
    'pictures image images video file update updated breaking exclusive opinion question answer q'
  ).split(' '),
)

/** Nationality and faith words: capitalised, and no names by themselves. */
export const ADJECTIVES: ReadonlySet<string> = new Set(
  (
    'american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian ' +
    'swedish norwegian danish finnish polish czech hungarian romanian bulgarian greek turkish russian ukrainian israeli ' +
    'palestinian egyptian iranian iraqi syrian afghan pakistani indian chinese japanese korean vietnamese thai ' +
    'indonesian australian canadian mexican brazilian argentine chilean cuban african asian european latin arab jewish ' +
    'muslim christian catholic protestant islamic hindu buddhist democratic republican conservative liberal labour ' +
    'tory federal presidential african-american western eastern'
  ).split(' '),
)

/** Of these, the ones that are names as well where they stand inside a sentence. */
export const NAMES_TOO: ReadonlySet<string> = new Set(
  'will young little long low high good new old great small early true free main best back read born'.split(
    ' ',
  ),
)
