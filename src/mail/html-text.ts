// A reader's HTML as text: paragraphs, lists and quotations kept, what the reader could not see dropped.

import { compile, type DomNode, type FormatCallback, type HtmlToTextOptions } from 'html-to-text'
import { trimLineEnds } from './trim.ts'

// Noncharacters stand for what the text cannot show; they never come in by mail, because `cleanText` drops them.
export const marks = { signature: '\ufdd0', endSignature: '\ufdd1', hidden: '\ufdd2' } as const

const attribute = (node: DomNode, name: string): string => String(node.attribs?.[name] ?? '')

/** Text that a mail program would not show: preview lines, trackers' words, tricks. */
function isHidden(node: DomNode): boolean {
  if (node.attribs === undefined) return false
  if ('hidden' in node.attribs) return true
  const style = attribute(node, 'style')
  if (style === '') return false
  const tight = style.slice(0, 2_000).toLowerCase().replace(/\s/g, '')
  return (
    /(?:^|;)(?:display:none|visibility:hidden|font-size:0(?:px|pt|em|%)?(?:!important)?(?:;|$)|mso-hide:all|opacity:0(?:;|$))/.test(
      tight,
    ) ||
    (/(?:^|;)color:(?:#fff(?:fff)?|white)(?:;|$)/.test(tight) && !tight.includes('background'))
  )
}

const isSignature = (node: DomNode): boolean =>
  /gmail_signature|moz-signature|^signature$|applemailsignature|^ms-outlook-mobile-signature$/i.test(
    `${attribute(node, 'class')} ${attribute(node, 'id')}`.trim(),
  ) || /^(ms-outlook-mobile-signature|signature)$/i.test(attribute(node, 'id'))

const shown =
  (format: FormatCallback): FormatCallback =>
  (node, walk, builder, options) => {
    if (isHidden(node)) {
      builder.addInline(marks.hidden)
      return
    }
    const signature = isSignature(node)
    if (signature) builder.addInline(marks.signature)
    format(node, walk, builder, options)
    if (signature) builder.addInline(marks.endSignature)
  }

const inline: FormatCallback = (node, walk, builder) => walk(node.children, builder)

const block =
  (breaks: number): FormatCallback =>
  (node, walk, builder) => {
    builder.openBlock({ leadingLineBreaks: breaks })
    walk(node.children, builder)
    builder.closeBlock({ trailingLineBreaks: breaks })
  }

/** Gmail and Apple indent with a borderless blockquote: those words are the reader's own. */
const isIndent = (node: DomNode): boolean =>
  attribute(node, 'type') === '' && /border(?:-left)?:\s*(?:none|0)/i.test(attribute(node, 'style').slice(0, 500))

const quotation: FormatCallback = (node, walk, builder, options) => {
  if (isIndent(node)) return block(1)(node, walk, builder, options)
  builder.openBlock({ leadingLineBreaks: 1, reservedLineLength: 2 })
  walk(node.children, builder)
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: text =>
      text
        .replace(/^\n+|(?<!\n)\n+$/g, '')
        .replace(/^/gm, '> ')
        .replace(/^> >/gm, '>>'),
  })
}

const countKey = 'postbag:count'

const item: FormatCallback = (node, walk, builder) => {
  const list = node.parent
  const ordered = list?.name === 'ol'
  // The list itself counts its items: looking each one up would cost the square of their number.
  const position = ordered ? Number(attribute(list, countKey) || 0) + 1 : 0
  if (ordered) list.attribs[countKey] = String(position)
  builder.openBlock({ leadingLineBreaks: 1 })
  builder.addInline(ordered && position < 1_000 ? `${position}. ` : '- ', { noWordTransform: true })
  walk(node.children, builder)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

const cell: FormatCallback = (node, walk, builder) => {
  walk(node.children, builder)
  builder.addInline(' ')
}

const picture: FormatCallback = (node, _walk, builder) => {
  const words = attribute(node, 'alt')
  if (/^\p{Extended_Pictographic}/u.test(words) && words.length < 12) builder.addInline(words)
}

const lines = (node: DomNode, _walk: unknown, builder: { addLineBreak: () => void }) => {
  void node
  builder.addLineBreak()
}

const options: HtmlToTextOptions = {
  wordwrap: false,
  baseElements: { selectors: ['body'], returnDomByDefault: true },
  limits: { maxDepth: 600 },
  formatters: {
    ourInline: shown(inline),
    ourBlock: shown(block(1)),
    ourParagraph: shown(block(2)),
    ourQuote: shown(quotation),
    ourItem: shown(item),
    ourCell: shown(cell),
    ourPicture: picture,
    ourBreak: lines as FormatCallback,
    ourRule: ((_node, _walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 })
      builder.addInline('________________________________')
      builder.closeBlock({ trailingLineBreaks: 1 })
    }) as FormatCallback,
  },
  selectors: [
    { selector: '*', format: 'ourInline' },
    { selector: 'a', format: 'ourInline' },
    ...'div section article header footer main nav address center form fieldset table tr tbody thead tfoot dl dt dd ul ol pre h1 h2 h3 h4 h5 h6'
      .split(' ')
      .map(selector => ({ selector, format: 'ourBlock' })),
    ...'h1 h2 h3 h4 h5 h6 p'.split(' ').map(selector => ({ selector, format: 'ourParagraph' })),
    { selector: 'p.MsoNormal', format: 'ourParagraph' },
    { selector: 'blockquote', format: 'ourQuote' },
    { selector: 'li', format: 'ourItem' },
    { selector: 'td', format: 'ourCell' },
    { selector: 'th', format: 'ourCell' },
    { selector: 'img', format: 'ourPicture' },
    { selector: 'br', format: 'ourBreak' },
    { selector: 'hr', format: 'ourRule' },
    ...'head title style script template noscript svg math object iframe select button audio video'
      .split(' ')
      .map(selector => ({ selector, format: 'skip' })),
  ],
}

const convert = compile(options)

/** HTML (already judged by `htmlTrouble`) as text, with `marks` where signatures begin and end and words were hidden. */
export const htmlToText = (html: string): string =>
  trimLineEnds(convert(html.replaceAll('\0', '')).replace(/[\u00a0\u2007\u202f]/g, ' ')).replace(/\n{3,}/g, '\n\n')
