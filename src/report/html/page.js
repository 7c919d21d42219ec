// The page's own script: search, filters, sorting, size and place of the graphs. The page is read without it, too; all its data is
// what the page shows.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  const find = (selector, from = document) => [...from.querySelectorAll(selector)];
  const list = document.getElementById('list');
  const search = document.getElementById('search');
  const onlyChanged = document.getElementById('only-changed');
  const onlyFound = document.getElementById('only-found');
  const rows = find('tbody tr', list).map((row) => ({
    row,
    part: row.dataset.for === '' ? null : document.getElementById(row.dataset.for),
    text: `${row.cells[0].textContent} ${row.cells[1].textContent} ${row.dataset.s}`.toLowerCase(),
  }));

  // ---- search and filters

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, part, text } of rows) {
      const fits =
        words.every((word) => text.includes(word)) &&
        (!onlyChanged?.checked || row.classList.contains('changed')) &&
        (!onlyFound?.checked || row.classList.contains('found'));
      row.hidden = !fits;
      if (part !== null) part.hidden = !fits;
      if (fits) shown += 1;
    }
    const all = `${rows.length} ${rows.length === 1 ? 'rule' : 'rules'}`;
    document.getElementById('shown').value = shown === rows.length ? all : `${shown} of ${all}`;
    document.getElementById('none').hidden = shown > 0;
  };
  search.form.addEventListener('submit', (event) => event.preventDefault());
  for (const input of [search, onlyChanged, onlyFound]) input?.addEventListener('input', filter);

  // ---- sorting

  const valueOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent.trim().toLowerCase() : Number(cell.dataset.v);
  };
  const compare = (a, b) => {
    if (typeof a === 'number') return a - b;
    return a < b ? -1 : a > b ? 1 : 0;
  };
  const heads = find('thead th', list);
  heads.forEach((head, column) => {
    head.firstElementChild.addEventListener('click', () => {
      const first = head.classList.contains('num') ? 'descending' : 'ascending';
      const second = first === 'ascending' ? 'descending' : 'ascending';
      const direction = head.getAttribute('aria-sort') === first ? second : first;
      for (const other of heads) other.setAttribute('aria-sort', other === head ? direction : 'none');
      const sign = direction === 'ascending' ? 1 : -1;
      const sorted = rows
        .map(({ row }, index) => ({ row, index, value: valueOf(row, column) }))
        .toSorted((a, b) => sign * compare(a.value, b.value) || a.index - b.index);
      list.tBodies[0].append(...sorted.map(({ row }) => row));
    });
  });

  // ---- parts that are led to are opened

  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.tagName !== 'DETAILS') return;
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', openTarget);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#rule-"]');
    if (link !== null && link !== undefined && link.hash === location.hash) openTarget();
  });
  if (location.hash !== '') openTarget();

  document.addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    }
    if (event.key === 'Escape' && event.target === search && search.value !== '') {
      search.value = '';
      filter();
    }
  });

  // ---- graphs: both pictures of a changed rule are moved and sized together

  const SMALLEST = 0.1;
  const LARGEST = 4;
  const READABLE = 0.6;
  const scales = new WeakMap();
  const scaleOf = (figure) => scales.get(figure) ?? 1;
  const canvasesOf = (figure) => find('.canvas', figure);
  const fitting = (figure) => {
    const scale = Math.min(
      ...canvasesOf(figure).map(
        (canvas) => (canvas.clientWidth - 2) / canvas.firstElementChild.viewBox.baseVal.width,
      ),
    );
    return Number.isFinite(scale) && scale > 0 ? scale : 1;
  };
  const resize = (figure, wanted, at) => {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, wanted));
    const old = scaleOf(figure);
    scales.set(figure, scale);
    for (const canvas of canvasesOf(figure)) {
      const picture = canvas.firstElementChild;
      const { width, height } = picture.viewBox.baseVal;
      const x = at?.x ?? canvas.clientWidth / 2;
      const y = at?.y ?? canvas.clientHeight / 2;
      const [left, top] = [canvas.scrollLeft + x, canvas.scrollTop + y];
      picture.setAttribute('width', String(Math.round(width * scale)));
      picture.setAttribute('height', String(Math.round(height * scale)));
      canvas.scrollLeft = (left * scale) / old - x;
      canvas.scrollTop = (top * scale) / old - y;
    }
    figure.dataset.scale = scale.toFixed(3);
  };
  const fitFirst = (figure) => {
    if (scales.has(figure) || canvasesOf(figure)[0]?.clientWidth === 0) return;
    resize(figure, Math.min(1, Math.max(READABLE, fitting(figure))));
    // What changed is to be seen first where not all of it is. Both pictures have their places in common.
    const canvases = canvasesOf(figure);
    const spots = canvases.flatMap((canvas) =>
      find('.add, .del, .mod', canvas).map((spot) => {
        const { left, width } = spot.getBoundingClientRect();
        return left + width / 2 - canvas.getBoundingClientRect().left + canvas.scrollLeft;
      }),
    );
    for (const canvas of canvases) {
      const middle =
        spots.length === 0 ? canvas.scrollWidth / 2 : (Math.min(...spots) + Math.max(...spots)) / 2;
      canvas.scrollLeft = middle - canvas.clientWidth / 2;
    }
  };
  const ZOOMS = {
    in: (figure) => resize(figure, scaleOf(figure) * 1.25),
    out: (figure) => resize(figure, scaleOf(figure) / 1.25),
    fit: (figure) => resize(figure, fitting(figure)),
    one: (figure) => resize(figure, 1),
  };
  const figures = find('.picture');
  for (const figure of figures) {
    const canvases = canvasesOf(figure);
    for (const button of find('[data-zoom]', figure))
      button.addEventListener('click', () => ZOOMS[button.dataset.zoom](figure));
    for (const canvas of canvases) {
      canvas.addEventListener('scroll', () => {
        for (const other of canvases) {
          if (other === canvas) continue;
          other.scrollLeft = canvas.scrollLeft;
          other.scrollTop = canvas.scrollTop;
        }
      });
      canvas.addEventListener(
        'wheel',
        (event) => {
          if (!event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          const box = canvas.getBoundingClientRect();
          const at = { x: event.clientX - box.left, y: event.clientY - box.top };
          resize(figure, scaleOf(figure) * Math.exp(-event.deltaY / 300), at);
        },
        { passive: false },
      );
      canvas.addEventListener('keydown', (event) => {
        const zoom = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit' }[event.key];
        if (zoom === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        ZOOMS[zoom](figure);
      });
      canvas.addEventListener('pointerdown', (event) => {
        if (event.button !== 0 || event.pointerType !== 'mouse') return;
        canvas.setPointerCapture(event.pointerId);
        canvas.classList.add('grabbed');
      });
      canvas.addEventListener('pointermove', (event) => {
        if (!canvas.classList.contains('grabbed')) return;
        canvas.scrollLeft -= event.movementX;
        canvas.scrollTop -= event.movementY;
      });
      for (const end of ['pointerup', 'pointercancel'])
        canvas.addEventListener(end, () => canvas.classList.remove('grabbed'));
    }
    // Asking for a size in a closed part would lay out what nobody looks at.
    const part = figure.closest('details');
    if (part.open) fitFirst(figure);
    part.addEventListener('toggle', () => {
      if (part.open) fitFirst(figure);
    });
  }

  // ---- on paper everything is open

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = find('details:not([open])');
    for (const part of closed) part.open = true;
  });
  addEventListener('afterprint', () => {
    for (const part of closed) part.open = false;
    closed = [];
  });
})();
