// Three invented emails to learn the desk on, for a house whose own mail is not there yet. They take the real way in.
import type { Request, Response } from 'express'
import { readHandled } from '../desk/handled.ts'
import type { Story } from '../desk/stories.ts'
import { must, nothingMore } from './input.ts'
import { flash } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

type Sample = { from: string; subject: string; text: string }

const samples: Sample[] = [
  {
    from: 'Katherine Ashby <katherine.ashby@example.net>',
    subject: 'Sample: my appointment',
    text: `My appointment was put off this morning, and I still think that they are right. Nobody strikes for fun.

Best wishes,
Katherine
Ruislip, Middlesex

On Tuesday you wrote:
> Send us your views on what is happening today.
> We will publish some of them here.`,
  },
  {
    from: 'Chris Boshell <chris.boshell@example.net>',
    subject: 'Sample: a call back',
    text: `I drove my mother to Birmingham for a scan and found the door shut. Somebody could have told us. You can ring me on 07700 900123 if you want to hear more.

Chris Boshell
Birmingham`,
  },
  {
    from: 'David <david.renshaw@example.net>',
    subject: 'Sample: the picket line',
    text: `The picket line sang all morning and every second car hooted. I have never seen so many people thank strangers.

David`,
  },
]

/** Takes them in, addressed to the story; they are in its queue a moment later. */
export async function loadSamples(web: Web, story: Story): Promise<void> {
  const at = web.context.now()
  const to = story.addresses[0] ?? 'readers@example.net'
  for (const [position, { from, subject, text }] of samples.entries()) {
    const head = [
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <sample-${position}-${story.id}@example.net>`,
      'Content-Type: text/plain; charset=utf-8',
    ]
    await web.intake.takeIn(Buffer.from(`${head.join('\r\n')}\r\n\r\n${text.replace(/\n/g, '\r\n')}\r\n`))
  }
}

/** `POST /s/:story/samples`: only while the story never had an email. */
export async function postSamples(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  must(nothingMore, request.body ?? {})
  if ((await readHandled(web.context, story)).ever)
    flash(request, { words: 'There is mail here already, so the samples stay away.', tone: 'warn' })
  else {
    await loadSamples(web, story)
    flash(request, { words: 'Three sample emails are on their way. Reject them when you are done.', tone: 'done' })
  }
  response.redirect(303, `/s/${story.slug}/queue`)
}

/** `POST /setup/samples`: no mailbox yet; the samples come with the story. */
export function chooseSamples(request: Request, response: Response): void {
  must(nothingMore, request.body ?? {})
  request.session.samples = true
  response.redirect(303, '/setup/story')
}
