import type { Body } from './body';

const above =
  (level: 'national' | 'province') =>
  (id: string, zh: string, en: string): Body => ({ id, level, desk: false, names: { zh, en } });
const national = above('national');
const provincial = above('province');

/** National bodies and those of Guangdong: they have no desk here. */
export const sharedBodies: readonly Body[] = [
  national('most', '科学技术部', 'Ministry of Science and Technology'),
  national('moe', '教育部', 'Ministry of Education'),
  national('nhc', '国家卫生健康委员会', 'National Health Commission'),
  national('cas', '中国科学院', 'Chinese Academy of Sciences'),
  national('nsfc', '国家自然科学基金委员会', 'National Natural Science Foundation'),
  national('miit', '工业和信息化部', 'Ministry of Industry and Information Technology'),
  national('mara', '农业农村部', 'Ministry of Agriculture and Rural Affairs'),
  national('nsec', '国家科技伦理委员会', 'National Science and Technology Ethics Commission'),
  provincial('gd-dst', '广东省科学技术厅', 'Guangdong Department of Science and Technology'),
  provincial('gd-coordination', '广东省科技伦理工作协调机制', 'Guangdong ethics coordination mechanism'),
];
