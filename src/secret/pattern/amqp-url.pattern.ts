import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'amqp-url',
  title: 'Address of a message broker with user name and password',
  system: 'RabbitMQ, AMQP, MQTT, NATS, STOMP',
  severity: 'high',
  owner: 'owner of the broker',
  lifetime: 'until changed',
  reset: {
    portal: "the broker's management page > Admin > Users > the user > update the password",
    command: 'rabbitmqctl change_password <user> <new>',
  },
  proof: 'log of the broker (connection opened by user and address)',
  references: ['https://www.rabbitmq.com/docs/access-control'],
  anchors: ['amqp://', 'amqps://', 'mqtt://', 'mqtts://', 'nats://', 'stomp://', 'kafka://'],
  expression:
    /(?:amqps?|mqtts?|nats|stomp|kafka):\/\/(?<account>[^\s:@/"'<>]{1,80}):(?<secret>[^\s/"'<>]{1,120})@(?<host>[\w.:[\]-]{0,199}[\w\]])/gi,
  isSecret: isUserinfo,
  examples: [
    { text: '> amqps://svc.orders:N0tR3al-Kran1ch@mq.corp.example/orders.', finds: ['N0tR3al-Kran1ch'] },
    { text: 'amqp://guest:guest', finds: [] },
  ],
};

export default pattern;
