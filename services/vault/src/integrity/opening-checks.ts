import type { IntegrityCheck } from '@lianxi/chassis';

/** What must not be so in the vault. */
export const openingChecks: readonly IntegrityCheck[] = [
  {
    id: 'identity-left-open',
    bySlices: false,
    label: { zh: '身份查看期限已过仍未关闭', en: 'An identity that is open beyond its time, or whose halves of the key are still there' },
    recipe: {
      zh: '查看日志中的 openings 行；重启本服务后自动关闭。仍未关闭的，由数据库管理员清除该申请在 opening_approvals 中的 shares，并报告两名保管员。',
      en: 'Look for lines "openings" in the log; after a restart it is closed by itself. If it is not, the database administrator sets its shares in opening_approvals to null, and both custodians are told.',
    },
    sql: `SELECT DISTINCT o.id::text AS subject FROM openings o LEFT JOIN opening_approvals a ON a.opening = o.id AND a.shares IS NOT NULL
      WHERE (o.state = 'open' AND o.open_until < lianxi_now() - interval '5 minutes') OR (a.opening IS NOT NULL AND o.state IN ('ended', 'lapsed', 'refused')) LIMIT 1000`,
  },
];
