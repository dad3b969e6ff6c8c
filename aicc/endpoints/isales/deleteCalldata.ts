import { CAMPAIGN_CODES, CAMPAIGNS, isales, ONE_BY_ONE } from './product';

/** Source: vendor page cec_07_0761. */
export const deleteCalldata = isales.endpoint({
	title: 'delete call data of the campaign',
	method: 'POST',
	path: `${CAMPAIGNS}/calldata/{campaignId}/delete`,
	codes: {
		...CAMPAIGN_CODES,
		'0200011': {
			text: 'The state of the campaign does not allow call data to be deleted',
			advice: 'Call data cannot be deleted while the campaign runs: pause it first.',
			isAbout: 'target',
		},
	},
	clock: 'tenant',
	limits: {
		sessionId: { maxLength: 32 },
		called: { maxLength: 24 },
		customField: { maxLength: 200 },
		recycleType: { values: ['1', '2', '3'] },
	},
	write: { check: 'Look at the call data of the campaign in AICC; delete what is still there.' },
	// "wait for one call to finish before the next"
	rateLimit: { ...ONE_BY_ONE, gap: 0 },
});
