// An image of the article over the window: fitted or at its own size, moved and enlarged by pointer, wheel and keys, one after another.
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useOverlays } from '../app/overlays.ts';
import { IconButton } from '../ui/IconButton.tsx';
import {
  ActualIcon,
  BackIcon,
  CloseIcon,
  FitIcon,
  FolderIcon,
  ForwardIcon,
  ZoomInIcon,
  ZoomOutIcon,
} from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { useImageStops } from './useImageStops.ts';
import { closeImage, stepImage, useViewer } from './viewer.ts';
import { canPan, fitScale, fitted, pan, zoomTo, ZOOM_STEP, type Point, type Size, type Zoom } from './zoom.ts';
import './ImageViewer.css';

const PAN_STEP = 80;

/** Lets the article's images be opened, and draws the one that is. */
export function ImageViewer(): ReactNode {
  useImageStops();
  const isOpen = useOverlays(({ open }) => open === 'image');
  useEffect(() => closeImage, []);
  return (
    <ModalOverlay
      className="viewer-veil"
      isOpen={isOpen}
      onOpenChange={(isStillOpen) => {
        if (!isStillOpen) closeImage();
      }}
    >
      <Modal className="viewer">
        <Dialog className="viewer-dialog">
          <Viewed />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Viewed(): ReactNode {
  const { images, at } = useViewer();
  const image = images[at];
  if (image === undefined) return null;
  const values = { at: String(at + 1), count: String(images.length) };
  const file = image.src.slice('/assets/'.length);
  return (
    <>
      <Heading slot="title" className="visually-hidden">
        {words.viewer.title(values)}
      </Heading>
      <Stage key={`${at} ${image.src}`} src={image.src} alt={image.alt}>
        <IconButton label={words.viewer.reveal} run={() => attempt(call('picture.reveal', { file }))}>
          <FolderIcon size={18} aria-hidden />
        </IconButton>
        <IconButton label={words.viewer.close} run={closeImage}>
          <CloseIcon size={18} aria-hidden />
        </IconButton>
      </Stage>
      <div className="viewer-foot">
        <IconButton label={words.viewer.previous} run={() => stepImage(-1)} isOff={at === 0}>
          <BackIcon size={18} aria-hidden />
        </IconButton>
        <div className="viewer-words">
          <p className="viewer-count" role="status">
            {words.viewer.count(values)}
          </p>
          {image.caption !== '' && (
            <p className="viewer-caption" dir="auto">
              {image.caption}
            </p>
          )}
          {image.alt !== '' && image.alt !== image.caption && (
            <p className="viewer-alt" dir="auto">
              {image.alt}
            </p>
          )}
        </div>
        <IconButton label={words.viewer.next} run={() => stepImage(1)} isOff={at === images.length - 1}>
          <ForwardIcon size={18} aria-hidden />
        </IconButton>
      </div>
    </>
  );
}

interface StageProps {
  readonly src: string;
  readonly alt: string;
  /** Tools beside those that enlarge. */
  readonly children: ReactNode;
}

const NOTHING: Size = { width: 0, height: 0 };

/** One image; another one is another stage. */
function Stage({ src, alt, children }: StageProps): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(NOTHING);
  const [size, setSize] = useState(NOTHING);
  const [isBroken, setIsBroken] = useState(false);
  // Until the person enlarges it, it fits, however the window changes.
  const [chosen, setChosen] = useState<Zoom>();
  const zoom = chosen ?? fitted(size, room);
  const isFitted = zoom.scale <= fitScale(size, room) + 0.001;
  const isMovable = canPan(zoom, size, room);

  const show = (next: Zoom): void => setChosen(next.scale <= fitScale(size, room) + 0.001 ? undefined : next);
  const enlarge = (by: number, point?: Point): void => show(zoomTo(zoom, zoom.scale * by, size, room, point));
  const toggle = (point?: Point): void => show(isFitted ? zoomTo(zoom, 1, size, room, point) : fitted(size, room));
  const move = (x: number, y: number): void => show(pan(zoom, { x, y }, size, room));

  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    const watcher = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    watcher.observe(element);
    element.focus();
    return () => watcher.disconnect();
  }, []);

  const pointOf = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = area.current?.getBoundingClientRect();
    if (box === undefined) return { x: 0, y: 0 };
    return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
  };

  const turn = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    // A pinch comes as a wheel with Ctrl and small steps.
    enlarge(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0018)), pointOf(event));
  });
  useEffect(() => {
    const element = area.current;
    // React's own would be passive, and the window would scroll.
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, []);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (event.key === '+' || event.key === '=') enlarge(ZOOM_STEP);
    else if (event.key === '-') enlarge(1 / ZOOM_STEP);
    else if (event.key === '0') setChosen(undefined);
    else if (event.key === '1') show(zoomTo(zoom, 1, size, room));
    else if (event.key === 'PageDown') stepImage(1);
    else if (event.key === 'PageUp') stepImage(-1);
    else if (event.key === 'Home') stepImage(-Infinity);
    else if (event.key === 'End') stepImage(Infinity);
    else if (arrow === undefined) return;
    else if (isMovable) move((arrow[0] ?? 0) * PAN_STEP, (arrow[1] ?? 0) * PAN_STEP);
    else stepImage(event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 1);
    event.preventDefault();
    event.stopPropagation();
  };

  const drag = (event: PointerEvent): void => {
    if (isMovable && event.buttons === 1) move(event.movementX, event.movementY);
  };

  return (
    <>
      <div className="viewer-tools">
        <p className="viewer-scale">{words.viewer.scale({ percent: Math.round(zoom.scale * 100) })}</p>
        <IconButton label={words.viewer.smaller} run={() => enlarge(1 / ZOOM_STEP)} isOff={isFitted}>
          <ZoomOutIcon size={18} aria-hidden />
        </IconButton>
        <IconButton label={words.viewer.larger} run={() => enlarge(ZOOM_STEP)}>
          <ZoomInIcon size={18} aria-hidden />
        </IconButton>
        <IconButton
          label={isFitted ? words.viewer.actual : words.viewer.fit}
          run={() => toggle()}
          isOff={isFitted && zoom.scale === 1}
        >
          {isFitted ? <ActualIcon size={18} aria-hidden /> : <FitIcon size={18} aria-hidden />}
        </IconButton>
        {children}
      </div>
      {/* The keys that move and enlarge are this area's, as its role says. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={area}
        className={isMovable ? 'viewer-area viewer-area-movable' : 'viewer-area'}
        role="application"
        aria-label={words.viewer.area}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={(event) => toggle(pointOf(event))}
      >
        {isBroken ? (
          <p className="viewer-broken" role="alert">
            {words.viewer.failed}
          </p>
        ) : (
          <img
            className="viewer-image"
            src={src}
            alt={alt}
            draggable={false}
            style={{
              inlineSize: size.width === 0 ? undefined : size.width * zoom.scale,
              blockSize: size.height === 0 ? undefined : size.height * zoom.scale,
              translate: `calc(-50% + ${zoom.offset.x}px) calc(-50% + ${zoom.offset.y}px)`,
            }}
            onLoad={({ currentTarget }) => setSize(ownSize(currentTarget, room))}
            onError={() => setIsBroken(true)}
          />
        )}
      </div>
    </>
  );
}

/** A drawing without a size of its own is as large as the window. */
function ownSize({ naturalWidth, naturalHeight }: HTMLImageElement, room: Size): Size {
  return naturalWidth > 0 && naturalHeight > 0 ? { width: naturalWidth, height: naturalHeight } : room;
}
