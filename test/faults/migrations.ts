// The migrations as files, and a database of any age with rows in it.
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Store } from '../../src/store/index.ts'

const folder = resolve(import.meta.dirname, '../../db/migrations')

export const migrationFiles = readdirSync(folder)
  .filter(name => name.endsWith('.sql'))
  .sort()
  .map(name => join(folder, name))

/** Everything that the schema consists of, in an order of its own. */
export const schemaOf = ({ engine }: Pick<Store, 'engine'>): unknown[] =>
  engine
    .prepare("select type, name, sql from sqlite_master where tbl_name not like 'kysely_%' order by type, name")
    .raw()
    .all()

/** Two emails of a story: columns that every schema has had. */
export function someRows({ engine }: Pick<Store, 'engine'>): void {
  engine.exec(`
    insert into story (id, slug, title, zone, created_at, updated_at) values ('s', 'strike', 'Strike', 'Europe/London', 0, 0);
    insert into submission (id, story_id, stage, state, received_at, kept_at, original) values
      ('a', 's', 'read', 'waiting', 0, 0, 'a'), ('b', null, 'parked', null, 0, 0, 'b');
    insert into finding values (1, 0, 'threat', 'bad', 'a');
  `)
}
