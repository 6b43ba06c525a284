/** Services whose connection strings name the same host, `<namespace>.servicebus.windows.net`. */
export type MessagingService = 'service-bus' | 'event-hubs' | 'relay';

/** `Endpoint=sb://…;SharedAccessKeyName=…;SharedAccessKey=…`, for the three services of which one it is only the key or a name says. */
export const messagingConnectionString =
  /Endpoint\s{0,2}=\s{0,2}sb:\/\/(?<host>[\w-]{1,63}\.servicebus\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn))\/?\s{0,2};\s{0,4}SharedAccessKeyName\s{0,2}=\s{0,2}(?<account>[^;\s"'<>]{1,256})\s{0,2};\s{0,4}SharedAccessKey\s{0,2}=\s{0,2}(?<secret>[A-Za-z0-9+/]{43}=)(?:;\s{0,4}EntityPath\s{0,2}=\s{0,2}(?<path>[^;\s"'<>]{1,260}))?/gi;

/** Newer keys carry a signature of their service; of older ones it is guessed from the names. */
export function serviceOfMessaging(
  secret: string,
  groups: Readonly<Record<string, string | undefined>>,
): MessagingService {
  const signature = secret.slice(33, 37);
  if (signature === '+AEh') return 'event-hubs';
  if (signature === '+ARm') return 'relay';
  if (signature === '+ASb') return 'service-bus';
  const names = `${groups['host'] ?? ''} ${groups['path'] ?? ''}`;
  if (/event-?hub|evh|\beh-|telemetry/i.test(names)) return 'event-hubs';
  return /relay|hybrid-?connection/i.test(names) ? 'relay' : 'service-bus';
}
