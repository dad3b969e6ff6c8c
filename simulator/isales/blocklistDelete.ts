/** Source: vendor page 0745. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { CODES } from './shared/codes';
import { checkNumber } from './shared/numbers';

export const tryThese: TryThis[] = [
	{ ask: { blocklistNo: '13900000001' }, gives: 'it is not blocked any more' },
	{ ask: { blocklistNo: '13600000001' }, code: CODES.parameter, gives: 'it is not blocked' },
];

export default behaviour<{ blocklistNo: string }>(
	'blocklistDelete',
	({ blocklistNo }, { data }) => {
		checkNumber('blocklistNo', blocklistNo);
		const index = data.blocklist.findIndex(({ blockNum }) => blockNum === blocklistNo);
		if (index < 0) refuse(CODES.parameter, `${blocklistNo} is not on the blocklist`);
		data.blocklist.splice(index, 1);
		return {};
	},
);
