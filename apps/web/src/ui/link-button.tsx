import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes } from 'react';

/** A button that leads somewhere. */
export const LinkButton = createLink(
  forwardRef<
    HTMLAnchorElement,
    ButtonProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>
  >(function LinkButton(props, ref) {
    return <Button component="a" ref={ref} {...props} />;
  }),
);

/** A word in a text that leads somewhere. */
export const TextLink = createLink(
  forwardRef<
    HTMLAnchorElement,
    AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>
  >(function TextLink(props, ref) {
    // As large as the text that it stands in.
    return <Anchor inherit={props.size === undefined} ref={ref} {...props} />;
  }),
);

/** The one thing to do on a screen: madder, and only once. */
export const actionButton = { color: 'madder.6', autoContrast: true } as const;
