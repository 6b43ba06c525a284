import type { Language } from '../language.ts';

const language: Language = {
  code: 'en',
  password: [
    'psswd',
    'secret word',
    'passwork',
    'password',
    'pw',
    'pws',
    'p/w',
    'passwords',
    'passwd',
    'pwd',
    'pwds',
    'passwrd',
    'pasword',
    'passord',
    'passwort',
  ],
  briefPassword: ['magic word', 'psswrd', 'pass', 'passcode', 'pword', 'psw', 'pswd', 'p.w.'],
  passphrase: ['passphrase', 'pass phrase', 'pass-phrase', 'passphrases'],
  pin: ['pin', 'pins', 'pin code', 'pin number', 'pincode', 'pin-code', 'puk'],
  oneTimeCode: [
    'verification code',
    'one-time code',
    'one time code',
    'one-time password',
    'one time password',
    'one-time passcode',
    'security code',
    'login code',
    'sign-in code',
    'signin code',
    'sign in code',
    'access code',
    'authentication code',
    'authenticator code',
    'auth code',
    'confirmation code',
    'mfa code',
    '2fa code',
    'sms code',
    'otp',
    'totp',
    'otp code',
  ],
  recoveryCode: [
    'emergency code',
    'rescue code',
    'scratch code',
    'recovery code',
    'recovery codes',
    'backup code',
    'backup codes',
    'back-up codes',
    'recovery key',
    'recovery keys',
    'rescue codes',
    'scratch codes',
    'emergency codes',
  ],
  anyCode: ['code', 'codes'],
  codeContext: [
    'expires in',
    'valid for',
    'sms',
    'text message',
    'texted',
    'authenticator',
    'mfa',
    '2fa',
    'two-factor',
    'log in',
    'sign in',
    'login',
  ],
  yours: ['my', 'this', 'your', 'ur'],
  otherCode: `
    invoice ticket bill customer product cost case door gate garage alarm building area zip postal promo discount
    order tracking dress qr bar error status country sort source voucher gift coupon article item
  `,
  anyKey: ['key', 'network key', 'security key', 'wpa key', 'psk'],
  login: [
    'to log in',
    'to sign in',
    'log in',
    'sign in',
    'log on',
    'signin',
    'login',
    'logins',
    'credentials',
    'creds',
    'credential',
    'accounts',
    'logon',
    'logons',
    'access data',
    'access details',
    'login details',
    'log in as',
    'logged in as',
    'logged on as',
    'log on as',
    'log in with',
    'sign in as',
    'sign in with',
    'log on with',
    'connect as',
    'signed in as',
  ],
  user: [
    'user',
    'username',
    'user name',
    'userid',
    'user id',
    'user-id',
    'login',
    'logon',
    'account',
    'usr',
    'uid',
    'login name',
    'account name',
    'uname',
    'email',
    'e-mail',
    'id',
    'un',
  ],
  system: [
    'system',
    'server',
    'host',
    'hostname',
    'service',
    'application',
    'app',
    'device',
    'url',
    'site',
    'environment',
    'database',
    'portal',
    'machine',
    'ssid',
    'network',
  ],
  is: [
    'is',
    'was',
    "it's",
    'its',
    'now',
    'still',
    'reads',
    'remains',
    'becomes',
    'one',
    'is now',
    'are',
    'were',
    'be',
    "isn't",
  ],
  to: ['to', 'from', 'into', 'use', 'try', 'enter', 'type', 'using', 'either', 'or', 'back', 'with', 'by'],
  purpose: ['for', 'of', 'on', 'at', 'in'],
  with: ['with', 'and', 'using', 'by'],
  points: ['is', 'as', "that's", 'thats', "it's", 'its', 'was', 'should', 'this', 'that'],
  promise: [
    'first half',
    'last part',
    'the rest',
    'remaining part',
    'over the phone',
    'on the phone',
    'you asked for',
    'what i told you',
    'here is what i',
    'the missing piece',
    'tail end',
    'as promised',
    'as discussed',
    'as agreed',
    'as mentioned',
    'as requested',
    'as announced',
    'here it is',
    'here you go',
    'here is the other',
    'here is the second',
    "here's the other",
    "here's the second",
    'second part',
    'second half',
    'other half',
    'the other part',
    'and the second one',
    'part two',
    'part 2',
    'following my last',
    'following up on my previous',
    'see my previous mail',
    'see previous mail',
    'for the previous mail',
    'goes with the previous',
    'belongs to my last',
    'for the attachment',
    'for the zip',
    'for the file i just sent',
    'to open the file',
    'to open the attachment',
    'separately as',
  ],
  example: [
    'worst',
    'attackers',
    'guess',
    'guessable',
    'crackers',
    'cracked',
    'hackers',
    'example',
    'examples',
    'e.g.',
    'for instance',
    'most common',
    'never use',
    'avoid',
    "don't use",
    'do not use',
    'weak passwords',
    'sample',
  ],
  like: ['like', 'such as', 'typical', 'eg', 'wrong:', 'bad:'],
  unit: `
    words
    word
    characters chars character digits digit days day minutes minute min mins seconds sec hours hour weeks months
    years times attempts tries letters numbers symbols users accounts people percent usd eur euros passwords
    employees customers devices pages points
  `,
  ordinary: `
    a an the this that these those it its he she they we you i me him her them us my your his our their mine yours
    is are was were be been being am do does did done have has had having will would shall should can could may might must
    not no nor yes ok okay please thanks thank cheers sorry hi hello dear regards best kind
    and or but if then than so because since while when where why how what which who whom whose whether though although until unless
    of in on at to from for with by about into over under after before between through during without within against per via as
    up down out off again once here there now soon later today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    all any both each every few more most other some such only own same too very just also still already yet ever never always often usually
    new old good bad wrong right correct incorrect invalid valid expired expiring expires expire changed change changes changing reset resets resetting
    forgotten forgot forget lost missing known unknown unchanged different identical similar weak strong stronger simple complex long short longer shorter
    secure insecure safe unsafe temporary permanent initial default current previous next last first second third one two three four five
    required optional needed necessary mandatory enabled disabled locked unlocked blocked protected encrypted hashed salted stored saved shared hidden
    set sent send sending given give gave provided attached below above following enclosed separate separately
    compromised leaked exposed stolen cracked guessed breached revoked rotated synced synchronized accepted rejected denied refused
    case sensitive case-sensitive empty blank available unavailable complicated easy hard difficult confidential private secret public
    policy policies manager managers management requirements requirement rules rule field fields box prompt prompts page link links
    protection security strength length age history complexity expiry expiration hash hashes hygiene vault generator guidance
    account accounts user users username login logon access admin administrator service server system email mail message phone text call
    reminder hint question questions characters character digits letters numbers symbols minimum maximum days minutes hours
    works working work fails failed failing failure error errors problem problems issue issues attempt attempts
    ask asked asking tell told say said says see seen need needs needed want wants use used uses using try tried enter entered type typed
    get got getting go goes going come comes coming make made take taken keep kept put find found know knew think thought look looks
    contact support desk helpdesk team office someone somebody everyone everybody anyone anybody nobody nothing something anything
    etc via unless only because therefore however otherwise instead rather maybe perhaps probably
    was lost stays remain remains follows arrives arrived spray spraying stuffing attack attacks breach theft phishing
    number numbers code codes key keys card cards cases word words name names sheet list file files folder document documents
    written printed posted pinned stuck taped under behind wall desk drawer safe envelope
    manually automatically immediately shortly directly personally verbally regularly yourself itself myself himself herself
    unique compliant recovery portal tool tools app apps screen form forms button option options settings setting self-service
    me. soon. incorrect. expired. none null nil true false undefined n/a tbd tba unknown redacted removed omitted withheld
    request requested requests ready updated update updates reused reuse re-used encryption authentication verification two-factor multi-factor
    great fine perfect awful terrible ridiculous silly stupid impossible obvious
  `,
};

export default language;
