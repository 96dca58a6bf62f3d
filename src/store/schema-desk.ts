// The tables of people's own work at the desk: the views they named.

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
}
