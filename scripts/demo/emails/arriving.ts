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
  'I am a hospital porter. Nobody has asked me anything all day, which is how I know everybody is being careful.',
  'The chap in the next bed has worked out the hourly rate on the back of his menu card. He wants it printed that it comes to less than his window cleaner.',
  'We waited nine weeks for a scan and forty minutes for the result. The forty minutes were the strike. Make of that what you like.',
  'Our village surgery has a bucket outside for the food bank and another for the strikers. The second one has more biscuits in it.',
  'As a magistrate I am not allowed an opinion, so I have only counted: fifty-one hoots, two fists, one tractor.',
  "My son revises in a cupboard under the stairs because it is the one quiet place in doctors' lodgings. He is twenty-six.",
  'Nobody is talking about the cleaners, who came in at five as they always do and mopped round the television crews.',
  'I have run a small shop for thirty years and worked every Sunday of them. I did not get a ballot.',
  'When the pits closed we were told that nobody would miss us either. I took them soup.',
  'The minister says that it is political. Everything that is paid for out of taxes is political. What he means is that it is not his politics.',
  'I dialled 111 about my knee and was told to be kind to my knee. I thought that was rather good advice for everyone.',
  'As a midwife I would point out that babies have not been consulted and are turning up regardless.',
  'I moved here from Athens, where I saw what happens next. First the young ones go, then the good old ones, then you bring your own sheets.',
  "Could somebody explain to me slowly why a deal that costs no more money was worth losing a whole year's goodwill for?",
  'The crossing patrol lady outside the infirmary is holding up her lollipop for anyone in scrubs, traffic or no traffic.',
  'My late wife kept every appointment letter in a biscuit tin. I counted them last night: two hundred and six, and not one was cancelled by a doctor.',
  'We farm, so I know about being on call. But a ewe does not write to the papers if you are slow.',
  'Seven of my bridge club had operations put off. Six are for the doctors. The seventh is for the bridge.',
  'I trained as an accountant with a girl who gave it up to do medicine at thirty. She earns less today than in the year she left.',
  'The loudest man on our platform this morning was against it, and then he took an empty seat from a nurse.',
  'My physiotherapist has a sign up: please do not ask me what I think, I have you by the ankle.',
  'On the ward the drinks trolley was pushed by a professor. He gave me sugar and I am diabetic. I say this with love.',
  'If you close a road for repairs you put up a diversion. Where was the diversion for my chemotherapy?',
  'I have voted the same way all my life and I am still ashamed of how those young people have been spoken of.',
  'Read the small print before you cheer. The rise is in the basic and the cut is in the Saturday.',
  'The chaplain has a queue. I did not know that chaplains had queues.',
  'I teach music, and I should like it known that whoever brought the trombone to the main gate has been practising.',
  'It took one consultant, two registrars and a plumber to look after my father in February. The plumber got double time.',
  'A locum costs three times what she does. So we are told to be thrifty, and then we hire the locum.',
  'From my window I see the helipad. It landed at ten and it landed at two and people ran to it both times.',
  'They should arbitrate. That is what grown-ups do when they cannot stand the sight of one another.',
  'Being deaf I read the placards more carefully than most. Please, somebody, check the apostrophes.',
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
  const ending = pick(endings)
  if (ending !== '') paragraphs.push(ending)
  const signed = random() < 0.5 ? `${name}\n${place}` : random() < 0.5 ? `${name}, ${place}` : name.split(' ')[0]!
  const address = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}${Math.floor(random() * 90 + 10)}@post.example`
  return {
    from: `${name} <${address}>`,
    subject: pick(subjects),
    by,
    body: [...paragraphs, signed].join('\n\n'),
  }
}
