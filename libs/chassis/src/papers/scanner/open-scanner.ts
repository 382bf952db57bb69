import { ClamdScanner } from './clamd-scanner';
import { CommandScanner } from './command-scanner';
import type { Scanner } from './scanner';

/** How LIANXI_SCANNER may be written: off, clamd by TCP or by its socket, or a command as a JSON list. */
export const scannerForm =
  /^(off|clamd:\/\/[\w.-]+:\d{1,5}|clamd:\/\/\[[\da-f:]+\]:\d{1,5}|clamd:\/\/\/[^\s\0]+|command:\["[^"]+"(,"[^"]*")*\])$/i;

/** Undefined where papers are not scanned here. A wrong setting was refused before. */
export function openScanner(setting = 'off'): Scanner | undefined {
  if (setting.startsWith('command:')) return new CommandScanner(JSON.parse(setting.slice('command:'.length)) as string[]);
  if (setting.startsWith('clamd:///')) return new ClamdScanner({ path: setting.slice('clamd://'.length) });
  const [, host, port] = /^clamd:\/\/\[?(.+?)\]?:(\d+)$/.exec(setting) ?? [];
  return host === undefined ? undefined : new ClamdScanner({ host, port: Number(port) });
}
