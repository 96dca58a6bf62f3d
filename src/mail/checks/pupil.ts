// A writer who goes to school: what only a pupil says of themselves, beside an age in figures.
import { signs } from './signs.ts'

const age = '(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)'
const iAm = "\\b(?:i am|i'm|im)(?: only| just| still| nearly| almost| currently)?"
const nth =
  '(?:fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven)teenth|[5-9]th|1[0-7]th)'
const exams =
  '(?:gcses?|a[- ]?levels?|as[- ]levels?|sats|mocks?|mock exams?|highers|nat(?:ional)? 5s?|eleven plus|11 plus|btecs?|leaving cert|junior cert|exams? at school)'
const stop = '(?=\\s?[.,!;?\\n]|\\s*$)'

export const pupils = signs(
  [
    'five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen digits',
    `${iAm} ${age}(?= n\\b| and (?:a half|three quarters|a quarter|nearly|i\\b|my\\b|in\\b|at\\b|live)|\\s?[,.!;)](?! ?(?:stone|miles|weeks))| lol\\b| tho\\b)`,
  ],
  [
    'five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen digits',
    `\\b(?:age|aged) (?:is )?${age} and (?:a half|three quarters)\\b|\\bmy age is ${age}\\b|(?:^|[\\n.!] ?)${age}[- ]years?[- ]olds? (?:here|girl|boy|lad|student)`,
  ],
  [
    'five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen digits',
    `${iAm} an? (?:\\w{1,10} )?(?:girl|boy|lad|lass|kid|student|pupil|schoolgirl|schoolboy) (?:of|aged|who is|who's) ${age}${stop}`,
  ],
  [
    'five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen digits',
    `\\bas an? (?:girl|boy|lad|kid) of ${age}\\b|\\b(?:someone|somebody|a person) who(?:'s| is) (?:only |just )?${age}(?=\\s?[.,]| and)`,
  ],
  [
    'school',
    `${iAm} in (?:the )?(?:my )?(?:first|second|third|fourth|fifth|last|final) (?:year|form)(?: at| of)? (?:secondary|high|primary|middle|junior|grammar|senior) school\\b`,
  ],
  [
    'sixth fifth fourth p1 p reception stage form class infants s primary transition digits',
    `${iAm} in (?:the )?(?:lower|upper) (?:fourth|fifth|sixth)\\b|${iAm} in (?:p[1-7]|s[1-6]|primary (?:[1-7]|one|two|three|four|five|six|seven)|(?:first|second|third|fourth|fifth|sixth) class|junior infants|senior infants|transition year|key stage [1-4]|reception(?: class)?|first form|fifth form)(?:${stop}| in )|${iAm} in (?:p[1-7]|primary [1-7]|(?:first|second|third|fourth|fifth|sixth) class|transition year) (?:at|in)\\b|${iAm} in yr ?(?:[1-9]|1[0-3])\\b|\\bi start (?:in )?year (?:[1-9]|1[0-3]|seven|ten)\\b|\\bas an? (?:[5-9]|1[0-7])[- ]?yr[- ]old\\b`,
  ],
  [
    'year yr digits',
    `${iAm} (?:in )?year (?:[1-9]|1[0-3]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)\\b(?! (?:teacher|tutor|head|of (?:my|our) (?:training|course|degree)))|${iAm} an? year (?:[1-9]|1[0-3]|seven|eight|nine|ten|eleven|twelve|thirteen) (?:student|pupil|girl|boy)\\b`,
  ],
  [
    'class form set',
    `${iAm} in (?:mr|mrs|miss|ms|sir)\\.? [\\w'-]{2,15}(?:'s|s') (?:class|form|set)\\b|\\bin (?:my|our) class at (?:school|primary)`,
  ],
  [
    'pupil former schoolboy schoolgirl kid brownie scout guide rainbow prefect head',
    `${iAm} an? (?:\\w{3,10} )?(?:pupil|sixth[- ]former|schoolboy|schoolgirl|school ?kid|brownie|cub scout|beaver scout|girl guide|rainbow|prefect)\\b|${iAm} (?:the )?(?:deputy )?head (?:girl|boy) (?:at|of) (?:my|our)\\b|\\bas a pupil (?:at|of|in)\\b`,
  ],
  [
    'pupils children students class teacher',
    `(?:^|[\\n.!] ?)we are (?:(?:all )?(?:the )?(?:pupils|children|students) (?:of|at|from|in) |class )\\w|\\b(?:my|our) class and i\\b|\\bour teacher (?:is|was|asked|told|says?|said) `,
  ],
  [
    'gcse gcses levels level sats mocks mock highers nat national plus btecs leaving junior exams',
    `${iAm} (?:doing|sitting|taking|revising for|studying for|about to (?:sit|do|take)|in the middle of|starting) (?:my |our |the )?${exams}\\b|\\bi(?:'ve| have) (?:got )?my ${exams} (?:next|this|tomorrow|today|on|in|coming|starting|soon)`,
  ],
  [
    'young old minor age under not digits eighteen sixteen',
    "\\b(?:i'm|i am|im|we're|we are)(?: still)? too young to\\b|\\b(?:i'm|i am|im)(?: still)? (?:not|n't) (?:yet |quite )?(?:old enough|18|eighteen|16|sixteen)\\b|\\b(?:i'm|i am|im) (?:still )?(?:a minor|under ?age|under (?:18|16|eighteen|sixteen))\\b",
  ],
  [
    'when vote',
    "\\bwhen i(?:'m| am| turn| get to be| grow) (?:1[0-8]|eighteen|sixteen|old enough|grown up|up|big)\\b|\\b(?:want to|will|going to|gonna) be an? [^.!?\\n]{2,30} when i(?:'m| am) older\\b|\\bwhen i (?:leave|finish) school,? i\\b|\\b(?:able|allowed) to vote in (?:a|one|two|three|four|five|six|seven|\\d) (?:years?|months?)(?:'s?)?(?: time)?\\b",
  ],
  [
    'birthday',
    `\\bmy ${nth} birthday\\b(?=[^.!?\\n]{0,40}\\b(?:ward|yesterday|last|this|next|tomorrow|on|today|here|week|soon))|\\b(?:had|have just had|just had|celebrated|spent) my ${nth} birthday\\b`,
  ],
  [
    'five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen digits',
    `\\bi(?:'ve| have)?(?: just| only)* (?:turned|turn|will turn|'ll turn|am turning) ${age}\\b(?=\\s?[.,!]| (?:last|this|in|on|yesterday|today|and|next|tomorrow|a))`,
  ],
  [
    'teen teenager parents mum mam dad',
    `${iAm} a teen(?:ager)?\\b|\\bmy (?:parents|mum|mam|dad|mum and dad) (?:don't|do not|doesn't) know i(?:'m| am) (?:writing|emailing|sending)`,
  ],
  [
    'homework project favourite bunked missed missing miss',
    '\\b(?:this|it) is for my (?:school )?(?:homework|project|school)\\b|\\bmy favourite (?:subject|lesson|teacher)\\b(?! (?:was|used))|\\bbunked off\\b[^.!?\\n]{0,20}\\b(?:school|maths|english|lessons?|science|games|class)\\b|\\bi (?:missed|am missing|will miss|have missed) (?:school|my (?:exam|lesson|maths|gcse|test))\\b(?! runs)',
  ],
  [
    'school primary academy grammar juniors infants kids children pupils',
    "\\bi (?:start|am starting|go to|go up to|move up to) (?:high|secondary|big|senior|middle|grammar) school\\b|\\bi go to (?!the |a |my |work |see |help )(?:[\\w'.-]{1,14} ){1,4}(?:primary|high|school|academy|grammar|juniors?|infants?)\\b|\\bone of the (?:kids|children|pupils) who (?:was|were|got)\\b",
  ],
  [
    'tutor teacher headteacher head classmates mates council',
    "\\bmy (?:form tutor|head ?teacher|head of year|teacher|class ?mates)\\b[^.!?\\n]{0,12}\\b(?:says?|said|told|wouldn't|won't|let us|thinks?|made us|made me|and i|gave us)\\b|\\b(?:our|the) school council\\b[^.!?\\n]{0,20}\\b(?:i am|i'm|i was)\\b",
  ],
)

