// Why an email is rejected: the first nine in the order of their keys.
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
  'Duty editor told',
] as const
