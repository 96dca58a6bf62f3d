// Letters with pictures and with other things attached.
import type { Letter } from './letter.ts'

export const pictured: Letter[] = [
  {
    from: 'Isobel Tranmer <isobel.tranmer@post.example>',
    subject: "Picture: picket line at St Aldhelm's",
    by: 'iphone',
    pictures: [{ kind: 'picket', name: 'IMG_2041.JPG', place: { latitude: 53.4084, longitude: -2.9916 } }],
    body: `Here is the line at eight this morning. I took this and you can use it. The dog is called Bevan.

Isobel Tranmer, Wirral, Merseyside`,
  },
  {
    from: 'Hussein <hussein.aziz@mail.example>',
    subject: 'Best placard',
    by: 'samsung',
    pictures: [{ kind: 'placard', name: '20160426_091204.jpg' }],
    body: `Best placard in Leicester, no contest. My own photo.

Hussein Aziz`,
  },
  {
    from: 'Polly Wetherall <polly.wetherall@isp.example>',
    subject: 'Two photos from Plymouth',
    by: 'apple-mail',
    pictures: [
      { kind: 'picket', name: 'DSC_0101.jpg' },
      { kind: 'sky', name: 'DSC_0102.jpg' },
    ],
    body: `Two from Derriford: the line, and the rainbow that came out over it at ten past nine, which the consultants are claiming and so are the juniors.

Polly Wetherall
Plymouth`,
  },
  {
    from: 'Jim Cobley <jim.cobley@home.example>',
    subject: 'drawing by my granddaughter aged 7',
    by: 'outlook',
    pictures: [{ kind: 'drawing', name: 'scan0001.png' }],
    body: `My granddaughter did this of the strike. The tall one is the doctor, the one with no mouth is apparently the government.

Jim Cobley, Loughborough, Leicestershire`,
  },
  {
    from: 'Nadia <nadia.farooqi@post.example>',
    subject: 'empty waiting room',
    by: 'gmail-phone',
    pictures: [{ kind: 'sky', name: 'image.png' }],
    body: `This is what outpatients looks like today in Slough. Well it's the ceiling of it. I was told not to photograph people so I didn't.

Nadia Farooqi`,
  },
  {
    from: 'Jerome Battersby <jerome.battersby@mail.example>',
    subject: 'Photo',
    by: 'gmail',
    pictures: [{ kind: 'placard', name: 'placard (1).jpg' }],
    body: `Saw this going round, thought you could use it? Not sure who took it.

Jerome, Bristol`,
  },
  {
    from: 'Ann Garside <ann.garside@webmail.example>',
    subject: 'My letter attached',
    by: 'outlook',
    files: [
      {
        name: 'Letter to the Editor.txt',
        type: 'text/plain; charset=utf-8',
        body: 'Dear Sir,\n\nI have attached my letter because my son said that is how it is done.\n\nAnn Garside (Mrs)\n',
      },
    ],
    body: `Please see my letter attached.

Ann Garside (Mrs), Todmorden`,
  },
  {
    from: 'Callum Reid <callum.reid@post.example>',
    subject: 'song for the doctors',
    by: 'iphone',
    files: [
      { name: 'Recording 7.m4a', type: 'audio/x-m4a', body: 'not really a song: twelve bars of silence for the NHS' },
    ],
    body: `Recorded this on the picket line in Paisley, sorry about the wind. All the verses are about rotas.

Callum Reid`,
  },
]
