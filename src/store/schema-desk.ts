// The tables of people's own work at the desk: views they named, emails they took.

export type DeskTables = {
  saved_view: {
    id: string
    story_id: string
    /** Null: the team's. */
    staff_id: string | null
    name: string
    query: string
    made_by: string
    created_at: number
  }
  assignment: { submission_number: number; staff_id: string; at: number }
}
