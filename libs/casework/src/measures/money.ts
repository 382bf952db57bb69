/** Money is yuan with at most two decimals, as text; it is reckoned in fen, so that no sum is off by a rounding. */
const inYuan = /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/;

/** Whether this is a sum that somebody can owe or pay: more than nothing. */
export const isMoney = (text: string): boolean => inYuan.test(text) && fenOf(text) > 0n;

/** Throws a RangeError for what is no sum of money. */
export function fenOf(text: string): bigint {
  if (!inYuan.test(text)) throw new RangeError('This is no sum of money.');
  const [yuan = '0', fen = ''] = text.split('.');
  return BigInt(yuan) * 100n + BigInt(fen.padEnd(2, '0'));
}

export const yuanOf = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

/** What is still to come in, in yuan; never less than nothing. */
export function leftToRecover(owed: string, paidIn: readonly string[]): string {
  const left = paidIn.reduce((rest, sum) => rest - fenOf(sum), fenOf(owed));
  return yuanOf(left > 0n ? left : 0n);
}
