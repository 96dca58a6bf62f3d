// The people of the journeys: readers who write, and those who read them.
import type { Letter } from '../scripts/demo/emails/letter.ts'

export const password = 'a flask of soup at the gate'

export const rob = { email: 'rob@example.org', name: 'Rob Adeane', role: 'moderator', password } as const
export const meera = { email: 'meera@example.org', name: 'Meera Joshi', role: 'moderator', password } as const
export const ruth = { email: 'ruth@example.org', name: 'Ruth Calder', role: 'editor', password } as const
export const ada = { email: 'ada@example.org', name: 'Ada Frost', role: 'admin', password } as const

export const staff = [rob, meera, ruth, ada]

/** A clean email: name and place in the sign-off, a telephone's last line to cut. */
export const katherine: Letter = {
  from: 'Katherine Sefton <katherine.sefton@post.example>',
  subject: 'My operation',
  by: 'iphone',
  body: `My hip replacement was due at half past nine and has been put back for the second time.

I am not angry with the doctors.

Katherine
Ruislip, Middlesex`,
}

export const chris: Letter = {
  from: 'Chris Boshell <cboshell@mail.example>',
  subject: 'Support for the junior doctors',
  by: 'gmail',
  body: `I had a heart attack two years ago, on a Sunday, here in Birmingham. A junior doctor kept me alive.

Chris Boshell`,
}

/** Nobody wrote this. */
export const robot: Letter = {
  from: 'Clive Barton <clive.barton@council.example>',
  subject: 'Automatic reply: Have your say',
  by: 'outlook',
  headers: { 'Auto-Submitted': 'auto-replied' },
  body: 'I am out of the office today with no access to email.',
}

/** The same words as everybody else's of the campaign. */
export const campaigner = (name: string, place: string): Letter => ({
  from: `${name} <${name.toLowerCase().replace(' ', '.')}@mail.example>`,
  subject: 'Stop the unsafe junior doctors contract',
  by: 'outlook-com',
  body: `Dear Editor,

I am writing to express my deep concern at the decision to impose an unsafe and unfair contract on junior doctors. I call on the Secretary of State to return to the negotiating table.

Yours faithfully,

${name}
${place}`,
})

/** A photograph of the picket line. */
export const isobel: Letter = {
  from: 'Isobel Tranmer <isobel.tranmer@post.example>',
  subject: 'Picture: picket line',
  by: 'iphone',
  pictures: [{ kind: 'picket', name: 'IMG_2041.JPG', place: { latitude: 53.4, longitude: -2.99 } }],
  body: 'Here is the line at eight this morning. I took this and you can use it.\n\nIsobel Tranmer, Wirral, Merseyside',
}

/** Details that must not be printed. */
export const yvonne: Letter = {
  from: 'Yvonne Castleton <yvonne.castleton@post.example>',
  subject: 'Happy to talk on air',
  by: 'gmail',
  body: `My clinic was cancelled an hour before I was due. Ring me any time on 07700 900142.

Yvonne Castleton
Darlington`,
}
