import { demoPosts } from './demo-people';
import { portalAddress } from './environment';
import { openInstallation } from './installation';
import { fileDemoMatters } from './demo-matters';
import { onStop } from './on-stop';
import { home } from './places';
import { runSeparately, runTogether } from './run-services';
import { register } from '@lianxi/jurisdiction';

async function main(): Promise<void> {
  const began = performance.now();
  const installation = await openInstallation(home());
  const isSeparate = process.env['LIANXI_PROCESSES'] === 'separate';
  const services = await (isSeparate ? runSeparately : runTogether)(installation.around);
  onStop(async () => {
    installation.end();
    await services.stop().finally(() => installation.stop());
  });
  const filed = await fileDemoMatters(installation.around);
  process.stdout.write(welcome(installation.around.ports, Math.round(performance.now() - began), filed));
}

function welcome(ports: Readonly<Record<string, number>>, tookMs: number, filed: number): string {
  const pages = register.services
    .filter(({ kind }) => ['department', 'coordination', 'investigation'].includes(kind))
    .map(({ id }) => id)
    .map(
      (name) =>
        `  ${register.services.find(({ id }) => id === name)?.names.zh ?? name} (${name})`.padEnd(34) +
        `http://127.0.0.1:${ports[name]}/pages/worklist`,
    );
  const people = [
    'bj-health-case-officer',
    'bj-stc-decider',
    'bj-joint-office-coordinator',
    'sz-sti-head',
    'bj-joint-office-auditor',
  ].filter((id) => demoPosts().some((post) => post.id === id));
  return `
联席 Lianxi 已启动 is up (${tookMs} ms).${filed > 0 ? ` ${filed} 件示例事项已提交 demo matters were filed.` : ''}
不得填写国家秘密 · State secrets must not be entered. 本机为演示环境 · this is a demonstration.

门户 Portal   ${portalAddress(ports)}   登录时选择演示人员，无需密码 sign in as any demo person, no password
  公众 Public  ${portalAddress(ports)}/report

各部门（简版页面）Departments (plain pages)
${pages.join('\n')}

试一试 Try it
  1. 在农业页提交一件医学事项 File a medical matter at agriculture:  http://127.0.0.1:${ports['agriculture']}/pages/file
  2. 以某个岗位登录 Sign in as a post (paste the token on the page):  npm run --silent token -- bj-health-case-officer
  3. 看它出现在卫健委 See it at the Health Commission:               http://127.0.0.1:${ports['health']}/pages/worklist
  API:  http://127.0.0.1:${ports['health']}/docs      记录是否完整 Is the record whole:  http://127.0.0.1:${ports['audit']}/docs

演示岗位 Demo posts, among others: ${people.join(', ')}
停止 Stop: Ctrl-C    重置 Start afresh: npm run reset    检查 Check this machine: npm run doctor
`;
}

main().catch((error: Error & { exitCode?: number }) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(error.exitCode ?? 1);
});
