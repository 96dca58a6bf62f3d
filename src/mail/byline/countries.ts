// Countries by ISO code, as printed, with what readers call them; and the states of the large federations.

export const countryNames: ReadonlyMap<string, string> = new Map(
  (
    'LC St Lucia;KN St Kitts and Nevis;VC St Vincent and the Grenadines;GD Grenada;DM Dominica;AG Antigua and Barbuda;SC Seychelles;PG Papua New Guinea;SB the Solomon Islands;VU Vanuatu;WS Samoa;TO Tonga;MS Montserrat;TC the Turks and Caicos Islands;VG the British Virgin Islands;FK the Falkland Islands;SH St Helena;AI Anguilla;FO the Faroe Islands;GL Greenland;SM San Marino;MO Macau;BT Bhutan;TL East Timor;GY Guyana;SR Suriname;CW Curaçao;AW Aruba;GP Guadeloupe;MQ Martinique;RE Réunion;XK Kosovo;' +
    'BJ Benin;BF Burkina Faso;BI Burundi;CV Cape Verde;CF the Central African Republic;KM the Comoros;CG Congo;CD the Democratic Republic of Congo;DJ Djibouti;GQ Equatorial Guinea;ER Eritrea;SZ Eswatini;PF French Polynesia;GA Gabon;GU Guam;GN Guinea;GW Guinea-Bissau;HT Haiti;HN Honduras;CI Ivory Coast;KG Kyrgyzstan;LA Laos;LS Lesotho;LR Liberia;MG Madagascar;ML Mali;MR Mauritania;NC New Caledonia;NI Nicaragua;NE Niger;KP North Korea;SO Somalia;SS South Sudan;TJ Tajikistan;TG Togo;TM Turkmenistan;' +
    'AF Afghanistan;AL Albania;DZ Algeria;AD Andorra;AO Angola;AR Argentina;AM Armenia;AU Australia;AT Austria;AZ Azerbaijan;BS the Bahamas;BH Bahrain;BD Bangladesh;BB Barbados;BY Belarus;BE Belgium;BZ Belize;BM Bermuda;BO Bolivia;BA Bosnia;BW Botswana;BR Brazil;BN Brunei;BG Bulgaria;KH Cambodia;CM Cameroon;CA Canada;KY the Cayman Islands;CL Chile;CN China;CO Colombia;CR Costa Rica;HR Croatia;CU Cuba;CY Cyprus;CZ the Czech Republic;DK Denmark;DO the Dominican Republic;EC Ecuador;EG Egypt;SV El Salvador;EE Estonia;ET Ethiopia;FJ Fiji;FI Finland;FR France;GM Gambia;GE Georgia;DE Germany;GH Ghana;GI Gibraltar;GR Greece;GG Guernsey;GT Guatemala;HK Hong Kong;HU Hungary;IS Iceland;IN India;ID Indonesia;IR Iran;IQ Iraq;IE Ireland;IM the Isle of Man;IL Israel;IT Italy;JM Jamaica;JP Japan;JE Jersey;JO Jordan;KZ Kazakhstan;KE Kenya;KR South Korea;KW Kuwait;LV Latvia;LB Lebanon;LY Libya;LI Liechtenstein;LT Lithuania;LU Luxembourg;MW Malawi;MY Malaysia;MV the Maldives;MT Malta;MU Mauritius;MX Mexico;MD Moldova;MC Monaco;MN Mongolia;ME Montenegro;MA Morocco;MZ Mozambique;MM Myanmar;NA Namibia;NP Nepal;NL the Netherlands;NZ New Zealand;NG Nigeria;MK North Macedonia;NO Norway;OM Oman;PK Pakistan;PS Palestine;PA Panama;PY Paraguay;PE Peru;PH the Philippines;PL Poland;PT Portugal;PR Puerto Rico;QA Qatar;RO Romania;RU Russia;RW Rwanda;SA Saudi Arabia;SN Senegal;RS Serbia;SL Sierra Leone;SG Singapore;SK Slovakia;SI Slovenia;ZA South Africa;ES Spain;LK Sri Lanka;SD Sudan;SE Sweden;CH Switzerland;SY Syria;TW Taiwan;TZ Tanzania;TH Thailand;TT Trinidad;TN Tunisia;TR Turkey;UG Uganda;UA Ukraine;AE the United Arab Emirates;US the US;UY Uruguay;UZ Uzbekistan;VE Venezuela;VN Vietnam;YE Yemen;ZM Zambia;ZW Zimbabwe'
  )
    .split(';')
    .map(entry => [entry.slice(0, 2), entry.slice(3)] as const),
)

