import { everyPaperKind, procedures, stateLabelOf } from '@lianxi/casework';
import { factLabels, type Label } from '@lianxi/jurisdiction';
import type { ActView, CaseView, ClockView, PaperView, WorkView } from '../cases/case-view';
import type { DepartmentProfile } from '../profile';
import { actForm, type ActSurroundings } from './act-form';
import { factsInWords } from './fact-fields';
import { html, type Html, type Piece } from './html';
import { bodyName, inWords, moment, pageFrame, postName, postsNamed, say, type PageReader } from './page-frame';
import type { PageText } from './page-texts';

/** A case as an official judges it: whose it is and why, what is due, what was done, and what can be done now. */
export function casePage(reader: PageReader, view: CaseView, profile: DepartmentProfile, around: ActSurroundings): string {
  const kind = inWords(reader, (factLabels.kind.codes as Readonly<Record<string, Label>>)[view.kind], view.kind);
  return pageFrame(reader, `${view.number ?? say(reader, 'notNumbered')} · ${kind}`, [
    heading(reader, view),
    watchPart(reader, view),
    actsPart(reader, view, profile, around),
    whyPart(reader, view),
    worksPart(reader, view),
    part(
      reader,
      'clocks',
      view.clocks.map((clock) => clockLine(reader, clock)),
    ),
    part(reader, 'report', reportLines(reader, view)),
    part(
      reader,
      'facts',
      html`<dl>${factsInWords(reader, view.facts).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`,
    ),
    papersPart(reader, view, around),
    timelinePart(reader, view),
  ]);
}

const part = (reader: PageReader, title: PageText, content: Piece): Html =>
  html`<section><h2>${say(reader, title)}</h2>${content}</section>`;
const line = (label: string, value: Piece): Html => html`<dt>${label}</dt><dd>${value}</dd>`;

function heading(reader: PageReader, view: CaseView): Html {
  const standing =
    view.standing === 'holding'
      ? ''
      : html` <span class="mark unsure">${say(reader, view.standing === 'in-hand-over' ? 'inHandOver' : 'elsewhere')}</span>`;
  return html`<section><dl>${line(say(reader, 'state'), html`${inWords(reader, view.stateLabel, view.state)}${standing}`)}
${view.linkedTo === null ? '' : line(say(reader, 'askedBy'), html`${bodyName(reader, view.linkedTo.body)} · ${view.linkedTo.number ?? say(reader, 'notNumbered')} · ${inWords(reader, view.procedureLabel)}`)}
${view.mark === 'ordinary' ? '' : line(say(reader, 'mark'), html`<span class="mark unsure">${say(reader, view.mark)}</span>`)}${
    view.named.length === 0
      ? ''
      : line(
          say(reader, 'named'),
          view.named.map(
            ({ post, body, inOffice }) =>
              html`${postName(reader, post, body)}${inOffice ? '' : html` <span class="mark late">${say(reader, 'notInOffice')}</span>`} `,
          ),
        )
  }
${line(say(reader, 'holder'), html`${bodyName(reader, view.holder)}${view.interim ? html` <span class="mark unsure">${say(reader, 'interim')}</span>` : ''}`)}
${view.lead === null ? '' : line(say(reader, 'lead'), bodyName(reader, view.lead))}${view.jointBodies.length === 0 ? '' : line(say(reader, 'jointBodies'), namesOf(reader, view.jointBodies))}
${view.proposedHolder === null ? '' : line(say(reader, 'proposedHolder'), html`<span class="mark unsure">${bodyName(reader, view.proposedHolder)}</span>`)}
${view.principal === null ? '' : line(say(reader, 'principal'), mergedLinks([view.principal]))}${view.duplicates.length === 0 ? '' : line(say(reader, 'duplicates'), mergedLinks(view.duplicates))}
${line(say(reader, 'filed'), `${moment(view.filedAt)} · ${bodyName(reader, view.receivedBy)} · ${say(reader, view.channel as PageText)}`)}
${line(say(reader, 'kept'), keptPiece(reader, view))}
${line(
  say(reader, 'people'),
  view.people.map((post) => html`${postName(reader, post, view.timeline.find((act) => act.post === post)?.body ?? view.holder)} `),
)}</dl></section>`;
}

function keptPiece(reader: PageReader, { retention: { class: code, label, until, confirmed, heldBy }, erased }: CaseView): Html {
  return html`${inWords(reader, label, code)}${until === null ? '' : ` ${say(reader, 'until')} ${until}`}${confirmed ? '' : html` <span class="mark unsure">${say(reader, 'unconfirmed')}</span>`}${heldBy.map((by) => html` <span class="mark">${say(reader, by === 'auditors' ? 'heldByAuditors' : 'held')}</span>`)}
${erased === null ? '' : html`<br>${say(reader, 'erased')} ${erased.id} (${moment(erased.at)})`}`;
}

