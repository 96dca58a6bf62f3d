// Emails of a strike day as the mail room leaves them: offsets, findings and proposals included.
import type { Email } from '../desk/cast.ts'

export type StrikeEmail = Email & {
  folds?: { kind: string; start: number; end: number }[]
  files?: { filename: string; content_type: string; size: number }[]
}

type Letter = {
  name: string
  place: string
  address: string
  subject: string
  words: string
  signOff?: string
  findings?: Email['findings']
  more?: StrikeEmail
}

function letter({ name, place, address, subject, words, signOff = '', findings = [], more = {} }: Letter): StrikeEmail {
  const original = signOff ? `${words}\n\n${signOff}` : words
  const at = signOff ? original.lastIndexOf(name) : -1
  const from = original.indexOf(place)
  return {
    from_name: name,
    from_address: address,
    to_address: 'haveyoursay@example.org',
    subject,
    original,
    text: words,
    name,
    name_confidence: 'sure',
    name_kind: at > -1 ? 'sign-off' : 'header',
    name_start: Math.max(0, at),
    name_end: at > -1 ? at + name.length : 0,
    name_words: name,
    place,
    place_confidence: place ? (from > -1 ? 'likely' : 'guess') : null,
    place_kind: place ? (from > -1 ? 'text' : 'earlier') : null,
    place_start: place && from > -1 ? from : 0,
    place_end: place && from > -1 ? from + place.length : 0,
    place_words: place,
    findings,
    folds: signOff ? [{ kind: 'sign-off', start: words.length + 2, end: original.length }] : [],
    ...more,
  }
}

export const strikeEmails: StrikeEmail[] = [
  letter({
    name: 'Margaret Oyelaran',
    place: 'Ruislip in Middlesex',
    address: 'm.oyelaran@mail.example',
    subject: 'Strike – my view',
    words:
      'I was taken to hospital by ambulance yesterday after a fall at my doctor’s surgery.\n\nThe crew could not have been kinder, but everyone on the ward was worried about what today would bring. I think walking out of emergency care is a step too far.\n\nIf you want to talk to me about it you can ring me on 07700 900417 any time after 11.',
    signOff: 'Kind regards\nMargaret Oyelaran\nRuislip in Middlesex',
    findings: [['phone', 'warn', '07700 900417']],
  }),
  letter({
    name: 'Tom Birchall',
    place: 'Birmingham',
    address: 'tom.birchall@inbox.example',
    subject: 'Why I support them',
    words:
      'My daughter was treated for leukaemia here in Birmingham in 2009. It was a junior doctor who sat with us through the night, unpaid and unasked.\n\nI will be on the picket line with a flask of tea.',
    signOff: 'Tom Birchall',
  }),
  letter({
    name: 'Priya Nair',
    place: 'Leicester',
    address: 'priya.n@inbox.example',
    subject: 'Picture from the picket line',
    words:
      'About sixty of us outside this morning. People are bringing coffee and sounding their horns. I took this picture at half past eight at the Royal Infirmary in Leicester and you may use it.',
    signOff: 'Priya Nair',
    more: { photos: 1, files: [{ filename: 'picket line.jpg', content_type: 'image/jpeg', size: 834_123 }] },
  }),
  letter({
    name: 'Alan Keverne',
    place: 'Northumberland',
    address: 'a.keverne@post.example',
    subject: 'Anonymous please',
    words:
      'Please do not print my name as I still work for the trust. I understand both sides, but the rota gaps were there long before this contract, from Northumberland to Kent.',
    findings: [['asked-anonymous', 'warn', 'Please do not print my name']],
    more: { anonymous: 1 },
  }),
  letter({
    name: 'David Renshaw',
    place: 'Leeds',
    address: 'd.renshaw@mail.example',
    subject: 'Speaking up',
    words:
      'We are told that staff should speak up when something is unsafe. Nearly all of them are now doing exactly that, and they are called greedy for it. I have worked in Leeds for 22 years and never seen morale so low.',
    signOff: 'David Renshaw',
  }),
  letter({
    name: 'Kathryn Ellery',
    place: 'Ware in Hertfordshire',
    address: 'kathryn@ellery.example',
    subject: 'They will all go abroad',
    words:
      'We need to listen or they will all go abroad. How many of us could cope with the pressure they are under? My nephew left for Melbourne in March and he is not coming back.',
    signOff: 'Kathryn Ellery\nWare in Hertfordshire',
  }),
  letter({
    name: 'Dr H. Pargeter',
    place: '',
    address: 'hp@clinic.example',
    subject: 'The truth about the rota',
    words: 'Mr Sidwell, my consultant, told three of us to falsify the hours. That is a crime and the trust knows it.',
    signOff: 'Dr H. Pargeter',
    findings: [['third-party', 'bad', 'Mr Sidwell, my consultant, told three of us to falsify the hours']],
  }),
  letter({
    name: 'Sioned Prys',
    place: 'Aberystwyth in Ceredigion',
    address: 'sioned@prys.example',
    subject: 'From Wales',
    words: 'There is no strike here in Wales, and that tells you the row is about Westminster and not about doctors.',
    signOff: 'Sioned Prys, Aberystwyth in Ceredigion',
  }),
  letter({
    name: 'Josh',
    place: 'Croydon',
    address: 'josh2001@school.example',
    subject: 'im 15 and my mum is a doctor',
    words:
      'I am 15 and my mum is a junior doctor. She has missed my last three birthdays and she cried last night. Croydon.',
    findings: [['under-18', 'bad', 'I am 15']],
  }),
  letter({
    name: 'Harold Ashdown',
    place: 'Frome in Somerset',
    address: 'h.ashdown@retired.example',
    subject: 'Disgraceful',
    words: 'My hip operation has been put off for the second time. I am 81 and in pain every day. They swore an oath.',
    signOff: 'Harold Ashdown\nFrome in Somerset',
  }),
]
