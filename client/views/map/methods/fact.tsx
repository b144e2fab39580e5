import type { ReactNode } from 'react';

/** One row of a list of facts. A figure with its sign keeps its order whatever way the page is written. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </>
  );
}
