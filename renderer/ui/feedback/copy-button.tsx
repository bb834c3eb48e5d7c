import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../controls/button.tsx';

/** Copies text and says so for a moment. */
export const CopyButton = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  const Icon = copied ? Check : Copy;
  return (
    <Button size="small" icon={<Icon size={14} aria-hidden="true" />} onClick={copy}>
      {copied ? 'Copied' : label}
    </Button>
  );
};
