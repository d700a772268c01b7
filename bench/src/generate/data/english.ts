/**
 * The commonest words of English news, by rank as they usually come; a star marks those that carry grammar rather than
 * matter. Written from general knowledge of such lists, not counted in any corpus.
 */
export const COMMON_WORDS: readonly string[] = (
  'the* of* to* and* a* in* that* is* for* it* on* was* said with* he* as* at* by* be* has* have* his* are* from* but* an* not* I* they* ' +
  'this* will* who* had* their* we* or* were* been* which* more* would* about* its* one* her* she* there* after* when* out* people up* if* ' +
  'you* all* year new so* also* what* than* can* over* could* last two* first* other* into* government years some* time no* do* them* just* ' +
  'now* only* my* him* most* like* because* our* any* how* made* state told minister many* these* even* then* before* those* while* through* ' +
  'where* us* says between* very* country still* being* between* under* day down* back* both* should* did* get* world way police against* since* ' +
  'president three* make work week may* own* during* party money another* public part such* going* report company city home much* well* market ' +
  'health old high group per* case without* number each* million law four* former court take off* right good month use called members around* ' +
  'national here* business percent house children plan long local week’s war place support come think might* family service until* ' +
  'women men school leader end help does* council budget power go general set five* tax know want system too* need left deal among* vote ' +
  'campaign say next same* team election political months never* six* spokesman chief head put officials south north change better early director ' +
  'today office including* office’s life every* later security decision found issue great second* economic water community again* several* countries ' +
  'pay policy see away* across* talks rate whether* workers given big days move came cost late near* west problem held reports meeting foreign ' +
  'return call death far* began give prices minutes took few* lead times area your* financial despite* bank evidence expected rise yesterday though* ' +
  'least* point used trade development great keep union board statement land programme lost small find military road working asked ' +
  'history game top interest opposition far* figures industry agreement staff research always* within* concern young enough* charges centre hospital ' +
  'yet* open season secretary process question running ministry play future side line ahead* start real full committee major already* hours river harbour ' +
  'believe become added increase important inquiry less* letter night often* parliament review saying space strike toward* warned'
)
  .split(' ')
  .filter((word, k, all) => all.indexOf(word) === k)
