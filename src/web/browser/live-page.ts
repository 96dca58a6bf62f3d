// The public live page's script. The page is whole without it.
export {}
