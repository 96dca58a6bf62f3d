// How people say where home is without “I live in”: by going home, by who “us” is, by how long, how far from town, and
// by what an editor may print. The place follows at once, as in `place-claims.ts`.
import type { Confidence } from '../reading.ts'

export const homeClaims: [RegExp, Confidence][] = [
  // “Home to Strabane on Friday”, “drove home to Leek”, “safely home in Tain”; not “a care home in”, “is home to”.
  [
    /(?:(?:^|[\n.!?] ?)Home|, home(?= to \p{Lu}\p{Ll}+ (?:at|by|on|again|for)\b)|\b(?:at|going|go|went|came|come|coming|get|getting|got|drove|drive|driving|walk(?:ed)?|cycle|head(?:ing|ed)?|back|run|safely|safe|bound|stuck|sat|now|then|and|until we're|made it) home)(?: again)? (?:to|in|at|here in) (?:sunny |rainy )?(?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  // “Home is Hastings”, “Home for us is a narrowboat near Devizes”
  [
    /\b[Hh]ome (?:for (?:me|us) )?(?:is|has been) (?:still |now )?(?:an? [^.,!?\n]{2,30}? )?(?:in |near |on |at |outside )?(?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  [/\b(?:came|come|moved|went|am|are|'m|’m|'re|’re) (?:back|home|back home) (?:to|in) (?=(?:the )?\p{Lu})/gu, 'likely'],
  [
    /\b(?:ended up|wound up|washed up|fetched up|finished up|put down roots|made my home|made our home) (?:here )?in (?=(?:the )?\p{Lu})/gu,
    'sure',
  ],
  [/\b(?:I|[Ww]e)(?:'ve|’ve| have)? retired (?:here )?to (?=(?:the )?\p{Lu})/gu, 'likely'],
  [
    /\b(?:I|[Ww]e)(?:'ve|’ve| have) (?:just |recently |only just |finally |only )?moved (?:in |out |up |down |over |back )?to (?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  [/\b[Tt]hat(?:'s|’s| is) (?=\p{Lu}[\p{L}’' -]{2,25} for (?:you|ya|yer)\b)/gu, 'likely'],
  [/(?<![\p{L}-])(?=\p{Lu}[\p{L}’' -]{2,25} (?:born\b|bred\b))/gu, 'guess'],
  // “I live with my nan in Grimsby”, “we're living above a chip shop in Filey”
  [
    /\b(?:I|[Ww]e) (?:still |now |all |both |currently )?live (?:(?:alone|with|on|by|above|opposite|next|behind|in|up|down|round|half|two|a|an|beside|under|over) )[^.!?,;\n]{0,40}? ?(?:in|near|at) (?=\p{Lu})/gu,
    'likely',
  ],
  [
    /\b(?:[Ii]'m|[Ii]’m|[Ii] am|[Ww]e're|[Ww]e’re|[Ww]e are|I(?:'ve|’ve| have) been) (?:now |still )?living [^.!?,;\n]{2,40}? (?:in|near) (?=\p{Lu})/gu,
    'likely',
  ],
  [
    /\bI (?:now )?(?:commute|travel|cycle|drive|get the (?:train|bus)|catch the (?:train|bus|\d{1,2}[.:]\d\d)) (?:in |up |down |over )?(?:to work |every day |daily |each day )?from (?=\p{Lu})/gu,
    'likely',
  ],
  [
    /\b(?:I|[Ww]e)(?:'ve|’ve| have) been (?:here )?in (?=\p{Lu}[\p{L}’' -]{2,30}? (?:since|for|\w+ (?:years|months)|all my life|\w+-\w+ years|these \w+ years)\b)/gu,
    'sure',
  ],
  [
    /\b(?:[Ii] am|[Ii]'m|[Ii]’m|[Ww]e are|[Ww]e're|[Ww]e’re) (?:an?|the|both|all|two|three|four) [^.!?,;\n]{2,50}? (?:in|from|near) (?=\p{Lu})/gu,
    'likely',
  ],
  [
    /(?<=(?:^|[\n.!?,;:—–-]|\b(?:[Ss]peaking|[Ww]riting|write|and|but|[Ss]o|that)) ?)[Aa]s (?:an?|the|one) [^.!?,;\n]{2,60}? (?:in|from|near) (?=\p{Lu})/gu,
    'likely',
  ],
  [
    /\b(?:[Ww]riting|[Tt]yping|[Ww]rite) (?:to you |this )?(?:from|in|on) (?:an?|the|my|our) [^.!?,\n]{2,40}? (?:in|near|at) (?=\p{Lu})/gu,
    'likely',
  ],
  [
    /\b(?:[Ii]n )?(?:[Mm]y|[Oo]ur) (?:little |small |own )?(?:village|town|hamlet|island|city|street|suburb|estate), (?=\p{Lu})/gu,
    'likely',
  ],
  [
    /\b(?:[Mm]y|[Oo]ur) (?:little |own )?(?:way|part|parts|end|bit|corner|side|neck of the woods|patch|manor|stretch)(?: of the world| of town)?,? (?:of|in) (?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  [/(?<![\p{L}-])(?=\p{Lu}[\p{L}’' -]{2,25} (?:is|has been) (?:now )?(?:my |our )?home\b(?! to))/gu, 'likely'],
  // “Dinner lady from Doncaster here”, “Me again, from Stroud.”
  [
    /(?:^|[\n.!?] ?)[\p{L}’'-]+(?: [\p{L}’'-]+){0,4} (?:from|in) (?=\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2} here\b)/gu,
    'likely',
  ],
  [/^[^.!?\n]{2,30}, from (?=\p{Lu}[\p{L}’' -]{2,30}[.!\n])/gu, 'likely'],
  [/\b(?:[Uu]p |[Oo]ver |[Oo]ut |[Dd]own )?[Hh]ere on (?=(?:the )?\p{Lu})/gu, 'likely'],
  [/(?:^|[\n.!?] ?)(?:Am|Currently|Now|Back home|Back|Sat here|Stuck here|Still here) in (?=\p{Lu})/gu, 'likely'],
  [/\b[Bb]eing (?:an?|the) [^.!?,;\n]{2,40}? (?:in|from|near) (?=\p{Lu})/gu, 'likely'],
  [
    /\bnow (?:happily |safely )?(?:retired|settled|exiled|marooned|washed up|housed|homed|resident) (?:to|in|at) (?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  [/, (?:but |and |who )?live (?:now )?(?:in|near) (?=\p{Lu})/gu, 'likely'],
  [/(?:^|[\n.!?] ?)Here (?=\p{Lu}[\p{L}’'-]+[.!,:])/gu, 'likely'],
  [/\b(?:[Ss]peaking|[Aa]nswer|[Ss]peak) for (?=\p{Lu}[\p{L}’' -]{2,25},)/gu, 'likely'],
  [/\b[Ll]ives? in (?=\p{Lu}[^.!?,\n]{2,25}, (?:as|and|which|like) (?:I|we) (?:do|have)\b)/gu, 'sure'],
  [
    /(?:^|[\n.!?] ?)Living in (?=\p{Lu}[\p{L}’' -]{2,25}? (?:is|has|on|with|as|means|we|I|you|since|for)\b)/gu,
    'likely',
  ],
  [
    /\b(?:[Mm]y|[Oo]ur) (?:kids|children|two|three|boys?|girls?|sons?|daughters?|lads?) (?:all |both )?(?:go|goes|walk|walks) to (?:school|nursery) (?:here )?in (?=\p{Lu})/gu,
    'likely',
  ],
  [
    /\b[Aa]fter [\p{L}-]+ years in (?=\p{Lu}[\p{L}’' -]{2,25},? (?:I|we) (?:can|know|have|still|think|do)\b)/gu,
    'likely',
  ],
  [
    /\b(?:I'm|I’m|I am|[Ww]e're|[Ww]e’re|[Ww]e are) (?:sat|sitting|stood|standing|lying|huddled) [^.!?,\n]{0,30}?(?:in|at|on|outside|near) (?=\p{Lu})/gu,
    'likely',
  ],
  [/\b(?:of us|both|all) (?:all |now )?live [^.!?,\n]{0,25}?in (?=\p{Lu})/gu, 'likely'],
  [/\b(?:[Bb]orn|[Rr]aised|[Bb]red|[Ff]rom) [^.!?\n]{1,40}?, (?:now )?living (?:in|near) (?=\p{Lu})/gu, 'sure'],
  [/\b(?:I'm|I’m|am|are|we're|we’re) (?:now )?(?:retired|settled) (?:to|in|near) (?=\p{Lu})/gu, 'likely'],
  [/\b(?:I|[Ww]e) (?:may|might|do|happen to) live (?:in|near|on) (?=\p{Lu})/gu, 'sure'],
  // “all of us in Leith”, “round us in Bala”, “those of us who live in Deal”, “us in the Fens”
  [
    /\b(?:[Oo]f|[Ff]or|to|with|near|[Rr]ound|around|outside|by|past|behind|from) (?:us|ours|mine) (?:lot |all |folk |here |down |up |over |out )?(?:who (?:still )?live )?(?:here )?in (?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  [/(?:^|[\n.!?] ?)(?:Us(?: lot| folk)?|Ours) (?:here |down |up )?in (?=(?:the )?\p{Lu})/gu, 'likely'],
  // “Being called Derby and living in Nottingham”, “am now living near Oban”
  [
    /\b(?:and|am|are|I'm|I’m|we're|we’re|been|now|currently|still|by) (?:now |currently |still |happily |also )?living (?:here )?(?:in|near|on|just outside|outside) (?=(?:the )?\p{Lu})/gu,
    'sure',
  ],
  // “I've lived in Blackpool sixty years”, “I have lived my whole life in Bude”, “in Dingle all my life”
  [
    /\b(?:I|[Ww]e)(?:'ve|’ve| have) (?:now |always |only )?lived (?:all my life |all our lives |my whole life |most of my life )?(?:here )?(?:in|near) (?=\p{Lu}[\p{L}’' -]{2,30}? (?:\w+|all|most|nearly|over|almost|more than|since|these) (?:\w+ ){0,3}(?:years?|months?|decades?|life|lives|now)\b)/gu,
    'sure',
  ],
  [
    /\b(?:I|[Ww]e)(?:'ve|’ve| have) (?:lived |been )?(?:all my life|all our lives|my whole life|most of my life) (?:here )?in (?=\p{Lu})/gu,
    'sure',
  ],
  [
    /\b(?:I am|I'm|I’m|[Ww]e are|[Ww]e're|[Ww]e’re|been) (?:now )?(?:\w+(?:-\w+)?) (?:years|months|weeks|winters) (?:now )?(?:here )?in (?=\p{Lu})/gu,
    'likely',
  ],
  [/\b[Ss]ince \d{4},? (?:(?:in|at) )?(?:the|this|an?) (?:same )?\p{Ll}+ in (?=\p{Lu})/gu, 'likely'],
  [
    /\b(?:I|[Ww]e) (?:now |currently |still |both |just )?(?:rent|lodge|retired|settled|have settled|have retired|(?:bought|built|have|took on|found) (?:a|an|our|my|this) (?:\p{Ll}+ )?(?:home|place|bungalow|pub|shop|terrace|semi|barn|plot|house|flat|cottage|croft|farm|smallholding|allotment)) (?:here )?(?:to |in |near |at |on |outside )(?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  // “I'm nine miles outside Hereford”, “we live ten minutes from Oban”
  [
    /\b(?:I am|I'm|I’m|I live|[Ww]e are|[Ww]e're|[Ww]e’re|[Ww]e live|[Bb]ased|[Ll]iving) (?:about |only |just |some )?(?:an? |\p{Ll}+ |\d+ )?(?:or so )?(?:few |couple of |good )?(?:miles?|minutes?|mins|yards|kilometres|km|half an hour|stone's throw|stone’s throw)(?: or so)?(?: walk| drive)? (?:outside(?: of)?|from|away from|(?:north|south|east|west) of|up the road from|down the road from) (?=\p{Lu})/gu,
    'likely',
  ],
  // “I'm 77, Catholic, from Preston”
  [/\bI(?:'m|’m| am) [^.!?\n]{1,40}?, (?:and )?(?:from|in|of) (?=\p{Lu})/gu, 'likely'],
  // “We moved from Croydon to Whitstable last spring”
  [
    /\b(?:I|[Ww]e)(?:'ve|’ve| have)? (?:moved|relocated|retired|upped sticks|came|escaped) (?:here |out |up |down |back |over )?(?:from \p{Lu}[\p{L}’' -]{2,25}? )?to (?=\p{Lu}[\p{L}’' -]{2,30}?,? (?:last|this|in|just|two|three|four|five|six|ten|\w+ (?:years|months|weeks)|so|for|because|and|when|during|after|before|since|to)\b)/gu,
    'guess',
  ],
  // “I repair clocks in Diss”, “we farm near Louth”: a trade that people ply where they live.
  [
    /\b(?:I|[Ww]e) (?:now |currently |still |also |both )?(?:farm|repair|mend|fix|sell|bake|brew|make|grow|breed|teach|coach|cut|paint|foster|volunteer|deliver|drive (?:a|the)|run|own|keep|manage|look after|garden|fish|practise|serve|childmind|busk) (?:[^.!?,;\n]{1,40}? )?(?:here )?(?:in|at|near|outside|out of|around|on) (?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  // Anything of one's own that stands somewhere; whose it is, `told-place.ts` asks.
  [
    /\b(?:[Mm]y|[Oo]ur) (?:[\p{Ll}’'-]+ ){1,3}(?:here |up here |down here |over here )?(?:in|near|outside|at) (?=\p{Lu})/gu,
    'likely',
  ],
  // “now in Perth (ours)”, “now of Lyme”
  [/(?:, |\band |\bbut |\bam |\bI'm |\bI’m )(?:I'm |I’m |I am )?now (?:back )?(?:in|of|near) (?=\p{Lu})/gu, 'likely'],
  // What may be printed: “Sunderland is fine”, “you can say East Midlands”, “just put Kent”
  [
    /(?:^|[\n.!?,] ?)(?=\p{Lu}[\p{L}’' -]{2,30} (?:is|will be|would be) (?:fine|ok|okay|enough|near enough)\b)/gu,
    'likely',
  ],
  [
    /\b(?:[Yy]ou can|[Yy]ou may|[Jj]ust|[Oo]nly|[Pp]lease) (?:say|put|print|write)(?: (?:that )?(?:I'm|I’m|I am|I live|it's|it’s|we're|we’re))? (?:from |in |near )?(?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  // “Eid mubarak from Amman!”, “G'day from Wagga.”: how a letter begins.
  [
    /^(?:Hi|Hiya|Hello|Hullo|Hey|Hallo|Greetings|Good|Morning|Afternoon|Evening|Bonjour|Hola|Salaam|Salam|Assalamu|Namaste|G['’]day|Howdy|Dear|Eid|Ramadan|Diwali|Happy|Merry|Warm|Warmest|Love|Best|Regards|Cheers|Aloha|Ciao|Guten|Shalom|Jambo|Dia|Bore|Shwmae|Kia|Ahoy|Ay|Ey|Wotcha|Alright|Solidarity|Thoughts|Prayers|Big|Quick|Reporting|Live|Postcard|Dispatch|View|Snow|News|Update|Checking|Sunny|Snowy|Wet|Watching|Listening)\b[,!]? ?(?:[^\s.!?]+ ){0,4}from (?:a |the )?(?:(?:very )?\p{Ll}+ ){0,2}(?=\p{Lu}[\p{L}’' -]{2,30}(?:[.!,:–—-]|\n))/gu,
    'likely',
  ],
  // “…, Wayne. Port Talbot. Second generation”
  [
    /(?:^|[.!?)] |\n)(?=\p{Lu}[\p{L}’'-]+(?:[ -]\p{Lu}[\p{L}’'-]+){0,3}(?:, \p{Lu}[\p{L}’' -]{2,20})?[.!](?:\s|$))/gu,
    'guess',
  ],
  // “here in Ntinda, that is a suburb of Kampala”
  [
    /\b(?:that|which|it|here)(?:'s|’s| is) (?:an?|the) (?:\p{Ll}{2,9} )?(?:suburb|part|district|quarter|village|hamlet|neighbourhood|bit|end|stone's throw|few miles) (?:of|near|outside|in|from) (?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
]
