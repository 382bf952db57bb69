import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy, SERVICE, type ServiceDefinition } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import { PROFILE, type DepartmentProfile } from '../profile';

/** What a filing form of this department asks beside the facts, and at which desks it may arrive. */
export interface ProfileView extends Pick<DepartmentProfile, 'service' | 'title' | 'fields' | 'questions' | 'checklist' | 'listedItems'> {
  readonly desks: readonly string[];
}

@ApiTags('filing')
@Controller('v1/profile')
export class ProfileController {
  constructor(
    @Inject(PROFILE) private readonly profile: DepartmentProfile,
    @Inject(SERVICE) private readonly definition: ServiceDefinition,
  ) {}

  @Get()
  @Policy('public')
  @ApiOperation({ summary: '本部门的填报项目 What this department asks in its form, and its checklist' })
  read(): ProfileView {
    const { service, title, fields, questions, checklist, listedItems } = this.profile;
    return {
      service,
      title,
      fields,
      questions,
      checklist,
      listedItems,
      desks: register.bodies.filter(({ id, desk }) => desk && this.definition.servesBody(id)).map(({ id }) => id),
    };
  }
}
