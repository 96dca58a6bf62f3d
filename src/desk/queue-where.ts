// What makes a row belong to a view and pass its filters, as conditions.
import type { ExpressionBuilder } from 'kysely'
import type { PointOfView, Schema } from '../store/index.ts'
import { type Membership, membership, type View } from './view.ts'

export type Sort = 'oldest' | 'newest' | 'photos' | 'flagged'

export type QueueQuery = {
  /** Null: what belongs to no story. */
  storyId: string | null
  view: View
  sort?: Sort
  /** Words to search for; `#412` finds that one. */
  q?: string
  /** Name of a check. */
  flag?: string
  photo?: boolean
  pointOfView?: PointOfView | 'none'
  /** A contributor's id. */
  from?: string
  /** A staff id: only what is assigned to this person. */
  mine?: string
  /** The number a campaign is known by. */
  campaign?: number
  limit?: number
  /** Number of the last row already shown. */
  after?: number
}

/** The story and the state, stage and marks of the view. */
export const isIn = (query: QueueQuery) => (eb: Builder) => {
  const { noStory, orNoStory } = membership[query.view]
  const none = eb('story_id', 'is', null)
  if (noStory || query.storyId === null) return eb.and([none, belongs(membership[query.view])(eb)])
  const own = eb('story_id', '=', query.storyId)
  return eb.and([orNoStory ? eb.or([own, none]) : own, belongs(membership[query.view])(eb)])
}

type Builder = ExpressionBuilder<Schema, 'submission'>

export const belongs =
  ({ state, stage, urgent, flagged, photos, needsEditor }: Membership) =>
  (eb: Builder) => {
    const conditions = [eb('state', state === null ? 'is' : '=', state)]
    if (stage) conditions.push(eb('stage', '=', stage))
    if (urgent) conditions.push(eb('urgent', 'is not', null))
    // Written as literals, since only then does SQLite see that the partial index fits.
    if (flagged) conditions.push(eb('flagged', '>', eb.lit(0)))
    if (photos) conditions.push(eb('photos', '>', eb.lit(0)))
    if (needsEditor) conditions.push(eb('needs', '=', 'editor'))
    return eb.and(conditions)
  }

/** The filters a person has set. */
export const passes = (query: QueueQuery) => (eb: Builder) => {
  const conditions = []
  if (query.photo) conditions.push(eb('photos', '>', eb.lit(0)))
  if (query.from !== undefined) conditions.push(eb('contributor_id', '=', query.from))
  if (query.mine !== undefined)
    conditions.push(
      eb(
        'submission.number',
        'in',
        eb.selectFrom('assignment').select('submission_number').where('staff_id', '=', query.mine),
      ),
    )
  if (query.campaign !== undefined)
    conditions.push(
      eb(
        'submission.number',
        'in',
        eb.selectFrom('likeness').select('submission_number').where('campaign', '=', query.campaign),
      ),
    )
  if (query.pointOfView === 'none') conditions.push(eb('point_of_view', 'is', null))
  else if (query.pointOfView) conditions.push(eb('point_of_view', '=', query.pointOfView))
  if (query.flag !== undefined)
    conditions.push(
      eb.exists(
        eb
          .selectFrom('finding')
          .select('finding.position')
          .whereRef('finding.submission_number', '=', 'submission.number')
          .where('finding.check', '=', query.flag),
      ),
    )
  return eb.and(conditions)
}
