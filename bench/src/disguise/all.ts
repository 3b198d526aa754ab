import { CHARSETS } from './charsets.js';
import { ENTITIES } from './entities.js';
import { HTML } from './html.js';
import { INVISIBLE } from './invisible.js';
import { LOOK_ALIKES } from './look-alikes.js';
import { MIXED } from './mixed.js';
import type { Disguise } from './model.js';
import { NOISE } from './noise.js';
import { SHAPES } from './shapes.js';
import { SPACING } from './spacing.js';
import { WALLETS } from './wallets.js';

export const GROUPS: Readonly<Record<string, readonly Disguise[]>> = {
  encodings: CHARSETS,
  invisible: INVISIBLE,
  'look-alikes': LOOK_ALIKES,
  shapes: SHAPES,
  spacing: SPACING,
  entities: ENTITIES,
  html: HTML,
  noise: NOISE,
  mixed: MIXED,
  wallets: WALLETS,
};
