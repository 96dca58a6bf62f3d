// Why an email is rejected, in the order of the keys 1 to 9.
export const reasons = [
  'Off the subject',
  'Abusive',
  'Not the writer’s own words',
  'Facts in doubt',
  'Legal risk',
  'Too personal',
  'Said already',
  'Unclear',
  'Other',
] as const
