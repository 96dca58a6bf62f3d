// What the engine itself can say: pages, keys between tables, the full-text index.
import type { DataCheck } from './check.ts'
import { countOf, rowsThatShouldNotBe } from './check.ts'

export const pages: DataCheck = {
  name: 'database',
  look(store) {
    const rows = store.engine.pragma('integrity_check(20)') as { integrity_check: string }[]
    const size = store.engine.pragma('page_count', { simple: true }) as number
    return {
      found: `${size} pages`,
      faults: rows.map(row => row.integrity_check).filter(words => words !== 'ok'),
    }
  },
}

export const foreignKeys: DataCheck = {
  name: 'keys between tables',
  look(store) {
    const rows = store.engine.pragma('foreign_key_check') as { table: string; parent: string }[]
    const kinds = new Map<string, number>()
    for (const { table, parent } of rows) {
      const words = `${table} pointing to a missing ${parent}`
      kinds.set(words, (kinds.get(words) ?? 0) + 1)
    }
    return {
      found: 'every row points to one that exists',
      faults: [...kinds].map(([words, n]) => `${n} rows of ${words}`),
    }
  },
}

export const searchIndex: DataCheck = {
  name: 'search index',
  look(store) {
    store.engine.exec("insert into search (search) values ('integrity-check')")
    const missing = rowsThatShouldNotBe<{ number: number }>(
      store,
      `select number from submission where stage = 'read' and number not in (select id from search_docsize) order by number`,
      row => `email ${row.number} cannot be found by search`,
    )
    const left = rowsThatShouldNotBe<{ id: number }>(
      store,
      `select id from search_docsize where id not in (select number from submission where stage != 'erased') order by id`,
      row => `the words of email ${row.id}, which is gone, are still in the index`,
    )
    return {
      found: `${countOf(store, 'select count(*) as n from search_docsize')} emails`,
      faults: [...missing, ...left],
    }
  },
}
