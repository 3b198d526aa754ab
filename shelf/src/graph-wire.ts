/** Numbers of a node of a graph of pieces before its edges, see `PieceGraph`. */
const HEAD = 3;

/** A graph of pieces as it travels: of each node how many edges it has and where its outputs stand, of each edge its label and which node it leads to. Like stands beside like, and is a third shorter so. */
export type Apart = { readonly edges: Int32Array; readonly outputs: Int32Array; readonly labels: Int32Array; readonly targets: Int32Array };

export function takenApart(table: Uint16Array): Apart {
  const places: number[] = [];
  let count = 0;
  for (let at = 0; at < table.length; at += sizeOf(table[at] as number)) {
    places.push(at);
    count += table[at] as number;
  }
  const numberOf = new Int32Array(table.length);
  for (const [number, place] of places.entries()) numberOf[place] = number;
  const labels = new Int32Array(count);
  const targets = new Int32Array(count);
  let e = 0;
  for (const place of places) {
    const edges = table[place] as number;
    for (let k = 0; k < edges; k++, e++) {
      labels[e] = table[place + HEAD + k] as number;
      targets[e] = numberOf[twoAt(table, place + HEAD + edges + 2 * k)] as number;
    }
  }
  return {
    edges: Int32Array.from(places, (place) => table[place] as number),
    outputs: Int32Array.from(places, (place) => twoAt(table, place + 1)),
    labels,
    targets,
  };
}

export function putTogether({ edges, outputs, labels, targets }: Apart, table: Uint16Array): void {
  const places = new Int32Array(edges.length);
  for (let node = 1; node < edges.length; node++) places[node] = (places[node - 1] as number) + sizeOf(edges[node - 1] as number);
  let e = 0;
  for (let node = 0; node < edges.length; node++) {
    const place = places[node] as number;
    const own = edges[node] as number;
    table[place] = own;
    put(table, place + 1, outputs[node] as number);
    for (let k = 0; k < own; k++, e++) {
      table[place + HEAD + k] = labels[e] as number;
      put(table, place + HEAD + own + 2 * k, places[targets[e] as number] as number);
    }
  }
}

function sizeOf(edges: number): number {
  return HEAD + 3 * edges;
}

function twoAt(table: Uint16Array, at: number): number {
  return (table[at] as number) | ((table[at + 1] as number) << 16);
}

function put(table: Uint16Array, at: number, value: number): void {
  table[at] = value & 0xffff;
  table[at + 1] = value >>> 16;
}
