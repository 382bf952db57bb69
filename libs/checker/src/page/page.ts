import { BlobReader } from '@zip.js/zip.js';
import { checkPackage } from '../package/check-package';
import { Lie } from '../primitives/lie';
import { browserPrimitives } from './browser-primitives';

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

function tell(text: string, kind: 'ok' | 'lie' | 'whole'): void {
  const line = document.createElement('li');
  line.textContent = text;
  line.className = kind;
  find('told').append(line);
}

async function check(file: File, key: string): Promise<void> {
  find('told').replaceChildren();
  try {
    for await (const { check: name, says } of checkPackage(new BlobReader(file), key === '' ? {} : { logKey: key }, browserPrimitives))
      tell(`✓ ${name}: ${says}`, 'ok');
    tell('导出包完整且未被改动。 The package is whole and unchanged.', 'whole');
  } catch (error) {
    tell(
      error instanceof Lie
        ? `✗ ${error.code}: ${error.message}`
        : `✗ 无法核对 The check could not be made: ${(error as Error).name} ${(error as Error).message}`,
      'lie',
    );
  }
}

find<HTMLFormElement>('form').addEventListener('submit', (submitted) => {
  submitted.preventDefault();
  const file = find<HTMLInputElement>('package').files?.[0];
  if (file) void check(file, find<HTMLTextAreaElement>('key').value.trim());
});