/** What pupils say, and teachers and parents too: a sign where nothing tells of a grown-up. */
export const perhapsPupils = signs(
  [
    'school teacher lesson gcse detention class double trip',
    `\\bmy school (?:is|was|has been|has|closed|shut|says|won)\\b|\\b(?:at|in|from|to) my school\\b|\\bi ?(?:had to leave|came home from|missed|bunk off|am off|'ve been off|have been off|just finished|get home from|walk to|get the bus to|(?:just )?finished|leave) (?:primary |secondary |high )?school(?! (?:at|in (?:19|20)|when|with no))\\b|\\bmy (?:\\w{2,12} )?(?:teacher|lesson|gcse|detention|school bus|school bag|school trip|class(?! of \\d))\\b|\\bi was on the school trip\\b|\\bi(?:'ve| have)(?: got)? double (?:\\w{3,10})\\b|\\bwe(?:'re| are) a class of\\b|\\bi got (?:a )?detention\\b|\\bi get the school bus\\b`,
  ],
  [
    'gcse gcses levels level sats mocks mock highers exams btecs',
    `\\bi(?:'ll| will)? (?:be )?(?:sitting|sit|taking|revising for|have just done|did|finished|(?:'ve|have) (?:just )?done|(?:'ve|have) just (?:sat|finished)) (?:my |our )?${exams}|\\bi(?:'ve| have) just done my ${exams}|\\b(?:i will be|i'll be|i'm|i am) sitting my exams\\b`,
  ],
  [
    'english class assembly school form citizenship pshe set year twin brother sister nan granny',
    '\\b(?:i wrote|we wrote|i am writing|we are writing) this in (?:english|class|assembly|school|form|citizenship|pshe)\\b|\\bwe are (?:in )?(?:set|year|form|class) \\w{1,4}\\b|\\bour class (?:voted|wrote|made|thinks|had|is)\\b|\\bmy (?:twin|big brother|big sister|nan|granny) (?:says|is typing|and me are)\\b',
  ],
  [
    'edinburgh adult grown kid child scout guide cub beaver cadet',
    "\\bduke of edinburgh\\b|\\bi(?:'m| am) (?:still |just |only )?(?:not an adult|not a grown[- ]?up|a kid|just a kid|only a kid|a child)\\b|\\bi(?:'m| am) an? (?:scout|guide|cub|beaver|cadet)\\b|\\bgrown[- ]?ups (?:are|never|always|should|don't)\\b",
  ],
)
const grownUp =
  /\b(?:i teach|i taught|(?:i'm|i am|as) an? (?:\w+ )?(?:teacher|lecturer|head|parent|mum|mother|dad|father|governor|tutor|grand\w+|pensioner|scout leader|nurse|doctor|driver)|my (?:pupils|students|wife|husband|daughter|son|children|kids|partner|job|grand\w+|tenants?|employer)|our (?:pupils|daughter|son|children)|retired|when i was|years ago|in (?:19\d\d|200\d)|leader for)\b/i
export const isGrownUp = (text: string): boolean => grownUp.test(text.replace(/[’‘]/g, "'"))
