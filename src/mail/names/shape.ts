// What a person's name looks like on a line of its own, without knowing the person.
import { isFirstName, wordNames } from './first-names.ts'

const particles = new Set(
  'van von de der den del della di da dos das du la le el al bin ibn bint ten ter af av zu zur y e ap ab ferch mac mc st san santa ó o ní nic ui ui’ abu'.split(
    ' ',
  ),
)
export const titles = new Set(
  "mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev revd rev'd rev’d reverend fr father sister brother capt captain col colonel maj major lt cllr councillor rt hon hon rabbi imam canon dean judge sgt sergeant cdr commander gen general herr frau monsieur madame mme mlle maître maitre brigadier brig wing wg squadron sqn ldr flt ven venerable pastor inspector baroness viscount archdeacon alhaji haji hajji hajja engr med shri smt swami ustad ustadh pfarrer pfr doña sra avv dato datuk prebendary preb commodore lieutenant lieut lt-col wo1 wo2 señor señora sr sra signor signora dott ing dipl-ing".split(
    ' ',
  ),
)
const postNominals = new Set(
  'mbe obe cbe kbe dbe bem qc kc mp msp ms mep jp phd dphil md mbbs mbchb frcp frcs frcgp mrcp mrcgp mrcs facp fca aca acca ba bsc ma msc mphil mba llb llm rgn rn srn rmn dip cert beng meng bed pgce frsa fbcs ceng esq esquire jr sr jnr snr ii iii retd rtd dds bds da'.split(
    ' ',
  ),
)
const notNames = new Set(
  'the a an this that these those it is are was were be been we you they he she i my your our their his her not no yes and or but so if as at by for from in of on to with please thank thanks regards best kind yours dear hello hi hey sent email mail message subject tel phone mobile fax www http shame time more less all every why what when where who how again never always well good bad great enough stop save our nhs bbc uk eu gp mp save shame disgraceful disgusting news sport today tomorrow yesterday reader listener viewer disgusted concerned anonymous withheld name address retired teacher nurse doctor doctors junior consultant manager director editor secretary chairman chair president officer engineer student parent mother father grandmother grandfather road street avenue lane close drive court house hospital university school college limited ltd plc company department office team group service services council union association society trust foundation church committee north south east west england scotland wales ireland britain london unsubscribe comment comments update question questions ps nb re fwd fw'.split(
    ' ',
  ),
)

const word = /^(?:\p{Lu}[\p{L}\p{M}’'`.-]*|\p{Lo}+)$/u
const initial = /^\p{Lu}\.?(?:\p{Lu}\.?)?$/u

/** The words of a name without titles, letters after it, brackets and commas. */
export function nameWords(text: string): string[] {
  const parts = text
    .replace(/\([^()]{0,60}\)|"[^"]{0,40}"|“[^“”]{0,40}”|(?<=\s)['‘][^'’\s]{1,20}['’](?=\s)/g, ' ')
    .split(/[\s,]+/)
    .filter(Boolean)
  const bare = parts.filter(
    part =>
      !titles.has(part.toLowerCase().replace(/\.$/, '')) && !postNominals.has(part.toLowerCase().replace(/[.,]/g, '')),
  )
  // “Dean” and “Lady” may be all that somebody signs with.
  return bare.length === 0 ? parts : bare
}

export type Shape = 'known' | 'plausible' | null

/**
 * How much a text looks like a person's name: `known` when a given name leads it, `plausible` when it is two to four
 * capitalised words without one, null otherwise. Lower-case and all-capital signers count when the given name is known.
 */
export function nameShape(text: string): Shape {
  if (text.length > 90) return null
  const trimmed = text
    .replace(/(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+/gu, ' ')
    .trim()
    .replace(/(?<![.,;:!])[.,;:!]+$/, '')
  if (trimmed.length < 2 || trimmed.length > 50 || /[\d@/\\|<>{}[\]_=+?#£$%^*;:!]/.test(trimmed)) return null
  if (
    /^(?:mrs?|ms|miss|mx|dr|prof|professor|rev|revd|sir|dame|lady|lord|cllr)\.?\s(?:\p{Lu}\.?\s){0,2}\p{Lu}[\p{L}’'-]+$/iu.test(
      trimmed,
    )
  )
    return 'known'
  const couple = /^(.{2,25}?)\s(?:&|and|und|et|y|e|og|och|i|en)\s(.{2,35})$/iu.exec(trimmed)
  if (couple && nameShape(couple[1]!) && nameShape(couple[2]!))
    return nameShape(couple[1]!) === 'known' || nameShape(couple[2]!) === 'known' ? 'known' : 'plausible'
  const parts = nameWords(trimmed)
  if (parts.length === 0 || parts.length > 5) return null
  const first = parts[0]!
  if (parts.some(part => notNames.has(part.toLowerCase()))) return null
  const known = isFirstName(first.replace(/\.$/, ''))
  const others = parts.slice(1)
  const cased = (part: string) => word.test(part) || initial.test(part) || particles.has(part.toLowerCase())
  const lowered = trimmed === trimmed.toLowerCase()
  if (
    known &&
    (others.every(cased) || (lowered && others.length <= 1 && others.every(part => /^[\p{L}’'-]+$/u.test(part))))
  ) {
    if (others.length === 0 && wordNames.has(first.toLowerCase()) && lowered) return null
    return cased(first) || lowered ? 'known' : null
  }
  if (!parts.every(cased) || particles.has(parts.at(-1)!.toLowerCase())) return null
  if (/^\p{Lo}/u.test(first)) return parts.join('').length <= 6 ? 'plausible' : null
  if (initial.test(first) && parts.length >= 2 && parts.length <= 4) return 'plausible'
  return parts.length >= 2 && parts.length <= 4 ? 'plausible' : null
}
