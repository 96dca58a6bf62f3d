// Every door of the house, one line each. `public` is answered before sessions and sets no cookie; `desk` carries the
// session cookie; `api` a bearer token. A test walks the running router and fails on a path that is not here.
import { showIcon } from './icon.ts'
import { allowCrossOrigin, showPublished } from './public-route.ts'
import type { Route } from './route.ts'
import { showSignIn, signIn, signOut } from './sign-in.ts'

export const publicRoutes: Route[] = [
  ['GET', '/icon.svg', 'anyone', showIcon],
  ['GET', '/live/:story', 'anyone', showPublished],
  ['GET', '/live/:story/entries/:id', 'anyone', showPublished],
  ['GET', '/feeds/:story', 'anyone', showPublished],
  ['GET', '/feeds/:story/changes.json', 'anyone', showPublished],
  ['GET', '/feeds/:story/events', 'anyone', showPublished],
  ['OPTIONS', '/feeds/:story{/*rest}', 'anyone', allowCrossOrigin],
]

export const deskRoutes: Route[] = [
  ['GET', '/sign-in', 'anyone', showSignIn],
  ['POST', '/sign-in', 'anyone', signIn],
  ['POST', '/sign-out', 'signed-in', signOut],
]

/** Paths below /api/v1. */
export const apiRoutes: Route[] = []
