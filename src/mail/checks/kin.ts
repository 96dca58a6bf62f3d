// Words for people who stand near the writer.

export const kin =
  '(?:husband|wife|son|daughter|mother|father|mum|mam|mom|dad|brother|sister|partner|child|children|kids?|baby|nan|nana|gran|granny|grandad|grandmother|grandfather|grandson|granddaughter|grandchild|aunt|auntie|uncle|niece|nephew|cousin|friend|boy|girl|lad|lass|stepson|stepdaughter|mother-in-law|father-in-law|fianc[eé]e?|boyfriend|girlfriend|twins|eldest|youngest|neighbour|colleague|mate|ex)'

/** Who has power over the writer, or the writer over them; who cares, teaches, employs, lets. */
export const role =
  '(?:boss|manager|supervisor|line manager|employer|landlord|landlady|letting agent|agent|carer|keyworker|key worker|teacher|head|headteacher|head teacher|headmaster|headmistress|deputy head|tutor|coach|owner|doctor|gp|consultant|surgeon|nurse|midwife|therapist|psychologist|health visitor|dentist|social worker|case ?worker|work coach|solicitor|barrister|investigator|inspector|officer|gaffer|foreman|builder|priest|vicar|imam|rabbi|pupils?|students?|patient|driver|porter|receptionist|pharmacist|paramedic|tenant|lodger|customer|victim|defendant|witness|chap|man|woman|bloke|guy|fella|person)'
