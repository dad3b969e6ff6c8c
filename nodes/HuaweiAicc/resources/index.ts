// Made by `npm run generate` from what is beside it.
import { accessCode } from './accessCode';
import { agent } from './agent';
import { blocklist } from './blocklist';
import { call } from './call';
import { callData } from './callData';
import { callHistory } from './callHistory';
import { callResult } from './callResult';
import { calledRoute } from './calledRoute';
import { campaign } from './campaign';
import { externalResult } from './externalResult';
import { faultDiagnosis } from './faultDiagnosis';
import { faultUser } from './faultUser';
import { ivrFlow } from './ivrFlow';
import { obsResultCode } from './obsResultCode';
import { recording } from './recording';
import { satisfaction } from './satisfaction';
import { skill } from './skill';
import { voiceNotification } from './voiceNotification';
import type { Resource } from '../shared/operation';

/** What the node can do, in the order of the screen. */
export const resources: Resource[] = [
	accessCode,
	agent,
	blocklist,
	call,
	callData,
	callHistory,
	callResult,
	calledRoute,
	campaign,
	externalResult,
	faultDiagnosis,
	faultUser,
	ivrFlow,
	obsResultCode,
	recording,
	satisfaction,
	skill,
	voiceNotification,
];
