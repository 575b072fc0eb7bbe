import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Details } from "../components/details.js";
import { texts } from "../texts/english.js";
import { STYLED } from "./palette.js";
import type { Picture } from "./picture.js";
import { TakeBar } from "./take-bar.js";

export interface FigureOptions {
  readonly picture: Picture;
  /** Of its drawing; a narrower page scrolls it. */
  readonly minWidth?: number;
  /** Its parts answer for themselves: then it is a group of them, not one image. */
  readonly isGroup?: boolean;
  /** What belongs to it above the drawing: how it is laid out. */
  readonly controls?: ComponentChildren;
  /** What an opened part of it holds. */
  readonly opened?: ComponentChildren;
  /** What belongs to it at its end: the equal table. */
  readonly below?: ComponentChildren;
  readonly embed: string | null;
  /** What stands in the place of a picture that shows nothing, of its notes and its table. */
  readonly empty: ComponentChildren;
}

const LONG = 200;

/** A picture in a page, drawn as wide as it has room and again when that changes, with all that must stand by it. */
export function Figure({
  picture,
  minWidth = 0,
  isGroup = false,
  controls,
  opened,
  below,
  embed,
  empty,
}: FigureOptions): JSX.Element {
  const { name, title, notes, caption } = picture;
  const isEmpty = picture.data.rows.length === 0;
  return (
    <figure class="picture card stack tight" id={`picture-${name}`} aria-labelledby={`${name}-heading`}>
      <h2 id={`${name}-heading`}>{title}</h2>
      {controls}
      {isEmpty ? <p>{empty}</p> : <Drawing picture={picture} minWidth={minWidth} isGroup={isGroup} />}
      {opened}
      {!isEmpty && notes.map((note) => <p class="small">{note}</p>)}
      <figcaption class="small soft">
        <CaptionParts caption={caption} />
      </figcaption>
      {!isEmpty && (
        <>
          <TakeBar id={name} title={title} picture={() => picture} embed={embed} />
          {below}
        </>
      )}
    </figure>
  );
}

/** The last line, clocks and version, in sight; the sources before it folded, where they are many. */
function CaptionParts({ caption }: { readonly caption: readonly string[] }): ComponentChildren {
  const sources = caption.slice(0, -1);
  const isLong = sources.join(" ").length > LONG;
  return (
    <>
      {isLong ? (
        <Details>
          <summary>{texts.pictures.sources}</summary>
          {sources.map((line) => (
            <p>{line}</p>
          ))}
        </Details>
      ) : (
        sources.map((line) => <p>{line}</p>)
      )}
      <p>{caption.at(-1)}</p>
    </>
  );
}

interface DrawingProps {
  readonly picture: Picture;
  readonly minWidth: number;
  readonly isGroup: boolean;
}

/** The drawing, as wide as it has room; where it is wider than the page, the keyboard scrolls it as well. */
function Drawing({ picture, minWidth, isGroup }: DrawingProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const measure = () => setRoom(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const width = Math.max(minWidth, room);
  const scrolls = width > room && !isGroup;
  return (
    <div
      class="drawing scroll"
      ref={host}
      {...(scrolls ? { tabIndex: 0, role: "region", "aria-label": picture.title } : {})}
    >
      {room > 0 && <Svg picture={picture} isGroup={isGroup} width={width} />}
    </div>
  );
}

interface SvgProps {
  readonly picture: Picture;
  readonly isGroup: boolean;
  readonly width: number;
}

function Svg({ picture, isGroup, width }: SvgProps): JSX.Element {
  const { height, body } = picture.draw(width, STYLED);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role={isGroup ? "group" : "img"}
      aria-label={`${picture.title}. ${picture.description}`}
    >
      {body}
    </svg>
  );
}
