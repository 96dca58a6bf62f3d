// What needs the key file: nobody erased has come back, and the stored secrets open.
import type { DataCheck } from './check.ts'
import { countOf } from './check.ts'

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

export const mailboxSecrets: DataCheck = {
  name: 'mailbox secrets',
  look(store, keys) {
    const count = countOf(store, 'select count(*) as n from mailbox')
    if (count === 0) return { found: 'no mailbox yet', faults: [] }
    if (!keys) return noKey
    const faults: string[] = []
    for (const { name, secret } of store.engine.prepare('select name, secret from mailbox').all() as {
      name: string
      secret: string
    }[])
      try {
        keys.unseal(secret)
      } catch {
        faults.push(`the secret of ${name} cannot be opened with this key file`)
      }
    return { found: `${count}, opened by the key file`, faults }
  },
}
