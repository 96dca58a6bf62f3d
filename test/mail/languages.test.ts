// “Not in English” is said of what surely is not: never of English full of foreign names, slang or place names.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { sets } from '../../scripts/score-sets.ts'
import { foreignLanguage } from '../../src/mail/language.ts'
import { readMessage } from '../../src/mail/read.ts'

const here = new URL('./languages/', import.meta.url)
const lines = (file: string) => readFileSync(new URL(file, here), 'utf8').trim().split('\n')
const foreign = lines('foreign.txt').map(line => line.split(' · ') as [string, string])
/** Two names of one language, near relatives that short texts do not tell apart, and what the detector does not know. */
const alike: Record<string, string> = { Tagalog: 'Filipino', Indonesian: 'Malay' }
const unknown = ['Somali', 'Swahili']

test('no letter in English is said to be in another language', async () => {
  const said = await Promise.all(lines('english.txt').map(async text => [await foreignLanguage(text), text]))
  expect(said.filter(([language]) => language !== '')).toEqual([])
})

test('of 78 letters in 44 languages 76 are told, and by their name', async () => {
  const told = await Promise.all(
    foreign.map(async ([name, text]) => ({ name, got: await foreignLanguage(text), text })),
  )
  expect(told.filter(({ got }) => got === '').map(({ text }) => text)).toEqual([
    'Bravo aux grévistes, tenez bon!',
    'Das ist doch wirklich unglaublich!',
  ])
  const misnamed = told.filter(({ name, got }) => got !== '' && got !== name && got !== alike[name])
  expect(misnamed.map(({ name, got }) => `${name}: ${got}`)).toEqual(
    unknown.map(name => `${name}: A language other than English`),
  )
})

test('of all labelled letters only those in another language are marked', async () => {
  const marked: string[] = []
  for (const folder of new Set(Object.values(sets).map(set => set.folder)))
    for (const file of readdirSync(new URL(`${folder}/`, new URL('./', import.meta.url))))
      if (file.endsWith('.eml')) {
        const { checks } = await readMessage(readFileSync(new URL(`${folder}/${file}`, import.meta.url)))
        const found = checks.find(({ check }) => check === 'not-english')
        if (found) marked.push(`${file} ${found.words}`)
      }
  expect(marked).toEqual(['580-charset.eml Russian: Привет, мир'])
})

test('a letter that quotes a foreign sentence stays English', async () => {
  const text =
    'My neighbour came back from the hospital and all he said was “je suis très fatigué et personne ne m’a écouté”, which tells you all you need to know about how they treat people there.'
  expect(await foreignLanguage(text)).toBe('')
})

test('the language is asked of the own words, not of what is quoted below them', async () => {
  const raw =
    'From: Kate <kate@example.org>\nSubject: Re: grève\nContent-Type: text/plain; charset=utf-8\n\nI agree with every word that Luc wrote, and I hope you will print it.\n\nLe 26 avril 2016 à 08:45, Luc Martin <luc@example.fr> a écrit :\n> Les médecins ont raison et le gouvernement devrait enfin les écouter, car ils sont épuisés.\n'
  expect((await readMessage(Buffer.from(raw))).checks.map(({ check }) => check)).not.toContain('not-english')
})
