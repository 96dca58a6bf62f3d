// People who were to be treated today, and people who have been treated before.
import type { Letter } from './letter.ts'

export const patients: Letter[] = [
  {
    from: 'Katherine Sefton <katherine.sefton@post.example>',
    subject: 'My operation',
    by: 'iphone',
    body: `My hip replacement was due at half past nine this morning and has been put back for the second time. I am 71 and I have not slept through a night since October.

I am not angry with the doctors. I was on that ward in February and I saw a girl of about 26 eat a banana at four in the afternoon and call it lunch. If she says it is not safe I believe her over a man who has never put in a cannula.

Katherine
Ruislip, Middlesex`,
  },
  {
    from: 'Chris Boshell <cboshell@mail.example>',
    subject: 'Support for the junior doctors',
    by: 'gmail',
    body: `Hi,

I had a heart attack two years ago at the age of 44, on a Sunday, here in Birmingham. A junior doctor kept me alive in the back corridor because there was no bed. So when people tell me there is no seven day NHS I do wonder who it was that I met.

I wouldn't do a job where your not supported at 3am in the morning and I don't see why they should.

Chris Boshell`,
  },
  {
    from: 'Alan Kinghorn <alan@kinghorn.example>',
    subject: 'Strike',
    by: 'thunderbird',
    body: `I travelled eleven miles by bus to have my stitches out and found a very polite man in an orange hat who told me the clinic was off but would I like a cup of tea. I had the tea. A nurse came out and took the stitches out behind a screen.

I do not know who is right about the contract but I know that I was looked after.

Alan Kinghorn
Northumberland`,
  },
  {
    from: 'Moira Tennant <moira.tennant@isp.example>',
    subject: 'cancelled again',
    by: 'ipad',
    body: `Cancelled. Third time. They ring you the night before at ten to eight when you have already shaved your own leg and packed your bag.

I supported the first strike, I supported the second one. Today I just want my knee done.

Moira Tennant, Kilmarnock`,
  },
  {
    from: 'Denise <d.okafor@post.example>',
    subject: 'chemo went ahead',
    by: 'samsung',
    body: `Just to let people know as there is a lot of scare stories about. I had my chemotherapy today at the usual time, in the usual chair, with a consultant doing the bloods who admitted he had not found a vein since 2004. He got it second go. Big cheer from all of us.

Denise in Croydon`,
  },
  {
    from: 'Gareth Pryce <gareth.pryce@mail.example>',
    subject: 'Re: views on the strike',
    by: 'outlook',
    body: `As somebody with type 1 diabetes for thirty-one years I have met, I worked it out last night, about sixty junior doctors. I can remember three who were short with me. All three had been on since the day before.

Tired people make mistakes. That is not politics, it is what happens.

Regards

Gareth Pryce
Hereford`,
  },
  {
    from: 'Sheila Rowbotham-Hayes <srh@home.example>',
    subject: 'Waiting for results',
    by: 'apple-mail',
    body: `I am waiting to be told whether it is cancer or not. The appointment was for 2.15 today. It is now a week on Thursday.

I have read both sides carefully and I can see the case for both. But nobody on either side has to sit in my kitchen until a week on Thursday.

Please use only my first name.

Sheila
Market Harborough, Leicestershire`,
  },
  {
    from: 'Tom W <tomw1988@webmail.example>',
    subject: 'A&E this morning',
    by: 'gmail-phone',
    body: `Was in A&E in Leeds at 8.20 this morning with a broken wrist (bike, wet leaves, don't ask). Seen by a consultant in 12 MINUTES. Twelve. She had the plaster on before the tea was cold. They should strike more often is my honest feedback

Tom W`,
  },
  {
    from: 'Bernard Achterberg <bernard.achterberg@isp.example>',
    subject: 'A patient writes',
    by: 'outlook-com',
    body: `I was in for a hernia in January and could not work out who was a doctor, who was a nurse and who was the man about the television. What I can tell you is that the young man who came round at midnight, at six, and again at eleven the next morning was the same young man.

I asked when he went home. He laughed and said he was thinking of having his post redirected.

Bernard Achterberg, Spalding, Lincolnshire`,
  },
  {
    from: 'Priya N <priya.n@post.example>',
    subject: 'Maternity',
    by: 'iphone',
    body: `My baby was born at 05.40 this morning at St Aldhelm's with a junior doctor who stayed past the end of her shift and then went straight outside at 8 to stand on the picket line in the rain. I waved at her from the window with the baby.

We are calling him Theo, not Jeremy.

Priya, Walthamstow`,
  },
  {
    from: 'Ron & Jean Sallis <sallis.family@home.example>',
    subject: 'Cataract',
    by: 'webmail',
    body: `Jean's cataract was to be done today. She can see well enough to read your page if we make it big. She says to tell the doctors good luck and to tell Mr Hunt that she used to teach infants and knows a sulk when she sees one.

Ron and Jean, Bridlington, East Yorkshire`,
  },
  {
    from: 'Marek <marek.w@mail.example>',
    subject: 'kidney',
    by: 'samsung',
    body: `I am on dialysis three times a week for four years. Strike or no strike I get my dialysis because the nurses are there. But doctor who check my medicine was not here today so nobody can change the dose. It is small thing but I worry.

I think government must talk. In Poland we had also doctors leaving, all of them, they went to here. Now they will go from here to Australia?

Marek from Peterborough`,
  },
  {
    from: 'Hilary Fenwick <hilary.fenwick@post.example>',
    subject: 'What a strike is like from a bed',
    by: 'apple-mail',
    body: `I am writing this from bed 14, so forgive the typing, the drip is in the good hand.

It is quieter than usual. There are more consultants than I knew existed. One of them had to ask a healthcare assistant how the computer worked and thanked her with a little bow. The man opposite says they ought to be ashamed and the woman next to him says if he does not stop saying so she will have him moved.

Nobody is dying of neglect. Nobody is very happy. The toast is still cold.

Hilary Fenwick, Cheltenham`,
  },
  {
    from: 'J Abara <jabara@isp.example>',
    subject: 'Sickle cell',
    by: 'windows-phone',
    body: `When I am in crisis I need someone who knows what sickle cell is at two in the morning on a bank holiday. That is always a junior doctor. Always. I have never once met a politician there.

J Abara, Lewisham`,
  },
  {
    from: 'Pam <pam.whittle@webmail.example>',
    subject: 'my mums hip',
    by: 'yahoo',
    body: `mum is 88 fell on friday night. weekend effect? she was xrayed by 9 and operated on saturday lunchtime!! not one person said oh its the weekend we dont do hips. so where does he get his numbers from

pam, rotherham`,
  },
  {
    from: 'Edward Lisle <e.lisle@home.example>',
    subject: 'Two sides',
    by: 'thunderbird',
    body: `May I put in a word for being of two minds?

I believe that the contract is probably worse than the one before it. I also believe that walking out of emergency departments crosses a line that those who taught me my profession (I am a retired vet) would not have crossed for any money. Both of these can be true, and most of the people I know in this village hold both, and nobody rings to ask us.

Edward Lisle
Bishop's Castle, Shropshire`,
  },
  {
    from: 'Colette Darragh <colette.darragh@mail.example>',
    subject: 'Postponed scan',
    by: 'gmail',
    body: `My son's MRI was postponed from this morning. He is 6 and autistic and we had spent three weeks practising lying still in a cardboard tube with the hoover on. Three weeks.

I cried in the car. Then I went and gave the pickets a box of doughnuts because I had bought them for after. I can be furious and still think they are right.

Colette, Stockport`,
  },
  {
    from: 'Les <les.hargreave@post.example>',
    subject: 'bowel screening',
    by: 'plain',
    body: `The camera test was rebooked for the ninth. Had already drunk the stuff. Say no more.

Les, Barnsley`,
  },
  {
    from: 'Rukhsana Mir <rukhsana.mir@mail.example>',
    subject: 'Thank you to the doctor in the blue hat',
    by: 'iphone',
    body: `To the junior doctor in the blue woolly hat outside the Royal Infirmary this morning: my dad slipped on the kerb, you put down your placard, checked him over, walked him inside, handed him to your consultant and then went back out and picked your placard up again.

That is all. I thought people should know.

Rukhsana Mir
Bradford`,
  },
  {
    from: 'Vic Tranter <vtranter@isp.example>',
    subject: 'An old patient',
    by: 'outlook',
    body: `I am old enough to remember my grandmother putting a shilling aside for the doctor. Whatever it is we are arguing about today, please could all sides remember that the argument is about who pays the shilling.

Vic Tranter
Age 86, Stoke-on-Trent`,
  },
]
