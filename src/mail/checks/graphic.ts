// A warning of what a picture shows: moderators look when they choose to.
import { type Check, findAll, phrasings } from './check.ts'

const picture = '(?:photos?|photographs?|pictures?|pics?|images?|attachments?|snaps?|footage|videos?)'
const hard =
  '(?:graphic|gory|gruesome|bloody|distressing|disturbing|upsetting|shocking|horrific|harrowing|explicit|violent)'

const warnings = phrasings(
  `\\b${hard}(?: and \\w{3,12})? (?:content |medical )?${picture}\\b`,
  `\\b${picture} (?:\\w{2,10} ){0,3}(?:is|are|may be|might be|could be|be) (?:\\w{2,12} ){0,2}${hard}\\b`,
  '\\b(?:trigger|content) warning\\b|\\bnot for the (?:squeamish|faint[- ]hearted)\\b|\\b(?:viewer|reader) discretion\\b',
  `\\b${picture} (?:\\w{2,10} ){0,3}(?:of|show|shows|showing) (?:\\w{2,10} ){0,3}(?:injur(?:y|ies)|wounds?|blood|body|bodies|corpse|dead|burns?|surgery|operation|bruises|bruising)\\b`,
)

export const graphic: Check = ({ text, subject }) => findAll('graphic', 'info', `${subject}\n\n${text}`, warnings)
