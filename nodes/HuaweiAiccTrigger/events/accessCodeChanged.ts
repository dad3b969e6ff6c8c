import { queryAccessCodeList } from '../../../aicc/endpoints/fabric/queryAccessCodeList';
import {
	listAccessCodes,
	listEveryAccessCode,
} from '../../../aicc/endpoints/fabric/queryAccessCodeList/listAccessCodes';
import { accessCodeKey } from '../../../aicc/endpoints/fabric/queryAccessCodeList/collection';
import { accessCodeItem } from '../../shared/accessCode';
import { listChanged } from '../listChanged';

export const accessCodeChanged = listChanged({
	option: {
		name: 'Access Code Changed',
		value: 'accessCodeChanged',
		description: 'When an access code (hotline) is added, changed or removed',
	},
	endpoint: queryAccessCodeList,
	title: queryAccessCodeList.list.title,
	fields: [],
	scope: () => ({}),
	readAll: async (ask) => await listEveryAccessCode(ask),
	readSome: async (ask, _inputs, count) => await listAccessCodes(ask, {}, count),
	keyOf: accessCodeKey,
	toItem: accessCodeItem,
});
