import { render } from 'preact';
import { Engine } from '../engine/client.js';
import { pageData } from '../page-data.js';
import { Workbench } from './workbench.js';

const data = pageData();
render(<Workbench data={data} engine={new Engine(data)} />, document.getElementById('page') as HTMLElement);
