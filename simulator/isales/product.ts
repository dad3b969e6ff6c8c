/** What the interfaces of CC-iSales have in common. */
import { refuse, type Product } from '../core/behaviour';
import { campaignOf } from './shared/campaigns';
import { CODES } from './shared/codes';
import { whoIs } from './shared/numbers';
import { inLanguage } from './shared/texts';

export const product: Product = {
	refusesUnknown: true,
	codes: {
		noObject: CODES.conversion,
		missing: CODES.empty,
		type: CODES.wrongType,
		unknown: CODES.parameter,
		tooLong: CODES.tooLong,
		tooShort: CODES.tooShort,
		tooMany: CODES.tooMany,
		characters: CODES.illegalCharacters,
		combination: CODES.badCombination,
		other: CODES.wrongValue,
	},
	// Source: openapi/isales/statistics.yaml, where this is inferred.
	refusal: { code: ['resultCode', 'returnCode'], text: ['resultDesc', 'returnDesc'] },
	tooFast: [CODES.tooFast],
	/** Everything is below the tenant's VDN, and much of it below a campaign. */
	enter({ vdnId, campaignId }, platform) {
		if (vdnId !== String(platform.options.account.vdnId)) {
			refuse(CODES.parameter, 'The VDN does not exist');
		}
		if (campaignId !== undefined) campaignOf(platform, campaignId);
	},
	/** Of many records it is told which one is meant. */
	textOf({ record, text }, platform) {
		return record ? `${whoIs(platform, record.called)}: ${text}` : text;
	},
	inLanguage,
};
