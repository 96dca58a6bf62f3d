// The tables of contributors: bans, and notes of the staff.

export type PeopleTables = {
  ban: {
    id: string
    contributor_id: string
    /** Null: every story. */
    story_id: string | null
    reason: string
    /** Null: until somebody lifts it. */
    until: number | null
    made_by: string
    at: number
    lifted_at: number | null
  }
  /** Something of theirs is live, so a second person must agree. */
  erasure_request: {
    contributor_id: string
    published: 'withdraw' | 'keep-as-a-reader'
    made_by: string
    at: number
  }
  story_subject: { story_id: string; position: number; words: string }
  note: { id: string; contributor_id: string; words: string; made_by: string; at: number }
}
