// The tables of people's own work at the desk: the views they named, the emails they took.

export type DeskTables = {
  assignment: { submission_number: number; staff_id: string; made_by: string; at: number }
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
}
