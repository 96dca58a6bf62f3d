import { expect, test } from '@jest/globals'
import { readMessage } from '../../src/mail/read.ts'

const checksOf = async (text: string) => {
  const raw = Buffer.from(
    `From: Katherine Ashby <k@example.org>\r\nSubject: The strike\r\n\r\n${text}\r\n\r\nKatherine, Ruislip\r\n`,
  )
  return (await readMessage(raw)).checks.filter(({ check }) => check === 'danger' || check === 'third-party-health')
}

test.each([
  'My husband hits me when he has been drinking and I have nobody to tell.',
  'He keeps beating the children. I do not know whom to ask.',
  'My ex said he will kill me.',
  'I am not safe here, the ward is locked.',
  'She threatened to stab me last night.',
  'I’m afraid for my life in this house.',
])('danger to somebody near is heard: %s', async text => {
  expect(await checksOf(text)).toMatchObject([{ check: 'danger', level: 'bad' }])
})

test.each([
  ['My neighbour Margaret Holt has had cancer since May and waits for a scan.', 'Margaret Holt has had cancer'],
  ['Mr Pendle was treated for a stroke on that ward.', 'Mr Pendle was treated for a stroke'],
  ['I nursed David Orme’s dementia for years.', 'David Orme’s dementia'],
])('the illness of somebody named is heard with its words: %s', async (text, words) => {
  expect(await checksOf(text)).toMatchObject([{ check: 'third-party-health', level: 'bad', words }])
})

test.each([
  'The government hits us with one rule after another.',
  'My son hits the ball harder than I do.',
  'I am Katherine Ashby and Katherine Ashby has had cancer.',
  'My mother had cancer and the doctors were kind.',
  'Jeremy Hunt is a stroke of bad luck for the NHS.',
  'Macmillan Cancer Support has helped us.',
  'He locks the door at nine and goes home.',
  'Junior doctors kept my father alive after his heart attack.',
  'They call the police on nurses now? Shame.',
])('a figure of speech, or nobody who is named, is left alone: %s', async text => {
  expect(await checksOf(text)).toEqual([])
})
