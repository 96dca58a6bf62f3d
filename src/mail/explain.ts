// One email with every step's result, as words: what a developer looks at when a letter was read wrongly. It takes the
// steps that reading takes and decides nothing.
import { cleanLine } from '../safe.ts'
import { isBody } from './attachment.ts'
import { textOfPart } from './body.ts'
import { BeyondLimits } from './limits.ts'
import { type Steps, stepsOf } from './read.ts'
import type { Candidate, Evidence } from './reading.ts'
import type { Part } from './structure.ts'

/** A step: its lines of name and value, and the text it made, if it makes one. */
export type Explained = { title: string; lines: [name: string, value: string][]; text?: string }

/** Each step of reading a message; a message beyond the limits has one step, which says so. */
export async function explain(raw: Uint8Array): Promise<Explained[]> {
  try {
    const steps = await stepsOf(raw)
    return [
      structureOf(steps),
      headOf(steps),
      ...partsOf(steps),
      bodyOf(steps),
      foldsOf(steps),
      ownOf(steps),
      automaticOf(steps),
      bylineOf(steps),
      checksOf(steps),
      proposedOf(steps),
    ]
  } catch (error) {
    if (!(error instanceof BeyondLimits)) throw error
    return [{ title: 'Parked', lines: [['why', error.message]] }]
  }
}

const named = ({ type, params, encoding, disposition, filename }: Part): string =>
  [type, params.charset && `charset ${params.charset}`, encoding, disposition, filename && `“${filename}”`]
    .filter(Boolean)
    .map(word => cleanLine(String(word), 100))
    .join(', ')

const structureOf = ({ structure }: Steps): Explained => ({
  title: 'Structure',
  lines: [
    ['message', named(structure.top)],
    ...structure.leaves.map((part, at): [string, string] => [
      `${isBody(part) ? 'words' : 'file'} ${at + 1}`,
      `${'· '.repeat(part.within.length)}${named(part)}, ${part.end - part.start} bytes`,
    ]),
    ...structure.defects.map((defect): [string, string] => ['defect', defect]),
  ],
})

const headOf = ({ head }: Steps): Explained => ({
  title: 'Header',
  lines: [
    ['from', `${head.from.name} <${head.from.address}>`],
    ['to', head.to.join(', ')],
    ['subject', head.subject],
    ['date', head.date ?? '–'],
    ['message id', head.messageId ?? '–'],
  ],
})

/** Each part that carries words, decoded and as text, by itself. */
const partsOf = ({ structure }: Steps): Explained[] =>
  structure.leaves.filter(isBody).map((part, at) => {
    const { text, defects } = textOfPart(structure, part)
    return {
      title: `Part ${at + 1} as text`,
      lines: [['coded', named(part)], ...defects.map((defect): [string, string] => ['defect', defect])],
      text,
    }
  })

const bodyOf = ({ body }: Steps): Explained => ({
  title: 'Body',
  lines: [
    ...body.defects.map((defect): [string, string] => ['defect', defect]),
    ...body.signatures.map(({ start, end }): [string, string] => ['marked signature', `${start}–${end}`]),
  ],
  text: body.text,
})

const foldsOf = ({ own: { original, folded } }: Steps): Explained => ({
  title: 'Folds',
  lines: folded.map(({ kind, start, end }) => [
    `${kind} ${start}–${end}`,
    original.slice(start, Math.min(end, start + 300)),
  ]),
})

const ownOf = ({ own, language }: Steps): Explained => ({
  title: 'Own words',
  lines: [['language', language || 'English, or unsure']],
  text: own.text,
})

const automaticOf = ({ automatic }: Steps): Explained => ({
  title: 'Automatic mail',
  lines: automatic ? [[automatic.why, automatic.words]] : [['no', 'a person wrote it']],
})

const evidence = (from: Evidence | null): string =>
  from ? `${from.confidence}, ${from.kind} ${from.start}–${from.end}: “${from.words}”` : 'no evidence'

const candidateLine = ({ field, value, from }: Candidate): [string, string] => [
  `other ${field}`,
  `${value} (${evidence(from)})`,
]

const bylineOf = ({ byline: { name, nameFrom, place, placeFrom, candidates, wish } }: Steps): Explained => ({
  title: 'Byline',
  lines: [
    ['name', `${name || '–'} (${evidence(nameFrom)})`],
    ['place', `${place || '–'} (${evidence(placeFrom)})`],
    ...candidates.map(candidateLine),
    ['asked to be named', wish.kind === 'none' ? 'asked nothing' : `${wish.kind}: “${wish.words}”`],
  ],
})

const checksOf = ({ findings }: Steps): Explained => ({
  title: 'Checks',
  lines: findings.map(({ check, level, words }) => [`${check} (${level})`, words]),
})

const proposedOf = ({ proposed }: Steps): Explained => ({ title: 'Proposed', lines: [], text: proposed })
