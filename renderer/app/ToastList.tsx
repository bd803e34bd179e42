// Draws the short messages at the foot of the window. The queue is given, the words are in it.
import type { ReactNode } from 'react';
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { toasts } from './toasts.ts';
import { CloseIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './ToastList.css';

/** The region of all messages; F6 goes to it. */
export function ToastList(): ReactNode {
  return (
    <ToastRegion queue={toasts} className="toasts">
      {({ toast }) => (
        <Toast toast={toast} className={`toast ${toast.content.tone === 'failure' ? 'toast-failure' : ''}`}>
          <ToastContent className="toast-content">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action !== undefined && (
            <Button
              className="toast-action"
              onPress={() => {
                toast.content.action?.run();
                toasts.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button slot="close" className="toast-close" aria-label={words.close}>
            <CloseIcon size={16} aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
