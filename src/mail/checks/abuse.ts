// Foul words, and hatred of people for what they are.
import { type Check, findAll, phrasings } from './check.ts'

const foul =
  /\b(?:f+u+c+k+\w{0,6}|f[*@#!]{2,5}k?\w{0,4}|f\*\w{1,2}k\w{0,4}|c+u+n+t+s?|c\*{2}t|tw[a4*]ts?|w[*a@]nk(?:er|ers|ing)?|motherf\w{1,10}|b[a*@][s*]?[\w*]{0,5}t[a*]rds?|b\*{2,6}ds?|bastards?|arse?holes?|assholes?|sh[i1*!]t\w{0,5}|bullshit|bollocks|dickheads?|pricks?|pissed|piss off|tossers?|slags?|whores?|b[i*]tch(?:es)?|retard(?:s|ed)?|spastics?|mongs?|scumbags?|scum|vermin|bloody idiots?|(?:stupid|silly|ugly|fat) cows?|effing \w{2,12}|parasites|filthy pigs?)\b/gi
const slurs =
  /\b(?:n[i1]gg(?:er|a)s?|pak[i1]s?|ch[i1]nks?|k[iy]kes?|yids?|g[o0]lliwogs?|wogs?|coons?|fagg?ots?|poofs?|poofters?|tr[a4]nn(?:y|ies)|dykes?|gyppos?|pikeys?|towel ?heads?|rag ?heads?|sand ?niggers?|darkies|half[- ]castes?)\b/gi

const group =
  '(?:foreigners?|immigrants?|migrants?|muslims?|jews?|blacks?|asians?|poles|romanians?|gays?|refugees?|asylum seekers?|indians?|pakistanis?|africans?|gypsies|travellers|hindus|sikhs|homosexuals|arabs)'
const hatred = phrasings(
  '\\b(?:send|ship|kick|throw|chuck) the (?:\\w{1,10} )?lot(?: of them)? (?:back|out)\\b(?! (?:to (?:the|work)|at|on|in|from|of office)\\b)',
  '\\b(?:send|ship|kick|throw|chuck) (?:them|him|her|the (?:\\w{1,10} )?lot(?: of (?:them|you))?|(?:all )?these people|you)(?: all)? (?:back|home|out)\\b(?! (?:to (?:the|work|their (?:wards|desks|patients|posts))|a|of office|at the|on the|into|in|what|from (?:hospital|the)|early|with|the|before|and))',
  `\\b(?:send|ship|kick|throw|get|deport|round up|sterilise)(?: all)?(?: the| these| those| every)? (?:\\w{1,10} )?${group}\\b(?: \\w{1,9}){0,3}? (?:back|out|home|off)\\b|\\bdeport (?:the lot|them|all)\\b|\\bround up (?:all )?(?:the |these )?${group}`,
  `\\b(?:go|going|went) back to (?:where (?:you|they) (?:came|come) from|(?:their|your) own countr(?:y|ies)|africa|india|pakistan|poland)\\b(?! (?:for|on|every|to see|next|this))`,
  `\\b${group}(?: are| is)(?: all)? (?:a |the |an )?(?:not welcome|animals|rats|vermin|disease|filth|plague|cancer|scum|parasites|lazy|thieves|criminals|terrorists|dirty|sick|evil|subhuman|behind (?:all|it|this))`,
  `\\b${group} should(?:n't| not| never)(?: ever)? be (?:allowed|let|treated|here|near)`,
  '\\b(?:those|these|such|you) people are (?:animals|rats|filth|vermin|savages|scum|a disease)|\\bbreed(?:ing)? like (?:rats|rabbits|flies)|\\b(?:england|britain) for the (?:english|british)\\b',
  '\\b(?:treated|seen|touched|examined|nursed) by (?:a|an|any|some) (?:black|asian|foreign|muslim|indian|african|coloured|brown|gay) (?:doctor|nurse|surgeon|consultant|woman|man)\\b',
  "\\bit(?:'?s| is) (?:all )?the (?:foreigners|immigrants|migrants|muslims|jews|blacks)\\b",
)

export const abuse: Check = ({ text, subject }) => {
  const all = `${subject}\n\n${text}`
  return [
    ...findAll('abuse', 'bad', all, slurs),
    ...findAll('abuse', 'warn', all, hatred),
    ...findAll('abuse', 'warn', all, foul),
  ]
}
