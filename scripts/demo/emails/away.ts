// From abroad and from old machines: other alphabets, other character sets, some of them named wrongly.
import type { Letter } from './letter.ts'

export const away: Letter[] = [
  {
    from: 'Jean-François Delacroix <jf.delacroix@poste.example>',
    subject: 'Vu de Toulouse',
    by: 'thunderbird',
    charset: 'windows-1252',
    body: `I am a nurse in Toulouse, married to an Englishwoman. Here we strike also, but we do it inside: you wear an armband that says “en grève” and you work. The patient is treated and the minister is ashamed. I recommend the system — it does not function either, but nobody’s operation is cancelled.

Jean-François Delacroix
Toulouse, France`,
  },
  {
    from: 'Sally Prentice <sally.prentice@oz.example>',
    subject: 'From Melbourne',
    by: 'iphone',
    body: `I left Wolverhampton for Melbourne three years ago as a second-year doctor. Same job. I finish at five. They apologise, they actually apologise, if you miss lunch. There are 14 Brits on my corridor and we have a WhatsApp group called Sorry Mum.

I'd come home tomorrow if anyone asked nicely.

Sally Prentice, Melbourne, Australia`,
  },
  {
    from: 'Иван Соколов <ivan.sokolov@pochta.example>',
    subject: 'Письмо из Лондона',
    charset: 'koi8-r',
    body: `Здравствуйте! I write in English but my computer is old and Russian. I was a doctor for thirty years in Samara: no striking was possible and no one was paid for months. We stayed. I am proud and I am also sorry that we stayed, because nothing was changed.

С уважением,
Иван Соколов (Ivan Sokolov), Ealing`,
  },
  {
    from: '王小梅 <wang.xiaomei@youjian.example>',
    subject: '支持年轻医生',
    charset: 'gb18030',
    body: `My daughter studies medicine in Nottingham. I read your page every hour from Chengdu, although here it is the evening.

医者仁心。A doctor must have a kind heart, we say. But it is the hospital which must let the heart sleep.

王小梅 (Wang Xiaomei), Chengdu`,
  },
  {
    from: '佐藤健 <sato.ken@yubin.example>',
    subject: 'ストライキについて',
    charset: 'iso-2022-jp',
    body: `I am a doctor from Osaka, visiting Edinburgh for one year. In Japan there is a word 過労死 (karoshi): to die from too much work. Some of those who died were young doctors. Please do not need this word in English.

佐藤健 (Ken Sato)`,
  },
  {
    from: 'Łukasz Wiśniewski <lukasz.wisniewski@mail.example>',
    subject: 'Pozdrowienia z Glasgow',
    by: 'gmail',
    body: `I'm a porter at the big hospital in Glasgow, so not on strike. I have pushed the beds of people from Carlisle today who came up because of it. They were very nice about it. One asked if we had "the English flu" here yet.

Łukasz Wiśniewski, Glasgow`,
  },
  {
    from: 'Στέλιος Παπαδάκης <stelios@tachydromeio.example>',
    subject: 'Από τον Πειραιά',
    charset: 'iso-8859-7',
    body: `Good day from Piraeus. Half of the young doctors of Greece are now in England. If you do not want them, may we please have them back?

Στέλιος Παπαδάκης`,
  },
  {
    from: 'Günther Kößler <guenther.koessler@post.example>',
    subject: 'Grüße aus Köln',
    by: 'thunderbird',
    charset: 'iso-8859-1',
    body: `In 2006 we German doctors went out for three months. Everyone said that the sky would fall. The sky did not fall, we got a better contract, and the British hospitals lost a few Germans. That is all, greetings to the colleagues!

Günther Kößler, Cologne`,
  },
  {
    from: 'Åsa Björklund <asa.bjorklund@brev.example>',
    subject: 'Sweden',
    charset: 'utf-8',
    declares: 'us-ascii',
    body: `I trained in Göteborg and worked five years in Hull. Loved Hull. I went home because of the nights. The label on this email may be wrong, the computer at the clinic is from before the Flood; the opinion is right.

Åsa Björklund`,
  },
  {
    from: 'Mick Rafferty <mick.rafferty@isp.example>',
    subject: '7 bit opinions',
    charset: 'utf-7',
    body: `£1bn on locums – that’s what the strike is about, if you ask me. Sent from a machine I built myself in 1997 & see no reason to replace.

Mick Rafferty, Dundalk`,
  },
  {
    from: 'Ailsa <ailsa.munro@mail.example>',
    subject: 'from the boat',
    charset: 'utf-8',
    declares: 'x-mac-caledonian',
    body: `Writing from the ferry. A girl in the café was in a doctor’s lanyard, asleep in her soup. Nobody woke her. The steward moved the soup.

Ailsa Munro, Oban`,
  },
  {
    from: 'Béatrice Achard <b.achard@poste.example>',
    subject: 'Jersey',
    by: 'outlook',
    charset: 'windows-1252',
    body: `We are neither in the NHS nor out of it over here. My cardiologist flies in on a Thursday. If he is ever on strike it will be the first I know of it.

Béatrice Achard
St Helier, Jersey`,
  },
  {
    from: 'Hamish Petrie <hamish.petrie@kiwi.example>',
    subject: 'NZ',
    by: 'apple-mail',
    charset: 'utf-16',
    body: `Gidday from Dunedin. There is a job going here. There are about forty. The view is good and the rota is printed on one page.

Hamish Petrie, Dunedin, New Zealand`,
  },
  {
    from: 'Amélie & Tobias <famille.werner@poste.example>',
    subject: 'Question from Strasbourg',
    by: 'webmail',
    charset: 'iso-8859-15',
    body: `We pay €23 for a visit and get €22 of it back, and we complain all day. You pay nothing and you apologise for being ill. Perhaps the doctors have to be angry in your place?

Amélie Werner, Strasbourg`,
  },
  {
    from: 'Gráinne Ní Bhriain <grainne.nibhriain@mail.example>',
    subject: 'From Galway',
    by: 'iphone',
    body: `Our own NCHDs went out for one day in 2013 over 24 hour shifts. One day. And it worked, more or less. The difference was that the Taoiseach's own mother was on a trolley. I'm not suggesting anything.

Gráinne Ní Bhriain, Galway`,
  },
  {
    from: 'Pte. A. Nuttall <a.nuttall@forces.example>',
    subject: 'BFPO',
    by: 'webmail',
    body: `Reading this in Cyprus in 31 degrees. Mum's op in Rochdale has been moved and I can't ring the ward because of the time. If anyone from there sees this, she likes to be called Dot.

A. Nuttall`,
  },
  {
    from: 'Ekaterina <ekaterina.v@pochta.example>',
    subject: '=?x-unknown?Q?Nurse_in_Bournemouth?=',
    charset: 'windows-1251',
    declares: 'unknown-8bit',
    body: `I am a nurse in Bournemouth, sixteen years. The young doctors cry in our store room. I keep there now a box of chocolate, Алёнка, my sister sends it. It helps only a little.

Ekaterina`,
  },
]
