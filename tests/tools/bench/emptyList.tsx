// The floor of a long list: as many empty rows in the same virtual list with the same React, which is put together anew by a key.
import { useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { VirtualList } from '../../../renderer/ui/VirtualList.tsx';

const ROW_HEIGHT = 66;

function EmptyList({ rows }: { readonly rows: Uint32Array }): ReactNode {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    const next = ({ key }: KeyboardEvent): void => setShown(Number(key));
    document.addEventListener('keydown', next);
    return () => document.removeEventListener('keydown', next);
  }, []);
  if (shown === 0) return null;
  return (
    <VirtualList
      key={shown}
      rows={rows}
      keyOf={String}
      label={`List ${shown}`}
      rowHeight={ROW_HEIGHT}
      hasControl={() => false}
    >
      {() => <div className="empty-row" style={{ height: ROW_HEIGHT }} />}
    </VirtualList>
  );
}

const root = document.querySelector('#app');
if (root === null) throw new Error('the page has no place for the list');
const size = Number(document.documentElement.dataset['rows']);
createRoot(root).render(<EmptyList rows={Uint32Array.from({ length: size }, (_, row) => row)} />);
