// Who may not be a reader: a press office, a party, an agency, a council, a member's office. Told by the address, by what
// stands below the name, and by the things that only those write.
import { matchesOf } from '../may-match.ts'
import type { Finding } from '../reading.ts'
import { around, type Check, findAll, phrasings } from './check.ts'

/** Before the @ of an address that nobody writes from as a reader. */
const deskAddress =
  /^(?:[\w.-]*[._-])?(?:press|media|comms|communications?|pr|publicity|news ?desk|newsroom|campaigns?|publicaffairs|mediarelations|spokes\w+)(?:[._-]?(?:office|team|desk|relations|enquiries|officer|unit))?(?:[._-][\w.-]*)?@/i

/** Domains of parties, parliaments, governments, councils, unions and agencies, here and in Ireland. */
const parties =
  /@(?:[\w-]+\.)*(?:(?:scottish|welsh|young|london)?(?:labour|tories|greens|libdems)|labour|conservatives?|tories|libdems?|liberaldemocrats|greenparty|scottishgreens|snp|plaidcymru|plaid|sinnfein|mydup|dup|sdlp|uup|allianceparty|ukip|reformparty|reformuk|brexitparty|respectparty|cooperativeparty|momentum|finegael|fiannafail|change\w*uk)\.(?:org\.uk|org|com|co\.uk|uk|scot|wales|cymru|ie|party|net)$/i
const offices =
  /@(?:[\w-]+\.)*(?:parliament\.(?:uk|scot)|gov\.(?:uk|scot|wales)|gov\.ie|oireachtas\.ie|senedd\.(?:wales|cymru)|assembly\.wales|niassembly\.gov\.uk|europarl\.europa\.eu|london\.gov\.uk|mod\.uk)$/i
const unions =
  /@(?:[\w-]+\.)*(?:unitetheunion|unison|gmb|rmt|aslef|tssa|tuc|stuc|nasuwt|neu|nut|ucu|usdaw|pcs|cwu|fbu|bma|rcn|rcm|hcsa|equity)\.(?:org\.uk|org|co\.uk|wales|cymru)$/i
const agencies =
  /@(?:[\w-]+\.)*(?:[\w-]*[-.]?(?:pr|publicrelations|comms|communications|publicity|publicaffairs)|edelman|fleishman\w*|brunswick\w*|hillandknowlton|hkstrategies|webershandwick|portland-?communications|finsbury\w*|freuds|mhpc|teneo)\.(?:co\.uk|com|org|net|agency|london|example)$/i

/** A job of telling newspapers things, as it stands below a name. */
const pressTitle =
  /^[^\n.!?]{0,40}\b(?:(?:press|media|communications?|comms|pr|publicity|public affairs|external affairs|media relations|marketing and communications|campaigns and media)(?: (?:and|&) \w{2,15})? (?:officer|manager|director|lead|executive|adviser|advisor|assistant|team|office|desk|consultant|account \w+)|(?:head|director|chief|vice president|vp) of (?:\w{2,12} )?(?:press|media|communications?|comms|pr|public affairs|external (?:affairs|relations))|spokes(?:man|woman|person)|parliamentary (?:assistant|researcher|officer)|(?:senior )?caseworker to|office of \w[^\n]{2,30}\bmp)\b[^\n.!?]{0,40}$/gim

const pitch = phrasings(
  `\\bspokes(?:man|woman|person) (?:for|of) [^.!?\\n"“]{2,50}\\bsa(?:id|ys):? ?["“']`,
  `\\b(?:on behalf of|representing) (?:my|our) clients?\\b|\\bi act as (?:a |the )?spokes(?:man|woman|person)\\b|\\b(?:case stud(?:y|ies)|spokes(?:man|woman|person|people)|expert|experts|our \\w{2,20}(?: \\w{2,12})?) (?:is |are |who (?:is|are) )?available (?:for|to) (?:interviews?|comment|broadcast|speak|talk)\\b`,
  `\\b(?:happy|delighted|pleased|able|free) to (?:set up|arrange|organise|offer|facilitate) (?:a call|an interview|interviews?|an? (?:\\w{2,10} )?briefing)\\b|\\bwould (?:your|you or your) (?:readers|audience|viewers|listeners) be interested in (?:hearing|an interview|comment|speaking)\\b|\\bfollowing up on (?:the|my|our) (?:pitch|release|press|story idea|email about)\\b`,
  `\\bplease (?:attribute|credit) the (?:following|below|above|quote)\\b|\\b(?:please )?(?:find|see) (?:below|attached|beneath) (?:is )?(?:a |our |the )?(?:statement|comment|quote|release|reaction) from\\b|\\bcomment (?:which )?you (?:may|might|can) (?:wish to |like to )?use\\b|\\bcan give you a quote\\b`,
  `\\bfor (?:further|more) (?:information|details|info),? (?:please )?contact (?:the |our )?(?:press|media|communications|pr)\\b|\\bcontact our (?:press|media) (?:office|team)\\b`,
)

/** Where a release calls itself one: at the beginning of a line, or in capitals; not “the government's press release”. */
const release = [
  /^[^\p{L}\n]{0,10}(?:for immediate release|(?:press|news|media) release|(?:strictly )?embargoed? (?:until|for|to)|notes? (?:to|for) editors?)\b|^\s*-?\s?ends?\s?-\s*$|\b(?:photo|interview|comment) opportunity\b|\bavailable for (?:comment|interviews?|broadcast)\b|\bmedia (?:contact|enquiries)\s?:|\bfor immediate release\b|\bstrictly embargoed\b/gimu,
  /\b(?:PRESS|NEWS|MEDIA) RELEASE\b|\bEMBARGOED\b/g,
]

const plainTitle = (text: string): string => text.replace(/[*_|]/g, ' ')

export const press: Check = ({ text, original, subject, from }) => {
  const letter = original.slice(0, 8_000)
  const all = `${subject}\n${letter}`
  const below = plainTitle(letter.slice(Math.max(0, text.length - 400)))
  return [
    ...[...release, ...pitch].flatMap(pattern => findAll('press-release', 'warn', all, pattern)).slice(0, 3),
    ...account(from),
    ...matchesOf(pressTitle, below)
      .take(1)
      .flatMap(match => titled(below, match)),
  ]
}

function account({ address, name }: { address: string; name: string }): Finding[] {
  const tells = (words: string): Finding[] => [{ check: 'press-or-party', level: 'warn', words }]
  if ([deskAddress, parties, offices, unions, agencies].some(pattern => pattern.test(address))) return tells(address)
  return /\b(?:press office|media (?:team|office|relations)|newsroom|communications team|\bMP\b|\bMSP\b|\bCllr\b)/.test(
    name,
  )
    ? tells(name)
    : []
}

/** Not within a sentence (“I used to be a press officer”): a title is a line of its own, or the tail of one. */
const titled = (text: string, match: RegExpExecArray): Finding[] =>
  /\b(?:i|we|my|our|the|was|were|is|are|used|to be|told|says?|said|ask(?:ed)?)\b/i.test(match[0])
    ? []
    : [{ check: 'press-or-party', level: 'warn', words: around(text, match.index, match[0].length) }]
