import { Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { formPipe, LOGGER, Policy, PROBLEM_MAP, problemFor, problems, TakesPapers, type Logger, type ProblemMap } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { checkedKey } from '../cases/cases.controller';
import { FileMatterForm, FileOnBehalfForm } from '../filing/file-matter.dto';
import { FileMatter, type Filed } from '../filing/file-matter';
import { fileAs, mayFileOnBehalf } from '../filing/file-on-behalf';
import { RuleBook } from '../rules/rule-book';
import { PROFILE, type DepartmentProfile } from '../profile';
import { factsFrom } from './fact-fields';
import { filedPage } from './filed-page';
import { filingPage } from './filing-page';
import { PageFilter } from './page-filter';
import type { PageReader } from './page-frame';
import type { PageRequest } from './page-guard';
import { PageSession } from './page-session';

type Fields = Readonly<Record<string, string>>;
const checked = formPipe();

@ApiExcludeController()
@Controller('pages/file')
@UseFilters(PageFilter)
@Policy('public')
export class FilingPagesController {
  constructor(
    @Inject(PageSession) private readonly session: PageSession,
    @Inject(FileMatter) private readonly fileMatter: FileMatter,
    @Inject(PROFILE) private readonly profile: DepartmentProfile,
    @Inject(RuleBook) private readonly rules: RuleBook,
    @Inject(PROBLEM_MAP) private readonly map: ProblemMap,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  async page(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const reader = await this.session.readerOf(request, reply);
    await reply.type('text/html; charset=utf-8').send(filingPage(reader, this.profile, this.desks()));
  }

  @Post()
  @TakesPapers(1)
  @RouteConfig({ rateLimit: {} })
  async file(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const reader = (request.reader = await this.session.readerOf(request, reply));
    const fields = (request.body ?? {}) as Fields;
    this.session.checkProof(request, fields['proof']);
    const filed = await this.fileFor(reader, fields, request).then(
      (answer) => JSON.parse(answer) as Filed,
      (error: unknown) => problemFor(error, this.map),
    );
    if ('code' in filed) {
      if (filed.status >= 500) this.logger.error({ code: filed.code }, 'filing page failed');
      await reply
        .status(filed.status)
        .type('text/html; charset=utf-8')
        .send(filingPage(reader, this.profile, this.desks(), { fields, problem: filed }));
      return;
    }
    await reply.status(201).type('text/html; charset=utf-8').send(filedPage(reader, filed));
  }

  private desks(): string[] {
    return register.bodies.filter(({ id, desk }) => desk && this.rules.servesBody(id)).map(({ id }) => id);
  }

  /** The same forms, checks and use case as the API's. */
  private async fileFor({ actor }: PageReader, fields: Fields, { papers = [] }: PageRequest): Promise<string> {
    const key = checkedKey(fields['key']);
    const behalf = (fields['onBehalf.channel'] ?? '') !== '';
    if (behalf && !mayFileOnBehalf(actor)) throw problems.roleRefused();
    const receivedBy = fields['fact.receivedBy'] ?? '';
    const city = register.findBody(receivedBy)?.city ?? '';
    const form: unknown = JSON.parse(
      JSON.stringify({
        facts: { ...factsFrom(fields, city), receivedBy },
        report: {
          ...named(fields, 'report.'),
          ...orNothing('contact', named(fields, 'contact.')),
          ...orNothing('answers', named(fields, 'answer.')),
        },
        ...conductIn(fields),
        noStateSecrets: fields['noStateSecrets'] !== undefined,
        ...(behalf ? { onBehalf: named(fields, 'onBehalf.') } : {}),
        ...(papers.length > 0 ? { papers: papers.map(() => named(fields, 'paper.')) } : {}),
      }),
    );
    if (behalf && actor)
      return this.fileMatter.file(
        fileAs(actor, (await checked.transform(form, { type: 'body', metatype: FileOnBehalfForm })) as FileOnBehalfForm, key, papers),
      );
    return this.fileMatter.file({
      form: (await checked.transform(form, { type: 'body', metatype: FileMatterForm })) as FileMatterForm,
      key,
      actor: 'public',
      papers,
    });
  }
}

/** The fields of one part of the form, without those left empty. */
const named = (fields: Fields, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => name.startsWith(prefix) && value.trim() !== '')
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );

/** Only of a violation is it asked what was forbidden; the catalogue is the one the form was made from. */
function conductIn(fields: Fields): Record<string, unknown> {
  const chosen = Object.entries(fields['fact.kind'] === 'violation' ? named(fields, 'conduct.') : {});
  return chosen.length === 0 ? {} : { conduct: { catalogue: chosen[0]?.[1], codes: chosen.map(([code]) => code) } };
}

const orNothing = (name: string, part: Record<string, string>): Record<string, unknown> =>
  Object.keys(part).length === 0 ? {} : { [name]: part };
