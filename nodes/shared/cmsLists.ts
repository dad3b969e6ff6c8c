/** What is chosen from lists of CC-CMS. */
import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { checkedCcId, checkedVdnId, isCcId, isVdnId } from '../../aicc/base/callCentre';
import { asText, type JsonObject } from '../../aicc/base/json';
import type { Tenant } from '../../aicc/client/session';
import { agentbyconfigedskill } from '../../aicc/endpoints/cms/agentbyconfigedskill';
import { configuresSkills } from '../../aicc/endpoints/cms/configuresSkills';
import { CMS_MAX_VDN } from '../../aicc/endpoints/cms/product';
import { rowsFrom } from '../../aicc/endpoints/cms/shared/rows';
import type { SendRequest } from '../../aicc/patterns/sendRequest';
import { askForEditor, withoutRepeats } from './editor';

/** Call centre and virtual call centre as CC-CMS takes them. */
interface CmsTenant {
	ccId: number;
	vdn: number;
}

/** Those of the node if they can be, else of the credential. */
function cmsTenantIn(functions: ILoadOptionsFunctions, { ccId, vdnId }: Tenant): CmsTenant {
	const [ownCcId, ownVdnId] = ['ccId', 'vdnId'].map((name) =>
		functions.getCurrentNodeParameter(`options.${name}`),
	);
	return {
		ccId: Number(checkedCcId(isCcId(ownCcId) ? ownCcId : ccId)),
		vdn: checkedVdnId(isVdnId(ownVdnId, CMS_MAX_VDN) ? ownVdnId : vdnId, CMS_MAX_VDN),
	};
}

/** An entry for a row: its name, and its ID behind it. */
function entry(name: unknown, id: unknown) {
	const value = asText(id)?.trim() ?? '';
	return { name: `${asText(name)?.trim() ?? ''} (${value})`.trim(), value };
}

async function skillsOf(ask: SendRequest, tenant: CmsTenant): Promise<JsonObject[]> {
	return rowsFrom(await ask(configuresSkills, { body: { ...tenant } }), configuresSkills);
}

/**
 * The agents of all skills, each once. The interfaces that list the agents of a VDN have answers whose
 * fields no page shows.
 */
async function agentsOf(ask: SendRequest, tenant: CmsTenant): Promise<JsonObject[]> {
	const skills = await skillsOf(ask, tenant);
	const agents = await Promise.all(
		skills.map(async ({ id: skillId }) => {
			const body = { ...tenant, skillId: Number(asText(skillId)) };
			return rowsFrom(await ask(agentbyconfigedskill, { body }), agentbyconfigedskill);
		}),
	);
	return agents.flat();
}

/** The entries of a list of the VDN. */
async function entriesOf(
	functions: ILoadOptionsFunctions,
	read: (ask: SendRequest, tenant: CmsTenant) => Promise<JsonObject[]>,
	toEntry: (row: JsonObject) => { name: string; value: string },
) {
	const rows = await askForEditor(
		functions,
		configuresSkills.authentication,
		async (ask, _path, tenant) => await read(ask, cmsTenantIn(functions, tenant)),
	);
	return withoutRepeats(rows.map(toEntry)).sort((one, other) =>
		one.name.localeCompare(other.name, 'en', { numeric: true }),
	);
}

/** All skill queues of the VDN, for the list to choose from. */
export async function getVdnSkills(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await entriesOf(this, skillsOf, ({ name, id }) => entry(name, id));
}

/** All agents of the VDN that have a skill, for the list to choose from. */
export async function getVdnAgents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await entriesOf(this, agentsOf, ({ name, workNo }) => entry(name, workNo));
}

/** Skill queues of the VDN with a text in their names or IDs. */
export async function searchVdnSkills(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter?.trim().toLowerCase() ?? '';
	const entries = await entriesOf(this, skillsOf, ({ name, id }) => entry(name, id));
	return { results: entries.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}
