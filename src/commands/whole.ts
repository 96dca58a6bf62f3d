// What an export of everything consists of; an import of the same reads it by the same list.

/** Columns that leave the house, named one by one: a new column stays inside until somebody adds it here. */
export const tables = {
  story:
    'id slug title status is_default grace_seconds zone headline standfirst byline call_out legal_notice created_at updated_at closed_at continued_by merged_at call_out_shown call_out_every show_withdrawn feed_seq page_seq stopped stopped_words stopped_at pin_max show_balance closes_at opens_at words_soft words_hard verbs',
  story_slug: 'slug story_id',
  story_subject: 'story_id position words',
  barred: 'story_id position words',
  story_address: 'address story_id position',
  key_point: 'story_id position text',
  embed_host: 'story_id host',
  embed_theme: 'story_id ground ink accent',
  contributor: 'id address name created_at',
  ban: 'id contributor_id story_id reason until made_by at lifted_at',
  note: 'id contributor_id words made_by at',
  erasure_request: 'contributor_id published made_by at',
  raw: 'id sha256 size whole kept_at',
  submission:
    'number id story_id contributor_id stage stage_why stage_words state needs reason version received_at kept_at sent_at message_id repeat_of from_name from_address to_address subject original text name place anonymous point_of_view decided_by decided_at raw_id attempts proposed name_confidence name_kind name_start name_end name_words place_confidence place_kind place_start place_end place_words flagged photos urgent authentication legal_hold cleared_at banned graphic',
  fold: 'submission_number position kind start end',
  finding: 'submission_number position check level words',
  call_out_version: 'story_id version words at',
  consent: 'id submission_number what answer evidence made_by at',
  verification: 'id submission_number how who note made_by at',
  candidate: 'submission_number position field value confidence kind start end words',
  defect: 'submission_number position defect',
  attachment: 'submission_number position filename content_type size kind sha256 placed',
  draft: 'submission_number staff_id name place verb text saved_at picture',
  assignment: 'submission_number staff_id made_by at',
  entry:
    'id story_id submission_number state revision publish_at published_at updated_at withdrawn_at withdrawn_why pinned created_at kind group_id group_position page_at key_point embargo_at ordinal',
  revision:
    'entry_id revision name place verb line text minor made_by made_at headline name_form town region country role own_line programme service url language note noted_at picture_id picture_width picture_height picture_alt picture_credit',
  picture: 'id entry_id position aspect focal width height small_width small_height made_at',
  revision_tag: 'entry_id revision position tag',
  feed_change: 'story_id seq entry_id type revision at',
  event: 'seq at kind actor story_id submission_number entry_id data previous hash',
  reason: 'event_seq submission_number words',
  ledger: 'mailbox_id uidvalidity uid size internal_date outcome why submission_number at raw_id acknowledged listed',
  erasure: 'fingerprint at published',
  cleared: 'fingerprint at',
  anchor: 'day seq hash at',
  access: 'id at actor what submission_number',
  mailbox: 'id name host port security username folder story_id created_at quiet uidvalidity seen',
  staff: 'id email name role created_at disabled_at theme skip_open spoken sound coached',
  saved_view: 'id story_id staff_id name query made_by created_at',
} as const

/** Where the bytes of a picture lie, within `pictures/`. */
export const pictureFile = (entryId: string, id: string, size: 'large' | 'small') =>
  `${entryId}/${id}${size === 'small' ? '-640' : ''}.webp`

const secret = 'a secret, or worth nothing without one'
const passing = 'of the moment: leases, sessions, what is under way'
const madeAgain = 'made again from what is exported'

/** What stays inside, and why: whole tables, and columns of those that leave. */
export const left: Record<string, string> = {
  token: secret,
  receipt: secret,
  webhook: secret,
  delivery: secret,
  passkey: secret,
  recovery_code: secret,
  invitation: secret,
  'mailbox.secret': secret,
  'staff.password': secret,
  'staff.totp': secret,
  'staff.totp_step': secret,
  'staff.keys': passing,
  deal: passing,
  idempotency: passing,
  lease: passing,
  rate_limit: passing,
  session: passing,
  'mailbox.paused_at': 'whoever imports gives the password, and with it the mailbox goes on',
  ...Object.fromEntries(
    'tried_at checked_at error error_kind error_since refusals asked_at fetching certificate_until'
      .split(' ')
      .map(column => [`mailbox.${column}`, passing]),
  ),
  campaign: madeAgain,
  likeness: madeAgain,
  likeness_band: madeAgain,
  rendition: madeAgain,
  tally: madeAgain,
  search: madeAgain,
  setting: 'installation.json',
  'raw.bytes': 'mail.mbox, messages/, incomplete/',
  'picture.large': 'pictures/',
  'picture.small': 'pictures/',
}
