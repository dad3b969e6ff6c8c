/** The drop-downs of several choices that are filled from the tenant's own lists. */
export { getObsResultCodes } from './getObsResultCodes';
export { getSkills } from './getSkills';
export { getVdnAgents, getVdnSkills } from '../../shared/cmsLists';
