import type { MatterColumn } from './matter-columns';
import type { SheetRow } from './read-rows';

/** What a cell wants: the column, why, and what could stand there. */
export interface CellFault {
  readonly column: number;
  readonly rule: 'missing' | 'not-a-day' | 'not-a-choice' | 'refused';
}

/** A filing's form as a row says it, and the cells that say nothing that can be understood. */
export interface ReadMatter {
  readonly form: Record<string, unknown>;
  readonly faults: readonly CellFault[];
}

/** Excel's days count from the last day but one of 1899. */
const dayZero = Date.UTC(1899, 11, 30);
const faulty = Symbol('faulty');

export function readMatter({ cells }: SheetRow, columns: readonly MatterColumn[]): ReadMatter {
  const form: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  columns.forEach((column, place) => {
    const cell = cells.get(place);
    if (!cell) {
      if (column.required) faults.push({ column: place, rule: 'missing' });
      return;
    }
    const value = valueOf(column, cell.text, cell.isNumber);
    if (value === faulty) faults.push({ column: place, rule: column.type === 'day' ? 'not-a-day' : 'not-a-choice' });
    else put(form, column.path.split('.'), value);
  });
  return { form, faults };
}

function valueOf({ type, codes = {} }: MatterColumn, text: string, isNumber: boolean): unknown {
  if (type === 'text') return text;
  if (type === 'day') return dayOf(text, isNumber);
  if (type === 'code') return codeOf(codes, text);
  const all = text.split(/[,，、;；]/).map((each) => codeOf(codes, each.trim()));
  return all.includes(faulty) ? faulty : all;
}

function dayOf(text: string, isNumber: boolean): unknown {
  const days = Number(text);
  if (isNumber && Number.isInteger(days) && days > 30_000 && days < 80_000)
    return new Date(dayZero + days * 86_400_000).toISOString().slice(0, 10);
  const said = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  return said ? `${said[1]}-${said[2]?.padStart(2, '0')}-${said[3]?.padStart(2, '0')}` : faulty;
}

/** A choice by its code or by what it is called in either language; `-` stands for none, and numbers and yes or no for themselves. */
function codeOf(codes: Readonly<Record<string, { readonly zh: string; readonly en: string }>>, text: string): unknown {
  const wanted = text.toLowerCase();
  const code = Object.entries(codes).find(([each, { zh, en }]) => [each, zh, en].some((called) => called.toLowerCase() === wanted))?.[0];
  if (code === undefined) return faulty;
  if (code === '-') return null;
  if (code === 'true' || code === 'false') return code === 'true';
  return /^\d+$/.test(code) ? Number(code) : code;
}

function put(form: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) form[name] = value;
  else put((form[name] ??= {}) as Record<string, unknown>, rest, value);
}
