import { serve } from '@hattari/sight/node';

serve();
