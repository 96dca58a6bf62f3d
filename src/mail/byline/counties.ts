// Counties, regions and nations of these islands, and how readers shorten them.

/** Key → as printed. Keys as `placeKey` makes them. */
export const counties: ReadonlyMap<string, string> = new Map(
  (
    'Bedfordshire,beds;Berkshire,berks;Buckinghamshire,bucks;Cambridgeshire,cambs;Cheshire,ches;Cleveland;Cornwall,kernow;Cumberland;Cumbria;Derbyshire,derbys;Devon,devonshire;Dorset;' +
    'County Durham,co durham,durham county;East Sussex,e sussex;East Yorkshire,e yorks,e yorkshire,east riding of yorkshire,east riding,east yorks;Essex;Gloucestershire,glos;Greater Manchester,gtr manchester;Hampshire,hants;Herefordshire;Hertfordshire,herts;Huntingdonshire,hunts;Kent;Lancashire,lancs;Leicestershire,leics;Lincolnshire,lincs;Merseyside;Middlesex,middx,mddx;Norfolk;' +
    'North Yorkshire,n yorks,n yorkshire,north yorks;Northamptonshire,northants;Northumberland,northumbs;Nottinghamshire,notts;Oxfordshire,oxon;Rutland;Shropshire,salop,shrops;Somerset;South Yorkshire,s yorks,s yorkshire,south yorks;Staffordshire,staffs;Suffolk;Surrey;Sussex;Teesside;Tyneside;Wearside;Tyne and Wear,tyne & wear;Warwickshire,warks,warwicks;West Midlands,w midlands;West Sussex,w sussex;West Yorkshire,w yorks,w yorkshire,west yorks;Westmorland;Wiltshire,wilts;Worcestershire,worcs;Yorkshire,yorks;' +
    'Clwyd;Dyfed;Gwent;Gwynedd;Mid Glamorgan;South Glamorgan,s glam;West Glamorgan,w glam;Glamorgan,vale of glamorgan;Powys;Anglesey,isle of anglesey,ynys mon;Carmarthenshire,carms;Ceredigion;Conwy;Denbighshire;Flintshire;Monmouthshire;Pembrokeshire,pembs;Radnorshire;Brecknockshire;Merionethshire;Montgomeryshire;' +
    'Aberdeenshire;Angus;Argyll,argyll and bute,argyllshire;Ayrshire,north ayrshire,south ayrshire,east ayrshire;Banffshire;Berwickshire;Caithness;Clackmannanshire;Dumfriesshire;Dumfries and Galloway,dumfries & galloway;Dunbartonshire,east dunbartonshire,west dunbartonshire;East Lothian;Fife;Inverness-shire;Kincardineshire;Kinross-shire;Kirkcudbrightshire;Lanarkshire,north lanarkshire,south lanarkshire;Midlothian;Moray,morayshire;Nairnshire;Orkney,orkney islands;Peeblesshire;Perthshire;Renfrewshire,east renfrewshire;Ross-shire;Roxburghshire;Selkirkshire;Shetland,shetland islands;Stirlingshire;Sutherland;West Lothian;Wigtownshire;the Highlands,highlands,highland,scottish highlands,the scottish highlands;the Scottish Borders,scottish borders,borders,the borders;the Western Isles,western isles;' +
    'County Antrim,co antrim,antrim county;County Armagh,co armagh;County Down,co down;County Fermanagh,co fermanagh,fermanagh;County Londonderry,co londonderry,co derry,county derry;County Tyrone,co tyrone;' +
    'County Carlow,co carlow;County Cavan,co cavan;County Clare,co clare;County Cork,co cork;County Donegal,co donegal;County Dublin,co dublin;County Galway,co galway;County Kerry,co kerry;County Kildare,co kildare;County Kilkenny,co kilkenny;County Laois,co laois,laois;County Leitrim,co leitrim,leitrim;County Limerick,co limerick;County Longford,co longford;County Louth,co louth;County Mayo,co mayo,mayo;County Meath,co meath,meath;County Monaghan,co monaghan;County Offaly,co offaly,offaly;County Roscommon,co roscommon;County Sligo,co sligo;County Tipperary,co tipperary;County Waterford,co waterford;County Westmeath,co westmeath;County Wexford,co wexford;County Wicklow,co wicklow;' +
    'the Isle of Wight,isle of wight,iow;the Isle of Man,isle of man,iom;Jersey;Guernsey;Alderney;Sark;the Channel Islands,channel islands;the Isles of Scilly,isles of scilly,scilly;the Isle of Skye,isle of skye,skye;the Isle of Jura,isle of jura,jura;the Isle of Tiree,isle of tiree,tiree;the Isle of Coll,isle of coll;the Isle of Eigg,isle of eigg,eigg;the Isle of Iona,isle of iona;the Isle of Sheppey,isle of sheppey,sheppey;the Isle of Purbeck,isle of purbeck;South Uist;North Uist;Benbecula;Unst,isle of unst;Foula;Fair Isle;the Isle of Lewis,isle of lewis;the Isle of Harris,isle of harris;the Isle of Bute,isle of bute,bute;the Isle of Islay,isle of islay,islay;the Isle of Barra,isle of barra;the Isle of Mull,isle of mull,mull;the Isle of Arran,isle of arran,arran;the Wirral,wirral;the Cotswolds,cotswolds;the Lake District,lake district;the Peak District,peak district;the Fens;the West Country,west country;the Black Country,black country;the New Forest,new forest;the Midlands,midlands;the East Midlands,east midlands;East Anglia;the Home Counties,home counties;the North East,north east england,the north east of england;the North West,north west england,the north west of england;the South West,south west england;the South East,south east england;North Wales;South Wales;Mid Wales;West Wales;the Forest of Dean,forest of dean;the Rhondda,rhondda;the Gower,gower;' +
    'Calderdale;Kirklees;Thanet;Medway;Tameside;Trafford;Sandwell;Sefton;Holderness;the Fylde,fylde;Tayside;Speyside;the Potteries;the Yorkshire Dales,yorkshire dales;the Yorkshire Wolds,yorkshire wolds;the Norfolk Broads,norfolk broads;the Chilterns,chilterns;the Malverns;the Mendips,mendips;the Quantocks,quantocks;Dartmoor;Exmoor;Bodmin Moor;Romney Marsh;the Outer Hebrides,outer hebrides,the outer hebrides;the Inner Hebrides,inner hebrides;the Hebrides,hebrides;the Trossachs,trossachs;the Cairngorms,cairngorms;Deeside;Snowdonia,eryri;the Welsh Marches,welsh marches;the South Downs,south downs;the North Downs,north downs;the Llŷn peninsula,llyn peninsula,the llyn,pen llyn'
  )
    .split(';')
    .flatMap(entry => {
      const [printed, ...others] = entry.split(',')
      return [printed!.toLowerCase().replace(/-/g, ' '), ...others].map(key => [key, printed!] as const)
    }),
)

