// Parents, children, pensioners, neighbours: people with an opinion and an aunt.
import type { Letter } from './letter.ts'

export const families: Letter[] = [
  {
    from: 'Joanne Tully <jo.tully@post.example>',
    subject: "A mother's view",
    by: 'gmail',
    body: `My daughter is a junior doctor. She rang me from the car on Sunday at the end of a run of seven nights, to stay awake. I talked to her about curtains for forty minutes until I heard the handbrake go on.

I don't know what is in the contract, but I know about that phone call.

Joanne Tully
Worcester`,
  },
  {
    from: 'Derek Postlethwaite <derek.postlethwaite@isp.example>',
    subject: 'Father of two doctors',
    by: 'outlook',
    body: `I have two of them, one each side of the argument. Sunday lunch was a picnic. Imelda is on the picket in Preston, her brother is inside covering for her. They texted each other all morning and I have been sent a photograph of the pair of them sharing a pasty at the gate.

If those two can manage it I do not see why the Secretary of State cannot.

Derek Postlethwaite, Clitheroe, Lancashire`,
  },
  {
    from: 'Nana Pat <patricia.bloor@webmail.example>',
    subject: 'my granddaughter',
    by: 'ipad',
    body: `My granddaughter is a Doctor in London and I am so proud I have told the bus. She has had her car keyed and been spat at in her uniform this year and not by anyone who was drunk. She is five foot one.

She says Nan dont write in. I have.

Pat Bloor, Tamworth`,
  },
  {
    from: 'Ffion Rees-Hughes <ffion@reeshughes.example>',
    subject: 'Plant yn yr ysbyty / my little boy',
    by: 'iphone',
    body: `Diolch o galon to the children's ward. My little boy was moved from Chester to us this morning because of the strike and nobody made us feel like a parcel.

I can't be for or against it. I'm just tired and he's asleep.

Ffion Rees-Hughes, Yr Wyddgrug (Mold), Flintshire`,
  },
  {
    from: 'Stuart Bell <stuart.bell@mail.example>',
    subject: 'school run',
    by: 'gmail-phone',
    body: `Our 8 year old asked why the doctors were outside. I said they want to be treated fairly. She said do they get a Golden Time. No love. "Then they SHOULD be outside."

Stuart Bell, Gateshead`,
  },
  {
    from: 'Winifred Castell <winifred.castell@home.example>',
    subject: 'I was born in a hospital with no NHS',
    by: 'webmail',
    body: `I was born in 1931 and my sister in 1949, in the same hospital. My mother kept both bills. Mine was four pounds and eleven shillings and took my father until Christmas. My sister's says "nil".

I have both of them framed in the hall. I would like the Health Secretary to come and look at them, he can have a sherry.

Winifred Castell
Lyme Regis, Dorset`,
  },
  {
    from: 'Kev & Mandy <kevandmandy@isp.example>',
    subject: 'the pickets outside our house',
    by: 'samsung',
    body: `We live opposite the hospital. They have been no trouble at all, very polite, they even asked before putting a flag on our wall. The honking is another matter. If you support the doctors please support them more quietly, we have a whippet.

Kev and Mandy, Doncaster`,
  },
  {
    from: 'Ngozi Eze-Martin <ngozi.ezemartin@post.example>',
    subject: 'Childcare',
    by: 'outlook-com',
    body: `Mr Hunt's department suggested that doctors with unexpected weekend shifts could "use friends and family" for childcare. My friends and family are all doctors. We are passing one toddler round the M25 like a relay baton.

Ngozi Eze-Martin
Watford, Hertfordshire`,
  },
  {
    from: 'Len Ibbotson <len.ibbotson@mail.example>',
    subject: "Miner's son",
    by: 'plain',
    body: `I stood on a picket line in 1984 and I know what it is to be called names for it. Went down to our hospital this morning to shake a few hands. Soft hands! Lovely kids though. One of them spotted my cough.

Has told me to see somebody. Which I would, only they're all on strike.

Len Ibbotson, Grimethorpe, South Yorks`,
  },
  {
    from: 'Caroline Wyndham-Price <caroline@wyndhamprice.example>',
    subject: 'Conservative voter, for the doctors',
    by: 'apple-mail',
    body: `I have voted Conservative at every election since 1979 and I was a branch treasurer. I am with the doctors on this one. We are meant to be the party that knows the price of things. You do not get a seven-day service for a five-day price, as anybody who has kept a shop could tell you.

Caroline Wyndham-Price
Petersfield, Hampshire`,
  },
  {
    from: 'Graham <graham.oddy@webmail.example>',
    subject: "My wife's care",
    by: 'yahoo',
    body: `My wife has dementia and was admitted last night. This morning nobody at the desk could find out which doctor had seen her or what he had written, because he was on the pavement. I could see him through the glass. I knocked. He came to the door and told me everything I wanted to know, in his coat, and then he went back out.

I still do not know what I think.

Graham, Kettering, Northants`,
  },
  {
    from: 'Sunita Patel <sunita.patel@post.example>',
    subject: 'Shopkeeper near the hospital',
    by: 'gmail-phone',
    body: `Sold out of samosas by 10am. Best Tuesday this year. I support any strike that stands outside my shop. But seriously I do support them, my brother is one.

Sunita, Harrow`,
  },
  {
    from: 'Angus Dalgleish <angus.dalgleish@isp.example>',
    subject: 'Scotland',
    by: 'thunderbird',
    body: `From where I sit in Inverurie this is an English argument, and I am glad that it is. But my niece went south to train and I would like her back in one piece.

Would some grown-up please lock the two sides in a room with a kettle.

Angus Dalgleish, Inverurie, Aberdeenshire`,
  },
  {
    from: 'Tracey Dunmore <tracey.dunmore@mail.example>',
    subject: 'Teacher here',
    by: 'outlook-com',
    body: `I'm a primary teacher. We strike and people say think of the children. They strike and people say think of the patients. Funny how nobody ever says it to the people who decide.

Tracey Dunmore, Gravesend, Kent`,
  },
  {
    from: 'Bill and Ivy Crutchley <ivycrutchley@home.example>',
    subject: 'From two pensioners',
    by: 'webmail',
    body: `We are 84 and 82 and have seven consultants between us. We have decided that Bill is for and I am against, for the sake of fairness, and will swap at tea time.

Ivy Crutchley
Ludlow`,
  },
  {
    from: 'Rachel Sandiford <rachel.sandiford@post.example>',
    subject: 'Bereaved',
    by: 'iphone',
    body: `My dad died at a weekend in 2013. I have had people I've never met use him as a statistic. He did not die because it was a Saturday. He died because he was 79 and had pneumonia, and the junior doctor who told us sat on the floor so as to be lower than my mum's chair.

Please ask before you count us.

Rachel Sandiford
Macclesfield, Cheshire`,
  },
  {
    from: 'Dafydd ap Gwilym <dafydd.apgwilym@isp.example>',
    subject: 'Y streic',
    by: 'gmail',
    body: `My son is a junior doctor in Bristol and today he is on strike for the fifth time. He rang to ask his mother for her soup recipe for the picket. I have told him that his great-grandfather was locked out of the Penrhyn quarry for three years and that soup was in it then too.

Dafydd ap Gwilym, Bethesda, Gwynedd`,
  },
  {
    from: 'Ms. K. Oyelaran <k.oyelaran@mail.example>',
    subject: 'Mixed',
    by: 'samsung',
    body: `Support the doctors, don't support the dates. Half term would have been kinder to working parents with outpatient children. That's it, that's the email.

K. Oyelaran, Barking`,
  },
  {
    from: 'Philippa <philippa.garnett@post.example>',
    subject: 'One thing nobody says',
    by: 'ipad',
    body: `One thing nobody says: it is raining and they are all still there. I drove past at 8, at 11 and just now. Nobody stands in that for a bit of Saturday money.

Philippa, Penrith in Cumbria`,
  },
  {
    from: "Terence O'Malley <terry.omalley@webmail.example>",
    subject: 'bus driver',
    by: 'windows-phone',
    body: `I drive the 17. Tooting the horn to show support is against company policy so I want it known that my elbow slipped. Four times.

Terry O'Malley, Salford`,
  },
  {
    from: 'Zoë Brontë-Fisher <zoe.brontefisher@home.example>',
    subject: 'café by the gate',
    by: 'apple-mail',
    charset: 'iso-8859-15',
    body: `We run the café by the main gate. Free coffee for anyone in scrubs today, inside or outside, striking or not. We've done 140 and it's not two o'clock. If anyone knows a dairy, we need milk. At €… sorry, £1.10 a litre we may have to strike ourselves.

Zoë Brontë-Fisher, Keighley, West Yorkshire`,
  },
]
