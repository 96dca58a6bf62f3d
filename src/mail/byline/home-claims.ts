// How people say where home is without “I live in”: by going home, by who “us” is, by how long, how far from town, and
// by what an editor may print. The place follows at once, as in `place-claims.ts`.
import type { Confidence } from '../reading.ts'

export const homeClaims: [RegExp, Confidence][] = [
  // “home to Strabane on Friday”, “drove home to Leek”, “came back home to Tain”; not “Leeds is home to …”.
  [
    /(?<!\b(?:is|are|was|be|now|also|been|it|place) |, )\b(?:[Hh]ome(?: again)?|[Bb]ack home) (?:to|in|at) (?:sunny |rainy )?(?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  [/\b(?:came|come|moved|went|am|are|'m|’m|'re|’re) (?:back|home|back home) (?:to|in) (?=\p{Lu})/gu, 'likely'],
  // “all of us in Leith”, “round us in Bala”, “those of us who live in Deal”, “us in the Fens”
  [
    /\b(?:[Oo]f|[Ff]or|to|with|near|[Rr]ound|around|outside|by|past|behind|from) (?:us|ours|mine) (?:lot |all |folk |here |down |up |over |out )?(?:who (?:still )?live )?(?:here )?in (?=(?:the )?\p{Lu})/gu,
    'likely',
  ],
  [/(?:^|[\n.!?] ?)(?:Us(?: lot| folk)?|Ours) (?:here |down |up )?in (?=(?:the )?\p{Lu})/gu, 'likely'],
  // “Being called Derby and living in Nottingham”, “am now living near Oban”
  [
    /\b(?:and|am|are|I'm|I’m|we're|we’re|been|now|currently|still|by) (?:now |currently |still |happily |also )?living (?:here )?(?:in|near|on|just outside|outside) (?=(?:the )?\p{Lu})/gu,
    'likely',
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
    /\b(?:I|[Ww]e) (?:now |currently |still |both |just )?(?:rent|lodge|retired|settled|have settled|have retired|bought (?:a|our|my) \p{Ll}+|have (?:a|our|my) (?:home|house|flat|cottage|croft|farm|smallholding|allotment)) (?:here )?(?:to |in |near |at |on |outside )(?=(?:the )?\p{Lu})/gu,
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
    /^(?:[^\s.!?]+ ){1,4}from (?:a |the )?(?:(?:very )?\p{Ll}+ ){0,2}(?=\p{Lu}[\p{L}’' -]{2,30}(?:[.!,:–—-]|\n))/gu,
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
