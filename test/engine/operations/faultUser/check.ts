import type { OperationCase } from '../../operationCase';

export default {
	parameters: { msisdn: '6680512100869', faultTime: '1721283133000', complaintScene: '1' },
	also: [{ msisdn: '+6680 512100869', options: { cleanNumbers: true } }],
	sends: 'POST /apiaccess/CC-Management/v1/smartcare/queryfaultyuser',
	body: {
		msisdn: '6680512100869',
		faultTime: '1721283133000',
		complaintScene: '1',
		queryFlag: '1',
	},
	gives: {
		msisdn: '6680512100869',
		faultTime: '1721283133000',
		found: true,
		returnCode: '0',
		description: 'Query succeeded. Data is found in the query result.',
		data: [
			{
				rules: [
					{
						reflectionRule: 'FAILURE_CAUSE=DTAPSMS_CP:CP Error(17 Network Failure)',
						ccmSceneCode: 'SMS',
					},
					{
						reflectionRule: 'LAC_TAC=5200504B2007&SAI_CGI_ECGI=5200504B2007',
						ccmSceneCode: 'DATA',
					},
				],
				msisdn: '6680512100869',
			},
		],
	},
} satisfies OperationCase;
