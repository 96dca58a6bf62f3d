// Which county a newspaper prints for a British or Irish place: ceremonial counties, with Middlesex, Surrey, Kent and
// Essex kept for the outer London towns whose people still write them.

/** GeoNames' codes of London boroughs; the inner ones are simply London. */
const boroughs: Record<string, string> = {
  F9: 'Middlesex',
  F4: 'Middlesex',
  G1: 'Middlesex',
  E3: 'Middlesex',
  D9: 'Middlesex',
  B5: 'Middlesex',
  L1: 'Middlesex',
  A2: 'Hertfordshire',
  N8: 'Surrey',
  C8: 'Surrey',
  G7: 'Surrey',
  I4: 'Surrey',
  K8: 'Essex',
  F6: 'Essex',
  A1: 'Essex',
  B8: 'Kent',
  A6: 'Kent',
}
const londonTowns: Record<string, string> = {
  Richmond: 'Surrey',
  Ealing: 'London',
  Acton: 'London',
  Barnes: 'London',
  'East Sheen': 'London',
  Kew: 'London',
  Mortlake: 'London',
  Barnet: 'Hertfordshire',
  Hendon: 'London',
  Edgware: 'Middlesex',
  Walthamstow: 'London',
  Wembley: 'Middlesex',
  Brent: 'London',
  Chingford: 'London',
}

const counties: [RegExp, string][] = [
  [/Leeds|Bradford|Wakefield|Calderdale|Kirklees/, 'West Yorkshire'],
  [/Sheffield|Barnsley|Rotherham|Doncaster/, 'South Yorkshire'],
  [/Bolton|Bury$|Oldham|Rochdale|Salford|Stockport|Tameside|Trafford|Wigan|Manchester/, 'Greater Manchester'],
  [/^Liverpool|Knowsley|Sefton|St\.? Helens|Wirral/, 'Merseyside'],
  [/Gateshead|Newcastle upon Tyne|North Tyneside|South Tyneside|Sunderland/, 'Tyne and Wear'],
  [/Birmingham|Coventry|Dudley|Sandwell|Solihull|Walsall|Wolverhampton/, 'West Midlands'],
  [/City of York|North Yorkshire|Redcar|Middlesbrough/, 'North Yorkshire'],
  [/East Riding|Kingston upon Hull/, 'East Yorkshire'],
  [/Stockton|Hartlepool|Darlington|Durham/, 'County Durham'],
  [/Cheshire|Warrington|Halton/, 'Cheshire'],
  [/Lancashire|Blackburn|Blackpool/, 'Lancashire'],
  [/Lincolnshire/, 'Lincolnshire'],
  [/Derby/, 'Derbyshire'],
  [/Nottingham/, 'Nottinghamshire'],
  [/Leicester/, 'Leicestershire'],
  [/Rutland/, 'Rutland'],
  [/Northamptonshire/, 'Northamptonshire'],
  [/Staffordshire|Stoke/, 'Staffordshire'],
  [/Shropshire|Telford/, 'Shropshire'],
  [/Hereford/, 'Herefordshire'],
  [/Worcester/, 'Worcestershire'],
  [/Warwickshire/, 'Warwickshire'],
  [/South Gloucestershire|^Gloucestershire/, 'Gloucestershire'],
  [/Bristol/, 'Bristol'],
  [/Somerset/, 'Somerset'],
  [/Swindon|Wiltshire/, 'Wiltshire'],
  [/Dorset|Bournemouth|Poole/, 'Dorset'],
  [/Devon|Plymouth|Torbay/, 'Devon'],
  [/Cornwall/, 'Cornwall'],
  [/Scilly/, 'the Isles of Scilly'],
  [/Hampshire|Southampton|Portsmouth/, 'Hampshire'],
  [/Isle of Wight/, 'the Isle of Wight'],
  [/Wokingham|Bracknell|Windsor|Reading|Slough|Berkshire/, 'Berkshire'],
  [/Oxfordshire/, 'Oxfordshire'],
  [/Buckinghamshire|Milton Keynes/, 'Buckinghamshire'],
  [/Bedford|Luton/, 'Bedfordshire'],
  [/Hertfordshire/, 'Hertfordshire'],
  [/Essex|Thurrock|Southend/, 'Essex'],
  [/Cambridgeshire|Peterborough/, 'Cambridgeshire'],
  [/Norfolk/, 'Norfolk'],
  [/Suffolk/, 'Suffolk'],
  [/Kent|Medway/, 'Kent'],
  [/Surrey/, 'Surrey'],
  [/East Sussex|Brighton/, 'East Sussex'],
  [/West Sussex/, 'West Sussex'],
  [/Northumberland/, 'Northumberland'],
  [/Cumbria|Cumberland|Westmorland/, 'Cumbria'],
  [/Caerphilly|Blaenau Gwent|Torfaen|^Newport/, 'Gwent'],
  [/Monmouthshire/, 'Monmouthshire'],
  [/Powys/, 'Powys'],
  [/Neath|Swansea/, 'West Glamorgan'],
  [/Bridgend|Rhondda|Merthyr/, 'Mid Glamorgan'],
  [/Vale of Glamorgan|Cardiff/, 'South Glamorgan'],
  [/Wrexham/, 'Clwyd'],
  [/Flintshire/, 'Flintshire'],
  [/Denbighshire/, 'Denbighshire'],
  [/Conwy/, 'Conwy'],
  [/Gwynedd/, 'Gwynedd'],
  [/Anglesey/, 'Anglesey'],
  [/Carmarthenshire/, 'Carmarthenshire'],
  [/Pembrokeshire/, 'Pembrokeshire'],
  [/Ceredigion/, 'Ceredigion'],
  [/Highland/, 'the Highlands'],
  [/Aberdeen/, 'Aberdeenshire'],
  [/Borders/, 'the Scottish Borders'],
  [/Ayrshire/, 'Ayrshire'],
  [/Lanarkshire/, 'Lanarkshire'],
  [/Glasgow/, 'Glasgow'],
  [/Renfrewshire|Inverclyde/, 'Renfrewshire'],
  [/Dunbartonshire/, 'Dunbartonshire'],
  [/Edinburgh/, 'Edinburgh'],
  [/West Lothian/, 'West Lothian'],
  [/East Lothian/, 'East Lothian'],
  [/Midlothian/, 'Midlothian'],
  [/Fife/, 'Fife'],
  [/Clackmannan/, 'Clackmannanshire'],
  [/Dumfries/, 'Dumfries and Galloway'],
  [/Argyll/, 'Argyll'],
  [/Orkney/, 'Orkney'],
  [/Shetland/, 'Shetland'],
  [/Stirling/, 'Stirlingshire'],
  [/Falkirk/, 'Stirlingshire'],
  [/Eilean/, 'the Western Isles'],
  [/Perth/, 'Perthshire'],
  [/Moray/, 'Moray'],
  [/Angus|Dundee/, 'Angus'],
]

