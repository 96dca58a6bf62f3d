// People who work in hospitals and surgeries, or hope to.
import type { Letter } from './letter.ts'

export const doctors: Letter[] = [
  {
    from: 'Dr Peter Wallace <p.wallace@nhs.example>',
    subject: 'From the picket line in Liverpool',
    by: 'iphone',
    body: `Despite what has been said this morning, every acute patient in my hospital has a senior doctor looking after them today. I know because I wrote the rota with my consultant on Sunday, in our own time.

I have been qualified for five years. I have missed two weddings, one funeral and most of my daughter's bedtimes. I never thought I would stand outside. I feel sick about it. I would feel sicker if we signed.

Dr Peter Wallace, Liverpool`,
  },
  {
    from: 'Aisha Rahman <aisha.rahman@nhs.example>',
    subject: 'Why I am out today',
    by: 'gmail-phone',
    body: `I'm an F2 in Leicester. I love it. I love it even when the bleep goes as I sit down. What I can't do is stretch the same number of us over seven days and pretend that nobody falls through the gaps, because I am the one who catches them and I only have two hands.

Aisha Rahman
Leicester`,
  },
  {
    from: 'Jonathan Prowse <jprowse@post.example>',
    subject: 'Consultant covering A&E',
    by: 'outlook',
    body: `I am a consultant and I am covering the emergency department today so that my juniors can be outside. I have done every cannula myself. My respect for them, already high, is now total; so is my backache.

The department is safe. It is safe because it is full of people like me who are doing no clinics, no operating lists and no teaching. You cannot run it like this on Thursday.

Mr J Prowse FRCS
Exeter`,
  },
  {
    from: 'Siân Llewellyn <sian.llewellyn@mail.example>',
    subject: 'Wales',
    by: 'apple-mail',
    body: `A small point, but we are not on strike here. The Welsh Government did not impose the contract. I am a junior doctor in Wrexham and I can see England from the car park.

Two of my friends from over the border came for a job interview last week. That is your workforce plan, walking west.

Siân Llewellyn, Wrexham`,
  },
  {
    from: 'Niamh Ó Dálaigh <niamh.odalaigh@post.example>',
    subject: 'Leaving',
    by: 'gmail',
    body: `I trained for six years in Belfast and four in Newcastle. My flight to Perth is on the 3rd of June. I did not want to go; I had picked out a school.

Níl aon tinteán mar do thinteán féin, my granny would say. There is no hearth like your own. But you have to be let sit at it now and then.

Niamh Ó Dálaigh
Newcastle upon Tyne`,
  },
  {
    from: 'Fraser MacAulay <fraser.macaulay@isp.example>',
    subject: 'GP view',
    by: 'thunderbird',
    body: `I am a GP in Stornoway. When I was a junior doctor in the eighties I worked a one in two and I was dangerous by the Monday. I do not tell that as a story of how tough we were. I tell it because I still know the name of the patient.

Anyone who says "we managed" was lucky, or is not remembering.

Fraser MacAulay
Stornoway, Isle of Lewis`,
  },
  {
    from: 'Beth <beth.cartwright@nhs.example>',
    subject: 'ward sister',
    by: 'samsung',
    body: `Ward sister here, 22 years. Today I have two consultants, a registrar who came back from maternity leave to help and a medical student making toast. It's going fine. It's going fine because everybody cancelled everything else!!

Nurses are watching. We've not forgotten who comes next.

Beth, Sunderland`,
  },
  {
    from: 'Oluwaseun Adeyemi <seun.adeyemi@mail.example>',
    subject: 'Not striking',
    by: 'outlook-com',
    body: `I am a junior doctor and I went in to work today. I voted yes for the first strike. I could not do this one, not with emergency care. I walked past my friends at the gate and one of them squeezed my arm, and nobody called me anything.

I wish that got reported too.

Oluwaseun Adeyemi
Manchester`,
  },
  {
    from: 'Helen Marchbank <h.marchbank@post.example>',
    subject: "Doctor's wife",
    by: 'ipad',
    body: `My husband is a registrar in anaesthetics. We have been married nine years and have lived in seven houses because that is where the training is. Our eldest is on her fourth school. He is not "militant". He irons his own scrubs.

Helen, Taunton, Somerset`,
  },
  {
    from: 'Yusuf <yusuf.k@students.example>',
    subject: 'Medical student',
    by: 'gmail-phone',
    body: `3rd year med student in Sheffield. Spent this morning handing out leaflets in a costume (I was a spleen). An old lady told me to get a job. I said I'm trying. She gave me a Werther's.

I still want to do this. I think. Ask me after finals.

Yusuf`,
  },
  {
    from: 'Dr Rosalind Achebe <rosalind.achebe@nhs.example>',
    subject: 'The gender point',
    by: 'outlook',
    body: `Not enough has been said about the Government's own equality analysis, which accepts that the contract will bear harder on women and then calls that a "proportionate means". I work 60 per cent because I have twins. I will progress more slowly, be paid less for the same Saturday, and be told it is legitimate.

I would like somebody to look at my twins and say "proportionate means" to them.

Dr Rosalind Achebe
Reading, Berkshire`,
  },
  {
    from: 'Malcolm Udall <malcolm.udall@home.example>',
    subject: 'Retired surgeon',
    by: 'webmail',
    body: `I retired from surgery in 1998 and I am ashamed. Not of the government, from whom I expect nothing; of my own profession. We do not leave the sick. I worked a hundred and twenty hours a week for years and it did not occur to any of us to stand outside with a whistle.

Malcolm Udall, Harrogate, North Yorkshire`,
  },
  {
    from: 'Lucy Penhaligon <lucy.penhaligon@mail.example>',
    subject: 'Radiographer',
    by: 'iphone',
    body: `Radiographer here. We already work seven days. So do porters, cleaners, labs, pharmacy, catering and switchboard. There IS a seven day NHS, it's just that nobody has ever taken its photograph. (Joke. I would be happy to.)

Lucy Penhaligon
Truro, Cornwall`,
  },
  {
    from: 'Anil Deshpande <anil.deshpande@nhs.example>',
    subject: 'Rota gaps',
    by: 'gmail',
    body: `Some numbers from one ward in one hospital in Coventry, because I am tired of adjectives.

Doctors on the rota: 9. Doctors actually in post: 6. Shifts last month covered by somebody who was already working: 14. Times I left on time in April: 2. Once was because the fire alarm went.

Anil Deshpande`,
  },
  {
    from: 'Cat Morley <cat.morley@isp.example>',
    subject: 'paramedic',
    by: 'blackberry',
    body: `Paramedic, Norfolk. Handed over three patients at the hospital this morning. Average wait 6 minutes. Last Tuesday it was 55. Consultants at the front door is what does it. That's not an argument for strikes, its an argument for more senior doctors!

Cat`,
  },
  {
    from: 'Simon Abelard <s.abelard@nhs.example>',
    subject: 'From a registrar',
    by: 'apple-mail',
    body: `I will try to say it in four sentences. The old contract paid us more for nights and weekends because nights and weekends cost us more. The new one moves the line so that Saturday is an ordinary day. The safeguards that fined a hospital for overworking us have been replaced by a guardian, who is employed by the hospital. That is it.

Simon Abelard, Oxford`,
  },
  {
    from: 'Grace Tembo <grace.tembo@mail.example>',
    subject: 'Healthcare assistant',
    by: 'samsung',
    body: `I am a healthcare assistant on minimum wage near enough. I hear the doctors shout about Saturday pay and sometimes I think, try mine. But I also see them cry in the sluice. So I brought them biscuits. You can do both.

Grace Tembo, Luton`,
  },
  {
    from: 'Rev Dr Hugh Pallister <hugh.pallister@parish.example>',
    subject: 'Hospital chaplain',
    by: 'thunderbird',
    body: `As a hospital chaplain I am asked most often today whether it is right. I find I have no sermon. I have sat at two in the morning with those doctors after a child has died, and I have sat this morning with a man whose operation was put off and who was frightened. I would not wish to be the person who tells either of them to be quiet.

(Rev Dr) Hugh Pallister
Durham`,
  },
  {
    from: 'Jasmin Kaur Gill <jasmin.gill@nhs.example>',
    subject: 'Pharmacist - mixed feelings',
    by: 'outlook-com',
    body: `I'm a hospital pharmacist in Wolverhampton. I check what they prescribe. By hour eleven I find twice as many mistakes as in hour two, and I keep a tally so I'm not guessing. Nobody seems to want my tally, neither the union nor the department. It would embarrass both.

Jasmin Kaur Gill`,
  },
  {
    from: 'Owen <owen.t@students.example>',
    subject: 'Offer for medicine',
    by: 'iphone',
    body: `I have an offer to read medicine in September. My mum is a nurse and she has asked me to think about dentistry. I stood with the junior doctors in Cardiff Bay on Saturday anyway, just to see what they are like. They are like people you'd want.

Owen, Pontypridd`,
  },
  {
    from: 'Margaret Iveson <m.iveson@home.example>',
    subject: 'As a former matron',
    by: 'webmail',
    body: `Nobody has asked the matrons. We would have had this settled by elevenses.

Margaret Iveson (SRN, retired), Whitby, North Yorkshire`,
  },
]
