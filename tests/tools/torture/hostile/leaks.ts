// Constructs that make a browser open a connection by themselves, some of them although a policy forbids what they would load. Pure.

/** `%` is an address of its own for each. */
const CONSTRUCTS: readonly string[] = [
  '<iframe src="%"></iframe>',
  '<iframe srcdoc="<img src=\'%\'>"></iframe>',
  '<iframe name="f" src="about:blank"></iframe><a href="%" target="f">x</a>',
  '<object data="%"></object>',
  '<embed src="%">',
  '<img src="%">',
  '<img srcset="% 1x" loading="eager">',
  '<picture><source srcset="%"><img></picture>',
  '<video src="%" poster="%" preload="auto" autoplay></video>',
  '<audio src="%" preload="auto"></audio><track src="%">',
  '<link rel="preconnect" href="%"><link rel="dns-prefetch" href="%">',
  '<link rel="prefetch" href="%"><link rel="prerender" href="%"><link rel="modulepreload" href="%">',
  '<link rel="preload" as="image" href="%"><link rel="stylesheet" href="%">',
  '<link rel="icon" href="%"><link rel="manifest" href="%">',
  '<meta http-equiv="refresh" content="1;url=%">',
  '<style>@import "%"; body { background: url("%") } @font-face { font-family: x; src: url("%") } p { font-family: x }</style>',
  '<p style="background-image: image-set(url(%) 1x); cursor: url(%), auto">x</p>',
  '<svg width="9" height="9"><image href="%"/><use href="%#a"/><filter id="a"><feImage href="%"/></filter></svg>',
  '<form action="%" method="post"><button autofocus>x</button></form>',
  '<a href="%" ping="%" attributionsrc="%">a link to hover over</a>',
  '<script src="%"></script><script>new Image().src = "%"; fetch("%"); new WebSocket("%".replace("http", "ws"))</script>',
  '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["%"]}],"prerender":[{"source":"list","urls":["%"]}]}</script>',
  '<base href="%"><img src="relative.png"><input type="image" src="%">',
  '<table background="%"><tr><td background="%">x</td></tr></table><body background="%">',
];

/** The constructs, each with addresses at a host of its own; every other host is below `lookup.test`. */
export function leakConstructs(): readonly string[] {
  return CONSTRUCTS.map((construct, index) =>
    construct.replaceAll('%', `http://leak-${index}${index % 2 === 0 ? '.lookup' : ''}.test/${index}`),
  );
}
