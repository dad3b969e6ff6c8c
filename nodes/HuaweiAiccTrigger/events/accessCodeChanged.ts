import { accessCodeKey } from '../../../aicc/accessCodes';
import { listAccessCodes, listEveryAccessCode } from '../../../aicc/lists';
import { accessCodeItem } from '../../shared/accessCode';
import { listChanged } from '../listChanged';

export const accessCodeChanged = listChanged({
	option: {
		name: 'Access Code Changed',
		value: 'accessCodeChanged',
		description: 'When an access code (hotline) is added, changed or removed',
	},
	authentication: 'token',
	title: 'access codes',
	fields: [],
	scope: () => ({}),
	readAll: async (ask) => await listEveryAccessCode(ask),
	readSome: async (ask, _inputs, count) => await listAccessCodes(ask, {}, count),
	keyOf: accessCodeKey,
	toItem: accessCodeItem,
});
