// Made by `npm run generate` from what is beside it.
import { accessCode } from './accessCode';
import { agent } from './agent';
import { agentMonitor } from './agentMonitor';
import { agentOperationFile } from './agentOperationFile';
import { fabricRequest } from './fabricRequest';
import { appointment } from './appointment';
import { blocklist } from './blocklist';
import { call } from './call';
import { callBatch } from './callBatch';
import { callBill } from './callBill';
import { callData } from './callData';
import { callHistory } from './callHistory';
import { callRecord } from './callRecord';
import { callResult } from './callResult';
import { calledRoute } from './calledRoute';
import { callingNumber } from './callingNumber';
import { campaign } from './campaign';
import { campaignTemplate } from './campaignTemplate';
import { externalResult } from './externalResult';
import { faultDiagnosis } from './faultDiagnosis';
import { faultUser } from './faultUser';
import { holiday } from './holiday';
import { ivrFlow } from './ivrFlow';
import { liveCall } from './liveCall';
import { obsResultCode } from './obsResultCode';
import { recording } from './recording';
import { satisfaction } from './satisfaction';
import { signedRequest } from './signedRequest';
import { skill } from './skill';
import { skillMonitor } from './skillMonitor';
import { vdn } from './vdn';
import { voiceNotification } from './voiceNotification';
import type { Resource } from '../shared/operation';

/** What the node can do, in the order of the screen. */
export const resources: Resource[] = [
	accessCode,
	agent,
	agentMonitor,
	agentOperationFile,
	fabricRequest,
	appointment,
	blocklist,
	call,
	callBatch,
	callBill,
	callData,
	callHistory,
	callRecord,
	callResult,
	calledRoute,
	callingNumber,
	campaign,
	campaignTemplate,
	externalResult,
	faultDiagnosis,
	faultUser,
	holiday,
	ivrFlow,
	liveCall,
	obsResultCode,
	recording,
	satisfaction,
	signedRequest,
	skill,
	skillMonitor,
	vdn,
	voiceNotification,
];
