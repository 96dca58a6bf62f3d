// What a moderator should know, one question each, in the order it is shown.

import { abuse } from './abuse.ts'
import type { Check } from './check.ts'
import { emailAddress, idNumber, phone, postalAddress, postcode, socialHandle } from './contact-details.ts'
import { danger, thirdPartyHealth } from './in-danger.ts'
import { bulk, capitals, forwarded, language, noWords, onlyLinks, tooLong, tooShort } from './manner.ts'
import { mixedScript, nameDiffers } from './names.ts'
import { child, court, health, thirdParty, underAge } from './people.ts'
import { selfHarm } from './self-harm.ts'
import { threat } from './threat.ts'
import { anonymity, complaint, correction, notToPublish, takeDown, wantsReply } from './wishes.ts'

export const checks: Check[] = [
  selfHarm,
  threat,
  danger,
  thirdPartyHealth,
  notToPublish,
  takeDown,
  underAge,
  thirdParty,
  abuse,
  anonymity,
  phone,
  emailAddress,
  postalAddress,
  postcode,
  idNumber,
  court,
  bulk,
  language,
  noWords,
  onlyLinks,
  forwarded,
  mixedScript,
  child,
  health,
  nameDiffers,
  socialHandle,
  capitals,
  complaint,
  correction,
  wantsReply,
  tooLong,
  tooShort,
]
