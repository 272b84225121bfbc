import { Anchor, Button, type ButtonProps } from '@mantine/core';
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
export const TextLink = createLink(Anchor);

/** The one thing to do on a screen: madder, and only once. */
export const actionButton = { color: 'madder', autoContrast: true } as const;
