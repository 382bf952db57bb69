import { runAlone } from '@lianxi/chassis';
import { start } from './service';

void runAlone(start);
