// What the lists of towns lack: villages of five hundred people, places smaller still that everybody knows, parts of great
// towns, and the short names that people give for long ones.
import { readFileSync } from 'node:fs'
import { isFirstName } from '../src/mail/names/first-names.ts'
import { placesAbroad } from './gazetteer-abroad.ts'

type Village = { name: string; latitude: number; admin1: string; admin2: string; admin3: string; population: number }

/** British places of GeoNames' list of five hundred people and more, whose columns are parted by tabs. */
export const villages = (file: string): Village[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
    .filter(row => row[8] === 'GB' && !/PPLX|PPLH|PPLQ/.test(row[7] ?? ''))
    .map(row => ({
      ...{ name: row[1]!, latitude: Number(row[4]), population: Number(row[14]) },
      ...{ admin1: row[10]!, admin2: row[11]!, admin3: row[12]! },
    }))

// Names that GeoNames gives otherwise or not at all, and the parts of great towns that people give for an address.
const otherwise = `Tunbridge Wells|Kent|GB|57;Wymondham|Norfolk|GB|15;South Queensferry|Edinburgh|GB|9;Burnham|Buckinghamshire|GB|12;Yarm|North Yorkshire|GB|8;Appleby|Cumbria|GB|3;Leamington Spa|Warwickshire|GB|50;Leamington|Warwickshire|GB|50;Southend|Essex|GB|295;Wootton Bassett|Wiltshire|GB|13;Stratford|London|GB|50;Scilly|the Isles of Scilly|GB|2;Holy Island|Northumberland|GB|0;Hebden Bridge|West Yorkshire|GB|5;Saltaire|West Yorkshire|GB|5;Mumbles|Swansea|GB|16;Galway|County Galway|IE|85;Limerick|County Limerick|IE|95;Cologne||DE|963;Munich||DE|1500;Nuremberg||DE|515;Hanover||DE|530;Seville||ES|703;Gothenburg||SE|573;Antwerp||BE|520;Ghent||BE|231;Bruges||BE|117;Lisbon||PT|517;Florence||IT|380;Venice||IT|260;Naples||IT|959;Turin||IT|870;Milan||IT|1300;Rome||IT|2800;Geneva||CH|183;Zurich||CH|341;Basel||CH|164;Copenhagen||DK|1153;Vienna||AT|1700;Prague||CZ|1200;Warsaw||PL|1700;Krakow||PL|755;Athens||GR|660;Malaga||ES|568;Kochi||IN|2100;Kingston|London|GB|150;St Annes|Lancashire|GB|26;Lytham|Lancashire|GB|26;Stockwell|London|GB|20;Elephant and Castle|London|GB|20;Gorbals|Glasgow|GB|20;Gigha|Argyll|GB|0;Wath|South Yorkshire|GB|12;Wexford|County Wexford|IE|20;Mullingar|County Westmeath|IE|21;Clonmel|County Tipperary|IE|17;Tramore|County Waterford|IE|10;Lurgan|County Armagh|GB|28;Dereham|Norfolk|GB|19;Letchworth|Hertfordshire|GB|33;Burton on Trent|Staffordshire|GB|72;Tower Hamlets|London|GB|20;Newham|London|GB|20;Haringey|London|GB|20;Southwark|London|GB|20;Waltham Forest|London|GB|20;Redbridge|London|GB|20;Havering|London|GB|20;Kensington and Chelsea|London|GB|20;Penge|London|GB|20;Neasden|London|GB|20;Hackney Wick|London|GB|20;Canvey|Essex|GB|38;Jaywick|Essex|GB|5;Sutton-on-Sea|Lincolnshire|GB|4;Saddleworth|Greater Manchester|GB|25;Barrow|Cumbria|GB|56`

/** Fewer than five hundred people, and known to every reader of a map. */
const small: Record<string, string> = {
  'the Highlands':
    'Applecross,Arisaig,Boat of Garten,Carrbridge,Dornie,Drumnadrochit,Durness,Fort Augustus,Gairloch,Glencoe,Glenelg,Glenfinnan,Helmsdale,Invergarry,John o’ Groats,Kinlochbervie,Kinlochewe,Knoydart,Lochaline,Lochcarron,Lochinver,Plockton,Poolewe,Strontian,Tomatin,Tongue,Torridon,Shieldaig',
  'the Isle of Skye': 'Armadale,Carbost,Dunvegan,Kyleakin,Sleat,Staffin,Uig',
  'the Western Isles': 'Balivanich,Castlebay,Daliburgh,Leverburgh,Lochboisdale,Lochmaddy,Ness,Tarbert',
  Orkney: 'Finstown,St Margaret’s Hope,Stromness',
  Shetland: 'Brae,Scalloway,Sumburgh,Baltasound',
  Argyll:
    'Appin,Ardfern,Ballachulish,Bowmore,Bridge of Orchy,Connel,Craignure,Crinan,Dalmally,Fionnphort,Kilmartin,Luing,Lochgoilhead,Port Askaig,Port Ellen,Tayvallich,Tighnabruaich',
  Aberdeenshire: 'Braemar,Pennan,Strathdon',
  Perthshire: 'Aberfeldy,Birnam,Glenshee,Kenmore,Kinloch Rannoch,Weem',
  Stirlingshire: 'Aberfoyle,Balquhidder,Crianlarich,Lochearnhead,Tyndrum',
  'Dumfries and Galloway': 'Gatehouse of Fleet,Moniaive,New Galloway,Portpatrick,Wanlockhead',
  'the Scottish Borders': 'St Abbs,Yetholm',
  Cumbria:
    'Borrowdale,Boot,Buttermere,Caldbeck,Cartmel,Coniston,Dent,Elterwater,Eskdale,Grasmere,Hawkshead,Langdale,Patterdale,Pooley Bridge,Ravenglass,Sawrey,Troutbeck',
  'North Yorkshire':
    'Arncliffe,Askrigg,Aysgarth,Buckden,Burnsall,Goathland,Grassington,Grosmont,Hutton-le-Hole,Kettlewell,Kilnsey,Malham,Muker,Robin Hood’s Bay,Rosedale Abbey,Staithes,Thornton-le-Dale',
  Northumberland: 'Allenheads,Bamburgh,Beadnell,Craster,Kielder,Lindisfarne,Otterburn',
  Derbyshire: 'Castleton,Edale,Hartington,Hathersage,Hope,Monyash,Tissington',
  Norfolk: 'Blakeney,Brancaster,Burnham Market,Cley next the Sea,Castle Acre,Salthouse,Sea Palling,Walsingham',
  Suffolk: 'Dunwich,Lavenham,Orford,Snape,Walberswick',
  Cornwall:
    'Boscastle,Cadgwith,Coverack,Gorran Haven,Helford,Lamorna,Mawgan Porth,Newlyn,Polperro,Polzeath,Port Isaac,Portscatho,Port Gaverne,Sennen,St Mawes,Tintagel,Trebarwith,Zennor',
  Devon:
    'Beer,Branscombe,Clovelly,Croyde,Hallsands,Hope Cove,Lundy,Lynmouth,Postbridge,Princetown,Thurlestone,Widecombe-in-the-Moor',
  Dorset: 'Abbotsbury,Burton Bradstock,Cerne Abbas,Corfe Castle,Kimmeridge,Lulworth,West Bay,Worth Matravers',
  Somerset: 'Dunster,Exford,Montacute,Porlock,Simonsbath,Withypool',
  Gloucestershire: 'Bibury,Guiting Power,Snowshill,Upper Slaughter,Lower Slaughter,Slad',
  Wiltshire: 'Avebury,Castle Combe,Lacock',
  Hampshire: 'Beaulieu,Buckler’s Hard,Burley,Chandler’s Ford,Selborne',
  'East Sussex': 'Alfriston,Bodiam,Firle,Rodmell,Winchelsea',
  'West Sussex': 'Amberley,Bosham,Itchenor,West Wittering',
  Kent: 'Chilham,Dungeness,Leeds Village,Penshurst,Smarden',
  Shropshire: 'Clun,Ironbridge,Much Wenlock',
  Herefordshire: 'Eardisley,Pembridge,Weobley',
  Gwynedd: 'Aberdaron,Abersoch,Beddgelert,Betws Garmon,Clynnog Fawr,Dinas Mawddwy,Fairbourne,Portmeirion',
  Conwy: 'Betws-y-Coed,Capel Curig,Dolwyddelan,Penmachno',
  Denbighshire: 'Corwen,Cynwyd',
  Powys: 'Hay-on-Wye,Llanwrtyd Wells,Llanfyllin,New Radnor,Talgarth',
  Pembrokeshire: 'Little Haven,Manorbier,Marloes,Newgale,Porthgain,Solva',
  Anglesey: 'Moelfre,Newborough,Rhosneigr,Rhoscolyn',
  'County Down': 'Kilclief,Strangford,Tyrella',
  'County Antrim': 'Ballintoy,Cushendun,Glenarm,Waterfoot',
  'County Fermanagh': 'Belleek,Florencecourt,Kesh',
}

const parts: Record<string, string> = {
  London:
    'Tooting,Clapham,Stoke Newington,Dulwich,Finchley,Muswell Hill,Highgate,Hampstead,Balham,Streatham,Putney,Fulham,Chiswick,Shepherds Bush,Notting Hill,Paddington,Marylebone,Soho,Mayfair,Pimlico,Vauxhall,Bermondsey,Rotherhithe,Deptford,New Cross,Greenwich,Lewisham,Eltham,Sydenham,Crystal Palace,Norwood,West Norwood,Tulse Hill,Herne Hill,Camberwell,Walworth,Kilburn,Willesden,Cricklewood,Golders Green,Tottenham,Edmonton,Leyton,Leytonstone,Stratford,Bow,Mile End,Whitechapel,Wapping,Shoreditch,Hoxton,Dalston,Finsbury Park,Islington,Kentish Town,Camden,Wimbledon,Raynes Park,Southgate,Palmers Green,Winchmore Hill,Canning Town,Plaistow,Forest Gate,Manor Park,Wanstead,Nunhead,Honor Oak,Forest Hill,Earls Court,Bloomsbury,Kings Cross,Swiss Cottage,Maida Vale,Ladbroke Grove,Southfields,East Dulwich,Peckham',
  Manchester:
    'Didsbury,Chorlton,Withington,Fallowfield,Levenshulme,Wythenshawe,Moss Side,Rusholme,Ancoats,Gorton,Harpurhey',
  Birmingham:
    'Edgbaston,Moseley,Kings Heath,Erdington,Handsworth,Harborne,Selly Oak,Northfield,Hall Green,Sparkhill,Sparkbrook,Digbeth,Balsall Heath,Small Heath,Bournville,Bearwood,Stechford,Kingstanding',
  Leeds: 'Headingley,Chapel Allerton,Roundhay,Horsforth,Meanwood,Harehills,Seacroft,Gipton',
  Sheffield: 'Crookes,Hillsborough,Nether Edge,Broomhill,Heeley,Attercliffe',
  Bristol: 'Clifton,Bedminster,Southville,Redland,Totterdown,Easton,Stokes Croft,Knowle West',
  Liverpool: 'Aigburth,Allerton,Toxteth,Wavertree,Anfield,Walton,Norris Green,Croxteth,Garston,Speke',
  Newcastle: 'Jesmond,Heaton,Gosforth,Byker',
  Edinburgh: 'Leith,Morningside,Portobello,Corstorphine,Gorgie,Wester Hailes,Niddrie,Craigmillar,Muirhouse',
  Glasgow: 'Partick,Govan,Maryhill,Shawlands,Easterhouse,Dennistoun,Possilpark,Castlemilk,Drumchapel,Pollok',
  Cardiff: 'Canton,Roath,Llandaff,Pontcanna,Splott,Cathays,Grangetown,Llanrumney,Fairwater',
  Nottingham: 'West Bridgford,Sherwood,Beeston,Mapperley,Hyson Green,St Anns,Bulwell',
  Brighton: 'Kemptown,Preston Park',
  Bradford: 'Manningham',
  Coventry: 'Hillfields,Foleshill',
  Leicester: 'Braunstone',
  Salford: 'Ordsall',
  Aberdeen: 'Torry',
  Swansea: 'Sketty',
  Derry: 'Creggan,Bogside',
  Belfast: 'Stranmillis,Ormeau,Ardoyne,Andersonstown',
}

export const extra: string[] = [
  ...placesAbroad,
  ...otherwise.split(';'),
  ...Object.entries(parts).flatMap(([town, names]) => names.split(',').map(name => `${name}|${town}|GB|20`)),
  ...Object.entries(small).flatMap(([county, names]) => names.split(',').map(name => `${name}|${county}|GB|1`)),
]

const longer = /^(.{5,}?)[ -](?:(?:upon|on|in|by|le|next|under|super)[ -].+|Regis|Forum|Minster)$/i
const greater = /^(?:Great|Royal) (.{5,})$/

/**
 * “Bexhill” for Bexhill-on-Sea, “Bognor” for Bognor Regis, “Malvern” for Great Malvern: for towns of two thousand people
 * and more, where no other British place has the short name and it is nobody's first name.
 */
export function shortNames(lines: string[]): string[] {
  const british = lines.map(line => line.split('|')).filter(([, , country]) => country === 'GB')
  // A village does not keep its name from a town that is called so for short.
  const taken = new Set(
    british.filter(([, , , thousands]) => Number(thousands) > 0).map(([name]) => name!.toLowerCase()),
  )
  const found = new Map<string, string[]>()
  for (const [name, region, , thousands] of british) {
    const short = (longer.exec(name!) ?? greater.exec(name!))?.[1]
    if (!short || Number(thousands) < 2 || taken.has(short.toLowerCase()) || isFirstName(short)) continue
    found.set(short, [...(found.get(short) ?? []), `${short}|${region}|GB|${thousands}`])
  }
  const village = new Set(british.map(([name]) => name!))
  // Two towns of one short name are told of only where a village would pass for the one that is meant.
  return [...found].flatMap(([short, each]) => (each.length === 1 || village.has(short) ? each : []))
}
