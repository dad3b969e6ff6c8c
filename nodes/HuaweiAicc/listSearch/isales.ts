import { asText } from '../../../aicc/base/json';
import { appointList } from '../../../aicc/endpoints/isales/appointList';
import { queryOBSResults } from '../../../aicc/endpoints/isales/queryOBSResults';
import { searchOf } from '../../shared/listSearch';

export const searchExternalResults = searchOf({
	endpoint: queryOBSResults,
	toEntry: (row) => {
		const id = asText(row.defId) ?? '';
		return { name: `${asText(row.displayResult) ?? ''} (${id})`, value: id };
	},
});

export const searchAppointments = searchOf({
	endpoint: appointList,
	toEntry: (row) => {
		const id = asText(row.appointId) ?? '';
		return { name: `${asText(row.calledNo) ?? ''} (${id})`, value: id };
	},
});
