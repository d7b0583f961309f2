import type { Driver } from './drivers.ts';
import type { RecommendationId } from './recommendations.ts';

/**
 * Which recommendations answer which driver. The Plan of Action names no such table: this is our own reading of what each
 * recommendation is about, offered to a country as a beginning and said to be that.
 */
export const driverAnswers: Record<Driver['id'], readonly RecommendationId[]> = {
  socioeconomic: [
    'pve-44-e',
    'pve-47-a',
    'pve-49-c',
    'pve-50-c',
    'pve-50-h',
    'pve-52-f',
    'pve-54-c',
    'pve-54-d',
    'pve-54-e',
  ],
  marginalization: [
    'pve-44-b',
    'pve-49-f',
    'pve-50-c',
    'pve-50-h',
    'pve-51-a',
    'pve-52-b',
    'pve-52-d',
    'pve-54-a',
    'pve-54-c',
    'pve-55-c',
  ],
  governance: [
    'pve-40',
    'pve-44-b',
    'pve-50-a',
    'pve-50-b',
    'pve-50-d',
    'pve-50-e',
    'pve-51-b',
    'pve-52-c',
    'pve-53-c',
    'pve-55-d',
  ],
  conflicts: ['pve-46-d', 'pve-49-a', 'pve-49-b', 'pve-49-d', 'pve-49-g', 'pve-58-c'],
  prisons: ['pve-50-d', 'pve-50-f', 'pve-50-g', 'pve-58-i'],
  individual: ['pve-49-c', 'pve-50-g', 'pve-51-c', 'pve-51-d', 'pve-52-e', 'pve-54-b'],
  grievances: ['pve-44-b', 'pve-49-d', 'pve-49-g', 'pve-50-e', 'pve-51-d', 'pve-51-g', 'pve-55-e'],
  distortion: ['pve-49-e', 'pve-49-f', 'pve-51-e', 'pve-51-f', 'pve-51-g', 'pve-54-b', 'pve-55-a', 'pve-55-c'],
  networks: [
    'pve-44-c',
    'pve-44-d',
    'pve-51-c',
    'pve-52-a',
    'pve-52-e',
    'pve-53-b',
    'pve-53-d',
    'pve-55-a',
    'pve-55-b',
    'pve-58-h',
  ],
};
