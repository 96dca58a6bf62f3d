// Whose an email is, in words, and whom it may be given to: what pages show before anybody presses anything.
import type { Response } from 'express'
import { type Assignment, type Colleague, firstName, listColleagues } from '../desk/assignment.ts'
import { may } from '../desk/policy.ts'
import type { Submission } from '../desk/submission.ts'
import { actor } from './guard.ts'
import type { Web } from './route.ts'

/** Whom this person may give emails to: themselves first. */
export async function teamFor(response: Response, web: Web): Promise<Colleague[]> {
  const me = actor(response)
  const all = may(me.role, 'decide') ? await listColleagues(web.context) : []
  const own = all.filter(each => each.id === me.id).map(each => ({ ...each, name: 'Me' }))
  return [...own, ...all.filter(each => each.id !== me.id)]
}

const mineWords = 'Yours: colleagues are led past it.'
const theirsWords = '{} has this email. You can still decide; the first decision stands.'

/** The line above an email’s words; the script puts another name in. */
export function whoseWords({ assigned }: Pick<Submission, 'assigned'>, me: string) {
  const words = assigned?.staffId === me ? mineWords : assigned ? theirsWords.replace('{}', assigned.name) : ''
  return { words, mine: mineWords, theirs: theirsWords, id: assigned?.staffId ?? '' }
}

/** “Yours”, or “Rob’s”: how a row says whose it is. */
export const whose = ({ staffId: id, name }: Pick<Assignment, 'staffId' | 'name'>, me: string): string =>
  id === me ? 'Yours' : `${firstName(name)}’s`
