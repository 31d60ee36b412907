// A drawing as an SVG that stands by itself: words are escaped, nothing is loaded.
import type { Drawing, Shape } from '../views/pages/drawing.ts';

export function drawingSvg({ width, height, shapes }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter, Helvetica, Arial, sans-serif">${shapes.map(element).join('')}</svg>\n`;
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'rectangle': {
      const { x, y, width, height, fill, opacity } = shape;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${opacity === undefined ? '' : ` fill-opacity="${opacity}"`}/>`;
    }
    case 'circle':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" fill="${shape.fill}"/>`;
    case 'text': {
      const { x, y, size, weight, fill, anchor, text } = shape;
      return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(text)}</text>`;
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Control characters are no XML. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ENTITIES[c]!).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
