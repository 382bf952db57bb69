import type { IntegrityCheck } from '@lianxi/chassis';

/** Looked for where papers are scanned. */
export const papersNotScanned: IntegrityCheck = {
  id: 'paper-not-scanned',
  bySlices: false,
  label: { zh: '材料超过十五分钟未经病毒扫描', en: 'A paper has waited for fifteen minutes to be scanned' },
  recipe: {
    zh: '查看 /health 中的 scanner：扫描程序停止的，恢复后自动补扫；仅个别材料无结果的，查看日志中的编号，核对扫描程序的大小上限（不少于 20 MB）和超时。扫描通过前材料不提供给任何人，不得手工改为通过。',
    en: "See `scanner` in /health: where it is down, what waits is scanned by itself once it is up. Where single papers get no answer, their ids are in the log: look at the scanner's largest size (20 MB at least) and its time limit. Until then nobody is given them; never mark one as clean by hand.",
  },
  sql: `SELECT id::text AS subject FROM papers WHERE scan IS NULL AND erased_by IS NULL AND added_at < lianxi_now() - interval '15 minutes' ORDER BY added_at LIMIT 1000`,
};