/** Watching is a button of its own: it changes nothing in the case. */
function watchPart(reader: PageReader, { id, watch }: CaseView): Html {
  return html`<form method="post" action="/pages/cases/${id}/watch" enctype="multipart/form-data"><input type="hidden" name="proof" value="${reader.formProof}"><input type="hidden" name="watch" value="${watch ? 'false' : 'true'}">
<p><button class="link">${say(reader, watch ? 'unwatch' : 'watch')}</button></p></form>`;
}

const mergedLinks = (cases: readonly { readonly id: string; readonly number: string | null }[]): Html =>
  html`${cases.map(({ id, number }) => html`<a href="/pages/cases/${id}">${number ?? id}</a> `)}`;

/** A letter lies with the body that wrote it, and so is opened here as long as that body holds the case. */
function letterLink(reader: PageReader, { id, addressee, body, service }: WorkView): Piece {
  const name = addressee === 'unit' ? say(reader, 'aUnit') : bodyName(reader, addressee ?? '');
  return reader.actor?.body === body && reader.service === service ? html`<a href="/pages/cases/${id}">${name}</a>` : name;
}

/** What was asked of others, and how far each is: silence of a consulted body is not consent, so it stays visible until it answers or is released. */
function worksPart(reader: PageReader, { works }: CaseView): Piece {
  if (works.length === 0) return '';
  return part(
    reader,
    'askedOfOthers',
    html`<table><tbody>${works.map((work) => html`<tr><td>${inWords(reader, work.procedureLabel)}</td><td>${work.addressee === null ? bodyName(reader, work.body) : letterLink(reader, work)}</td><td>${inWords(reader, work.stateLabel, work.state)}</td><td>${moment(work.askedAt)}</td></tr>`)}</tbody></table>`,
  );
}

function actsPart(reader: PageReader, view: CaseView, profile: DepartmentProfile, around: ActSurroundings): Html {
  const hidden = { version: view.version, epoch: view.epoch };
  const checklist =
    view.state === 'registered' && profile.checklist.length > 0
      ? html`<p class="hint">${say(reader, 'checklist')}：${profile.checklist.map((each) => html`□ ${inWords(reader, each)} `)}</p>`
      : '';
  return part(
    reader,
    'acts',
    view.acts.length === 0
      ? html`<p>${say(reader, 'noActs')}</p>`
      : html`${checklist}${view.acts.map((act) => actForm(reader, act, `/pages/cases/${view.id}/acts/${act.act}`, hidden, around))}`,
  );
}

const namesOf = (reader: PageReader, bodies: readonly string[]): string => bodies.map((body) => bodyName(reader, body)).join(' · ');

function whyPart(reader: PageReader, { why, unknownFacts, coHandlers }: CaseView): Html {
  const missing =
    unknownFacts.length === 0
      ? ''
      : line(
          say(reader, 'missing'),
          unknownFacts
            .map((fact) => inWords(reader, (factLabels as Readonly<Record<string, { label: Label }>>)[fact]?.label, fact))
            .join(' · '),
        );
  if (!why) return part(reader, 'whose', html`<dl>${missing}</dl>`);
  return part(
    reader,
    'whose',
    html`<dl>${why.reasons.map(({ rule, bodies, clause }) => html`${line(say(reader, 'rule'), html`${namesOf(reader, bodies)} <span class="mark">${rule}</span>`)}${line(say(reader, 'clause'), `${inWords(reader, clause.instrument)} ${clause.section}`)}`)}
${why.candidates.length < 2 ? '' : line(say(reader, 'candidates'), namesOf(reader, why.candidates))}${coHandlers.length === 0 ? '' : line(say(reader, 'coHandlers'), namesOf(reader, coHandlers))}
${why.uncovered.length === 0 ? '' : line(say(reader, 'uncovered'), why.uncovered.map((field) => inWords(reader, (factLabels.fields.codes as Readonly<Record<string, Label>>)[field], field)).join(' · '))}
${why.reReview ? line(say(reader, 'organises'), bodyName(reader, why.reReview.organiser)) : ''}
${why.investigation ? line(say(reader, 'investigates'), why.investigation.lead === 'unit' ? say(reader, 'unitItself') : bodyName(reader, why.investigation.lead)) : ''}
${line(say(reader, 'edition'), why.edition)}${why.unconfirmed.map(({ mark, label }) => line(say(reader, 'unconfirmed'), html`<span class="mark unsure">${mark}</span> ${inWords(reader, label)}`))}${missing}</dl>`,
  );
}