const aliases: Record<string, string> = {
  usa: 'US',
  us: 'US',
  'u s a': 'US',
  'u s': 'US',
  america: 'US',
  'united states': 'US',
  'united states of america': 'US',
  uae: 'AE',
  holland: 'NL',
  netherlands: 'NL',
  eire: 'IE',
  'republic of ireland': 'IE',
  'south korea': 'KR',
  korea: 'KR',
  'czech republic': 'CZ',
  czechia: 'CZ',
  philippines: 'PH',
  'the gambia': 'GM',
  deutschland: 'DE',
  espana: 'ES',
  italia: 'IT',
  osterreich: 'AT',
  schweiz: 'CH',
  suisse: 'CH',
  belgique: 'BE',
  nederland: 'NL',
  polska: 'PL',
  sverige: 'SE',
  norge: 'NO',
  danmark: 'DK',
  suomi: 'FI',
  'bosnia and herzegovina': 'BA',
  macedonia: 'MK',
  burma: 'MM',
  nz: 'NZ',
  rsa: 'ZA',
  turkiye: 'TR',
  'trinidad and tobago': 'TT',
  'united arab emirates': 'AE',
  bahamas: 'BS',
  'cayman islands': 'KY',
  maldives: 'MV',
  brasil: 'BR',
  'hong kong': 'HK',
}

/** Key (lower case, no accents or dots) → ISO code. */
export const countryCodes: ReadonlyMap<string, string> = new Map([
  ...[...countryNames].map(([code, name]) => [name.toLowerCase(), code] as const),
  ...[...countryNames].map(([code, name]) => [name.toLowerCase().replace(/^the /, ''), code] as const),
  ...[...countryNames].map(([code, name]) => [name.toLowerCase().replace(/^saint /, 'st '), code] as const),
  ...Object.entries(aliases),
])

const american =
  'Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,Florida FL,Georgia GA,Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,Kentucky KY,Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,Minnesota MN,Mississippi MS,Missouri MO,Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY,North Carolina NC,North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,Rhode Island RI,South Carolina SC,South Dakota SD,Tennessee TN,Texas TX,Utah UT,Vermont VT,Virginia VA,Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY'
const others =
  'Ontario ON CA,Quebec QC CA,British Columbia BC CA,Alberta AB CA,Manitoba MB CA,Saskatchewan SK CA,Nova Scotia NS CA,New Brunswick NB CA,Newfoundland NL CA,New South Wales NSW AU,Victoria VIC AU,Queensland QLD AU,Western Australia WA AU,South Australia SA AU,Tasmania TAS AU'

/** State by name or postal code → printed name and country. Codes count only after a town and a comma. */
export const states: ReadonlyMap<string, { name: string; country: string }> = new Map([
  ...others.split(',').flatMap(entry => {
    const parts = entry.split(' ')
    const name = parts.slice(0, -2).join(' ')
    const state = { name, country: parts.at(-1)! }
    return [[name.toLowerCase(), state] as const, [parts.at(-2)!.toLowerCase(), state] as const]
  }),
  ...american.split(',').flatMap(entry => {
    const name = entry.slice(0, -3)
    const state = { name, country: 'US' }
    return [[name.toLowerCase(), state] as const, [entry.slice(-2).toLowerCase(), state] as const]
  }),
])
