import { PERSON_NOUNS } from './people.js'
import { OFFICES } from './titles.js'

/** Nouns for a person that name no trade, office or standing: being a woman or a victim is no role. */
const NO_ROLES = new Set(
  (
    'person man woman boy girl child baby teenager pensioner mother father grandmother grandfather gentleman lady friend ' +
    'victim suspect witness defendant plaintiff source insider resident local neighbour neighbor native passer-by bystander ' +
    'onlooker eyewitness caller passenger customer shopper visitor tourist reader viewer listener spectator user counterpart ' +
    'predecessor successor chief executive critic rival opponent colleague member person republican democrat conservative liberal ' +
    'socialist independent tory inmate detainee patient survivor immigrant refugee migrant questioner commuter sister ' +
    'heir heiress incumbent contender talker fan supporter major general veteran relative winner'
  ).split(' '),
)

/** Trades, offices and standings, in small letters: the head of a role's title. */
export const ROLE_NOUNS: ReadonlySet<string> = new Set([
  ...[...PERSON_NOUNS].filter(noun => !NO_ROLES.has(noun)),
  ...Object.keys(OFFICES).filter(word => word.length > 3 && !NO_ROLES.has(word)),
  ...(
    'chief executive ceo cfo coo cto msp mep td mla pc supt dc sgt chef-patron patron chairperson co-chair vice-chair ' +
    'vice-chairman vice-president co-director co-owner co-star co-host co-writer co-producer co-pilot ' +
    'head-teacher deputy vice-captain co-captain ex-captain ex-player ex-minister ex-president ex-mayor ex-footballer ' +
    'goalscorer scorer fly-half fullback full-back centre-back center-back hooker lock flanker prop scrum-half ' +
    'all-rounder spinner seamer wicketkeeper wicket-keeper opener quarterback linebacker pitcher catcher shortstop guard ' +
    'sprinter hurdler marathoner jockey trainer rower sculler skier snowboarder skater gymnast wrestler judoka fencer ' +
    'surfer climber mountaineer explorer adventurer racer driver racing-driver rider biker pianist violinist cellist violist ' +
    'flautist flutist saxophonist trumpeter trombonist organist harpist percussionist keyboardist accordionist fiddler ' +
    'singer-songwriter lyricist librettist beatboxer dj mc emcee popstar pop-star superstar supermodel tenor baritone ' +
    'mezzo mezzo-soprano contralto bass-baritone countertenor ballerina filmmaker film-maker documentarian cinematographer ' +
    'showrunner animator cartoonist illustrator printmaker curator critic essayist memoirist ghostwriter dramatist ' +
    'translator poet-laureate laureate comic stand-up impressionist magician entertainer performer tv-presenter weatherman ' +
    'weathergirl alto diver goaltender lefthander righthander newsreader newscaster anchorman anchorwoman quizmaster influencer vlogger streamer podcaster commentator ' +
    'pundit foreman forewoman shop-steward steward convener convenor whip backbencher frontbencher mp peer baroness ' +
    'vice-chancellor chancellor dean provost warden bursar registrar don fellow archaeologist anthropologist ' +
    'astronomer astrophysicist astronaut cosmonaut botanist zoologist ecologist entomologist ornithologist marine-biologist ' +
    'virologist epidemiologist immunologist oncologist cardiologist neurologist neurosurgeon paediatrician pediatrician ' +
    'pathologist anaesthetist gp vet veterinarian pharmacist optician physiotherapist radiographer psychotherapist sociologist ' +
    'philosopher theologian linguist mathematician statistician meteorologist seismologist volcanologist oceanographer ' +
    'programmer developer coder technologist industrialist financier stockbroker broker auctioneer auditor actuary ' +
    'restaurateur hotelier winemaker vintner distiller butler housekeeper gamekeeper shepherd rancher crofter miner docker ' +
    'welder blacksmith stonemason bricklayer roofer glazier locksmith watchmaker clockmaker goldsmith silversmith jeweler ' +
    'milliner costumier hairdresser barber stylist beautician florist milkman postman postwoman postmaster postmistress ' +
    'courier lorry-driver trucker cabbie cab-driver bus-driver conductor stationmaster signalman lifeboatman coxswain ' +
    'lifeguard coastguard harbourmaster harbormaster bosun helmsman helmswoman yachtsman yachtswoman oarsman oarswoman ' +
    'sportsman sportswoman horsewoman horseman marksman cameraman camerawoman soundman stuntman stuntwoman doorman ' +
    'ombudsman alderman clergyman churchwarden curate canon deacon rector abbot abbess minister preacher evangelist ' +
    'missionary muezzin cantor cleric envoy consul attaché emissary negotiator mediator peacekeeper legionnaire corporal ' +
    'brigadier marshal commodore airman seaman marine paratrooper sniper bodyguard minder mercenary spy spymaster ' +
    'postgraduate undergraduate apprentice intern trainee freelancer secretary receptionist clerk typist ' +
    'archivist antiquarian bookseller newsagent greengrocer butcher fishmonger ironmonger undertaker gravedigger ' +
    'beekeeper horticulturist landscaper conservationist environmentalist naturalist ranger zookeeper falconer ' +
    'philanthropist benefactor socialite aristocrat countess viscount marquess dowager sultan emir sheikh king emperor empress ' +
    'premier taoiseach tánaiste chancellor chief-minister first-minister vice-premier attorney-general ' +
    'solicitor-general governor-general comptroller surveyor planner lobbyist speechwriter spin-doctor press-secretary ' +
    'headhunter recruiter choirmaster bandleader maestro concertmaster impresario promoter booker bookmaker tipster ' +
    'puppeteer acrobat clown juggler ventriloquist understudy extra stand-in gambler hacker smuggler fraudster forger ' +
    'restorer conservator patternmaker seamstress upholsterer cobbler tanner miller cheesemaker fishwife oysterman ' +
    'executive president-elect mayor-elect fiddle-player frontwoman ringmaster breeder owner-trainer biochemist geneticist ' +
    'neuroscientist glaciologist hydrologist palaeontologist criminologist toxicologist actuary ferryman boatbuilder ' +
    'shipbuilder shipowner landowner storyteller master mistress keeper maker hand teller folklorist ethnographer chairman-elect co-creator ' +
    'creator head chief co-ordinator coordinator receiver liquidator trustee governor patroness midshipman ensign ' +
    'newspaperman newspaperwoman newsman anchor goalie playmaker centre-half center-half wing-back left-back right-back'
  ).split(' '),
])

