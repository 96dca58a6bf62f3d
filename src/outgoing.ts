// Whom the house may call (ASVS 13.2.4): mail servers, token addresses, webhooks and hubs stand on one list, where the
// operator gives one. Checked when an address is typed, and again before each call, since the list may have grown shorter.

/** Names of hosts, `*.example.org` for every host below one; null: whomever an administrator named. */
export type Outgoing = readonly string[] | null | undefined

/** Whether a host, as a URL or a form names it, may be called. Names are compared as URLs write them. */
export function mayCall(outgoing: Outgoing, host: string): boolean {
  if (outgoing === null || outgoing === undefined) return true
  const name = plain(host)
  return outgoing.some(each => {
    const allowed = plain(each)
    return allowed.startsWith('*.')
      ? name.endsWith(allowed.slice(1)) && name.length >= allowed.length
      : name === allowed
  })
}

/** What people read who named another. */
export const notOnTheList = (host: string): string =>
  `${host} is not on the list of hosts that Postbag may call. Whoever runs Postbag adds it to POSTBAG_OUTGOING.`

/** Lower case, without the brackets of an IPv6 address and the dot that may end a name. */
const plain = (host: string) =>
  host
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
