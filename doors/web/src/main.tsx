import { render } from 'preact';
import { App } from './app.js';
import { Engine } from './engine/client.js';
import { keepOffline } from './offline/register.js';
import { pageData } from './page-data.js';

const data = pageData();
const engine = new Engine(data);
render(<App data={data} engine={engine} offline={keepOffline(engine)} />, document.getElementById('page') as HTMLElement);
