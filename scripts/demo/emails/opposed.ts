// Against the walk-out, from the courteous to the furious.
import type { Letter } from './letter.ts'

export const opposed: Letter[] = [
  {
    from: 'Roger Hazeldine <roger.hazeldine@isp.example>',
    subject: 'Disgraceful',
    by: 'outlook',
    body: `I spent 26 years in the Royal Navy and at no time did I consider leaving the engine room because I disagreed with the Admiralty. There are some jobs you do not walk out of.

Roger Hazeldine
Gosport, Hampshire`,
  },
  {
    from: 'Linda P <linda.p@webmail.example>',
    subject: 'emergency care',
    by: 'yahoo',
    body: `I was right behind them up to now. But not A&E. Not the emergencies. They have lost me and they have lost a lot of people in my street.

Linda, Dudley`,
  },
  {
    from: 'Nigel Farraday-Scott <nigel@farradayscott.example>',
    subject: 'Small business',
    by: 'outlook',
    body: `I employ nine people. All of them work some Saturdays. None of them gets "premium time" for it, and none of them will retire on two thirds of anything. When a doctor starting on £23,000 tells me he is badly treated I ask what he will be on at 40. He generally changes the subject.

Nigel Farraday-Scott
Basingstoke`,
  },
  {
    from: 'Maureen Duxbury <maureen.duxbury@home.example>',
    subject: 'Shame on them',
    by: 'webmail',
    body: `My neighbour's operation was cancelled. She is 79 and lives alone. I have had to tell her. Where was the BMA then, with its big red hats?

Maureen Duxbury, Accrington`,
  },
  {
    from: 'James Oakeshott <james.oakeshott@mail.example>',
    subject: 'A democratic mandate',
    by: 'apple-mail',
    body: `A seven-day NHS was in the manifesto. The manifesto won. One can think it foolish, underfunded or both, and I rather do; but a trade union whose members are paid by the state does not get a veto over the state's elected programme. If it did, I should like one for mine.

James Oakeshott
Winchester`,
  },
  {
    from: 'Carl Dent <carl.dent@post.example>',
    subject: 'pay',
    by: 'gmail-phone',
    body: `13.5% rise in basic they were offered. I have had 1% in 4 years. I drive a fork lift nights. Sorry but no.

Carl, Scunthorpe`,
  },
  {
    from: 'Elspeth Kirkbride <elspeth.kirkbride@isp.example>',
    subject: 'The patients in the middle',
    by: 'thunderbird',
    body: `Over a hundred thousand operations and appointments have been postponed. I was a hospital booking clerk for nineteen years. Every one of those is a person whom somebody has to ring, and I can tell you what they say. They say "Oh. Right. Well, thank you for letting me know," and then they go quiet, and you have eleven more to ring before six.

Both sides should be made to do the ringing.

Elspeth Kirkbride, Kendal, Cumbria`,
  },
  {
    from: 'Barry <baz.holloway@webmail.example>',
    subject: 'get back to work',
    by: 'samsung',
    body: `get back to work the lot of you. my taxes paid for your degree

Barry, Essex`,
  },
  {
    from: 'Virginia Stallard <virginia.stallard@post.example>',
    subject: 'It has become political',
    by: 'ipad',
    body: `I watched the march on Saturday and counted the placards. More were about the Prime Minister than about patients. They have let other people borrow their cause and they will be sorry when it comes back dirty.

Virginia Stallard, Tunbridge Wells`,
  },
  {
    from: 'Dr Kenneth Amory <kenneth.amory@home.example>',
    subject: 'A dissenting physician',
    by: 'webmail',
    body: `I am a physician of forty years' standing, and I tell my younger colleagues to their faces what I tell you here: you have a good case and a bad tactic. A strike works by making somebody suffer until somebody else gives way. Look hard at who the first somebody is.

Kenneth Amory
Bath`,
  },
  {
    from: 'Sharon Pickles <sharon.pickles@mail.example>',
    subject: "My mum's scan",
    by: 'iphone',
    body: `Mums brain scan cancelled. She has been told 5 weeks. FIVE WEEKS. Nobody on that picket line can look me in the eye and say no one is harmed by this.

Sharon, Huddersfield`,
  },
  {
    from: 'Prakash Menon <prakash.menon@isp.example>',
    subject: "An immigrant doctor's father says",
    by: 'outlook-com',
    body: `I came in 1971 to work in the mill and I put two children through medicine. I say to them what my father said to me: first you do the work, then you complain, and you complain on your own time. They say Dad it is not 1971. Well. It is not.

Prakash Menon, Blackburn`,
  },
  {
    from: 'Thomas Quayle <tquayle@post.example>',
    subject: 'Army medic',
    by: 'blackberry',
    body: `Ex army medic. You do not down tools with casualties in the tent. End of.

T Quayle, Catterick`,
  },
  {
    from: 'Felicity Abbott <felicity.abbott@mail.example>',
    subject: 'Please come back inside',
    by: 'gmail',
    body: `This is meant kindly. You looked after my husband in his last month and I will never forget it. So I am asking you as a friend: come back in. You are better than this, and the people who cheer you on from their cars will not be there when the inquiry comes.

Felicity Abbott, Bury St Edmunds`,
  },
  {
    from: 'Gordon Sproat <gordon.sproat@isp.example>',
    subject: 'Ballot',
    by: 'outlook',
    body: `98% of those who voted, in November, before the talks, before ACAS, before most of the concessions. Hold another ballot on what is now on the table. If it is still 98% I will honk with the best of them.

Gordon Sproat
Carlisle`,
  },
  {
    from: 'Tina <tina.beswick@webmail.example>',
    subject: 'teaching assistants dont get to',
    by: 'yahoo',
    body: `If I walked out of a class of 30 kids id be sacked and rightly so. These are GROWN ADULTS walking out on SICK PEOPLE.

Tina, Telford`,
  },
  {
    from: 'Marcus Thorne-Bailey <mtb@thornebailey.example>',
    subject: "Economist's note",
    by: 'apple-mail',
    body: `May I offer three figures and no opinion? Spending on agency doctors last year: over £1bn. Cost of the disputed Saturday premium, as I make it: rather less. Cost of recruiting each doctor who leaves for Melbourne: about £230,000 in training.

Very well, one opinion. It is an expensive way to save money. But striking makes each of those figures worse.

Marcus Thorne-Bailey, Cambridge`,
  },
  {
    from: 'Hazel Ormerod <hazel.ormerod@home.example>',
    subject: 'what about carers',
    by: 'plain',
    body: `I care for my brother 24 hours a day 7 days a week for £62.10. I do not get a Saturday. I do not get a Sunday. I do not get a placard.

Hazel Ormerod, Burnley`,
  },
  {
    from: 'David Renshaw <david.renshaw@post.example>',
    subject: 'Not in A&E',
    by: 'gmail',
    body: `I'd have gone on backing them for as long as they ran it as they did before, with the emergencies covered by themselves. The consultants are doing a grand job today. But one of them told me he has been up since yesterday, and I thought: hang on, isn't that what this was about?

David Renshaw, Leeds`,
  },
  {
    from: 'M. J. Cotterill <mj.cotterill@isp.example>',
    subject: 'A sense of proportion',
    by: 'thunderbird',
    body: `I have counted, on your page since eight o'clock, thirty-one emails in favour and four against. In the queue at our chemist it was about half and half. I should like to think you will print this one.

M. J. Cotterill
Shrewsbury, Shropshire`,
  },
]
