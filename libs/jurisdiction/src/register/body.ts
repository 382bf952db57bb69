/** A day in the city's time zone, YYYY-MM-DD. */
export type LegalDay = string;
export type BodyId = string;
export type ServiceId = string;
export type CityId = string;

export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** An authority. Only one with a desk works in this system; duties of the others are held by the city's office. */
export interface Body {
  readonly id: BodyId;
  readonly level: 'national' | 'province' | 'city' | 'district';
  /** Absent for national and provincial bodies. */
  readonly city?: CityId;
  readonly desk: boolean;
  readonly names: Label;
  /** Where its officers find what lies at its desk without a decided field; only bodies with a desk have one. */
  readonly home?: ServiceId;
}
