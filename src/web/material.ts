// What public documents are made from, and what an address asks for.
import type { Config } from '../config.ts'
import type { Context, Row } from '../store/index.ts'
import type { Assets } from './assets.ts'
import type { Document } from './document.ts'

export type PublicParts = { context: Context; config: Config; assets: Assets; dev: boolean }

/** What a document is made from. */
export type Material = PublicParts & { story: Row<'story'>; version: string; modifiedAt: number }

/** Null: there is no such document. */
export type Build = (material: Material) => Promise<Document | null>
export type DocumentPlan = {
  kind: 'document'
  slug: string
  key: string
  build: Build
  /** Asked with a consumer's token, this number is that consumer's receipt. */
  since?: number
}
/** A stream of changes after number `since`; null: from now on. */
export type EventsPlan = { kind: 'events'; slug: string; since: number | null }
/** The feed without an ending goes to the format that the asker likes best. */
type FormatPlan = { kind: 'format'; to: string }
export type Plan = DocumentPlan | EventsPlan | FormatPlan
