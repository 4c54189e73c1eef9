/** How a page looks that was taken along: as in the house, on light and dark ground, and on paper. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fbf8f2;--ink:#1f1b15;--ink-2:#575044;--ink-3:#6f6658;--line:#e5dccb;--strong:#cbbfa9;--sunk:#f4efe5;--seal:#b3361f;--indigo:#2e4a7a;--plum:#74416d;--ochre:#8a5a00;--ochre-tint:#f8ecd2;--jade:#1b6f54}
@media screen and (prefers-color-scheme:dark){:root{--paper:#161410;--ink:#f0e9db;--ink-2:#bdb3a1;--ink-3:#a0957f;--line:#373127;--strong:#544b3c;--sunk:#211d17;--seal:#ee7a5f;--indigo:#9db8ea;--plum:#d0a0c8;--ochre:#dfae52;--ochre-tint:#4a3a17;--jade:#6cc6a2}}
*{box-sizing:border-box}
body{margin:0;padding:clamp(20px,6vw,72px) clamp(16px,5vw,40px) 96px;background:var(--paper);color:var(--ink);font:16px/1.7 system-ui,"Noto Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;line-break:strict;overflow-wrap:anywhere;text-spacing-trim:trim-start;text-autospace:normal;-webkit-text-size-adjust:100%}
main,.chapters{max-width:720px;margin:0 auto}
.chapters{display:grid;gap:2px;margin-bottom:48px;padding-bottom:24px;border-bottom:1px solid var(--line)}
.chapters a{color:var(--ink-2);text-decoration:none;padding:4px 0}
.chapters a:hover{color:var(--seal)}
.chapters [data-depth="1"]{padding-left:20px}.chapters [data-depth="2"]{padding-left:40px}.chapters [data-depth="3"]{padding-left:60px}.chapters [data-depth="4"],.chapters [data-depth="5"]{padding-left:80px}
section+section{margin-top:72px;padding-top:48px;border-top:1px solid var(--line)}
article{white-space:pre-wrap;white-space-collapse:preserve}
article>*+*{margin-top:1em;margin-bottom:0}
article :is(p,h1,h2,h3,ul,ol,blockquote,pre,figure,table){margin-bottom:0}
:is(blockquote,td,th,li>div,[data-callout],[data-type="detailsContent"])>:first-child{margin-top:0}
:is(li,li>div,td,th)>*+*{margin-top:.35em}
h1,h2,h3{font-family:"Source Serif 4","Iowan Old Style",Palatino,Georgia,"Songti SC","Noto Serif CJK SC",serif;line-height:1.3;text-wrap:balance;break-after:avoid}
:lang(zh) h1,:lang(zh) h2,:lang(zh) h3{font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1[data-title]{font-size:2.1em;margin:0 0 .6em}
article h1:not([data-title]){font-size:1.55em;margin-top:1.5em}
article h2{font-size:1.28em;margin-top:1.4em}
article h3{font-size:1.08em;margin-top:1.3em}
a{color:var(--indigo);text-underline-offset:.2em}
.mention,.mention a{color:var(--seal);text-decoration:none}
ul,ol{padding-left:1.5em;margin-top:.6em}
li>p{margin:0}
ul[data-type="taskList"]{list-style:none;padding-left:0}
li[data-type="taskItem"]{display:flex;gap:.6em}
li[data-type="taskItem"]>input{flex:none;width:16px;height:16px;margin:.4em 0 0;accent-color:var(--jade)}
li[data-type="taskItem"]>div{flex:1;min-width:0}
li small{display:block;color:var(--ink-3)}
blockquote{margin-left:0;margin-right:0;padding:.1em 0 .1em 1.1em;border-left:2px solid var(--strong);color:var(--ink-2)}
[data-callout]{--own:var(--indigo);padding:14px 18px;border:1px solid var(--line);border-left:3px solid var(--own);border-radius:6px}
[data-callout="idea"]{--own:var(--plum)}[data-callout="warning"]{--own:var(--ochre)}[data-callout="done"]{--own:var(--jade)}
pre{padding:14px 16px;background:var(--sunk);border-radius:6px;overflow-x:auto;white-space:pre-wrap;font-size:.88em;line-height:1.6}
code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace}
:not(pre)>code{padding:.1em .35em;border-radius:4px;background:var(--sunk);font-size:.9em}
mark{background:var(--ochre-tint);color:inherit;padding:.05em .1em}
mark[data-thread]{background:none}
table{display:block;max-width:100%;overflow-x:auto;border-collapse:collapse;font-size:.94em}
td,th{min-width:5em;padding:8px 12px;border:1px solid var(--strong);text-align:left;vertical-align:top}
td>p,th>p{margin:0}
th{background:var(--sunk)}
figure{margin-left:0;margin-right:0}
img{display:block;max-width:100%;height:auto;border-radius:6px}
img:not([src]){display:none}
figcaption{margin-top:.5em;color:var(--ink-3);font-size:.88em}
details{padding:8px 0;border-block:1px solid var(--line)}
summary{font-weight:600;cursor:pointer}
hr{width:72px;margin:2.4em auto;border:0;border-top:1px solid var(--strong)}
nav[data-contents]{padding:14px 18px;border:1px solid var(--line);border-radius:6px}
nav[data-contents] ol{list-style:none;margin:0;padding:0}
nav[data-contents] [data-level="2"]{padding-left:1.2em}nav[data-contents] [data-level="3"]{padding-left:2.4em}
nav[data-contents] a{color:var(--ink-2);text-decoration:none}
.file,.live,.unknown{padding:12px 16px;border:1px solid var(--line);border-radius:6px}
.live ul{margin-bottom:0}
@page{size:A4;margin:22mm 20mm}
@media print{body{padding:0;background:none;font-size:10.5pt}main{max-width:none}.chapters a{color:inherit}section+section{break-before:page;border:0;margin:0;padding:0}pre,figure,[data-callout],tr{break-inside:avoid}thead{display:table-header-group}a[href^="http"]{color:inherit}p,li{orphans:2;widows:2}}
`.trim();
