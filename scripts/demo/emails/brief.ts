// Few words, many capitals, and those who put it all into the subject.
import type { Letter } from './letter.ts'

export const brief: Letter[] = [
  { from: 'Ian Clewes <ian.clewes@post.example>', subject: 'Strike', by: 'iphone', body: 'Good luck.' },
  {
    from: 'Deb <deb@isp.example>',
    subject: 'Doctors',
    by: 'samsung',
    body: `Support them 100%!!!!!\n\nDeb x\nHartlepool`,
  },
  {
    from: 'Frank Arkwright <frank.arkwright@mail.example>',
    subject: 'Pay them',
    by: 'plain',
    body: 'Just pay them.\n\nFrank, Wigan',
  },
  {
    from: 'GEOFFREY TWIGG <gtwigg@webmail.example>',
    subject: 'JUNIOR DOCTORS',
    by: 'yahoo',
    body: `I AM 77 AND HAVE NEVER WRITTEN TO A NEWSPAPER. THESE YOUNG PEOPLE SAVED MY WIFE'S LIFE ON A SUNDAY. THERE IS NOTHING WRONG WITH THE WEEKEND. THERE IS SOMETHING WRONG WITH MR HUNT. SORRY FOR CAPITALS I HAVE A BAD THUMB.

GEOFFREY TWIGG, NUNEATON`,
  },
  {
    from: 'Alison Frayne <alison.frayne@post.example>',
    subject: 'I back the doctors and so does everyone on the 08.14 from Orpington',
    by: 'iphone',
    body: '',
  },
  {
    from: 'r.stamp@isp.example',
    subject: 'no more strikes please my mum needs her operation. Rob from Hull',
    by: 'none',
    body: '',
  },
  {
    from: 'Jools <jools.holness@mail.example>',
    subject: '',
    by: 'gmail-phone',
    body: 'An apple a day. That’s all we can afford now.\n\nJools, Brighton',
  },
  {
    from: 'Percy Nettleship <percy.nettleship@home.example>',
    subject: 'Limerick',
    by: 'webmail',
    body: `There was a Health Minister, Jeremy,
Whose sums were a little bit dreamery;
He stretched five days to seven
Like the good Lord in heaven,
But He had a rest. It's in memory.

Percy Nettleship, Whitstable`,
  },
  { from: 'Ste <ste.gallagher@post.example>', subject: 'honk', by: 'iphone', body: 'honk honk 🚗📯\n\nSte, Bootle' },
  {
    from: 'Una McGonigle <una.mcgonigle@mail.example>',
    subject: 'Overheard',
    by: 'gmail',
    body: `Overheard at the hospital gate. Wee boy: "Daddy why are the doctors outside?" Daddy: "So's they can see better."

Una McGonigle, Derry`,
  },
  {
    from: 'B. Lamb <b.lamb@isp.example>',
    subject: 'Re: strike',
    by: 'blackberry',
    body: 'Neither side comes out of this well.',
  },
  {
    from: 'Sue Thackray <sue.thackray@webmail.example>',
    subject: 'question',
    by: 'ipad',
    body: 'Can somebody tell me why ACAS is not involved? Genuine question.\n\nSue, Pudsey',
  },
  {
    from: '"Mr Brian Eccleshall" <brian.eccleshall@home.example>',
    subject: 'Crossword',
    by: 'outlook',
    body: `8 down: "Seven-day folly (4)". I had HUNT.

Brian Eccleshall, Southwold, Suffolk`,
  },
  {
    from: 'Kayleigh <kayleigh.s@post.example>',
    subject: 'cheers to my doctor',
    by: 'samsung',
    body: 'u know who u are. bay 3. thank u for the jumper xx',
  },
  {
    from: 'Wilf <wilf.openshaw@isp.example>',
    subject: 'Common sense',
    by: 'plain',
    body: 'Two words. Arbi. Tration.\n\nWilf in Bolton',
  },
  {
    from: 'Anthea Colquhoun <anthea.colquhoun@mail.example>',
    subject: 'No subject',
    by: 'apple-mail',
    body: `Furious. With everyone.

Anthea Colquhoun
Perth (the cold one)`,
  },
  {
    from: 'Dean <dean.mottram@webmail.example>',
    subject: 'Hunt out',
    by: 'windows-phone',
    body: 'HUNT OUT\n\nDean\nStockton on Tees',
  },
  {
    from: 'Rosemary and Clive <randc@post.example>',
    subject: 'Tea',
    by: 'ipad',
    body: 'Took a flask down to the picket. Came home with a flu leaflet, a sticker and my blood pressure (good).\n\nRosemary and Clive, Ely',
  },
  {
    from: 'Mo <mo.farouk@mail.example>',
    subject: 'Taxi',
    by: 'gmail-phone',
    body: 'Taxi driver here. Free rides for striking doctors between the Infirmary and the station till 5. Non striking ones too, they look worse.\n\nMo, Nottingham',
  },
  {
    from: 'Eileen Catchpole <eileen.catchpole@isp.example>',
    subject: 'A prayer',
    by: 'webmail',
    body: 'Praying for all of them. And for whoever does the car park.\n\nEileen Catchpole, Diss, Norfolk',
  },
]
