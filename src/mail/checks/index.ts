// What a moderator should know, one question each, in the order it is shown.

import { abuse } from './abuse.ts'
import { idNumber, socialHandle } from './accounts.ts'
import type { Check } from './check.ts'
import { child, underAge } from './children.ts'
import { emailAddress, phone, postalAddress, postcode } from './contact-details.ts'
import { graphic } from './graphic.ts'
import { health } from './health.ts'
import { danger, thirdPartyHealth } from './in-danger.ts'
import { bulk, capitals, forwarded, language, noWords, onlyLinks, tooLong, tooShort } from './manner.ts'
import { namedPerson } from './named-person.ts'
import { mixedScript, nameDiffers } from './names.ts'
import { court, thirdParty } from './people.ts'
import { press } from './press.ts'
import { selfHarm } from './self-harm.ts'
import { signOffDetails } from './sign-off-details.ts'
import { threat } from './threat.ts'
import { anonymity, complaint, correction, notToPublish, takeDown, wantsReply } from './wishes.ts'
import { workplace } from './workplace.ts'

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
  graphic,
  anonymity,
  phone,
  emailAddress,
  postalAddress,
  postcode,
  idNumber,
  court,
  press,
  bulk,
  language,
  noWords,
  onlyLinks,
  forwarded,
  mixedScript,
  namedPerson,
  child,
  health,
  workplace,
  nameDiffers,
  socialHandle,
  capitals,
  complaint,
  correction,
  wantsReply,
  tooLong,
  tooShort,
  signOffDetails,
]
