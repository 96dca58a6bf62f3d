// What needs the key file: nobody erased has come back, and the stored secrets open.
import type { DataCheck } from './check.ts'

const noKey = { found: '', faults: ['the key file is missing: put back the one from your backup'] }

export const erasures: DataCheck = {
  name: 'erased readers',
  look(store, keys) {
    const marks = new Set(
      (store.engine.prepare('select fingerprint from erasure').all() as { fingerprint: string }[]).map(
        row => row.fingerprint,
      ),
    )
    if (marks.size === 0) return { found: 'none so far', faults: [] }
    if (!keys) return noKey
    const rows = store.engine
      .prepare('select sha256, number from raw join submission on raw_id = raw.id')
      .iterate() as IterableIterator<{ sha256: string; number: number }>
    const faults: string[] = []
    for (const row of rows)
      if (marks.has(keys.fingerprint(row.sha256))) faults.push(`email ${row.number} was erased and is back`)
    return { found: `${marks.size} messages, none of them back`, faults }
  },
}

/** Sealed columns: what they belong to, and the query for name and secret. */
const sealed = [
  ['mailbox', 'select name, secret from mailbox'],
  ['webhook', 'select name, secret from webhook'],
] as const

export const storedSecrets: DataCheck = {
  name: 'stored secrets',
  look(store, keys) {
    // An import of everything brings mailboxes whose password nobody has given yet.
    const given = ({ secret }: { secret: string }) => secret !== ''
    const secrets = sealed.flatMap(([of, query]) =>
      (store.engine.prepare(query).all() as { name: string; secret: string }[])
        .filter(given)
        .map(row => ({ of, ...row })),
    )
    if (secrets.length === 0) return { found: 'none yet', faults: [] }
    if (!keys) return noKey
    const faults: string[] = []
    for (const { of, name, secret } of secrets)
      try {
        keys.unseal(secret)
      } catch {
        faults.push(`the secret of the ${of} ${name} cannot be opened with this key file`)
      }
    return { found: `${secrets.length}, opened by the key file`, faults }
  },
}
