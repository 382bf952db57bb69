import type { Label } from '@lianxi/casework';
import { register } from '@lianxi/jurisdiction';
import type { StatusOfReceipt } from './receipt-status';

export type Language = 'zh' | 'en';

const texts = {
  title: { zh: '凭回执查询', en: 'Status by receipt' },
  receipt: { zh: '回执号（16 位数字）', en: 'Receipt (16 digits)' },
  ask: { zh: '查询', en: 'Look up' },
  holder: { zh: '现由其办理', en: 'It lies with' },
  state: { zh: '办理状态', en: 'State' },
  filed: { zh: '提交时间', en: 'Filed' },
  unknown: { zh: '没有找到这个回执。请核对 16 位数字。', en: 'This receipt is not known. Check its 16 digits.' },
  passing: { zh: '部分部门暂时无法查询，请稍后再试。', en: 'Some departments cannot be asked now: try again later.' },
  trace: { zh: '本页不保存任何内容。在公用电脑上用完请关闭窗口。', en: 'This page keeps nothing. On a shared computer, close the window afterwards.' },
  other: { zh: 'English', en: '中文' },
  product: { zh: '联席', en: 'Lianxi' },
  home: { zh: '举报与查询', en: 'Report and status' },
} as const satisfies Readonly<Record<string, Label>>;

/** What is shown below the form: a status, or why there is none. */
export type StatusAnswer = { readonly status: StatusOfReceipt } | { readonly trouble: 'unknown' | 'passing' } | undefined;

const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A whole page that needs no script and asks by POST, so that no receipt stays in a history. */
export function statusPage(language: Language, nonce: string, answer: StatusAnswer): string {
  const say = (text: keyof typeof texts): string => escape(texts[text][language]);
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say('title')} · ${say('product')}</title>
<style nonce="${nonce}">${style}</style></head>
<body><header><a href="/report">${say('product')} · ${say('home')}</a> <a href="/pages/status?lang=${language === 'zh' ? 'en' : 'zh'}">${say('other')}</a></header>
<main><h1>${say('title')}</h1>
<form method="post" action="/pages/status?lang=${language}" autocomplete="off"><label for="receipt">${say('receipt')}</label><input id="receipt" name="receipt" inputmode="numeric" required maxlength="19" autocomplete="off"><button>${say('ask')}</button></form>
${answer === undefined ? '' : answerPart(language, answer, say)}
<p class="hint">${say('trace')}</p></main></body></html>`;
}

function answerPart(language: Language, answer: Exclude<StatusAnswer, undefined>, say: (text: keyof typeof texts) => string): string {
  if ('trouble' in answer) return `<p role="alert" class="alert">${say(answer.trouble)}</p>`;
  const { holder, stateLabel, state, filedAt } = answer.status;
  const filed = new Date(Date.parse(filedAt) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const lines: (readonly [string, string])[] = [[say('state'), stateLabel?.[language] ?? state], [say('holder'), register.findBody(holder)?.names[language] ?? holder], [say('filed'), filed]];
  return `<dl role="status">${lines.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`;
}

const style = `body{margin:0;font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1f2937;background:#f5f7fa}header{display:flex;justify-content:space-between;gap:1rem;padding:.75rem 1.25rem;background:#0b3a75}header a{color:#fff}
main{max-width:34rem;margin:2rem auto;padding:1.5rem;background:#fff;border:1px solid #dfe5ec;border-radius:8px}h1{font-size:1.4rem;margin:0 0 1rem}label{display:block;margin-bottom:.35rem}input{font:inherit;font-size:1.15rem;letter-spacing:.05em;width:100%;box-sizing:border-box;padding:.5rem .75rem;border:1px solid #8a94a3;border-radius:6px}
button{font:inherit;margin-top:1rem;padding:.5rem 1.5rem;border:0;border-radius:6px;background:#0b57b7;color:#fff;cursor:pointer}dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1rem;margin:1.5rem 0 0;padding-top:1rem;border-top:1px solid #dfe5ec}dt{color:#4b5563}dd{margin:0;font-weight:600}.hint{color:#4b5563;font-size:.9rem;margin:1.5rem 0 0}.alert{margin-top:1rem;padding:.6rem .9rem;background:#fff1f0;border:1px solid #d4380d;border-radius:6px}a:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid #f59e0b;outline-offset:2px}@media(max-width:480px){main{margin:0;border-radius:0}}`;
