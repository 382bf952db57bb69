/** What people see, in both languages; the record keeps codes. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}