const clockLine = (
  reader: PageReader,
  clock: ClockView,
): Html => html`<details><summary>${inWords(reader, clock.label, clock.rule)} · ${say(reader, 'due')} ${clock.dueOn ?? ''}
${clock.overdue ? html` <span class="mark late">${say(reader, 'overdue')}</span>` : ''}${clock.confirmed === false ? html` <span class="mark unsure">${say(reader, 'unconfirmed')}</span>` : ''}</summary>
<ul>${(clock.explanation?.[reader.language] ?? []).map((sentence) => html`<li>${sentence}</li>`)}</ul></details>`;

function reportLines(reader: PageReader, { particulars }: CaseView): Piece {
  return html`<dl>${particulars
    .filter(({ kind }) => kind !== 'paper-name')
    .map(({ kind, value }) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value as Readonly<Record<string, unknown>>).map(([name, text]) =>
            line(nameOf(reader, kind, name), typeof text === 'string' ? text : JSON.stringify(text)),
          )
        : line(nameOf(reader, kind, kind), String(value)),
    )}</dl>`;
}

/** What a particular is called: by the form that it came from. */
function nameOf(reader: PageReader, kind: string, name: string): string {
  const [act, field] = kind.split('.');
  const row = procedures.flatMap(({ acts }) => acts).find((each) => each.act === act && each.form?.some((asked) => asked.name === field));
  const asked = row?.form?.find((each) => each.name === field);
  if (asked) return `${inWords(reader, row?.label)} · ${inWords(reader, asked.label)}`;
  const known: Readonly<Record<string, PageText>> = {
    title: 'title',
    text: 'text',
    unitName: 'unitName',
    partyName: 'partyName',
    place: 'place',
    time: 'time',
    name: 'contactName',
    phone: 'phone',
    email: 'email',
    address: 'address',
    givenBy: 'givenBy',
    note: 'note',
    answers: 'moreQuestions',
  };
  return known[name] === undefined ? name : say(reader, known[name]);
}

/** A paper in quarantine is named, with why it cannot be opened; there is nothing to follow. */
const paperCell = (reader: PageReader, address: string, name: string, held: PaperView['held']): Html =>
  held === null
    ? html`<a href="${address}">${name}</a>`
    : html`${name} <strong>${say(reader, held === 'waiting' ? 'heldWaiting' : 'heldMalware')}</strong>`;

function papersPart(reader: PageReader, { id, papers, erased }: CaseView, around: ActSurroundings): Html {
  if (papers.length === 0) return part(reader, 'papers', html`<p>${say(reader, 'noPapers')}</p>`);
  return part(
    reader,
    'papers',
    html`<table><tbody>${papers.map(
      (
        paper,
      ) => html`<tr><td>${erased === null ? paperCell(reader, `/pages/cases/${id}/papers/${paper.id}`, around.papers.find((each) => each.id === paper.id)?.name ?? paper.id, paper.held) : say(reader, 'erasedPaper')}</td>
<td>${inWords(reader, everyPaperKind.find(({ code }) => code === paper.kind)?.label, paper.kind)}</td><td>${paper.dated}</td><td>${Math.ceil(paper.size / 1024)} KB</td><td><code title="SHA-256">${paper.sha256.slice(0, 16)}…</code></td></tr>`,
    )}</tbody></table>`,
  );
}

const timelinePart = (reader: PageReader, { timeline, watch }: CaseView): Html =>
  part(
    reader,
    'timeline',
    html`<table><thead><tr><th>${say(reader, 'recorded')}</th><th>${say(reader, 'state')}</th><th>${say(reader, 'by')}</th><th>${say(reader, 'clause')}</th></tr></thead><tbody>
${timeline.map(
  (
    act,
  ) => html`<tr><td>${moment(act.recordedAt)}${act.effectiveAt === act.recordedAt ? '' : html`<br><span class="hint">${say(reader, 'effective')} ${moment(act.effectiveAt)}</span>`}</td>
<td>${actName(reader, act)}${watch && (act.version ?? 0) > watch.seenVersion ? html` <span class="mark">${say(reader, 'newActs')}</span>` : ''}${act.to === null || act.to === act.from ? '' : html` → ${stateName(reader, act)}`}</td><td>${postsNamed(reader, act.post, act.forPost, act.body)}</td><td>${'instrument' in act.clause ? `${inWords(reader, act.clause.instrument)} ${act.clause.section}` : act.clause.id}</td></tr>`,
)}</tbody></table>`,
  );

const actName = (reader: PageReader, { label, act }: ActView): string => inWords(reader, label, act);
const stateName = (reader: PageReader, { procedure, to }: ActView): string => inWords(reader, stateLabelOf(procedure, to), to ?? '');
