import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const style =
  'body{font:16px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}label{display:block;margin:1rem 0 .25rem}textarea{width:100%;box-sizing:border-box}button{margin-top:1rem;font:inherit;padding:.4rem 1.2rem}li{overflow-wrap:anywhere}.lie{color:#a40000;font-weight:bold}.whole{color:#00572b;font-weight:bold}';

const body = `<main><h1>核对审计导出包 Check an export of the record</h1>
<p>本页不联网：文件只在您的浏览器中读取。 This page uses no network: the file is read in your browser only.</p>
<form id="form"><label for="package">导出包 Package (.zip)</label><input id="package" type="file" accept=".zip" required>
<label for="key">审计机关公布的日志公钥 The log's public key, as the audit office publishes it</label><textarea id="key" rows="2" spellcheck="false"></textarea>
<p>不填写则使用包内所附公钥，只能证明包内各部分相符。 Without it the key in the package is used, which proves only that its parts fit together.</p>
<button>核对 Check</button></form><ol id="told" aria-live="polite"></ol></main>`;

/** The checker as one page that works from a disk: everything in it, and a policy by which the browser refuses it any network. */
export async function buildPage(): Promise<string> {
  const entry = ['page.ts', 'page.js'].map((name) => join(__dirname, name)).find((path) => existsSync(path)) ?? '';
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script').trim();
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; form-action 'none'; base-uri 'none'"><meta name="viewport" content="width=device-width">
<title>核对审计导出包 Check an export of the record</title><style>${style}</style></head><body>${body}<script>${script}</script></body></html>
`;
}
