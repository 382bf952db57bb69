import { beijing } from '../editions/beijing';
import { shenzhen } from '../editions/shenzhen';
import type { Body, BodyId, CityId, LegalDay, ServiceId } from './body';
import type { City, Edition, Rule } from './edition';
import { services, type Service } from './services';
import { sharedBodies } from './shared-bodies';

/** Bodies, services and cities together: what a decision may name. */
export class Register {
  private readonly byId: ReadonlyMap<BodyId, Body>;

  constructor(
    readonly cities: readonly City[],
    private readonly shared: readonly Body[],
    readonly services: readonly Service[],
  ) {
    this.byId = new Map([...shared, ...cities.flatMap((city) => city.bodies)].map((body) => [body.id, body]));
  }

  get bodies(): readonly Body[] {
    return [...this.byId.values()];
  }

  findBody(id: BodyId): Body | undefined {
    return this.byId.get(id);
  }

  hasDesk(id: BodyId): boolean {
    return this.byId.get(id)?.desk ?? false;
  }

  /** Throws for a city nobody registered: callers check the fact first. */
  getCity(id: CityId): City {
    const city = this.cities.find((known) => known.id === id);
    if (!city) throw new RangeError(`No city ${id} is registered.`);
    return city;
  }

  findEdition(city: CityId, on: LegalDay): Edition | undefined {
    return this.getCity(city).editions.find(({ from, to }) => from <= on && (to === undefined || on <= to));
  }

  /** With editions that a city's office signed since this build: each begins on its day and ends the one before. */
  withEditions(signed: readonly Edition[]): Register {
    return new Register(
      this.cities.map((city) => ({
        ...city,
        editions: inSequence([...city.editions, ...signed.filter((edition) => edition.city === city.id)]),
      })),
      this.shared,
      this.services,
    );
  }

  /** As if the city had no rules but those of this edition, on whatever day: so that an old decision can be made again. Undefined for an edition nobody knows. */
  underEdition(city: CityId, id: string): Register | undefined {
    const edition = this.getCity(city).editions.find((known) => known.id === id);
    if (!edition) return undefined;
    const { to: _last, ...always } = edition;
    return new Register(
      this.cities.map((each) => (each.id === city ? { ...each, editions: [{ ...always, from: '0000-01-01' }] } : each)),
      this.shared,
      this.services,
    );
  }

  /** Where a body's officers find what lies at its desk; the city's office has its own. */
  homeOf(body: BodyId): ServiceId | undefined {
    return this.byId.get(body)?.home;
  }

  /** Whether a case may lie with `body` in `service`: by one of its rules, as a unit's superior, because it is the body's home, or because every body investigates there. */
  servesBody(service: ServiceId, body: BodyId): boolean {
    const known = this.byId.get(body);
    if (!known?.desk) return false;
    return (
      known.home === service ||
      this.services.some(({ id, kind }) => id === service && kind === 'investigation') ||
      this.rulesOf(service).some((rule) => rule.bodies.some((named) => named === body || typeof named !== 'string'))
    );
  }

  /** Whether a rule whose cases go to `service` names this very body. */
  isNamedIn(service: ServiceId, body: BodyId): boolean {
    return this.rulesOf(service).some((rule) => rule.bodies.includes(body));
  }

  private rulesOf(service: ServiceId): Rule[] {
    return this.cities.flatMap(({ editions }) =>
      editions.flatMap((edition) =>
        edition.rules.filter(
          (rule) =>
            rule.service === service || (typeof rule.service !== 'string' && Object.values(edition.fieldServices).includes(service)),
        ),
      ),
    );
  }
}

function inSequence(editions: readonly Edition[]): Edition[] {
  const inOrder = [...editions].sort((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.map((edition, place) => {
    const next = inOrder[place + 1];
    return next && (edition.to === undefined || edition.to >= next.from) ? { ...edition, to: dayBefore(next.from) } : edition;
  });
}

const dayBefore = (day: LegalDay): LegalDay => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The register as it stands. A new city is one more file and one more name in this list. */
export const register = new Register([beijing, shenzhen], sharedBodies, services);
