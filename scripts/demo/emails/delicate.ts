// What a moderator must handle with care: private details, names of others, the young, the angry and the desperate.
import type { Letter } from './letter.ts'

export const delicate: Letter[] = [
  {
    from: 'Yvonne Castleton <yvonne.castleton@post.example>',
    subject: 'Happy to talk on air',
    by: 'gmail',
    body: `My clinic for rheumatoid arthritis was cancelled an hour before I was due and nobody can give me a new date. I am happy to talk about it on air, ring me any time on 07700 900142 or at home on 01632 960518.

Yvonne Castleton
14 Larkfield Terrace, Darlington DL3 7QX`,
  },
  {
    from: 'Ray Mottershead <ray.mottershead@isp.example>',
    subject: 'Ambulance did not come',
    by: 'outlook',
    body: `Waited two hours and ten minutes for an ambulance for my wife at half past six this morning, before the strike even started. So don't blame the strike. She is all right now.

If you need to check any of this my number is 07700 900877, ask for Ray.

Ray Mottershead, Leek ST13 5ZZ`,
  },
  {
    from: 'A reader <anon.registrar@mail.example>',
    subject: 'Please do not use my name',
    by: 'apple-mail',
    body: `Please do not print my name or the hospital as I would be disciplined.

I am a registrar in the north-east. Last month the rota co-ordinator asked me to record hours that I had not worked, because the ones I had worked were illegal. I did it. We all do it. That is what "compliant" means.

Name and address supplied, not for publication`,
  },
  {
    from: 'Jennifer Alder <jennifer.alder@nhs.example>',
    subject: 'anonymous please',
    by: 'iphone',
    body: `Anonymous please if you use this. I'm an NHS manager and we're told not to comment. I have the spreadsheet open in front of me and there is no version of it in which the sums work. None. I have tried all the buttons.

(Somewhere in Kent)`,
  },
  {
    from: 'mia :) <mia.t2003@school.example>',
    subject: 'from a year 8',
    by: 'gmail-phone',
    body: `hi im Mia im 12 and im in year 8. my appointment for my back got cancelled and i was scared but also happy because i had double maths. my mum doesnt know im writing this lol

i think the doctors should get what they want

Mia, Swindon`,
  },
  {
    from: 'Josh H <josh.h@school.example>',
    subject: 'Work experience',
    by: 'gmail',
    body: `I'm 15 and was meant to start work experience on the wards today. Instead I've been put in medical records with a lady called Doreen. Doreen says there has been a seven day NHS since she started in 1977.

Josh, Ipswich`,
  },
  {
    from: 'Trevor Hallam <trevor.hallam@webmail.example>',
    subject: 'The doctor who nearly killed my brother',
    by: 'yahoo',
    body: `You want to know what these people are like. Dr Alan Pettifer at St Aldhelm's nearly killed my brother last year, he was drunk on duty and everybody there knows it and they covered it up. Ask the ward manager Susan Dray. Now he is on the picket line laughing.

Trevor Hallam`,
  },
  {
    from: 'Concerned <concerned.resident@mail.example>',
    subject: 'You should look into this',
    by: 'plain',
    body: `The chief executive of our hospital, Martin Oldershaw, is fiddling the waiting list figures and paying his wife's firm for the agency doctors. The case is in front of the jury at the Crown Court this week so I can't say any more but look at the dates.`,
  },
  {
    from: 'Gaz <gaz.n@webmail.example>',
    subject: 'your all scum',
    by: 'samsung',
    body: `your all scum. doctors bbc whatever the lot of you. lazy b*****ds the f***ing lot. hope you need an ambulance one day and theres none`,
  },
  {
    from: 'truth teller <truthteller99@isp.example>',
    subject: 'WAKE UP',
    by: 'plain',
    body: `Its the foreigners running the NHS and everyone knows it, send the lot of them back and there'd be beds for all. You won't print this because your cowards.`,
  },
  {
    from: 'D. Strang <d.strang@mail.example>',
    subject: 'Last warning to the pickets',
    by: 'none',
    body: `If that lot are still blocking the road by my yard tomorrow morning I am coming through with the truck and I will not be braking. You can tell them that from me.`,
  },
  {
    from: 'Sam <sam.l@post.example>',
    subject: "I don't know who else to write to",
    by: 'iphone',
    body: `I work nights on a ward and I used to love it. I haven't slept properly since Christmas and I keep thinking that everyone would manage fine if I just wasn't here any more. I don't really know why I'm telling you, your address was on the screen. Please don't put this on the page.

Sam`,
  },
  {
    from: 'Olive Branscombe <olive.branscombe@home.example>',
    subject: 'My nephew',
    by: 'webmail',
    body: `My nephew was a junior doctor and he took his own life two years ago this week. I do not want to say more than that, and I do not blame a contract. I only ask everyone writing to you today, for and against, to be gentle. You do not know who is reading.

Olive Branscombe
Sidmouth, Devon`,
  },
  {
    from: 'Paul Dewhurst <paul.dewhurst@mail.example>',
    subject: 'NHS number',
    by: 'outlook-com',
    body: `Can you find out when my operation will be as nobody answers. My NHS number is 999 012 3457 and my hospital number is K4410982. Date of birth 4/2/51. It is a double hernia.

Paul Dewhurst, 3 Mill Brow, Chorley PR7 9ZZ`,
  },
  {
    from: 'Greta Lindqvist-Ball <greta.ball@isp.example>',
    subject: 'Follow me!',
    by: 'iphone',
    body: `I've been live tweeting from the picket in Norwich since 7 as @gretaonthegate_example, more there! The hospital's own band turned up and played "Help!". Then "Money". Then security had a word.

Greta, Norwich`,
  },
  {
    from: 'Press Office <press@brightwell-health.example>',
    subject: 'PRESS RELEASE: Brightwell Health comments on industrial action',
    by: 'outlook',
    body: `FOR IMMEDIATE RELEASE

Brightwell Health, the UK's fastest growing provider of private GP appointments, today reassured patients that same-day appointments remain available from just £49.

Chief Executive Dominic Farr-Lisle said: "While we respect the right to strike, patients deserve choice."

ENDS

Notes to editors: Brightwell Health was founded in 2011 and has 34 clinics. Interviews and pictures on request.
Contact: Jemima Stride, Stride & Partners, 01632 960774`,
  },
  {
    from: 'The Campaign for Better Breakfasts <hello@betterbreakfasts.example>',
    subject: 'Comment opportunity: what striking doctors should eat',
    by: 'gmail',
    body: `Hi there,

I see you're covering the strike today! Our in-house nutritionist Tamsin is available for comment on the five breakfasts that beat the picket line blues. High-res images available.

Shall I put something in the diary?

Best,
Jonty
Account Executive`,
  },
  {
    from: 'Peter Fairclough <peter.fairclough@post.example>',
    subject: 'Bin collections in Solihull',
    by: 'webmail',
    body: `Not about doctors but I did not know where else to write. They have not been for the brown bin for three weeks and the council's website says they have. I have photographs of the bin.

Peter Fairclough, Solihull`,
  },
  {
    from: 'Mavis Entwhistle <mavis.entwhistle@isp.example>',
    subject: 'Leicester City',
    by: 'ipad',
    body: `Five thousand to one! If they do it on Sunday I will eat my hat and my husband's hat. Is this the right address for the football?

Mavis Entwhistle, Oadby, Leics`,
  },
  {
    from: 'Gillian Frome <gillian.frome@mail.example>',
    subject: 'Dr Wallace was my doctor',
    by: 'gmail',
    body: `I read Dr Wallace's email on your page. He may not remember but he looked after my late husband Arthur. His sister-in-law Jane Frome (she works at Hatherley Primary School as the deputy head) will want to write too but she is shy. Her email is jane.frome@school.example.

Gillian Frome, Ormskirk`,
  },
]
