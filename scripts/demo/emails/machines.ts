// What no person wrote: automatic replies, a bounce, lists, adverts, receipts. They must never reach the queue.
import { callOut, type Letter } from './letter.ts'

const newsletter = (title: string, text: string, site: string) =>
  `<table width="600"><tr><td><h1>${title}</h1><p>${text}</p><p><a href="https://${site}/read">Read more</a></p>
<p style="font-size:10px">You receive this because you signed up. <a href="https://${site}/unsubscribe">Unsubscribe</a></p>
<img src="https://${site}/open.gif" width="1" height="1"></td></tr></table>`

export const machines: Letter[] = [
  {
    from: 'Dr Priti Anand <priti.anand@nhs.example>',
    subject: 'Automatic reply: Have your say',
    by: 'outlook',
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    body: 'I am on leave until 9 May and will reply on my return. For urgent clinical matters please ring switchboard.',
  },
  {
    from: 'Clive Barton <clive.barton@council.example>',
    subject: 'Out of Office: RE: Have your say',
    by: 'outlook',
    headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk' },
    body: `I am out of the office today, taking part in a Wellbeing Away Day, with no access to email.

Clive Barton, Deputy Head of Kerbs`,
  },
  {
    from: 'Hélène Marchand <helene.marchand@poste.example>',
    subject: 'Réponse automatique : Have your say',
    by: 'outlook',
    headers: { 'Auto-Submitted': 'auto-replied' },
    body: 'Bonjour, je suis absente du bureau jusqu’au 2 mai inclus. Pour toute urgence, merci de contacter le secrétariat.',
  },
  {
    from: 'Jürgen Ostermann <j.ostermann@firma.example>',
    subject: 'Automatische Antwort: Have your say',
    by: 'outlook',
    headers: { 'X-Autoreply': 'yes', 'Auto-Submitted': 'auto-replied' },
    body: 'Vielen Dank für Ihre Nachricht. Ich bin bis zum 4. Mai nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.',
  },
  {
    from: 'Marta Ruiz <marta.ruiz@correo.example>',
    subject: 'Respuesta automática: Have your say',
    by: 'outlook',
    headers: { 'Auto-Submitted': 'auto-generated' },
    body: 'Estoy fuera de la oficina hasta el lunes. Responderé a su mensaje a mi regreso. Un saludo.',
  },
  {
    from: 'Elin Probert <elin.probert@cyngor.example>',
    subject: 'Ymateb awtomatig / Automatic reply: Have your say',
    by: 'outlook',
    headers: { 'Auto-Submitted': 'auto-replied' },
    body: 'Nid wyf yn y swyddfa ar hyn o bryd. I am not in the office at the moment.',
  },
  {
    from: 'Enquiries <enquiries@trust.example>',
    subject: 'We have received your message [ref 00418822]',
    by: 'webmail',
    headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'auto_reply' },
    body: 'Thank you for contacting the Patient Advice Team. We aim to reply within 25 working days.',
  },
  {
    from: 'Mail Delivery System <MAILER-DAEMON@mx1.example>',
    subject: 'Undelivered Mail Returned to Sender',
    by: 'none',
    headers: {
      'Return-Path': '<>',
      'Auto-Submitted': 'auto-replied',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="bounce-boundary"',
    },
    body: `This is a MIME-encapsulated message.

--bounce-boundary
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<jspeight@old-mail.example>: host mx.old-mail.example said: 550 5.1.1
    Mailbox unavailable (in reply to RCPT TO command)

--bounce-boundary
Content-Type: message/delivery-status

Reporting-MTA: dns; mx1.example
Final-Recipient: rfc822; jspeight@old-mail.example
Action: failed
Status: 5.1.1

--bounce-boundary--`,
  },
  {
    from: 'Hospital Bulletin <bulletin@healthweek.example>',
    subject: 'HealthWeek daily: strike special',
    by: 'none',
    headers: {
      'List-Id': 'HealthWeek daily <daily.healthweek.example>',
      'List-Unsubscribe': '<https://healthweek.example/unsubscribe>',
      Precedence: 'bulk',
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: newsletter(
      'HealthWeek daily',
      'All you need to know on day one of the all-out stoppage.',
      'healthweek.example',
    ),
  },
  {
    from: 'TrolleyDash <offers@trolleydash.example>',
    subject: '🍓 Strawberries HALF PRICE this week only',
    by: 'none',
    headers: {
      'List-Unsubscribe': '<mailto:leave@trolleydash.example>',
      'List-Id': '<offers.trolleydash.example>',
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: newsletter('Berry good news', 'Punnets from 99p, online and in store.', 'trolleydash.example'),
  },
  {
    from: 'Parish list <parish-talk@lists.example>',
    subject: '[parish-talk] Digest, Vol 41, Issue 9',
    by: 'none',
    headers: {
      'List-Id': 'Parish talk <parish-talk.lists.example>',
      Precedence: 'list',
      Sender: 'parish-talk-bounces@lists.example',
    },
    body: 'Today’s topics:\n\n  1. Doctors strike (Maud)\n  2. Re: Doctors strike (the Major)\n  3. Whoever took the urn (Maud)',
  },
  {
    from: 'Hargreaves, Nell <nell.hargreaves@council.example>',
    subject: 'Read: Have your say',
    by: 'none',
    headers: {
      'Content-Type': 'multipart/report; report-type=disposition-notification; boundary="receipt"',
      'Auto-Submitted': 'auto-replied',
    },
    body: `--receipt
Content-Type: text/plain; charset=us-ascii

Your message was read.

--receipt
Content-Type: message/disposition-notification

Final-Recipient: rfc822; nell.hargreaves@council.example
Disposition: manual-action/MDN-sent-manually; displayed

--receipt--`,
  },
  {
    from: 'Mrs Comfort Bassey <comfort.bassey@prize.example>',
    subject: 'URGENT BUSINESS PROPOSAL FROM THE DESK OF MRS BASSEY',
    by: 'none',
    headers: {
      'X-Spam-Flag': 'YES',
      'X-Spam-Status': 'Yes, score=14.2 required=5.0',
      'Reply-To': 'transfer@bank.example',
    },
    body: `DEAREST ONE,

I am the widow of a late hospital director and wish to transfer the sum of 18.5 MILLION POUNDS through your newsroom. Kindly reply with your full bank details.`,
  },
  {
    from: 'ChipCheap Pharmacy <no-reply@chipcheap.example>',
    subject: 'Doctors on strike? Skip the prescription!!',
    by: 'none',
    headers: {
      'X-Spam-Flag': 'YES',
      'X-Spam-Status': 'Yes, score=19.8 required=5.0',
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: '<p><b>80% OFF</b> all tablets, no doctor needed! <a href="http://chipcheap.example/buy">CLICK HERE</a></p>',
  },
  {
    from: `Have Your Say <${callOut}>`,
    subject: 'Test',
    by: 'none',
    headers: { 'Auto-Submitted': 'auto-generated' },
    body: 'This is a test of the call-out address by the night desk. Please ignore.',
  },
]
