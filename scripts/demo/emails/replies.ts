// Replies above and below, forwards, signatures, disclaimers: where the reader's own words must be found.
import type { Letter } from './letter.ts'

const asked = `On Tuesday, the live desk <haveyoursay@example.org> wrote:
> Junior doctors in England are on strike until 17:00.
> Send us your views: haveyoursay@example.org
> Tell us your name and where you live.`

const disclaimer = `This e-mail and any attachment is confidential and intended solely for the use of the individual to whom it is addressed. If you are not the intended recipient, you must not use, disclose, copy or act upon it. Please notify the sender immediately and delete it from your system. Fernley & Roop LLP is a limited liability partnership registered in England.`

export const replies: Letter[] = [
  {
    from: 'Simone Ashdown <simone.ashdown@post.example>',
    subject: 'Re: Have your say',
    by: 'gmail',
    headers: { 'In-Reply-To': '<callout-1@example.org>' },
    body: `I think it's about respect more than money. You can hear it in how they talk: nobody on that line says "pay", they all say "safe".

Simone Ashdown, Hastings

${asked}`,
  },
  {
    from: 'Horace Pym <horace.pym@home.example>',
    subject: 'Re: Have your say',
    by: 'thunderbird',
    body: `${asked}

I was taught to reply underneath. So: name, Horace Pym. Place, Saffron Walden in Essex. View: I should trust my doctor to know when he is too tired, as I would trust a pilot.`,
  },
  {
    from: 'Wendy Loxley <wendy.loxley@isp.example>',
    subject: 'RE: RE: strike',
    by: 'outlook',
    body: `Janet says I should send this to you as well. I think they have been very badly advised. My cousin is one and she has not had a proper day off since Candlemas.

Wendy Loxley
Bakewell, Derbyshire

-----Original Message-----
From: Janet Loxley
Sent: 26 April 2016 07:58
To: Wendy
Subject: RE: strike

You should send that to the live page, they print the good ones. Mine was not put in.
J`,
  },
  {
    from: 'Adrian Roop <adrian.roop@fernleyroop.example>',
    subject: 'Imposition is not negotiation',
    by: 'outlook',
    body: `I draft employment contracts for a living. In twenty-two years I have never advised a client to impose one on 50,000 people at once, because they would have had to find me a bigger office for the paperwork. It is legal. So is swimming after lunch.

Adrian Roop
Partner, Employment
Fernley & Roop LLP | 2 Castle Court | Guildford
T 01632 960233 | M 07700 900655
Please consider the environment before printing this e-mail

${disclaimer}`,
  },
  {
    from: 'Leanne Cribb <leanne.cribb@council.example>',
    subject: 'sent from work, oops',
    by: 'outlook',
    body: `Sending this in my lunch break, views my own! My nan waited on a trolley for 9 hours at New Year and the only person who came and sat with her was a junior doctor called Femi who had finished at 8. It was half ten. He held her hand and they did the crossword.

Leanne x

Leanne Cribb
Parking Services Officer (Zones 4-9)
Medway District Council
Tel: 01632 960410

**********************************************************************
The views expressed in this email are those of the sender and not necessarily those of the Council. This email may be monitored. Medway District Council: Serving You Better Together.
**********************************************************************`,
  },
  {
    from: 'Judith Speight <judith.speight@post.example>',
    subject: 'Fwd: from my son in Hull',
    by: 'apple-mail',
    body: `My son wrote this to me last night and says you may have it.

Judith Speight, Beverley, East Yorkshire

Begin forwarded message:

From: Daniel Speight <dan.speight@mail.example>
Subject: tomorrow
Date: 25 April 2016 23:41:02 BST
To: Mum

Not sleeping. I keep thinking of Mr Garbutt in bed 6 and who will do his fluids. I've written it all out for the consultant, four pages, with a drawing. I know that's daft. I'm going to stand there tomorrow and think of Mr Garbutt the whole time.

Dan`,
  },
  {
    from: 'Ken Drabble <ken.drabble@webmail.example>',
    subject: 'FW: FW: FW: read this about Hunt!!!',
    by: 'yahoo',
    body: `---------- Forwarded message ----------
From: Margery
To: everyone

>> Pass this on to ten people. Jeremy Hunt once wrote a book about
>> selling off the NHS. The BBC will not tell you this.
>>
>> If you agree put your name at the bottom and send it on.
>
> 41. Margery Bull, Crewe
> 42. Dave and Lyn, Nantwich`,
  },
  {
    from: 'Tamara Vance <tamara.vance@mail.example>',
    subject: 'Re: Have your say',
    by: 'outlook-com',
    body: `> Junior doctors in England are on strike until 17:00.

They are, and my outpatient appointment is not.

> Tell us your name and where you live.

Tamara Vance, Wells, Somerset. I live mostly in waiting rooms.`,
  },
  {
    from: 'Capt. Julian Rooke <jrooke@home.example>',
    subject: 'Airline pilot',
    by: 'thunderbird',
    body: `If I exceed my duty hours by one minute I am grounded by law and the passengers get a hotel. If a doctor exceeds hers by six hours she gets another patient. I have never understood the difference, the numbers on board being about the same.

-- 
Captain Julian Rooke
Crawley, West Sussex
"There are old pilots and bold pilots"`,
  },
  {
    from: 'Lorna Haddow <lorna.haddow@post.example>',
    subject: 'my husband',
    by: 'iphone',
    body: `My husband had a triple bypass in 2011 and, although frail, he has been shouting at the radio in good health ever since. He is shouting at it today on behalf of the doctors.

Lorna Haddow, Peebles`,
  },
  {
    from: 'Lorna Haddow <lorna.haddow@post.example>',
    subject: 'correction',
    by: 'iphone',
    body: `Sorry, I sent you one ten minutes ago about my husband's bypass and I put 2011, it was 2012. Also he says to say he's not "frail". Please use this one:

My husband had a triple bypass in 2012 and he has been shouting at the radio in good health ever since. He is shouting at it today on behalf of the doctors.

Lorna Haddow, Peebles`,
  },
  {
    from: 'Dom Ferris <dom.ferris@mail.example>',
    subject: 'Night bus',
    by: 'gmail-phone',
    twice: true,
    body: `On the N29 last night there was a doctor asleep with her lanyard on, and every time the bus stopped the whole top deck went quiet so as not to wake her. London can be all right.

Dom Ferris, Wood Green`,
  },
  {
    from: 'Ethel Ramsbottom-Quirk <ethel.rq@home.example>',
    subject: 'sent twice by mistake',
    by: 'webmail',
    twice: true,
    body: `I pressed it and nothing happened so I pressed it again. I am for the doctors. Once.

Ethel, Lytham St Annes, Lancs`,
  },
]