/** Northern Ireland's districts cross its counties, so its towns are told apart one by one. */
const ulster: Record<string, string> = {
  'County Antrim':
    'Whitehead,Templepatrick,Randalstown,Portrush,Portglenone,Newtownabbey,Lisburn,Larne,Jordanstown,Greenisland,Glenavy,Glenariff,Dunloy,Doagh,Cushendall,Cullybackey,Crumlin,Connor,Carrickfergus,Carnmoney,Carnlough,Bushmills,Broughshane,Ballymoney,Ballymena,Ballyclare,Ballycastle,Antrim,Ahoghill,Ballintoy Harbour',
  'County Down':
    'Warrenpoint,Saintfield,Rostrevor,Rathfriland,Portavogie,Portaferry,Newtownards,Newry,Moira,Millisle,Magheralin,Kircubbin,Killyleagh,Kilkeel,Holywood,Hillsborough,Greyabbey,Gilford,Dundrum,Dundonald,Dromore,Downpatrick,Donaghadee,Crossgar,Comber,Castlewellan,Castlereagh,Carryduff,Bangor,Banbridge,Ballywalter,Ballynahinch,Ballygowan,Ardglass,Annalong,Annahilt,Newcastle,Waringstown',
  'County Tyrone':
    'Strabane,Sion Mills,Omagh,Newtownstewart,Moy,Fivemiletown,Fintona,Dungannon,Cookstown,Coalisland,Castlederg',
  'County Londonderry':
    'Portstewart,Moneymore,Magherafelt,Maghera,Limavady,Kilrea,Garvagh,Eglinton,Dungiven,Draperstown,Culmore,Coleraine,Castlerock,Castledawson,Bellaghy,Ballykelly,Derry',
  'County Fermanagh': 'Lisnaskea,Irvinestown,Enniskillen,Ballinamallard',
  'County Armagh': 'Tandragee,Portadown,Keady,Crossmaglen,Armagh,Craigavon',
}
const ulsterTowns = new Map(
  Object.entries(ulster).flatMap(([county, names]) => names.split(',').map(name => [name, county] as const)),
)

/** The county, '' when only the name should be printed, or null when the place is left out. */
export function britishCounty(
  name: string,
  code: string,
  district: string,
  muni: string,
  nation: string,
): string | null {
  if (nation === 'NIR') return ulsterTowns.get(name) ?? ''
  if (code === 'GLA') return londonTowns[name] ?? boroughs[muni] ?? 'London'
  return counties.find(([pattern]) => pattern.test(district))?.[1] ?? ''
}

/** “County Cork” for GeoNames' Irish counties, which it names in three ways. */
export function irishCounty(district: string | undefined): string {
  if (!district) return ''
  const irish: Record<string, string> = { 'Uíbh Fhailí': 'Offaly', 'An Longfort': 'Longford', 'An Cabhán': 'Cavan' }
  if (/Dublin|Fingal|Dún/.test(district)) return 'Dublin'
  const name = (irish[district] ?? district).replace(/County|City and County Council|City|Council|and/g, '').trim()
  return `County ${name}`
}
