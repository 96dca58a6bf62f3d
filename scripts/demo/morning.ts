// The morning before you arrived: the mail of three hours, taken in by the real poller in a few passes whose clock is
// set back, with some of it decided, so that the live page has entries and every view of the queue something in it.
import type { House } from '../../src/commands/house.ts'
import { readMailOf } from '../../src/commands/read-mail.ts'
import { approve, hold, markSpam, reject } from '../../src/desk/decisions.ts'
import type { ChosenPicture } from '../../src/desk/picture-choice.ts'
import { centre, renditionOf } from '../../src/desk/pictures.ts'
import { setPointOfView } from '../../src/desk/placing.ts'
import type { Actor } from '../../src/desk/policy.ts'
import { publishDue } from '../../src/feed/index.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import { createReader } from '../../src/mail/pool.ts'
import { createPictureMaker, type PictureMaker } from '../../src/picture/pool.ts'
import type { Context, PointOfView } from '../../src/store/index.ts'
import { compose } from './compose.ts'
import { strikeDay } from './day.ts'
import type { MailServer } from './mail-server.ts'
import { actorOf } from './newsroom.ts'

type Wish = {
  from: string
  do: typeof approve | typeof hold | typeof reject | typeof markSpam
  with?: object
  /** The reader's point of view, where somebody noted it. */
  is?: PointOfView
  photo?: Photo
}

type Photo = Pick<ChosenPicture, 'alt' | 'aspect' | 'permission'>

const minute = 60_000

/** Minutes before now at which somebody looked at the queue. */
const looks = [160, 125, 90, 60, 25, 0]

const wishes: Wish[] = [
  {
    from: 'isobel.tranmer@post.example',
    do: approve,
    is: 'for',
    photo: {
      alt: 'Doctors in coloured coats on a picket line before a brick hospital',
      aspect: '16:9',
      permission: 'found',
    },
  },
  {
    from: 'hussein.aziz@mail.example',
    do: approve,
    photo: { alt: 'A yellow placard, its lettering too far off to read', aspect: '1:1', permission: 'asked' },
  },
  {
    from: 'nadia.farooqi@post.example',
    do: approve,
    photo: { alt: 'A grey sky over a waiting room, with a rainbow', aspect: '4:3', permission: 'asked' },
  },
  { from: 'katherine.sefton@post.example', do: approve, is: 'for' },
  { from: 'roger.hazeldine@isp.example', do: approve, is: 'against' },
  { from: 'cboshell@mail.example', do: approve, with: { verb: 'writes' }, is: 'for' },
  { from: 'patricia.bloor@webmail.example', do: hold, with: { reason: 'Ask the granddaughter first' } },
  { from: 'alan@kinghorn.example', do: approve, is: 'mixed' },
  { from: 'linda.p@webmail.example', do: approve, is: 'against' },
  { from: 'derek.postlethwaite@isp.example', do: approve, is: 'mixed' },
  { from: 'gtwigg@webmail.example', do: approve, is: 'for' },
  { from: 'james.oakeshott@mail.example', do: approve, with: { verb: 'says' }, is: 'against' },
  { from: 'concerned.resident@mail.example', do: hold, with: { reason: 'Court case', needs: 'editor' } },
  { from: 'niamh.odalaigh@post.example', do: approve, is: 'for' },
  { from: 'winifred.castell@home.example', do: approve, is: 'for' },
  { from: 'maureen.duxbury@home.example', do: approve, is: 'against' },
  { from: 'truthteller99@isp.example', do: reject, with: { reason: 'Abuse' } },
  { from: 'h.marchbank@post.example', do: approve, is: 'for' },
  { from: 'hilary.fenwick@post.example', do: approve },
  { from: 'prakash.menon@isp.example', do: approve, with: { verb: 'writes' }, is: 'against' },
  { from: 'felicity.abbott@mail.example', do: approve, is: 'against' },
  { from: 'rachel.sandiford@post.example', do: approve, is: 'mixed' },
  { from: 'press@brightwell-health.example', do: reject, with: { reason: 'Press release' } },
  { from: 'hello@betterbreakfasts.example', do: markSpam },
  { from: 'jrooke@home.example', do: approve, is: 'for' },
  // Nobody leaves these waiting: whoever opens the demo begins with the letters of an ordinary day.
  { from: 'd.strang@mail.example', do: hold, with: { reason: 'Told the duty editor and the police', needs: 'editor' } },
  { from: 'sam.l@post.example', do: hold, with: { reason: 'Told the duty editor', needs: 'editor' } },
  { from: 'colette.darragh@mail.example', do: approve, is: 'mixed' },
]

/** Delivers, takes in and decides, up to the clock of `house`. False when it was stopped before the end. */
export async function liveTheMorning(house: House, server: MailServer, stopping: AbortSignal): Promise<boolean> {
  const now = house.context.now()
  const letters = strikeDay(now)
  const reader = createReader({ threads: 2 })
  const pictures = createPictureMaker()
  const editor = await actorOf(house, 'editor@example.org')
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(2 * minute)])
  let sent = 0
  try {
    for (const minutes of looks) {
      const at = now - minutes * minute
      const context = { ...house.context, now: () => at }
      for (; sent < letters.length && letters[sent]!.at <= at; sent++)
        server.deliver(compose(letters[sent]!.letter, letters[sent]!.at), letters[sent]!.at + 2000)
      const reports = await pollOnce(context, house.keys(), reader, { signal })
      if (stopping.aborted) return false
      for (const { error } of reports) if (error) throw new Error(error)
      if (minutes > 0) await decide(context, editor, pictures)
    }
  } finally {
    await reader.close()
    await pictures.close()
  }
  return true
}

/** The email's first picture, cut and described as an editor would. */
async function photoOf(
  context: Context,
  pictures: PictureMaker,
  number: number,
  { alt, aspect, permission }: Photo,
): Promise<ChosenPicture | undefined> {
  const attached = await context.db
    .selectFrom('attachment')
    .innerJoin('submission', 'submission.number', 'attachment.submission_number')
    .select(['position', 'name'])
    .where('submission_number', '=', number)
    .where('kind', 'is not', null)
    .orderBy('position')
    .executeTakeFirst()
  if (!attached) return undefined
  const cut = { position: attached.position, aspect, focal: centre }
  const sizes = await renditionOf(context, readMailOf(context, pictures).picture, number, cut)
  if (!sizes || 'parked' in sizes) return undefined
  return { ...cut, alt, credit: attached.name, permission, sizes }
}

/** Carries out what is wished of the mail that has come by now, a minute or so apart, and publishes what is due. */
async function decide(began: Context, actor: Actor, pictures: PictureMaker): Promise<void> {
  let at = began.now()
  const context = { ...began, now: () => at }
  for (const wish of wishes) {
    const find = () =>
      context.db
        .selectFrom('submission')
        .select(['number', 'version'])
        .where('from_address', '=', wish.from)
        .where('state', '=', 'waiting')
        .executeTakeFirst()
    const found = await find()
    if (found && wish.is) await setPointOfView(context, actor, found.number, wish.is)
    const row = await find()
    if (!row) continue
    const picture = wish.photo ? await photoOf(context, pictures, row.number, wish.photo) : undefined
    await wish.do(context, actor, row.number, { version: row.version, ...wish.with, ...(picture && { picture }) })
    at += 85_000
    await publishDue(context)
  }
}
