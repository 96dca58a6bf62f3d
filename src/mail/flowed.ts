// format=flowed (RFC 3676): lines that end in a blank go on in the next line of the same quote depth, and only there.
// mailparser 3.9.31 joins across depths, which puts the reader's words inside the quotation; so we do it ourselves.

/** Text of a `format=flowed` part with its soft breaks joined; `delSp` as in the DelSp parameter. */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = []
  let open: { depth: number; pieces: string[] } | null = null
  const close = () => {
    if (open) out.push(`${'>'.repeat(open.depth)}${open.depth && open.pieces[0] ? ' ' : ''}${open.pieces.join('')}`)
    open = null
  }
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)![0].length
    let content = line.slice(depth)
    if (content.startsWith(' ')) content = content.slice(1)
    // The signature separator is never flowed (section 4.3), and a change of depth ends a paragraph (section 4.5).
    const separator = content === '-- '
    const soft = content.endsWith(' ') && !separator
    if (open && (separator || (open as { depth: number }).depth !== depth)) close()
    const piece = soft && delSp ? content.slice(0, -1) : content
    if (open) (open as { pieces: string[] }).pieces.push(piece)
    else open = { depth, pieces: [piece] }
    if (!soft) close()
  }
  close()
  return out.join('\n')
}
