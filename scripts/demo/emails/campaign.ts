// One text, many senders: a campaign as it really comes, each copy changed by a word or two.
import type { Device, Letter } from './letter.ts'

type Signatory = [name: string, address: string, place: string, by: Device, own?: string]

const signatories: Signatory[] = [
  ['Alice Bramhall', 'alice.bramhall@mail.example', 'Altrincham, Cheshire', 'gmail'],
  ['Robert Keane', 'robert.keane@post.example', 'Warrington', 'outlook-com'],
  ['Philip Maddox', 'p.maddox@isp.example', 'Stafford', 'webmail'],
  ['Sandra Utting', 'sandra.utting@webmail.example', 'Great Yarmouth, Norfolk', 'yahoo'],
  ['George Annan', 'george.annan@mail.example', 'Milton Keynes', 'iphone'],
  [
    'Valerie Twist',
    'valerie.twist@home.example',
    'Poole, Dorset',
    'ipad',
    'I am a retired midwife and I mean every word.',
  ],
  ['Imran Sheikh', 'imran.sheikh@post.example', 'Oldham', 'samsung'],
  ['Dorothy Lean', 'dorothy.lean@isp.example', 'Bodmin, Cornwall', 'webmail'],
  ['Christopher Yeo', 'christopher.yeo@mail.example', 'Tiverton, Devon', 'outlook'],
  [
    'Natalie Hoyle',
    'natalie.hoyle@webmail.example',
    'Halifax',
    'gmail-phone',
    'PS my own words: my brother is one of them.',
  ],
  ['Brian Sugden', 'brian.sugden@home.example', 'Skipton, North Yorkshire', 'thunderbird'],
  ['Hannah Levy', 'hannah.levy@post.example', 'Edgware, Middlesex', 'gmail'],
]

const openings = ['Dear Sir or Madam,', 'Dear Editor,', 'To whom it may concern,']

const letter = (
  number: number,
) => `I am writing to express my ${number % 4 === 3 ? 'very deep' : 'deep'} concern at the Government's decision to impose an unsafe and unfair contract on junior doctors. The contract removes vital safeguards against dangerous working hours, discriminates against women and carers, and spreads an already overstretched workforce across seven days without a single extra doctor or a single extra pound.

I call on the Secretary of State for Health to lift the imposition and return to the negotiating table without preconditions. Our NHS is too precious to gamble with.`

export const campaign: Letter[] = signatories.map(([name, address, place, by, own], number) => ({
  from: `${name} <${address}>`,
  subject: number % 3 === 1 ? 'Lift the imposition' : 'Stop the unsafe junior doctors contract',
  by,
  body: `${openings[number % openings.length]}\n\n${letter(number)}${own ? `\n\n${own}` : ''}\n\nYours faithfully,\n\n${name}\n${place}`,
}))
