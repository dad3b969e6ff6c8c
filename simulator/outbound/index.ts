/** The outbound part of CC-iSales: campaigns, call data, call results, the blocklist. */
import { CODES, isalesAnswer } from '../isalesAnswer';
import type { Platform, RecordedRequest } from '../platform';
import type { Answer } from '../service';
import { CAMPAIGNS, type AddSignedRoute, type SignedRoute } from '../signedRoutes';
import { addCallData } from './addCallData';
import { blocklistAdd, blocklistDelete, blocklistQuery } from './blocklist';
import { callData, deleteCallData } from './callData';
import { callResult, callResults } from './callResults';
import { listCampaigns, pauseCampaign, resumeCampaign, retryPolicy } from './campaigns';
import type { Campaign } from './data';

type CampaignRoute = (
	platform: Platform,
	campaign: Campaign,
	request: RecordedRequest,
	params: Record<string, string>,
) => Answer;

export function addOutboundRoutes(add: AddSignedRoute, platform: Platform): void {
	const ofCampaign =
		(answer: CampaignRoute): SignedRoute =>
		(request, params) => {
			const campaign = platform.data.campaigns.find(({ id }) => id === params.campaignId);
			return campaign
				? answer(platform, campaign, request, params)
				: isalesAnswer(CODES.noCampaign, 'The campaign does not exist');
		};
	const withBody =
		(answer: (platform: Platform, request: RecordedRequest) => Answer): SignedRoute =>
		(request) =>
			answer(platform, request);
	const campaign = `${CAMPAIGNS}/:campaignId`;
	const records = `${CAMPAIGNS}/calldata/:campaignId`;

	add('GET', CAMPAIGNS, 'campaigns', ({ query }) => listCampaigns(platform, query));
	add('PUT', `${campaign}/pause`, 'pauseCampaign', ofCampaign(pauseCampaign));
	add('PUT', `${campaign}/resume`, 'resumeCampaign', ofCampaign(resumeCampaign));
	add('GET', `${CAMPAIGNS}/retryPolicy/:campaignId`, 'retryPolicy', ofCampaign(retryPolicy));

	add('POST', records, 'addCallData', ofCampaign(addCallData));
	add(
		'GET',
		`${records}/:dataId`,
		'callData',
		ofCampaign((_platform, asked, _request, { dataId = '' }) => callData(platform, asked, dataId)),
	);
	add('POST', `${records}/delete`, 'deleteCallData', ofCampaign(deleteCallData));

	add('POST', `${CAMPAIGNS}/callresult/:campaignId`, 'callResults', ofCampaign(callResults));
	add('GET', `${CAMPAIGNS}/callresultdetail/:callId`, 'callResult', (_request, { callId = '' }) =>
		callResult(platform, callId),
	);

	add('POST', `${CAMPAIGNS}/blocklist/add`, 'blocklistAdd', withBody(blocklistAdd));
	add('POST', `${CAMPAIGNS}/blocklist/query`, 'blocklistQuery', withBody(blocklistQuery));
	add('POST', `${CAMPAIGNS}/blocklist/delete`, 'blocklistDelete', withBody(blocklistDelete));
}
