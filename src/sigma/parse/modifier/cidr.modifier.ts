import { mapText, type Modifier } from '../modifier.ts';
import { parseNetwork } from '../network.ts';
import { ruleFault } from '../rule-fault.ts';
import { literalOf } from '../text.ts';

/** `cidr`: an address inside an IPv4 or IPv6 network. */
const modifiers: readonly Modifier[] = [
  {
    names: ['cidr'],
    apply: (draft, { index }) => {
      if (index > 0) throw ruleFault('"cidr" comes first', draft.place, 'Remove the modifiers in front of "|cidr".');
      return mapText(draft, 'cidr', (text, place) => {
        const network = parseNetwork(literalOf(text) ?? '');
        if (typeof network === 'string') {
          throw ruleFault(
            `"${text.source}" is no network: ${network}`,
            place,
            'Write it like 10.0.0.0/8 or 2001:db8::/32.',
          );
        }
        return { kind: 'network', network };
      });
    },
  },
];
export default modifiers;
