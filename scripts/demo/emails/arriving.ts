// Mail that goes on arriving while the demo runs: a person, an opening, a point and an ending, drawn anew each time.
import type { Device, Letter } from './letter.ts'

type Sender = [name: string, place: string, by: Device]

const senders: Sender[] = [
  ['Maggie Thorpe', 'Lincoln', 'iphone'],
  ['Rob Ellery', 'Falmouth, Cornwall', 'gmail'],
  ['Shabana Khan', 'Dewsbury', 'samsung'],
  ['Noel Pritchard', 'Llandudno', 'webmail'],
  ['Freya Sandison', 'Lerwick, Shetland', 'ipad'],
  ['Colin Baptiste', 'Tottenham', 'outlook'],
  ['Agnes Doherty', 'Strabane', 'yahoo'],
  ['Kwame Boateng', 'Enfield, Middlesex', 'gmail-phone'],
  ['Heather Lyle', 'Galashiels', 'apple-mail'],
  ['Dennis Moule', 'Cromer, Norfolk', 'plain'],
  ['Tess Arkwell', 'Stroud, Gloucestershire', 'thunderbird'],
  ['Ravi Subramaniam', 'Hounslow', 'outlook-com'],
  ['Glenys Havard', 'Brecon', 'webmail'],
  ['Martin Szabo', 'Crewe, Cheshire', 'windows-phone'],
  ['Aoife Kearney', 'Newry', 'iphone'],
  ['Duncan Reay', 'Alnwick, Northumberland', 'blackberry'],
  ['Florence Akande', 'Chatham, Kent', 'samsung'],
  ['Ted Wrigglesworth', 'Batley', 'outlook'],
  ['Lucia Ferrante', 'Bedford', 'gmail'],
  ['Ianto Beynon', 'Carmarthen', 'iphone'],
  ['Bronwen Sayer', 'Ross-on-Wye, Herefordshire', 'ipad'],
  ['Nick Papadopoulos', 'Palmers Green', 'gmail-phone'],
  ['Joyce Tattersall', 'Nelson, Lancashire', 'webmail'],
  ['Callum Forsyth', 'Arbroath', 'samsung'],
  ['Mina Hosseini', 'Sheffield', 'apple-mail'],
  ['George Ollerenshaw', 'Buxton, Derbyshire', 'thunderbird'],
  ['Winston Pryor', 'Handsworth', 'yahoo'],
  ['Erin Cadwallader', 'Oswestry, Shropshire', 'outlook-com'],
]

const openings = [
  'I have been reading your page since breakfast.',
  'Long-time reader, first-time writer.',
  'My bus has stopped outside the hospital so I have a minute.',
  'I said I would not write in, and here I am.',
  'From the waiting room, on my phone, with nine per cent battery:',
  'My daughter says nobody sends emails any more. Well.',
  'I was going to shout at the television, but this is quieter.',
  'Having read the last twenty letters, may I add one?',
  'Short one from me.',
  'I am off sick myself today, so I have had time to think.',
  'We argued about this at work, so I promised to write down what I said.',
  'I have had the radio on all morning.',
]

const points = [
  'The doctor who saw me last month apologised for yawning. I told her to sit down for a minute. She looked as if nobody had ever said that.',
  'My appointment was cancelled by text. The text had a smiley face in it. I would like to meet whoever chose the smiley face.',
  'If the contract is as good as he says then let people choose it. If it is as bad as they say then nobody will.',
  'I drove past the picket at eight and at noon. There were more of them at noon, and somebody had brought a gazebo.',
  'I cannot support walking out of casualty. I have tried all week to and I cannot.',
  'Both sides keep saying "patients". I have been one for eleven years and neither has rung me.',
  'I run a care home. When the hospital is short on a Sunday it is my staff who wait six hours with a resident in the corridor.',
  'My brother-in-law went to Brisbane for a year. That was in 2009. He has a boat.',
  'There are not enough of them. You can move the same blanket up or down the bed and somebody always has cold feet.',
  'The consultants have done the ward round themselves today and found out that the printer does not work. It has not worked since 2012.',
  'They get a pension I can only dream of, and a job nobody can take from them. I would swap tomorrow.',
  'I taught two of those on the line at our place. One could not spell "necessary". She can put a needle in a premature baby, so I have let it go.',
  'Somebody has put a knitted hat on every bollard from the station to the main entrance. I do not know whose side the hats are on.',
  'What worries me is not today, it is August, when the new ones start and the tired ones have gone.',
  'A promise is a promise. It was in the manifesto and people voted for it, like it or not.',
  'My mother was a night nurse in 1962 and she says that they have always run it on goodwill, and that goodwill is not a budget line.',
]

const endings = [
  'That is all I wanted to say.',
  'Thank you for listening.',
  'I hope they sort it out by the weekend.',
  'Somebody has to say it.',
  'Anyway. Keep well, all of you.',
  'Back to work for me.',
  'I would put my name to that anywhere.',
  '',
  '',
]

const subjects = [
  'Strike',
  'My view',
  'Junior doctors',
  'Have your say',
  'The walk-out',
  'A thought',
  'Today',
  'Re: views',
]

/** Numbers from nought up to, not with, one, always the same for the same seed (the mulberry32 generator). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One more letter; `random` decides who writes what. */
export function arrivingLetter(random: () => number): Letter {
  const pick = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)]!
  const [name, place, by] = pick(senders)
  const paragraphs = [`${pick(openings)} ${pick(points)}`]
  if (random() < 0.35) paragraphs.push(pick(points))
  const ending = pick(endings)
  if (ending !== '') paragraphs.push(ending)
  const signed = random() < 0.5 ? `${name}\n${place}` : random() < 0.5 ? `${name}, ${place}` : name.split(' ')[0]!
  const address = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}${Math.floor(random() * 90 + 10)}@post.example`
  return {
    from: `${name} <${address}>`,
    subject: pick(subjects),
    by,
    body: [...new Set(paragraphs), signed].join('\n\n'),
  }
}
