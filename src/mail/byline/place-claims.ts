// What a writer says of where they are: the place follows at once, or begins where a pattern matches nothing. Somebody
// else's town, and one of another time, is sorted out by `told-place.ts`.
import type { Confidence } from '../reading.ts'

// What a writer says of themselves, in the present. The town follows at once; somebody else's town does not count.
const weather =
  '(?:(?:a |the )?(?:very |rather |not so |now |still )?(?:sunny|rainy|rural|wet|cold|grey|snowy|white|windy|foggy|frozen|soggy|freezing|chilly|damp|beautiful|lovely|quiet|warm|hot|dark|sleepy|leafy|central|little old)(?: \\([^()]{1,15}\\))? )?'
export const claims: [RegExp, Confidence][] = [
  // “Good morning from Lyon”, “writing to you from sunny (not) Bradford”
  [
    new RegExp(
      `\\b(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Ss]upport|[Ss]olidarity|[Ll]ove|[Ww]ishes|[Rr]eporting|[Ww]riting|[Gg]reetings|[Rr]egards|[Hh]ello) (?:to you |to all |in |this )?from ${weather}`,
      'g',
    ),
    'likely',
  ],
  // “Love from Priya & Dan in a very white Hebden Bridge”
  [
    /\b(?:[Ll]ove|[Rr]egards|[Ww]ishes|[Cc]heers|[Tt]hanks) from (?:\p{Lu}[\p{L}’'-]{1,15}[ ,&]{0,3}(?:and )?){1,5} ?in (?:\p{Ll}{1,12} ){0,4}(?=\p{Lu})/gu,
    'likely',
  ],
  [
    /\b(?:[Bb]een|(?<!\b(?:I|[Ww]e|he|she|they|who|and) )[Ll]ived|[Ll]iving|[Bb]ased) (?:here )?(?:in|near|outside|just outside) (?=\p{Lu}[^.!?\n]{2,30}\b(?:all my life|my whole life|all our lives|for \w+ years|since)\b)/gu,
    'sure',
  ],
  // A room or a place of one's own, and where it is.
  [
    /\b(?:[Mm]y|[Oo]ur) (?:\p{Ll}{1,9} )?(?:kitchen|window|house|home|street|road|village|flat|garden|farm|shop|pub|caf[eé]|salon|surgery|allotment|sofa|bedroom|doorstep|front door|back door|front room|kitchen table|smallholding|croft|cottage|bungalow|estate) (?:here )?(?:in|near|outside|on the edge of) (?=\p{Lu})/gu,
    'likely',
  ],
  [/(?:^|[\n.!?] ?)(?:We|Us lot|Those of us) (?:here )?in (?=\p{Lu})/gu, 'likely'],
  [/(?<![\p{L}-])(?=\p{Lu}[\p{L}’' -]{2,25} (?:born and bred|through and through)\b)/gu, 'likely'],
  [
    /\b(?:I|[Ww]e) (?:moved|retired|relocated|came) to (?=\p{Lu}[\p{L}’' -]{2,25} (?:in \d{4}|\w+ years ago|from)\b)/gu,
    'likely',
  ],
  [
    /\b(?:I|[Ww]e)(?:'ve|’ve| have) been an? [^.!?,\n]{2,25}? (?:in|at) (?=\p{Lu}[^.!?\n]{2,30}\b(?:for|since)\b)/gu,
    'likely',
  ],
  [
    /\b[Aa]s an? (?=\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)? (?:taxpayer|ratepayer|resident|shopkeeper|commuter|parent|mum|dad|teacher|nurse|doctor|GP|pensioner|student|voter|landlord|landlady|driver|local|lad|lass|girl|boy|woman|man|councillor|farmer|publican)\b(?! (?:living|exiled|lost|now|in|who)\b))/gu,
    'likely',
  ],
  [/(?:^|\n)(?=\p{Lu}[\p{L}’' -]{2,25} (?:calling|reporting|checking in)\b)/gu, 'likely'],
  [/(?:^|[\n.!?] ?)Live in (?=\p{Lu})/gu, 'sure'],
  [/\b[Oo]ur (?:village|town|street|hamlet|island|city), (?=\p{Lu})/gu, 'likely'],
  [/\b[Hh]ere (?:at|on|in) the (?:\p{Ll}{2,9} ){1,4}(?:of|in) (?=\p{Lu})/gu, 'likely'],
  [/\b[Ff]rom where (?:I|we) (?:sit|am|are|live|stand)(?: here)? in (?=\p{Lu})/gu, 'likely'],
  [/\b(?:I am|I'm|I’m|[Ww]e are|[Ww]e're|[Ww]e’re) (?:\p{Ll}{2,9} ){0,2}at home (?:here )?in (?=\p{Lu})/gu, 'likely'],
  [
    /\b[Ii]t(?:'s|’s| is) (?:[\w-]{2,9} ){1,4}in (?=\p{Lu}[\p{L}’' -]{2,25} (?:this morning|today|tonight|now|right now|at the moment)\b)/gu,
    'likely',
  ],
  [
    /\bI(?:'m|’m| am) (?:typing|writing|reading|watching|sending) this\b[^.!?,\n]{0,25}? (?:in|from) (?=\p{Lu})/gu,
    'likely',
  ],
  [/\b(?:our|my) (?:part|end|bit|corner|side|neck of the woods) (?:of|in) (?=\p{Lu})/gu, 'likely'],
  // “In Kiel we have the same problem”
  [
    /(?:^|[\n.!?] ?)In (?=\p{Lu}[\p{L}’' -]{2,30},? (?:we|I) (?:have|are|still|also|do|don't|don’t|get|pay|can|need|live|work)\b)/gu,
    'likely',
  ],
  // “A tired nurse, Leeds” at the very end
  [
    /(?:^|[\n.!?] ?)(?:An?|One|Yet another) (?:[a-z-]{2,15} ){0,3}[a-z-]{2,15}, (?:from |in )?(?=\p{Lu}[\p{L}’' -]{2,30}\.?\s*$)/gu,
    'likely',
  ],
  [
    /\b(?:I|[Ww]e)(?:'ve|’ve| have) (?:now |also |always |both |just )?(?:been living|lived|rented|been renting|been|settled|made (?:my|our) home) (?:here |happily )?(?:in|at|near) (?=[^.!?\n]{2,40}\b(?:for|since|all my|all our|now)\b)/g,
    'sure',
  ],
  [
    /\b(?:but|and) (?:(?:I |we )?(?:have|'ve|’ve) )?(?:now )?(?:lived|been living|been settled) (?:in|near) (?=[^.!?\n]{2,40}\b(?:for|since|all my|now)\b)/g,
    'sure',
  ],
  [
    /\b(?:[Ii]n|[Ff]rom|[Oo]f|[Tt]o|[Nn]ear|[Aa]t) (?=\p{Lu}[\p{L}’'-]+(?: [\p{L}’'-]+){0,3},? where (?:I|we)(?:'ve|’ve|'m|’m| have| am| are| live| still live| now live)\b)/gu,
    'sure',
  ],
  [
    /\b[Aa]s (?:someone|somebody|one|a person) (?:who lives|living) (?:just outside (?:of )?|not far from |near |close to |in |at |on |outside )/g,
    'sure',
  ],
  [/\b(?:for|as|just) an? (?:\w{2,10} )?(?:woman|man|lad|lass|girl|boy|bloke|chap|family|couple) from /g, 'likely'],
  [/\b[Ww]e have had [^.!?\n]{2,30} in (?=\p{Lu}[\p{L} -]{2,25} (?:since|for)\b)/gu, 'likely'],
  [/\b(?:in|from) (?=\p{Lu}[\p{L}’' -]{2,30}[.,;] (?:and )?I(?:'ve| have)? live(?:d)? there\b)/gu, 'sure'],
  [/\bI (?:(?!who\b|they\b|that\b)[^.!?\n]){1,50}? (?:but|and) (?:I )?(?:now |still )?live (?:in|near) /g, 'sure'],
  [/\b(?:I|[Ww]e) (?:run|own|keep|manage) (?:a|an|the|my|our) [^.!?,\n]{2,30}? in /g, 'likely'],
  [/\b(?:I am|I'm|I’m) [^.!?\n]{1,40}? and (?:I )?(?:live|work) (?:in|near) /g, 'likely'],
  [
    /(?:^|[\n.!] ?)(?:This is )?\p{Lu}[\p{Ll}-]+(?: \p{Lu}\p{Ll}+)? (?:here )?from (?=\p{Lu}[\p{L} -]{2,30} here\b|\p{Lu}[\p{L} -]{2,30}[.,:\n])/gu,
    'likely',
  ],
  [
    /\b(?:I|[Ww]e|I myself) (?:currently |now |still |also |actually |both |all |do )?(?:live|reside|am living|am based|are based|work and live|live and work) (?:just outside (?:of )?|near |close to |in |at |on |outside )(?:the (?:town|city|village|suburb)s? of |a (?:small )?village (?:near|called|outside) |(?:rural|sunny|rainy|central|beautiful|deepest|little old) )?/g,
    'sure',
  ],
  [
    /\b(?:[Ii]'m|[Ii]’m|[Ii] am|[Ww]e are|[Ww]e're|[Ww]e’re|[Ii] come|[Ww]e come) (?:originally )?(?:writing (?:to you )?)?(?:living |based |here )?(?:in|from) (?:the (?:town|city|village) of |sunny |rainy |rural |central )?/g,
    'likely',
  ],
  [
    /\b(?:[Ww]riting|[Ww]rite|[Ee]mailing|[Gg]reetings|[Hh]ello|[Ll]istening|[Ww]atching|[Rr]eading this|[Rr]eading you|[Ss]ent|[Rr]egards|[Hh]i|[Vv]iew) (?:to you |in |this )?(?:from|here in) (?:the (?:town|city|village) of |sunny |rainy |rural |a (?:very )?(?:wet|sunny|cold|rainy|grey) )?/g,
    'likely',
  ],
  [
    /(?<!\b(?:grew|grown|growing|brought|ended|signed|turned) )\b(?:[Hh]ere|[Oo]ut|[Uu]p|[Dd]own|[Oo]ver) (?:here )?in (?:the (?:town|city|village) of |sunny |rainy |rural )?/g,
    'likely',
  ],
  [
    /\b(?:I am|I'm|I’m|(?<!(?:trained|worked|working|qualified|started|served|volunteered|practised|employed|came|job|life|career|time|years|days) )[Aa]s) (?:an? |the |just an? |only an? |some(?=one|body))[^.!?;,\n]{2,60}? (?:living |based |working |here |resident |who lives |training |practising )?(?:in|from|at|of) (?:the (?:town|city|village) of )?/g,
    'likely',
  ],
  [
    /\b[Mm]y name(?:'s|’s| is) [^.!?\n]{2,50}? (?:from|(?:and )?I live in|(?:and )?I'm from|(?:and )?I am from) /g,
    'sure',
  ],
  [/\b(?:[Mm]y|[Oo]ur) (?:home ?town|town|village|home town|home city|adopted city|home) (?:of|is|in) /g, 'likely'],
  [/(?:^|\n)(?:Location|Town|City|Place|Where|Town\/City|From)\s?[:–-]\s?/g, 'sure'],
  [/\b(?:[Ll]ifelong|[Ll]ong-?time|[Ll]ocal) (?:resident|citizen) (?:of|in) /g, 'sure'],
]
