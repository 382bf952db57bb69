import { roleLabels, unitLabel, type Role } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import { demoPosts } from './demo-people';

const bodyName = (id: string): string => (register.findBody(id)?.names ?? unitLabel(id))?.zh ?? id;
const bodyNameEn = (id: string): string => (register.findBody(id)?.names ?? unitLabel(id))?.en ?? '';

/** What a demonstration's person is called: where they work and as what. */
export function personName(subject: string): string {
  const held = demoPosts().filter((post) => post.subject === subject);
  const first = held[0];
  return first === undefined ? subject : `示例 ${bodyName(first.body)}${held.map(({ role }) => roleLabels[role as Role].zh).join('、')}`;
}

/** Everybody of the demonstration, body by body; a press on a name signs in as that person. */
export function peoplePage(): string {
  const people = [...new Map(demoPosts().map((post) => [post.subject, post])).values()];
  const bodies = [...new Set(people.map(({ body }) => body))];
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>演示登录 Demonstration sign-in</title><style>${style}</style></head>
<body><main><h1>演示登录 <span lang="en">Demonstration sign-in</span></h1><p>选择以谁的身份登录，无需密码；仅限本机演示。<span lang="en">Choose who to be. There is no password: this is a demonstration on this machine.</span></p>
<form method="post">${bodies
    .map(
      (body) =>
        `<section><h2>${bodyName(body)} <span lang="en">${bodyNameEn(body)}</span></h2><div>${people
          .filter((post) => post.body === body)
          .map(button)
          .join('')}</div></section>`,
    )
    .join('')}</form></main></body></html>`;
}

function button({ subject }: { subject: string }): string {
  const roles = demoPosts()
    .filter((post) => post.subject === subject)
    .map(({ role }) => roleLabels[role as Role]);
  return `<button name="person" value="${subject}">${roles.map(({ zh }) => zh).join('、')}<small lang="en">${roles.map(({ en }) => en).join(', ')}</small><code>${subject}</code></button>`;
}

const style = `body{margin:0;font:15px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;background:#f5f7fa;color:#1f2937}main{max-width:62rem;margin:0 auto;padding:1.5rem}h1{font-size:1.4rem;margin:0}h2{font-size:1rem;margin:1.4rem 0 .5rem;border-bottom:1px solid #d5dce5;padding-bottom:.3rem}
h1 span,h2 span,p span{color:#4b5563;font-weight:400}p span{display:block}div{display:grid;grid-template-columns:repeat(auto-fill,minmax(11.5rem,1fr));gap:.5rem}button{font:inherit;text-align:left;padding:.5rem .75rem;border:1px solid #c3ccd8;border-radius:6px;background:#fff;cursor:pointer}button:hover,button:focus-visible{border-color:#0b57b7;outline:2px solid #0b57b7}
small,code{display:block;font-size:.8rem;color:#4b5563}`;
