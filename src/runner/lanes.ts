/** The run's recorded slices in the same swim lanes as the build's timelines. */
import { isDense, lanesOf, lanesSvg, lastInstant, type TimelineGroup, timeAxisSvg } from '../charts/timeline.ts';
import { make } from '../dom/element.ts';
import type { Cell } from '../measurement/results.ts';
import type { BrowserExperiment } from './browser-experiment.ts';

/** The drawing's text is escaped where it is made. */
function svg(text: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = text;
  return template.content;
}

export function lanes({ traces }: Cell, { vocabulary }: BrowserExperiment): Node[] {
  const groups = Object.entries(vocabulary.variants).flatMap(([variant, { label, kind }]): TimelineGroup[] => {
    const slices = traces[variant];
    return slices ? [{ label, kind, slices, handOvers: false }] : [];
  });
  if (groups.length === 0) return [];
  const end = lastInstant(groups);
  const track = make('div', { className: 'lanes-track' });
  for (const [index, group] of groups.entries()) {
    const units = lanesOf(group.slices);
    const names = make(
      'ul',
      { className: isDense(units) ? 'lane-names dense' : 'lane-names' },
      ...units.map(({ unit }) => make('li', {}, unit)),
    );
    names.ariaHidden = 'true';
    track.append(
      make(
        'section',
        { className: `lane-group ${group.kind}` },
        make('p', { className: 'lane-title' }, group.label),
        make('div', { className: 'lane-rows' }, names, svg(lanesSvg(group, end, `run-lanes-${index}`))),
      ),
    );
  }
  track.append(svg(timeAxisSvg(end)));
  const scroller = make('div', { className: 'lanes-scroller' }, track);
  scroller.tabIndex = 0;
  scroller.role = 'region';
  scroller.ariaLabel = 'Who ran when, in your browser';
  return [
    make(
      'figure',
      { className: 'timeline' },
      make('figcaption', { className: 'chart-title' }, 'Who ran when: one round in your browser'),
      scroller,
    ),
  ];
}
