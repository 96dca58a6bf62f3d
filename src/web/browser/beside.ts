// What stands beside deciding: who else is here and whose an email is. A bundle of its own that comes once the page is
// painted; what it needs of the page's script it is given, so that nothing is sent twice.
import { serveAssignment } from './assignment.ts'
import { serveCopy } from './copy.ts'
import { serveDeal } from './deal.ts'
import type { Decisions } from './decide.ts'
import type { Desk } from './desk-state.ts'
import { serveEarlier } from './earlier.ts'
import type { Kit } from './kit.ts'
import { type Present, servePresence } from './presence.ts'
import { watchSession } from './session.ts'
import { signInAgain } from './sign-in.ts'
import { tellStop } from './stop.ts'

export function beside(desk: Desk, _decisions: Decisions, kit: Kit): void {
  serveCopy(kit.find, kit.say)
  serveDeal(desk, kit)
  const presence = servePresence(desk, kit)
  const assignment = serveAssignment(desk, kit)
  const askToSignIn = signInAgain(kit.find)
  kit.signIn.resolve(askToSignIn)
  const refused = watchSession({ ...kit, askToSignIn })
  const told: Record<string, (data: never) => void> = {
    presence: (event: Present) => presence.told(event),
    assigned: assignment.told,
    earlier: serveEarlier(desk, kit),
    stopped: tellStop(desk, kit),
    // The stream was answered by something else: perhaps by the page to sign in.
    refused,
  }
  desk.heard = (name, data) => told[name]?.(data as never)
  for (const [name, data] of desk.early.splice(0)) desk.heard(name, data)
  desk.opened = presence.show
}