/** Nations and names for the whole: they add nothing to a British place, and stand alone when nothing else is known. */
export const nations: ReadonlyMap<string, string> = new Map([
  ['uk', 'the UK'],
  ['u k', 'the UK'],
  ['gb', 'the UK'],
  ['united kingdom', 'the UK'],
  ['the uk', 'the UK'],
  ['great britain', 'the UK'],
  ['britain', 'the UK'],
  ['england', 'England'],
  ['scotland', 'Scotland'],
  ['wales', 'Wales'],
  ['cymru', 'Wales'],
  ['northern ireland', 'Northern Ireland'],
  ['n ireland', 'Northern Ireland'],
  ['ni', 'Northern Ireland'],
])

/** Printed alone: everybody knows where they are. Others get their county when it is certain. */
export const famous: ReadonlySet<string> = new Set(
  'london birmingham leeds sheffield bradford liverpool manchester bristol cardiff leicester coventry nottingham newcastle sunderland brighton hull plymouth wolverhampton derby southampton portsmouth swansea edinburgh glasgow aberdeen dundee inverness stirling belfast derry londonderry lisburn newry bath cambridge oxford canterbury carlisle chester chichester durham ely exeter gloucester hereford lancaster lichfield lincoln norwich peterborough preston ripon salford salisbury stoke truro wakefield wells westminster winchester worcester york perth bangor newport southend blackpool bournemouth bolton luton reading northampton ipswich colchester middlesbrough doncaster wrexham swindon slough oldham rochdale huddersfield warrington croydon dublin cork galway limerick waterford kilkenny armagh armagh poole torquay eastbourne hastings cheltenham hove chelmsford crewe scunthorpe grimsby'
    .split(' ')
    .concat([
      'stoke on trent',
      'milton keynes',
      'st davids',
      'st asaph',
      'st albans',
      'brighton and hove',
      'newcastle upon tyne',
      'kingston upon hull',
      'southend on sea',
    ]),
)
