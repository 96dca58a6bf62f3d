// The strike day: every letter in the order it came, spread over the last three hours.
import { away } from './emails/away.ts'
import { brief } from './emails/brief.ts'
import { campaign } from './emails/campaign.ts'
import { delicate } from './emails/delicate.ts'
import { doctors } from './emails/doctors.ts'
import { families } from './emails/families.ts'
import type { Letter } from './emails/letter.ts'
import { machines } from './emails/machines.ts'
import { opposed } from './emails/opposed.ts'
import { patients } from './emails/patients.ts'
import { pictured } from './emails/pictured.ts'
import { replies } from './emails/replies.ts'

export const everyLetter = [
  patients,
  doctors,
  families,
  opposed,
  brief,
  replies,
  delicate,
  pictured,
  campaign,
  away,
  machines,
]

const threeHours = 3 * 60 * 60 * 1000

/**
 * The letters with the time each was sent, oldest first, the last about a minute before `now`. Kinds are mixed evenly
 * and keep their own order, and mail comes thicker towards the end, as it does. A letter marked `twice` stands twice.
 */
export function strikeDay(now: number): { letter: Letter; at: number }[] {
  const ordered = everyLetter
    .flatMap((letters, kind) =>
      letters.map((letter, index) => ({ letter, share: (index + 0.3 + kind * 0.05) / letters.length })),
    )
    .sort((one, other) => one.share - other.share)
    .flatMap(({ letter }) => (letter.twice ? [letter, letter] : [letter]))
  let before = 0
  return ordered.map((letter, index) => {
    const left = 1 - (index + 1) / ordered.length
    const fresh = Math.round((now - 60_000 - threeHours * left ** 1.25) / 1000) * 1000
    // The second of a pair carries the first one's time: a server that delivered twice keeps the same bytes.
    const at = letter.twice && ordered[index - 1] === letter ? before : fresh
    before = at
    return { letter, at }
  })
}
