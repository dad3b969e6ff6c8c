// Made by `npm run generate` from what is beside it.
import { accessCode } from './accessCode';
import { blocklist } from './blocklist';
import { call } from './call';
import { callData } from './callData';
import { callResult } from './callResult';
import { campaign } from './campaign';
import { externalResult } from './externalResult';
import { faultUser } from './faultUser';
import { obsResultCode } from './obsResultCode';
import { recording } from './recording';
import type { Resource } from '../shared/operation';

/** What the node can do, in the order of the screen. */
export const resources: Resource[] = [
	accessCode,
	blocklist,
	call,
	callData,
	callResult,
	campaign,
	externalResult,
	faultUser,
	obsResultCode,
	recording,
];
