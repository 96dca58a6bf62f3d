// The addresses of the demo that sqlmap asks about: every place where words of a stranger, or of staff, reach a query.
import { strikeSlug } from '../demo/newsroom.ts'
import type { Target } from './tools.ts'

const story = `/s/${strikeSlug}`
const email = `${story}/submissions/2`

/** `id` is a contributor's. */
export const targets = (id: string): Target[] => [
  {
    path: `${story}/queue?view=waiting&sort=oldest&q=doctors&flag=health&point-of-view=for&from=${id}&campaign=1&item=2&words=2&after=1`,
  },
  { path: `${story}/rows?view=waiting&sort=newest&q=doctors&after=3&limit=5` },
  { path: `${story}/panes?numbers=2` },
  { path: `${story}/live?before=1461654000000&edit=${id}` },
  { path: `${story}*/queue` },
  { path: `${story}/submissions/2*` },
  { path: `/people?letter=K&first=1&after=${id}` },
  { path: `/people/${id}*` },
  { path: `/stories/${strikeSlug}*` },
  { path: '/admin/audit?who=system&what=read&item=2&from=2016-01-01&to=2030-01-01&before=50' },
  { path: `/admin/access?who=x&before=${id}` },
  { path: `/feeds/${strikeSlug}/changes.json?since=0&limit=5` },
  { path: `/feeds/${strikeSlug}*.atom` },
  { path: `/live/${strikeSlug}/entries/${id}*` },
  { path: `${story}/search`, data: 'q=doctors&view=waiting&sort=oldest' },
  { path: '/people/search', data: 'address=kate%40example.org' },
  { path: '/people/search', data: `name=kat&after=${id}` },
  { path: `${email}/draft`, data: 'version=1&name=Kate&place=Leeds&verb=says&text=Words' },
  { path: `${email}/preview`, data: 'name=Kate&place=Leeds&verb=says&text=Words' },
  { path: `${email}/point-of-view`, data: 'pointOfView=for' },
  { path: `${email}/consent`, data: 'what=name&answer=yes&evidence=She+said+so' },
  { path: `${story}/bulk`, data: 'decision=hold&pick=999999:1&back=/' },
  { path: '/routing', data: 'email=To%3A+a%40example.org' },
]

/** What wapiti is kept from: its own way out, and what would take its own rights away. */
export const leftOut = ['/sign-out', '/sign-in', '/account', '/admin/staff', '/admin/mailboxes', '/events']
