import { deletingCallingNumbers } from '../../../../aicc/endpoints/isales/deleteCallerNo';
import { vdnOptions } from '../../../shared/descriptions';
import type { TextRules } from '../../../shared/readers/text';
import { ACCESS_CODE, campaignId, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { accessCode } from './fields';

/** Source: vendor page cec_07_0736, which is stricter than that of adding. */
const DIGITS: TextRules = { ...ACCESS_CODE, allowed: /\d/, mustBe: 'digits only' };

export const deleteCallingNumber: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete calling number of campaign',
		description:
			'Delete numbers that a campaign calls from; those of many items go together, and one must remain',
	},
	fields: [campaignId, accessCode, vdnOptions],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const path = { ...inputs.vdnPath(), campaignId: inputs.text('campaignId', SERVICE_ID) };
		const number = { accessCode: inputs.text('accessCode', DIGITS) };
		await sendInBatch(deletingCallingNumbers(path), number);
		return [{ deleted: true, campaignId: path.campaignId, ...number }];
	},
};
