import { register } from '@lianxi/jurisdiction';

export const isOffice = (body: string): boolean => register.cities.some(({ office }) => office === body);

/** The bodies of a city that may lead, without the one whose staff is concerned. */
export const bodiesBut = (recusedBody: string, ofCity: string): string[] =>
  register.bodies
    .filter(({ id, desk, city, level }) => desk && city === ofCity && level === 'city' && id !== recusedBody && !isOffice(id))
    .map(({ id }) => id);
