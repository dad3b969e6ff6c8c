import { holidayList } from '../../../../aicc/endpoints/isales/holidayList';
import { rowsOf } from '../../../../aicc/patterns/list/answerRows';
import { returnAllAndLimit, vdnOptions } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import { campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many holidays',
		description: 'List the days on which a campaign calls at other times; it has 20 at most',
	},
	fields: [campaignId, ...returnAllAndLimit, vdnOptions],
	async execute(inputs, ask) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const wanted = inputs.wanted();
		const { data } = await ask(holidayList, { path });
		const rows = rowsOf(data, holidayList, []);
		return rows.slice(0, wanted).map((row) => withNames(row, holidayList.meanings));
	},
};
