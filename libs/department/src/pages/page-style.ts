/** The pages' whole style: a document that reads well on a screen, on a telephone and on paper. */
export const pageStyle = `
:root { --ink: #1d2433; --quiet: #5a6376; --line: #d5dae3; --ground: #f5f6f9; --accent: #9b1c1c; --link: #1f4f99; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--ground); font: 16px/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; padding: .75rem 1.25rem; background: #fff; border-bottom: 3px solid var(--accent); }
header strong { font-size: 1.25rem; } nav { display: flex; gap: 1rem; } .who { margin-left: auto; display: flex; gap: .75rem; align-items: center; color: var(--quiet); }
header form { display: inline; } a, .link { color: var(--link); } .link { background: none; border: 0; padding: 0; font: inherit; text-decoration: underline; cursor: pointer; }
.training { margin: 0; padding: .35rem 1.25rem; background: #4a148c; color: #fff; font-size: .9rem; font-weight: 600; }
.warning { margin: 0; padding: .35rem 1.25rem; background: #fdf3d7; border-bottom: 1px solid #ecd9a0; font-size: .9rem; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; } h1 { font-size: 1.5rem; margin: .5rem 0 1rem; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
section, form.sheet, .sheet { background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.25rem; margin: 0 0 1rem; }
table { width: 100%; border-collapse: collapse; background: #fff; } th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; } th { color: var(--quiet); font-weight: 500; }
dl { display: grid; grid-template-columns: minmax(7rem, 14rem) 1fr; gap: .25rem 1rem; margin: 0; } dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.tabs { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; padding: 0; list-style: none; } .tabs a { padding: .3rem .8rem; border: 1px solid var(--line); border-radius: 99px; background: #fff; text-decoration: none; } .tabs a[aria-current] { background: var(--link); color: #fff; }
.mark { display: inline-block; padding: 0 .5rem; border-radius: 4px; background: #e8ecf4; font-size: .85rem; } .late { background: #f8dada; color: #7c1212; } .unsure { background: #fdf3d7; }
details { border-top: 1px solid var(--line); padding: .5rem 0; } summary { cursor: pointer; font-weight: 500; } details form { padding: .5rem 0 0 1rem; }
label, fieldset { display: block; margin: 0 0 .75rem; } fieldset { border: 1px solid var(--line); border-radius: 6px; } fieldset label.inline, label.inline { display: inline-block; margin-right: 1rem; }
input:not([type=checkbox]):not([type=radio]), select, textarea { display: block; width: 100%; max-width: 38rem; font: inherit; padding: .4rem .5rem; border: 1px solid #aab3c4; border-radius: 4px; background: #fff; } textarea { min-height: 6rem; }
button:not(.link) { font: inherit; padding: .45rem 1.2rem; border: 0; border-radius: 4px; background: var(--link); color: #fff; cursor: pointer; } .hint { color: var(--quiet); font-size: .9rem; margin: 0 0 .5rem; } .receipt { font-size: 2rem; letter-spacing: .08em; font-variant-numeric: tabular-nums; }
code { background: #eef1f6; padding: .1rem .35rem; border-radius: 4px; overflow-wrap: anywhere; } :focus-visible { outline: 3px solid #f0b429; outline-offset: 2px; }
@media print { header nav, .who, button, .tabs { display: none; } body { background: #fff; } section { border: 0; } }
`;
