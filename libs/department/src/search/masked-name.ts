/** A person's name as a list shows it: enough to tell two apart, too little to be passed on. `王小明` is `王**`, `Li Wei` is `L*****`. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = Array.from(name.trim());
  return first + '*'.repeat(Math.max(rest.length, 1));
}
