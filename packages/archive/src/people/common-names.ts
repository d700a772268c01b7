/**
 * Names that many people bear, and words that many bodies have in theirs, with the share of names that have them: by
 * hand, to the order of magnitude only. What is not here is rare until the archive itself shows that it is not.
 */
const tiers = (all: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(all.flatMap(([share, names]) => names.split(/\s+/).map(name => [name, share] as const)))

export const FIRST_NAMES = tiers([
  [
    0.01,
    `james john robert michael william david richard thomas mary patricia jennifer elizabeth mohammed muhammad mohamed
    maria jose juan ahmed ali wei`,
  ],
  [
    0.003,
    `joseph charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george
    edward linda barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle
    carol amanda melissa deborah stephanie rebecca laura anna peter chris mike bob tom jim joe bill dave steve dan matt tony
    antonio carlos luis francisco pedro manuel jean pierre michel marie luca giovanni hans thomas stefan jan ivan sergei
    alexander alexei dmitri vladimir olga elena natalia ibrahim hassan hussein omar abdul fatima aisha min ji li wang
    nguyen thi van anh raj ram priya amit sanjay rahul`,
  ],
  [
    0.001,
    `timothy ronald jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
    gregory frank raymond patrick jack dennis jerry tyler aaron henry adam douglas nathan zachary kyle walter harold jeremy
    ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse bryan billy jordan albert dylan
    bruce willie gabriel alan wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley simon martin
    ian neil graham colin stuart nigel trevor alex sam ben nick tim jeff greg ken ron rob rick kate emma olivia sophie
    lucy hannah charlotte grace alice jane anne ann helen ruth rachel julie heather diane virginia maria catherine christine
    samantha janet carolyn amy kathleen angela shirley brenda pamela nicole katherine cynthia victoria kelly lauren
    joan evelyn judith andrea cheryl megan marta eva sofia isabel carmen ana lucia paula claudia monica silvia francesca
    giulia chiara marco andrea alessandro francesco giuseppe mario klaus wolfgang jurgen heinz karl friedrich sven lars
    erik anders per ole ingrid astrid piotr andrzej krzysztof katarzyna agnieszka tomasz marek pavel petr jana milan
    nikolai igor boris mikhail andrei yusuf mustafa mehmet fatma ayse emre khalid abdullah salim karim samir leila nadia
    kenji hiroshi takashi yuki akira sunil vijay anil suresh ramesh deepak anita sunita kofi kwame chinedu emeka amina`,
  ],
])

export const LAST_NAMES = tiers([
  [0.008, 'smith wang li zhang kim nguyen garcia singh kumar khan ali lee chen'],
  [
    0.003,
    `johnson williams brown jones davis miller wilson taylor anderson thomas martin rodriguez martinez hernandez lopez
    gonzalez perez sanchez silva santos oliveira ivanov muller park patel sharma ahmed mohamed hussain hassan liu yang
    huang zhao wu tran pham le murphy kelly`,
  ],
  [
    0.001,
    `moore jackson white harris thompson robinson clark lewis walker hall allen young king wright scott green baker adams
    nelson hill campbell mitchell roberts carter phillips evans turner torres parker collins edwards stewart flores morris
    rivera cook rogers morgan peterson cooper reed bailey bell gomez ward cox diaz richardson wood watson brooks bennett
    gray james reyes cruz hughes price myers long foster sanders ross morales powell sullivan russell ortiz jenkins
    gutierrez perry butler barnes fisher o'brien obrien ryan walsh byrne davies griffiths shaw hunt mason simpson marshall
    schmidt schneider fischer weber meyer wagner becker schulz hoffmann bauer koch richter klein wolf rossi russo ferrari
    bianchi romano fernandez ruiz jimenez alvarez moreno munoz romero alonso dubois dupont durand bernard petit
    moreau laurent simon lefebvre leroy jansen bakker visser hansen johansen olsen larsen jensen nielsen andersen pedersen
    johansson andersson karlsson nilsson eriksson virtanen korhonen nowak kowalski wisniewski novak svoboda horvat popov
    petrov sidorov smirnov kuznetsov volkov yilmaz kaya demir celik cohen levy mizrahi abdullah ibrahim mahmoud saleh
    tanaka suzuki sato takahashi watanabe ito yamamoto choi jung kang cho lin xu sun ma zhu guo he gao luo gupta verma
    mehta shah reddy rao das begum akhtar malik chaudhry butt mensah okafor adeyemi okoye mwangi otieno dlamini nkosi
    souza pereira costa ferreira rodrigues almeida carvalho gomes ribeiro`,
  ],
])

/** Words that stand in the names of many bodies. */
export const BODY_WORDS = tiers([
  [
    0.03,
    `council ministry department university bank party union court police government office committee commission agency
    association institute group company club hospital school college national international central state federal city
    county supreme high united health education foreign interior finance justice defence defense republic football
    board trust federation news press workers labour labor democratic conservative liberal green social national people
    peoples house senate parliament assembly congress church foundation society centre center authority service services
    holdings bank museum airport theatre library fire army navy air force team media post times`,
  ],
])