/** Words that stand in a title before its noun, also where no article opens the phrase ("former jazz pianist Mo Dunn"). */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'former ex one-time onetime sometime retired late veteran deputy vice acting interim outgoing incoming caretaker assistant ' +
    'associate senior junior chief first second lead principal head executive managing general founding co prime foreign home ' +
    'finance interior defence defense education health culture transport environment justice trade labour labor energy ' +
    'agriculture fisheries sports sport home shadow opposition attorney solicitor state national international regional local ' +
    'district county city town village borough federal provincial parish federal crown high supreme appeal appeals press ' +
    'communications marketing sales operations technical creative artistic musical music film movie tv television radio stage ' +
    'screen theatre theater opera ballet dance pop rock folk jazz blues soul punk metal country classical rap hip-hop grime ' +
    'reggae salsa techno house indie crime thriller science fiction children romance mystery fantasy comic comedy stand-up drama ' +
    'soap reality news weather political business economics science arts literary food wine restaurant pastry fashion hair ' +
    'interior landscape graphic costume set sound lighting video game games software data web computer tech technology football ' +
    'soccer rugby cricket tennis golf hockey ice-hockey basketball baseball netball volleyball handball boxing cycling rowing ' +
    'sailing swimming diving athletics gymnastics racing motor motorcycle rally racehorse horse show marathon long-distance ' +
    'middle-distance ski snooker darts chess bridge england cup league club team women men youth under-21 world olympic ' +
    'paralympic european commonwealth reigning defending star leading top award-winning prize-winning oscar-winning ' +
    'bestselling best-selling acclaimed renowned celebrated celebrity famous legendary famed noted controversial ' +
    'multi-millionaire self-made billionaire millionaire property media shipping oil steel hotel fashion retail newspaper bank ' +
    'banking investment insurance hedge-fund fund union trade-union student school primary secondary university college ' +
    'police fire ambulance army navy air naval military prison parole probation detective chief-constable special forensic ' +
    'consultant trauma heart brain eye family orthopaedic plastic human rights civil criminal commercial corporate patent tax ' +
    'divorce climate nuclear particle marine wildlife nature portrait landscape war sports-news court opening goal left right ' +
    'fast leg-spin wing bass lead rhythm acoustic session backing concert church cathedral choral street graffiti performance ' +
    'visual conceptual digital cult teenage teen young part-time full-time freelance amateur professional semi-professional ' +
    'independent conservative liberal labour republican democratic democrat socialist green nationalist presidential vice-presidential ' +
    'mayoral parliamentary congressional senate party group founder-chairman non-executive permanent honorary lifetime life ' +
    'british english scottish welsh irish french german spanish italian dutch danish swedish norwegian finnish polish russian ' +
    'american canadian australian indian chinese japanese korean african nigerian kenyan ghanaian brazilian mexican argentine ' +
    'turkish greek portuguese austrian swiss belgian czech hungarian romanian ukrainian israeli egyptian moroccan pakistani ' +
    'european asian scottish south west north east under-secretary parliamentary private human-rights sheriff chief editor-in-chief ' +
    'major lieutenant brigadier squadron wing flight petty warrant staff rear vice-admiral fleet chartered certified registered ' +
    'substitute stand-in striking midfield back backup reserve academy rookie draft two-time three-time four-time five-time ' +
    'double triple treble twice grammy-winning emmy-winning bafta-winning pulitzer-winning booker-winning tony-winning ' +
    'nobel laureate pulitzer small-town community arts care social youth charity festival exhibition museum gallery ' +
    'parliamentary-group mezzo radio-news breakfast late-night drive-time talk chat quiz daytime prime-time ' +
    'fellow co-founder owner founder self-taught up-and-coming brewery dairy sheep cattle pig fruit hill salmon trawler ferry ' +
    'bus taxi lorry truck train tram delivery test airline helicopter fighter racing-car stunt field goalkeeping fitness ' +
    'batting bowling swing skills forwards defence attack first-team dean life-saving'
  ).split(' '),
)

/** Nouns for members: "member of", "guitarist with". */
export const MEMBER_NOUNS: ReadonlySet<string> = new Set('member bandmate'.split(' '))
