// The tables that readers' trust rests on: a story's legal rules, its call-outs, what readers allowed, who was asked.

export type ConsentMatter = 'publish' | 'name' | 'place' | 'contact' | 'picture'
export type ConsentAnswer = 'yes' | 'part' | 'no'
export type VerifiedHow = 'rang' | 'wrote' | 'met' | 'document' | 'other'

export type TrustTables = {
  barred: { story_id: string; position: number; words: string }
  call_out_version: { story_id: string; version: number; words: string; at: number }
  consent: {
    id: string
    submission_number: number
    what: ConsentMatter
    answer: ConsentAnswer
    evidence: string
    made_by: string
    at: number
  }
  cleared: { fingerprint: string; at: number }
  anchor: { day: string; seq: number; hash: string; at: number }
  verification: {
    id: string
    submission_number: number
    how: VerifiedHow
    who: string
    note: string
    made_by: string
    at: number
  }
}
