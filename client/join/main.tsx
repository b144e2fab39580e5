// First, so that the style of a component wins over the defaults.
import '../tokens.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { JoinApp } from './join-app.tsx';
import { takeCode } from './link-code.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');
createRoot(root).render(
  <StrictMode>
    <JoinApp linkCode={takeCode()} />
  </StrictMode>,
);
