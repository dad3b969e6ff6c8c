/** Source: vendor page 1128. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';

interface CampaignTemplate {
	id: string;
	name: string;
	/** 1 draft, 3 paused, 9 published. */
	status: number;
	taskType: number;
}

declare module '../core/data' {
	interface SimulatorData {
		campaignTemplates: CampaignTemplate[];
	}
}

const STATES = [9, 9, 1, 9, 3];
const TYPES = [2, 1, 3, 5, 6];
const COUNT = 230;

export const data: DataMakers = {
	campaignTemplates: () =>
		Array.from({ length: COUNT }, (_, index) => ({
			id: String(1_721_234_567_890_120_001n + BigInt(index)),
			name: `Template ${index + 1}`,
			status: STATES[index % STATES.length] ?? 9,
			taskType: TYPES[Math.floor(index / STATES.length) % TYPES.length] ?? 2,
		})),
};

export const tryThese: TryThis[] = [
	{ ask: { status: 9, offset: 0, limit: 100 }, gives: 'the first of 138 published templates' },
];

interface Asked {
	name?: string;
	status: number;
	taskType?: number;
	offset: number;
	limit: number;
}

export default behaviour<Asked>('templateList', (asked, { data: { campaignTemplates } }) => {
	const { name = '', status, taskType, offset, limit } = asked;
	const found = campaignTemplates.filter(
		(template) =>
			template.name.includes(name) &&
			template.status === status &&
			(taskType === undefined || template.taskType === taskType),
	);
	return { data: found.slice(offset, offset + limit), offset, limit, totalSize: found.length };
});
