import { offsetAsText } from '../../patterns/list/paging';
import { fabric, MEDIA_TYPES } from './product';

/** Source: vendor page cec_07_0037; its total stands beside `data`. */
export const querySkills = fabric.endpoint({
	title: 'get the skills',
	path: '/apiaccess/rest/cc-management/v1/skill/querySkills',
	limits: { mediaTypeId: { values: ['5', '53', '2', '18', '19'] } },
	meanings: { mediaTypeId: MEDIA_TYPES },
	list: {
		title: 'skills',
		rows: 'data',
		total: 'total',
		page: offsetAsText(100),
		keyFields: ['skillId'],
		textFields: [],
	},
});

/** Skill queues that one query gives back at most when they are asked for by their IDs. Source: same page. */
export const MAX_SKILL_IDS = 100;
