// The last steps of a restore: a database that no process has touched before, under its name.
import { existsSync } from 'node:fs'
import { link, rm } from 'node:fs/promises'
import { type Context, commit } from '../context.ts'
import { settle } from './copy.ts'

/** Nobody is signed in, nothing is promised to a repeated request, and every lease is free, its fence one higher. */
export const freshStart = (context: Context) =>
  commit(context, async trx => {
    await trx.deleteFrom('session').execute()
    await trx.deleteFrom('idempotency').execute()
    await trx
      .updateTable('lease')
      .set(lease => ({ fence: lease('fence', '+', 1), expires_at: 0 }))
      .execute()
  })

/** Gives a closed database its final name; throws when that name has been taken meanwhile. */
export async function placeDatabase(from: string, to: string): Promise<void> {
  for (const beside of [`${to}-wal`, `${to}-shm`, `${to}-journal`])
    if (existsSync(beside)) throw new Error(`${beside} belongs to another database. Move it away first.`)
  await settle(from)
  await link(from, to)
  await rm(from)
  await settle(to)
}
