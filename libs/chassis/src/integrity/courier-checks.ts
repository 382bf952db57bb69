import type { IntegrityCheck } from './integrity-check';

/** What must not be so between services, whatever a service is about. */
export const courierChecks: readonly IntegrityCheck[] = [
  {
    id: 'delivery-too-old',
    bySlices: false,
    label: { zh: '消息超过十分钟未送达', en: 'A message has not been receipted for ten minutes' },
    recipe: {
      zh: '查看 GET /v1/deliveries 是哪一接收部门；检查该部门的服务和消息服务器（/health）。恢复后自动补发，不得手工删除。接收部门有死信的，先处理死信。',
      en: 'See in GET /v1/deliveries which receiver it is; look at that service and at the broker (/health). It is sent again by itself once both are up: delete nothing by hand. If the receiver has a dead letter, mend that first.',
    },
    sql: `SELECT id::text AS subject FROM delivery WHERE created_at < lianxi_now() - interval '10 minutes' ORDER BY id LIMIT 1000`,
  },
  {
    id: 'dead-letter',
    bySlices: false,
    label: { zh: '有无法处理的消息', en: 'A message could not be handled' },
    recipe: {
      zh: '在 GET /v1/dead-letters 查看原因；修复原因（通常是升级到修正后的版本）后 POST /v1/dead-letters/编号/replay，其后等待的消息随之处理。',
      en: 'Read the reason in GET /v1/dead-letters; mend its cause (mostly an upgrade to a version that is corrected), then POST /v1/dead-letters/ID/replay: what waits behind it follows.',
    },
    sql: 'SELECT id::text AS subject FROM dead_letters WHERE replayed_at IS NULL ORDER BY id LIMIT 1000',
  },
  {
    id: 'parked-too-long',
    bySlices: false,
    label: { zh: '消息因版本未知搁置超过一日', en: 'A message of an unknown version has waited for a day' },
    recipe: {
      zh: '将本服务升级到发送部门所用的版本；启动时自动处理。',
      en: 'Upgrade this service to the version its sender has; what is parked is handled when it starts.',
    },
    sql: `SELECT delivery_id::text AS subject FROM parked WHERE reason = 'unknown-version' AND parked_at < lianxi_now() - interval '1 day' ORDER BY 1 LIMIT 1000`,
  },
];
