import { expect, test } from '@jest/globals'
import { left, tables } from '../../src/commands/whole.ts'
import { migrate, openStore } from '../../src/store/index.ts'

test('every table and column leaves with an export, or it is said why it stays', async () => {
  const store = openStore(':memory:')
  await migrate(store)
  const columns = store.engine
    .prepare(
      `select sqlite_schema.name, column.name from sqlite_schema join pragma_table_info(sqlite_schema.name) as column
       where sqlite_schema.type = 'table' and sqlite_schema.name not glob 'sqlite_*'
       and sqlite_schema.name not glob 'kysely_*' and sqlite_schema.name not glob 'search_*'`,
    )
    .raw()
    .all() as [string, string][]
  await store.close()
  const leaving = new Set(
    Object.entries(tables).flatMap(([table, names]) => names.split(' ').map(name => `${table}.${name}`)),
  )
  const fate = ([table, column]: [string, string]) =>
    [leaving.has(`${table}.${column}`), table in left, `${table}.${column}` in left].filter(Boolean).length
  expect(columns.filter(each => fate(each) !== 1).map(each => each.join('.'))).toEqual([])
  const there = new Set(columns.flatMap(([table, column]) => [table, `${table}.${column}`]))
  expect([...leaving, ...Object.keys(left)].filter(name => !there.has(name))).toEqual([])
})
